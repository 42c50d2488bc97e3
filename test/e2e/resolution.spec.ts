import { expect, test } from '@playwright/test';
import { barriers, number, open, words } from './visit';

test('the proposal for a resolution follows the plan, and says what IMDi’s requirements are not met by', async ({
  page,
}) => {
  await open(page, '/data/');
  await page.getByRole('button', { name: /^Elverum: 40/ }).click();
  await page.getByRole('link', { name: 'Saksframlegg' }).filter({ visible: true }).first().click();
  const draft = page.getByTestId('resolution');
  await page.getByRole('group', { name: 'Framlegget gjelder' }).getByRole('radio').last().check();
  await expect(draft).toContainText('Elverum kommune vedtar å bosette 40 flyktninger i året i årene 2015–2019.');
  await expect(draft).toContainText('Av tallet er det 6 i 2015, 3 i 2016, 3 i 2017, 3 i 2018, 3 i 2019.');
  const requirements = page.getByTestId('requirements');
  await expect(requirements.getByText('Brutt.')).toHaveCount(1);
  expect(await words(requirements)).toContain('Brutt. Familie som kommer senere, er ikke regnet inn i tallet.');
  expect(await words(requirements)).toContain('sist oppdatert 25. november 2022');
  await page.getByRole('radio', { name: 'bare 2015' }).check();
  await page.getByRole('radio', { name: 'Nynorsk' }).check();
  await expect(draft).toHaveAttribute('lang', 'nn');
  await expect(draft).toContainText('Elverum kommune vedtek å busetje 40 flyktningar i 2015.');
  await expect(requirements.getByText('Ikke bestemt.')).toHaveCount(1);
  await page.getByLabel('Hvor mange flere kan bosettes om behovet øker?').fill('5');
  await expect(draft).toContainText('Kommunen vurderer at han kan busetje 5 fleire om behovet aukar.');
  await expect(requirements.getByText('Ikke bestemt.')).toHaveCount(0);
});

test('a motion that is pasted is looked through, and is kept nowhere', async ({ page }) => {
  await open(page, '/saksframlegg/');
  const motion = page.getByTestId('motion');
  await motion.getByRole('textbox').fill('Kommunen bosetter 5 flyktninger, forutsatt at de er barnefamilier.');
  expect(await words(motion)).toContain('«forutsatt at» kan gjelde: Vedtaket har ingen forbehold eller vilkår.');
  expect(await words(motion)).toContain('«barnefamilier» kan gjelde:');
  expect(await barriers(page)).toEqual([]);
  expect(
    await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href])),
  ).not.toContain('barnefamilier');
  await page.reload();
  await expect(motion.getByRole('textbox')).toHaveValue('');
});

test('the proposal is printed without what it is made with', async ({ page }) => {
  await open(page, '/saksframlegg/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByTestId('resolution')).toBeVisible();
  await expect(page.getByTestId('motion')).toBeHidden();
  await expect(page.getByTestId('requirements')).toBeHidden();
});

test('who makes the deadlines follows the number', async ({ page }) => {
  await open(page, '/rom/');
  const clock = page.getByTestId('clock');
  await expect(clock).toContainText(/Med 40 i året starter \S+ av \S+ programmet etter fristen \(2024\)\./);
  await number(page).fill('0');
  await number(page).press('Enter');
  await expect(clock).toContainText('Uten nye bosatte');
  expect(await barriers(page)).toEqual([]);
});
