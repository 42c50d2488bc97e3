import { PERMITS, type Permit } from './cohort';
import { shareAged } from './composition';
import { addEntry, type Ledger, type Price } from './ledger';
import { FAMILY, MOVED_IN, SETTLED, firstYearMoveShare, type Horizon, type Stream } from './population';
import { seriesOf, yearsFrom, type Parameters, type Series } from './resolve';

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
  const rules = rulesOf(parameters, horizon);
  for (const stream of streams) {
    let weights: Float64Array | null = null;
    for (const permit of PERMITS) {
      if ((stream.composition.ages[permit].at(-1) ?? 0) === 0) continue;
      weights ??= survivors(stream, rules);
      addParticipants(of, stream, permit, weights, rules, horizon);
    }
  }
  return of;
}

/** What the years of the plan need at hand. */
type Rules = {
  low: Float64Array;
  high: Float64Array;
  youngBelow: Float64Array;
  taking: Record<Permit, Float64Array>;
  course: (permit: Permit, settlementYear: number) => Course;
  monthShare: (month: number, year: number) => number;
  pace: (settlementYear: number) => number;
};

/** By month since settlement, the share of future participants who are in the programme; they start after `lag` months. */
type Course = { lag: number; shares: Float64Array };

function rulesOf(parameters: Parameters, horizon: Horizon): Rules {
  const years = (address: string): Float64Array => yearsFrom(parameters, address, horizon.first_year);
  const months = Array.from({ length: 12 }, (_, month) => seriesOf(parameters, `settlement.month.${month + 1}`).value);
  const known = (year: number): number => Math.max(year, parameters.first);
  return {
    low: years('programme.age_min'),
    high: years('programme.age_max'),
    youngBelow: years('introduction_benefit.young_below'),
    taking: {
      ordinary: years('programme.participation.ordinary'),
      collective: years('programme.participation.collective'),
      family: years('programme.participation.family'),
    },
    course: coursesOf(parameters),
    monthShare: (month, year) => months[month]?.[known(year) - parameters.first] ?? NaN,
    pace: (settlementYear) => firstYearMoveShare(parameters, known(settlementYear)) / 12,
  };
}

/** The courses, made again only in years in which the lag or the durations differ from the year before asked for. */
function coursesOf(parameters: Parameters): Rules['course'] {
  const lags = seriesOf(parameters, 'programme.start_lag').value;
  const cells = parameters.catalogue.cellsOf.get('programme.duration') ?? [];
  const durations = cells.map(({ keys, address }) => ({
    permit: keys.permit,
    months: Number(keys.months),
    value: seriesOf(parameters, address).value,
  }));
  const kept = new Map<Permit, { at: number; course: Course }>();
  return (permit, settlementYear) => {
    const at = Math.max(settlementYear, parameters.first) - parameters.first;
    const last = kept.get(permit);
    const isSame = (before: number): boolean =>
      lags[before] === lags[at] && durations.every(({ value }) => value[before] === value[at]);
    if (last && isSame(last.at)) return last.course;
    const lag = lags[at] ?? NaN;
    const own = durations.filter((duration) => duration.permit === permit);
    const shares = new Float64Array(lag + Math.max(0, ...own.map(({ months }) => months)));
    for (const { months, value } of own) {
      for (let month = lag; month < lag + months; month += 1) shares[month] = (shares[month] ?? 0) + (value[at] ?? NaN);
    }
    const course = { lag, shares };
    kept.set(permit, { at, course });
    return course;
  };
}

/** The course of one stream and permit added month by month. */
function addParticipants(
  of: Programme,
  stream: Stream,
  permit: Permit,
  weights: Float64Array,
  rules: Rules,
  horizon: Horizon,
): void {
  const { settlement_year, origin, arrivals, present, from } = stream;
  const settlementMonth = 12 * (settlement_year - horizon.first_year);
  const { lag, shares } = rules.course(permit, settlement_year);
  const end = Math.min(of.participants.length, settlementMonth + 12 + shares.length);
  const pace = arrivesHere(stream) ? rules.pace(settlement_year) : 0;
  for (let at = from; 12 * at < end; at += 1) {
    const since = horizon.first_year + at - settlement_year;
    const high = rules.high[at] ?? NaN;
    const taking = rules.taking[permit][at] ?? NaN;
    const all = taking * shareAged(stream.composition.ages[permit], rules.low[at] ?? NaN, high, since);
    if (all === 0) continue;
    const young =
      taking *
      shareAged(
        stream.composition.ages[permit],
        rules.low[at] ?? NaN,
        Math.min(high, (rules.youngBelow[at] ?? NaN) - 1),
        since,
      );
    const inArrivalYear = arrivesHere(stream) && since === 0;
    for (let month = 12 * at; month < Math.min(12 * at + 12, end); month += 1) {
      const after = month - settlementMonth;
      let here = 0;
      let starting = 0;
      for (let settled = Math.max(0, after - shares.length + 1); settled < 12 && settled <= after; settled += 1) {
        const persons = inArrivalYear
          ? (arrivals[settled] ?? 0) * (1 - pace * Math.max(0, after - settled - 1))
          : (present[month] ?? 0) * (weights[settled] ?? 0);
        here += persons * (shares[after - settled] ?? 0);
        if (after - settled === lag) starting += persons;
      }
      if (here === 0) continue;
      of.origins |= origin;
      addTo(of.participants, month, here * all);
      addTo(of.young, month, here * young);
      if (since >= 5) {
        addTo(of.afterPhase, month, here * all);
        addTo(of.afterPhaseYoung, month, here * young);
      }
      const joins = origin === MOVED_IN && at === from ? (arrivals[month - 12 * at] ?? 0) / (present[month] ?? 1) : 0;
      addTo(of.any, at, all * (month === 12 * at ? here : starting + joins * (here - starting)));
    }
  }
}

function arrivesHere(stream: Stream): boolean {
  return stream.origin === SETTLED || stream.origin === FAMILY;
}

function addTo(months: Float64Array, at: number, persons: number): void {
  months[at] = (months[at] ?? 0) + persons;
}

/** Of those here after the settlement year, the share that settled in each month. */
function survivors(stream: Stream, rules: Rules): Float64Array {
  const weights = new Float64Array(12);
  const pace = arrivesHere(stream) ? rules.pace(stream.settlement_year) : 0;
  let sum = 0;
  for (let month = 0; month < 12; month += 1) {
    const arrived = arrivesHere(stream)
      ? (stream.arrivals[month] ?? 0)
      : rules.monthShare(month, stream.settlement_year);
    const left = arrived * (1 - pace * (11 - month));
    weights[month] = left;
    sum += left;
  }
  if (sum > 0) for (let month = 0; month < 12; month += 1) weights[month] = (weights[month] ?? 0) / sum;
  return weights;
}

/** Introduction benefit: person-months x 2G/12, G changing on 1 May, less below 25 and for absence. */
export function benefitEntries(ledger: Ledger, programme: Programme, parameters: Parameters, horizon: Horizon): void {
  const parts = [
    { from: 0, to: 4, ...benefitPrices(parameters, horizon, 1) },
    { from: 4, to: 12, ...benefitPrices(parameters, horizon, 5) },
  ];
  const source = { kind: 'participants', origins: programme.origins, settlement_year: 0, category: -1 } as const;
  for (let at = 0; at < horizon.years + horizon.tail; at += 1) {
    const year = horizon.first_year + at;
    for (const { from, to, full, lower } of parts) {
      const sum = (months: Float64Array): number => sumBetween(months, 12 * at + from, 12 * at + to);
      const [all, young] = [sum(programme.participants), sum(programme.young)];
      if (all === 0) continue;
      const [late, lateYoung] = [sum(programme.afterPhase), sum(programme.afterPhaseYoung)];
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
