import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArgs, findChromium } from '../chromium.js';

/** Municipalities of the country, and years of settlement of each. */
const [MUNICIPALITIES, YEARS] = [357, 15];
const LAST = 2025;
const PEOPLE = [
  ['single_adult', '18-24'],
  ['single_adult', '25-55'],
  ['adult', '25-55'],
  ['adult', '56-59'],
  ['child', '0-5'],
  ['child', '6-15'],
  ['child', '16-17'],
];

/** People of a made-up country, a line for each group of them. */
function countryRows() {
  const rows = ['municipality,settlement_year,permit,category,age_band,persons'];
  for (let number = 0; number < MUNICIPALITIES; number += 1)
    for (let year = LAST - YEARS + 1; year <= LAST; year += 1)
      for (const [at, [category, band]] of PEOPLE.entries())
        rows.push([9000 + number, year, 'ordinary', category, band, 5 + ((number + year + at) % 9)].join(','));
  return rows;
}

/**
 * Milliseconds from the choice of a file of a whole country to the table of its municipalities, with DuckDB ready before; and
 * from another order asked for to its first row.
 * @param {string} address
 */
export async function measureGroup(address) {
  const folder = mkdtempSync(join(tmpdir(), 'bosett-group-'));
  const file = join(folder, 'country.csv');
  const rows = countryRows();
  writeFileSync(file, `${rows.join('\n')}\n`);
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: chromiumArgs });
  try {
    const page = await browser.newPage({ locale: 'nb-NO' });
    await page.goto(`${address}/gruppe/`);
    await page.locator('[data-testid=group-table] tr.all').waitFor({ timeout: 60_000 });
    const loading = performance.now();
    await page.getByTestId('files').locator('input[type=file]').setInputFiles(file);
    await page.locator(`[data-testid=group-table] tbody tr:nth-child(${MUNICIPALITIES})`).waitFor({ timeout: 60_000 });
    const load = performance.now() - loading;
    const sorting = performance.now();
    await page.getByRole('button', { name: 'Sorter etter Bosatt' }).click();
    await page.locator('th[aria-sort=descending]').waitFor();
    return { municipalities: MUNICIPALITIES, rows: rows.length - 1, load, sort: performance.now() - sorting };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}
