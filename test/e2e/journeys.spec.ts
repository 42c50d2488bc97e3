import { expect, test, type Locator, type Page } from '@playwright/test';
import { barriers, complaintsOf, headline, line, number, open, upload, words } from './visit';

const WIDTHS = [390, 820, 1024, 1440];

/** Counts of a municipality's own, not of anybody: 47 persons. */
const COUNTED = `bosettingsår;oppholdsgrunnlag;kategori;aldersgruppe;antall
2021;ordinær;enslig voksen;25-55;9
2022;ordinær;voksen;25-55;14
2023;kollektiv;voksen;25-55;16
2023;kollektiv;barn;6-15;8`;

/** What the hand holds: each way to press, to write and to choose. */
type Hand = {
  touch: boolean;
  press: (of: Locator) => Promise<void>;
  write: (of: Locator, text: string) => Promise<void>;
  choose: (of: Locator) => Promise<void>;
  up: (page: Page) => Promise<void>;
};

const hands: Record<string, Hand> = {
  mouse: {
    touch: false,
    press: (of) => of.click(),
    write: (of, text) => typed(of, text, () => of.click()),
    choose: (of) => label(of).click(),
    up: (page) =>
      page
        .getByRole('button', { name: /Én flere/ })
        .filter({ visible: true })
        .click(),
  },
  touch: {
    touch: true,
    press: (of) => of.tap(),
    write: (of, text) => typed(of, text, () => of.tap()),
    choose: (of) => label(of).tap(),
    up: (page) =>
      page
        .getByRole('button', { name: /Én flere/ })
        .filter({ visible: true })
        .tap(),
  },
  keyboard: {
    touch: false,
    press: async (of) => {
      await tabTo(of);
      await of.press('Enter');
    },
    write: (of, text) => typed(of, text, () => tabTo(of)),
    choose: async (of) => {
      const group = of.locator('xpath=ancestor::*[@role="radiogroup"]');
      await tabTo(group.getByRole('radio', { checked: true }));
      for (let step = 0; step < 8 && !(await of.isChecked()); step += 1) await of.page().keyboard.press('ArrowRight');
    },
    up: async (page) => {
      await tabTo(line(page));
      await page.keyboard.press('ArrowRight');
    },
  },
};

/** Walks the page with the tabulator until what is wanted has the focus. */
async function tabTo(wanted: Locator): Promise<void> {
  for (let step = 0; step < 250; step += 1) {
    if (await wanted.evaluate((node) => node === document.activeElement)) return;
    await wanted.page().keyboard.press('Tab');
  }
  throw new Error('the tabulator never came there');
}

/** Goes to a field, which then has all of it marked, and types over it. */
async function typed(of: Locator, text: string, go: () => Promise<void>): Promise<void> {
  await go();
  await expect(of).toBeFocused();
  await of.page().keyboard.press('ControlOrMeta+a');
  await of.page().keyboard.type(text);
  await of.page().keyboard.press('Enter');
}

/** What a finger can hit of a radio button: its words. */
function label(of: Locator): Locator {
  return of.locator('xpath=ancestor::label');
}

function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole('button', { name }).filter({ visible: true }).first();
}

/** Goes to a screen by its name: in the row of tabs, or on a phone in the menu. */
async function turnTo(page: Page, hand: Hand, name: string): Promise<void> {
  const tab = page.getByRole('link', { name, exact: true }).filter({ visible: true }).first();
  if ((page.viewportSize()?.width ?? 0) < 700) await hand.press(button(page, 'Meny'));
  await hand.press(tab);
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

for (const width of WIDTHS) {
  for (const [name, hand] of Object.entries(hands)) {
    const device = { viewport: { width, height: 844 }, hasTouch: hand.touch, locale: 'nb-NO' };

    test(`a council member with ${name} at ${width} pixels goes from the number to why and back`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext(device);
      const page = await context.newPage();
      const complaints = complaintsOf(page, baseURL);
      await open(page, '/vedtak/');
      expect(await headline(page)).toMatch(/^Med 40 i året går tjenesten [\d,]+ mill\. i minus/);
      const before = await headline(page);
      await hand.up(page);
      await expect(number(page)).toHaveValue('41');
      expect(await headline(page)).not.toBe(before);
      // Why the worst year: two presses from anywhere.
      await hand.press(button(page, /^Netto 20\d\d: −[\d,]+\. Hvorfor\?$/));
      const sheet = page.getByRole('dialog');
      await expect(sheet).toBeVisible();
      expect(await words(sheet)).toContain('Sum kostnad');
      expect(await barriers(page, 'dialog')).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(sheet).toHaveCount(0);
      await hand.press(button(page, /forslaget$/));
      await expect(number(page)).toHaveValue('10');
      await hand.press(button(page, 'Angre'));
      await expect(number(page)).toHaveValue('41');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(complaints).toEqual([]);
      await context.close();
    });

    test(`a chief officer with ${name} at ${width} pixels drafts a plan from own people and locks it`, async ({
      browser,
      baseURL,
    }) => {
      // With the tabulator alone it is hundreds of keys from end to end.
      test.setTimeout(180_000);
      const context = await browser.newContext(device);
      const page = await context.newPage();
      const complaints = complaintsOf(page, baseURL);
      await open(page, '/data/');
      await upload(page, 'folk.csv', COUNTED);
      await expect(page.getByRole('main')).toContainText('47 personer');
      await expect(page.getByRole('banner')).not.toContainText('Oppdiktet');
      await turnTo(page, hand, 'Treffsikkerhet');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await turnTo(page, hand, 'Fem år');
      await hand.write(number(page), '25');
      await expect(number(page)).toHaveValue('25');
      const main = page.getByRole('main');
      const moving = main.getByRole('textbox', { name: 'Flytter ut av kommunen' });
      await hand.write(moving, '4');
      await expect(moving).toHaveValue('4');
      const before = await headline(page);
      await hand.choose(main.getByRole('radio', { name: 'sent bosatte' }));
      await expect(main.getByRole('radio', { name: 'sent bosatte' })).toBeChecked();
      expect(before).toMatch(/^Med 25 i året .* til og med 2027, og .* etterpå\.$/);
      await turnTo(page, hand, 'Rom og bemanning');
      expect(await headline(page)).toContain('Med 25 i året');
      await turnTo(page, hand, 'Sammenlign');
      await hand.press(button(page, /^Lag kopi.*25 i året/));
      const copy = page.locator('[data-scenario]').filter({ hasText: 'Det du arbeider med' });
      await hand.write(copy.getByRole('textbox'), 'Alternativ B');
      await expect(page.getByTestId('scenarios')).toContainText('Alternativ B');
      await hand.press(copy.getByRole('button', { name: /^Gjør til forslag/ }));
      await hand.press(copy.getByRole('button', { name: /^Lås/ }));
      await expect(copy).toContainText('Låst: kommunedirektørens forslag');
      const unlike = page.getByTestId('unlike');
      await expect(unlike).toContainText('Flytter ut av kommunen');
      await expect(unlike).toContainText('Hva overskuddet går til');
      await expect(unlike).not.toContainText('Elever i en gruppe');
      await turnTo(page, hand, 'Saksframlegg');
      await expect(main).toContainText('Med 25 i året');
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
  await page.getByRole('button', { name: 'Ja, slett alt' }).click();
  await expect(page.getByText('Alt er sletta frå eininga.')).toBeVisible();
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
