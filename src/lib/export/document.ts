import { linesOf, type Forecast, type Warning } from '$lib/model/forecast';
import {
  dwellingRows,
  paymentRows,
  placesRows,
  postsRows,
  programmeRows,
  type DwellingRow,
  type PaymentRow,
  type PlacesRow,
  type PostsRow,
  type ProgrammeRow,
} from '$lib/model/reports';
import type { CapacityRow, LeaseRow, PeopleRow, ResultRow } from '$lib/model/rows';
import type { ClaimRow } from '$lib/model/sharing';
import type { FuturesDocument } from '$lib/model/draw-futures';
import { fingerprint } from '$lib/model/hash';
import { counterpartLines, type CounterpartLine, type LedgerLine } from '$lib/model/ledger';
import type { RatesMark } from '$lib/model/parameter';
import type { Plan } from '$lib/model/plan';
import { ratesIn } from '$lib/model/rates';
import { warningSentence } from '$lib/text/sentence';
import type { Text } from '$lib/text/text';

/** The forecast document, format `bosett/forecast@1`. */
export type ForecastDocument = {
  format: 'bosett/forecast@1';
  /** Whom it is for: those who may see every number, or everybody, of an opening that was protected. */
  mode: 'private' | 'public';
  scenario: { title: Record<string, string | undefined>; municipality: string; hash: string };
  years: number[];
  people: PeopleRow[];
  lines: LedgerLine[];
  capacity: CapacityRow[];
  leases: LeaseRow[];
  result: ResultRow[];
  programme: ProgrammeRow[];
  posts: PostsRow[];
  dwellings: DwellingRow[];
  places: PlacesRow[];
  claims: ClaimRow[];
  payments: PaymentRow[];
  counterpart: CounterpartLine[];
  /** Percentiles and chances of futures, where some were drawn. */
  futures: FuturesDocument | null;
  /** Rate sets of the municipality's own, where there are any. */
  rates?: RatesMark[];
  warnings: { code: string; message: string; parameters: string[] }[];
};

/** A forecast as the document that programs read: kroner unrounded, unknown amounts `null`. */
export function forecastDocument(
  plan: Plan,
  forecast: Forecast,
  warnings: Warning[],
  text: Text,
  mode: ForecastDocument['mode'] = 'private',
  futures: FuturesDocument | null = null,
): ForecastDocument {
  const { scenario, opening, parameters } = plan;
  const lines = linesOf(forecast, parameters, opening);
  const own = ratesIn(parameters.catalogue);
  return {
    format: 'bosett/forecast@1',
    mode,
    scenario: {
      title: scenario.title,
      municipality: scenario.municipality,
      hash: fingerprint({ ...scenario, opening: opening.cells }),
    },
    years: forecast.years.filter((year) => year < scenario.first_year + scenario.years),
    people: forecast.people,
    lines,
    capacity: forecast.capacity,
    leases: forecast.leases,
    result: forecast.result,
    programme: programmeRows(forecast, parameters),
    posts: postsRows(forecast),
    dwellings: dwellingRows(forecast),
    places: placesRows(forecast),
    claims: forecast.claims,
    payments: paymentRows(forecast),
    counterpart: counterpartLines(lines),
    futures,
    ...(own.length > 0 && { rates: own }),
    warnings: warnings.map((warning) => ({
      code: warning.code,
      message: warningSentence(warning, text),
      parameters: warning.parameters,
    })),
  };
}
