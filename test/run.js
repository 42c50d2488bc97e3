import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Advice, ensureBuilt, ensureInstalled, root, run, runTool } from '../src/cli/prepare.js';
import { serve } from '../src/cli/serve.js';
import { findChromium } from './chromium.js';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const reports = join(root, '.svelte-kit', 'test-reports');
const passed = { passed: 1, failed: 0, skipped: 0 };
const failed = { passed: 0, failed: 1, skipped: 0 };

const steps = {
  'Type check': typeCheck,
  Lint: lint,
  'Unit and component tests': vitest,
  Build: build,
  'End to end': e2e,
};

const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, step] of Object.entries({ Preparation: prepare, ...steps })) {
  console.log(`\n=== ${name} ===`);
  const count = await step().catch(report);
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  if (step === prepare && count.failed > 0) break;
}

process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);

/** @returns {Promise<Count>} */
async function prepare() {
  await ensureInstalled();
  await ensureChromium();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  return { passed: 0, failed: 0, skipped: 0 };
}

async function ensureChromium() {
  const found = findChromium();
  if (found && !existsSync(found)) throw new Advice(`CHROMIUM_PATH names a file that does not exist: ${found}`);
  if (found) return;
  const hasApt = existsSync('/usr/bin/apt-get');
  if (hasApt && process.getuid?.() === 0) {
    console.log('Installing Chromium ...');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { env });
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
    if (findChromium()) return;
  }
  const line = hasApt ? 'sudo apt-get install -y chromium' : 'CHROMIUM_PATH=/path/to/chrome npm test';
  throw new Advice(`The browser tests need a Chromium or Chrome and found none. Type: ${line}`);
}

/** @returns {Promise<Count>} */
async function typeCheck() {
  if ((await runTool('@sveltejs/kit', 'svelte-kit', ['sync'])) !== 0) return failed;
  const code = await runTool('svelte-check', 'svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings']);
  return code === 0 ? passed : failed;
}

/** @returns {Promise<Count>} */
async function lint() {
  const format = await runTool('prettier', 'prettier', ['--check', '.']);
  const rules = await runTool('eslint', 'eslint', ['.']);
  return format === 0 && rules === 0 ? passed : failed;
}

/** @returns {Promise<Count>} */
async function vitest() {
  const file = join(reports, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runTool('vitest', 'vitest', args);
  const counted = JSON.parse(readFileSync(file, 'utf8'));
  // A file that cannot be loaded has no tests to fail.
  const broken = counted.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ result) =>
      result.status === 'failed' && !result.assertionResults.some(({ status }) => status === 'failed'),
  );
  return withCrash(code, {
    passed: counted.numPassedTests,
    failed: counted.numFailedTests + broken.length,
    skipped: counted.numPendingTests + counted.numTodoTests,
  });
}

/** @returns {Promise<Count>} */
async function build() {
  await ensureBuilt();
  return passed;
}

/** @returns {Promise<Count>} */
async function e2e() {
  await ensureBuilt();
  const server = await serve(0);
  const file = join(reports, 'playwright.json');
  const env = { ...process.env, BOSETT_ADDRESS: server.address, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const code = await runTool('@playwright/test', 'playwright', ['test', '--reporter=list,json'], { env });
  await server.close();
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  const { expected, flaky, unexpected, skipped } = stats;
  return withCrash(code, { passed: expected + flaky, failed: unexpected, skipped });
}

/**
 * A runner that ends badly without naming a failed test counts as one.
 * @param {number} code
 * @param {Count} count
 * @returns {Count}
 */
function withCrash(code, count) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/**
 * @param {unknown} error
 * @returns {Count}
 */
function report(error) {
  console.error(error instanceof Advice ? error.message : error);
  return failed;
}
