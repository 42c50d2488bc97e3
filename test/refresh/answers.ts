// Answers in the documented shape of each source, made for these tests: few municipalities, not fetched from anywhere.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOf } from '../../src/cli/refresh/changes';
import { root } from '../../src/cli/prepare.js';

export const SSB = '/api/pxwebapi/v2/tables/07459/data';
export const CODES = '/api/klass/v1/classifications/131/codesAt.json';
export const CHANGES = '/api/klass/v1/classifications/131/changes.json';
export const NAV = '/api/v1/historikk/grunnbel%C3%B8p';
export const HUB = '/bosetting/bosettingstall/';
export const page = (year: number): string => `${HUB}nokkeltall-bosetting-${year}/`;

const file = (name: string): string => readFileSync(join(root, 'data', name), 'utf8');
const municipalities = rowsOf(file('municipalities.csv')).filter((row) => row['valid_to'] === '');
const population = rowsOf(file('population.csv'));
const settlement = rowsOf(file('settlement/settlement.csv'));
const G = JSON.parse(file('parameters/basic_amount.json')) as {
  values: { from: string; cells: { value: number }[] }[];
};

/** JSON-stat with the residents that stand, and one more year in which everybody has `added` residents more than in 2024. */
export function ssbAnswer({ added = 7, year = '2025' } = {}) {
  const regions = municipalities.map((row) => row['municipality'] ?? '');
  const years = ['2022', '2023', '2024', year];
  const persons = (region: string, of: string): number =>
    Number(population.find((row) => row['municipality'] === region && row['year'] === of)?.['persons']);
  return {
    version: '2.0',
    class: 'dataset',
    label: '07459: Befolkning',
    source: 'Statistisk sentralbyrå',
    id: ['Region', 'ContentsCode', 'Tid'],
    size: [regions.length, 1, years.length],
    dimension: {
      Region: { label: 'region', category: { index: Object.fromEntries(regions.map((region, at) => [region, at])) } },
      ContentsCode: {
        label: 'statistikkvariabel',
        category: { index: { Personer1: 0 }, label: { Personer1: 'Personer' } },
      },
      Tid: { label: 'år', category: { index: Object.fromEntries(years.map((each, at) => [each, at])) } },
    },
    value: regions.flatMap((region) =>
      years.map((each): number | null => (each === year ? persons(region, '2024') + added : persons(region, each))),
    ),
  };
}

/** The municipalities that stand, as valid today. */
export function codesAnswer() {
  return {
    codes: municipalities.map((row) => ({
      code: row['municipality'] ?? '',
      parentCode: null,
      level: '1',
      name: row['name'] ?? '',
      shortName: '',
      presentationName: '',
    })),
  };
}

export const change = (oldCode: string, newCode: string, newName: string, changeOccurred: string) => ({
  oldCode,
  oldName: newName,
  oldShortName: null,
  newCode,
  newName,
  newShortName: null,
  changeOccurred,
});

/** The successions that stand. */
export function changesAnswer() {
  return {
    codeChanges: [change('5050', '5060', 'Nærøysund', '2020-01-01'), change('0438', '3428', 'Alvdal', '2020-01-01')],
  };
}

/** The basic amounts that stand, the newest first as NAV lists them, and one more. */
export function navAnswer() {
  const standing = G.values.map(({ from, cells }) => ({ dato: from, grunnbeløp: cells[0]?.value ?? NaN }));
  return [...standing, { dato: '2027-05-01', grunnbeløp: 140_000 }]
    .map((amount) => ({ ...amount, grunnbeløpPerMåned: Math.round(amount.grunnbeløp / 12), omregningsfaktor: 1.05 }))
    .reverse();
}

export const HEADINGS = [
  'Kommune',
  'Antall personer kommunen har blitt anmodet om &aring; bosette:',
  'Antall personer kommunen har vedtatt &aring; bosette:',
  'Antall bosatte personer:',
  'Antall bosatte personer med kollektiv beskyttelse:',
];

/** A hub that links to the pages of the years. */
export function hubAnswer(years: number[]): string {
  const links = years
    .map((year) => `<li><a href="${page(year)}">N&oslash;kkeltall bosetting ${year}</a></li>`)
    .join('');
  return `<!DOCTYPE html><html><head><title>Bosettingstall</title></head><body><ul>${links}</ul></body></html>`;
}

/** A year's page with one table a county, in which `cells` may state what a municipality's row says instead of what stands. */
export function pageAnswer(year: number, note = '', cells: Record<string, string[]> = {}, headings = HEADINGS): string {
  const counties = [municipalities.slice(0, 5), municipalities.slice(5)];
  const tables = counties.map((county) => {
    const rows = county.map((row) =>
      tableRow([nameOf(row), ...(cells[row['municipality'] ?? ''] ?? standing(row, year))]),
    );
    return `<h3>Fylke - oversikt</h3><table border="1"><thead><tr>${headings.map((heading) => `<th style="x">${heading}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  });
  const head = '<table><tr><th>Fylke</th></tr><tr><td>Innlandet</td></tr></table>';
  return `<html><body>${head}<h2>Oversikt over bosettingen i kommunene i ${year}${note}</h2><p>Merk</p>${tables.join('\n')}<h2>Annet</h2><table><tr><td>x</td></tr></table></body></html>`;
}

function nameOf(row: Record<string, string>): string {
  const name = (row['name'] ?? '').replaceAll('ø', '&oslash;').replaceAll('å', '&aring;');
  return row['disambiguation'] ? `${name} (${row['disambiguation']})` : name;
}

function tableRow(cells: string[]): string {
  return `<tr>${cells.map((cell) => `<td style="text-align: center;">${cell}</td>`).join('')}</tr>`;
}

function standing(municipality: Record<string, string>, year: number): string[] {
  const figures = ['requested', 'decided', 'settled'].map((series) => {
    const row = settlement.find(
      (each) =>
        each['municipality'] === municipality['municipality'] &&
        each['year'] === String(year) &&
        each['series'] === series,
    );
    if (row?.['persons']) return row['persons'];
    return row?.['mark'] === 'suppressed' ? ':' : '-';
  });
  return [...figures, ':'];
}
