import { chromium } from '@playwright/test';
import { chromiumArgs, findChromium } from '../chromium.js';

const FRAMES = 160;
const RUNS = 5;
/** Every screen with a lever; on that of the years every lever of its rail. */
const SCREENS = [
  { path: '/', lever: 0 },
  { path: '/vedtak/', lever: 0 },
  { path: '/fem-ar/', lever: 0 },
  { path: '/fem-ar/', lever: 1 },
  { path: '/fem-ar/', lever: 2 },
  { path: '/rom/', lever: 0 },
  { path: '/mote/', lever: 0 },
];

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
    for (const screen of SCREENS) steps.push(await measureSteps(browser, address, screen));
    const futures = [];
    for (const path of ['/fem-ar/', '/vedtak/']) futures.push(await measureFutures(browser, address, path));
    return { openings, steps, futures };
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
  await page.locator('main[data-database=ready]').waitFor({ timeout: 60_000 });
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
 * @param {{ path: string, lever: number }} screen
 */
async function measureSteps(browser, address, { path, lever }) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'nb-NO' });
  await page.goto(address + path);
  await page.locator('main[data-database=ready]').waitFor({ timeout: 60_000 });
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await page.evaluate(stepFrames, { lever, frames: FRAMES }));
  await page.close();
  const sorted = runs.sort((a, b) => a.p95 - b.p95);
  return { lever: `${path} lever ${lever + 1}`, ...sorted[Math.floor(RUNS / 2)] };
}

/**
 * From letting go of the number to the first fifty futures drawn on the page, and to all of them; medians.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @param {string} path
 */
async function measureFutures(browser, address, path) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'nb-NO' });
  await page.goto(address + path);
  await page.locator('main[data-database=ready][data-futures="2000"]').waitFor({ timeout: 60_000 });
  /** @type {{ first: number, all: number }[]} */
  const runs = [];
  for (let run = 0; run < 9; run += 1) runs.push(await page.evaluate(letGo, 11 + run));
  await page.close();
  /** @param {(run: { first: number, all: number }) => number} of */
  const median = (of) => runs.map(of).sort((a, b) => a - b)[4] ?? NaN;
  return { what: `futures, ${path}`, first: median(({ first }) => first), all: median(({ all }) => all) };
}

/** @param {number} number */
async function letGo(number) {
  const main = /** @type {HTMLElement} */ (document.querySelector('main'));
  const seen = [...document.querySelectorAll('main input[type=range]')].filter((line) => line.checkVisibility());
  const line = /** @type {HTMLInputElement} */ (seen[0]);
  line.value = String(number);
  line.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(done));
  await new Promise((done) => setTimeout(done, 50));
  const start = performance.now();
  /** @param {number} count */
  const until = (count) =>
    new Promise((done) => {
      const look = () =>
        Number(main.dataset.futures) >= count ? done(performance.now() - start) : requestAnimationFrame(look);
      look();
    });
  line.dispatchEvent(new Event('change', { bubbles: true }));
  const first = await until(50);
  return { first, all: await until(2000) };
}

/** @param {{ lever: number, frames: number }} what */
async function stepFrames({ lever, frames }) {
  const seen = [...document.querySelectorAll('main input[type=range]')].filter((line) => line.checkVisibility());
  const line = /** @type {HTMLInputElement} */ (seen[lever]);
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
  const slow = times.filter((time) => time > 33).length / times.length;
  return { median: at(0.5), p95: at(0.95), worst: at(1), slow };
}
