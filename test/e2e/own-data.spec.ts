import { expect, test } from '@playwright/test';
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
