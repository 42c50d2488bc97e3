import { shareAged } from './composition';
import type { Education } from './education';
import { addEntry, type ItemId, type Ledger, type Price, type Quantity } from './ledger';
import { householdsOf, type Households } from './places';
import { OPENING, type Horizon, type Stream } from './population';
import type { Programme } from './programme';
import { optionAt, seriesOf, valueAt, yearsFrom, type Parameters } from './resolve';

/** Rounding noise that must not open a post. */
const NOISE = 1e-9;

/** The groups of posts, the item each is booked on and what its number follows. */
export const GROUPS = {
  adviser: { item: 'staff.advisers', kind: 'advisers' },
  settlement_worker: { item: 'staff.settlement_workers', kind: 'settlement_workers' },
  bilingual_assistant: { item: 'staff.bilingual_assistants', kind: 'bilingual_assistants' },
  management: { item: 'staff.management', kind: 'management' },
  psychosocial_adviser: { item: 'health.psychosocial_adviser', kind: 'psychosocial_adviser' },
  unaccompanied_minor_care: { item: 'unaccompanied_minor_care.staff', kind: 'minors_staff' },
  teacher: { item: 'education.teachers', kind: 'teachers' },
} as const satisfies Record<string, { item: ItemId; kind: Quantity }>;
export type Group = keyof typeof GROUPS;
export const GROUP_NAMES = Object.keys(GROUPS) as Group[];

/** Posts by month: what the work needs, and what is paid after hiring lag and notice. Unit: full-time posts. */
export type Posts = { needed: Float64Array; paid: Float64Array; openingKnown: boolean };
export type Staff = Record<Group, Posts>;

/** Every group's posts from what drives it; need and paid (`model.md` 6). */
export function staffOf(
  streams: Stream[],
  programme: Programme,
  education: Education,
  parameters: Parameters,
  horizon: Horizon,
): Staff {
  const posts = (group: Group, driver: Float64Array): Posts => {
    const ratio = yearsFrom(parameters, `staff.${group}.ratio`, horizon.first_year);
    return postsOf(group, driver, (at) => 1 / (ratio[at] ?? NaN), parameters, horizon);
  };
  const counts = countsOf(streams, parameters, horizon);
  const adviser = posts('adviser', programme.participants);
  const settlement_worker = posts('settlement_worker', counts.newHouseholds);
  const bilingual_assistant = posts('bilingual_assistant', education.pupils);
  const led = new Float64Array(adviser.needed.length);
  for (let month = 0; month < led.length; month += 1)
    led[month] =
      (adviser.needed[month] ?? 0) + (settlement_worker.needed[month] ?? 0) + (bilingual_assistant.needed[month] ?? 0);
  const teachersPerGroup = perGroup(parameters, horizon);
  return {
    adviser,
    settlement_worker,
    bilingual_assistant,
    management: posts('management', led),
    psychosocial_adviser: posts('psychosocial_adviser', counts.inPhase),
    unaccompanied_minor_care: posts('unaccompanied_minor_care', counts.minors),
    teacher: postsOf('teacher', education.groups, (at) => teachersPerGroup[at] ?? NaN, parameters, horizon),
  };
}

/** Teachers' posts a group takes: its hours in a year over the teaching hours of a full post. */
function perGroup(parameters: Parameters, horizon: Horizon): Float64Array {
  const years = (address: string): Float64Array => yearsFrom(parameters, address, horizon.first_year);
  const [hours, weeks, full] = [
    years('education.weekly_hours'),
    years('education.weeks'),
    years('education.teacher_hours'),
  ];
  return hours.map((weekly, at) => (weekly * (weeks[at] ?? NaN)) / (full[at] ?? NaN));
}

/** By month: households settled in the last twelve months, persons in the five-year phase, minors in staffed care. */
type Counts = { newHouseholds: Float64Array; inPhase: Float64Array; minors: Float64Array };

function countsOf(streams: Stream[], parameters: Parameters, horizon: Horizon): Counts {
  const months = 12 * (horizon.years + horizon.tail);
  const of: Counts = {
    newHouseholds: new Float64Array(months),
    inPhase: new Float64Array(months),
    minors: new Float64Array(months),
  };
  const oldest = yearsFrom(parameters, 'unaccompanied_minor_care.age_max', horizon.first_year);
  for (const stream of streams) {
    addNewHouseholds(
      of.newHouseholds,
      stream,
      householdsOf(stream.composition, parameters, horizon),
      parameters,
      horizon,
    );
    const ages = stream.composition.ages.unaccompanied_minor;
    const alone = (ages.at(-1) ?? 0) > 0;
    for (let at = stream.from; at < horizon.years + horizon.tail; at += 1) {
      const since = horizon.first_year + at - stream.settlement_year;
      const cared = alone ? shareAged(ages, 0, oldest[at] ?? NaN, since) : 0;
      if (since >= 5 && cared === 0) break;
      for (let month = 12 * at; month < 12 * at + 12; month += 1) {
        const present = stream.present[month] ?? 0;
        if (since < 5) of.inPhase[month] = (of.inPhase[month] ?? 0) + present;
        if (cared > 0) of.minors[month] = (of.minors[month] ?? 0) + present * cared;
      }
    }
  }
  return of;
}

/** Each household counts in its month of settlement and the eleven after it. */
function addNewHouseholds(
  to: Float64Array,
  stream: Stream,
  households: Households,
  parameters: Parameters,
  horizon: Horizon,
): void {
  const perPerson = households.single + households.shared / 2 + households.couple + households.lone_parent;
  if (perPerson === 0) return;
  const settledBefore = stream.origin === OPENING && stream.settlement_year === horizon.first_year - 1;
  if (stream.origin === OPENING ? !settledBefore : stream.settlement_year < horizon.first_year + stream.from) return;
  for (let settled = 0; settled < 12; settled += 1) {
    const came = settledBefore
      ? (stream.january[0] ?? 0) *
        valueAt(parameters, `settlement.month.${settled + 1}`, Math.max(stream.settlement_year, parameters.first))
      : (stream.arrivals[settled] ?? 0);
    if (came === 0) continue;
    const from = 12 * (stream.settlement_year - horizon.first_year) + settled;
    for (let month = Math.max(0, from); month < Math.min(to.length, from + 12); month += 1)
      to[month] = (to[month] ?? 0) + came * perPerson;
  }
}

/** Need by month from a driver, in whole steps and never under the smallest crew; then what is paid. */
function postsOf(
  group: Group,
  driver: Float64Array,
  perUnit: (at: number) => number,
  parameters: Parameters,
  horizon: Horizon,
): Posts {
  const from = horizon.first_year;
  const fewest = yearsFrom(parameters, 'capacity.fewest', from);
  const minimum = yearsFrom(parameters, `staff.${group}.minimum`, from);
  const steps = yearsFrom(parameters, `staff.${group}.step`, from);
  const needed = new Float64Array(driver.length);
  for (let month = 0; month < driver.length; month += 1) {
    const units = driver[month] ?? 0;
    const at = Math.floor(month / 12);
    // Posts led are never as few as half a person; only people are.
    if (units <= NOISE || (group !== 'management' && units < (fewest[at] ?? NaN))) continue;
    const step = steps[at] ?? NaN;
    needed[month] = Math.ceil(Math.max(units * perUnit(at), minimum[at] ?? NaN) / step - NOISE) * step;
  }
  const opening = valueAt(parameters, `staff.${group}.opening`, from);
  const openingKnown = !Number.isNaN(opening);
  const lag = valueAt(parameters, 'staff.hiring_lag', from);
  const notice = valueAt(parameters, 'staff.notice', from);
  return { needed, paid: paidPosts(needed, openingKnown ? opening : (needed[0] ?? 0), lag, notice), openingKnown };
}

/**
 * Posts rise `lag` months after need and fall `notice` months after it:
 * posts(m) = min(max(posts(m-1), lowest need of m-lag..m), highest need of m-notice..m), need before month 1 = opening.
 */
export function paidPosts(needed: Float64Array, opening: number, lag: number, notice: number): Float64Array {
  const paid = new Float64Array(needed.length);
  let posts = opening;
  for (let month = 0; month < needed.length; month += 1) {
    let lowest = Infinity;
    let highest = 0;
    for (let back = 0; back <= Math.max(lag, notice); back += 1) {
      const need = month - back < 0 ? opening : (needed[month - back] ?? 0);
      if (back <= lag) lowest = Math.min(lowest, need);
      if (back <= notice) highest = Math.max(highest, need);
    }
    posts = Math.min(Math.max(posts, lowest), highest);
    paid[month] = posts;
  }
  return paid;
}

/** Paid posts x wage with pension and employer's contribution; teachers belong to teaching. */
export function staffEntries(
  ledger: Ledger,
  staff: Staff,
  parameters: Parameters,
  horizon: Horizon,
  programme: Programme,
): void {
  const charge = chargeOf(parameters, horizon);
  const { origins } = programme;
  for (const group of GROUP_NAMES) {
    const { item, kind } = GROUPS[group];
    const price = wagePrice(parameters, group, charge, horizon);
    const source = { kind, origins, settlement_year: 0, category: -1 } as const;
    for (let at = 0; at < horizon.years + horizon.tail; at += 1)
      addEntry(ledger, at, item, meanOfYear(staff[group].paid, at), price, at, source);
  }
}

/** What comes on top of a wage, as a factor by year, and the parameters behind it. */
function chargeOf(parameters: Parameters, horizon: Horizon): Price {
  const from = horizon.first_year;
  const [zone, pension] = [seriesOf(parameters, 'staff.tax_zone'), seriesOf(parameters, 'staff.pension')];
  const value = new Float64Array(horizon.years + horizon.tail);
  for (let at = 0; at < value.length; at += 1) {
    const tax = valueAt(
      parameters,
      `staff.employer_tax.${optionAt(parameters, 'staff.tax_zone', from + at)}`,
      from + at,
    );
    value[at] = (1 + (pension.value[from + at - parameters.first] ?? NaN)) * (1 + tax);
  }
  const tax = seriesOf(parameters, `staff.employer_tax.${optionAt(parameters, 'staff.tax_zone', from)}`);
  return { value, series: [pension, tax, zone] };
}

/** What a full post costs by year. */
function wagePrice(parameters: Parameters, group: Group, charge: Price, horizon: Horizon): Price {
  const wage = seriesOf(parameters, `staff.${group}.wage`);
  const from = horizon.first_year - parameters.first;
  const value = charge.value.map((factor, at) => (wage.value[from + at] ?? NaN) * factor);
  return { value, series: [wage, ...charge.series] };
}

/** The mean of the twelve months of a year of the plan. */
export function meanOfYear(months: Float64Array, at: number): number {
  let sum = 0;
  for (let month = 12 * at; month < 12 * at + 12; month += 1) sum += months[month] ?? 0;
  return sum / 12;
}

/** The highest of the twelve months of a year of the plan. */
export function peakOfYear(months: Float64Array, at: number): number {
  let peak = 0;
  for (let month = 12 * at; month < 12 * at + 12; month += 1) peak = Math.max(peak, months[month] ?? 0);
  return peak;
}
