import { expect, test, type Page } from '@playwright/test';
import { barriers, complaintsOf, open, SCREENS, words } from './visit';

const PEOPLE = `settlement_year,permit,category,age_band,persons
2020,ordinary,adult,25-55,11
2022,ordinary,single_adult,25-55,2
2022,ordinary,adult,25-55,14
2022,ordinary,child,6-15,7
2023,collective,adult,25-55,16
2023,collective,adult,60+,1
2023,collective,child,6-15,9
`;

/** Gives the page people of an own file, and says yes where it asks. */
async function givePeople(page: Page): Promise<void> {
  await page
    .locator('main input[type=file]')
    .first()
    .setInputFiles({ name: 'egen.csv', mimeType: 'text/csv', buffer: Buffer.from(PEOPLE) });
  const use = page.getByRole('button', { name: /^Bruk tallene/ });
  await expect(page.getByRole('main').getByText('60 personer').or(use).first()).toBeVisible();
  if (await use.isVisible()) await use.click();
  await expect(page.getByRole('main')).toContainText('7 rader, 60 personer');
}

async function present(page: Page, name: string): Promise<void> {
  await page.getByTestId('audience').first().getByRole('radio', { name }).click();
  await expect(page.getByTestId('mode')).toContainText(name);
}

/** What the link in the address holds. */
async function linked(page: Page): Promise<{ net: unknown; protection?: unknown; chosen: { opening: unknown } }> {
  await page.waitForURL(/#b1=/);
  return page.evaluate(async () => {
    const text = location.hash.slice(4).replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return JSON.parse(await new Response(stream).text()) as Awaited<ReturnType<typeof linked>>;
  });
}

/** Numbers of the table of people as they are written. */
async function counts(page: Page): Promise<string[]> {
  return page.locator('table.counts td').allInnerTexts();
}

test('a screen for everybody shows no small number, says so, and gives every number back when asked', async ({
  page,
  baseURL,
}) => {
  const complaints = complaintsOf(page, baseURL);
  await open(page, '/data/');
  await expect(page.getByTestId('mode')).toContainText('Intern visning');
  await givePeople(page);
  const own = await counts(page);
  expect(own).toEqual(expect.arrayContaining(['2', '17', '60']));
  await expect(page.getByTestId('audience').getByRole('status')).toContainText(/skjuler \d av 7 rader/);
  await present(page, 'Offentlig visning');
  const shown = await counts(page);
  expect(shown.filter((written) => /^[1-4]$/.test(written))).toEqual([]);
  expect(shown.join(' ')).toContain('skjult');
  expect(shown.join(' ')).not.toContain('under 5');
  expect(await barriers(page)).toEqual([]);
  await present(page, 'Intern visning');
  expect(await counts(page)).toEqual(own);
  expect(complaints).toEqual([]);
});

test('every screen, the meeting view and the paper say whom they are for', async ({ page }) => {
  await open(page, '/data/');
  await givePeople(page);
  await present(page, 'Offentlig visning');
  await expect.poll(async () => (await linked(page)).protection).toEqual({ method: 'suppress', threshold: 5 });
  const { hash } = new URL(page.url());
  for (const screen of SCREENS) {
    await page.goto('about:blank');
    await open(page, `${screen}${hash}`);
    await expect(page.getByTestId('mode'), screen).toContainText('Offentlig visning: tall under 5 er skjult');
  }
  await open(page, '/saksframlegg/');
  expect(await words(page.locator('.version'))).toMatch(/(Intern|Offentlig) visning/);
});

test('a second method that would reveal what the first hides is refused, until nobody has seen it', async ({
  page,
}) => {
  await open(page, '/data/');
  await givePeople(page);
  await present(page, 'Offentlig visning');
  const audience = page.getByTestId('audience').first();
  await audience.getByRole('radio', { name: 'Rundes av' }).click();
  await audience.getByRole('button', { name: 'Bruk', exact: true }).click();
  await expect(audience.getByRole('status')).toContainText(/ville dette røpe \d+ tall/);
  await expect(page.getByTestId('mode')).toContainText('tall under 5 er skjult');
  await audience.getByRole('button', { name: /^Ingen andre har sett det/ }).click();
  await expect(page.getByTestId('mode')).toContainText('tall under 5 er avrundet');
  expect((await counts(page)).join(' ')).not.toContain('skjult');
});

test('a link of an own file carries neither people nor a sum of them', async ({ page }) => {
  await open(page, '/data/');
  await givePeople(page);
  await expect
    .poll(async () => {
      const { net, chosen } = await linked(page);
      return [net, chosen.opening];
    })
    .toEqual([[null, null], null]);
});
