import { expect, test } from '@playwright/test';
import { barriers, complaintsOf, headline, line, number, open, words } from './visit';

test.beforeEach(async ({ page }) => {
  await open(page, '/grenser/');
  await expect(page.getByTestId('headline')).toContainText(/holder|Ingen tall/);
});

test('the answer is the largest number that keeps the limit, and it follows the limit', async ({ page }) => {
  // Herøy needs a fourth classroom from 41 a year and a fifth from 46: the number line and the rooms say so too.
  expect(await headline(page)).toBe('Inntil 40 i året holder grensen. Ved 41 ryker grensen for klasserom i 2027.');
  const rooms = page.getByRole('textbox', { name: 'Klasserom høyst, rom' });
  await rooms.fill('4');
  await rooms.press('Enter');
  await expect(page.getByTestId('headline')).toContainText('45 i året');
  await rooms.press('ArrowDown');
  await expect(page.getByTestId('headline')).toContainText('40 i året');
  await rooms.fill('2');
  await rooms.press('Enter');
  await expect(page.getByTestId('headline')).toContainText('Ingen tall fra 0 til 60 holder grensen for klasserom');
  await rooms.fill('mange');
  await rooms.press('Enter');
  await expect(page.getByText('«mange» er ikke et tall fra 0 og oppover.')).toBeVisible();
});

test('a limit that no number keeps is named, with the number that comes nearest', async ({ page }) => {
  await page.getByRole('checkbox', { name: 'Fondet er aldri tomt' }).check();
  await expect(page.getByTestId('headline')).toHaveText(
    /^Ingen tall fra 0 til 60 holder grensen for fondet\. Nærmest: \d+ i året, fondet mangler \d+,\d mill\. i 2027\.$/,
  );
  await expect(page.getByTestId('strip')).toContainText('Ingen av tallene holder alle grensene.');
});

test('without a limit the page asks for one', async ({ page }) => {
  await page.getByRole('checkbox', { name: 'Klasserom høyst' }).uncheck();
  await expect(page.getByTestId('headline')).toHaveText('Sett en grense for å se hvor mange kommunen kan bosette.');
  await expect(page.getByTestId('strip')).toHaveCount(0);
});

test('the number that was found can be used, from the keyboard', async ({ page }) => {
  const rooms = page.getByRole('textbox', { name: 'Klasserom høyst, rom' });
  await rooms.fill('4');
  await rooms.press('Enter');
  const use = page.getByRole('button', { name: 'Bruk 45 i året' });
  await use.focus();
  await page.keyboard.press('Enter');
  await expect(number(page)).toHaveValue('45');
  await expect(page.getByText('45 i året er valgt nå.')).toBeVisible();
});

test('a step is walked to, and the line and the table tell of the same steps', async ({ page }) => {
  const steps = page.getByTestId('steps');
  await steps.getByRole('button', { name: 'Klasserom: bruk neste trinn, 41 i året' }).click();
  await expect(line(page)).toHaveValue('41');
  await expect(steps.getByRole('button', { name: 'Klasserom: bruk neste trinn, 46 i året' })).toBeVisible();
  await steps.getByText('Vis som tabell').click();
  await expect(steps.getByRole('row', { name: '41 Klasserom 3 4 2027' })).toBeVisible();
  await expect(steps.getByRole('row', { name: '46 Klasserom 4 5 2026' })).toBeVisible();
});

test('the map is read from the keyboard, and its table has the same figure', async ({ page }) => {
  test.setTimeout(120_000);
  const complaints = complaintsOf(page, new URL(page.url()).origin);
  const sweep = page.getByTestId('sweep');
  const across = sweep.getByRole('slider', { name: 'Les av kartet: bosatte i året' });
  await expect(sweep.getByText('Regner ut')).toHaveCount(0, { timeout: 40_000 });
  await across.focus();
  await page.keyboard.press('Home');
  await expect(sweep.getByTestId('reading')).toHaveText(/^0 i året og flytting 1,00: [−+]?\d+,\d mill\. kroner$/);
  await sweep.getByText('Vis som tabell').click();
  await expect(sweep.getByRole('columnheader')).toHaveText([
    'Flytting',
    '0 i året',
    '10 i året',
    '20 i året',
    '30 i året',
    '40 i året',
  ]);
  const usual = sweep.getByRole('row', { name: /^1,00/ });
  const [, none = ''] = /: (.*) mill/.exec(await words(sweep.getByTestId('reading'))) ?? [];
  await expect(usual.getByRole('cell').first()).toHaveText(none);
  await page.getByRole('radio', { name: 'Klasserom på det meste' }).check();
  await expect(sweep.getByTestId('reading')).toHaveText('0 i året og flytting 1,00: 3 klasserom');
  expect(await barriers(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a difference between scenarios is shared among what makes it', async ({ page }) => {
  await page.goto('/sammenlign/');
  const part = page.getByTestId('attribution');
  // The two differ in nothing but the number.
  await expect(part).toContainText(
    /Herøy: 40 i året gir −\d+,\d mill\. kroner mot Herøy: 10 i året: −\d+,\d skyldes antallet\./,
    { timeout: 20_000 },
  );
  const [, total, due] = /gir (−\d+,\d) .*: (−\d+,\d) skyldes antallet/.exec(await words(part)) ?? [];
  expect(due).toBe(total);
});
