import type { Catalogue } from './catalogue';
import { AGE_BAND_NAMES, CATEGORIES, PERMITS, type CohortRow } from './cohort';
import type { Override } from './overrides';
import { planOf } from './plan';
import { SETTLED, population } from './population';
import { valueAt, type Parameters } from './resolve';
import type { Scenario } from './scenario';

/** Persons settled in a year, of whom nothing more is known. */
export type Counted = { year: number; settled: number };

/**
 * Opening rows for 31 December of the last of some years, from no more than how many were settled in each: those who have
 * moved out are taken away and the rest are spread over permits, categories and age bands as the parameters have it, the
 * national composition where nobody sets it. Whole persons, so that each year's rows sum to its persons; status `assumed`.
 * Family immigrants are not among the settled and not estimated.
 */
export function estimatedRows(
  of: Catalogue,
  municipality: string,
  counted: readonly Counted[],
  known: Override[],
): CohortRow[] {
  const years = counted.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const settled = counted.map((each): [string, number] => [`settlement.persons@${each.year}`, each.settled]);
  const scenario: Scenario = {
    format: 'bosett/scenario@1',
    title: { en: 'settled before the plan' },
    municipality,
    first_year: first,
    years: last - first + 1,
    opening: [],
    parameters: { 'settlement.persons': 0, 'settlement.realisation': 1, ...Object.fromEntries(settled) },
  };
  const { plan, findings } = planOf(of, scenario, [], known);
  if (!plan) throw new Error(`settled before the plan: ${JSON.stringify(findings)}`);
  const { streams } = population([], plan.parameters, { first_year: first, years: scenario.years, tail: 0 });
  return counted.flatMap(({ year }) => {
    const here = streams
      .filter(({ origin, settlement_year }) => origin === SETTLED && settlement_year === year)
      .reduce((sum, stream) => sum + (stream.january[scenario.years] ?? 0), 0);
    return spread(Math.round(here), compositionOf(plan.parameters, year)).map(({ of: cell, persons }) => ({
      ...cell,
      settlement_year: year,
      persons,
      year: last,
      municipality,
      status: 'assumed' as const,
    }));
  });
}

type Cell = Pick<CohortRow, 'permit' | 'category' | 'age_band'>;

/** Every kind of person with its share of those settled in a year; the shares sum to one. */
function compositionOf(parameters: Parameters, year: number): { of: Cell; share: number }[] {
  const share = (address: string): number =>
    parameters.catalogue.cells.has(address) ? valueAt(parameters, address, year) : 0;
  return PERMITS.flatMap((permit) =>
    CATEGORIES.flatMap((category) =>
      AGE_BAND_NAMES.map((age_band) => ({
        of: { permit, category, age_band },
        share:
          share(`settlement.permit.${permit}`) *
          share(`settlement.mix.${category}`) *
          share(`settlement.age.${category}.${age_band}`),
      })),
    ),
  );
}

/** Whole persons by share, those with the largest remainders first; nobody where the share rounds to none. */
function spread(persons: number, cells: { of: Cell; share: number }[]): { of: Cell; persons: number }[] {
  const parts = cells.map(({ of, share }) => ({ of, exact: persons * share, persons: Math.floor(persons * share) }));
  const byRemainder = [...parts].sort((a, b) => b.exact - b.persons - (a.exact - a.persons));
  let left = persons - parts.reduce((sum, part) => sum + part.persons, 0);
  for (const part of byRemainder) {
    if (left <= 0) break;
    part.persons += 1;
    left -= 1;
  }
  return parts.filter((part) => part.persons > 0);
}
