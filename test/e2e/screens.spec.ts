import { expect, test } from '@playwright/test';
import { SCREENS, barriers, complaintsOf, open } from './visit';

for (const path of SCREENS) {
  for (const locale of ['nb-NO', 'nn-NO', 'en-GB']) {
    test(`${path} can be read and used in ${locale}, light and dark`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ locale, viewport: { width: 1024, height: 768 } });
      const page = await context.newPage();
      const complaints = complaintsOf(page, baseURL);
      await open(page, path);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
      await expect(page.locator('h1')).toHaveCount(1);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await barriers(page), colorScheme).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await context.close();
    });
  }
}

for (const width of [320, 390, 820, 1440]) {
  test(`no screen is wider than ${width} pixels`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ viewport: { width, height: 844 } });
    const page = await context.newPage();
    const wide: string[] = [];
    for (const path of SCREENS) {
      await open(page, path);
      const reach = await page.evaluate(() => document.documentElement.scrollWidth);
      if (reach > width) wide.push(`${path}: ${reach}`);
    }
    expect(wide).toEqual([]);
    await context.close();
  });
}

test('nothing moves after the first figures', async ({ page }) => {
  await page.addInitScript(() => {
    const moved: number[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of ['/', '/vedtak/', '/fem-ar/']) {
    await open(page, path);
    await page.waitForTimeout(1500);
    const moved = await page.evaluate(() => (window as unknown as { moved: number[] }).moved);
    expect(moved.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.02);
  }
});
