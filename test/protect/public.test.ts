import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import { linesOf } from '$lib/model/forecast';
import { forecastOf } from '$lib/model/plan';
import { yearRows } from '$lib/model/year-row';
import { publishedCatalogue } from '$lib/parameters/published';
import { publish, withEstimates, type Method, type Published } from '$lib/protect/publish';
import { keyOf, sumEqual, type Total } from '$lib/protect/totals';
import { exampleEntry, planFor, type Entry } from '$lib/state/entry';
import { Workspace, type Shown } from '$lib/state/workspace.svelte';
import { anyRows } from './any-rows';
import { isOver, workedOut, type Bounds } from './attack';

const GUDBRANDSDAL = ['dovre', 'lesja', 'skjak', 'lom', 'vaga', 'nord-fron', 'sel', 'sor-fron', 'ringebu'];
const EXAMPLES = [...GUDBRANDSDAL, 'heroy-40', 'elverum-40'];
const METHODS: Method[] = ['suppress', 'round'];
const THRESHOLD = 5;

/** Every figure a plan shows: lines, people, capacity, leases, results and claims of all years. */
function figuresOf({ plan, forecast, years }: Pick<Shown, 'plan' | 'forecast' | 'years'>): unknown {
  const { people, capacity, leases, result, claims, in_phase_before } = forecast;
  const lines = linesOf(forecast, plan.parameters, plan.opening);
  return { opening: plan.opening, years, people, capacity, leases, result, claims, in_phase_before, lines };
}

/** What anybody who has the published table, and this program, can work out. */
function fromPublished(entry: Entry, { rows, totals, threshold, method }: Published): unknown {
  const bare = rows.map(withoutEstimate);
  const estimated = method === 'suppress' ? withEstimates(bare, totals, threshold) : bare;
  const plan = planFor({ ...entry, rows: estimated }, publishedCatalogue);
  const forecast = forecastOf(plan);
  return figuresOf({ plan, forecast, years: yearRows(String(entry.id), forecast) });
}

/** The strongest attacker: knows which hidden rows are small and which were unknown. */
function boundsOf(truth: CohortRow[], { method, rows }: Published): Bounds[] {
  return truth.map(({ persons }, at) => {
    if (method === 'round') return rows[at]?.persons === 0 ? { least: 0, most: 4 } : { least: 1, most: THRESHOLD };
    if (persons === null) return { least: 1, most: 4 };
    return persons < THRESHOLD ? { least: 1, most: THRESHOLD - 1 } : { least: THRESHOLD, most: Infinity };
  });
}

/** The true counts of the published rows. */
function truthOf(rows: CohortRow[], published: Published): CohortRow[] {
  const known = new Map(sumEqual(rows).map((row) => [keyOf(row), row.persons]));
  return published.rows.map((row) => ({ ...row, persons: known.get(keyOf(row)) ?? null }));
}

/** Rows as the attacker sees them: what is rounded is hidden, between its bounds, and the sums of it say no more. */
function hiddenRows({ method, rows }: Published): CohortRow[] {
  if (method === 'suppress') return rows;
  return rows.map((row) => (row.persons === 0 || row.persons === THRESHOLD ? { ...row, persons: null } : row));
}

type Counted = { settlement_year: number; category: string; persons: number };

/**
 * Counts of the opening by settlement year and category, from amounts: amount / rate gives persons of the first year, and
 * what a person of the opening becomes then is known from running the program on any other opening.
 */
function countedFromAmounts(shown: Shown, known: Shown): Counted[] {
  const grants = (of: Shown): Map<string, Counted> => {
    const sums = new Map<string, Counted>();
    const { first_year } = of.plan.scenario;
    for (const line of linesOf(of.forecast, of.plan.parameters, of.plan.opening)) {
      const { item, year, settlement_year, category, amount, unit_price } = line;
      if (!/^integration_grant\.year\d$/.test(item) || year !== first_year) continue;
      if (settlement_year === null || settlement_year >= first_year || category === null) continue;
      if (amount === null || !unit_price) continue;
      const key = `${settlement_year} ${category}`;
      const before = sums.get(key)?.persons ?? 0;
      sums.set(key, { settlement_year, category, persons: before + amount / unit_price });
    }
    return sums;
  };
  const reference = grants(known);
  return [...grants(shown)].flatMap(([key, counted]) => {
    const became = reference.get(key)?.persons;
    const were = known.plan.opening.cells
      .filter((cell) => `${cell.settlement_year} ${cell.category}` === key)
      .reduce((sum, { persons }) => sum + persons, 0);
    return became ? [{ ...counted, persons: (counted.persons * were) / became }] : [];
  });
}

/** The totals that were given out, and those the attacker has worked out. */
function withCounted(totals: Total[], counted: Counted[]): Total[] {
  return totals.map((total) => {
    const of = Object.keys(total).length === 5 ? counted.find((each) => isOf(total, each)) : undefined;
    return total.persons === null && of ? { ...total, persons: Math.round(of.persons) } : total;
  });
}

function isOf(total: Total, { settlement_year, category }: Counted): boolean {
  return total.settlement_year === settlement_year && total.category === category;
}

describe.each(EXAMPLES)('what everybody is shown of %s', (name) => {
  const entry = exampleEntry(name, 1);

  it.each(METHODS)('is worked out from the published table alone (%s)', async (method) => {
    const fresh = new Workspace();
    fresh.openExample(name);
    await fresh.present({ method, threshold: THRESHOLD });
    expect(fresh.publishing.mode).toBe('public');
    const published = publish(entry.rows, { method, threshold: THRESHOLD });
    expect(fresh.chosen.entry.rows).toEqual(published.rows);
    expect(figuresOf(fresh.chosen)).toEqual(fromPublished(fresh.entryOf(fresh.state.chosen), published));
    const small = fresh.chosen.entry.rows.filter(
      ({ persons }) => persons !== null && persons > 0 && persons < THRESHOLD,
    );
    expect(small).toEqual([]);
  });

  it.each(METHODS)(
    'leaves three numbers for every hidden count (%s)',
    (method) => {
      const published = publish(entry.rows, { method, threshold: THRESHOLD });
      const totals = method === 'round' ? [] : published.totals;
      expect(workedOut(hiddenRows(published), totals, boundsOf(truthOf(entry.rows, published), published), 3)).toEqual(
        [],
      );
    },
    60_000,
  );
});

describe('the attack on amounts', () => {
  it.each(METHODS)(
    'works out counts from what those who see every number are shown (%s)',
    async (method) => {
      const pinned: string[] = [];
      for (const name of GUDBRANDSDAL) {
        const [own, everybody] = [new Workspace(), new Workspace()];
        own.openExample(name);
        everybody.openExample(name);
        await everybody.present({ method, threshold: THRESHOLD });
        const { rows } = own.chosen.entry;
        const published = publish(rows, { method, threshold: THRESHOLD });
        // The attacker knows what becomes of a person from a run of the program with the published rows.
        const counted = countedFromAmounts(own.chosen, everybody.chosen);
        const totals = withCounted(method === 'round' ? published.totals.map(unknown) : published.totals, counted);
        const truth = truthOf(rows, published);
        if (truth.some(({ persons }) => persons === null)) continue;
        const bounds = boundsOf(truth, published);
        pinned.push(...workedOut(hiddenRows(published), totals, bounds, 3).map((each) => `${name} ${each}`));
        for (const { settlement_year, category, persons } of counted) {
          const real = rows.filter((row) => row.settlement_year === settlement_year && row.category === category);
          expect(persons).toBeCloseTo(
            real.reduce((sum, row) => sum + (row.persons ?? NaN), 0),
            6,
          );
        }
      }
      expect(pinned.length).toBeGreaterThan(5);
    },
    120_000,
  );

  it('finds estimates, not counts, in what everybody is shown', async () => {
    const wrong: number[] = [];
    for (const name of GUDBRANDSDAL) {
      const everybody = new Workspace();
      everybody.openExample(name);
      const { rows } = everybody.chosen.entry;
      await everybody.present({ method: 'suppress', threshold: THRESHOLD });
      const { totals } = publish(rows, { method: 'suppress', threshold: THRESHOLD });
      for (const each of countedFromAmounts(everybody.chosen, everybody.chosen)) {
        const total = totals.find((known) => isOf(known, each));
        const real = rows.filter((row) => total && isOver({ ...total, persons: null }, row));
        if (total?.persons !== null || real.some(({ persons }) => persons === null)) continue;
        wrong.push(each.persons - real.reduce((sum, row) => sum + (row.persons ?? NaN), 0));
      }
    }
    expect(wrong.filter((off) => Math.abs(off) > 0.01).length).toBeGreaterThan(wrong.length / 2);
  });
});

function unknown(total: Total): Total {
  return { ...total, persons: null };
}

describe('the estimate of a hidden count', () => {
  it('adds up to every published total and is one person or more', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(3, 5, 10), (given, threshold) => {
        const { rows, totals } = publish(given, { method: 'suppress', threshold });
        for (const total of totals) {
          const of = rows.filter((row) => isOver(total, row));
          const sum = of.reduce((all, { persons, estimate }) => all + (persons ?? estimate ?? NaN), 0);
          if (total.persons !== null) expect(Math.abs(sum - total.persons)).toBeLessThan(1e-4);
        }
        expect(rows.filter(({ persons, estimate }) => (persons === null) !== (estimate ?? 0) >= 1)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  it('is the same, to the last bit, for tables that are published alike', () => {
    let pairs = 0;
    fc.assert(
      fc.property(anyRows, (given) => {
        const truth = sumEqual(given);
        const one = publish(truth, { method: 'suppress', threshold: THRESHOLD });
        const hidden = truth.flatMap(({ persons }, at) => (persons !== null && persons > 0 && persons < 9 ? [at] : []));
        for (const up of hidden.slice(0, 4)) {
          for (const down of hidden.slice(0, 4)) {
            const step = (at: number): number => Number(at === up) - Number(at === down);
            const other = truth.map((row, at) => ({
              ...row,
              persons: row.persons === null ? null : row.persons + step(at),
            }));
            if (up === down || other.some(({ persons }) => persons !== null && persons < 0)) continue;
            const two = publish(other, { method: 'suppress', threshold: THRESHOLD });
            if (outside(one) !== outside(two)) continue;
            pairs += 1;
            expect(JSON.stringify(two.rows)).toBe(JSON.stringify(one.rows));
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(pairs).toBeGreaterThan(20);
  }, 300_000);

  it('tells nothing of the order of the file', () => {
    fc.assert(
      fc.property(anyRows, (given) => {
        for (const method of METHODS) {
          const one = publish(given, { method, threshold: THRESHOLD });
          expect(publish(sumEqual(given).reverse(), { method, threshold: THRESHOLD })).toEqual(one);
        }
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});

function withoutEstimate(row: CohortRow): CohortRow {
  const bare = { ...row };
  delete bare.estimate;
  return bare;
}

/** What is given out, estimates aside. */
function outside({ rows, totals }: Published): string {
  return JSON.stringify([rows.map(withoutEstimate), totals]);
}
