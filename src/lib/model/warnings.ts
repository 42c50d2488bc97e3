import type { Opening } from './cohort';
import type { Forecast, Warning } from './forecast';
import { dwellingRows, placesRows } from './reports';
import { amountAt } from './ledger';
import { draftsIn } from './rates';
import { MODIFIERS, isOwn, optionAt, valueAt, type Parameters, type Series } from './resolve';
import { GROUP_NAMES } from './staffing';
import { statusIndex } from './status';

const CARRIED_FORWARD = statusIndex('carried_forward');

/**
 * What a reader of the result must know, in data: most serious first, each said once. `matters` are the assumed parameters
 * that matter most to the result, where they have been sought.
 */
export function warningsOf(
  of: Forecast,
  opening: Opening,
  parameters: Parameters,
  municipalityKnown: boolean,
  matters: string[] = [],
): Warning[] {
  const { first_year } = of.horizon;
  const warnings: Warning[] = [];
  const unknown = unknownRates(of, parameters);
  if (unknown.parameters.length > 0) warnings.push({ code: 'rate-unknown', ...unknown });
  const drafts = draftsIn(parameters, of.years);
  if (drafts.sets.length > 0) warnings.push({ code: 'rates-draft', ...drafts });
  if (matters.length > 0) warnings.push({ code: 'assumptions-matter', parameters: matters, years: [] });
  const held = valueAt(parameters, 'rates.year', first_year);
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
  if (opening.synthetic) warnings.push({ code: 'opening-synthetic', parameters: [], years: [first_year - 1] });
  if (opening.estimated) warnings.push({ code: 'opening-estimated', parameters: [], years: [first_year - 1] });
  if (opening.suppressed > 0) warnings.push({ code: 'opening-suppressed', parameters: [], years: [first_year - 1] });
  if (opening.hidden > 0) warnings.push({ code: 'opening-hidden', parameters: [], years: [first_year - 1] });
  if (!municipalityKnown) warnings.push({ code: 'municipality-unknown', parameters: [], years: [] });
  warnings.push(...rulesBroken(of, parameters));
  const missing = GROUP_NAMES.filter(
    (group) =>
      !isOwn(parameters, `staff.${group}.opening`, first_year) && of.staff[group].paid.some((posts) => posts > 0),
  );
  if (missing.length > 0)
    warnings.push({
      code: 'staff-opening-assumed',
      parameters: missing.map((group) => `staff.${group}.opening`),
      years: [first_year],
    });
  const priceIndex = 1 << MODIFIERS.indexOf('prices.index');
  const guessed = ratesWhere(of, parameters, (series, at) => ((series.modifier[at] ?? 0) & priceIndex) > 0);
  if (guessed.years.length > 0)
    warnings.push({ code: 'price-index-used', parameters: ['prices.index'], years: guessed.years });
  return warnings;
}

/** Deadlines the plan does not keep, conditions the directorate does not take, and a fund below zero. */
function rulesBroken(of: Forecast, parameters: Parameters): Warning[] {
  const warnings: Warning[] = [];
  const planned = of.years.slice(0, of.horizon.years);
  const say = (code: string, ids: string[], years: number[]): void => {
    if (years.length > 0) warnings.push({ code, parameters: ids, years });
  };
  const above = (id: string, limit: string): number[] =>
    planned.filter((year) => valueAt(parameters, id, year) > valueAt(parameters, limit, year));
  say(
    'fund-empty',
    ['fund.opening'],
    of.result.filter(({ fund }) => fund < 0).map(({ year }) => year),
  );
  say(
    'family-in-vote',
    ['family_immigration.in_vote'],
    planned.filter((year) => optionAt(parameters, 'family_immigration.in_vote', year) === 'yes'),
  );
  say(
    'programme-late',
    ['programme.start_lag', 'programme.deadline'],
    above('programme.start_lag', 'programme.deadline'),
  );
  say(
    'special-needs-late',
    ['special_needs.application_months', 'special_needs.deadline'],
    above('special_needs.application_months', 'special_needs.deadline').filter(
      (year) => valueAt(parameters, 'special_needs.share', year) > 0,
    ),
  );
  const rows = placesRows(of);
  const short = (kind: string): number[] =>
    rows.filter((row) => row.kind === kind && (row.short ?? 0) > 0).map(({ year }) => year);
  say('kindergarten-short', ['kindergarten.free_places', 'kindergarten.deadline'], short('kindergarten'));
  say('school-short', ['school.free_places', 'school.deadline'], short('school'));
  const unknown = dwellingRows(of).filter((row) => row.needed > 0 && row.owned === null && row.leased === 0);
  say('dwellings-unknown', ['dwellings.owned'], [...new Set(unknown.map(({ year }) => year))]);
  return warnings;
}

/** The unknown prices of lines without an amount; booked later than priced, all the line rests on is named. */
function unknownRates(of: Forecast, parameters: Parameters): Omit<Warning, 'code'> {
  const addresses = new Set<string>();
  const years = new Set<number>();
  const { ledger } = of;
  for (let entry = 0; entry < ledger.length; entry += 1) {
    if (!Number.isNaN(amountAt(ledger, entry))) continue;
    const year = ledger.first_year + (ledger.at[entry] ?? 0);
    const series = ledger.series[entry] ?? [];
    const unknown = series.filter(({ value }) => Number.isNaN(value[year - parameters.first] ?? NaN));
    for (const { address } of unknown.length > 0 ? unknown : series) addresses.add(address);
    if (year >= ledger.first_year) years.add(year);
  }
  return { parameters: [...addresses].sort(), years: [...years].sort((a, b) => a - b) };
}

/** The same thing said of several forecasts, once, with all its years and parameters; what matters most stays in order. */
export function mergeWarnings(all: Warning[]): Warning[] {
  return [...new Set(all.map(({ code }) => code))].map((code) => {
    const same = all.filter((warning) => warning.code === code);
    const parameters = [...new Set(same.flatMap((warning) => warning.parameters))];
    const sets = same.flatMap((warning) => warning.sets ?? []);
    return {
      code,
      ...(sets.length > 0 && { sets: [...new Map(sets.map((title) => [JSON.stringify(title), title])).values()] }),
      parameters: code === 'assumptions-matter' ? parameters : parameters.sort(),
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
  const { ledger } = of;
  for (let entry = 0; entry < ledger.length; entry += 1) {
    if (amountAt(ledger, entry) === 0) continue;
    const year = ledger.first_year + (ledger.at[entry] ?? 0);
    for (const series of ledger.series[entry] ?? []) {
      if (!condition(series, year - parameters.first)) continue;
      found.add(series.address);
      years.add(year);
    }
  }
  return { parameters: [...found].sort(), years: [...years].sort((a, b) => a - b) };
}
