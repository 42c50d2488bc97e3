import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { barriers, complaintsOf, number, open, words } from './visit';

/** Nowhere else in the program: a household and a count of the file that is loaded. */
const MARK = 'hus-kjenning-ø7';
const ROWS = `settlement_year,permit,category,age_band,persons,household
2022,ordinary,adult,25-55,17,${MARK}
2023,collective,adult,25-55,23,${MARK}
2023,collective,child,6-15,9,${MARK}
`;

const keeping = (page: Page) => page.getByTestId('keeping');

async function give(page: Page, name: string, content: string | Buffer): Promise<void> {
  const input = page.locator('main input[type=file]').first();
  await input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}

/** Every text that lies on the device, by where it lies. */
function stored(page: Page) {
  return page.evaluate(async () => {
    const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
    const recordsOf = async (name: string): Promise<string[]> => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error(name));
      });
      const texts: string[] = [];
      for (const store of database.objectStoreNames)
        texts.push(
          ...(await new Promise<string[]>((resolve) => {
            const request = database.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => resolve(request.result.map(textOf));
          })),
        );
      database.close();
      return texts;
    };
    const databases = await indexedDB.databases();
    const directory = await navigator.storage.getDirectory();
    const files: string[] = [];
    for await (const [name] of directory as unknown as AsyncIterable<[string, unknown]>) files.push(name);
    const cached: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        cached.push(request.url, (await (await cache.match(request))?.text()) ?? '');
    }
    return {
      local: Object.entries(localStorage).map(String),
      session: Object.entries(sessionStorage).map(String),
      databases: databases.map(({ name }) => name ?? ''),
      records: (await Promise.all(databases.map(({ name }) => recordsOf(name ?? '')))).flat(),
      files,
      cached,
      cookies: document.cookie === '' ? [] : [document.cookie],
    };
  });
}

async function expectNothingKept(page: Page): Promise<void> {
  const { databases, files, cookies, ...texts } = await stored(page);
  expect({ databases, files, cookies }).toEqual({ databases: [], files: [], cookies: [] });
  expect(Object.values(texts).flat().join('\n')).not.toContain(MARK);
}

async function wipe(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Slett alt fra enheten' }).click();
  await page.getByRole('button', { name: 'Ja, slett alt' }).click();
  await expect(page.getByText('Alt er slettet fra enheten.')).toBeVisible();
}

test('nothing of a file is kept unless asked; what is asked for is listed, opened with the same figures, and wiped', async ({
  page,
  baseURL,
}) => {
  const complaints = complaintsOf(page, baseURL);
  await open(page, '/data/');
  await give(page, 'egne.csv', ROWS);
  await expect(page.getByRole('main')).toContainText('49 personer');
  await expectNothingKept(page);

  await page.goto('/vedtak/');
  await expectNothingKept(page);
  await open(page, '/data/');
  await expect(page.getByRole('main')).toContainText('62 personer');
  await give(page, 'egne.csv', ROWS);
  await expect(page.getByRole('main')).toContainText('49 personer');
  await keeping(page).getByRole('button', { name: 'Ta vare på dette' }).click();
  await expect(keeping(page).getByText('Skriv et navn.')).toBeVisible();
  await expectNothingKept(page);
  await keeping(page).getByLabel('Navn').fill('Budsjett 2027 – ærlig');
  await keeping(page).getByRole('button', { name: 'Ta vare på dette' }).click();
  const row = keeping(page).getByRole('row').filter({ hasText: 'Budsjett 2027 – ærlig' });
  await expect(row).toContainText('Herøy');
  await expect(row).toContainText('egne tall');
  await expect(keeping(page)).toContainText('«Budsjett 2027 – ærlig» er tatt vare på.');
  const kept = await stored(page);
  expect(kept.databases).toEqual(['bosett']);
  expect(kept.records.join()).toContain(MARK);
  expect([...kept.local, ...kept.session, ...kept.cached].join()).not.toContain(MARK);
  expect(await barriers(page)).toEqual([]);

  await page.getByRole('navigation', { name: 'Sider' }).getByRole('link', { name: 'Fem år' }).click();
  await expect(page.getByTestId('table')).toBeVisible();
  const before = await words(page.getByTestId('table').getByRole('table'));
  await open(page, '/data/');
  await expect(page.getByRole('main')).toContainText('62 personer');
  await keeping(page).getByRole('button', { name: 'Åpne Budsjett 2027 – ærlig' }).click();
  await expect(page.getByRole('main')).toContainText('49 personer');
  await page.getByRole('navigation', { name: 'Sider' }).getByRole('link', { name: 'Fem år' }).click();
  await expect(page.getByTestId('table')).toBeVisible();
  expect(await words(page.getByTestId('table').getByRole('table'))).toBe(before);

  await page.getByRole('navigation', { name: 'Sider' }).getByRole('link', { name: 'Data' }).click();
  await wipe(page);
  await expect(keeping(page)).toContainText('Ingen prosjekter er tatt vare på her.');
  const { local, cached, ...rest } = await stored(page);
  expect({ local, cached }).toEqual({ local: [], cached: [] });
  expect(Object.values(rest).flat().join()).not.toContain(MARK);
  await expectNothingKept(page);
  expect(complaints).toEqual([]);
});

test('a kept project is updated and deleted one at a time, and an accident is undone', async ({ page }) => {
  await open(page, '/data/');
  const section = keeping(page);
  for (const name of ['Ti', 'Førti']) {
    await section.getByLabel('Navn').fill(name);
    await section.getByRole('button', { name: 'Ta vare på dette' }).click();
    await expect(section.getByRole('rowheader', { name, exact: true })).toBeVisible();
  }
  await section.getByLabel('Navn').fill('Ti');
  await section.getByRole('button', { name: 'Ta vare på dette' }).click();
  await expect(section.getByRole('alert')).toContainText('Dette navnet er brukt');
  await section.getByRole('button', { name: 'Slett Ti', exact: true }).click();
  await expect(section.getByRole('rowheader')).toHaveText(['Førti']);
  await section.getByRole('button', { name: 'Angre' }).click();
  await expect(section.getByRole('rowheader')).toHaveCount(2);
  for (const name of ['Ti', 'Førti']) await section.getByRole('button', { name: `Slett ${name}`, exact: true }).click();
  await expect(section).toContainText('Ingen prosjekter er tatt vare på her.');
  await expectNothingKept(page);
});

test('a project file gives the plan back, and says by figure what is another now before it takes its place', async ({
  page,
}) => {
  await open(page, '/vedtak/');
  await number(page).fill('33');
  await number(page).press('Enter');
  await page.getByRole('navigation', { name: 'Sider' }).getByRole('link', { name: 'Data' }).click();
  await give(page, 'egne.csv', ROWS);
  await expect(page.getByRole('main')).toContainText('49 personer');
  await expect(keeping(page)).toContainText('antall personer fra en egen fil');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    keeping(page).getByRole('button', { name: 'Lagre prosjektfil' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^1818-\d{4}-\d\d-\d\d-intern\.bosett\.json$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain(MARK);

  await open(page, '/data/');
  await keeping(page)
    .locator('input[type=file]')
    .setInputFiles({
      name: 'plan.bosett.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  await expect(page.getByRole('main')).toContainText('49 personer');
  await page.getByRole('button', { name: 'Meny' }).click();
  await expect(page.getByRole('dialog')).toContainText('Gjort før prosjektet ble lagret');
  await page.keyboard.press('Escape');
  await page.getByRole('navigation', { name: 'Sider' }).getByRole('link', { name: 'Vedtak' }).click();
  await expect(number(page)).toHaveValue('33');

  const project = JSON.parse(text) as { version: string; entries: { result: { plan: number } }[] };
  for (const { result } of project.entries) result.plan += 2_000_000;
  await open(page, '/data/');
  await give(page, 'endret.bosett.json', JSON.stringify({ ...project, version: '0.1.9' }));
  const waiting = page.getByTestId('waiting-project');
  expect(await words(waiting)).toMatch(/med Bosett 0\.1\.9.*da fila ble lagret: netto .* mill\. .*; nå: netto/);
  await expect(page.getByRole('main')).toContainText('62 personer');
  expect(await barriers(page)).toEqual([]);
  await waiting.getByRole('button', { name: 'Åpne prosjektet' }).click();
  await expect(waiting).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('49 personer');

  await give(page, 'ny.bosett.json', JSON.stringify({ ...project, format: 'bosett/project@7' }));
  await expect(page.getByRole('main')).toContainText('bosett/project@7');
  await expect(page.getByRole('main')).toContainText('49 personer');
});
