import { PERMITS, type Permit } from './cohort';
import { add, zeros } from './columns';
import { shareAged } from './composition';
import { foldedOf, type Folded } from './course';
import { positionOf } from './items';
import { addEntry, type Ledger, type Price } from './ledger';
import { MOVED_IN, OPENING, presentIn, type Horizon, type Stream } from './population';
import { kindOf } from './quantities';
import { planned, seriesOf, workedOut, type Parameters, type Series } from './resolve';

/** What those through the programme go to. */
export const OUTCOMES = ['work', 'upper_secondary', 'adult_primary', 'higher', 'other'] as const;

/** Adults by what they do, in person-years by year of the plan, those past grant year 5 apart. */
export type Adults = { inPhase: number[]; after: number[] };

/** Participants by month, and by year those in the programme at any time. Unit: persons. */
export type Programme = {
  participants: number[];
  young: number[];
  /** Of the participants, those past grant year 5. */
  afterPhase: number[];
  afterPhaseYoung: number[];
  any: number[];
  /** Persons who begin and who complete, by year; those who move before the end do neither. */
  starts: number[];
  leavers: number[];
  /** Those through the programme who go to adult primary school and are within its months, by month. */
  primary: number[];
  /** Adults who will begin the programme, are in it, are through it, and all adults, for as long as their social assistance is counted. */
  waiting: Adults;
  inside: Adults;
  /** Through it, by what they go to: in the order of OUTCOMES. */
  through: Adults[];
  all: Adults;
  origins: number;
};

/** From this age on, or the year it is reached, somebody is an adult whose living the municipality may have to pay. */
export const ADULT = 18;

/** Nobody yet, for so many years. */
export function emptyProgramme(years: number): Programme {
  const adults = (): Adults => ({ inPhase: zeros(years), after: zeros(years) });
  return {
    participants: zeros(12 * years),
    young: zeros(12 * years),
    afterPhase: zeros(12 * years),
    afterPhaseYoung: zeros(12 * years),
    any: zeros(years),
    starts: zeros(years),
    leavers: zeros(years),
    primary: zeros(12 * years),
    waiting: adults(),
    inside: adults(),
    through: OUTCOMES.map(adults),
    all: adults(),
    origins: 0,
  };
}

/** Participants = residents inside the age limits x participation, from the start lag through the duration. */
export function programmeOf(streams: Stream[], parameters: Parameters, horizon: Horizon): Programme {
  const years = horizon.years + horizon.tail;
  const of = emptyProgramme(years);
  const done: Done = { recent: of.primary, through: { inPhase: zeros(years), after: zeros(years) } };
  const rules = programmeRules(parameters);
  for (const stream of streams) {
    for (const permit of PERMITS) {
      if ((stream.composition.ages[permit].at(-1) ?? 0) > 0) addParticipants(of, done, stream, permit, rules, horizon);
    }
    addAdults(of, stream, rules, horizon);
  }
  byOutcome(of, done, rules);
  return of;
}

/** Those through the programme before they are told apart by outcome. */
type Done = { recent: number[]; through: Adults };

/** Of those through the programme, the share that goes to each outcome in each year. */
function byOutcome(of: Programme, { recent, through }: Done, { outcomes }: ProgrammeRules): void {
  for (let at = 0; at < of.any.length; at += 1) {
    for (let outcome = 0; outcome < OUTCOMES.length; outcome += 1) {
      const share = outcomes[outcome]?.[at] ?? NaN;
      const to = of.through[outcome];
      if (to) to.inPhase[at] = (through.inPhase[at] ?? 0) * share;
      if (to) to.after[at] = (through.after[at] ?? 0) * share;
    }
    const share = outcomes[PRIMARY]?.[at] ?? NaN;
    for (let month = 12 * at; month < 12 * at + 12; month += 1) of.primary[month] = (recent[month] ?? 0) * share;
  }
}

/** The position of adult primary school in the outcomes. */
export const PRIMARY = OUTCOMES.indexOf('adult_primary');

/** What the years of the plan need at hand. */
export type ProgrammeRules = {
  low: Float64Array;
  high: Float64Array;
  youngBelow: Float64Array;
  /** Share that takes part, by year of settlement from the first resolved. */
  first: number;
  taking: Record<Permit, Float64Array>;
  /** Ages of unaccompanied minors in staffed care, and of those who may receive social assistance. */
  cared: Float64Array;
  assistedTo: Float64Array;
  assistedAfter: Float64Array;
  /** Shares of those through the programme by outcome. */
  outcomes: readonly ArrayLike<number>[];
  folded: (stream: Stream, permit: Permit) => Folded;
};

/** The rules of the programme, worked out once. */
export function programmeRules(parameters: Parameters): ProgrammeRules {
  return workedOut(parameters, rulesOf);
}

function rulesOf(parameters: Parameters): ProgrammeRules {
  const years = (address: string): Float64Array => planned(parameters, address);
  const taking = (permit: Permit): Float64Array => seriesOf(parameters, `programme.participation.${permit}`).value;
  return {
    low: years('programme.age_min'),
    high: years('programme.age_max'),
    youngBelow: years('introduction_benefit.young_below'),
    first: parameters.first,
    taking: { ordinary: taking('ordinary'), collective: taking('collective'), family: taking('family') },
    cared: years('unaccompanied_minor_care.age_max'),
    assistedTo: years('social_assistance.age_max'),
    assistedAfter: years('social_assistance.years_after'),
    outcomes: OUTCOMES.map((outcome) => years(`programme.outcome.${outcome}`)),
    folded: foldedOf(parameters),
  };
}

/** The course of one stream and permit added month by month. */
function addParticipants(
  of: Programme,
  done: Done,
  stream: Stream,
  permit: Permit,
  rules: ProgrammeRules,
  horizon: Horizon,
): void {
  const { settlement_year, origin, from } = stream;
  const years = horizon.years + horizon.tail;
  const settlementMonth = 12 * (settlement_year - horizon.first_year);
  const comes = origin !== OPENING && origin !== MOVED_IN;
  const ages = stream.composition.ages[permit];
  const taking = rules.taking[permit][Math.max(settlement_year - rules.first, 0)] ?? NaN;
  let folded: Folded | null = null;
  for (let at = from; at < years; at += 1) {
    const stays = stream.stays[at] ?? 0;
    if (stays === 0) continue;
    const since = horizon.first_year + at - settlement_year;
    const low = rules.low[at] ?? NaN;
    const high = rules.high[at] ?? NaN;
    const all = taking * shareAged(ages, low, high, since);
    if (all === 0) continue;
    folded ??= rules.folded(stream, permit);
    const after = 12 * at - settlementMonth;
    const adults = since >= 5 ? 'after' : 'inPhase';
    const assisted = since < 5 + (rules.assistedAfter[at] ?? NaN);
    if (after >= folded.length) {
      if (assisted) add(done.through[adults], at, stays * all * eligible(stream, permit, rules, at, since));
      continue;
    }
    const arriving = since === 0 && comes;
    const joins = origin === MOVED_IN && at === from;
    const young = taking * shareAged(ages, low, Math.min(high, (rules.youngBelow[at] ?? NaN) - 1), since);
    const regime = arriving ? 'arriving' : 'here';
    const inside = folded.inside[regime];
    const starting = folded.starting[regime];
    const ending = folded.ending[regime];
    const through = folded.through[regime];
    const recent = folded.recent[regime];
    const scale = arriving ? stream.arrived : 1 / folded.left;
    let insideYears = 0;
    let throughYears = 0;
    let starts = 0;
    let any = 0;
    let leavers = 0;
    for (let step = 0; step < 12; step += 1) {
      const month = 12 * at + step;
      const present = arriving ? 1 : presentIn(stream, at, step);
      const persons = present * scale;
      const ended = through[after + step] ?? (arriving ? 1 : folded.left);
      throughYears += persons * ended;
      leavers += persons * (ending[after + step] ?? 0);
      const lately = persons * (recent[after + step] ?? 0);
      if (lately > 0) add(done.recent, month, lately * all);
      const here = persons * (inside[after + step] ?? 0);
      if (here === 0) continue;
      const begins = persons * (starting[after + step] ?? 0);
      const joining = joins ? (stream.arrivals[step] ?? 0) / present : 0;
      insideYears += here;
      starts += begins;
      any += step === 0 ? here : begins + joining * (here - begins);
      add(of.participants, month, here * all);
      add(of.young, month, here * young);
      if (since < 5) continue;
      add(of.afterPhase, month, here * all);
      add(of.afterPhaseYoung, month, here * young);
    }
    if (insideYears > 0) of.origins |= origin;
    add(of.any, at, all * any);
    add(of.starts, at, all * starts);
    add(of.leavers, at, all * leavers);
    if (!assisted) continue;
    const counted = all * eligible(stream, permit, rules, at, since);
    add(of.waiting[adults], at, Math.max(0, stays * counted - ((insideYears + throughYears) * counted) / 12));
    add(of.inside[adults], at, (insideYears * counted) / 12);
    add(done.through[adults], at, (throughYears * counted) / 12);
  }
}

/**
 * Of those inside the programme's ages, the share whose living the municipality may have to pay: minors in staffed care
 * have theirs from it, and those above the age limit from the state.
 */
function eligible(stream: Stream, permit: Permit, rules: ProgrammeRules, at: number, since: number): number {
  const low = rules.low[at] ?? NaN;
  const high = rules.high[at] ?? NaN;
  const ages = stream.composition.ages[permit];
  const inside = shareAged(ages, low, high, since);
  const young = shareAged(ages, low, Math.min(high, rules.assistedTo[at] ?? NaN), since);
  const cared = shareAged(
    stream.composition.minors[permit],
    low,
    Math.min(high, rules.cared[at] ?? NaN, rules.assistedTo[at] ?? NaN),
    since,
  );
  return inside > 0 ? (young - cared) / inside : 0;
}

/** All adults of a stream in the years in which their social assistance is counted. */
function addAdults(of: Programme, stream: Stream, rules: ProgrammeRules, horizon: Horizon): void {
  for (let at = stream.from; at < of.any.length; at += 1) {
    const since = horizon.first_year + at - stream.settlement_year;
    if (since >= 5 + (rules.assistedAfter[at] ?? NaN)) continue;
    const { all, unaccompanied_minor: minors } = stream.composition.ages;
    const adults =
      shareAged(all, ADULT, rules.assistedTo[at] ?? NaN, since) -
      shareAged(minors, ADULT, Math.min(rules.cared[at] ?? NaN, rules.assistedTo[at] ?? NaN), since);
    add(since >= 5 ? of.all.after : of.all.inPhase, at, (stream.stays[at] ?? 0) * adults);
  }
}

const BENEFIT = positionOf('introduction_benefit');
const PARTICIPANTS = kindOf('participants');

/** Introduction benefit: person-months x 2G/12, G changing on 1 May, less below 25, with parents and for absence. */
export function benefitEntries(ledger: Ledger, programme: Programme, parameters: Parameters, horizon: Horizon): void {
  const parts = workedOut(parameters, benefitPrices);
  const source = { kind: PARTICIPANTS, origins: programme.origins, settlement_year: 0, category: -1 };
  for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
    for (const { from, to, full, young, parents, withParents } of parts) {
      const [first, end] = [12 * at + from, 12 * at + to];
      const all = sumBetween(programme.participants, first, end);
      if (all === 0) continue;
      const home = withParents[at] ?? NaN;
      const below = sumBetween(programme.young, first, end);
      const late = sumBetween(programme.afterPhase, first, end);
      const lateBelow = sumBetween(programme.afterPhaseYoung, first, end);
      addEntry(ledger, at, BENEFIT, all - below - late + lateBelow, full, at, source);
      addEntry(ledger, at, BENEFIT, (below - lateBelow) * (1 - home), young, at, source);
      addEntry(ledger, at, BENEFIT, (below - lateBelow) * home, parents, at, source);
      addEntry(ledger, at, BENEFIT, late - lateBelow, full, at, source, true);
      addEntry(ledger, at, BENEFIT, lateBelow * (1 - home), young, at, source, true);
      addEntry(ledger, at, BENEFIT, lateBelow * home, parents, at, source, true);
    }
  }
}

/** The benefit of some months of every year (0-12): in full, below 25 and with parents, and the share with parents. */
type BenefitPrices = {
  from: number;
  to: number;
  full: Price;
  young: Price;
  parents: Price;
  withParents: Float64Array;
};

function benefitPrices(parameters: Parameters): BenefitPrices[] {
  return [
    { from: 0, to: 4, ...monthlyBenefit(parameters, 1) },
    { from: 4, to: 12, ...monthlyBenefit(parameters, 5) },
  ];
}

/** The monthly benefit with the basic amount in force from the first of `month`. */
function monthlyBenefit(parameters: Parameters, month: number): Omit<BenefitPrices, 'from' | 'to'> {
  const basic = seriesOf(parameters, 'basic_amount', month);
  const of = (id: string): Series => seriesOf(parameters, id);
  const amounts = of('introduction_benefit.basic_amounts');
  const absence = of('programme.absence');
  const young = of('introduction_benefit.young');
  const parents = of('introduction_benefit.with_parents');
  const share = of('introduction_benefit.with_parents_share');
  const full = basic.planned.map(
    (amount, at) => (amount * (amounts.planned[at] ?? NaN) * (1 - (absence.planned[at] ?? NaN))) / 12,
  );
  const times = (part: Series): Float64Array => full.map((kroner, at) => kroner * (part.planned[at] ?? NaN));
  const series = [basic, amounts, ...(absence.planned.some((away) => away !== 0) ? [absence] : [])];
  return {
    full: { value: full, series },
    young: { value: times(young), series: [...series, young] },
    parents: { value: times(parents), series: [...series, parents, share] },
    withParents: share.planned,
  };
}

function sumBetween(months: number[], from: number, to: number): number {
  let total = 0;
  for (let month = from; month < to; month += 1) total += months[month] ?? 0;
  return total;
}
