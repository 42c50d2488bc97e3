import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { ForecastDocument } from '../../src/lib/export/document';

const HEADER = 'settlement_year,permit,category,age_band,persons';

function cli(...args: string[]): ForecastDocument {
  const out = execFileSync('node', ['src/cli/run.js', ...args, '--format', 'json'], { encoding: 'utf8' });
  return JSON.parse(out) as ForecastDocument;
}

async function openReady(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByTestId('database')).toHaveAttribute('data-state', 'ready', { timeout: 30_000 });
  await expect(page.getByTestId('table')).toHaveAttribute('data-source', 'database');
}

/** The settled lever of a side: the chosen plan stands first. */
function lever(page: Page, side: 'chosen' | 'base'): Locator {
  return page.getByRole('group', { name: side === 'chosen' ? 'Valgt' : 'Sammenlign med' }).getByRole('slider');
}

function figures(page: Page): Promise<string> {
  return page
    .locator('main')
    .evaluate((main) =>
      [...main.querySelectorAll('h1, .support, svg text, svg rect, td')]
        .map((node) => node.outerHTML.replace(/ aria-label="[^"]*"/g, ''))
        .join('\n'),
    );
}

/** The words of the page without line breaks and with plain spaces. */
async function words(locator: Locator): Promise<string> {
  return (await locator.innerText()).replace(/\s+/g, ' ');
}

async function upload(page: Page, name: string, content: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
}

test('the first figures stand in the page before a script has run', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('/');
  const document = cli('forecast', 'scenarios/heroy-40.json');
  const net = document.result.filter((row) => !row.tail).reduce((sum, row) => sum + row.net, 0);
  expect(await words(page.getByTestId('headline'))).toContain(
    `Med 40 i året går tjenesten ${(Math.abs(net) / 1e6).toFixed(1).replace('.', ',')} mill. i ${net < 0 ? 'minus' : 'pluss'}`,
  );
  await expect(page.getByTestId('net-0').locator('rect').first()).toBeVisible();
});

test('the database is asked for only after the first figures are on the screen, and nothing leaves the origin', async ({
  page,
  baseURL,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== baseURL)
      complaints.push(request.url());
  });
  await openReady(page);
  await lever(page, 'chosen').press('ArrowLeft');
  await expect(page.getByTestId('table')).toHaveAttribute('data-source', 'database');
  await page.getByTestId('table').getByRole('button').first().click();
  await page.keyboard.press('Escape');
  const times = await page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    database: performance
      .getEntriesByType('resource')
      .filter((entry) => entry.name.includes('duckdb'))
      .map((entry) => entry.startTime),
  }));
  expect(times.database.length).toBeGreaterThan(0);
  expect(Math.min(...times.database)).toBeGreaterThan(times.painted);
  expect(complaints).toEqual([]);
});

test('dragging from 40 to 10 and back moves the figures under the finger and returns every one of them', async ({
  page,
}) => {
  await openReady(page);
  const before = await figures(page);
  const line = lever(page, 'chosen');
  await line.scrollIntoViewIfNeeded();
  const box = await line.boundingBox();
  if (!box) throw new Error('no lever');
  const at = (persons: number): number => box.x + 8 + ((box.width - 16) * persons) / 60;
  const y = box.y + box.height / 2;
  await page.mouse.move(at(40), y);
  await page.mouse.down();
  const seen = new Set<string>();
  for (let persons = 40; persons >= 10; persons -= 2) {
    await page.mouse.move(at(persons), y);
    seen.add(await words(page.getByTestId('headline')));
  }
  // The finger is still down: the figures have moved, and the table says that it is the model's.
  expect(seen.size).toBeGreaterThan(10);
  await expect(page.getByTestId('table')).toHaveAttribute('data-source', 'model');
  await line.press('Home');
  await page.mouse.up();
  await line.fill('10');
  expect(await words(page.getByTestId('headline'))).toContain('Med 10 i året');
  await line.fill('40');
  expect(await figures(page)).toBe(before);
  await line.press('ArrowRight');
  await line.press('ArrowLeft');
  await expect(page.getByTestId('table')).toHaveAttribute('data-source', 'database');
  expect(await figures(page)).toBe(before);
});

test('keys and typing set the number: arrows by one, page keys by five, home, end, and what lies beyond the line is explained', async ({
  page,
}) => {
  await page.goto('/');
  const line = lever(page, 'chosen');
  const typed = page.getByRole('group', { name: 'Valgt' }).getByRole('textbox');
  await line.press('ArrowRight');
  await expect(typed).toHaveValue('41');
  await line.press('PageDown');
  await expect(typed).toHaveValue('36');
  await line.press('Home');
  await expect(typed).toHaveValue('0');
  await line.press('End');
  await expect(typed).toHaveValue('60');
  await typed.fill('75');
  await typed.press('Enter');
  expect(await words(page.getByTestId('headline'))).toContain('Med 75 i året');
  await expect(page.getByText('utenfor det modellen er prøvd for')).toBeVisible();
  await typed.fill('mange');
  await typed.press('Enter');
  await expect(page.getByText('«mange» kan ikke brukes')).toBeVisible();
  expect(await words(page.getByTestId('headline'))).toContain('Med 75 i året');
  await page.getByRole('button', { name: 'Tilbake til scenarioene' }).click();
  await expect(typed).toHaveValue('40');
});

test('page, command line and SQL view give the same number to the krone', async ({ page }) => {
  const documents = ['heroy-10', 'heroy-40'].map((name) => cli('forecast', `scenarios/${name}.json`));
  await openReady(page);
  const buttons = page
    .getByTestId('table')
    .getByRole('row')
    .filter({ hasText: /20\d\d/ });
  for (const [side, document] of documents.entries()) {
    for (const [at, row] of document.result.entries()) {
      const cell = buttons
        .nth(at)
        .getByRole('button')
        .nth(side * 4);
      const expected = Math.round(row.net);
      await cell.click();
      const total = await page.getByRole('dialog').locator('.grand td').innerText();
      expect(Number(total.replace(/[\s ]/g, '').replace('−', '-').replace('+', ''))).toBe(expected);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  }
});

test('a tapped figure shows lines with quantity, price, status and source, and gives the focus back', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByTestId('net-1').getByRole('button').first().click();
  const sheet = page.getByRole('dialog');
  const text = await words(sheet);
  expect(text).toContain('Integreringstilskudd år 1, voksen bosatt 2024');
  expect(text).toContain('40 personer × 187 000');
  expect(text).toContain('7 480 000');
  expect(text).toContain('Midt- og Nord-Gudbrandsdal, 2018');
  expect(text).toContain('ført fram');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  const asked = page.getByTestId('table').getByRole('button').nth(2);
  await asked.click();
  expect(await words(sheet)).toContain('Hvorfor 3 klasserom i 2024?');
  await page.keyboard.press('Escape');
  await expect(asked).toBeFocused();
});

test('a scenario with an unknown id and a year outside the plan is refused in the command line’s words, and the old one stays', async ({
  page,
}) => {
  await openReady(page);
  const before = await figures(page);
  const scenario = JSON.parse(readFileSync('scenarios/heroy-10.json', 'utf8')) as {
    parameters: Record<string, unknown>;
  };
  scenario.parameters['settlement.person'] = 3;
  scenario.parameters['settlement.persons@2031'] = 3;
  await upload(page, 'feil.json', JSON.stringify(scenario));
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Parameteren «settlement.person» finnes ikke. Mente du «settlement.persons»?');
  await expect(alert).toContainText('Året 2031 er utenfor planen. Tillatt: 2024-2027.');
  expect(await figures(page)).toBe(before);
});

test('a cohort file with a missing column, a hidden identifier or an impossible age is refused, and the old one stays', async ({
  page,
}) => {
  await openReady(page);
  const before = await figures(page);
  const alert = page.getByRole('alert');
  await upload(page, 'uten.csv', 'settlement_year,permit,category,persons\n2022,ordinary,adult,31\n');
  await expect(alert).toContainText('uten.csv: age_band: Kolonnen «age_band» mangler.');
  await upload(page, 'person.csv', `${HEADER},fnr\n2022,ordinary,adult,25-55,1,01810012345\n`);
  await expect(alert).toContainText(
    'Kolonnen «fnr» har en overskrift som tyder på personopplysninger. Ingenting er lest inn.',
  );
  await expect(alert).not.toContainText('01810012345');
  await upload(page, 'alder.csv', `${HEADER}\n2022,ordinary,child,25-55,4\n`);
  await expect(alert).toContainText('rad 2');
  expect(await figures(page)).toBe(before);
});

test('an own cohort file becomes the opening of both plans, read by the database', async ({ page }) => {
  await openReady(page);
  await upload(
    page,
    'egen.csv',
    'bosettingsår;oppholdsgrunnlag;kategori;aldersgruppe;antall\n2023;ordinær;voksen;25–55;12\n',
  );
  await expect(page.getByText('Egen fil, lest i nettleseren')).toBeVisible();
  await expect(page.getByTestId('table')).toHaveAttribute('data-source', 'database');
  await page.getByTestId('in_phase-0').getByRole('button').first().click();
  expect(await words(page.getByRole('dialog'))).toContain('Hvorfor 22 personer i femårsfasen i 2024?');
});

test('a cohort file that fits only one of the two plans is refused aloud', async ({ page }) => {
  await openReady(page);
  await page.getByRole('combobox').first().selectOption('elverum-40');
  await upload(page, 'egen.csv', `${HEADER},year\n2023,ordinary,adult,25-55,12,2023\n`);
  await expect(page.getByRole('alert')).toContainText('Fila har ingen rader for 2014');
});

test('amounts turn into kroner of the first year and an income into a minus, and back', async ({ page }) => {
  await page.goto('/');
  const table = page.getByTestId('table');
  const cells = async () => (await table.getByRole('button').allInnerTexts()).map((cell) => cell.trim());
  const [kroner, sign] = [page.getByRole('combobox').nth(2), page.getByRole('combobox').nth(3)];
  const start = await cells();
  await sign.selectOption({ index: 1 });
  const turned = await cells();
  // The net is every fourth figure: its sign turns, nothing else does.
  const opposite = (cell: string) => (cell.startsWith('−') ? cell.replace('−', '+') : cell.replace('+', '−'));
  expect(turned).toEqual(start.map((cell, at) => (at % 4 === 0 ? opposite(cell) : cell)));
  await sign.selectOption({ index: 0 });
  await kroner.selectOption({ index: 1 });
  const fixed = await cells();
  expect(fixed.slice(0, 4)).toEqual(start.slice(0, 4));
  expect(fixed).not.toEqual(start);
  await expect(table).toContainText('i faste 2024-kroner');
  await kroner.selectOption({ index: 0 });
  expect(await cells()).toEqual(start);
});

test('the model page sets what a person costs beside what was published, and lists every assumption', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto('/');
  await page.getByRole('link', { name: 'Slik regner modellen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Slik regner modellen');
  const total = page.getByRole('row', { name: /2016 Sum uten undervisning/ });
  await expect(total).toContainText('797 800');
  await expect(total).toContainText(/−\d+ %/);
  await expect(page.locator('code', { hasText: 'relocation.out' }).first()).toBeVisible();
  expect(await page.locator('code').count()).toBeGreaterThan(180);
  expect(errors).toEqual([]);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('a year without a rate is shown as unknown, never as zero', async ({ page }) => {
  await openReady(page);
  const scenario = {
    format: 'bosett/scenario@1',
    title: { nb: 'Enslige mindreårige 2018' },
    municipality: '1818',
    first_year: 2018,
    years: 2,
    opening: [],
    parameters: { 'settlement.persons': 5, 'settlement.mix.unaccompanied_minor': 1 },
  };
  await upload(page, 'em.json', JSON.stringify(scenario));
  await expect(page.getByTestId('net-1')).toContainText('ukjent');
  expect(await words(page.getByTestId('headline'))).toContain('går tjenesten et ukjent beløp til og med 2019');
  await expect(page.getByText('Ingen kilde oppgir satsen i 2018')).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [390, 1024, 1280]) {
    test(`nothing stands in the way of a reader at ${width} pixels, ${scheme}`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
      const page = await context.newPage();
      await openReady(page);
      const found = await new AxeBuilder({ page }).analyze();
      expect(
        found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
      ).toEqual([]);
      await page.getByTestId('table').getByRole('button').first().click();
      const sheet = await new AxeBuilder({ page }).include('dialog').analyze();
      expect(
        sheet.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await context.close();
    });
  }
}
