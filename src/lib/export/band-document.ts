import { number, percent } from '$lib/format';
import { tallyOf, type BandCase, type BandTally, type BandTest } from '$lib/model/backtest-futures';
import { BAND_FIGURES, type BandFigure, type BandNote, type LeftOut } from '$lib/model/backtest-published';
import { backtestText } from '$lib/text/backtest';
import type { Text } from '$lib/text/text';

/**
 * How often the 80 % band of the futures held what was published, format `bosett/calibration@1`.
 * - `share`: what the band is meant to hold; `draws` and `seed` as asked for.
 * - `total` and `figures`: how many cases the band held, how many figures lay below and above it, and its mean width relative to its
 *   middle (`BandTally`); `municipalities` the same of each with its `cases` (`BandCase`) and what was `left_out` (`LeftOut`).
 * - `spread_holding`: the smallest `settlement.realisation.spread` with which the band of the settled of a year would have held its
 *   share, the same everywhere; `null` where none does. Nothing is changed by it.
 * - `sentences`: the same in words, the most important first; `notes`: what the reader must know.
 */
export type BandDocument = {
  format: 'bosett/calibration@1';
  draws: number;
  seed: number;
  share: number;
  total: BandTally;
  figures: Record<BandFigure, BandTally>;
  spread_holding: number | null;
  municipalities: (BandTest & { total: BandTally; figures: Record<BandFigure, BandTally> })[];
  sentences: string[];
  notes: string[];
};

/**
 * What a band from the 10th to the 90th percentile is meant to hold, between which shares it does well enough, and how many cases
 * are needed to say that it does not.
 */
export const BAND = { share: 0.8, low: 0.7, high: 0.9, least: 20 };

/** What was drawn, and the spread that would have held. */
export type Drawn = { draws: number; seed: number; spread_holding: number | null };

/** The bands of some municipalities as programs read them; the sentences in one language. */
export function bandDocument(tests: BandTest[], { draws, seed, spread_holding }: Drawn, text: Text): BandDocument {
  const cases = tests.flatMap((test) => test.cases);
  const figures = byFigure(cases);
  return {
    format: 'bosett/calibration@1',
    draws,
    seed,
    share: BAND.share,
    total: tallyOf(cases),
    figures,
    spread_holding,
    municipalities: tests.map((test) => ({ ...test, total: tallyOf(test.cases), figures: byFigure(test.cases) })),
    sentences: [
      ...heldSentences(cases, text),
      ...outsideSentences(figures, text),
      ...spreadSentences(spread_holding, text),
    ],
    notes: cases.length > 0 ? notesOf(tests, text) : [],
  };
}

function byFigure(cases: BandCase[]): Record<BandFigure, BandTally> {
  const of = (figure: BandFigure): BandTally => tallyOf(cases.filter((each) => each.figure === figure));
  return {
    settled: of('settled'),
    settled_three_years: of('settled_three_years'),
    integration_grant: of('integration_grant'),
  };
}

/** The share of cases that were held, in words; cases must be more than 0. */
export function heldShare({ held, cases }: BandTally, text: Text): string {
  return percent(held / cases, 0, text.language);
}

function heldSentences(cases: BandCase[], text: Text): string[] {
  const { bands } = backtestText[text.language];
  const total = tallyOf(cases);
  if (total.cases === 0) return [bands.nothing];
  const whole = (value: number): string => number(value, 0, text.language);
  return [
    bands.held(whole(total.held), whole(total.cases), heldShare(total, text)),
    bands.sides(whole(total.below), whole(total.above)),
  ];
}

/** The figures whose band held too few or too many of enough cases. */
function outsideSentences(figures: Record<BandFigure, BandTally>, text: Text): string[] {
  const { bands } = backtestText[text.language];
  return BAND_FIGURES.flatMap((figure) => {
    const { cases, held } = figures[figure];
    const share = held / cases;
    if (cases < BAND.least || (share >= BAND.low && share <= BAND.high)) return [];
    const side = share < BAND.low ? 'narrow' : 'wide';
    return [bands.outside[side](bands.figures[figure], heldShare(figures[figure], text))];
  });
}

function spreadSentences(spread: number | null, text: Text): string[] {
  if (spread === null) return [];
  return [
    backtestText[text.language].bands.spread(number(spread, 2, text.language), percent(BAND.share, 0, text.language)),
  ];
}

const OPENING_NOTES: BandNote[] = ['opening-hidden', 'opening-floor', 'opening-part', 'opening-none'];
const LEFT_OUT: LeftOut['why'][] = ['no-decision', 'decided-none', 'rate-unknown'];

/** What the reader must know of the cases there are. */
function notesOf(tests: BandTest[], text: Text): string[] {
  const { bands } = backtestText[text.language];
  const cases = tests.flatMap((test) => test.cases);
  const has = (figure: BandFigure): boolean => cases.some((each) => each.figure === figure);
  return [
    bands.notes.decision,
    bands.notes.standard,
    bands.notes.dependent,
    ...(has('settled_three_years') ? [bands.notes.threeYears] : []),
    ...(has('integration_grant') ? [bands.notes.grant] : []),
    ...OPENING_NOTES.flatMap((note) => {
      const where = tests.flatMap(({ name, cases: own }) =>
        own.flatMap(({ notes, year }) => (notes.includes(note) ? [`${name} ${year}`] : [])),
      );
      return where.length > 0 ? [bands.notes[note](where.join(', '))] : [];
    }),
    ...LEFT_OUT.flatMap((why) => {
      const left = tests.flatMap((test) => test.left_out.filter((each) => each.why === why)).length;
      return left > 0 ? [bands.leftOut[why](number(left, 0, text.language))] : [];
    }),
  ];
}
