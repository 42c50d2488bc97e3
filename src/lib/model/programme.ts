import { PERMITS, type Permit } from './cohort';
import { shareAged } from './composition';
import { addEntry, type Ledger, type Price } from './ledger';
import { FAMILY, MOVED_IN, OPENING, presentIn, type Horizon, type Stream } from './population';
import { seriesOf, workedOut, yearsFrom, type Parameters, type Series } from './resolve';
import { zeros } from './zeros';

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
  /** Those through the programme who are within the months of adult primary school after it, by month, before outcome. */
  recent: number[];
  /** Adults who will begin the programme, are in it, are through it, and all adults, for as long as their social assistance is counted. */
  waiting: Adults;
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
  const adults = (): Adults => ({ inPhase: zeros(years), after: zeros(years) });
  const of: Programme = {
    participants: zeros(12 * years),
    young: zeros(12 * years),
    afterPhase: zeros(12 * years),
    afterPhaseYoung: zeros(12 * years),
    any: zeros(years),
    starts: zeros(years),
    leavers: zeros(years),
    recent: zeros(12 * years),
    waiting: adults(),
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
type Course = { lag: number; inside: number[]; through: number[]; recent: number[]; folds: Fold[] };

/** A column of a course over those settled in a year, by month from its January: per person arrived in that year, per
 * person here in later years. */
type Column = { arriving: number[]; here: number[] };

/** A course with the settlement months folded into it, so that a month costs one product, not twelve. */
type Folded = { inside: Column; starting: Column; through: Column; recent: Column; left: number; length: number };

/** A folded course with what it was folded by. */
type Fold = { months: readonly number[]; pace: number; folded: Folded };

/** How many folds of a course are kept; the oldest gives way. */
const FOLDS = 24;

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

const MONTHS = Array.from({ length: 12 }, (_, at) => `settlement.month.${at + 1}`);
const EVENLY = new Array<number>(12).fill(1 / 12);

/** The folded course of a stream, by its settlement year, permit, months of arrival and moving. */
function foldedOf(parameters: Parameters): Rules['folded'] {
  const courses = coursesOf(parameters);
  const series = MONTHS.map((address) => seriesOf(parameters, address).value);
  return (stream, permit) => {
    const year = Math.max(stream.settlement_year, parameters.first);
    const course = courses(permit, year);
    const months = series.map((of) => of[year - parameters.first] ?? NaN);
    if (stream.origin === OPENING || stream.origin === MOVED_IN) return foldBy(course, months, 0);
    if (stream.origin !== FAMILY) return foldBy(course, months, stream.pace);
    const evenly = foldBy(course, EVENLY, stream.pace);
    return stream.even === 1 ? evenly : mixed(evenly, foldBy(course, familyMonths(months), stream.pace), stream.even);
  };
}

/** When the family of those settled in the same year comes: of month m, evenly over months m to 12. */
function familyMonths(months: readonly number[]): number[] {
  let monthly = 0;
  return months.map((share, month) => (monthly += share / (12 - month)));
}

function foldBy(course: Course, months: readonly number[], pace: number): Folded {
  const known = course.folds.find(
    (each) => each.pace === pace && each.months.every((share, at) => share === months[at]),
  );
  if (known) return known.folded;
  const folded = fold(course, months, pace);
  course.folds.unshift({ months, pace, folded });
  if (course.folds.length > FOLDS) course.folds.pop();
  return folded;
}

const COLUMNS = ['inside', 'starting', 'through', 'recent'] as const;

function emptyFold(length: number): Folded {
  const column = (): Column => ({ arriving: zeros(12), here: zeros(length) });
  return { inside: column(), starting: column(), through: column(), recent: column(), left: 0, length };
}

/** Shares of those arrived: in the settlement year of all of them, later of those still here at its end. */
function fold(course: Course, months: readonly number[], pace: number): Folded {
  const folded = emptyFold(course.inside.length + 12);
  for (let settled = 0; settled < 12; settled += 1) {
    const share = months[settled] ?? 0;
    const still = share * (1 - pace * (11 - settled));
    folded.left += still;
    if (share === 0) continue;
    for (let after = settled; after < folded.length; after += 1) {
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

/** Two folds of a course in proportion, `share` of the first. */
function mixed(first: Folded, second: Folded, share: number): Folded {
  const of = emptyFold(first.length);
  of.left = share * first.left + (1 - share) * second.left;
  for (const name of COLUMNS) {
    mix(of[name].arriving, first[name].arriving, second[name].arriving, share);
    mix(of[name].here, first[name].here, second[name].here, share);
  }
  return of;
}

function mix(to: number[], first: number[], second: number[], share: number): void {
  for (let at = 0; at < to.length; at += 1) to[at] = share * (first[at] ?? 0) + (1 - share) * (second[at] ?? 0);
}

const COURSE_IDS = ['programme.track', 'programme.duration', 'programme.extension', 'programme.extension_months'];

/** The courses by permit and settlement year, made once for as long as what they rest on is the same. */
function coursesOf(parameters: Parameters): (permit: Permit, year: number) => Course {
  const cells = COURSE_IDS.map((id) => parameters.catalogue.cellsOf.get(id) ?? []);
  const ids = ['programme.start_lag', 'education.adult_primary_months'];
  const from = [...cells.flat().map(({ address }) => address), ...ids].map((address) => seriesOf(parameters, address));
  return workedOut(from, () => {
    const [tracks, durations, extensions, longer] = cells.map((of) =>
      of.map(({ keys, address }) => ({ keys, value: seriesOf(parameters, address).value })),
    ) as [Cells, Cells, Cells, Cells];
    const [lags, primary] = ids.map((address) => seriesOf(parameters, address).value) as [Float64Array, Float64Array];
    const { first } = parameters;
    const kept: Record<Permit, Course[]> = { ordinary: [], collective: [], family: [] };
    return (permit: Permit, year: number): Course => {
      const at = year - first;
      const courses = kept[permit];
      const known = courses[at];
      if (known) return known;
      const same = courses.findIndex(
        (course, other) => course && from.every(({ value }) => value[other] === value[at]),
      );
      const course =
        courses[same] ??
        courseOf(lags[at] ?? NaN, lengthsOf({ tracks, durations, extensions, longer }, permit, at), primary[at] ?? NaN);
      courses[at] = course;
      return course;
    };
  });
}

type Cells = { keys: Record<string, string | number>; value: Float64Array }[];

/** The share of participants by months in the programme; those in the longest course of a track may be extended. */
function lengthsOf(
  of: { tracks: Cells; durations: Cells; extensions: Cells; longer: Cells },
  permit: Permit,
  at: number,
): Map<number, number> {
  const lengths = new Map<number, number>();
  for (const { keys, value } of of.tracks) {
    const share = keys.permit === permit ? (value[at] ?? NaN) : 0;
    if (share === 0) continue;
    const ofTrack = (cells: Cells): Cells => cells.filter((cell) => cell.keys.track === keys.track);
    const own = ofTrack(of.durations).filter((cell) => (cell.value[at] ?? NaN) !== 0);
    const longest = Math.max(...own.map((cell) => Number(cell.keys.months)));
    const extended = ofTrack(of.extensions)[0]?.value[at] ?? NaN;
    const by = ofTrack(of.longer)[0]?.value[at] ?? NaN;
    for (const cell of own) {
      const months = Number(cell.keys.months);
      const part = share * (cell.value[at] ?? NaN);
      const more = months === longest ? extended : 0;
      lengths.set(months, (lengths.get(months) ?? 0) + part * (1 - more));
      if (more > 0) lengths.set(months + by, (lengths.get(months + by) ?? 0) + part * more);
    }
  }
  return lengths;
}

/** A course from the share of participants by months in the programme. */
function courseOf(lag: number, lengths: Map<number, number>, primary: number): Course {
  const length = lag + Math.max(0, ...lengths.keys()) + primary;
  const course: Course = {
    lag,
    inside: zeros(length),
    through: zeros(length),
    recent: zeros(length),
    folds: [],
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
  const { settlement_year, origin, from } = stream;
  const years = horizon.years + horizon.tail;
  const settlementMonth = 12 * (settlement_year - horizon.first_year);
  const comes = origin !== OPENING && origin !== MOVED_IN;
  const ages = stream.composition.ages[permit];
  let folded: Folded | null = null;
  for (let at = from; at < years; at += 1) {
    const stays = stream.stays[at] ?? 0;
    if (stays === 0) continue;
    const since = horizon.first_year + at - settlement_year;
    const low = rules.low[at] ?? NaN;
    const high = rules.high[at] ?? NaN;
    const taking = rules.taking[permit][at] ?? NaN;
    const all = taking * shareAged(ages, low, high, since);
    if (all === 0) continue;
    folded ??= rules.folded(stream, permit);
    const after = 12 * at - settlementMonth;
    const adults = since >= 5 ? 'after' : 'inPhase';
    const assisted = since < 5 + (rules.assistedAfter[at] ?? NaN);
    if (after >= folded.length) {
      if (assisted) add(of.through[adults], at, stays * all);
      continue;
    }
    const arriving = since === 0 && comes;
    const joins = origin === MOVED_IN && at === from;
    const young = taking * shareAged(ages, low, Math.min(high, (rules.youngBelow[at] ?? NaN) - 1), since);
    const regime = arriving ? 'arriving' : 'here';
    const [inside, starting] = [folded.inside[regime], folded.starting[regime]];
    const [through, recent] = [folded.through[regime], folded.recent[regime]];
    const scale = arriving ? stream.arrived : 1 / folded.left;
    let [insideYears, throughYears, starts, any, leavers] = [0, 0, 0, 0, 0];
    let before = after > 0 ? (folded.through.here[after - 1] ?? 0) : 0;
    for (let step = 0; step < 12; step += 1) {
      const month = 12 * at + step;
      const present = arriving ? 1 : presentIn(stream, at, step);
      const persons = present * scale;
      const done = through[after + step] ?? (arriving ? 1 : folded.left);
      throughYears += persons * done;
      leavers += persons * Math.max(0, done - before);
      before = done;
      const lately = persons * (recent[after + step] ?? 0);
      if (lately > 0) add(of.recent, month, lately * all);
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
    add(of.waiting[adults], at, Math.max(0, stays * all - ((insideYears + throughYears) * all) / 12));
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

function add(to: number[], at: number, persons: number): void {
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
      const sum = (months: number[]): number => sumBetween(months, 12 * at + from, 12 * at + to);
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

function sumBetween(months: number[], from: number, to: number): number {
  let total = 0;
  for (let month = from; month < to; month += 1) total += months[month] ?? 0;
  return total;
}

/** A difference of equal sums is nothing, not a billionth of a person. */
function clean(persons: number): number {
  return Math.abs(persons) < 1e-9 ? 0 : persons;
}
