import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { barriers, complaintsOf, open } from './visit';

const NAMES = ['alvdal-2018', 'dovre', 'lom', 'ringebu', 'sel', 'skjak', 'sor-fron', 'vaga'];
type Given = { name: string; mimeType: string; buffer: Buffer };
let folder = '';
let whole: Given;
let shards: Given[] = [];

/** A sweep of eight municipalities, whole with futures and in two parts without. */
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bosett-country-'));
  const sweep = (name: string, ...more: string[]): Given => {
    const out = join(folder, name);
    const scenarios = NAMES.map((each) => `scenarios/${each}.json`);
    const vary = ['--vary', 'settlement.persons=0..20/10'];
    execFileSync('node', ['src/cli/run.js', 'sweep', ...scenarios, ...vary, ...more, '-o', out], { stdio: 'pipe' });
    return { name, mimeType: 'application/octet-stream', buffer: readFileSync(out) };
  };
  whole = sweep('hele.parquet', '--draws', '9');
  shards = [sweep('del-1.parquet', '--shard', '1/2'), sweep('del-2.csv', '--shard', '2/2')];
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const country = (page: Page): Locator => page.getByTestId('country');
const cell = (page: Page, name: string): Locator =>
  page.getByTestId('country-table').locator('table').first().getByRole('row').filter({ hasText: name }).locator('td');

async function openPart(page: Page): Promise<void> {
  await open(page, '/gruppe/');
  await expect(page.locator('main')).toHaveAttribute('data-database', 'ready', { timeout: 30_000 });
  await page.locator('summary').filter({ hasText: 'Hele landet' }).click();
  await expect(country(page)).toBeVisible();
}

async function give(page: Page, files: Given[]): Promise<void> {
  await country(page).locator('input[type=file]').first().setInputFiles(files);
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await country(page).getByLabel(label, { exact: true }).selectOption({ label: option });
}

async function present(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Meny' }).click();
  await page.getByTestId('audience').first().getByRole('radio', { name }).click();
  await expect(page.getByTestId('mode')).toContainText(name);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('a file of a sweep is opened, and a municipality stands beside all of it', async ({ page, baseURL }) => {
  const complaints = complaintsOf(page, baseURL);
  await openPart(page);
  await give(page, [whole]);
  await expect(country(page)).toContainText('hele.parquet: 8 kommuner.');
  await choose(page, 'Kommune', 'Dovre');
  await expect(page.getByTestId('country-table')).toContainText(
    'Netto, 2024–2027. Bosatte i året: 10 personer i året.',
  );
  // The plan of Alvdal is of other years.
  await expect(cell(page, 'Kommuner med tall')).toHaveText('7 av 8');
  await expect(page.getByTestId('country-table')).toContainText('1 uten tall');
  await expect(cell(page, 'Median')).toHaveText(/^[+−]\d/);
  await expect(page.getByTestId('country-compared')).toContainText('ikke med en KOSTRA-gruppe');
  await expect(page.getByTestId('country-table')).not.toContainText('mulige forløp');
  await choose(page, 'År', '2025');
  await expect(page.getByTestId('country-table')).toContainText('I åtte av ti mulige forløp ligger netto mellom');
  await choose(page, 'Tall', 'Klasserom, på det meste');
  await expect(cell(page, 'Dovre')).toHaveText(/^\d+$/);
  expect(await barriers(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('parts of a run are joined, and overlapping, broken and foreign files are named and change nothing', async ({
  page,
}) => {
  await openPart(page);
  await give(page, shards.slice(0, 1));
  await expect(country(page)).toContainText('del-1.parquet: ');
  const [parquet, csv] = shards as [Given, Given];
  const broken = { ...whole, name: 'kuttet.parquet', buffer: whole.buffer.subarray(0, whole.buffer.length - 500) };
  const other = { name: 'annet.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') };
  await give(page, [parquet, { ...parquet, name: 'igjen.parquet' }, broken, other]);
  await expect(country(page)).toContainText('Ingenting nytt er lest inn.');
  for (const name of ['igjen.parquet', 'kuttet.parquet', 'annet.csv']) await expect(country(page)).toContainText(name);
  await expect(country(page)).toContainText('del-1.parquet: ');
  await give(page, [parquet, csv]);
  await expect(country(page)).toContainText('del-1.parquet, del-2.csv: 8 kommuner.');
  await country(page).getByRole('button', { name: 'Ta bort fila' }).click();
  await expect(page.getByTestId('country-table')).toHaveCount(0);
  await country(page).getByRole('button', { name: 'Angre siste endring' }).click();
  await expect(country(page)).toContainText('8 kommuner.');
});

test('with a list of groups it stands beside its KOSTRA group, whose spread few do not show to everybody', async ({
  page,
}) => {
  await openPart(page);
  await give(page, [whole]);
  await choose(page, 'Kommune', 'Lom');
  await country(page).getByText('KOSTRA-gruppen', { exact: true }).click();
  await expect(page.getByTestId('country-compared')).toContainText('Åpne en liste');
  const rows = ['3434', '3433', '3438', '3435'].map((number) => `"${number}";"x";"EKG05";"KOSTRA-gruppe 05"`);
  const list = ['"sourceCode";"sourceName";"targetCode";"targetName"', ...rows].join('\n');
  await country(page)
    .getByLabel('Åpne liste over KOSTRA-grupper')
    .setInputFiles({ name: 'klass_2024.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await expect(page.getByTestId('country-compared')).toContainText(
    'KOSTRA-gruppe 5, inndelingen for 2024, etter klass_2024.csv. Av kommunene i fila er 4 i gruppen.',
  );
  await expect(cell(page, 'Median')).toHaveCount(1);
  await present(page, 'Offentlig visning');
  await expect(cell(page, 'Median')).toHaveCount(0);
  await expect(cell(page, 'Kommuner med tall')).toHaveText('4 av 4');
  await expect(page.getByTestId('country-table')).toContainText('Færre enn fem kommuner har dette tallet.');
});

test('municipalities are chosen by hand, and per inhabitant is unknown where nobody knows how many they are', async ({
  page,
}) => {
  await openPart(page);
  await give(page, [whole]);
  await choose(page, 'Kommune', 'Lom');
  await country(page).getByText('Valgte kommuner', { exact: true }).click();
  await expect(page.getByTestId('country-table')).toContainText('ingen andre å sammenligne med');
  for (const name of ['Sel', 'Dovre']) {
    await choose(page, 'Ta med en kommune', name);
    await country(page).getByRole('button', { name: 'Ta med', exact: true }).click();
  }
  await expect(cell(page, 'Kommuner med tall')).toHaveText('3 av 3');
  await country(page).getByRole('button', { name: 'Ta bort Sel' }).click();
  await expect(cell(page, 'Kommuner med tall')).toHaveText('2 av 2');
  await country(page).getByText('Per innbygger', { exact: true }).click();
  await expect(page.getByTestId('country-table')).toContainText('kr per innbygger');
});
