import { PERMITS, type Permit } from './cohort';
import { shareAged } from './composition';
import { addEntry, type Ledger, type Price } from './ledger';
import { MOVED_IN, OPENING, type Horizon, type Stream } from './population';
import { seriesOf, valueAt, yearsFrom, type Parameters, type Series } from './resolve';

/** Adults by what they do, in person-years by year of the plan, those past grant year 5 apart. */
export type Adults = { inPhase: Float64Array; after: Float64Array };

/** Participants by month, and by year those in the programme at any time. Unit: persons. */
export type Programme = {
  participants: Float64Array;
  young: Float64Array;
  /** Of the participants, those past grant year 5. */
  afterPhase: Float64Array;
  afterPhaseYoung: Float64Array;
  any: Float64Array;
  /** Persons who begin and who complete, by year; those who move before the end do neither. */
  starts: Float64Array;
  leavers: Float64Array;
  /** Those through the programme who are within the months of adult primary school after it, by month, before outcome. */
  recent: Float64Array;
  /** Adults in the programme, through it, and all adults, for as long as their social assistance is counted. */
  inside: Adults;
  through: Adults;
  all: Adults;
  origins: number;
};

/** From this age on, or the year it is reached, somebody is an adult whose living the municipality may have to pay. */
const ADULT = 18;
/** Beyond every age that is followed. */
const OLDEST = 120;

/** Participants = residents inside the age limits x participation, from the start lag through the duration. */
export function programmeOf(streams: Stream[], parameters: Parameters, horizon: Horizon): Programme {
  const years = horizon.years + horizon.tail;
  const adults = (): Adults => ({ inPhase: new Float64Array(years), after: new Float64Array(years) });
  const of: Programme = {
    participants: new Float64Array(12 * years),
    young: new Float64Array(12 * years),
    afterPhase: new Float64Array(12 * years),
    afterPhaseYoung: new Float64Array(12 * years),
    any: new Float64Array(years),
    starts: new Float64Array(years),
    leavers: new Float64Array(years),
    recent: new Float64Array(12 * years),
    inside: adults(),
    through: adults(),
    all: adults(),
    origins: 0,
  };
  const rules = rulesOf(parameters, horizon);
  for (const stream of streams) {
    for (const permit of PERMITS) {
      if ((stream.composition.ages[permit].at(-1) ?? 0) > 0) addParticipants(of, stream, permit, rules, horizon);
    }
    addAdults(of, stream, rules, horizon);
  }
  return of;
}

/** What the years of the plan need at hand. */
type Rules = {
  low: Float64Array;
  high: Float64Array;
  youngBelow: Float64Array;
  taking: Record<Permit, Float64Array>;
  assistedAfter: Float64Array;
  folded: (stream: Stream, permit: Permit) => Folded;
};

/**
 * The course of one participant: of those settled t months ago, the share in the programme, the share through it, and
 * the share through it for no longer than the months of adult primary school. They begin after `lag` months.
 */
type Course = { lag: number; inside: Float64Array; through: Float64Array; recent: Float64Array };

/** A column of a course over those settled in a year, by month from its January: per person arrived in that year, per
 * person here in later years. */
type Column = { arriving: Float64Array; here: Float64Array };

/** A course with the settlement months folded into it, so that a month costs one product, not twelve. */
type Folded = { inside: Column; starting: Column; through: Column; recent: Column; length: number };

function rulesOf(parameters: Parameters, horizon: Horizon): Rules {
  const years = (address: string): Float64Array => yearsFrom(parameters, address, horizon.first_year);
  return {
    low: years('programme.age_min'),
    high: years('programme.age_max'),
    youngBelow: years('introduction_benefit.young_below'),
    taking: {
      ordinary: years('programme.participation.ordinary'),
      collective: years('programme.participation.collective'),
      family: years('programme.participation.family'),
    },
    assistedAfter: years('social_assistance.years_after'),
    folded: foldedOf(parameters),
  };
}

/** Folded courses, kept for streams with the same course, the same months of arrival and the same moving. */
function foldedOf(parameters: Parameters): Rules['folded'] {
  const courses = coursesOf(parameters);
  const kept: { course: Course; months: Float64Array; pace: number; folded: Folded }[] = [];
  return (stream, permit) => {
    const year = Math.max(stream.settlement_year, parameters.first);
    const course = courses(permit, year);
    const comes = stream.origin !== OPENING && stream.origin !== MOVED_IN;
    const months = comes ? stream.arrivals : monthsOf(parameters, year);
    const pace = comes ? stream.pace : 0;
    const known = kept.find((each) => each.course === course && each.pace === pace && isSameShape(each.months, months));
    if (known) return known.folded;
    const folded = fold(course, months, pace);
    kept.push({ course, months, pace, folded });
    return folded;
  };
}

function monthsOf(parameters: Parameters, year: number): Float64Array {
  return Float64Array.from({ length: 12 }, (_, at) => valueAt(parameters, `settlement.month.${at + 1}`, year));
}

/** Whether two lists of monthly arrivals are the same but for their size. */
function isSameShape(a: Float64Array, b: Float64Array): boolean {
  const [all, other] = [sumOf(a), sumOf(b)];
  for (let month = 0; month < 12; month += 1)
    if (Math.abs((a[month] ?? 0) * other - (b[month] ?? 0) * all) > 1e-12 * all * other) return false;
  return true;
}

function sumOf(months: Float64Array): number {
  let sum = 0;
  for (let month = 0; month < 12; month += 1) sum += months[month] ?? 0;
  return sum;
}

function fold(course: Course, months: Float64Array, pace: number): Folded {
  const length = course.inside.length + 12;
  const column = (): Column => ({ arriving: new Float64Array(12), here: new Float64Array(length) });
  const folded: Folded = { inside: column(), starting: column(), through: column(), recent: column(), length };
  const arrived = sumOf(months);
  let left = 0;
  for (let settled = 0; settled < 12; settled += 1) left += (months[settled] ?? 0) * (1 - pace * (11 - settled));
  for (let settled = 0; settled < 12; settled += 1) {
    const share = arrived > 0 ? (months[settled] ?? 0) / arrived : 0;
    if (share === 0) continue;
    const still = left > 0 ? ((months[settled] ?? 0) * (1 - pace * (11 - settled))) / left : 0;
    for (let after = settled; after < length; after += 1) {
      const since = after - settled;
      const inside = course.inside[since] ?? 0;
      const through = course.through[since] ?? 1;
      const recent = course.recent[since] ?? 0;
      if (after < 12) {
        const here = share * (1 - pace * Math.max(0, since - 1));
        add(folded.inside.arriving, after, here * inside);
        add(folded.through.arriving, after, here * through);
        add(folded.recent.arriving, after, here * recent);
        if (since === course.lag) add(folded.starting.arriving, after, here);
      }
      add(folded.inside.here, after, still * inside);
      add(folded.through.here, after, still * through);
      add(folded.recent.here, after, still * recent);
      if (since === course.lag) add(folded.starting.here, after, still);
    }
  }
  return folded;
}

/** The courses by permit and settlement year, made again only where what they rest on differs from the year before. */
function coursesOf(parameters: Parameters): (permit: Permit, year: number) => Course {
  const cells = (id: string) =>
    (parameters.catalogue.cellsOf.get(id) ?? []).map(({ keys, address }) => ({
      keys,
      value: seriesOf(parameters, address).value,
    }));
  const [tracks, durations, extensions, longer] = [
    'programme.track',
    'programme.duration',
    'programme.extension',
    'programme.extension_months',
  ].map(cells) as [Cells, Cells, Cells, Cells];
  const lags = seriesOf(parameters, 'programme.start_lag').value;
  const primary = seriesOf(parameters, 'education.adult_primary_months').value;
  const all = [...tracks, ...durations, ...extensions, ...longer].map(({ value }) => value).concat(lags, primary);
  const kept = new Map<Permit, { at: number; course: Course }>();
  return (permit, year) => {
    const at = year - parameters.first;
    const last = kept.get(permit);
    if (last && (last.at === at || all.every((value) => value[last.at] === value[at]))) return last.course;
    const lengths = new Map<number, number>();
    for (const { keys, value } of tracks) {
      const share = keys.permit === permit ? (value[at] ?? NaN) : 0;
      if (share === 0) continue;
      const ofTrack = (of: Cells) => of.filter((cell) => cell.keys.track === keys.track);
      const own = ofTrack(durations).filter((cell) => (cell.value[at] ?? NaN) !== 0);
      const longest = Math.max(...own.map((cell) => Number(cell.keys.months)));
      const extended = ofTrack(extensions)[0]?.value[at] ?? NaN;
      const by = ofTrack(longer)[0]?.value[at] ?? NaN;
      for (const cell of own) {
        const months = Number(cell.keys.months);
        const part = share * (cell.value[at] ?? NaN);
        const more = months === longest ? extended : 0;
        lengths.set(months, (lengths.get(months) ?? 0) + part * (1 - more));
        if (more > 0) lengths.set(months + by, (lengths.get(months + by) ?? 0) + part * more);
      }
    }
    const course = courseOf(lags[at] ?? NaN, lengths, primary[at] ?? NaN);
    kept.set(permit, { at, course });
    return course;
  };
}

type Cells = { keys: Record<string, string | number>; value: Float64Array }[];

/** A course from the share of participants by months in the programme. */
function courseOf(lag: number, lengths: Map<number, number>, primary: number): Course {
  const length = lag + Math.max(0, ...lengths.keys()) + primary;
  const course = {
    lag,
    inside: new Float64Array(length),
    through: new Float64Array(length),
    recent: new Float64Array(length),
  };
  for (const [months, share] of lengths) {
    for (let since = lag; since < length; since += 1) {
      if (since < lag + months) add(course.inside, since, share);
      else {
        add(course.through, since, share);
        if (since < lag + months + primary) add(course.recent, since, share);
      }
    }
  }
  return course;
}

/** The course of one stream and permit added month by month. */
function addParticipants(of: Programme, stream: Stream, permit: Permit, rules: Rules, horizon: Horizon): void {
  const { settlement_year, origin, present, from } = stream;
  const years = horizon.years + horizon.tail;
  const settlementMonth = 12 * (settlement_year - horizon.first_year);
  let folded: Folded | null = null;
  for (let at = from; at < years; at += 1) {
    const since = horizon.first_year + at - settlement_year;
    const low = rules.low[at] ?? NaN;
    const high = rules.high[at] ?? NaN;
    const taking = rules.taking[permit][at] ?? NaN;
    const ages = stream.composition.ages[permit];
    const all = taking * shareAged(ages, low, high, since);
    if (all === 0) continue;
    folded ??= rules.folded(stream, permit);
    const after = 12 * at - settlementMonth;
    const adults = since >= 5 ? 'after' : 'inPhase';
    const assisted = since < 5 + (rules.assistedAfter[at] ?? NaN);
    if (after >= folded.length) {
      if (assisted) add(of.through[adults], at, (stream.stays[at] ?? 0) * all);
      continue;
    }
    const arriving = since === 0 && origin !== OPENING && origin !== MOVED_IN;
    const joins = origin === MOVED_IN && at === from;
    const young = taking * shareAged(ages, low, Math.min(high, (rules.youngBelow[at] ?? NaN) - 1), since);
    const [inside, starting, through, recent] = arriving
      ? [folded.inside.arriving, folded.starting.arriving, folded.through.arriving, folded.recent.arriving]
      : [folded.inside.here, folded.starting.here, folded.through.here, folded.recent.here];
    let [insideYears, throughYears, starts, any, leavers] = [0, 0, 0, 0, 0];
    let before = after > 0 ? (folded.through.here[after - 1] ?? 0) : 0;
    for (let step = 0; step < 12; step += 1) {
      const month = 12 * at + step;
      const persons = arriving ? stream.arrived : (present[month] ?? 0);
      const here = persons * (inside[after + step] ?? 0);
      const done = through[after + step] ?? 1;
      throughYears += persons * done;
      leavers += persons * Math.max(0, done - before);
      before = done;
      const lately = persons * (recent[after + step] ?? 0);
      if (lately > 0) add(of.recent, month, lately * all);
      if (here === 0) continue;
      const begins = persons * (starting[after + step] ?? 0);
      const joining = joins ? (stream.arrivals[step] ?? 0) / (present[month] ?? 1) : 0;
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
    add(of.inside[adults], at, (insideYears * all) / 12);
    add(of.through[adults], at, (throughYears * all) / 12);
  }
}

/** All adults of a stream in the years in which their social assistance is counted. */
function addAdults(of: Programme, stream: Stream, rules: Rules, horizon: Horizon): void {
  for (let at = stream.from; at < of.any.length; at += 1) {
    const since = horizon.first_year + at - stream.settlement_year;
    if (since >= 5 + (rules.assistedAfter[at] ?? NaN)) continue;
    const adults = shareAged(stream.composition.ages.all, ADULT, OLDEST, since);
    add(since >= 5 ? of.all.after : of.all.inPhase, at, (stream.stays[at] ?? 0) * adults);
  }
}

function add(to: Float64Array, at: number, persons: number): void {
  to[at] = (to[at] ?? 0) + persons;
}

/** Introduction benefit: person-months x 2G/12, G changing on 1 May, less below 25, with parents and for absence. */
export function benefitEntries(ledger: Ledger, programme: Programme, parameters: Parameters, horizon: Horizon): void {
  const parts = [
    { from: 0, to: 4, ...benefitPrices(parameters, horizon, 1) },
    { from: 4, to: 12, ...benefitPrices(parameters, horizon, 5) },
  ];
  const withParents = yearsFrom(parameters, 'introduction_benefit.with_parents_share', horizon.first_year);
  const source = { kind: 'participants', origins: programme.origins, settlement_year: 0, category: -1 } as const;
  for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
    const home = withParents[at] ?? NaN;
    for (const { from, to, full, young, parents } of parts) {
      const sum = (months: Float64Array): number => sumBetween(months, 12 * at + from, 12 * at + to);
      const all = sum(programme.participants);
      if (all === 0) continue;
      const [below, late, lateBelow] = [
        sum(programme.young),
        sum(programme.afterPhase),
        sum(programme.afterPhaseYoung),
      ];
      const write = (quantity: number, price: Price, after = false): void =>
        addEntry(ledger, at, 'introduction_benefit', clean(quantity), price, at, source, after);
      write(all - below - late + lateBelow, full);
      write((below - lateBelow) * (1 - home), young);
      write((below - lateBelow) * home, parents);
      write(late - lateBelow, full, true);
      write(lateBelow * (1 - home), young, true);
      write(lateBelow * home, parents, true);
    }
  }
}

type BenefitPrices = { full: Price; young: Price; parents: Price };

/** The monthly benefit in full, below 25 and with parents, with the basic amount in force from the first of `month`. */
function benefitPrices(parameters: Parameters, horizon: Horizon, month: number): BenefitPrices {
  const from = horizon.first_year - parameters.first;
  const years = horizon.years + horizon.tail;
  const basic = seriesOf(parameters, 'basic_amount', month);
  const of = (id: string): Series => seriesOf(parameters, id);
  const [amounts, absence] = [of('introduction_benefit.basic_amounts'), of('programme.absence')];
  const [young, parents] = [of('introduction_benefit.young'), of('introduction_benefit.with_parents')];
  const share = of('introduction_benefit.with_parents_share');
  const full = new Float64Array(years);
  const [lower, lowest] = [new Float64Array(years), new Float64Array(years)];
  let absent = false;
  for (let at = 0; at < years; at += 1) {
    const away = absence.value[from + at] ?? NaN;
    absent ||= away !== 0;
    const amount = ((basic.value[from + at] ?? NaN) * (amounts.value[from + at] ?? NaN) * (1 - away)) / 12;
    full[at] = amount;
    lower[at] = amount * (young.value[from + at] ?? NaN);
    lowest[at] = amount * (parents.value[from + at] ?? NaN);
  }
  const series = [basic, amounts, ...(absent ? [absence] : [])];
  return {
    full: { value: full, series },
    young: { value: lower, series: [...series, young] },
    parents: { value: lowest, series: [...series, parents, share] },
  };
}

function sumBetween(months: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let month = from; month < to; month += 1) total += months[month] ?? 0;
  return total;
}

/** A difference of equal sums is nothing, not a billionth of a person. */
function clean(persons: number): number {
  return Math.abs(persons) < 1e-9 ? 0 : persons;
}
