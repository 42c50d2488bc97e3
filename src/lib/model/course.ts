import type { Permit } from './cohort';
import { add, zeros } from './columns';
import { FAMILY, MOVED_IN, OPENING, SETTLEMENT_MONTHS, type Stream } from './population';
import { seriesOf, workedOut, type Parameters } from './resolve';

/**
 * The course of one participant: of those settled t months ago, the share in the programme, the share through it, and
 * the share through it for no longer than the months of adult primary school. They begin after `lag` months.
 */
export type Course = {
  lag: number;
  /** Months in the programme with the share of participants, and the months of adult primary school after it. */
  lengths: readonly (readonly [months: number, share: number])[];
  primary: number;
  inside: number[];
  through: number[];
  recent: number[];
  folds: Fold[];
};

/** A column of a course over those settled in a year, by month from its January: per person arrived in that year, per
 * person here in later years. */
type Column = { arriving: number[]; here: number[] };

/** A course with the settlement months folded into it, so that a month costs one product, not twelve. */
export type Folded = {
  inside: Column;
  starting: Column;
  ending: Column;
  through: Column;
  recent: Column;
  left: number;
  length: number;
};

/** A folded course with what it was folded by. */
type Fold = { months: readonly number[]; pace: number; folded: Folded };

/** How many folds of a course are kept; the oldest gives way. */
const FOLDS = 24;

const EVENLY = new Array<number>(12).fill(1 / 12);

/** The folded course of a stream, by its settlement year, permit, months of arrival and moving. */
export function foldedOf(parameters: Parameters): (stream: Stream, permit: Permit) => Folded {
  const { first } = parameters;
  const courses = workedOut(parameters, coursesOf);
  const monthsOf = workedOut(parameters, monthsByYear);
  return (stream, permit) => {
    const at = Math.max(stream.settlement_year - first, 0);
    const course = courses(permit, at);
    const { settled, family } = monthsOf(at);
    if (stream.origin === OPENING || stream.origin === MOVED_IN) return foldBy(course, settled, 0);
    if (stream.origin !== FAMILY) return foldBy(course, settled, stream.pace);
    const evenly = foldBy(course, EVENLY, stream.pace);
    return stream.even === 1 ? evenly : mixed(evenly, foldBy(course, family, stream.pace), stream.even);
  };
}

/** Shares of a year by month: of those settled by agreement, and of the family of those settled in the same year. */
export type Months = { settled: readonly number[]; family: readonly number[] };

/** The months of a settlement year. */
export function monthsBy(parameters: Parameters): (settlementYear: number) => Months {
  const months = workedOut(parameters, monthsByYear);
  return (settlementYear) => months(Math.max(settlementYear - parameters.first, 0));
}

/** The months of a year (index from the first resolved); the same lists for as long as they are. */
function monthsByYear(parameters: Parameters): (at: number) => Months {
  const series = SETTLEMENT_MONTHS.map((address) => seriesOf(parameters, address).value);
  const kept: (Months | undefined)[] = [];
  return (at) => {
    const known = kept[at];
    if (known) return known;
    const settled = series.map((of) => of[at] ?? NaN);
    const same = kept.find((other) => other && isSame(other.settled, settled));
    return (kept[at] = same ?? { settled, family: familyMonths(settled) });
  };
}

/** When the family of those settled in the same year comes: of month m, evenly over months m to 12. */
function familyMonths(months: readonly number[]): number[] {
  let monthly = 0;
  return months.map((share, month) => (monthly += share / (12 - month)));
}

function isSame(months: readonly number[], others: readonly number[]): boolean {
  return months === others || months.every((share, month) => share === others[month]);
}

function foldBy(course: Course, months: readonly number[], pace: number): Folded {
  for (const known of course.folds) if (known.pace === pace && isSame(known.months, months)) return known.folded;
  const folded = fold(course, months, pace);
  course.folds.unshift({ months, pace, folded });
  if (course.folds.length > FOLDS) course.folds.pop();
  return folded;
}

const COLUMNS = ['inside', 'starting', 'ending', 'through', 'recent'] as const;

function emptyFold(length: number): Folded {
  const column = (): Column => ({ arriving: zeros(12), here: zeros(length) });
  return {
    inside: column(),
    starting: column(),
    ending: column(),
    through: column(),
    recent: column(),
    left: 0,
    length,
  };
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
      const ending = since > 0 ? through - (course.through[since - 1] ?? 1) : 0;
      if (after < 12) {
        const here = share * (1 - pace * Math.max(0, since - 1));
        add(folded.inside.arriving, after, here * inside);
        add(folded.through.arriving, after, here * through);
        add(folded.recent.arriving, after, here * recent);
        if (since === course.lag) add(folded.starting.arriving, after, here);
        if (ending > 0) add(folded.ending.arriving, after, here * ending);
      }
      add(folded.inside.here, after, still * inside);
      add(folded.through.here, after, still * through);
      add(folded.recent.here, after, still * recent);
      if (since === course.lag) add(folded.starting.here, after, still);
      if (ending > 0) add(folded.ending.here, after, still * ending);
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

/** The course of a participant by permit and settlement year. */
export function courseBy(parameters: Parameters): (permit: Permit, settlementYear: number) => Course {
  const courses = workedOut(parameters, coursesOf);
  return (permit, settlementYear) => courses(permit, Math.max(settlementYear - parameters.first, 0));
}

/** The courses by permit and settlement year (index from the first resolved). */
function coursesOf(parameters: Parameters): (permit: Permit, at: number) => Course {
  const [tracks, durations, extensions, longer] = COURSE_IDS.map((id) =>
    (parameters.catalogue.cellsOf.get(id) ?? []).map(({ keys, address }) => ({
      keys,
      value: seriesOf(parameters, address).value,
    })),
  ) as [Cells, Cells, Cells, Cells];
  const lags = seriesOf(parameters, 'programme.start_lag').value;
  const primary = seriesOf(parameters, 'education.adult_primary_months').value;
  const from = [...[tracks, durations, extensions, longer].flat().map(({ value }) => value), lags, primary];
  const kept: Record<Permit, Course[]> = { ordinary: [], collective: [], family: [] };
  return (permit, at) => {
    const courses = kept[permit];
    const known = courses[at];
    if (known) return known;
    const same = courses.findIndex((course, other) => course && from.every((value) => value[other] === value[at]));
    const course =
      courses[same] ??
      courseOf(lags[at] ?? NaN, lengthsOf({ tracks, durations, extensions, longer }, permit, at), primary[at] ?? NaN);
    courses[at] = course;
    return course;
  };
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
    lengths: [...lengths],
    primary,
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
