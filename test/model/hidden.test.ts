import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import { hiddenRange } from '$lib/model/hidden';
import { forecastOf, planOf, type Plan } from '$lib/model/plan';
import { publishedCatalogue } from '$lib/parameters/published';
import { exampleEntry, planFor } from '$lib/state/entry';
import { scenarioOf } from '../run-scenario';

function row(settlement_year: number, persons: number | null): CohortRow {
  return { settlement_year, permit: 'ordinary', category: 'adult', age_band: '25-55', persons };
}

function planned(rows: CohortRow[]): Plan {
  const scenario = scenarioOf({ first_year: 2024, years: 4, opening: [], parameters: { 'rates.year': 2018 } });
  const { plan, findings } = planOf(publishedCatalogue, scenario, rows, []);
  if (!plan) throw new Error(JSON.stringify(findings));
  return plan;
}

const inside = ({ low, high }: { low: number; high: number }, value: number): boolean =>
  low - 1e-6 <= value && value <= high + 1e-6;

describe('hidden counts', () => {
  it('do nothing where none is hidden, or where each is published with an estimate', () => {
    expect(hiddenRange(planned([row(2023, 12)]), [row(2023, 12)])).toBeNull();
    const estimated = [{ ...row(2023, null), estimate: 6 }, row(2022, 9)];
    expect(hiddenRange(planned(estimated), estimated)).toBeNull();
  });

  it('give the persons of one and of four in every row at the ends', () => {
    const rows = [row(2021, null), row(2023, null), row(2023, 20)];
    const found = hiddenRange(planned(rows), rows);
    expect(found?.rows).toBe(2);
    const first = found?.years[0]?.in_phase;
    const counted = (persons: number): number =>
      forecastOf(planned(rows.map((each) => ({ ...each, persons: each.persons ?? persons })))).people[0]?.in_phase ??
      NaN;
    expect([first?.low, first?.high]).toEqual([counted(1), counted(4)]);
  });

  it('hold the net and the persons of every whole filling of a few hidden rows', () => {
    const rows = [row(2020, null), row(2022, null), row(2023, 30)];
    const found = hiddenRange(planned(rows), rows);
    const counts = [1, 2, 3, 4];
    for (const one of counts) {
      for (const other of counts) {
        const filled = [row(2020, one), row(2022, other), row(2023, 30)];
        const { result, people } = forecastOf(planned(filled));
        const net = result.filter(({ tail }) => !tail).reduce((sum, each) => sum + each.net, 0);
        expect(found?.net && inside(found.net, net)).toBe(true);
        for (const year of found?.years ?? []) {
          const own = people.find((each) => each.year === year.year);
          if (own) expect(inside(year.in_phase, own.in_phase)).toBe(true);
        }
      }
    }
  });

  it('hold the expected run of the nine municipalities that have any', () => {
    for (const name of ['dovre', 'lesja', 'lom', 'ringebu']) {
      const entry = exampleEntry(name, 1);
      const plan = planFor(entry, publishedCatalogue);
      const found = hiddenRange(plan, entry.rows);
      const { people } = forecastOf(plan);
      expect(found?.rows).toBe(entry.rows.filter(({ persons }) => persons === null).length);
      for (const [at, year] of (found?.years ?? []).entries())
        if (people[at]) expect(inside(year.in_phase, people[at].in_phase)).toBe(true);
    }
  });
});
