import type { Permit } from './cohort';
import { add, zeros } from './columns';
import { shareAged } from './composition';
import { BORN, FAMILY, OPENING, SETTLEMENT_MONTHS, type Horizon, type Stream } from './population';
import { planned, seriesOf, workedOut, type Parameters } from './resolve';

/**
 * Those who live in the municipality counted by month as posts, pupils and places need them, in persons; those in the
 * five-year phase unless said otherwise. Households are told from single adults and from other adults, family apart.
 */
export type Residents = {
  inPhase: number[];
  singles: number[];
  couples: number[];
  /** Of kindergarten age (1-5) and of school age (6-15), by current age. */
  kindergarten: number[];
  school: number[];
  /** Unaccompanied minors in staffed care, in the phase or not. */
  minors: number[];
  /** Of the minors in staffed care, those past grant year 5. */
  minorsAfter: number[];
  /**
   * Adults of the language grant's ages and years who do not take part in the programme: those above its age limit, and
   * those inside it who do not join.
   */
  others: number[];
  /** Single adults and other adults settled in the last twelve months. */
  newSingles: number[];
  newCouples: number[];
};

/** Ages by current year of life: kindergarten from the year of 1 to that of 5, school to that of 15. */
export const KINDERGARTEN = [1, 5] as const;
export const SCHOOL = [6, 15] as const;

type Rules = {
  /** Ages of the year: the last in staffed care and of the language grant, those of the programme. */
  cared: Float64Array;
  oldest: Float64Array;
  limit: Float64Array;
  youngest: Float64Array;
  /** The first year resolved; shares that join the programme and that settle in each month, by year from it. */
  first: number;
  joining: Record<Permit, Float64Array>;
  months: Float64Array[];
};

function rulesOf(parameters: Parameters): Rules {
  const years = (address: string): Float64Array => planned(parameters, address);
  const joining = (permit: Permit): Float64Array => seriesOf(parameters, `programme.participation.${permit}`).value;
  return {
    cared: years('unaccompanied_minor_care.age_max'),
    oldest: years('language_grant.age_max'),
    limit: years('programme.age_max'),
    youngest: years('programme.age_min'),
    first: parameters.first,
    joining: { ordinary: joining('ordinary'), collective: joining('collective'), family: joining('family') },
    months: SETTLEMENT_MONTHS.map((address) => seriesOf(parameters, address).value),
  };
}

/** Nobody yet, for so many years. */
export function emptyResidents(years: number): Residents {
  return {
    inPhase: zeros(12 * years),
    singles: zeros(12 * years),
    couples: zeros(12 * years),
    kindergarten: zeros(12 * years),
    school: zeros(12 * years),
    minors: zeros(12 * years),
    minorsAfter: zeros(12 * years),
    others: zeros(12 * years),
    newSingles: zeros(12 * years),
    newCouples: zeros(12 * years),
  };
}

/** Residents by month from the streams of a population. */
export function residentsOf(streams: Stream[], parameters: Parameters, horizon: Horizon): Residents {
  const years = horizon.years + horizon.tail;
  const of = emptyResidents(years);
  const rules = workedOut(parameters, rulesOf);
  const { ordinary, family, collective } = rules.joining;
  for (const stream of streams) {
    const { composition, from } = stream;
    const settled = Math.max(stream.settlement_year - rules.first, 0);
    const { ages } = composition;
    const { all, unaccompanied_minor: minors } = ages;
    const alone = (minors.at(-1) ?? 0) > 0;
    addNew(of, stream, rules, horizon);
    for (let at = from; at < years; at += 1) {
      const since = horizon.first_year + at - stream.settlement_year;
      const inPhase = since < 5;
      if (!inPhase && !alone) break;
      if ((stream.stays[at] ?? 0) === 0) continue;
      const care = alone ? shareAged(minors, 0, rules.cared[at] ?? NaN, since) : 0;
      if (!inPhase && care === 0) break;
      const young = shareAged(all, KINDERGARTEN[0], KINDERGARTEN[1], since);
      const pupils = shareAged(all, SCHOOL[0], SCHOOL[1], since);
      const taught =
        since < 3
          ? notTaking(ages.ordinary, ordinary[settled], rules, at, since) +
            notTaking(ages.family, family[settled], rules, at, since) +
            (since === 0 ? notTaking(ages.collective, collective[settled], rules, at, since) : 0)
          : 0;
      const arrives = at === from && stream.arrived > 0;
      const start = stream.january[at] ?? 0;
      const moving = stream.moving[at] ?? 0;
      for (let step = 0, month = 12 * at; step < 12; step += 1, month += 1) {
        const present = arrives ? (stream.present[step] ?? 0) : start - moving * step;
        if (care > 0) add(of.minors, month, present * care);
        if (!inPhase) {
          add(of.minorsAfter, month, present * care);
          continue;
        }
        add(of.inPhase, month, present);
        add(of.singles, month, present * composition.single);
        add(of.couples, month, present * composition.couple);
        add(of.kindergarten, month, present * young);
        add(of.school, month, present * pupils);
        if (taught > 0) add(of.others, month, present * taught);
      }
    }
  }
  return of;
}

/** Of the language grant's ages, the share above the programme's and that inside them which does not join. */
function notTaking(ages: Float64Array, joining: number | undefined, rules: Rules, at: number, since: number): number {
  const limit = rules.limit[at] ?? NaN;
  return (
    shareAged(ages, limit + 1, rules.oldest[at] ?? NaN, since) +
    (1 - (joining ?? NaN)) * shareAged(ages, rules.youngest[at] ?? NaN, limit, since)
  );
}

/** Adults count as newly settled in their month of settlement and the eleven after it. */
function addNew(of: Residents, stream: Stream, rules: Rules, horizon: Horizon): void {
  const { single, couple } = stream.composition;
  if (single + couple === 0 || stream.origin === FAMILY || stream.origin === BORN) return;
  const first = 12 * (stream.settlement_year - horizon.first_year);
  const before = stream.origin === OPENING;
  if (first < (before ? -12 : 12 * stream.from)) return;
  const year = Math.max(stream.settlement_year - rules.first, 0);
  for (let settled = 0; settled < 12; settled += 1) {
    const came = before
      ? (stream.january[0] ?? 0) * (rules.months[settled]?.[year] ?? NaN)
      : (stream.arrivals[settled] ?? 0);
    if (came === 0) continue;
    const end = Math.min(of.newSingles.length, first + settled + 12);
    for (let month = Math.max(0, first + settled); month < end; month += 1) {
      add(of.newSingles, month, came * single);
      add(of.newCouples, month, came * couple);
    }
  }
}

/**
 * Households per person: of single adults those living alone and sharers (persons, two to a dwelling), of other adults
 * couples and lone parents. Children and later family immigrants add to these; unaccompanied minors stand outside.
 */
export type Households = { single: number; shared: number; couple: number; lone_parent: number };

/** Households per single adult and per other adult, by year of the plan. */
export function householdsOf(parameters: Parameters): Households[] {
  return workedOut(parameters, householdsByYear);
}

function householdsByYear(parameters: Parameters): Households[] {
  const sharing = planned(parameters, 'household.sharing_share');
  return Array.from(planned(parameters, 'household.couple_share'), (together, at) => {
    const apart = sharing[at] ?? NaN;
    return { single: 1 - apart, shared: apart, couple: together / 2, lone_parent: 1 - together };
  });
}

/** Dwellings per single adult and per other adult of a year. */
export function dwellingsPer(of: Households | undefined): { single: number; adult: number } {
  if (!of) return { single: NaN, adult: NaN };
  return { single: of.single + of.shared / 2, adult: of.couple + of.lone_parent };
}
