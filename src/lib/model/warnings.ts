import type { Opening } from './cohort';
import type { Forecast, Warning } from './forecast';
import { amountOf } from './ledger';
import { MODIFIERS, isOwn, valueAt, type Parameters, type Series } from './resolve';
import { statusIndex } from './status';

const CARRIED_FORWARD = statusIndex('carried_forward');

/** What a reader of the result must know, in data: most serious first, each said once. */
export function warningsOf(
  of: Forecast,
  opening: Opening,
  parameters: Parameters,
  municipalityKnown: boolean,
): Warning[] {
  const plan = of.years[0] ?? of.horizon.first_year;
  const warnings: Warning[] = [];
  const unknown = unknownRates(of, parameters);
  if (unknown.parameters.length > 0) warnings.push({ code: 'rate-unknown', ...unknown });
  const held = valueAt(parameters, 'rates.year', plan);
  const carried = ratesWhere(
    of,
    parameters,
    (series, at) => series.status[at] === CARRIED_FORWARD && series.parameter.state_set === true,
  );
  if (carried.parameters.length > 0)
    warnings.push({
      code: held ? 'rates-held' : 'rate-carried-forward',
      ...carried,
      ...(held ? { years: [held] } : {}),
    });
  if (opening.synthetic)
    warnings.push({ code: 'opening-synthetic', parameters: [], years: [of.horizon.first_year - 1] });
  if (opening.suppressed > 0)
    warnings.push({ code: 'opening-suppressed', parameters: [], years: [of.horizon.first_year - 1] });
  if (!municipalityKnown) warnings.push({ code: 'municipality-unknown', parameters: [], years: [] });
  if (!(of.staff.advisers.openingKnown && of.staff.teachers.openingKnown)) {
    const groups = ['adviser', 'teacher'] as const;
    const missing = groups.filter((group) => !isOwn(parameters, `staff.${group}.opening`, of.horizon.first_year));
    warnings.push({
      code: 'staff-opening-assumed',
      parameters: missing.map((group) => `staff.${group}.opening`),
      years: [of.horizon.first_year],
    });
  }
  const priceIndex = 1 << MODIFIERS.indexOf('prices.index');
  const guessed = ratesWhere(of, parameters, (series, at) => ((series.modifier[at] ?? 0) & priceIndex) > 0);
  if (guessed.years.length > 0)
    warnings.push({ code: 'price-index-used', parameters: ['prices.index'], years: guessed.years });
  warnings.push({ code: 'costs-not-covered', parameters: [], years: [] });
  return warnings;
}

/** The unknown prices of lines without an amount; booked later than priced, all the line rests on is named. */
function unknownRates(of: Forecast, parameters: Parameters): Omit<Warning, 'code'> {
  const entries = of.ledger.entries.filter((entry) => Number.isNaN(amountOf(entry)));
  const addresses = entries.flatMap(({ series, year }) => {
    const unknown = series.filter(({ value }) => Number.isNaN(value[year - parameters.first] ?? NaN));
    return (unknown.length > 0 ? unknown : series).map(({ address }) => address);
  });
  return {
    parameters: [...new Set(addresses)].sort(),
    years: [...new Set(entries.map(({ year }) => year))].sort((a, b) => a - b),
  };
}

/** The same thing said of several forecasts, once, with all its years and parameters. */
export function mergeWarnings(all: Warning[]): Warning[] {
  return [...new Set(all.map(({ code }) => code))].map((code) => {
    const same = all.filter((warning) => warning.code === code);
    return {
      code,
      parameters: [...new Set(same.flatMap(({ parameters }) => parameters))].sort(),
      years: [...new Set(same.flatMap(({ years }) => years))].sort((a, b) => a - b),
    };
  });
}

/** The prices behind lines that satisfy a condition, and the years in which they do. */
function ratesWhere(
  of: Forecast,
  parameters: Parameters,
  condition: (series: Series, at: number) => boolean,
): Omit<Warning, 'code'> {
  const found = new Set<string>();
  const years = new Set<number>();
  for (const entry of of.ledger.entries) {
    if (amountOf(entry) === 0) continue;
    for (const series of entry.series) {
      if (!condition(series, entry.year - parameters.first)) continue;
      found.add(series.address);
      years.add(entry.year);
    }
  }
  return { parameters: [...found].sort(), years: [...years].sort((a, b) => a - b) };
}
