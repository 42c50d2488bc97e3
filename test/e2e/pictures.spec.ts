import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { barriers, complaintsOf, open } from './visit';

/** The file that a press on a button gives: its name and its bytes. */
async function saved(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

const CHARTS = [
  { path: '/fem-ar/', chart: 'Pluss eller minus hvert år', file: 'heroy-40-netto-2024-2027' },
  { path: '/fem-ar/', chart: 'Fondet ved årets slutt', file: 'heroy-40-fond-2024-2027' },
  { path: '/rom/', chart: 'Klasserom', file: 'heroy-40-klasserom-2024-2027' },
  { path: '/rom/', chart: 'Årsverk', file: 'heroy-40-arsverk-2024-2027' },
  { path: '/vedtak/', chart: 'Alternativene', file: 'heroy-40-alternativer-2024-2027' },
];

for (const { path, chart, file } of CHARTS)
  test(`«${chart}» is saved as a picture that says what it is of`, async ({ page, baseURL }) => {
    const complaints = complaintsOf(page, baseURL);
    await open(page, path);
    const svg = await saved(page, `Lagre «${chart}» som SVG`);
    expect(svg.name).toBe(`${file}.svg`);
    const text = svg.content.toString('utf8');
    expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*<\/svg>$/s);
    expect(text).toContain('Herøy: 40 i året, 2024–');
    expect(text).toContain('Intern visning: alle tall. Personene planen begynner med: syntetiske tall');

    const png = await saved(page, `Lagre «${chart}» som PNG`);
    expect(png.name).toBe(`${file}.png`);
    expect(png.content.subarray(1, 4).toString()).toBe('PNG');
    expect(png.content.readUInt32BE(16)).toBe(2400);
    await expect(page.getByRole('status').filter({ hasText: `Lagret: ${file}.png` })).toBeVisible();
    expect(complaints).toEqual([]);
  });

test('what draws pictures is fetched when one is asked for, and not before', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await open(page, '/fem-ar/');
  await page.waitForLoadState('networkidle');
  const heavy = (): string[] => fetched.filter((address) => /resvg|index_bg|PublicSans_/.test(address));
  expect(heavy()).toEqual([]);
  const before = fetched.length;
  await saved(page, 'Lagre «Fondet ved årets slutt» som SVG');
  expect(fetched.length).toBeGreaterThan(before);
  expect(heavy()).toEqual([]);
  await saved(page, 'Lagre «Fondet ved årets slutt» som PNG');
  expect(heavy().length).toBe(3);
});

test('a picture without a network says that it was not made, and the page stands', async ({ page, context }) => {
  await open(page, '/fem-ar/');
  await context.route(/index_bg/, (route) => route.abort());
  await page.getByRole('button', { name: 'Lagre «Fondet ved årets slutt» som PNG' }).click();
  await expect(page.getByText('Bildet ble ikke laget. Prøv igjen når du er på nett.')).toBeVisible();
  await context.unroute(/index_bg/);
  expect((await saved(page, 'Lagre «Fondet ved årets slutt» som PNG')).content.length).toBeGreaterThan(10_000);
});

test('the figures of a picture are those of the page', async ({ page }) => {
  await open(page, '/fem-ar/');
  const { content } = await saved(page, 'Lagre «Pluss eller minus hvert år» som SVG');
  const shown = await page
    .getByTestId('chart-net')
    .locator('.chart button')
    .evaluateAll((bars) => bars.map((bar) => (bar.getAttribute('aria-label') ?? '').replace(/\. .*$/, '')));
  const drawn = [...content.toString('utf8').matchAll(/<title>(\d{4}: [^<]+)<\/title>/g)].map(([, bar]) => bar);
  expect(drawn.length).toBeGreaterThan(5);
  for (const bar of drawn) expect(shown).toContain(bar);
});

test('the controls are not printed, and bar nobody', async ({ page }) => {
  await open(page, '/fem-ar/');
  await expect(page.getByTestId('save-picture')).toHaveCount(2);
  expect(await barriers(page, '[data-testid="save-picture"]')).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  for (const control of await page.getByTestId('save-picture').all()) await expect(control).toBeHidden();
});

test('a scenario as one HTML file opens without a network, runs nothing and bars nobody', async ({ browser }, info) => {
  const file = info.outputPath('heroy-40.html');
  const both = ['scenarios/heroy-40.json', '--beside', 'scenarios/heroy-10.json'];
  execFileSync('node', ['src/cli/run.js', 'export', ...both, '--date', '2026-01-02', '-o', file]);
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ offline: true, colorScheme, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Med 40 i året går tjenesten');
    await expect(page.locator('figure svg')).toHaveCount(7);
    await page.locator('details.item > summary').filter({ hasText: 'Integreringstilskudd' }).click();
    await expect(page.getByRole('table', { name: 'Integreringstilskudd, linje for linje' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  }
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  expect(await barriers(page)).toEqual([]);
  await context.close();
});
