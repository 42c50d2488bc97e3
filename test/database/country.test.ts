import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '$lib/database/connection';
import { countryRows, fillSweep, type PlacedPoint } from '$lib/database/country-tables';
import type { CountryQuestion } from '$lib/model/country';
import { openInNode } from './node-database';

let database: Database;
beforeAll(async () => {
  database = await openInNode();
});
afterAll(async () => {
  await database.close();
});

type Year = { year?: number; net?: number | null; income?: number; cost?: number; incomplete?: boolean; more?: string };

const question: CountryQuestion = {
  variant: '10',
  scenario: '',
  years: [2024, 2025],
  figure: 'net',
  per: 'all',
};

/** Fills the tables with municipalities, each with a scenario of two years whose figures are these. */
async function fill(of: (Partial<PlacedPoint> & { years: Year[] })[]): Promise<string[]> {
  const points = of.map((each, at): PlacedPoint => {
    const municipality = String(9000 + at);
    const plan = { first_year: 2024, last_year: 2025, tail: 0, inhabitants: null };
    return { point: at, municipality, scenario: 'a.json', variant: '10', ...plan, ...each };
  });
  const lines = of.flatMap(({ years }, at) =>
    years.map(({ year, net = 0, income = 0, cost = 0, incomplete = false, more = '10,20,3,1.5,,' }, which) =>
      [at, year ?? 2024 + which, incomplete, net ?? '', income, cost, more].join(','),
    ),
  );
  const headings = 'point,year,incomplete,net,income,cost,settled,in_phase,rooms_needed,posts,net_p10,net_p90';
  await fillSweep(database, points, [headings, ...lines].join('\n'));
  return [...new Set(points.map(({ municipality }) => municipality))];
}

const two = (net: number): { years: Year[] } => ({ years: [{ net }, { net: 0 }] });

describe('a municipality beside others', () => {
  it('has quartiles that lie between two figures in proportion', async () => {
    // Sorted 10, 20, 30, 50, 90, 100: a quarter of the way of five steps is 1.25 steps.
    const all = await fill([30, 10, 100, 20, 50, 90].map(two));
    const { spread } = await countryRows(database, question, all);
    expect(spread).toEqual({
      municipalities: 6,
      n: 6,
      least: 10,
      lower: 22.5,
      median: 40,
      upper: 80,
      most: 100,
    });
  });

  it('counts only those who are compared', async () => {
    await fill([30, 10, 100, 20].map(two));
    const { spread, rows } = await countryRows(database, question, ['9000', '9001', '9003', '9999']);
    expect(spread).toMatchObject({ municipalities: 3, n: 3, least: 10, median: 20, most: 30 });
    expect(rows).toHaveLength(4);
  });

  it('sums the years of kroner and persons, and takes the most of people, rooms and posts', async () => {
    const all = await fill([
      {
        years: [
          { net: -5, income: 100, cost: 105, more: '10,20,3,1.5,,' },
          { net: 8, income: 90, cost: 82, more: '12,31,2,2.5,,' },
        ],
      },
    ]);
    const of = async (figure: CountryQuestion['figure'], years: [number, number] = [2024, 2025]) =>
      (await countryRows(database, { ...question, figure, years }, all)).rows[0]?.value;
    expect(await of('net')).toBe(3);
    expect(await of('income')).toBe(190);
    expect(await of('cost')).toBe(187);
    expect(await of('settled')).toBe(22);
    expect(await of('in_phase')).toBe(31);
    expect(await of('rooms_needed')).toBe(3);
    expect(await of('posts')).toBe(2.5);
    expect(await of('net', [2025, 2025])).toBe(8);
  });

  it('does not know a sum of which a part is unknown, and leaves it out of the spread', async () => {
    const all = await fill([
      {
        years: [
          { net: -5, income: 100, incomplete: true },
          { net: 8, income: 90 },
        ],
      },
      two(7),
    ]);
    const net = await countryRows(database, question, all);
    expect(net.rows[0]).toMatchObject({ value: null, known: null, incomplete: true });
    expect(net.spread).toMatchObject({ municipalities: 2, n: 1, median: 7 });
    const income = await countryRows(database, { ...question, figure: 'income' }, all);
    expect(income.rows[0]).toMatchObject({ value: null, known: 190, incomplete: true });
    expect(income.spread).toMatchObject({ n: 1, most: 0 });
    const later = await countryRows(database, { ...question, years: [2025, 2025] }, all);
    expect(later.rows[0]).toMatchObject({ value: 8, incomplete: false });
  });

  it('has no figure of a plan that lacks one of the years', async () => {
    const later = (year: number) => ({ first_year: year, last_year: year + 1, years: [{ year }, { year: year + 1 }] });
    const all = await fill([two(7), later(2018), later(2025)]);
    const { rows, spread } = await countryRows(database, question, all);
    for (const row of rows.slice(1)) expect(row).toMatchObject({ value: null, known: null, incomplete: null });
    expect(spread).toMatchObject({ municipalities: 3, n: 1 });
  });

  it('shares kroner among inhabitants, and nothing where their number is unknown', async () => {
    const all = await fill([
      { ...two(500), inhabitants: 100 },
      { ...two(500), inhabitants: null },
    ]);
    const shared = await countryRows(database, { ...question, per: 'inhabitant' }, all);
    expect(shared.rows.map(({ value }) => value)).toEqual([5, null]);
    expect(shared.spread.n).toBe(1);
    const rooms = await countryRows(database, { ...question, per: 'inhabitant', figure: 'rooms_needed' }, all);
    expect(rooms.rows.map(({ value }) => value)).toEqual([3, 3]);
  });

  it('gives what follows the plan for plans of the same years only', async () => {
    const all = await fill([
      { ...two(0), tail: -40 },
      { ...two(0), tail: null },
      { years: [{}, {}, {}], last_year: 2026, tail: -99 },
    ]);
    const { rows } = await countryRows(database, { ...question, figure: 'tail' }, all);
    expect(rows.map(({ value }) => value)).toEqual([-40, null, null]);
  });

  it('gives percentiles of a single year and never of several', async () => {
    const all = await fill([{ years: [{ more: '1,1,1,1,-20,30' }, { more: '1,1,1,1,-10,10' }] }]);
    const one = await countryRows(database, { ...question, years: [2024, 2024] }, all);
    expect(one.rows[0]).toMatchObject({ net_p10: -20, net_p90: 30 });
    const plan = await countryRows(database, question, all);
    expect(plan.rows[0]).toMatchObject({ net_p10: null, net_p90: null });
  });

  it('counts a municipality with several scenarios once, by the one that is asked for or else the first', async () => {
    const municipality = '9000';
    const all = await fill([
      { ...two(1), municipality, scenario: 'b.json' },
      { ...two(2), municipality, scenario: 'a.json' },
      { ...two(3), municipality, scenario: 'a.json', variant: '20' },
    ]);
    expect((await countryRows(database, question, all)).rows.map(({ value }) => value)).toEqual([2]);
    const asked = await countryRows(database, { ...question, scenario: 'b.json' }, all);
    expect(asked.rows.map(({ value }) => value)).toEqual([1]);
    expect(asked.spread.municipalities).toBe(1);
  });

  it('answers where nothing was varied', async () => {
    const all = await fill([{ ...two(4), variant: '' }]);
    expect((await countryRows(database, { ...question, variant: '' }, all)).rows[0]?.value).toBe(4);
    expect((await countryRows(database, question, all)).spread).toMatchObject({
      municipalities: 0,
      n: 0,
      median: null,
    });
  });

  it('has nothing when the files are taken away', async () => {
    const all = await fill([two(4)]);
    await fillSweep(database, [], '');
    const { rows, spread } = await countryRows(database, question, all);
    expect(rows).toEqual([]);
    expect(spread).toMatchObject({ municipalities: 0, n: 0 });
    expect((await countryRows(database, question, [])).spread.n).toBe(0);
  });
});
