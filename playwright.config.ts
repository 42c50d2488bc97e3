import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './test/chromium.js';

const executablePath = findChromium();
const served = process.env['BOSETT_ADDRESS'];
const address = served ?? 'http://localhost:4173';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: '100%',
  forbidOnly: !!process.env['CI'],
  reporter: 'list',
  // Two pages at once, each with its database and its futures, on as little as two cores.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: address,
    browserName: 'chromium',
    headless: true,
    locale: 'nb-NO',
    screenshot: 'only-on-failure',
    launchOptions: { ...(executablePath && { executablePath }), args: chromiumArgs },
  },
  ...(!served && { webServer: { command: 'npm start', url: address, reuseExistingServer: true, timeout: 300_000 } }),
});
