import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { barriers, complaintsOf, headline, open, words } from './visit';

const NAMES = ['dovre', 'lesja', 'lom', 'nord-fron', 'ringebu', 'sel', 'skjak', 'sor-fron', 'vaga'];
let folder = '';
let files: { name: string; mimeType: string; buffer: Buffer }[] = [];

/** The files that nine municipalities made of their own scenarios, on the command line. */
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bosett-group-'));
  files = NAMES.map((name) => {
    const file = join(folder, `${name}.json`);
    execFileSync('node', ['src/cli/run.js', 'bundle', `scenarios/${name}.json`, '-o', file], { stdio: 'pipe' });
    return { name: `${name}.json`, mimeType: 'application/json', buffer: readFileSync(file) };
  });
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const table = (page: Page): Locator => page.getByTestId('group-table');
const row = (page: Page, name: string): Locator => table(page).getByRole('row').filter({ hasText: name });

async function openGroup(page: Page): Promise<void> {
  await open(page, '/gruppe/');
  await expect(table(page).locator('tr.all')).toContainText('9 av 9 kommuner', { timeout: 30_000 });
}

/** The text of a cell when the database has answered all it was asked. */
async function rested(cell: Locator): Promise<string> {
  let text = '';
  await expect
    .poll(async () => {
      const before = await cell.innerText();
      await cell.page().waitForTimeout(700);
      text = await cell.innerText();
      return text === before;
    })
    .toBe(true);
  return text;
}

/** Opens a part of the page that is closed at first. */
async function part(page: Page, title: string): Promise<void> {
  await page.locator('summary').filter({ hasText: title }).click();
}

async function drop(page: Page, given: typeof files): Promise<void> {
  await page.getByTestId('files').locator('input[type=file]').setInputFiles(given);
}

test('nine files are dropped, one of them broken, one missing and one of another version', async ({
  page,
  baseURL,
}) => {
  const complaints = complaintsOf(page, baseURL);
  await openGroup(page);
  const before = await headline(page);
  const given = files
    .filter(({ name }) => name !== 'vaga.json')
    .map((file) => {
      if (file.name === 'lom.json') return { ...file, buffer: file.buffer.subarray(0, 900) };
      const newer = file.buffer.toString().replace('bosett/bundle@1', 'bosett/bundle@2');
      return file.name === 'lesja.json' ? { ...file, buffer: Buffer.from(newer) } : file;
    });
  await drop(page, given);
  const said = page.getByTestId('files');
  await expect(said).toContainText('lom.json: ikke lest inn.');
  await expect(said).toContainText('Fila er ikke gyldig JSON');
  await expect(said).toContainText('lesja.json: ikke lest inn.');
  await expect(said).toContainText('bosett/bundle@2');
  await expect(said).toContainText('sel.json: tallene til Sel er satt inn.');
  await expect(said).toContainText('Ingen fil fra Lesja, Lom, Vågå.');
  await expect(table(page).locator('tr.all')).toContainText('6 av 9 kommuner');
  for (const name of ['Lesja', 'Lom', 'Vågå']) {
    await expect(row(page, name)).toContainText('Ingen fil ennå');
    expect((await row(page, name).locator('td').allInnerTexts()).join('')).toBe('');
  }
  await expect(row(page, 'Sel')).toContainText('110');
  expect(await headline(page)).toMatch(/^6 kommuner bosetter/);
  await page.getByRole('button', { name: 'Angre siste endring i gruppa' }).click();
  await expect(table(page).locator('tr.all')).toContainText('9 av 9 kommuner');
  await expect(page.getByTestId('headline')).toHaveText(before);
  expect(complaints).toEqual([]);
});

test('nine whole files give the figures that the page itself works out, and are counted alike', async ({ page }) => {
  await openGroup(page);
  await part(page, 'Flytting innenfor gruppa');
  const inside = page.getByTestId('group-moves').getByRole('textbox');
  await inside.fill('0');
  await inside.press('Enter');
  await expect(page.getByTestId('group-moves')).toContainText('Ingen flytter innenfor gruppa');
  const settled = await row(page, 'Sel').locator('td').nth(2).innerText();
  await drop(page, files);
  await expect(row(page, 'Sel')).toContainText('Oppdiktet fordeling');
  await expect(page.getByTestId('files')).toContainText('vaga.json: tallene til Vågå er satt inn.');
  await expect(row(page, 'Sel').locator('td').nth(2)).toHaveText(settled);
  await expect(page.getByTestId('unlike')).toHaveCount(0);
});

test('one with other rates is named, and amounts are not ranked until all use the same', async ({ page }) => {
  await openGroup(page);
  const other = files.map((file) =>
    file.name === 'skjak.json'
      ? { ...file, buffer: Buffer.from(file.buffer.toString().replace(/"rates": "[^"]+"/, '"rates": "other"')) }
      : file,
  );
  await drop(page, other);
  await expect(page.getByTestId('unlike')).toContainText('1 av 9 bruker andre satser: Skjåk.');
  await expect(table(page).getByRole('button', { name: 'Sorter etter Netto i planen' })).toHaveCount(0);
  await table(page).getByRole('button', { name: 'Sorter etter Bosatt' }).click();
  await expect(table(page).locator('th[aria-sort=descending]')).toContainText('Bosatt');
  await expect(table(page).locator('tbody tr').first()).toContainText('Vågå');
});

test('one takes 40 a year and the others see who moves to them; what goes out comes in', async ({ page }) => {
  await openGroup(page);
  await part(page, 'Flytting innenfor gruppa');
  const moves = page.getByTestId('group-moves');
  await expect(moves).toContainText('Kontroll: Det som går ut, er lik det som kommer inn.');
  const came = moves.getByRole('row').filter({ hasText: 'Lom' }).locator('td').nth(1);
  const before = await came.innerText();
  await table(page).getByRole('button', { name: 'Skjåk', exact: true }).click();
  const persons = page.getByRole('textbox', { name: 'Bosettes i året, Skjåk' });
  await persons.fill('40');
  await persons.press('Enter');
  await expect(row(page, 'Skjåk').first().locator('td').nth(1)).toHaveText('160');
  await expect(came).not.toHaveText(before);
  await expect(moves).toContainText('Kontroll: Det som går ut, er lik det som kommer inn.');
  await persons.fill('mange');
  await persons.press('Enter');
  await expect(page.getByText('«mange» er ikke et tall')).toBeVisible();
  await page.getByRole('button', { name: 'Tilbake til vedtaket' }).click();
  await expect(came).toHaveText(before);
});

test('a common guideline moves all but the one that has its own', async ({ page }) => {
  await openGroup(page);
  const net = (name: string): Locator => row(page, name).first().locator('td').nth(5);
  await page.getByRole('radio', { name: '2025', exact: true }).check();
  await page.getByRole('radio', { name: 'Per bosatt' }).check();
  await part(page, 'Felles retningslinjer');
  const common = page.getByTestId('group-common');
  await common.getByRole('combobox').selectOption({ label: 'Lom' });
  const own = common.getByRole('textbox', { name: /^Støtte til klær.*, Lom$/ });
  const before = await rested(net('Lom'));
  await own.fill('20000');
  await own.press('Enter');
  await expect(common.getByRole('button', { name: 'Tilbake til felles' })).toBeVisible();
  await expect.poll(() => rested(net('Lom'))).not.toBe(before);
  const [lom, sel] = [await rested(net('Lom')), await rested(net('Sel'))];
  const shared = common.getByRole('textbox', { name: /^Støtte til klær.*Felles/ });
  await shared.fill('50000');
  await shared.press('Enter');
  await expect.poll(() => rested(net('Sel'))).not.toBe(sel);
  expect(await net('Lom').innerText()).toBe(lom);
});

test('the file of the chosen scenario is made on the device and can be given to the group', async ({ page }) => {
  await openGroup(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Lag fila til din kommune' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('herøy (nordland)-2024-gruppe.json');
  const path = join(folder, 'own.json');
  await file.saveAs(path);
  expect(readFileSync(path, 'utf8')).not.toMatch(/settlement_year|age_band/);
  await drop(page, [{ name: 'own.json', mimeType: 'application/json', buffer: readFileSync(path) }]);
  await expect(page.getByTestId('files')).toContainText('Herøy (Nordland) er ikke med i gruppa fra før');
  await expect(table(page).locator('tr.all')).toContainText('1 av 10 kommuner');
});

test('the page of the group can be read by everybody', async ({ page }) => {
  await openGroup(page);
  expect(await barriers(page)).toEqual([]);
  await table(page).getByRole('button', { name: 'Lesja', exact: true }).click();
  for (const title of ['Flytting innenfor', 'Felles tiltak', 'Felles retningslinjer', 'Resultater, språkprøver og mål'])
    await part(page, title);
  await expect(page.getByTestId('group-common')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  expect(await words(page.getByTestId('group-table'))).not.toMatch(/NaN|undefined|Infinity/);
});

/** People of two municipalities, with groups of fewer than five; of the second there are few in all. */
const PEOPLE = `municipality,settlement_year,permit,category,age_band,persons
3437,2020,ordinary,adult,25-55,11
3437,2022,ordinary,single_adult,25-55,2
3437,2022,ordinary,adult,25-55,14
3437,2022,ordinary,child,6-15,7
3437,2023,collective,adult,25-55,16
3437,2023,collective,adult,60+,1
3437,2023,collective,child,6-15,9
3434,2022,collective,adult,25-55,1
3434,2023,collective,adult,25-55,2
`;

async function present(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Meny' }).click();
  await page.getByTestId('audience').first().getByRole('radio', { name }).click();
  await expect(page.getByTestId('mode')).toContainText(name);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('in public the figures of a group rest on protected people, and those of few are hidden and cannot be asked', async ({
  page,
}) => {
  await openGroup(page);
  await drop(page, [{ name: 'folk.csv', mimeType: 'text/csv', buffer: Buffer.from(PEOPLE) }]);
  await expect(table(page).locator('tr.all')).toContainText('2 av 9 kommuner');
  const net = row(page, 'Sel').locator('td').nth(5);
  const own = await rested(net);
  await present(page, 'Offentlig visning');
  await expect(page.getByTestId('mode')).toContainText('tall under 5 er skjult');
  await expect.poll(() => rested(net)).not.toBe(own);
  await page.getByRole('radio', { name: '2025', exact: true }).check();
  const settled = row(page, 'Lom').locator('td').nth(2);
  await expect(settled).toHaveText('—');
  await expect(settled.getByRole('button')).toHaveCount(0);
  await expect(row(page, 'Lom').locator('td').nth(6)).toHaveText(/^—\s*færre enn 5$/);
  await row(page, 'Sel').locator('td').nth(5).getByRole('button').click();
  await expect(page.getByTestId('why-lead')).toContainText('Netto i planen, Sel');
  await page.keyboard.press('Escape');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('radio', { name: '2024–2027' }).check();
  await present(page, 'Intern visning');
  await expect.poll(() => rested(net)).toBe(own);
});

test('a figure of a member worked out here opens its sheet, and nothing is changed from there', async ({ page }) => {
  await openGroup(page);
  const net = row(page, 'Sel').locator('td').nth(5).getByRole('button');
  const figure = await net.innerText();
  await net.focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('heading', { level: 2 })).toContainText(`Hvorfor ${figure} mill.`);
  await expect(page.getByTestId('why-lead')).toContainText(`Netto i planen, Sel: ${figure}`);
  await expect(sheet.getByRole('button', { name: 'Kopier som tekst' })).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Endre' })).toHaveCount(0);
  expect(await barriers(page, 'dialog')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(net).toBeFocused();
  await row(page, 'Sel').locator('td').nth(2).getByRole('button').click();
  await expect(page.getByTestId('why-lead')).toContainText('40 (2024) + 30 (2025) + 20 (2026) + 20 (2027) = 110.');
  await expect(sheet).toContainText('Satt av: gruppa.');
  await page.keyboard.press('Escape');
  const chart = page.getByTestId('group-charts').getByRole('listitem').filter({ hasText: 'Sel' });
  await chart.getByRole('button', { name: /^2025/ }).click();
  await expect(page.getByTestId('why-lead')).toContainText('Netto, Sel 2025');
});

test('a figure of a member that sent a file says which, and that its makers see how it came about', async ({
  page,
}) => {
  await openGroup(page);
  await drop(
    page,
    files.filter(({ name }) => name === 'sel.json'),
  );
  await expect(table(page).locator('tr.all')).toContainText('1 av 9 kommuner');
  await row(page, 'Sel').locator('td').nth(5).getByRole('button').click();
  const told = page.getByRole('dialog');
  await expect(told.getByRole('heading', { level: 2 })).toContainText('Netto i planen, Sel');
  await expect(told).toContainText('Tallet er fra fila sel.json.');
  expect(await barriers(page, 'dialog')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(told).toHaveCount(0);
});

test('members that share a class need no more groups than apart, and those who lose are marked', async ({ page }) => {
  await openGroup(page);
  await part(page, 'Felles tiltak');
  const shared = page.getByTestId('shared');
  await expect(shared).toContainText(/trenger de \d+ grupper|grupper i stedet for/);
});

test('the group’s papers are one file of Word, made on the device', async ({ page, baseURL }) => {
  const complaints = complaintsOf(page, baseURL);
  await openGroup(page);
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Word: ark for hver kommune og et felles' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^gruppe-2024-2027-intern\.docx$/);
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  expect(complaints).toEqual([]);
});
