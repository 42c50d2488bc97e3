import { expect, test, type Page } from '@playwright/test';
import { writeXlsx } from 'hucre/xlsx';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { barriers, complaintsOf, headline, number, open } from './visit';

test('six numbers give a first result, marked as the national composition, and never go in a link', async ({
  page,
  baseURL,
}) => {
  const complaints = complaintsOf(page, baseURL);
  await open(page, '/data/');
  const form = page.getByTestId('six-numbers');
  await form.getByRole('button', { name: 'Regn ut' }).click();
  await expect(form.getByRole('alert')).toContainText('Noe mangler');
  await expect(form.locator('[aria-invalid=true]').first()).toBeFocused();
  expect(await barriers(page)).toEqual([]);
  await form.getByRole('combobox', { name: 'Kommune' }).selectOption({ label: 'Lom' });
  await form.getByLabel('Første år i planen').fill('2026');
  for (const [year, settled] of [
    ['2021', '4'],
    ['2022', '22'],
    ['2023', '31'],
    ['2024', '1 2'],
    ['2025', '10'],
  ] as const)
    await form.getByLabel(year, { exact: true }).fill(settled);
  await form.getByLabel('Planlagt i året').fill('15');
  await form.getByRole('button', { name: 'Regn ut' }).click();
  await expect(page).toHaveURL(/\/vedtak\//);
  await expect(number(page)).toHaveValue('15');
  expect(await headline(page)).toMatch(/^Med 15 i året .* til og med 2029/);
  await expect(page.getByRole('banner')).toContainText('Lom');
  await expect(page.getByRole('banner')).toContainText('Grunnlag: nasjonal fordeling');
  await page.waitForURL(/#b1=/);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(other.getByText('Lenken har ikke med personene').first()).toBeVisible();
  await other.close();
  await page.getByRole('button', { name: 'Angre' }).click();
  await expect(page.getByRole('banner')).toContainText('Herøy');
  expect(complaints).toEqual([]);
});

const HEADINGS = ['Bosettingsår', 'Oppholdsgrunnlag', 'Kategori', 'Aldersgruppe', 'Antall'];
const COUNTED = [
  [2022, 'ordinær', 'voksen', '25-55', 14],
  [2023, 'kollektiv', 'voksen', '25-55', 16],
  [2023, 'kollektiv', 'barn', '6-15', 8],
];

/** A workbook with notes on its first sheet and the people, under a title, on its second. */
async function workbook(): Promise<Buffer> {
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Om', rows: [['Laget for budsjettet']] },
      { name: 'Bosatte', rows: [['Bosatte i kommunen'], [], HEADINGS, ...COUNTED] },
    ],
  });
  return Buffer.from(bytes);
}

async function give(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('.open input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

test('a workbook is opened, whichever sheet the people stand on, and a damaged one changes nothing', async ({
  page,
  baseURL,
}) => {
  const complaints = complaintsOf(page, baseURL);
  await open(page, '/data/');
  const bytes = await workbook();
  await give(page, 'kuttet.xlsx', bytes.subarray(0, bytes.length / 2));
  await expect(page.getByRole('region', { name: 'Fila er ikke lest inn' })).toContainText('skadet eller kuttet');
  await expect(page.getByRole('main')).toContainText('62 personer');
  await give(page, 'bosatte.xlsx', bytes);
  await expect(page.getByRole('main')).toContainText('38 personer');
  await expect(page.getByRole('alert').filter({ hasText: 'ikke lest inn' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('a table from a spreadsheet is pasted on the page', async ({ page }) => {
  await open(page, '/data/');
  const text = [HEADINGS, ...COUNTED].map((cells) => cells.join('\t')).join('\n');
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  await expect(page.getByRole('main')).toContainText('38 personer');
  await page.getByRole('button', { name: 'Angre' }).click();
  await expect(page.getByRole('main')).toContainText('62 personer');
});

/** What the address carries, as text; empty while it is being written. */
function linkIn(page: Page): string {
  const hash = new URL(page.url()).hash.slice(4).replaceAll('-', '+').replaceAll('_', '/');
  try {
    return inflateRawSync(Buffer.from(hash, 'base64')).toString();
  } catch {
    return '';
  }
}

const importPanel = (page: Page) => page.getByTestId('import');

test('unknown headings and words are shown, mended, used, undone, and known the next time', async ({
  page,
  baseURL,
}) => {
  const complaints = complaintsOf(page, baseURL);
  await open(page, '/data/');
  const file = Buffer.from(
    'Kull;Løyve;Kategori;Alder;Mengde;Merknad\n2022;Kvote;voksen;25-55;14;x\n2023;Kvote;barn;6-15;9;y\n',
  );
  await give(page, 'kull.csv', file);
  const panel = importPanel(page);
  const use = panel.getByRole('button', { name: 'Bruk tallene' });
  await expect(use).toBeDisabled();
  expect(await barriers(page, '[data-testid=import]')).toEqual([]);
  await panel.getByLabel('Kull: Leses som').selectOption('Bosettingsår');
  await panel.getByLabel('Mengde: Leses som').selectOption('Antall personer');
  await expect(panel).not.toContainText('Mengde: Kolonnen er ukjent');
  await expect(panel).toContainText('Merknad: Kolonnen er ukjent');
  await panel.getByLabel('Merknad: Leses som').selectOption('Tas ikke med');
  await panel.getByLabel('«kvote» (2 rader) betyr').selectOption('ordinær beskyttelse');
  await expect(panel).toContainText('23 personer i 2 grupper, bosatt 2022–2023');
  await expect(page.getByRole('main')).toContainText('62 personer');
  await use.click();
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('23 personer');
  await page.getByRole('button', { name: 'Angre' }).click();
  await expect(page.getByRole('main')).toContainText('62 personer');
  await give(page, 'neste.csv', file);
  await expect(panel).toContainText('23 personer i 2 grupper');
  await panel.getByRole('button', { name: 'Bruk tallene' }).click();
  await expect(panel).toHaveCount(0);
  await page.getByRole('button', { name: 'Se og rett hvordan fila er lest' }).click();
  await expect(panel.getByLabel('Kull: Leses som')).toHaveValue('settlement_year');
  await panel.getByRole('button', { name: 'Tilbake til det Bosett fant' }).click();
  await expect(panel).toContainText('Kull: Kolonnen er ukjent');
  await panel.getByRole('button', { name: 'Avbryt' }).click();
  await expect(page.getByRole('main')).toContainText('23 personer');
  expect(complaints).toEqual([]);
});

test('rows of one person each are added, after a yes, and none of them is kept', async ({ page }) => {
  await open(page, '/data/');
  const rows = ['Bosettingsår;Oppholdsgrunnlag;Kategori;Alder', '2022;kollektiv;voksen;34', '2022;kollektiv;voksen;41'];
  await give(page, 'rader.csv', Buffer.from([...rows, '2023;kollektiv;barn;7'].join('\n')));
  const panel = importPanel(page);
  await expect(panel).toContainText('hver rad er lest som én person, 3 i alt, og lagt sammen til 2 grupper');
  await panel.getByRole('button', { name: 'Bruk tallene likevel' }).click();
  await expect(page.getByRole('main')).toContainText('2 rader, 3 personer');
});

test('reading a large file is shown and can be stopped, and the page answers meanwhile', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, '/data/');
  const lines = Array.from({ length: 600_000 }, (_, at) => `${2014 + (at % 10)};ordinær;voksen;${20 + (at % 40)}`);
  await give(page, 'stor.csv', Buffer.from(['Bosettingsår;Oppholdsgrunnlag;Kategori;Alder', ...lines].join('\n')));
  await expect(page.getByRole('progressbar', { name: 'Leser stor.csv' })).toBeVisible();
  await page.getByRole('button', { name: 'Stopp' }).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(importPanel(page)).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('62 personer');
});

test('no byte of a file is in a request, an address, the log or any storage', async ({ page, baseURL }) => {
  const complaints = complaintsOf(page, baseURL);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  page.on('console', (message) => sent.push(message.text()));
  const marks = ['7919', 'Merkeord', 'hemmelig-fil'];
  await open(page, '/data/');
  const file = `Bosettingsår;Oppholdsgrunnlag;Kategori;Alder;Antall;Merkeord\n2022;kollektiv;voksen;25-55;7919;Merkeord\n`;
  await give(page, 'hemmelig-fil.csv', Buffer.from(file));
  const panel = importPanel(page);
  await panel.getByLabel('Merkeord: Leses som').selectOption('Tas ikke med');
  await panel.getByRole('button', { name: 'Bruk tallene' }).click();
  await expect(page.getByRole('main')).toContainText('7 919 personer');
  await give(page, 'hemmelig-fil.csv', Buffer.from(file.replace('7919', 'someone7919@example.org')));
  await expect(page.getByRole('main')).toContainText('e-postadresser (1)');
  for (const path of ['Fem år', 'Sammenlign', 'Saksframlegg'])
    await page.getByRole('link', { name: path, exact: true }).first().click();
  await page.waitForURL(/#b1=/);
  const stored = await page.evaluate(async () => {
    const read = async (folder: FileSystemDirectoryHandle): Promise<string[]> => {
      const names: string[] = [];
      for await (const [name] of folder as unknown as AsyncIterable<[string]>) names.push(name);
      return names;
    };
    const cached = await Promise.all(
      (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      await indexedDB.databases(),
      await read(await navigator.storage.getDirectory()),
      cached,
      history.state,
    ]);
  });
  await expect.poll(() => linkIn(page)).toContain('settlement');
  const link = linkIn(page);
  const everywhere = [...sent, stored, page.url(), link].join('\n');
  expect(marks.filter((mark) => everywhere.includes(mark))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a damaged file that a library never ends with is stopped and said, and the page answers all the while', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await open(page, '/data/');
  await give(page, 'endless.parquet', readFileSync('test/ingest/tables/endless.parquet'));
  await expect(page.getByRole('progressbar', { name: 'Leser endless.parquet' })).toBeVisible();
  await page.getByRole('link', { name: 'Vedtak', exact: true }).first().click();
  await expect(number(page)).toHaveValue('40');
  await expect(page.getByRole('main')).toContainText('gjorde ingen framgang på 30 sekunder', { timeout: 60_000 });
});

test('accounts are asked about once, and are first seen beside the model', async ({ page, baseURL }) => {
  const complaints = complaintsOf(page, baseURL);
  await open(page, '/data/');
  const lines = ['Flyktningtjenesten (1000 kr);Regnskap 2022;Budsjett 2022', 'Sum utgifter;10.049;12.964'];
  await give(page, 'regnskap.csv', Buffer.from([...lines, 'Sum inntekter;9.278;12.938', 'Netto;771;26'].join('\n')));
  const panel = importPanel(page);
  await expect(panel).toContainText('Hvilken kommune gjelder regnskapet?');
  expect(await barriers(page, '[data-testid=import]')).toEqual([]);
  await expect(panel.getByLabel('Svar')).toHaveValue('1818');
  await panel.getByRole('button', { name: 'Svar', exact: true }).click();
  await panel.getByRole('button', { name: /Pluss er netto utgift/ }).click();
  const use = panel.getByRole('button', { name: /^Bruk tallene/ });
  if (await use.isVisible()) await use.click();
  await expect(page).toHaveURL(/\/treffsikkerhet\//);
  await expect(page.getByRole('main')).toContainText('regnskap.csv');
  await page.getByRole('button', { name: 'Angre' }).click();
  await expect(page.getByRole('main')).not.toContainText('regnskap.csv');
  expect(complaints).toEqual([]);
});
