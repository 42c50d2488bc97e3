import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { filesIn } from './src/cli/prepare.js';
import { chromiumArgs, findChromium } from './test/chromium.js';

const componentTests = 'test/components/**/*.svelte.test.ts';
const executablePath = findChromium();

const unit: TestProjectConfiguration = {
  extends: './vite.config.ts',
  test: {
    name: 'unit',
    environment: 'node',
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/bench/**', componentTests],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
};

const component: TestProjectConfiguration = {
  extends: './vite.config.ts',
  test: {
    name: 'component',
    include: [componentTests],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { ...(executablePath && { executablePath }), args: chromiumArgs } }),
      instances: [{ browser: 'chromium' }],
    },
  },
};

const hasComponentTests = filesIn('test/components').some((file) => file.endsWith('.svelte.test.ts'));

export default defineConfig({ test: { projects: hasComponentTests ? [unit, component] : [unit] } });
