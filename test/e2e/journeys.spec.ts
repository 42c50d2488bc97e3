import { expect, test, type Page } from '@playwright/test';
import { barriers, complaintsOf, headline, line, number, open, words } from './visit';

const WIDTHS = [390, 820, 1024, 1440];

/** The way from what is asked to why, as a council member goes it, with whatever the hand holds. */
type Hand = { press: (page: Page, name: string | RegExp) => Promise<void>; up: (page: Page) => Promise<void> };

const hands: Record<string, Hand & { touch: boolean }> = {
  mouse: {
    touch: false,
    press: (page, name) => page.getByRole('button', { name }).filter({ visible: true }).first().click(),
    up: (page) =>
      page
        .getByRole('button', { name: /Én flere/ })
        .filter({ visible: true })
        .click(),
  },
  touch: {
    touch: true,
    press: (page, name) => page.getByRole('button', { name }).filter({ visible: true }).first().tap(),
    up: (page) =>
      page
        .getByRole('button', { name: /Én flere/ })
        .filter({ visible: true })
        .tap(),
  },
  keyboard: {
    touch: false,
    press: async (page, name) => {
      const button = page.getByRole('button', { name }).filter({ visible: true }).first();
      await tabTo(page, () => button.evaluate((node) => node === document.activeElement));
      await page.keyboard.press('Enter');
    },
    up: async (page) => {
      const slider = line(page);
      await tabTo(page, () => slider.evaluate((node) => node === document.activeElement));
      await page.keyboard.press('ArrowRight');
    },
  },
};

/** Walks the page with the tabulator until what is wanted has the focus. */
async function tabTo(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the tabulator never came there');
}

for (const width of WIDTHS) {
  for (const [name, hand] of Object.entries(hands)) {
    test(`a council member with ${name} at ${width} pixels goes from the number to why and back`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({
        viewport: { width, height: 844 },
        hasTouch: hand.touch,
        locale: 'nb-NO',
      });
      const page = await context.newPage();
      const complaints = complaintsOf(page, baseURL);
      await open(page, '/vedtak/');
      expect(await headline(page)).toMatch(/^Med 40 i året går tjenesten [\d,]+ mill\. i minus/);
      const before = await headline(page);
      await hand.up(page);
      await expect(number(page)).toHaveValue('41');
      expect(await headline(page)).not.toBe(before);
      // Why the worst year: two presses from anywhere.
      await hand.press(page, /^Netto 20\d\d: −[\d,]+\. Hvorfor\?$/);
      const sheet = page.getByRole('dialog');
      await expect(sheet).toBeVisible();
      expect(await words(sheet)).toContain('Sum kostnad');
      expect(await barriers(page, 'dialog')).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(sheet).toHaveCount(0);
      await hand.press(page, /forslaget$/);
      await expect(number(page)).toHaveValue('10');
      await hand.press(page, 'Angre');
      await expect(number(page)).toHaveValue('41');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(complaints).toEqual([]);
      await context.close();
    });
  }
}

test('a link gives the plan back on another device, under two kilobytes, and the proposal is still locked', async ({
  page,
  browser,
}) => {
  await open(page, '/vedtak/');
  await number(page).fill('27');
  await number(page).press('Enter');
  await page.waitForURL(/#b1=/);
  const before = await headline(page);
  const link = page.url();
  expect(new URL(link).hash.length).toBeLessThan(2000);
  const other = await (await browser.newContext({ locale: 'nb-NO' })).newPage();
  await other.goto(link);
  await expect(number(other)).toHaveValue('27');
  expect(await headline(other)).toBe(before);
  await other.goto(link.replace('#b1=', '#b9='));
  await other.reload();
  await expect(other.getByText('Lenken er laget med en annen versjon av Bosett')).toBeVisible();
  await other.goto(`${link.slice(0, -20)}`);
  await other.reload();
  await expect(other.getByText('Lenken er ikke hel')).toBeVisible();
});

test('what was done is listed, undone and done again, and the locked proposal is never changed', async ({ page }) => {
  await open(page, '/vedtak/');
  await number(page).fill('20');
  await number(page).press('Enter');
  await number(page).fill('30');
  await number(page).press('Enter');
  await page.getByRole('button', { name: 'Meny' }).click();
  const log = page.getByRole('dialog').getByRole('listitem');
  await expect(log).toHaveCount(3);
  await log.nth(1).getByRole('button').click();
  await page.keyboard.press('Escape');
  await expect(number(page)).toHaveValue('20');
  await page.keyboard.press('Control+Shift+z');
  await expect(number(page)).toHaveValue('30');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(number(page)).toHaveValue('40');
});

test('nothing is stored on the device until somebody asks, and one button takes it away', async ({ page }) => {
  const stored = () => page.evaluate(() => Object.keys(localStorage).length + document.cookie.length);
  await open(page, '/vedtak/');
  await number(page).fill('33');
  await number(page).press('Enter');
  await page.waitForURL(/#b1=/);
  expect(await stored()).toBe(0);
  await page.getByRole('button', { name: 'Meny' }).click();
  await page.getByRole('radio', { name: 'Nynorsk' }).click();
  await page.getByRole('button', { name: 'Hugs på denne eininga' }).click();
  await page.keyboard.press('Escape');
  expect(await stored()).toBe(1);
  const before = page.url();
  await number(page).fill('34');
  await number(page).press('Enter');
  await page.waitForURL(({ href }) => href !== before);
  await page.goto('/vedtak/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'nn');
  await expect(number(page)).toHaveValue('34');
  await page.getByRole('button', { name: 'Meny' }).click();
  await page.getByRole('button', { name: 'Slett alt frå eininga' }).click();
  expect(await stored()).toBe(0);
});

test('in the meeting view arrows change the number wherever the focus is, and Escape ends it', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(page, '/mote/');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(number(page)).toHaveValue('42');
  expect(await headline(page)).toContain('Med 42 i året');
  const smallest = await page
    .locator('.wall')
    .first()
    .evaluate((wall) => {
      const sizes = [...wall.querySelectorAll('h1, h2, p, text, button, a')]
        .filter((node) => node.textContent?.trim() && node.checkVisibility())
        .map((node) => parseFloat(getComputedStyle(node).fontSize));
      return Math.min(...sizes);
    });
  expect(smallest).toBeGreaterThanOrEqual(28);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/vedtak\//);
});
