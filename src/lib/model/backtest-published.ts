import type { BacktestYear, Bounds, History, Series } from './backtest-history';

/** The figures whose bands are tried: persons settled in a year and in three years, and kroner paid of the integration grant. */
export const BAND_FIGURES = ['settled', 'settled_three_years', 'integration_grant'] as const;
export type BandFigure = (typeof BAND_FIGURES)[number];

/**
 * What makes the opening of a forecast less than published: of the five years before it a count is hidden (it stands for
 * `Bounds.suppressed`), a floor, of a part of the year, or lacking (nobody is counted).
 */
export type BandNote = 'opening-hidden' | 'opening-floor' | 'opening-part' | 'opening-none';

/**
 * Why a published figure is not tried: nobody published the decision, it was 0 (then there is no band), or the rates of the
 * grant are unknown.
 */
export type LeftOut = { figure: BandFigure; year: number; why: 'no-decision' | 'decided-none' | 'rate-unknown' };

/** Earlier years needed before a municipality's own spread counts, and how many years the default counts as beside them. */
export const OWN_YEARS = 5;
/** Years before a forecast whose settled can still bring an integration grant in it. */
export const PHASE = 5;
/** Years of the longest figure tried. */
const YEARS = 3;

/** A published figure, and how many years into the forecast it lies. */
export type Wanted = { figure: BandFigure; at: number; published: number };

/** What is published of a municipality, and what of it the forecasts are made for. */
export type Past = { history: History; years: BacktestYear[]; bounds: Bounds };

/** Whether a series of a year is a published count of the whole year. */
function isWhole(year: BacktestYear | undefined, series: Series): year is BacktestYear {
  return year !== undefined && year[series] !== null && year[`${series}_mark`] === '';
}

/** Whether a forecast can be made for a year: somebody was decided, and it was published. */
export function isTried(year: BacktestYear): boolean {
  return isWhole(year, 'decided') && (year.decided ?? 0) > 0;
}

/** A year's persons; `undefined` where no count of any kind is published. */
export function yearOf({ years }: Past, year: number): BacktestYear | undefined {
  return years.find((each) => each.year === year);
}

/** The integration grant paid in a year; `null` where a part is hidden or unclear. */
function paidIn({ history }: Past, year: number): number | null {
  const parts = (['integration_year1', 'integration_year2_5'] as const).map(
    (item) => history.payments.find((each) => each.year === year && each.item === item)?.amount ?? null,
  );
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

/** The published figures that a forecast from a year is laid beside; payments a year later too, where that had no decision. */
export function wantedFrom(past: Past, year: BacktestYear): Wanted[] {
  const wanted: Wanted[] = [];
  const ahead = Array.from({ length: YEARS }, (_, at) => yearOf(past, year.year + at));
  if (isWhole(year, 'settled')) wanted.push({ figure: 'settled', at: 0, published: year.settled ?? NaN });
  if (ahead.every((each) => isWhole(each, 'settled'))) {
    const published = ahead.reduce((sum, each) => sum + (each?.settled ?? NaN), 0);
    wanted.push({ figure: 'settled_three_years', at: YEARS - 1, published });
  }
  for (const at of isWhole(ahead[1], 'decided') ? [0] : [0, 1]) {
    const published = paidIn(past, year.year + at);
    if (published !== null) wanted.push({ figure: 'integration_grant', at, published });
  }
  return wanted;
}

/** Published figures of years from which no forecast can be made. */
export function leftOut(past: Past): LeftOut[] {
  return past.years.flatMap((year, at) => {
    if (isTried(year)) return [];
    const why = isWhole(year, 'decided') ? 'decided-none' : 'no-decision';
    const before = past.years[at - 1];
    const isAhead = why === 'no-decision' && before?.year === year.year - 1 && isTried(before);
    const of = (figure: BandFigure, isPublished: boolean): LeftOut[] =>
      isPublished ? [{ figure, year: year.year, why }] : [];
    return [
      ...of('settled', isWhole(year, 'settled')),
      ...of('integration_grant', paidIn(past, year.year) !== null && !isAhead),
    ];
  });
}

/** What makes the opening of a forecast from a year less than published. */
export function openingNotes(past: Past, first_year: number): BandNote[] {
  const marks = openingYears(past, first_year).map(({ settled_mark }) => settled_mark);
  const has = (...of: string[]): boolean => marks.some((mark) => of.includes(mark));
  const notes: [BandNote, boolean][] = [
    ['opening-hidden', has('suppressed')],
    ['opening-floor', has('at_least')],
    ['opening-part', has('part_year')],
    ['opening-none', has('none', 'not_read') || marks.length < PHASE],
  ];
  return notes.flatMap(([note, holds]) => (holds ? [note] : []));
}

/** The years before a forecast whose settled are still in the five-year phase. */
function openingYears({ years }: Past, first_year: number): BacktestYear[] {
  return years.filter(({ year }) => year < first_year && year >= first_year - PHASE);
}

/** Settled as a share of decided in each year before one, where both are published of the whole year and somebody was decided. */
export function ratiosBefore(years: BacktestYear[], before: number): number[] {
  return years
    .filter((each) => each.year < before && isTried(each) && isWhole(each, 'settled'))
    .map(({ settled, decided }) => (settled ?? NaN) / (decided ?? NaN));
}

/**
 * The spread of realisation by a municipality's own years: the root mean square of how far settled / decided was from 1, the
 * default counting as five years beside them. With fewer than five years the default. At most 1, the most a spread can be.
 */
export function ownSpread(ratios: readonly number[], standard: number): number {
  if (ratios.length < OWN_YEARS) return standard;
  const squares = ratios.reduce((sum, ratio) => sum + (ratio - 1) ** 2, 0);
  return Math.min(1, Math.sqrt((squares + OWN_YEARS * standard ** 2) / (ratios.length + OWN_YEARS)));
}
