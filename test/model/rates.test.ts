import { describe, expect, it } from 'vitest';
import { linesOf, type Forecast } from '$lib/model/forecast';
import type { LedgerLine } from '$lib/model/ledger';
import { forecastOf, planOf } from '$lib/model/plan';
import { RateSet } from '$lib/model/rate-set';
import { ratesTemplate, withRates } from '$lib/model/rates';
import { seriesOf, statusOf, valueAt, type Parameters } from '$lib/model/resolve';
import type { Scenario } from '$lib/model/scenario';
import { mergeWarnings, warningsOf } from '$lib/model/warnings';
import { publishedCatalogue } from '$lib/parameters/published';
import { en } from '$lib/text/en';
import { warningSentence } from '$lib/text/sentence';
import { scenarioOf } from '../run-scenario';

const ADULT = 'grants.integration.year1.single_adult';

/** A set that gives single adults an amount in their first year, from 1 January of a year. */
function set(year: number, value: number | null | 'unknown', more: Partial<RateSet> = {}): RateSet {
  const block = {
    from: `${year}-01-01`,
    status: 'published' as const,
    reference: { title: 'Budget proposal' },
    confirmed_to: `${year}-12-31`,
    cells: [{ grant_year: 1, category: 'single_adult', value }],
  };
  return RateSet.parse({
    format: 'bosett/rates@1',
    title: { en: 'October' },
    status: 'draft',
    parameters: [{ id: 'grants.integration', values: [block] }],
    ...more,
  });
}

type Run = { parameters: Parameters; forecast: Forecast; lines: LedgerLine[]; warnings: ReturnType<typeof warningsOf> };

function run(sets: RateSet[], given: Partial<Scenario> = {}): Run {
  const settings = { 'settlement.persons': 10, ...given.parameters };
  const scenario = scenarioOf({ first_year: 2026, years: 3, ...given, parameters: settings });
  const { plan, findings } = planOf(withRates(publishedCatalogue, sets), scenario, [], []);
  if (!plan) throw new Error(`findings: ${JSON.stringify(findings)}`);
  const forecast = forecastOf(plan);
  return {
    parameters: plan.parameters,
    forecast,
    lines: linesOf(forecast, plan.parameters, plan.opening),
    warnings: warningsOf(forecast, plan.opening, plan.parameters, true),
  };
}

const firstYear = (lines: LedgerLine[], year: number) =>
  lines.find((line) => line.year === year && line.item === 'integration_grant.year1.single_adult');

describe('rates of the municipality’s own', () => {
  it('hold from their date and leave earlier years as they were', () => {
    const [own, published] = [run([set(2027, 300_000)]), run([])];
    expect(firstYear(own.lines, 2026)).toEqual(firstYear(published.lines, 2026));
    expect(firstYear(own.lines, 2027)).toMatchObject({ unit_price: 300_000, status: 'own' });
    expect(firstYear(own.lines, 2028)).toMatchObject({ unit_price: 300_000, status: 'own' });
    expect(valueAt(own.parameters, ADULT, 2024)).toBe(valueAt(published.parameters, ADULT, 2024));
    expect(statusOf(own.parameters, ADULT, 2024)).toBe(statusOf(published.parameters, ADULT, 2024));
  });

  it('touch only the cells they state', () => {
    const { parameters } = run([set(2027, 300_000)]);
    const published = run([]).parameters;
    const others = [...published.catalogue.cells.keys()].filter((address) => address !== ADULT);
    const moved = others.filter((address) => {
      const [a, b] = [seriesOf(parameters, address), seriesOf(published, address)];
      return a.value.some((value, at) => !Object.is(value, b.value[at]) || a.status[at] !== b.status[at]);
    });
    expect(moved).toEqual([]);
  });

  it('give way to what the scenario sets', () => {
    const { parameters } = run([set(2027, 300_000)], { parameters: { [`${ADULT}@2027`]: 111_000 } });
    expect([2027, 2028].map((year) => valueAt(parameters, ADULT, year))).toEqual([111_000, 300_000]);
  });

  it('of two sets with one date, the later opened holds; with two dates, each from its own', () => {
    const value = (sets: RateSet[], year: number) => valueAt(run(sets).parameters, ADULT, year);
    expect(value([set(2027, 300_000), set(2027, 310_000)], 2027)).toBe(310_000);
    expect(value([set(2027, 310_000), set(2027, 300_000)], 2027)).toBe(300_000);
    for (const sets of [
      [set(2027, 300_000), set(2028, 320_000)],
      [set(2028, 320_000), set(2027, 300_000)],
    ])
      expect([2027, 2028].map((year) => value(sets, year))).toEqual([300_000, 320_000]);
  });

  it('can abolish a rate and make it unknown, which is not 0', () => {
    expect(firstYear(run([set(2027, null)]).lines, 2027)?.amount ?? 0).toBe(0);
    const { forecast, warnings } = run([set(2027, 'unknown')]);
    expect(forecast.result.find(({ year }) => year === 2027)?.incomplete).toBe(true);
    expect(warnings.find(({ code }) => code === 'rate-unknown')?.parameters).toEqual([ADULT]);
  });

  it('that are assumed stay assumed', () => {
    const assumed = set(2027, 300_000);
    for (const { values } of assumed.parameters) for (const block of values) block.status = 'assumed';
    expect(statusOf(run([assumed]).parameters, ADULT, 2027)).toBe('assumed');
  });

  it('change nothing where there are none', () => {
    expect(withRates(publishedCatalogue, [])).toBe(publishedCatalogue);
  });
});

describe('a draft', () => {
  it('is said in a warning with its title, cells and years, and on every line whose price it gives', () => {
    const { warnings, lines } = run([set(2027, 300_000)]);
    const [warning] = warnings.filter(({ code }) => code === 'rates-draft');
    expect(warning).toMatchObject({ parameters: [ADULT], sets: [{ en: 'October' }] });
    expect(warning?.years[0]).toBe(2027);
    expect(warning && warningSentence(warning, en)).toContain('are not approved (October)');
    expect(firstYear(lines, 2027)?.draft).toBe(true);
    expect(lines.filter((line) => line.draft && line.parameters.every((address) => address !== ADULT))).toEqual([]);
    expect(firstYear(lines, 2026)).not.toHaveProperty('draft');
  });

  it('is no longer one when it is approved, at the same amounts', () => {
    const [draft, approved] = [run([set(2027, 300_000)]), run([set(2027, 300_000, { status: 'approved' })])];
    expect(approved.forecast.result).toEqual(draft.forecast.result);
    expect(approved.warnings.map(({ code }) => code)).not.toContain('rates-draft');
    expect(firstYear(approved.lines, 2027)).toMatchObject({ status: 'own' });
    expect(firstYear(approved.lines, 2027)).not.toHaveProperty('draft');
  });

  it('that the scenario overrides everywhere is not said', () => {
    const { warnings } = run([set(2027, 300_000)], { parameters: { [ADULT]: 111_000 } });
    // What the scenario sets holds in the plan; the years after it rest on the draft only where somebody is settled.
    expect(
      warnings
        .filter(({ code }) => code === 'rates-draft')
        .flatMap(({ years }) => years)
        .filter((year) => year < 2029),
    ).toEqual([]);
  });

  it('of a month is said for the year it begins in', () => {
    const amount = RateSet.parse({
      ...set(2027, 1),
      parameters: [
        {
          id: 'basic_amount',
          values: [
            { from: '2027-05-01', status: 'published', reference: { title: 'Forecast' }, cells: [{ value: 141_000 }] },
          ],
        },
      ],
    });
    const [warning] = run([amount]).warnings.filter(({ code }) => code === 'rates-draft');
    expect(warning?.years[0]).toBe(2027);
  });

  it('is said once for two plans, each title once', () => {
    const merged = mergeWarnings([
      ...run([set(2027, 1)]).warnings,
      ...run([set(2028, 1, { title: { en: 'May' } })]).warnings,
    ]);
    expect(merged.find(({ code }) => code === 'rates-draft')?.sets).toEqual([{ en: 'October' }, { en: 'May' }]);
  });
});

describe('a template', () => {
  it('holds every cell of a grant as it stands that year, and changes no amount when it is opened', () => {
    for (const id of ['grants.integration', 'grants.unaccompanied_minor', 'basic_amount']) {
      const template = ratesTemplate(publishedCatalogue, id, 2027, { en: 'New' }, 'Source');
      expect(RateSet.safeParse(template).success).toBe(true);
      expect(template.parameters[0]?.values[0]?.cells).toHaveLength(publishedCatalogue.cellsOf.get(id)?.length ?? NaN);
      expect(run([template]).forecast.result.map(({ net }) => net)).toEqual(
        run([]).forecast.result.map(({ net }) => net),
      );
    }
  });

  it('says what is unknown as unknown and what is abolished as abolished', () => {
    const early = ratesTemplate(publishedCatalogue, 'grants.integration', 1990, { en: 'New' }, 'Source');
    expect(new Set(early.parameters[0]?.values[0]?.cells.map(({ value }) => value))).toEqual(new Set(['unknown']));
    const id = 'grants.language.base';
    const late = ratesTemplate(publishedCatalogue, id, 2027, { en: 'New' }, 'Source');
    expect(late.parameters[0]?.values[0]?.cells.map(({ value }) => value)).toContain(null);
  });
});
