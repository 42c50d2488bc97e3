import { BAND, bandDocument, heldShare, type BandDocument } from '$lib/export/band-document';
import { number } from '$lib/format';
import { bandTest, spreadHolding, tallyOf, type Asked, type BandTally } from '$lib/model/backtest-futures';
import type { History } from '$lib/model/backtest-history';
import { BAND_FIGURES } from '$lib/model/backtest-published';
import { historyOf, municipalitiesWithHistory } from '$lib/parameters/history';
import { municipalityOf, municipalityOverrides } from '$lib/parameters/municipalities';
import { publishedCatalogue } from '$lib/parameters/published';
import { backtestText } from '$lib/text/backtest';
import type { Text } from '$lib/text/text';
import { UsageError, type Arguments } from './arguments';
import { csv, table } from './table';

/** `backtest --draws N [--seed S] [MUNICIPALITY]`: how often the bands of the futures held what was published; all with history. */
export function bandsCommand({ operands, text, format, seed }: Arguments, draws: number): number {
  const words = backtestText[text.language];
  const [given, ...more] = operands;
  if (more.length > 0) throw new UsageError(words.oneMunicipality);
  const histories = given === undefined ? municipalitiesWithHistory().map(({ municipality }) => municipality) : [given];
  const tried = histories.map((number) => knownHistory(number, text));
  const tests = tried.map((history) => tested(history, { draws, seed }));
  // The decisions of one municipality are too few to say anything of the spread.
  const spread_holding = given === undefined ? spreadThatHolds(tried, { draws, seed }) : null;
  const document = bandDocument(tests, { draws, seed, spread_holding }, text);
  if (format === 'json') process.stdout.write(`${JSON.stringify(document)}\n`);
  if (format === 'csv') {
    process.stdout.write(csv(rowsOf(document)));
    for (const sentence of [...document.sentences, ...document.notes]) process.stderr.write(`${sentence}\n`);
  }
  if (format === 'table') process.stdout.write(tablesOf(document, text));
  return 0;
}

function knownHistory(given: string, text: Text): History {
  const history = historyOf(given);
  if (history) return history;
  const known = municipalitiesWithHistory().map(({ municipality, name }) => `${municipality} ${name}`);
  throw new UsageError(backtestText[text.language].unknown(given, known.join(', ')));
}

function tested(history: History, asked: Asked): ReturnType<typeof bandTest> {
  const zones = publishedCatalogue.parameters.get('staff.tax_zone')?.options ?? [];
  const known = municipalityOverrides(municipalityOf(history.municipality), zones);
  return bandTest(publishedCatalogue, history, known, asked);
}

function spreadThatHolds(histories: History[], asked: Asked): number | null {
  return spreadHolding(BAND.share, (spread) => {
    const tests = histories.map((history) => tested(history, { ...asked, figures: ['settled'], spread }));
    const { held, cases } = tallyOf(tests.flatMap((test) => test.cases));
    return held / cases;
  });
}

function rowsOf({ municipalities }: BandDocument): Record<string, unknown>[] {
  return municipalities.flatMap(({ municipality, name, cases }) =>
    cases.map(({ notes, ...each }) => ({ municipality, name, ...each, notes: notes.join(' ') })),
  );
}

function tablesOf(document: BandDocument, text: Text): string {
  const { bands } = backtestText[text.language];
  const { municipalities, draws, seed, sentences, notes } = document;
  const parts = [
    [bands.title, bands.made(number(draws, 0, text.language), String(seed))],
    sentences,
    ...(document.total.cases > 0 ? [[bands.byFigure, figureTable(document, text).trimEnd()]] : []),
    ...(municipalities.length > 1 ? [[bands.byMunicipality, municipalityTable(document, text).trimEnd()]] : []),
    ...(municipalities.length === 1 && document.total.cases > 0
      ? [[bands.byYear, caseTable(document, text).trimEnd()]]
      : []),
    ...(notes.length > 0 ? [[backtestText[text.language].flagsTitle, ...notes.map((note) => `- ${note}`)]] : []),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Held, cases, share, below, above and width of a tally; a line where nothing was tried. */
function cellsOf(tally: BandTally, text: Text): string[] {
  const { held, cases, below, above, width } = tally;
  const written = [held, cases].map((each) => number(each, 0, text.language));
  return [
    ...written,
    cases > 0 ? heldShare(tally, text) : NONE,
    ...[below, above].map((each) => number(each, 0, text.language)),
    width === null ? NONE : number(width, 2, text.language),
  ];
}

const NONE = '–';

function figureTable({ figures, total }: BandDocument, text: Text): string {
  const { bands } = backtestText[text.language];
  return table(
    [{ heading: bands.columns.figure }, ...tallyColumns(text)],
    [
      ...BAND_FIGURES.map((figure) => [bands.figures[figure], ...cellsOf(figures[figure], text)]),
      [bands.all, ...cellsOf(total, text)],
    ],
  );
}

function municipalityTable({ municipalities, total, figures }: BandDocument, text: Text): string {
  const { bands } = backtestText[text.language];
  const rows = [...municipalities, { name: bands.all, total, figures }];
  return table(
    [
      { heading: bands.columns.municipality },
      ...BAND_FIGURES.map((figure) => ({ heading: bands.figures[figure], right: true })),
      ...tallyColumns(text),
    ],
    rows.map((row) => [
      row.name,
      ...BAND_FIGURES.map((figure) => {
        const { held, cases } = row.figures[figure];
        return cases > 0 ? bands.of(String(held), String(cases)) : NONE;
      }),
      ...cellsOf(row.total, text),
    ]),
  );
}

function tallyColumns(text: Text): { heading: string; right: boolean }[] {
  const { columns } = backtestText[text.language].bands;
  const names = ['held', 'cases', 'share', 'below', 'above', 'width'] as const;
  return names.map((name) => ({ heading: columns[name], right: true }));
}

/** Every case of one municipality; kroner in thousands. */
function caseTable({ municipalities }: BandDocument, text: Text): string {
  const { bands } = backtestText[text.language];
  const { columns } = bands;
  const names = ['decided', 'spread', 'low', 'middle', 'high', 'published'] as const;
  const headings = [
    { heading: columns.year },
    { heading: columns.figure },
    ...names.map((name) => ({ heading: columns[name], right: true })),
    { heading: columns.outcome },
  ];
  const rows = municipalities.flatMap(({ cases }) =>
    cases.map(({ figure, first_year, year, decided, spread, low, middle, high, published, outcome }) => {
      const scale = figure === 'integration_grant' ? 1000 : 1;
      return [
        first_year === year ? String(year) : `${first_year}–${year}`,
        bands.figures[figure],
        number(decided, 0, text.language),
        number(spread, 2, text.language),
        ...[low, middle, high, published].map((value) => number(value / scale, 0, text.language)),
        bands.outcomes[outcome],
      ];
    }),
  );
  return `${bands.unit}\n${table(headings, rows)}`;
}
