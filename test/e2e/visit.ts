import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import type { ForecastDocument } from '../../src/lib/export/document';

/** The screens of the application, by the address a reader sees. */
export const SCREENS = [
  '/',
  '/vedtak/',
  '/fem-ar/',
  '/rom/',
  '/grenser/',
  '/sammenlign/',
  '/gruppe/',
  '/data/',
  '/treffsikkerhet/',
  '/saksframlegg/',
  '/mote/',
  '/modell/',
  '/satser/',
  '/personvern/',
  '/tilgjengelighet/',
  '/om/',
];

/** What the command line answers, as a document. */
export function cli(...args: string[]): ForecastDocument {
  const out = execFileSync('node', ['src/cli/run.js', ...args, '--format', 'json'], { encoding: 'utf8' });
  return JSON.parse(out) as ForecastDocument;
}

const SETTLED = /^(Bosatte i året|Busette i året|Settled a year)$/;

/** Opens a screen and waits until it answers: the words are its own and the page is no longer only read. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('html')).not.toHaveClass(/waiting/);
  await expect(page.locator('main')).not.toHaveAttribute('data-database', 'waiting', { timeout: 30_000 });
}

/** The same with the database at hand and the yearly table from it. */
export async function openReady(page: Page): Promise<void> {
  await page.goto('/fem-ar/');
  await expect(page.locator('main')).toHaveAttribute('data-database', 'ready', { timeout: 30_000 });
  await expect(page.getByTestId('table')).toHaveAttribute('data-source', 'database');
}

/** Everything a page complains of, and every request that leaves its origin. */
export function complaintsOf(page: Page, origin: string | undefined): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin)
      complaints.push(request.url());
  });
  return complaints;
}

/** The line of the number that can be seen: each look of it has one. */
export function line(page: Page): Locator {
  return page.getByRole('slider', { name: SETTLED }).filter({ visible: true });
}

/** The number itself, where it is typed. */
export function number(page: Page): Locator {
  return page.getByRole('textbox', { name: SETTLED }).filter({ visible: true });
}

/** The words of a part of the page without line breaks and with plain spaces. */
export async function words(locator: Locator): Promise<string> {
  return (await locator.innerText()).replace(/\s+/g, ' ');
}

/** The headline as a sentence. */
export function headline(page: Page): Promise<string> {
  return words(page.getByTestId('headline'));
}

/** Every figure of a page with futures as it is drawn and written, when all its futures are. */
export async function figures(page: Page): Promise<string> {
  await expect(page.locator('main')).toHaveAttribute('data-futures', '2000', { timeout: 30_000 });
  return page
    .locator('main')
    .evaluate((main) =>
      [...main.querySelectorAll('h1, svg text, svg rect, svg path, td')]
        .map((node) => node.outerHTML.replace(/ (aria-label|id|aria-labelledby|aria-describedby)="[^"]*"/g, ''))
        .join('\n'),
    );
}

/** Gives the page a file by way of its menu. */
export async function upload(page: Page, name: string, content: string): Promise<void> {
  await page.getByRole('button', { name: 'Meny' }).click();
  await page
    .locator('dialog input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** What axe finds, each as its rule and where. */
export async function barriers(page: Page, within?: string): Promise<string[]> {
  const builder = new AxeBuilder({ page }).withTags([
    'wcag2a',
    'wcag2aa',
    'wcag21a',
    'wcag21aa',
    'wcag22aa',
    'best-practice',
  ]);
  const { violations } = await (within ? builder.include(within) : builder).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
