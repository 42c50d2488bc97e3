import { spawnSync } from 'node:child_process';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { barriers, complaintsOf, line, open, words } from './visit';

/** Waits until all futures of what is shown are drawn. */
async function drawn(page: Page): Promise<void> {
  await expect(page.getByTestId('drawn')).toContainText(/· 2\s000 forløp trukket/, { timeout: 120_000 });
}

/** The number of futures out of fifty that a sentence names. */
async function named(sentence: Locator): Promise<number> {
  return Number(/I (\d+) av 50/.exec(await words(sentence))?.[1] ?? NaN);
}

/** The fund begins with so much that it is not empty in every future. */
async function someFund(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Flere forutsetninger/ }).click();
  await page.getByRole('searchbox').fill('fund.opening');
  const opening = page.locator('[data-address="fund.opening"]').getByRole('textbox');
  await opening.fill('25 000 000');
  await opening.press('Enter');
  await page.getByRole('button', { name: 'Lukk' }).click();
}

const discs = (page: Page) => page.getByTestId('fifty').locator('circle');
const below = (page: Page) => page.getByTestId('fifty').locator('circle.below');
const paths = (page: Page) => page.getByTestId('chart-fund').locator('path.path');
const chance = (page: Page) => page.getByTestId('chance');

test('fifty futures are discs and paths, and the sentence counts the discs below zero', async ({ page, baseURL }) => {
  test.setTimeout(180_000);
  const complaints = complaintsOf(page, baseURL);
  await open(page, '/fem-ar/');
  await someFund(page);
  await drawn(page);
  await expect(discs(page)).toHaveCount(50);
  await expect(paths(page)).toHaveCount(50);
  const empty = await named(chance(page));
  expect(empty).toBeGreaterThan(0);
  expect(empty).toBeLessThan(50);
  await expect(below(page)).toHaveCount(empty);

  await page.getByRole('radio', { name: 'Pluss eller minus' }).check();
  await expect(chance(page)).toContainText('går tjenesten i minus');
  await expect(below(page)).toHaveCount(await named(chance(page)));
  expect(await barriers(page, '[data-testid="fifty"]')).toEqual([]);
  expect(complaints).toEqual([]);
});

test('what is pointed at among the discs is drawn among the paths, and told', async ({ page }) => {
  await open(page, '/fem-ar/');
  await expect(discs(page)).toHaveCount(50, { timeout: 30_000 });
  const step = page.getByRole('slider', { name: 'Gå fra forløp til forløp' });
  await step.focus();
  await step.press('ArrowRight');
  await expect(page.getByTestId('fifty')).toContainText(/Forløp 2 av 50, lavest først: /);
  await expect(page.getByTestId('fifty').locator('circle.lit')).toHaveCount(1);
  await expect(page.getByTestId('chart-fund').locator('path.pointed')).toHaveCount(1);
  await step.blur();
  await expect(page.getByTestId('chart-fund').locator('path.pointed')).toHaveCount(0);
});

test('another number draws other futures, and none are shown that are not its own', async ({ page }) => {
  await open(page, '/fem-ar/');
  await expect(discs(page)).toHaveCount(50, { timeout: 30_000 });
  const before = await paths(page).first().getAttribute('d');
  // Held down: the lever has not come to rest.
  await line(page).evaluate((input: HTMLInputElement) => {
    input.value = '5';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(discs(page)).toHaveCount(0);
  await expect(paths(page)).toHaveCount(0);
  await expect(page.getByTestId('fifty')).toContainText('Beregner');
  await line(page).evaluate((input) => input.dispatchEvent(new Event('change', { bubbles: true })));
  await expect(discs(page)).toHaveCount(50, { timeout: 30_000 });
  expect(await paths(page).first().getAttribute('d')).not.toBe(before);
});

test('the same seed gives the same after the page is loaded anew, another one can be undone', async ({ page }) => {
  test.setTimeout(300_000);
  await open(page, '/fem-ar/');
  const all = () => paths(page).evaluateAll((each) => each.map((path) => path.getAttribute('d')).join());
  await page.getByRole('button', { name: 'Trekk nye forløp' }).click();
  await expect(page.getByTestId('drawn')).toContainText('Startall 2');
  await drawn(page);
  const [sentence, lines] = [await words(chance(page)), await all()];
  await expect(page).toHaveURL(/#.+/);
  await page.reload();
  await expect(page.getByTestId('drawn')).toContainText('Startall 2');
  await drawn(page);
  expect(await words(chance(page))).toBe(sentence);
  expect(await all()).toBe(lines);

  await page.getByRole('button', { name: 'Trekk nye forløp' }).click();
  await expect(page.getByTestId('drawn')).toContainText('Startall 3');
  await page.getByRole('button', { name: 'Angre' }).first().click();
  await expect(page.getByTestId('drawn')).toContainText('Startall 2');
});

test('percentiles are there for those who ask, and only then', async ({ page }) => {
  await open(page, '/fem-ar/');
  await expect(discs(page)).toHaveCount(50, { timeout: 30_000 });
  const fund = page.getByTestId('chart-fund');
  await expect(fund.locator('path.band')).toHaveCount(0);
  await page.getByLabel('Vis prosentiler').check();
  await expect(fund.locator('path.band')).toHaveCount(1);
  await expect(fund.getByRole('columnheader', { name: 'p90' })).toBeVisible();
});

test('the vote card says how certain it is, out of fifty, and the largest number without another room', async ({
  page,
}) => {
  await open(page, '/vedtak/');
  const lines = page.getByTestId('chances').getByRole('listitem');
  for (const said of ['trengs klasserom nr.', 'i minus', 'er fondet tomt', 'står et leid rom tomt']) {
    const own = lines.filter({ hasText: said }).last();
    await expect(own).toContainText(/I \d+ av 50 mulige forløp/, { timeout: 30_000 });
    await expect(own.locator('circle')).toHaveCount(50);
    await expect(own.locator('circle.filled')).toHaveCount(await named(own));
  }
  await expect(page.getByTestId('largest')).toContainText(/største antallet uten klasserom nr\. \d+ er \d+ i året/, {
    timeout: 30_000,
  });
  const [room, most] = /nr\. (\d+) er (\d+) i/.exec(await words(page.getByTestId('largest')))?.slice(1) ?? [];
  await expect(page.locator('.vote > .line')).toContainText(`${room}. klasserom fra ${Number(most) + 1}`);
});

test('two scenarios are compared future by future', async ({ page }) => {
  await open(page, '/sammenlign/');
  const paired = page.getByTestId('paired');
  await expect(paired.locator('circle')).toHaveCount(50, { timeout: 60_000 });
  await expect(paired.locator('circle.below')).toHaveCount(await named(paired.locator('.said')));
});

test('the meeting view says one thing of the futures, and scrolls nowhere', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'nb-NO', viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  await open(page, '/mote/');
  await expect(chance(page)).toContainText(/I \d+ av 50 mulige forløp/, { timeout: 30_000 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1081);
  await context.close();
});

test('the worker of the page and the command line draw the same futures from the same seed', async ({ page }) => {
  test.setTimeout(240_000);
  const run = spawnSync(
    process.execPath,
    ['src/cli/run.js', 'forecast', 'scenarios/heroy-40.json', '--draws', '2000', '--format', 'json'],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 27,
    },
  );
  const { futures } = JSON.parse(run.stdout) as { futures: { result: Record<string, Record<string, number>[]> } };
  await open(page, '/fem-ar/');
  await drawn(page);
  await page.getByRole('checkbox', { name: 'Vis prosentiler' }).check();
  const rows = page.getByRole('region', { name: /prosentiler av alle forløp/ }).getByRole('row');
  await expect(rows).toHaveCount((futures.result['fund']?.length ?? NaN) + 1);
  for (const [at, { year, ...percents }] of (futures.result['fund'] ?? []).entries()) {
    const said = (await words(rows.nth(at + 1))).replaceAll('−', '-').replaceAll(',', '.');
    const expected = [percents['p10'], percents['p25'], percents['p50'], percents['p75'], percents['p90']];
    const numbers = said.match(/-?\d+\.\d/g)?.map(Number) ?? [];
    expect({ year, numbers }).toEqual({
      year,
      numbers: expected.map((kroner) => Number(((kroner ?? NaN) / 1e6).toFixed(1)) || 0),
    });
  }
});
