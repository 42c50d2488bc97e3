import { PERMITS, type Permit } from './cohort';
import { shareAged } from './composition';
import { addEntry, type Ledger, type Price } from './ledger';
import { FAMILY, MOVED_IN, SETTLED, firstYearMoveShare, type Horizon, type Stream } from './population';
import { seriesOf, valueAt, type Parameters, type Series } from './resolve';

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

/** The course of one stream and permit added month by month. */
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
  if (lag < 0 || 12 * stream.from >= end) return;
  const arrivesHere = stream.origin === SETTLED || stream.origin === FAMILY;
  const weights = survivors(stream, parameters, horizon);
  const pace = arrivesHere ? firstYearMoveShare(parameters, stream.settlement_year) / 12 : 0;
  for (let at = stream.from; 12 * at < end; at += 1) {
    const year = horizon.first_year + at;
    const share = shareTaking(stream, permit, parameters, year);
    if (share.all === 0) continue;
    const inArrivalYear = arrivesHere && year === stream.settlement_year;
    for (let month = 12 * at; month < Math.min(12 * at + 12, end); month += 1) {
      const since = month - settlementMonth;
      const present = stream.present[month] ?? 0;
      let here = 0;
      let starting = 0;
      for (let settled = Math.max(0, since - course.length + 1); settled < 12 && settled <= since; settled += 1) {
        const after = since - settled;
        const persons = inArrivalYear
          ? (stream.arrivals[settlementMonth + settled] ?? 0) * (1 - pace * Math.max(0, after - 1))
          : present * (weights[settled] ?? 0);
        here += persons * (course[after] ?? 0);
        if (after === lag) starting += persons;
      }
      if (here === 0) continue;
      of.origins |= stream.origin;
      addTo(of.participants, month, here * share.all);
      addTo(of.young, month, here * share.young);
      if (year - stream.settlement_year >= 5) {
        addTo(of.afterPhase, month, here * share.all);
        addTo(of.afterPhaseYoung, month, here * share.young);
      }
      const joining = stream.origin === MOVED_IN ? ((stream.arrivals[month] ?? 0) / present) * (here - starting) : 0;
      addTo(of.any, at, share.all * (month === 12 * at ? here : starting + joining));
    }
  }
}

/** Of a stream, the share inside the age limits that takes part, and of it those below 25. */
function shareTaking(
  stream: Stream,
  permit: Permit,
  parameters: Parameters,
  year: number,
): { all: number; young: number } {
  const [low, high] = [valueAt(parameters, 'programme.age_min', year), valueAt(parameters, 'programme.age_max', year)];
  const taking = valueAt(parameters, `programme.participation.${permit}`, year);
  const ages = stream.composition.ages[permit];
  const since = year - stream.settlement_year;
  return {
    all: taking * shareAged(ages, low, high, since),
    young: taking * shareAged(ages, low, Math.min(high, YOUNG - 1), since),
  };
}

function addTo(months: Float64Array, at: number, persons: number): void {
  months[at] = (months[at] ?? 0) + persons;
}

/** Of those here after the settlement year, the share that settled in each month. */
function survivors(stream: Stream, parameters: Parameters, horizon: Horizon): Float64Array {
  const weights = new Float64Array(12);
  const first = 12 * (stream.settlement_year - horizon.first_year);
  const arrivesHere = stream.origin === SETTLED || stream.origin === FAMILY;
  const pace = arrivesHere ? firstYearMoveShare(parameters, stream.settlement_year) / 12 : 0;
  let sum = 0;
  for (let month = 0; month < 12; month += 1) {
    const arrived = arrivesHere
      ? (stream.arrivals[first + month] ?? 0)
      : monthShare(parameters, month + 1, stream.settlement_year);
    weights[month] = arrived * (1 - pace * (11 - month));
    sum += weights[month] ?? 0;
  }
  if (sum > 0) for (let month = 0; month < 12; month += 1) weights[month] = (weights[month] ?? 0) / sum;
  return weights;
}

function monthShare(parameters: Parameters, month: number, year: number): number {
  return valueAt(parameters, `settlement.month.${month}`, Math.max(year, parameters.first));
}

/** Introduction benefit: person-months x 2G/12, G changing on 1 May, less below 25 and for absence. */
export function benefitEntries(ledger: Ledger, programme: Programme, parameters: Parameters, horizon: Horizon): void {
  const years = horizon.years + horizon.tail;
  const parts = [
    { from: 0, to: 4, ...benefitPrices(parameters, horizon, 1) },
    { from: 4, to: 12, ...benefitPrices(parameters, horizon, 5) },
  ];
  for (let at = 0; at < years; at += 1) {
    const year = horizon.first_year + at;
    for (const { from, to, full, lower } of parts) {
      const sum = (months: Float64Array): number => sumBetween(months, 12 * at + from, 12 * at + to);
      const [all, young] = [sum(programme.participants), sum(programme.young)];
      if (all === 0) continue;
      const [late, lateYoung] = [sum(programme.afterPhase), sum(programme.afterPhaseYoung)];
      const source = { kind: 'participants', origins: programme.origins, settlement_year: 0, category: -1 } as const;
      addEntry(ledger, year, 'introduction_benefit', clean(all - young - late + lateYoung), full, at, source);
      addEntry(ledger, year, 'introduction_benefit', clean(young - lateYoung), lower, at, source);
      addEntry(ledger, year, 'introduction_benefit', clean(late - lateYoung), full, at, source, true);
      addEntry(ledger, year, 'introduction_benefit', lateYoung, lower, at, source, true);
    }
  }
}

/** The monthly benefit in full and below 25, with the basic amount in force from the first of `month`. */
function benefitPrices(parameters: Parameters, horizon: Horizon, month: number): { full: Price; lower: Price } {
  const from = horizon.first_year;
  const basic = seriesOf(parameters, 'basic_amount', month);
  const [amounts, absence, young] = [
    'introduction_benefit.basic_amounts',
    'programme.absence',
    'introduction_benefit.young',
  ].map((id) => seriesOf(parameters, id)) as [Series, Series, Series];
  const at = (series: Series, index: number): number => series.value[from - parameters.first + index] ?? NaN;
  const full = Float64Array.from(
    { length: horizon.years + horizon.tail },
    (_, index) => (at(basic, index) * at(amounts, index) * (1 - at(absence, index))) / 12,
  );
  const series = [basic, amounts, ...(full.some((_, index) => at(absence, index) !== 0) ? [absence] : [])];
  return {
    full: { value: full, series },
    lower: { value: full.map((value, index) => value * at(young, index)), series: [...series, young] },
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
