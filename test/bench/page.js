import { chromium } from '@playwright/test';
import { chromiumArgs, findChromium } from '../chromium.js';

const FRAMES = 160;
const RUNS = 5;

/**
 * What a browser measures of the built site: first figure, DuckDB, bytes, and the work of a slider step.
 * @param {string} address
 */
export async function measurePage(address) {
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: chromiumArgs });
  try {
    const openings = [];
    for (let run = 0; run < RUNS; run += 1) openings.push(await measureOpening(browser, address));
    const steps = [];
    for (const lever of ['chosen', 'moving', 'rates']) steps.push(await measureSteps(browser, address, lever));
    return { openings, steps };
  } finally {
    await browser.close();
  }
}

/**
 * A cold visit: nothing cached, one new context.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 */
async function measureOpening(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  let early = 0;
  let all = 0;
  let databaseStarted = false;
  page.on('request', (request) => {
    if (request.url().includes('duckdb')) databaseStarted = true;
  });
  page.on('response', (response) => {
    const bytes = Number(response.headers()['content-length'] ?? 0);
    all += bytes;
    if (!databaseStarted) early += bytes;
  });
  await page.goto(address);
  await page.locator('[data-testid=database][data-state=ready]').waitFor({ timeout: 60_000 });
  const ready = await page.evaluate(() => performance.now());
  const painted = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  );
  await page.waitForLoadState('networkidle');
  await context.close();
  return { painted, ready, early: early / 1000, all: all / 1000 };
}

/**
 * From the start of the input event's handlers to the end of forced style and layout of the whole page, per frame.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @param {string} lever
 */
async function measureSteps(browser, address, lever) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address);
  await page.locator('[data-testid=database][data-state=ready]').waitFor({ timeout: 60_000 });
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) {
    const index = { chosen: 0, moving: 2, rates: 3 }[lever] ?? 0;
    runs.push(await page.evaluate(stepFrames, { index, frames: FRAMES }));
  }
  await page.close();
  const sorted = runs.sort((a, b) => a.p95 - b.p95);
  return { lever, ...sorted[Math.floor(RUNS / 2)] };
}

/** @param {{ index: number, frames: number }} what */
async function stepFrames({ index, frames }) {
  const line = /** @type {HTMLInputElement} */ (document.querySelectorAll('input[type=range]')[index]);
  const [low, high] = [Number(line.min), Number(line.max)];
  const steps = Math.round((high - low) / Number(line.step));
  /** @type {number[]} */
  const times = [];
  for (let frame = 0; frame < frames; frame += 1) {
    await new Promise((done) => requestAnimationFrame(done));
    line.value = String(low + Number(line.step) * (frame % (steps + 1)));
    const start = performance.now();
    line.dispatchEvent(new Event('input', { bubbles: true }));
    // The framework writes to the page in a microtask.
    await Promise.resolve();
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN;
  return { median: at(0.5), p95: at(0.95), worst: at(1) };
}
