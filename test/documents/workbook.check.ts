import { cellRef, readXlsx, type CellValue, type Workbook } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { workbookFile } from '$lib/export/workbook';
import type { Outgoing } from '$lib/export/outgoing';
import { forecastOf, type Plan } from '$lib/model/plan';
import { seriesOf, withOverrides } from '$lib/model/resolve';
import { readOverrides } from '$lib/model/settings';
import { yearRows } from '$lib/model/year-row';
import { publishedCatalogue } from '$lib/parameters/published';
import { nb } from '$lib/text/nb';
import { workbookText } from '$lib/text/workbook';
import { outgoingOfPlans } from '../outgoing';
import { planOfFile } from '../repository-scenario';
import { converted, packageOf, partsOf } from './office';

const words = workbookText.nb;
const SHEETS = Object.values(words.sheets);

/** A krone: what a figure may be off by. */
const KRONE = 1;

type Settings = Record<string, number | string>;

/** A plan with more settings than its file has; they go before those of the file. */
function planWith(plan: Plan, settings: Settings): Plan {
  const { overrides, findings } = readOverrides(publishedCatalogue, settings, plan.scenario);
  if (findings.length > 0) throw new Error(`findings: ${JSON.stringify(findings)}`);
  const before = [...plan.parameters.overrides.values()].flat();
  return { ...plan, parameters: withOverrides(plan.parameters, [...overrides, ...before]) };
}

/** Years of the unknown: measures are counted, and no source states what they cost. */
const UNKNOWN: Settings = { 'special_needs.share': 0.05 };

const CASES: { name: string; given: Settings; compared: string | null; changed: Settings[] }[] = [
  {
    name: 'heroy-10',
    given: {},
    compared: 'heroy-40',
    changed: [{ 'grants.integration.year2': 250_000, 'staff.teacher.wage': 700_000, 'rooms.module_rent': 130_000 }],
  },
  {
    name: 'heroy-40',
    given: {},
    compared: 'heroy-10',
    changed: [
      {
        'grants.integration.year2': 250_000,
        'staff.adviser.wage': 700_000,
        'staff.pension': 0.2,
        'rooms.module_rent': 130_000,
        basic_amount: 120_000,
        'introduction_benefit.basic_amounts': 1.8,
      },
      // A term is paid at the price of the year it begins, so a price of one year follows it into the next.
      { 'rooms.module_rent@2024': 150_000, 'grants.integration.year2@2026': 200_000, 'staff.overhead@2025': 90_000 },
    ],
  },
  {
    name: 'sel',
    given: {
      'rates.index': 0.02,
      'rates.scale.integration@2026': 0.9,
      'prices.scale': 1.1,
      'fund.covers_education': 'no',
      'rooms.owned': 0,
      'education.places_bought': 5,
      'programme.absence': 0.1,
      'dwellings.owned': 1,
    },
    compared: null,
    changed: [
      {
        'grants.integration.year2': 250_000,
        'staff.teacher.wage': 700_000,
        'social_assistance.amount': 99_000,
        'education.host.place_price': 150_000,
        'programme.absence': 0.05,
      },
      { 'rooms.module_rent@2025': 150_000, 'rooms.module_rent@2026': 90_000, 'fund.opening': 3_000_000 },
    ],
  },
  {
    name: 'sel',
    given: UNKNOWN,
    compared: null,
    changed: [{ 'special_needs.cost.1': 400_000, 'special_needs.cost.2': 700_000 }],
  },
];

describe.each(CASES)('$name with $given', ({ name, given, compared, changed }) => {
  const plan = planWith(planOfFile(name), given);
  const of = outgoingOfPlans(plan, compared === null ? null : planOfFile(compared));

  it('holds what LibreOffice works out', async () => {
    const bytes = await workbookFile(of, nb);
    const [before, after] = [await readXlsx(bytes), await recalculated(bytes, [])];
    expect(differences(before, after)).toEqual([]);
    expect(wrongIn(after, of)).toEqual([]);
  });

  it.each(changed.map((settings) => ({ settings })))('gives the forecast with $settings', async ({ settings }) => {
    const bytes = await workbookFile(of, nb);
    const moved = planWith(plan, settings);
    const after = await recalculated(bytes, editsOf(await readXlsx(bytes), of, moved, settings));
    const forecast = forecastOf(moved);
    const about = { ...of.about, plan: moved, forecast, years: yearRows(name, forecast) };
    expect(forecast.result).not.toEqual(of.about.forecast.result);
    expect(wrongIn(after, { ...of, about })).toEqual([]);
  });
});

/** A figure typed into a cell of a sheet, from row and column 0. */
type Edit = { sheet: string; row: number; column: number; value: number };

/**
 * What somebody must type into the yellow cells so that the plan uses what settings say. Where prices grow or rates are scaled the
 * cell holds the figure before that, as it did.
 */
function editsOf(book: Workbook, { about }: Outgoing, moved: Plan, settings: Settings): Edit[] {
  const sheet = words.sheets.assumptions;
  const rows = rowsOf(book, sheet);
  const head = rows.findIndex((row) => row.includes(words.assumptions.address));
  const address = rows[head]?.indexOf(words.assumptions.address) ?? -1;
  const { parameters } = about.plan;
  return [...new Set(Object.keys(settings).map((setting) => setting.replace(/@.*/, '')))].flatMap((id) => {
    const found = rows.flatMap((row, at) => (row[address] === id ? [at] : []));
    if (found.length === 0) throw new Error(`not on the sheet: ${id}`);
    return found.flatMap((row) =>
      about.forecast.years.flatMap((year, at) => {
        const column = rows[head]?.indexOf(year) ?? -1;
        const stated = rows[row]?.[column];
        if (stated === undefined || stated === null) return [];
        const month = String(rows[row]?.[0]).endsWith(words.assumptions.fromMay) ? 5 : 1;
        const [before, now] = [parameters, moved.parameters].map(
          (each) => seriesOf(each, id, month).planned[at] ?? NaN,
        );
        if (before === undefined || now === undefined || Object.is(before, now)) return [];
        const factor = typeof stated === 'number' && stated !== 0 && before !== 0 ? before / stated : 1;
        return [{ sheet, row, column, value: now / factor }];
      }),
    );
  });
}

/** A workbook with some cells typed anew, without anything that was worked out before, as LibreOffice saves it. */
async function recalculated(bytes: Uint8Array, edits: Edit[]): Promise<Workbook> {
  const parts = await partsOf(bytes);
  for (const [name, text] of parts) {
    if (!name.startsWith('xl/worksheets/sheet')) continue;
    const at = Number(/\d+/.exec(name)?.[0]) - 1;
    const own = edits.filter(({ sheet }) => sheet === SHEETS[at]);
    parts.set(name, own.reduce(typed, text.replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1')));
  }
  return readXlsx(converted(packageOf(parts), 'xlsx', 'xlsx'));
}

function typed(text: string, { row, column, value }: Edit): string {
  const cell = cellRef(row, column);
  const changed = text.replace(
    new RegExp(`<c r="${cell}"( s="\\d+")?[^>]*><v>[^<]*</v></c>`),
    `<c r="${cell}"$1><v>${value}</v></c>`,
  );
  if (changed === text) throw new Error(`no cell: ${cell}`);
  return changed;
}

function rowsOf(book: Workbook, name: string): CellValue[][] {
  const sheet = book.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet: ${name}`);
  return sheet.rows;
}

/** Cells that LibreOffice works out to something else than they held. */
function differences(before: Workbook, after: Workbook): string[] {
  return before.sheets.flatMap(({ name, rows }) =>
    rows.flatMap((row, at) =>
      row.flatMap((value, column) => {
        const found = rowsOf(after, name)[at]?.[column] ?? null;
        if (value === null || value === '') return [];
        const isSame =
          typeof value === 'number' && typeof found === 'number'
            ? Math.abs(value - found) <= 1e-6 * Math.max(1, Math.abs(value))
            : String(value) === String(found);
        return isSame ? [] : [`${name} ${at + 1}/${column + 1}: ${String(value)}, ${String(found)}`];
      }),
    ),
  );
}

const MONEY = [
  'income',
  'cost',
  'net',
  'net_fixed',
  'after_phase',
  'income_paid',
  'to_fund',
  'balance',
  'fund',
  'ordinary',
] as const;

/** Figures of the result that are not those of the forecast, to a krone, in the plan and after it. */
function wrongIn(book: Workbook, { about: { forecast } }: Outgoing): string[] {
  const wrong: string[] = [];
  let isOpen = true;
  for (const row of forecast.result) {
    const rows = rowsOf(book, row.tail ? words.sheets.tail : words.sheets.result);
    const column = rows.find((each) => each[0] === words.result.kroner)?.indexOf(row.year) ?? -1;
    isOpen &&= !row.incomplete;
    for (const key of MONEY) {
      const found = rows.find((each) => each[0] === words.rows[key])?.[column];
      const isKnown =
        key === 'fund' ? isOpen : !row.incomplete || !['net', 'net_fixed', 'to_fund', 'balance'].includes(key);
      const isRight = isKnown ? typeof found === 'number' && Math.abs(found - row[key]) < KRONE : found === nb.unknown;
      if (!isRight) wrong.push(`${row.year} ${key}: ${String(found)}, ${row[key]}`);
    }
  }
  return wrong;
}
