import { chromium } from '@playwright/test';
import { chromiumArgs, findChromium } from '../chromium.js';

/** How many times each is made; the first brings what makes it. */
const RUNS = 4;

/**
 * Milliseconds from the press of a button to a file in hand: the first time, and the median of the others.
 * @param {string} address
 */
export async function measureFiles(address) {
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: chromiumArgs });
  try {
    const page = await browser.newPage({ locale: 'nb-NO' });
    await page.goto(`${address}/saksframlegg/`);
    await page.locator('main[data-database=ready]').waitFor({ timeout: 60_000 });
    const figures = [];
    for (const what of ['Word', 'Excel', 'Én fil for nettleser']) {
      const all = [];
      for (let run = 0; run < RUNS; run += 1) {
        const start = performance.now();
        const download = page.waitForEvent('download', { timeout: 60_000 });
        await page.getByTestId('files-out').getByRole('button', { name: what, exact: true }).click();
        await download;
        all.push(performance.now() - start);
        await page.waitForTimeout(300);
      }
      const [first = NaN, ...rest] = all;
      figures.push({ what, first, later: rest.sort((a, b) => a - b)[Math.floor(rest.length / 2)] ?? NaN });
    }
    return figures;
  } finally {
    await browser.close();
  }
}
