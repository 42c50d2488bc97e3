import { expect, test, type Page } from '@playwright/test';
import { writeXlsx } from 'hucre/xlsx';
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
  await page.locator('main input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

test('a workbook is opened, whichever sheet the people stand on, and a damaged one changes nothing', async ({
  page,
  baseURL,
}) => {
  const complaints = complaintsOf(page, baseURL);
  await open(page, '/data/');
  const bytes = await workbook();
  await give(page, 'kuttet.xlsx', bytes.subarray(0, bytes.length / 2));
  await expect(page.getByRole('alert').filter({ hasText: 'Fila er ikke lest inn' })).toContainText(
    'skadet eller kuttet',
  );
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
