import { AGE_BAND_NAMES, CATEGORIES, PERMITS, type CohortRow } from '$lib/model/cohort';
import { roundSmall } from './round';
import { suppress } from './suppress';
import { keyOf, totalsOf, type Total } from './totals';

/** How small numbers are kept from those who see a table: numbers below the threshold are hidden, or rounded to it. */
export const METHODS = ['suppress', 'round'] as const;
export type Method = (typeof METHODS)[number];
export type Protection = { method: Method; threshold: number };
export const STANDARD: Protection = { method: 'suppress', threshold: 5 };

/**
 * What is given out of a table: its rows and totals, `persons: null` where hidden. A hidden row of a total that is shown
 * carries an `estimate`, which anybody can work out from the rest. `cost` is what it cost, and is not given out.
 */
export type Published = Protection & { rows: CohortRow[]; totals: Total[]; cost: Cost };

/**
 * Rows that are hidden for being small or unknown, and besides; totals that are hidden; small counts that are rounded; and
 * how far a total is at most from the true one, in persons.
 */
export type Cost = Record<'hidden' | 'hidden_besides' | 'hidden_totals' | 'rounded' | 'deviation', number>;

/**
 * Protects rows for giving out: by hiding (`suppress`) or by rounding (`roundSmall`), in the order of their keys, so that
 * not even the order of the file is told. Throws on a threshold below 3 and on a count that is not whole.
 */
export function publish(given: CohortRow[], { method, threshold }: Protection): Published {
  const sorted = [...given].sort(byKeys);
  const done = method === 'round' ? rounded(sorted, threshold) : suppressed(sorted, threshold);
  return { method, threshold, ...done };
}

function suppressed(given: CohortRow[], threshold: number): Pick<Published, 'rows' | 'totals' | 'cost'> {
  const { rows, totals, primary, complementary } = suppress(given, { threshold });
  const kinds = kindsOf(given);
  const safe = rows.map((row) => (row.persons === null ? { ...row, status: kinds.get(keyOf(row)) } : row));
  return {
    rows: withEstimates(safe, totals, threshold),
    totals,
    cost: {
      hidden: primary,
      hidden_besides: complementary,
      hidden_totals: totals.filter(({ persons }) => persons === null).length,
      rounded: 0,
      deviation: 0,
    },
  };
}

function rounded(given: CohortRow[], base: number): Pick<Published, 'rows' | 'totals' | 'cost'> {
  const { rows, totals, rounded, deviation } = roundSmall(given, { base });
  const hidden = rows.filter(({ persons }) => persons === null).length;
  const hidden_totals = totals.filter(({ persons }) => persons === null).length;
  const isOwn = ({ persons, status }: CohortRow): boolean =>
    (persons !== 0 && persons !== base && persons !== null) || status === 'synthetic' || status === 'assumed';
  return {
    rows: rows.map((row) => (isOwn(row) ? row : { ...row, status: row.persons === null ? 'suppressed' : 'rounded' })),
    totals,
    cost: { hidden, hidden_besides: 0, hidden_totals, rounded, deviation },
  };
}

/** Made-up and assumed rows stay so, also where they are hidden. */
function kindsOf(rows: CohortRow[]): Map<string, CohortRow['status']> {
  return new Map(
    rows.map((row) => [keyOf(row), row.status === 'synthetic' || row.status === 'assumed' ? row.status : 'suppressed']),
  );
}

function byKeys(a: CohortRow, b: CohortRow): number {
  const order = [
    (a.municipality ?? '').localeCompare(b.municipality ?? '', 'en'),
    (a.year ?? 0) - (b.year ?? 0),
    a.settlement_year - b.settlement_year,
    PERMITS.indexOf(a.permit) - PERMITS.indexOf(b.permit),
    CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category),
    AGE_BAND_NAMES.indexOf(a.age_band) - AGE_BAND_NAMES.indexOf(b.age_band),
  ];
  return order.find((difference) => difference !== 0) ?? 0;
}

/** Rounds of fitting before it is taken as it stands, and how near a total is near enough, in persons. */
const ROUNDS = 5000;
const NEAR = 1e-9;
/** Parts of a person that an estimate is given in, so that a file holds all of it. */
const PARTS = 1_000_000;

/**
 * Published rows with an estimate in every hidden one, made of nothing but what is given here: each begins at half the
 * threshold, or at the estimate that its file came with, and is fitted to the shown totals in turn, what is above one person in proportion, until all add up (iterative
 * proportional fitting: Deming and Stephan, Annals of Mathematical Statistics 11, 1940).
 */
export function withEstimates(rows: CohortRow[], totals: Total[], threshold: number): CohortRow[] {
  const over = new Map(
    totalsOf(rows)
      .flat()
      .map(({ keys, rows: of }) => [JSON.stringify(keys), of]),
  );
  const above = rows.map(({ persons, estimate = threshold / 2 }) => (persons === null ? Math.max(0, estimate - 1) : 0));
  const sums = totals.flatMap(({ persons, ...keys }) => {
    const of = over.get(JSON.stringify(keys)) ?? [];
    const hidden = of.filter((at) => rows[at]?.persons === null);
    if (persons === null || hidden.length === 0) return [];
    const left = of.reduce((rest, at) => rest - (rows[at]?.persons ?? 1), persons);
    return [{ hidden, left }];
  });
  for (let round = 0, off = Infinity; round < ROUNDS && off > NEAR; round += 1) {
    off = 0;
    for (const { hidden, left } of sums) {
      const sum = hidden.reduce((all, at) => all + (above[at] ?? 0), 0);
      off = Math.max(off, Math.abs(sum - left));
      if (sum > 0) for (const at of hidden) above[at] = (above[at] ?? 0) * (left / sum);
    }
  }
  const rounded = above.map((persons) => Math.round((1 + persons) * PARTS) / PARTS);
  return rows.map((row, at) => (row.persons === null ? { ...row, estimate: rounded[at] } : row));
}
