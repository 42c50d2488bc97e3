import { expect, test } from 'vitest';
import type { Outgoing } from '$lib/export/outgoing';
import { pictureFileName, picturesOf, type Picture } from '$lib/export/picture';
import { boxOf } from '$lib/export/picture-ink';
import { planOf } from '$lib/model/plan';
import type { Scenario } from '$lib/model/scenario';
import { valueOf } from '$lib/model/year-row';
import { publishedCatalogue } from '$lib/parameters/published';
import { en } from '$lib/text/en';
import { figure } from '$lib/text/figures';
import { nb } from '$lib/text/nb';
import { nn } from '$lib/text/nn';
import { outgoingOfFiles, outgoingOfPlans } from '../outgoing';
import { scenarioOf } from '../run-scenario';
import { rasterInNode } from './node-raster';

const heroy = outgoingOfFiles('heroy-40', 'heroy-10');
const NAMES = ['net', 'fund', 'people', 'rooms', 'posts', 'alternatives', 'worst_year'];

function planned(given: Partial<Scenario>) {
  const { plan, findings } = planOf(publishedCatalogue, scenarioOf(given), [], []);
  if (!plan) throw new Error(`findings: ${JSON.stringify(findings)}`);
  return plan;
}

/** The longest plan with the longest tail, and rates that no source states. */
const long = outgoingOfPlans(
  planned({ years: 10, parameters: { 'settlement.persons': 95, 'tail.years': 15 } }),
  planned({ years: 10, parameters: { 'settlement.persons': 20, 'tail.years': 15 } }),
);
const unknown = outgoingOfPlans(planned({ first_year: 2016, parameters: { 'settlement.persons': 20 } }), null);
const sel = outgoingOfFiles('sel', 'dovre', {}, en);
const ALL: [string, Outgoing, typeof nb][] = [
  ['heroy', heroy, nb],
  ['heroy', heroy, nn],
  ['sel', sel, en],
  ['long', long, nb],
  ['unknown', unknown, nb],
];

function named(pictures: Picture[], name: string): Picture {
  const found = pictures.find((picture) => picture.name === name);
  if (!found) throw new Error(`no picture: ${name}`);
  return found;
}

/** Rectangles that say what they are of: `2024: −2,2`. */
function barsIn(svg: string): { title: string; height: number; width: number }[] {
  const bars = svg.matchAll(/<rect x="\S+" y="\S+" width="(\S+)" height="(\S+)" [^>]*><title>([^<]*)<\/title>/g);
  return [...bars].map(([, width, height, title = '']) => ({ title, width: Number(width), height: Number(height) }));
}

const UNESCAPED: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

function wordsIn(svg: string) {
  const pattern =
    /<text x="(\S+)" y="(\S+)" font-size="(\S+)"( font-weight="700")?(?: text-anchor="(\w+)")? [^>]*>([^<]*)<\/text>/g;
  return [...svg.matchAll(pattern)].map(([, x, y, size, bold, anchor = 'start', words = '']) => ({
    words: words.replace(/&#?\w+;/g, (mark) => UNESCAPED[mark] ?? mark),
    x: Number(x),
    y: Number(y),
    size: Number(size),
    bold: bold !== undefined,
    anchor: anchor as 'start' | 'middle' | 'end',
  }));
}

test('every picture is XML that a strict reader takes, in all languages', async () => {
  const draw = await rasterInNode();
  for (const [name, of, text] of ALL)
    for (const { svg, name: picture } of picturesOf(of, text))
      expect(() => draw(svg, 0.1), `${name} ${picture}`).not.toThrow();
});

test('there is a picture of each kind, and none of what there is nothing to show', () => {
  expect(picturesOf(heroy, nb).map(({ name }) => name)).toEqual(NAMES);
  const alone = { ...heroy, alternatives: heroy.alternatives.slice(0, 1) };
  expect(picturesOf(alone, nb).map(({ name }) => name)).not.toContain('alternatives');
});

test('nothing unknown to a reader stands in a picture', () => {
  for (const [name, of, text] of ALL)
    for (const { svg, title, summary, columns, rows } of picturesOf(of, text)) {
      const said = [svg, title, summary, ...columns, ...rows.flat()].join('\n');
      expect(said, name).not.toMatch(/NaN|undefined|Infinity|\[object/);
    }
});

test('a picture stands alone: no styles, classes, scripts, or anything of another file', () => {
  for (const { svg } of picturesOf(heroy, nb)) {
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /http|href|class=|style|var\(|<script|<image|<use/,
    );
    for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(svg).toContain(`<pattern id="${id}"`);
    expect(svg).toMatch(/ role="img" aria-labelledby="(\w+)-title \1-desc" font-family="'Public Sans'/);
  }
});

test('pictures on one page share no id', () => {
  const ids = picturesOf(heroy, nb).flatMap(({ svg }) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

test('the title says what, of which scenario, which years and which kroner, and the picture whom it is for', () => {
  const net = named(picturesOf(heroy, nb), 'net');
  expect(net.title).toBe(
    'Pluss eller minus hvert år, Herøy: 40 i året, 2024–2037, mill. kroner i hvert års kroneverdi',
  );
  for (const { svg, title } of picturesOf(heroy, nb)) {
    expect(svg).toContain(`<title id=`);
    expect(svg).toContain(`>${title}</title>`);
    const said = wordsIn(svg).map(({ words }) => words);
    expect(said.join(' ')).toContain('Herøy: 40 i året, 20');
    expect(said).toContain(`${heroy.mark}. Personene planen begynner med: syntetiske tall, ikke virkelige personer.`);
    expect(said.at(-1)).toMatch(/^Bosett 0\.0\.0 · Fingeravtrykk \w{10,} · 2026-01-02$/);
  }
});

test('kroner of the first year and the public mark are said', () => {
  const [picture] = picturesOf({ ...heroy, fixed: true, mark: 'Offentlig visning' }, nb);
  expect(picture?.title).toContain('mill. kroner i faste 2024-kroner');
  expect(picture?.svg).toContain('>Offentlig visning. ');
});

test('the height of every bar is in proportion to its figure', () => {
  for (const [of, metric, name] of [
    [heroy, 'net', 'net'],
    [long, 'net', 'net'],
    [heroy, 'in_phase', 'people'],
  ] as const) {
    const bars = barsIn(named(picturesOf(of, nb), name).svg);
    const values = of.about.years.map((row) => Math.abs(valueOf(metric, row) ?? NaN));
    const most = Math.max(...values);
    const perUnit = (bars.find(({ title }) => title.startsWith(String(yearOf(most)))) ?? bars[0])?.height ?? NaN;
    for (const bar of bars) {
      const row = of.about.years.find(({ year }) => bar.title.startsWith(`${year}: `));
      if (!row) throw new Error(`no year: ${bar.title}`);
      expect(bar.height).toBeCloseTo((Math.abs(row[metric]) / most) * perUnit, 0);
      expect(bar.title).toBe(`${row.year}: ${figure(metric, row, nb, of.view)}`);
    }
    expect(bars.length).toBeGreaterThanOrEqual(values.filter((value) => value > most / 200).length);

    function yearOf(value: number): number | undefined {
      return of.about.years.find((row) => Math.abs(row[metric]) === value)?.year;
    }
  }
});

test('items of the worst year are in proportion, and add up to its income and cost', () => {
  const picture = named(picturesOf(heroy, nb), 'worst_year');
  const sumOf = (side: string): number =>
    picture.rows
      .filter(([, of]) => of === side)
      .reduce((sum, [, , written = '']) => sum + Number(written.replace(',', '.')), 0);
  const worst = heroy.about.years.find(({ year }) => picture.title.includes(`året, ${year}`));
  expect(sumOf('Inntekt')).toBeCloseTo((worst?.income ?? NaN) / 1e6, 0);
  expect(sumOf('Kostnad')).toBeCloseTo((worst?.cost ?? NaN) / 1e6, 0);
  const bars = barsIn(picture.svg).map(({ title, width }) => ({
    width,
    value: Number(title.replace(/^.*: /, '').replace(',', '.')),
  }));
  const [most] = [...bars].sort((a, b) => b.value - a.value);
  for (const { width, value } of bars)
    expect(Math.abs(width / (most?.width ?? NaN) - value / (most?.value ?? NaN))).toBeLessThan(0.01);
});

test('every year of the other plan has its mark, and without another plan there is none', () => {
  const marks = (of: Outgoing): number => {
    const [, d = ''] = /<path d="([^"]+)"[^>]*stroke-dasharray="5 3"\/>(?=<path)/.exec(
      named(picturesOf(of, nb), 'net').svg.replace(/<path d="M\S+ \S+h?H?[^M"]*"[^>]*5 3"\/><text/g, ''),
    ) ?? ['', ''];
    return d.split('H').length - 1;
  };
  const shared = heroy.about.years.filter(({ year }) => heroy.other?.years.some((row) => row.year === year));
  expect(marks(heroy)).toBe(shared.length);
  expect(marks({ ...heroy, other: null })).toBe(0);
  expect(named(picturesOf({ ...heroy, other: null }, nb), 'net').columns).toEqual(['År', 'Herøy: 40 i året']);
});

test('a year whose rate is unknown is said to be, and has no bar', () => {
  const { svg, rows } = named(picturesOf(unknown, nb), 'net');
  const years = unknown.about.years.filter(({ incomplete }) => incomplete).map(({ year }) => year);
  expect(years.length).toBeGreaterThan(2);
  for (const year of years) {
    expect(barsIn(svg).map(({ title }) => title.slice(0, 4))).not.toContain(String(year));
    expect(rows.find(([name = '']) => name.startsWith(String(year)))?.[1]).toBe('ukjent');
  }
  expect(wordsIn(svg).filter(({ words }) => words === 'ukjent')).toHaveLength(years.length);
  expect(wordsIn(svg).map(({ words }) => words)).toContain('ukjent, ikke null');
  const fund = named(picturesOf(unknown, nb), 'fund');
  expect(fund.svg.match(/<circle/g)).toHaveLength(1);
});

test('words lie over no other words and inside the picture, also with ten years and a tail of fifteen', () => {
  expect(long.about.years.length).toBeGreaterThan(20);
  for (const [name, of, text] of ALL)
    for (const { svg, name: picture, width, height } of picturesOf(of, text)) {
      const boxes = wordsIn(svg).map((said) => ({ ...boxOf(said), words: said.words }));
      expect(boxes.length).toBeGreaterThan(4);
      for (const [at, box] of boxes.entries()) {
        const where = `${name} ${picture}: ${box.words}`;
        expect(box.left, where).toBeGreaterThanOrEqual(0);
        expect(box.right, where).toBeLessThanOrEqual(width);
        expect(box.bottom, where).toBeLessThanOrEqual(height);
        const over = boxes
          .slice(at + 1)
          .filter(
            (other) =>
              Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 &&
              Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 3,
          );
        expect(
          over.map(({ words }) => words),
          where,
        ).toEqual([]);
      }
    }
});

test('a name that is markup or turns the direction of text is only a name', async () => {
  const name = '<script>alert("1")</script> & \u202eeman\u2066 \'x\' ]]>';
  const of = { ...heroy, about: { ...heroy.about, name } };
  const draw = await rasterInNode();
  for (const { svg } of picturesOf(of, nb)) {
    expect(svg).not.toContain('<script');
    expect(svg).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(svg).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; eman');
    expect(() => draw(svg, 0.1)).not.toThrow();
  }
});

test('every lease is drawn as long as it is paid, with its months', () => {
  const { svg } = named(picturesOf(heroy, nb), 'rooms');
  const leases = heroy.about.forecast.education.leases;
  expect(leases.length).toBeGreaterThan(0);
  for (const { room } of leases) expect(barsIn(svg).some(({ title }) => title.startsWith(`Rom ${room}: `))).toBe(true);
  const widths = barsIn(svg)
    .filter(({ title }) => title.startsWith('Rom '))
    .map(({ width }) => width);
  const months = leases.map(({ until, needed_from, months_empty }) => until + 1 - needed_from - months_empty);
  const perMonth = (widths[0] ?? NaN) / (months[0] ?? NaN);
  for (const [at, width] of widths.entries()) expect(width / perMonth).toBeCloseTo(months[at] ?? NaN, 0);
});

test('the table of a picture has the figures of the page, tail rows marked in words', () => {
  const { rows, columns } = named(picturesOf(heroy, nb), 'net');
  expect(columns).toEqual(['År', 'Herøy: 40 i året', 'Herøy: 10 i året']);
  expect(rows.map(([, own]) => own)).toEqual(heroy.about.years.map((row) => figure('net', row, nb, heroy.view)));
  expect(rows.map(([year]) => year)).toEqual(
    heroy.about.years.map(({ year, tail }) => (tail ? `${year} etter planen` : String(year))),
  );
});

test('the same plan gives the same picture', () => {
  expect(picturesOf(outgoingOfFiles('heroy-40', 'heroy-10'), nb)).toEqual(picturesOf(heroy, nb));
});

test('a file is named after municipality, number, chart and years', () => {
  expect(pictureFileName(heroy, 'net', 'svg', nb)).toBe('heroy-40-netto-2024-2027.svg');
  expect(pictureFileName(sel, 'worst_year', 'png', en)).toBe('sel-40-30-20-20-worst-year-2024-2027.png');
});
