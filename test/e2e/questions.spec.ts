import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { barriers, complaintsOf, open } from './visit';

const ASKED = 'Hva skjer hvis færre flytter?';

/** Asks about the net of the plan, in the sheet of the figure. */
async function ask(page: Page, question: string): Promise<void> {
  await page
    .locator('main button')
    .filter({ hasText: /mill\./ })
    .first()
    .click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('Spør kommunedirektøren om tallet').click();
  await sheet.getByLabel('Spørsmål', { exact: true }).fill(question);
  await sheet.getByRole('button', { name: 'Legg til spørsmålet' }).click();
}

test('a question follows its figure by link and by file, is answered, and stands in the paper', async ({
  page,
  baseURL,
}) => {
  const complaints = complaintsOf(page, baseURL);
  await open(page, '/saksframlegg/');
  await ask(page, ASKED);
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByText('Spørsmålet er lagt til')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  const questions = page.getByTestId('questions');
  await expect(questions).toContainText(ASKED);

  const saved = page.waitForEvent('download');
  await questions.getByRole('button', { name: 'Lagre spørsmålene i en fil' }).click();
  const file = readFileSync(await (await saved).path(), 'utf8');
  expect(JSON.parse(file)).toMatchObject({ format: 'bosett/questions@1', questions: [{ asked: ASKED, answer: '' }] });

  await page.waitForURL(/#b1=/);
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.getByTestId('questions')).toContainText(ASKED);

  await page.getByTestId('questions').getByLabel('Svar').fill('Da blir tilskuddet i kommunen.');
  await page.getByTestId('questions').getByRole('heading').click();
  await expect(page.locator('.paper')).toContainText('Da blir tilskuddet i kommunen.');
  await page.getByRole('button', { name: `Fjern spørsmålet «${ASKED}»` }).click();
  await expect(page.locator('.paper')).not.toContainText(ASKED);

  const more = { ...(JSON.parse(file) as { questions: { asked: string }[] }) };
  const second = { ...more, questions: [...more.questions, { ...more.questions[0], asked: 'Kan vi vente et år?' }] };
  const input = page.getByTestId('questions').locator('input[type=file]');
  await input.setInputFiles([
    { name: 'en.json', mimeType: 'application/json', buffer: Buffer.from(file) },
    { name: 'to.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(second)) },
    { name: 'feil.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"bosett/questions@9"}') },
  ]);
  await expect(page.getByTestId('questions').getByRole('listitem').filter({ hasText: ASKED })).toHaveCount(1);
  await expect(page.getByTestId('questions')).toContainText('Kan vi vente et år?');
  await expect(page.getByTestId('questions')).toContainText('feil.json er ikke åpnet');
  expect(await barriers(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a question that tells who a person is is not taken', async ({ page }) => {
  await open(page, '/saksframlegg/');
  await ask(page, 'Svar til kari@example.org');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('hvem en person er');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('questions')).not.toContainText('example.org');
});

test('what was asked inside is not part of what everybody sees', async ({ page }) => {
  await open(page, '/saksframlegg/');
  await ask(page, ASKED);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Data', exact: true }).filter({ visible: true }).first().click();
  await page.getByTestId('audience').first().getByRole('radio', { name: 'Offentlig visning' }).click();
  await expect(page.getByTestId('mode')).toContainText('Offentlig visning');
  await page.getByRole('link', { name: 'Saksframlegg' }).filter({ visible: true }).first().click();
  await expect(page.getByTestId('questions')).toContainText('1 spørsmål fra den interne visningen');
  await expect(page.getByTestId('questions')).not.toContainText(ASKED);
  await expect(page.locator('.paper')).not.toContainText(ASKED);
});
