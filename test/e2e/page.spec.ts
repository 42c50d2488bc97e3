import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { cli, complaintsOf, figures, headline, line, number, open, openReady, upload, words } from './visit';

const HEADER = 'settlement_year,permit,category,age_band,persons';

test('the first figures stand in the page before a script has run', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('/');
  const document = cli('forecast', 'scenarios/heroy-40.json');
  const net = document.result.filter((row) => !row.tail).reduce((sum, row) => sum + row.net, 0);
  expect(await headline(page)).toContain(
    `Med 40 i året går tjenesten ${(Math.abs(net) / 1e6).toFixed(1).replace('.', ',')} mill. i ${net < 0 ? 'minus' : 'pluss'}`,
  );
  await expect(page.getByTestId('chart-net').locator('rect').first()).toBeVisible();
});

test('the database is asked for only after the first figures are on the screen, and nothing leaves the origin', async ({
  page,
  baseURL,
}) => {
  const complaints = complaintsOf(page, baseURL);
  await openReady(page);
  await line(page).press('ArrowLeft');
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
  const rail = line(page);
  await rail.scrollIntoViewIfNeeded();
  const box = await rail.boundingBox();
  if (!box) throw new Error('no line');
  const at = (persons: number): number => box.x + 12 + ((box.width - 24) * persons) / 60;
  const y = box.y + box.height / 2;
  await page.mouse.move(at(40), y);
  await page.mouse.down();
  const seen = new Set<string>();
  for (let persons = 40; persons >= 10; persons -= 2) {
    await page.mouse.move(at(persons), y);
    seen.add(await headline(page));
  }
  // The finger is still down: the figures have moved, and the table says that it is the model's.
  expect(seen.size).toBeGreaterThan(10);
  await expect(page.getByTestId('table')).toHaveAttribute('data-source', 'model');
  await page.mouse.up();
  await rail.fill('10');
  expect(await headline(page)).toContain('Med 10 i året');
  await rail.fill('40');
  await expect(page.getByTestId('table')).toHaveAttribute('data-source', 'database');
  expect(await figures(page)).toBe(before);
});

test('keys and typing set the number: arrows by one, page keys by five, home, end, and what lies beyond the line is explained', async ({
  page,
}) => {
  await open(page, '/vedtak/');
  const [slider, typed] = [line(page), number(page)];
  await slider.press('ArrowRight');
  await expect(typed).toHaveValue('41');
  await slider.press('PageDown');
  await expect(typed).toHaveValue('36');
  await slider.press('Home');
  await expect(typed).toHaveValue('0');
  expect(await headline(page)).toContain('Uten nye bosatte går tjenesten');
  await slider.press('End');
  await expect(typed).toHaveValue('60');
  await typed.fill('75');
  await typed.press('Enter');
  const explained = page.locator('.note').filter({ visible: true });
  await expect(explained).toContainText('75 er utenfor det modellen er prøvd for (0–60)');
  await typed.fill('mange');
  await typed.press('Enter');
  await expect(explained).toContainText('«mange» kan ikke brukes');
  await expect(typed).toHaveValue('75');
});

test('page, command line and SQL view give the same number to the krone', async ({ page }) => {
  const documents = ['heroy-10', 'heroy-40'].map((name) => cli('forecast', `scenarios/${name}.json`));
  await openReady(page);
  const rows = page
    .getByTestId('table')
    .getByRole('row')
    .filter({ hasText: /20\d\d/ });
  for (const [side, document] of documents.entries()) {
    for (const [at, row] of document.result.entries()) {
      await rows
        .nth(at)
        .getByRole('button')
        .nth(side * 4)
        .click();
      const total = await page.getByRole('dialog').locator('.grand td').innerText();
      expect(Number(total.replace(/\s/g, '').replace('−', '-').replace('+', ''))).toBe(Math.round(row.net));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  }
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
  const report = page.getByRole('region', { name: 'Fila er ikke lest inn' });
  await expect(page.getByRole('alert')).toContainText('feil.json: 2 feil');
  await expect(report).toContainText('Parameteren «settlement.person» finnes ikke. Mente du «settlement.persons»?');
  await expect(report).toContainText('Året 2031 er utenfor planen. Tillatt: 2024-2027.');
  expect(await figures(page)).toBe(before);
});

test('a cohort file with a missing column, a hidden identifier or an impossible age is refused, and the old one stays', async ({
  page,
}) => {
  await openReady(page);
  const before = await figures(page);
  const report = page.getByRole('region', { name: 'Fila er ikke lest inn' });
  await upload(page, 'uten.csv', 'settlement_year,permit,category,persons\n2022,ordinary,adult,31\n');
  await expect(page.getByTestId('import')).toContainText('age_band: Kolonnen «age_band» mangler.');
  await upload(page, 'person.csv', `${HEADER},fnr\n2022,ordinary,adult,25-55,1,01810012345\n`);
  await expect(report).toContainText(
    'Kolonnen «fnr» har en overskrift som tyder på personopplysninger. Ingenting er lest inn.',
  );
  await expect(report).not.toContainText('01810012345');
  await upload(page, 'alder.csv', `${HEADER}\n2022,ordinary,child,25-55,4\n`);
  await expect(report).toContainText('rad 2');
  expect(await figures(page)).toBe(before);
});

test('an own cohort file becomes the opening of every scenario, read by the database, and never goes into the address', async ({
  page,
}) => {
  await openReady(page);
  await upload(
    page,
    'egen.csv',
    'bosettingsår;oppholdsgrunnlag;kategori;aldersgruppe;antall\n2023;ordinær;voksen;25–55;12\n',
  );
  await expect(page.getByText('Egen fil, lest i nettleseren')).toBeVisible();
  await expect(page.getByTestId('table')).toHaveAttribute('data-source', 'database');
  // Persons of the first row: the proposal's ten and the twelve of the file.
  await expect(page.getByTestId('table').getByRole('row', { name: /2024/ }).getByRole('button').nth(1)).toHaveText(
    '22',
  );
  await page.waitForURL(/#b1=/);
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByText('Lenken har ikke med personene')).toBeVisible();
  await expect(page.getByTestId('table').getByRole('row', { name: /2024/ }).getByRole('button').nth(1)).toHaveText(
    '10',
  );
});

test('a cohort file that fits only some of the scenarios is refused aloud', async ({ page }) => {
  await open(page, '/fem-ar/');
  await upload(page, 'elverum.json', readFileSync('scenarios/elverum-40.json', 'utf8'));
  await upload(page, 'egen.csv', `${HEADER},year\n2023,ordinary,adult,25-55,12,2023\n`);
  await expect(page.getByRole('region', { name: 'Fila er ikke lest inn' })).toContainText(
    'Fila har ingen rader for 2014',
  );
});

test('amounts turn into thousands, kroner of the first year and an income into a minus, and back', async ({ page }) => {
  await open(page, '/fem-ar/');
  const table = page.getByTestId('table');
  const cells = async () => (await table.getByRole('button').allInnerTexts()).map((cell) => cell.trim());
  const turn = async (name: string) => {
    await page.getByRole('button', { name: 'Meny' }).click();
    await page.getByRole('checkbox', { name }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  const start = await cells();
  await turn('Inntekt med minus');
  // The net is every fourth figure: its sign turns, nothing else does.
  const opposite = (cell: string) => (cell.startsWith('−') ? cell.replace('−', '+') : cell.replace('+', '−'));
  expect(await cells()).toEqual(start.map((cell, at) => (at % 4 === 0 ? opposite(cell) : cell)));
  await turn('Inntekt med minus');
  await turn('Faste kroner');
  const fixed = await cells();
  expect(fixed.slice(0, 4)).toEqual(start.slice(0, 4));
  await expect(table).toContainText('i faste 2024-kroner');
  await turn('Faste kroner');
  await turn('Tall i 1000 kr');
  const thousands = Number((await cells())[0]?.replace(/\s/g, '').replace('−', '-'));
  expect(Math.abs(thousands / 1000 - Number(start[0]?.replace('−', '-').replace(',', '.')))).toBeLessThanOrEqual(0.051);
  await turn('Tall i 1000 kr');
  expect(await cells()).toEqual(start);
});

test('a year without a rate is shown as unknown, never as zero', async ({ page }) => {
  await open(page, '/fem-ar/');
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
  await expect(page.getByTestId('chart-net')).toContainText('ukjent');
  expect(await headline(page)).toContain('går tjenesten et ukjent beløp til og med 2019');
  await expect(page.getByText('Ingen kilde oppgir satsen i 2018')).toBeVisible();
});

test('the model page sets what a person costs beside what was published', async ({ page }) => {
  await open(page, '/modell/');
  const total = page.getByRole('row', { name: /2016.*Sum uten undervisning/ });
  await expect(total).toContainText('797 800');
  await expect(total).toContainText(/−\d+ %/);
});

test('every parameter stands with value, source and status on the page of rates', async ({ page }) => {
  await open(page, '/satser/');
  expect(await words(page.locator('main'))).toContain('Integreringstilskudd');
  await page.goto('/satser/#relocation.out');
  await expect(page.locator('[id="relocation.out"]')).toBeVisible();
});
