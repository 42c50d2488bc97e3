import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { writeXlsx } from 'hucre/xlsx';
import { chromiumArgs, findChromium } from '../chromium.js';

const HEADINGS = ['bosettingsår', 'oppholdsgrunnlag', 'kategori', 'alder', 'kommunenummer', 'år', 'husholdning'];
const PERMITS = ['ordinær', 'kollektiv beskyttelse', 'familieinnvandring'];
/** @type {[string, number[]][]} */
const PEOPLE = [
  ['voksen', [30, 22, 65]],
  ['enslig voksen', [41, 19, 58]],
  ['barn', [3, 9, 17]],
];
const HOUSEHOLDS = ['par', 'enslig', 'par med barn'];

/** @param {number} at */
function personRow(at) {
  const [category, ages] = PEOPLE[at % 3] ?? ['', []];
  const age = ages[(at >> 3) % 3] ?? 0;
  return [2014 + (at % 10), PERMITS[(at >> 2) % 3] ?? '', category, age, '3437', 2023, HOUSEHOLDS[at % 3] ?? ''];
}

/**
 * What a browser measures of large files of the user's: from the choice of a file to what is said of it, the longest task on
 * the page meanwhile, and the most memory its process ever had.
 * @param {string} address
 */
export async function measureReading(address) {
  const folder = mkdtempSync(join(tmpdir(), 'bosett-reading-'));
  const rows = Array.from({ length: 1_000_000 }, (_, at) => personRow(at).join(';'));
  const text = [HEADINGS.join(';'), ...rows].join('\n');
  const files = {
    '1 000 000 person rows of CSV, added to groups': ['persons.csv', text],
    '1 000 000 person rows of CSV, one with an e-mail address, refused': [
      'refused.csv',
      `${text}\n2023;;;;;;a@example.org`,
    ],
    '100 000 rows of seven columns of XLSX': [
      'rows.xlsx',
      await writeXlsx({
        sheets: [{ name: 'Ark1', rows: [HEADINGS, ...Array.from({ length: 100_000 }, (_, at) => personRow(at))] }],
      }),
    ],
  };
  const figures = [];
  for (const [what, [name, content]] of Object.entries(files)) {
    const path = join(folder, String(name));
    writeFileSync(path, content ?? '');
    figures.push({ what, ...(await measureFile(address, path)) });
  }
  rmSync(folder, { recursive: true });
  return figures;
}

/**
 * @param {string} address
 * @param {string} path
 */
async function measureFile(address, path) {
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: chromiumArgs });
  try {
    const page = await browser.newPage({ locale: 'nb-NO' });
    await page.goto(`${address}/data/`);
    await page.locator('main[data-database=ready]').waitFor({ timeout: 60_000 });
    await page.evaluate(() => {
      const tasks = /** @type {number[]} */ ([]);
      Object.assign(globalThis, { tasks });
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
      });
    });
    const start = performance.now();
    await page.locator('.open input[type=file]').setInputFiles(path);
    const refusal = page.getByRole('region', { name: 'Fila er ikke lest inn' });
    await page.getByTestId('import').or(refusal).first().waitFor({ timeout: 120_000 });
    const ms = performance.now() - start;
    const tasks = await page.evaluate(
      () => /** @type {{ tasks: number[] }} */ (/** @type {unknown} */ (globalThis)).tasks,
    );
    return { ms, longest: Math.max(0, ...tasks), memory: await peakMemory(browser) };
  } finally {
    await browser.close();
  }
}

/**
 * The most memory that any of the pages' processes ever had, in MB; `null` where the system does not tell.
 * @param {import('@playwright/test').Browser} browser
 */
async function peakMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .flatMap(({ id }) => {
      try {
        return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) / 1000;
      } catch {
        return [];
      }
    });
  return peaks.length > 0 ? Math.max(...peaks) : null;
}
