import { readDocument } from '$lib/ingest/document-file';
import type { Figure } from '$lib/ingest/document-row';
import type { CohortRow } from '$lib/model/cohort';
import type { Scenario } from '$lib/model/scenario';
import type { Finding } from '$lib/model/settings';
import { planOf, type Plan } from '$lib/model/plan';
import { publishedCatalogue } from '$lib/parameters/published';
import { textOf } from '../repository-scenario';
import { scenarioOf } from '../run-scenario';

/** Nobody moves and nobody brings a family. */
export const stay = { 'relocation.out': 0, 'family_immigration.rate': 0 };

/** Everyone settled is an adult of 25-55, no single, with an ordinary permit. */
export const adults = { 'settlement.mix.adult': 1, 'settlement.age.adult.25-55': 1, 'settlement.permit.ordinary': 1 };

/** Everyone takes part from the month of settlement, whatever the age, for 24 months, and then works. */
export const twoYears = {
  'programme.participation': 1,
  'programme.start_lag': 0,
  'programme.age_max': 70,
  'programme.extension': 0,
  'programme.outcome.work': 1,
  'programme.duration.standard.months24': 1,
  'programme.duration.short.months24': 1,
  'programme.duration.upper_secondary.months24': 1,
  'programme.duration.temporary.months24': 1,
  'education.other_share': 0,
};

/** Adults of 25-55 in the opening. */
export function adult(settlement_year: number, persons: number): CohortRow {
  return { settlement_year, permit: 'ordinary', category: 'adult', age_band: '25-55', persons };
}

/** Plan and parameters of a scenario, for the rows that need them. */
export function planFor(given: Partial<Scenario>): Plan {
  const scenario = scenarioOf(given);
  const rows = Array.isArray(scenario.opening) ? scenario.opening : [];
  const { plan, findings } = planOf(publishedCatalogue, scenario, rows, []);
  if (!plan) throw new Error(`findings: ${JSON.stringify(findings)}`);
  return plan;
}

/** The figures of a document in `data/documents`, and what a reader of them is told. */
export function documentOf(name: string): { figures: Figure[]; findings: Finding[] } {
  return readDocument(textOf(`data/documents/${name}.csv`));
}

/** The one figure of a table, measure, group and year; `undefined` for the year is any. */
export function figureOf(figures: Figure[], name: string, group = '', year?: number): Figure {
  const found = figures.filter(
    (figure) =>
      `${figure.table}.${figure.measure}` === name &&
      figure.group === group &&
      (year === undefined || figure.year === year),
  );
  if (found.length !== 1 || !found[0]) throw new Error(`not one figure: ${found.length} of ${name} ${group} ${year}`);
  return found[0];
}

/** The value of that figure. */
export function valueIn(figures: Figure[], name: string, group = '', year?: number): number | null {
  return figureOf(figures, name, group, year).value;
}
