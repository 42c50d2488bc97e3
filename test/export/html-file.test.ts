import { expect, test } from 'vitest';
import { htmlFile, headline } from '$lib/export/html-file';
import { tableHtml } from '$lib/export/html-parts';
import { headOf } from '$lib/export/outgoing';
import { picturesOf } from '$lib/export/picture';
import { linesOf } from '$lib/model/forecast';
import { en } from '$lib/text/en';
import { figure } from '$lib/text/figures';
import { nb } from '$lib/text/nb';
import { nn } from '$lib/text/nn';
import { outgoingText } from '$lib/text/outgoing';
import { number } from '$lib/format';
import { outgoingOfFiles } from '../outgoing';

const heroy = outgoingOfFiles('heroy-40', 'heroy-10');
const html = htmlFile(heroy, nb);

/** What a reader sees: no markup, and marks as they are. */
function seen(markup: string): string {
  return markup
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, '\n')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");
}

/** Rows of cells of the tables whose caption ends so. */
function rowsOf(markup: string, caption: string): string[][] {
  const at = markup.indexOf(`${caption}</caption>`);
  if (at < 0) throw new Error(`no table: ${caption}`);
  const body = /<tbody>(.*?)<\/tbody>/s.exec(markup.slice(at))?.[1] ?? '';
  return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => cell),
  );
}

test('nothing in the file is run, fetched or sent', () => {
  expect(html).toMatch(
    /^<!doctype html>\n<html lang="nb">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security/,
  );
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; `);
  const loads = html.replace(/<a href="[^"]*" rel="noreferrer">/g, '').replaceAll('http://www.w3.org/2000/svg', '');
  expect(loads).not.toMatch(
    /<script|<link|<img|<iframe|<object|<form|\ssrc=|@import|url\((?!#)|\son\w+=|style=|https?:\/\/[^<]*"/,
  );
  expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
});

test('the head says all that the head of every file does', () => {
  const said = seen(html);
  for (const { name, value } of headOf(heroy, nb, outgoingText.nb)) {
    expect(said).toContain(name);
    expect(said).toContain(value);
  }
});

test('the sentence, every chart with its table, and the years of the result are there', () => {
  expect(headline(heroy.about, nb)).toMatch(
    /^Med 40 i året går tjenesten \d+,\d mill\. i minus til og med 2027, og .* etterpå\.$/,
  );
  expect(html).toContain(`<h1>${headline(heroy.about, nb)}</h1>`);
  for (const { svg, rows, title } of picturesOf(heroy, nb)) {
    expect(html).toContain(svg);
    expect(rowsOf(html, title)).toEqual(rows);
  }
  const result = rowsOf(html, '(mill. kroner i hvert års kroneverdi)').filter(([year = '']) => /^\d/.test(year));
  expect(result.map((cells) => cells.slice(1, 5))).toEqual(
    heroy.about.years.map((row) =>
      (['income', 'cost', 'net', 'fund'] as const).map((metric) => figure(metric, row, nb, heroy.view)),
    ),
  );
});

test('the lines of every item are there with quantity, price and amount, and add up to the forecast', () => {
  const { plan, forecast } = heroy.about;
  const lines = linesOf(forecast, plan.parameters, plan.opening);
  for (const [group, item] of Object.entries({
    Integreringstilskudd: 'integration_grant',
    Introduksjonsstønad: 'introduction_benefit',
  })) {
    const rows = rowsOf(html, `${group}, linje for linje`);
    const own = lines.filter((line) => line.item.startsWith(item));
    const exact = own.reduce((sum, { amount }) => sum + (amount ?? NaN), 0);
    const shown = rows.reduce((sum, cells) => sum + Number(cells[3]?.replace(/\s/g, '').replace('−', '-')), 0);
    expect(Math.abs(shown - exact)).toBeLessThan(rows.length);
    expect(html).toContain(`<span>${group}</span><span>${number(shown, 0, 'nb')} kr</span>`);
    for (const cells of rows) expect(cells[2]).toMatch(/^\d.* ×\u00a0\d/);
    for (const cells of rows) expect(Object.values(nb.status)).toContain(cells[4]);
    expect(rowsOf(html, `${group}: Bygger på`).length).toBeGreaterThan(2);
  }
  const years = new Set(rowsOf(html, 'Integreringstilskudd, linje for linje').map(([year]) => year));
  expect(years).toContain('2024');
  expect(years).toContain('2030 etter planen');
});

test('assumptions have their status in words and their source', () => {
  const rows = rowsOf(html, '>Forutsetninger og kilder');
  expect(rows.length).toBeGreaterThan(20);
  for (const [what, status, source] of rows) {
    expect(what).not.toBe('');
    expect(Object.values(nb.status)).toContain(status);
    expect(source).not.toBe('');
  }
  const rates = rows.find(([what = '']) => /^Integreringstilskudd: 187\s000 \(år 1, voksne\)/.test(what));
  expect(rates?.[1]).toBe('ført fram');
  expect(rates?.[2]).toContain('Retningslinjer for flyktningarbeidet');
  expect(rows.some(([, , source = '']) => source.startsWith('<a href="https://'))).toBe(true);
});

test('names, questions and links are words and nothing else', () => {
  const bad = '<script>alert("1")</script><img src=x onerror=alert(1)> \u202eeman\u2066 \'x\'';
  const of = {
    ...heroy,
    about: { ...heroy.about, name: bad },
    link: 'javascript:alert(1)',
    mark: bad,
    questions: [{ about: bad, figure: bad, asked: bad, answer: '' }],
  };
  const made = htmlFile(of, nb);
  expect(made).not.toMatch(/<script|<img|href="javascript/);
  expect(made).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  expect(seen(made)).toContain('<script>alert("1")</script><img src=x onerror=alert(1)> eman \'x\'');
  expect(made).toContain('Ikke besvart ennå.');
});

test('captions, columns and cells of a table are words', () => {
  const made = tableHtml({ caption: '<i>', columns: ['<b>', '"'], rows: [{ cells: ['<script>', '\u202e<u>'] }] });
  expect(made).not.toMatch(/<i>|<b>|<script>|<u>|\u202e/);
  expect(made).toContain('<th scope="row">&lt;script&gt;</th><td class="n">&lt;u&gt;</td>');
});

test('the link is a link, and questions stand there only where there are any', () => {
  const link = 'https://bosett.example/vedtak#abc';
  expect(htmlFile({ ...heroy, link }, nb)).toContain(`<a href="${link}" rel="noreferrer">${link}</a>`);
  expect(html).not.toContain('id="questions"');
});

test('all languages are whole, headings have one level at a time, and no id is used twice', () => {
  for (const text of [nb, nn, en]) {
    const made = htmlFile(outgoingOfFiles('sel', 'dovre', {}, text), text);
    expect(made).toContain(`<html lang="${text.language}">`);
    expect(seen(made)).not.toMatch(/undefined|NaN|\[object|Infinity/);
    const levels = [...made.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    const ids = [...made.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of made.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id);
  }
});

test('the same plan gives the same file', () => {
  expect(htmlFile(outgoingOfFiles('heroy-40', 'heroy-10'), nb)).toBe(html);
});
