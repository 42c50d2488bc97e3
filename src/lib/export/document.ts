import {
  linesOf,
  type CapacityRow,
  type Forecast,
  type LeaseRow,
  type PeopleRow,
  type ResultRow,
  type Warning,
} from '$lib/model/forecast';
import { fingerprint } from '$lib/model/hash';
import type { LedgerLine } from '$lib/model/ledger';
import type { Plan } from '$lib/model/plan';
import { warningSentence } from '$lib/text/sentence';
import type { Text } from '$lib/text/text';

/** The forecast document, format `bosett/forecast@1`. */
export type ForecastDocument = {
  format: 'bosett/forecast@1';
  scenario: { title: Record<string, string | undefined>; municipality: string; hash: string };
  years: number[];
  people: PeopleRow[];
  lines: LedgerLine[];
  capacity: CapacityRow[];
  leases: LeaseRow[];
  result: ResultRow[];
  futures: null;
  warnings: { code: string; message: string; parameters: string[] }[];
};

/** A forecast as the document that programs read: kroner unrounded, unknown amounts `null`. */
export function forecastDocument(plan: Plan, forecast: Forecast, warnings: Warning[], text: Text): ForecastDocument {
  const { scenario, opening, parameters } = plan;
  return {
    format: 'bosett/forecast@1',
    scenario: {
      title: scenario.title,
      municipality: scenario.municipality,
      hash: fingerprint({ ...scenario, opening: opening.cells }),
    },
    years: forecast.years.filter((year) => year < scenario.first_year + scenario.years),
    people: forecast.people,
    lines: linesOf(forecast, parameters, opening),
    capacity: forecast.capacity,
    leases: forecast.leases,
    result: forecast.result,
    futures: null,
    warnings: warnings.map((warning) => ({
      code: warning.code,
      message: warningSentence(warning, text),
      parameters: warning.parameters,
    })),
  };
}
