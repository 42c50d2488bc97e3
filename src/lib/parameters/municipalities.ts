import type { Override } from '$lib/model/overrides';
import { SPREADS } from '$lib/model/spreads';
import all from '../../../data/municipalities.csv?rows';

/** A municipality as of today: number, official name, what tells it from a namesake, and what its defaults rest on. */
export type Municipality = {
  municipality: string;
  name: string;
  disambiguation: string;
  tax_zone: string;
  group: string;
  /** Standard deviation of settled by decided in its own past, shrunk toward the country's; empty where nothing is known. */
  realisation_spread: string;
  valid_to: string;
};

const rows = all as Municipality[];

/** The municipality with this number, today's or an earlier one; `null` when the file lacks it. */
export function municipalityOf(number: string): Municipality | null {
  return rows.find((row) => row.municipality === number) ?? null;
}

/** The municipalities of today, by name. */
export function municipalitiesToday(): Municipality[] {
  return rows.filter(({ valid_to }) => valid_to === '').sort((a, b) => a.name.localeCompare(b.name, 'nb'));
}

/** What is known of a municipality as settings under those of the scenario. */
export function municipalityOverrides(of: Municipality | null, zones: string[]): Override[] {
  const zone = zones.indexOf(of?.tax_zone ?? '');
  const spread = of?.realisation_spread ?? '';
  return [
    ...(zone < 0 ? [] : [{ id: 'staff.tax_zone', tokens: [], year: null, value: zone, status: 'assumed' as const }]),
    ...(spread === ''
      ? []
      : [{ id: SPREADS.realisation, tokens: [], year: null, value: Number(spread), status: 'derived' as const }]),
  ];
}
