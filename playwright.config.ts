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
  timeout: 60_000,
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
