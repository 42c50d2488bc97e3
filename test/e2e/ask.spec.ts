import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { barriers, complaintsOf, open, words } from './visit';

const PEOPLE = `settlement_year,permit,category,age_band,persons
2020,ordinary,adult,25-55,11
2022,ordinary,single_adult,25-55,2
2022,ordinary,adult,25-55,14
2022,ordinary,child,6-15,7
2023,collective,adult,25-55,16
2023,collective,adult,60+,1
2023,collective,child,6-15,9
`;

const panel = (page: Page) => page.getByTestId('ask');
const answer = (page: Page) => page.getByTestId('ask-answer');
const said = (page: Page) => page.getByTestId('ask-status');

async function openPanel(page: Page): Promise<void> {
  await open(page, '/data/');
  await panel(page).getByText('Vis spørrefeltet').click();
  await expect(panel(page).getByLabel('Spørring i SQL')).toBeVisible();
}

/** Asks and waits for what comes of it. */
async function ask(page: Page, sql: string): Promise<void> {
  await panel(page).getByLabel('Spørring i SQL').fill(sql);
  await panel(page).getByRole('button', { name: 'Spør', exact: true }).click();
  await expect(panel(page).getByRole('button', { name: 'Spør', exact: true })).toBeVisible({ timeout: 60_000 });
}

async function givePeople(page: Page): Promise<void> {
  await page
    .locator('main input[type=file]')
    .first()
    .setInputFiles({ name: 'egen.csv', mimeType: 'text/csv', buffer: Buffer.from(PEOPLE) });
  const use = page.getByRole('button', { name: /^Bruk tallene/ });
  await expect(page.getByRole('main').getByText('60 personer').or(use).first()).toBeVisible();
  if (await use.isVisible()) await use.click();
  await expect(page.getByRole('main')).toContainText('7 rader, 60 personer');
}

const cells = (page: Page): Promise<string[]> => answer(page).getByRole('cell').allInnerTexts();

test('a question is put in, asked, read as a table and taken along as a file; before it nothing is fetched', async ({
  page,
  baseURL,
}) => {
  const complaints = complaintsOf(page, baseURL);
  let programs = 0;
  page.on('worker', () => (programs += 1));
  await openPanel(page);
  await expect(page.locator('main')).toHaveAttribute('data-database', 'ready', { timeout: 60_000 });
  const before = programs;
  await panel(page).getByRole('button', { name: 'De største kostnadene' }).click();
  await expect(panel(page).getByLabel('Spørring i SQL')).toHaveValue(/from ledger/);
  expect(programs).toBe(before);
  expect(await barriers(page)).toEqual([]);
  await panel(page).getByLabel('Spørring i SQL').press('Control+Enter');
  await expect(answer(page).getByRole('columnheader')).toHaveText(
    ['plan', 'item', 'amount', 'unknown_lines', 'status'],
    {
      timeout: 60_000,
    },
  );
  expect(programs).toBe(before + 1);
  await expect(answer(page)).toContainText('introduction_benefit');
  expect(await words(said(page))).toMatch(/^Svaret har \d+ rader\.$/);
  await ask(page, "select 12345678.5 as kroner, 2024 as year, null as ukjent, '=1+1' as tekst, true as ja");
  expect(await cells(page)).toEqual(
    ['12 345 679', '2024', '–', '=1+1', 'ja'].map((cell) => cell.replaceAll(' ', '\u00a0')),
  );
  await expect(panel(page)).toContainText('– betyr at verdien mangler');
  expect(await barriers(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel(page).getByRole('button', { name: 'Last ned som CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('svar-intern.csv');
  expect(await readFile(await download.path(), 'utf8')).toBe(
    "\uFEFFkroner;year;ukjent;tekst;ja\n12345678,5;2024;;'=1+1;true\n",
  );
  await ask(page, 'from range(5000)');
  expect(await words(said(page))).toContain('Bare de 1 000 første vises');
  expect(complaints).toEqual([]);
});

test('a question that never ends is cancelled, by hand and by the time, and the page answers all along', async ({
  page,
}) => {
  await openPanel(page);
  await ask(page, 'select count(*) from ledger');
  await panel(page)
    .getByLabel('Spørring i SQL')
    .fill('with recursive x(i) as (select 1 union all select i + 1 from x) select max(i) from x');
  await panel(page).getByRole('button', { name: 'Spør', exact: true }).click();
  await expect(panel(page)).toContainText(/Spør … [1-9] s/);
  await panel(page).getByRole('button', { name: 'Avbryt', exact: true }).click();
  await expect(said(page)).toHaveText('Spørringen er avbrutt.');
  await ask(page, 'select count(*) from range(1000000) a, range(1000000) b where (a.range * b.range) % 7 = 3');
  await expect(said(page)).toContainText('tok for lang tid');
  await ask(page, "select repeat('x', 4000000000)");
  await expect(said(page)).toContainText('mer minne');
  await ask(page, 'select sum(persons) from cohort');
  expect(await cells(page)).toEqual(['62']);
  await page.getByRole('navigation', { name: 'Sider' }).getByRole('link', { name: 'Fem år' }).click();
  await expect(page.getByTestId('table')).toHaveAttribute('data-source', 'database', { timeout: 60_000 });
});

test('files, addresses, extensions and changes are refused in plain words, and nothing is asked of any server', async ({
  page,
  baseURL,
}) => {
  const complaints = complaintsOf(page, baseURL);
  await openPanel(page);
  await ask(page, 'select 1');
  const requests: string[] = [];
  // Others are the application's own: pages kept for use without a network, and the panel's database opened anew.
  const asked = /index\.html|robots\.csv|\/a\.(db|csv)|httpfs|extension/;
  page.context().on('request', (request) => {
    if (asked.test(request.url()) || new URL(request.url()).origin !== baseURL) requests.push(request.url());
  });
  for (const [sql, sentence] of [
    ["from read_csv('/index.html')", 'kan ikke brukes her'],
    [`from "read_text"('${baseURL}/index.html')`, 'kan ikke brukes her'],
    [`from '${baseURL}/robots.csv'`, 'lese en fil eller en nettadresse'],
    ["from 'https://example.org/a.csv'", 'lese en fil eller en nettadresse'],
    [`attach '${baseURL}/a.db'`, 'ATTACH er ikke mulig her'],
    ['install httpfs', 'INSTALL er ikke mulig her'],
    ["copy cohort to 'a.csv'", 'COPY er ikke mulig her'],
    ['set enable_external_access = true', 'SET er ikke mulig her'],
    ['drop table ledger', 'DROP er ikke mulig her'],
    ['select 1; select 2', 'bare én spørring om gangen'],
    ['select * from duckdb_settings()', 'kan ikke brukes her'],
    ['selct 1', 'ikke skrevet riktig'],
  ] as const) {
    await ask(page, sql);
    await expect(said(page), sql).toContainText(sentence);
    await expect(answer(page)).toHaveCount(0);
  }
  expect(requests).toEqual([]);
  expect(await barriers(page)).toEqual([]);
  await ask(page, 'select count(*) > 100 from ledger');
  expect(await cells(page)).toEqual(['ja']);
  expect(complaints).toEqual([]);
});

test('where everybody sees the screen, no question gives what is hidden, and no answer from before stays', async ({
  page,
}) => {
  await openPanel(page);
  await givePeople(page);
  const question = 'select persons, household from cohort order by persons';
  await ask(page, question);
  expect(await cells(page)).toEqual(expect.arrayContaining(['1', '2', '16']));
  await page.getByTestId('audience').first().getByRole('radio', { name: 'Offentlig visning' }).click();
  await expect(page.getByTestId('mode')).toContainText('Offentlig visning');
  await expect(answer(page)).toHaveCount(0);
  await ask(page, question);
  const shown = await cells(page);
  expect(shown).toHaveLength(14);
  expect(shown.filter((cell) => /^[1-4]$/.test(cell))).toEqual([]);
  await expect(panel(page)).toContainText('bare de tallene alle kan se');
  expect(await barriers(page)).toEqual([]);
  await page.getByTestId('audience').first().getByRole('radio', { name: 'Intern visning' }).click();
  await expect(page.getByTestId('mode')).toContainText('Intern visning');
  await expect(answer(page)).toHaveCount(0);
  await ask(page, question);
  expect(await cells(page)).toContain('1');
});
