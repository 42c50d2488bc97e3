import { PERMITS, type Permit } from './cohort';
import { shareAged } from './composition';
import { addEntry, type Ledger } from './ledger';
import { FAMILY, MOVED_IN, SETTLED, moveShare, type Horizon, type Stream } from './population';
import { seriesOf, valueAt, type Parameters } from './resolve';

const YOUNG = 25;

/** Participants by month, and by year those in the programme at any time. Unit: persons. */
export type Programme = {
  participants: Float64Array;
  young: Float64Array;
  /** Of the participants, those past grant year 5. */
  afterPhase: Float64Array;
  afterPhaseYoung: Float64Array;
  any: Float64Array;
  origins: number;
};

/** Participants = residents inside the age limits x participation, from the start lag through the duration. */
export function programmeOf(streams: Stream[], parameters: Parameters, horizon: Horizon): Programme {
  const years = horizon.years + horizon.tail;
  const months = 12 * years;
  const of: Programme = {
    participants: new Float64Array(months),
    young: new Float64Array(months),
    afterPhase: new Float64Array(months),
    afterPhaseYoung: new Float64Array(months),
    any: new Float64Array(years),
    origins: 0,
  };
  const courses = new Map<string, Float64Array>();
  for (const stream of streams) {
    for (const permit of PERMITS) {
      const ages = stream.composition.ages[permit];
      if ((ages.at(-1) ?? 0) === 0) continue;
      const key = `${permit}${stream.settlement_year}`;
      const course = courses.get(key) ?? courseOf(parameters, permit, stream.settlement_year);
      courses.set(key, course);
      addParticipants(of, stream, permit, course, parameters, horizon);
    }
  }
  return of;
}

/** By month since settlement, the share of future participants who are in the programme. */
function courseOf(parameters: Parameters, permit: Permit, settlementYear: number): Float64Array {
  const year = Math.max(settlementYear, parameters.first);
  const lag = valueAt(parameters, 'programme.start_lag', year);
  const durations = (parameters.catalogue.cellsOf.get('programme.duration') ?? [])
    .filter((cell) => cell.keys.permit === permit)
    .map((cell) => ({ months: Number(cell.keys.months), share: valueAt(parameters, cell.address, year) }));
  const course = new Float64Array(lag + Math.max(0, ...durations.map(({ months }) => months)));
  for (const { months, share } of durations) {
    for (let month = lag; month < lag + months; month += 1) course[month] = (course[month] ?? 0) + share;
  }
  return course;
}

function addParticipants(
  of: Programme,
  stream: Stream,
  permit: Permit,
  course: Float64Array,
  parameters: Parameters,
  horizon: Horizon,
): void {
  const settlementMonth = 12 * (stream.settlement_year - horizon.first_year);
  const end = Math.min(of.participants.length, settlementMonth + 12 + course.length);
  const lag = course.findIndex((share) => share > 0);
  if (lag < 0) return;
  const arrivesHere = stream.origin === SETTLED || stream.origin === FAMILY;
  const weights = survivors(stream, parameters, horizon);
  const pace = arrivesHere ? moveShare(parameters, 1, stream.settlement_year) / 12 : 0;
  for (let at = stream.from; 12 * at < end; at += 1) {
    const year = horizon.first_year + at;
    const since = year - stream.settlement_year;
    const [low, high] = [
      valueAt(parameters, 'programme.age_min', year),
      valueAt(parameters, 'programme.age_max', year),
    ];
    const taking = valueAt(parameters, `programme.participation.${permit}`, year);
    const ages = stream.composition.ages[permit];
    const all = taking * shareAged(ages, low, high, since);
    const young = taking * shareAged(ages, low, Math.min(high, YOUNG - 1), since);
    if (all === 0) continue;
    for (let month = 12 * at; month < Math.min(12 * at + 12, end); month += 1) {
      const present = stream.present[month] ?? 0;
      let here = 0;
      let starting = 0;
      for (let settled = 0; settled < 12; settled += 1) {
        const after = month - settlementMonth - settled;
        if (after < 0 || after >= course.length) continue;
        const persons =
          arrivesHere && after < 12 - settled
            ? (stream.arrivals[settlementMonth + settled] ?? 0) * (1 - pace * Math.max(0, after - 1))
            : present * (weights[settled] ?? 0);
        here += persons * (course[after] ?? 0);
        if (after === lag) starting += persons;
      }
      if (here === 0 && starting === 0) continue;
      of.origins |= stream.origin;
      of.participants[month] = (of.participants[month] ?? 0) + here * all;
      of.young[month] = (of.young[month] ?? 0) + here * young;
      if (since >= 5) {
        of.afterPhase[month] = (of.afterPhase[month] ?? 0) + here * all;
        of.afterPhaseYoung[month] = (of.afterPhaseYoung[month] ?? 0) + here * young;
      }
      const joining =
        stream.origin === MOVED_IN && present > 0 ? ((stream.arrivals[month] ?? 0) / present) * (here - starting) : 0;
      of.any[at] = (of.any[at] ?? 0) + all * (month === 12 * at ? here : starting + joining);
    }
  }
}

/** Of those here after the settlement year, the share that settled in each month. */
function survivors(stream: Stream, parameters: Parameters, horizon: Horizon): Float64Array {
  const weights = new Float64Array(12);
  const first = 12 * (stream.settlement_year - horizon.first_year);
  const arrivesHere = stream.origin === SETTLED || stream.origin === FAMILY;
  const pace = arrivesHere ? moveShare(parameters, 1, stream.settlement_year) / 12 : 0;
  let sum = 0;
  for (let month = 0; month < 12; month += 1) {
    const arrived = arrivesHere
      ? (stream.arrivals[first + month] ?? 0)
      : monthShare(parameters, month + 1, stream.settlement_year);
    const left = arrived * (1 - pace * (11 - month));
    weights[month] = left;
    sum += left;
  }
  if (sum > 0) for (let month = 0; month < 12; month += 1) weights[month] = (weights[month] ?? 0) / sum;
  return weights;
}

function monthShare(parameters: Parameters, month: number, year: number): number {
  return valueAt(parameters, `settlement.month.${month}`, Math.max(year, parameters.first));
}

/** Introduction benefit: person-months x 2G/12, G changing on 1 May, less below 25 and for absence. */
export function benefitEntries(ledger: Ledger, programme: Programme, parameters: Parameters, horizon: Horizon): void {
  const amounts = seriesOf(parameters, 'introduction_benefit.basic_amounts');
  const lower = seriesOf(parameters, 'introduction_benefit.young');
  const absence = seriesOf(parameters, 'programme.absence');
  for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
    const year = horizon.first_year + at;
    const index = year - parameters.first;
    for (const [from, to, month] of [
      [0, 4, 1],
      [4, 12, 5],
    ] as const) {
      const basic = seriesOf(parameters, 'basic_amount', month);
      const full =
        ((basic.value[index] ?? NaN) * (amounts.value[index] ?? NaN) * (1 - (absence.value[index] ?? NaN))) / 12;
      const all = sum(programme.participants, 12 * at + from, 12 * at + to);
      const young = sum(programme.young, 12 * at + from, 12 * at + to);
      const late = sum(programme.afterPhase, 12 * at + from, 12 * at + to);
      const lateYoung = sum(programme.afterPhaseYoung, 12 * at + from, 12 * at + to);
      const entry = {
        year,
        item: 'introduction_benefit',
        category: -1,
        settlement_year: 0,
        kind: 'participants',
        origins: programme.origins,
      } as const;
      const prices = [basic, amounts, absence];
      for (const [after_phase, older, younger] of [
        [false, all - young - late + lateYoung, young - lateYoung],
        [true, late - lateYoung, lateYoung],
      ] as const) {
        addEntry(ledger, { ...entry, after_phase, quantity: clean(older), unit_price: full, prices });
        addEntry(ledger, {
          ...entry,
          after_phase,
          quantity: clean(younger),
          unit_price: full * (lower.value[index] ?? NaN),
          prices: [...prices, lower],
        });
      }
    }
  }
}

function sum(months: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let month = from; month < to; month += 1) total += months[month] ?? 0;
  return total;
}

/** A difference of equal sums is nothing, not a billionth of a person. */
function clean(persons: number): number {
  return Math.abs(persons) < 1e-9 ? 0 : persons;
}
