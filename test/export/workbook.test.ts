import { cellRef, readXlsx, type Cell, type Sheet, type Workbook } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { hashOf, type Outgoing } from '$lib/export/outgoing';
import { workbookFile } from '$lib/export/workbook';
import { harmless } from '$lib/export/workbook-cells';
import { linesOf } from '$lib/model/forecast';
import { planOf, type Plan } from '$lib/model/plan';
import { withOverrides } from '$lib/model/resolve';
import { readOverrides } from '$lib/model/settings';
import { municipalityOf, municipalityOverrides } from '$lib/parameters/municipalities';
import { publishedCatalogue } from '$lib/parameters/published';
import { publish, STANDARD } from '$lib/protect/publish';
import { readCohort } from '$lib/ingest/cohort-file';
import { en } from '$lib/text/en';
import { nb } from '$lib/text/nb';
import { nn } from '$lib/text/nn';
import { workbookText } from '$lib/text/workbook';
import { partsOf } from '../documents/office';
import { outgoingOfFiles, outgoingOfPlans } from '../outgoing';
import { planOfFile, scenarioNames, textOf } from '../repository-scenario';

const words = workbookText.nb;

/** The workbook of an outgoing, read back with its formulas. */
async function readBack(of: Outgoing): Promise<Workbook> {
  return readXlsx(await workbookFile(of, nb), { readStyles: true });
}

function sheetNamed(book: Workbook, name: string): Sheet {
  const sheet = book.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet: ${name}`);
  return sheet;
}

function cellAt(sheet: Sheet, row: number, column: number): Partial<Cell> | undefined {
  return sheet.cells?.get(`${row},${column}`);
}

/** Every formula of a workbook with where it stands. */
function formulasOf(book: Workbook): { at: string; formula: string; value: unknown }[] {
  return book.sheets.flatMap((sheet) =>
    [...(sheet.cells ?? [])].flatMap(([key, { formula, formulaResult, value }]) => {
      const [row = 0, column = 0] = key.split(',').map(Number);
      if (formula === undefined) return [];
      return [{ at: `${sheet.name}!${cellRef(row, column)}`, formula, value: formulaResult ?? value }];
    }),
  );
}

/** A plan with more settings than its file has. */
function planWith(name: string, settings: Record<string, number | string>): Plan {
  const plan = planOfFile(name);
  const { overrides, findings } = readOverrides(publishedCatalogue, settings, plan.scenario);
  if (findings.length > 0) throw new Error(`findings: ${JSON.stringify(findings)}`);
  const before = [...plan.parameters.overrides.values()].flat();
  return { ...plan, parameters: withOverrides(plan.parameters, [...overrides, ...before]) };
}

/** The figures of a row of the result by year, in the plan and after it. */
function rowOf(book: Workbook, label: string): Map<number, unknown> {
  const found = new Map<number, unknown>();
  for (const name of [words.sheets.result, words.sheets.tail]) {
    const { rows } = sheetNamed(book, name);
    const heads = rows.find((row) => row[0] === words.result.kroner) ?? [];
    const row = rows.find((each) => each[0] === label) ?? [];
    for (const [column, year] of heads.entries()) if (typeof year === 'number') found.set(year, row[column]);
  }
  return found;
}

/** What a host must know where its key asks for it. */
const HOST = {
  'education.host.cost': 4_000_000,
  'education.host.pupils': 20,
  'education.host.inhabitants_share': 0.2,
  'education.host.fixed': 300_000,
};

describe('a workbook', () => {
  it('has the sheets in their order, none hidden', async () => {
    const book = await readBack(outgoingOfFiles('heroy-40', 'heroy-10'));
    expect(book.sheets.map(({ name }) => name)).toEqual(Object.values(words.sheets));
    expect(book.sheets.filter(({ hidden, veryHidden }) => hidden || veryHidden)).toEqual([]);
    expect(book.sheets.flatMap(({ columns }) => columns ?? []).filter(({ hidden }) => hidden)).toEqual([]);
  });

  it('leaves the comparison out where there is nothing to compare with', async () => {
    const book = await readBack(outgoingOfFiles('heroy-40', null));
    expect(book.sheets.map(({ name }) => name)).not.toContain(words.sheets.comparison);
  });

  it('holds in every formula what the forecast has', async () => {
    const of = outgoingOfFiles('sel', null);
    const book = await readBack(of);
    for (const key of ['income', 'cost', 'net', 'to_fund', 'fund', 'ordinary', 'income_paid'] as const)
      expect([...rowOf(book, words.rows[key])].map(([year, value]) => [year, value])).toEqual(
        of.about.forecast.result.map((row) => [row.year, expect.closeTo(row[key], 4)]),
      );
    expect(formulasOf(book).filter(({ value }) => value === null || value === undefined)).toEqual([]);
  });

  it('multiplies quantity and price on every line, and every price points to the assumptions', async () => {
    const of = outgoingOfFiles('heroy-40', null);
    const sheet = sheetNamed(await readBack(of), words.sheets.lines);
    const { plan, forecast } = of.about;
    const lines = linesOf(forecast, plan.parameters, plan.opening).filter(({ side }) => side !== 'fund');
    for (const [at, line] of lines.entries()) {
      const [quantity, price, amount] = [9, 11, 12].map((column) => cellAt(sheet, 6 + at, column));
      expect(quantity?.value).toBeCloseTo(line.quantity, 9);
      expect(price?.formula).toContain(`'${words.sheets.assumptions}'!`);
      expect(price?.formulaResult).toBeCloseTo(line.unit_price ?? NaN, 6);
      expect(amount?.formula).toBe(`J${7 + at}*L${7 + at}`);
      expect(amount?.formulaResult).toBeCloseTo(line.amount ?? NaN, 4);
    }
  });

  it.each(scenarioNames)('expresses every price of %s by the assumptions', async (name) => {
    const { rows } = sheetNamed(await readBack(outgoingOfFiles(name, null)), words.sheets.lines);
    const column = rows[5]?.indexOf(words.lines.columns.fixed) ?? -1;
    expect(rows.slice(6).filter((row) => row[column] === words.lines.price)).toEqual([]);
  });

  it.each([
    { 'education.places_bought': 5, 'education.host.minimum': 900_000 },
    { 'education.places_bought': 5, 'education.places_sold': 3, 'education.host.key': 'pupils', ...HOST },
    { 'education.places_bought': 5, 'education.host.key': 'inhabitants', ...HOST },
    { 'education.places_bought': 5, 'education.host.key': 'fixed_variable', ...HOST },
    { 'programme.absence': 0.1, 'introduction_benefit.with_parents_share': 0.3, 'grants.general': 50_000 },
    { 'special_needs.share': 0.1, 'special_needs.cost': 900_000, 'grants.special_needs@2025': 300_000 },
    { 'dwellings.owned': 1, 'kindergarten.free_places': 0, 'project.grant@2025': 100_000, 'staff.tax_zone@2026': '5' },
    { 'rates.index': 0.03, 'rates.scale.language': 0.5, 'prices.scale@2025': 1.2, 'prices.year': 2020 },
  ])('expresses every price by the assumptions with %o', async (settings) => {
    const of = outgoingOfPlans(planWith('sel', settings), null);
    const book = await readBack(of);
    const { rows } = sheetNamed(book, words.sheets.lines);
    expect(rows.slice(6).filter((row) => row[17] === words.lines.price)).toEqual([]);
    const plain = await readBack(outgoingOfFiles('sel', null));
    expect(formulasOf(book)).not.toEqual(formulasOf(plain));
  });

  it('adds the items of a side to its sum', async () => {
    const book = await readBack(outgoingOfFiles('sel', null));
    const { rows } = sheetNamed(book, words.sheets.result);
    const labels = rows.map((row) => row[0]);
    const [from, to] = [labels.indexOf(words.result.income), labels.indexOf(words.rows.income)];
    const sum = rows.slice(from + 1, to).reduce((total, row) => total + Number(row[3]), 0);
    expect(sum).toBeCloseTo(Number(rows[to]?.[3]), 4);
    expect(to - from).toBeGreaterThan(3);
  });

  it('says unknown in words, never as 0, and marks the years it is missing from', async () => {
    const of = outgoingOfPlans(planWith('sel', { 'special_needs.share': 0.05 }), null);
    const { result } = of.about.forecast;
    expect(result.some(({ incomplete }) => incomplete)).toBe(true);
    const book = await readBack(of);
    const lines = sheetNamed(book, words.sheets.lines).rows;
    const unknown = lines.filter((row) => row[12] === nb.unknown && row[2] !== nb.side.fund);
    expect(unknown.length).toBe(
      linesOf(of.about.forecast, of.about.plan.parameters, of.about.plan.opening).filter(
        ({ amount }) => amount === null,
      ).length,
    );
    const [net, mark] = [rowOf(book, words.rows.net), rowOf(book, words.result.complete)];
    for (const { year, incomplete } of result) {
      expect(mark.get(year)).toBe(incomplete ? words.result.incomplete : words.result.isComplete);
      if (incomplete) expect(net.get(year)).toBe(nb.unknown);
    }
  });

  it('marks what the fund does by a rule that is not worked out in the file', async () => {
    const book = await readBack(outgoingOfPlans(planWith('sel', { 'fund.rule': 'level' }), null));
    const { rows } = sheetNamed(book, words.sheets.lines);
    const fund = rows.filter((row) => row[2] === nb.side.fund);
    expect(fund.length).toBeGreaterThan(0);
    expect(fund.every((row) => row[17] === words.lines.rule)).toBe(true);
  });

  it('shows the other plan beside this one with the difference', async () => {
    const of = outgoingOfFiles('heroy-40', 'heroy-10');
    const { rows } = sheetNamed(await readBack(of), words.sheets.comparison);
    const at = rows.findIndex((row) => row[0] === words.rows.net);
    const [about, other] = [of.about.forecast.result[0]?.net ?? NaN, of.other?.forecast.result[0]?.net ?? NaN];
    expect(rows[at]?.[3]).toBeCloseTo(about, 4);
    expect(rows[at + 1]?.[3]).toBeCloseTo(other, 4);
    expect(rows[at + 2]?.[3]).toBeCloseTo(about - other, 4);
  });

  it('is the same bytes for the same outgoing', async () => {
    const of = outgoingOfFiles('heroy-10', 'heroy-40');
    expect(await workbookFile(of, nb)).toEqual(await workbookFile(of, nb));
  });

  it.each([
    ['nb', nb],
    ['nn', nn],
    ['en', en],
  ] as const)('says everything in %s', async (language, text) => {
    const parts = await partsOf(await workbookFile(outgoingOfFiles('sel', 'dovre', {}, text), text));
    const all = [...parts.values()].join('\n');
    expect(all).not.toMatch(/undefined|NaN|\[object/);
    for (const name of Object.values(workbookText[language].sheets)) expect(all).toContain(`name="${name}"`);
    expect(all).toContain(workbookText[language].assumptions.prices);
  });
});

describe('what a workbook keeps to itself', () => {
  it('takes no name for a formula', async () => {
    const of = outgoingOfFiles('heroy-10', null);
    for (const name of ['=1+1', '+cmd', '-2', '@sum', '\t=1', '\r=1', '#REF!', '=HYPERLINK("x")']) {
      expect(harmless(name)).toBe(`'${name}`);
      const book = await readBack({ ...of, about: { ...of.about, name }, municipality: { number: '1818', name } });
      const formulas = formulasOf(book).map(({ formula }) => formula);
      expect(formulas.filter((formula) => formula.includes(name.slice(1)) && name.length > 3)).toEqual([]);
      const texts = book.sheets.flatMap(({ rows }) => rows.flat()).filter((value) => typeof value === 'string');
      expect(texts).toContain(`'${name}`);
      expect(texts.filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
    }
  });

  it('has no macro, no link to another file and nobody’s name', async () => {
    const parts = await partsOf(await workbookFile(outgoingOfFiles('heroy-10', null), nb));
    expect([...parts.keys()].filter((name) => /vba|externalLink|comment|person/i.test(name))).toEqual([]);
    expect(parts.get('docProps/core.xml')).not.toMatch(/creator|lastModifiedBy/);
    expect([...parts.values()].join('')).not.toContain('TargetMode="External"');
  });

  it('tells everybody nothing but what was protected', async () => {
    const plan = planOfFile('sel');
    const { scenario } = plan;
    const cohort = readCohort(textOf('data/cohorts/3437.csv'));
    const municipality = municipalityOf(scenario.municipality);
    const zones = publishedCatalogue.parameters.get('staff.tax_zone')?.options ?? [];
    const rows = publish(cohort.rows, STANDARD).rows;
    const read = planOf(publishedCatalogue, scenario, rows, municipalityOverrides(municipality, zones));
    if (!read.plan) throw new Error('no plan');
    const [own, safe] = [outgoingOfPlans(plan, null), outgoingOfPlans(read.plan, null, { mode: 'public' })];
    expect(hashOf(safe.about.plan, 'public')).not.toBe(hashOf(plan, 'private'));
    const figures = ({ about }: Outgoing): string[] =>
      linesOf(about.forecast, about.plan.parameters, about.plan.opening)
        .flatMap(({ quantity, amount }) => [quantity, amount])
        // Whole months of a year tell nothing of anybody, and stand everywhere.
        .filter((figure) => figure !== null && !Number.isInteger(12 * figure))
        .map(String);
    const public_ = new Set(figures(safe));
    const secret = figures(own).filter((figure) => !public_.has(figure));
    const inFile = async (of: Outgoing): Promise<string[]> => {
      const text = [...(await partsOf(await workbookFile(of, nb))).values()].join('\n');
      return secret.filter((figure) => text.includes(`<v>${figure}</v>`));
    };
    expect((await inFile(own)).length).toBe(secret.length);
    expect(secret.length).toBeGreaterThan(100);
    expect(await inFile(safe)).toEqual([]);
  });
});
