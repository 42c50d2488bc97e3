import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { barriers, complaintsOf, open } from './visit';

const panel = (page: Page) => page.getByTestId('files-out');

/** What a button gives: the name of the file and its bytes. */
async function given(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await panel(page).getByRole('button', { name: button, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test('every format is made on the device when it is asked for, and nothing of what makes it is fetched before', async ({
  page,
  baseURL,
}) => {
  const complaints = complaintsOf(page, baseURL);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page, '/saksframlegg/');
  await expect(panel(page)).toBeVisible();
  await page.waitForTimeout(1000);
  const early = asked.length;
  expect(asked.filter((url) => /resvg|PublicSans_.*ttf/.test(url))).toEqual([]);

  const word = await given(page, 'Word');
  expect(word.name).toMatch(/^herøy-.*-intern.*\.docx$/);
  expect(word.bytes.subarray(0, 2).toString()).toBe('PK');
  expect(asked.length).toBeGreaterThan(early);
  expect(asked.filter((url) => /index_bg.*wasm/.test(url))).toHaveLength(1);

  const excel = await given(page, 'Excel');
  expect(excel.name).toMatch(/\.xlsx$/);
  expect(excel.bytes.subarray(0, 2).toString()).toBe('PK');

  const html = await given(page, 'Én fil for nettleser');
  expect(html.bytes.toString()).toContain('<!doctype html>');

  await panel(page).getByText('Økonomiplan', { exact: true }).click();
  const plan = await given(page, 'Lagre tabellen (CSV)');
  expect(plan.bytes.toString()).toContain('funksjon');

  await panel(page).getByLabel('Ansvar').fill('x');
  await panel(page).getByRole('button', { name: 'Budsjettfil for regnskapssystemet (CSV)' }).click();
  await expect(panel(page).getByRole('alert')).toContainText('1 til 12 sifre');
  await panel(page).getByLabel('Ansvar').fill('4210');
  const budget = await given(page, 'Budsjettfil for regnskapssystemet (CSV)');
  expect(budget.bytes.toString()).toContain('4210');

  await panel(page).getByText('Tall for andre programmer', { exact: true }).click();
  for (const [format, signature] of [
    ['csv', '\uFEFF'],
    ['parquet', 'PAR1'],
    ['arrow', 'ARROW1'],
  ] as const) {
    await panel(page).getByLabel('Format').selectOption(format);
    const { name, bytes } = await given(page, 'Lagre fila');
    expect(name).toMatch(new RegExp(`\\.${format}$`));
    expect(bytes.toString('utf8').startsWith(signature)).toBe(true);
  }
  await panel(page).getByLabel('Tabell').selectOption('futures');
  await panel(page).getByLabel('Format').selectOption('csv');
  const futures = await given(page, 'Lagre fila');
  expect(futures.bytes.toString()).toContain('2000');
  expect(await barriers(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the file for a browser opens without a network and shows its charts', async ({ page, browser }) => {
  await open(page, '/saksframlegg/');
  const { bytes } = await given(page, 'Én fil for nettleser');
  const away = await browser.newContext({ offline: true });
  try {
    const opened = await away.newPage();
    const complaints = complaintsOf(opened, undefined);
    await opened.setContent(bytes.toString());
    await expect(opened.locator('body')).toContainText('Herøy');
    expect(await opened.locator('svg').count()).toBeGreaterThan(3);
    for (const box of await opened
      .locator('svg')
      .evaluateAll((all) => all.map((svg) => svg.getBoundingClientRect().height)))
      expect(box).toBeGreaterThan(50);
    expect(complaints).toEqual([]);
  } finally {
    await away.close();
  }
});

test('a file that cannot be made says so, and the page goes on', async ({ page }) => {
  await open(page, '/saksframlegg/');
  await page.route(/index_bg.*wasm/, (route) => route.abort());
  await panel(page).getByRole('button', { name: 'Word', exact: true }).click();
  await expect(panel(page).getByRole('alert')).toContainText('Fila ble ikke laget', { timeout: 30_000 });
  await page.unroute(/index_bg.*wasm/);
  expect((await given(page, 'Word')).name).toMatch(/\.docx$/);
});

test('what everybody sees says so in the name and the head of the file', async ({ page }) => {
  await open(page, '/data/');
  await page.getByTestId('audience').first().getByRole('radio', { name: 'Offentlig visning' }).click();
  await expect(page.getByTestId('mode')).toContainText('Offentlig visning');
  await page.getByRole('link', { name: 'Saksframlegg' }).filter({ visible: true }).first().click();
  const { name, bytes } = await given(page, 'Én fil for nettleser');
  expect(name).toContain('offentlig');
  expect(bytes.toString()).toContain('Offentlig visning');
});

test('a printed screen says what it is of, as every file does, and the screen itself does not', async ({ page }) => {
  for (const path of ['/vedtak/', '/fem-ar/', '/rom/']) {
    await open(page, path);
    await expect(page.locator('main')).toHaveAttribute('data-database', 'ready', { timeout: 30_000 });
    const head = page.getByTestId('print-head');
    await expect(head).toBeAttached();
    await expect(head).toBeHidden();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await expect(head).toBeVisible();
    for (const said of ['Herøy (1818)', 'Fingeravtrykk', 'Ulikt', 'Intern visning', 'syntetiske tall'])
      await expect(head).toContainText(said);
    await page.emulateMedia({ media: 'screen' });
  }
});
