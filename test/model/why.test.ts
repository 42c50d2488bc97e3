import { describe, expect, it } from 'vitest';
import { linesOf } from '$lib/model/forecast';
import { groupSums } from '$lib/model/groups';
import { forecastOf, planOf, type Plan } from '$lib/model/plan';
import { readOverrides } from '$lib/model/settings';
import { sensitivitySteps, type Sensitivity } from '$lib/model/search';
import { figureIn, weighingOf, whyOf, type Behind, type Calculation, type Why } from '$lib/model/why';
import type { Asked } from '$lib/model/year-row';
import { inFixedKroner, MONEY, yearRows, type Metric } from '$lib/model/year-row';
import { publishedCatalogue } from '$lib/parameters/published';
import { planOfFile } from '../repository-scenario';
import { scenarioOf } from '../run-scenario';

const METRICS: Metric[] = ['net', 'income', 'cost', 'fund', 'in_phase', 'rooms_needed', 'posts', 'dwellings'];
const GROUPS = ['integration_grant', 'language_grant', 'social_assistance', 'housing', 'education', 'staff'];
const SCENARIOS = ['heroy-40', 'sel', 'elverum-40'];

function behind(plan: Plan, fixed = false): Behind {
  const forecast = forecastOf(plan);
  const { overrides: original } = readOverrides(publishedCatalogue, plan.scenario.parameters, plan.scenario);
  const lines = linesOf(forecast, plan.parameters, plan.opening);
  return { forecast, lines, parameters: plan.parameters, original, fixed };
}

const plans = Object.fromEntries(SCENARIOS.map((name) => [name, planOfFile(name)]));
const nominal = Object.fromEntries(Object.entries(plans).map(([name, plan]) => [name, behind(plan)]));

function of(name: string): Behind {
  const found = nominal[name];
  if (!found) throw new Error(`no scenario: ${name}`);
  return found;
}

function planned(name: string): Plan {
  const found = plans[name];
  if (!found) throw new Error(`no scenario: ${name}`);
  return found;
}

function only<K extends Calculation['kind']>(why: Why, kind: K): Extract<Calculation, { kind: K }> {
  if (why.calculation.kind !== kind) throw new Error(`kind: ${why.calculation.kind}`);
  return why.calculation as Extract<Calculation, { kind: K }>;
}

/** What the rows of a calculation come to as shown, with the rounding line. */
function shownSum(calculation: Calculation): number | null {
  if (calculation.kind === 'lines') {
    const rows = calculation.sections.flatMap(({ groups }) => groups.flatMap(({ lines }) => lines));
    return rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0) + calculation.rounding;
  }
  if (calculation.kind !== 'count' || calculation.parts.length === 0) return null;
  return calculation.parts.reduce((sum, { value }) => sum + value, 0) + calculation.rounding;
}

describe.each(SCENARIOS)('the why of %s', (name) => {
  const { forecast } = of(name);

  it.each(METRICS)('lines or parts of %s come to the figure in every year, the rounding shown', (metric) => {
    for (const year of forecast.years) {
      const why = whyOf({ metric, years: [year] }, of(name));
      const row = yearRows('x', forecast).find((each) => each.year === year);
      expect(why.value).toBe(row?.[metric]);
      if (why.calculation.kind === 'years') throw new Error('kind: years');
      const whole = 10 ** (why.calculation.kind === 'count' ? why.calculation.decimals : 0);
      expect({ year, total: why.calculation.total }).toEqual({
        year,
        total: Math.round((row?.[metric] ?? NaN) * whole) / whole + 0,
      });
      const sum = shownSum(why.calculation);
      if (sum !== null) expect(sum).toBeCloseTo(why.calculation.total, 6);
      if (MONEY.includes(metric)) expect(Math.abs(why.calculation.rounding)).toBeLessThan(60);
    }
  });

  it.each(GROUPS)('lines of %s come to what the group is in every year', (group) => {
    for (const [at, year] of forecast.years.entries()) {
      for (const side of ['income', 'cost'] as const) {
        const sums = groupSums(forecast.ledger, at).filter((sum) => sum.group === group && sum.side === side);
        const why = whyOf({ metric: side, years: [year], group }, of(name));
        const { total, sections } = only(why, 'lines');
        expect(total).toBe(Math.round(sums[0]?.amount ?? 0) + 0);
        expect(shownSum(why.calculation)).toBe(total);
        expect(sections.every((section) => section.side === side)).toBe(true);
        expect(sections.every(({ groups }) => groups.every((each) => each.group === group))).toBe(true);
        expect(why.known).toBe(sums.every(({ known }) => known));
      }
    }
  });

  it('the sum of a side is the sum of its rows, and those of its groups too', () => {
    for (const year of forecast.years) {
      for (const { sum, groups } of only(whyOf({ metric: 'net', years: [year] }, of(name)), 'lines').sections) {
        expect(groups.reduce((all, group) => all + group.sum, 0)).toBe(sum);
        for (const group of groups)
          expect(group.lines.reduce((all, { amount }) => all + (amount ?? 0), 0)).toBe(group.sum);
      }
    }
  });

  it.each([false, true])('years add up to a figure of several, in kroner of the first year: %s', (fixed) => {
    const given = behind(planned(name), fixed);
    const rows = fixed ? inFixedKroner(yearRows('x', forecast)) : yearRows('x', forecast);
    const parts = [rows.filter((row) => !row.tail), rows.filter((row) => row.tail), rows];
    for (const part of parts) {
      for (const metric of ['net', 'income', 'cost'] as const) {
        const years = part.map(({ year }) => year);
        const why = whyOf({ metric, years }, given);
        const { columns, rows: shown, totals, rounding } = only(why, 'years');
        const at = columns.indexOf(metric);
        const isUnknown = part.some((row) => row.incomplete);
        expect(why.isUnknown).toBe(isUnknown);
        expect(shown.map(({ year }) => year)).toEqual(years);
        if (shown.some(({ cells }) => cells[at]?.value === null)) {
          expect(totals[at]).toBeNull();
          continue;
        }
        const exact = part.reduce((sum, row) => sum + row[metric], 0);
        expect(why.value).toBeCloseTo(exact, 4);
        expect(totals[at]).toBe(Math.round(exact) + 0);
        expect(shown.reduce((sum, { cells }) => sum + (cells[at]?.value ?? NaN), 0) + (rounding[at] ?? NaN)).toBe(
          totals[at],
        );
        for (const { year, cells } of shown) {
          const single = whyOf({ metric, years: [year] }, given);
          expect(cells[at]?.value).toBe(Math.round(single.value) + 0);
          expect(cells[at]?.ask).toEqual({ metric, years: [year], group: undefined });
        }
      }
    }
  });

  it('a figure of several years for which none is added is the highest of them, and the fund that of the last', () => {
    const { years } = forecast;
    for (const metric of ['in_phase', 'rooms_needed', 'posts', 'dwellings', 'fund'] as const) {
      const why = whyOf({ metric, years }, of(name));
      const values = yearRows('x', forecast).map((row) => row[metric]);
      expect(why.value).toBe(metric === 'fund' ? values.at(-1) : Math.max(...values));
      expect(only(why, 'years').adds).toBe(false);
    }
  });

  it('in kroner of the first year the figure is that of the year by the factor', () => {
    const given = behind(planned(name), true);
    for (const row of inFixedKroner(yearRows('x', forecast))) {
      for (const metric of ['net', 'income', 'cost', 'fund'] as const) {
        const why = whyOf({ metric, years: [row.year] }, given);
        expect(why.fixed).toEqual({
          year: forecast.years[0],
          factor: row.fixed_factor,
          total: Math.round(row[metric]) + 0,
        });
        expect(shownSum(why.calculation)).toBe(Math.round(row[metric] / row.fixed_factor) + 0);
      }
    }
  });

  it('every parameter behind a line has its value, status and setter, the weightiest first', () => {
    for (const metric of METRICS) {
      const { sources } = whyOf({ metric, years: forecast.years.slice(0, 3) }, of(name));
      expect(sources.length).toBeGreaterThan(0);
      expect(new Set(sources.map(({ address }) => address)).size).toBe(sources.length);
      const weights = sources.map(({ weight }) => weight);
      expect(weights).toEqual([...weights].sort((a, b) => b - a));
      for (const source of sources) {
        expect(source.values.length).toBeGreaterThan(0);
        if (source.status === 'own') expect(source.setter).not.toBe('standard');
        if (source.setter === 'standard')
          expect({ address: source.address, has: source.reference !== null }).toEqual({
            address: source.address,
            has: true,
          });
      }
    }
  });
});

it('an unknown rate is said, and counts as nothing in the sum', () => {
  const why = whyOf({ metric: 'net', years: [2023] }, of('elverum-40'));
  expect([why.known, why.isUnknown]).toEqual([false, true]);
  const { sections } = only(why, 'lines');
  const rows = sections.flatMap(({ groups }) => groups.flatMap(({ lines }) => lines));
  expect(rows.filter(({ amount }) => amount === null).map(({ item }) => item)).toEqual(['language_grant.base']);
  expect(sections.map(({ side, known }) => [side, known])).toEqual([
    ['income', false],
    ['cost', true],
  ]);
  // The page shows what is known of a side, and of a sum over years nothing.
  expect(whyOf({ metric: 'income', years: [2023] }, of('elverum-40')).isUnknown).toBe(false);
  expect(whyOf({ metric: 'cost', years: [2023] }, of('elverum-40')).known).toBe(true);
  expect(whyOf({ metric: 'income', years: [2022, 2023] }, of('elverum-40')).isUnknown).toBe(true);
});

it('says who set a value: the files, the municipality, the scenario, or the user since', () => {
  const start = planned('heroy-40');
  const changed = { ...start.scenario, parameters: { ...start.scenario.parameters, 'education.group_size': 12 } };
  const { plan } = planOf(
    publishedCatalogue,
    changed,
    [],
    [{ id: 'staff.tax_zone', tokens: [], year: null, value: 1, status: 'assumed' }],
  );
  if (!plan) throw new Error('findings');
  const original = readOverrides(publishedCatalogue, start.scenario.parameters, start.scenario).overrides;
  const { sources } = whyOf({ metric: 'net', years: [2026] }, { ...behind(plan), original });
  const setter = (address: string) => sources.find((source) => source.address === address)?.setter;
  expect(setter('settlement.persons')).toBe('scenario');
  expect(setter('education.group_size')).toBe('user');
  expect(setter('staff.tax_zone')).toBe('municipality');
  expect(setter('staff.pension')).toBe('standard');
});

it('the numbers settled are those of the plan, also behind a year after it', () => {
  const { sources } = whyOf({ metric: 'net', years: [2029] }, of('sel'));
  expect(sources.find(({ address }) => address === 'settlement.persons')?.values).toEqual([
    { from: 2024, to: 2024, value: 40 },
    { from: 2025, to: 2025, value: 30 },
    { from: 2026, to: 2027, value: 20 },
  ]);
});

it('rooms come with the leases that run in the year, and those from before the plan are told apart', () => {
  const { leases } = whyOf({ metric: 'rooms_needed', years: [2025] }, of('heroy-40'));
  expect(leases.map(({ room, isRunning }) => [room, isRunning])).toEqual([
    [2, false],
    [3, false],
  ]);
});

it('a year that is not shown is refused', () => {
  expect(() => whyOf({ metric: 'net', years: [1999] }, of('heroy-40'))).toThrow('no year: 1999');
});

describe('what changes a figure most', () => {
  const run = (asked: Asked, name = 'heroy-40'): Sensitivity[] => {
    const given = of(name);
    const steps = sensitivitySteps(planned(name), weighingOf(whyOf(asked, given), given));
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  };

  it('is the effect on that figure alone', () => {
    const all = run({ metric: 'cost', years: [2029], group: 'social_assistance' });
    const first = all[0];
    expect(first?.id).toBe('social_assistance.share');
    const { plan } = planOf(
      publishedCatalogue,
      scenarioOf({ first_year: 2024, years: 2, parameters: { 'settlement.persons': 20 } }),
      [],
      [],
    );
    if (!plan) throw new Error('findings');
    const given = behind(plan);
    const asked: Asked = { metric: 'cost', years: [2025], group: 'social_assistance' };
    const weighing = weighingOf(whyOf(asked, given), given);
    expect(weighing.figure(given.forecast)).toBe(figureIn(asked, given.forecast, false));
    const parameters = { ...plan.scenario.parameters, 'social_assistance.after_phase': 1 };
    const other = planOf(publishedCatalogue, { ...plan.scenario, parameters }, [], []).plan;
    if (!other) throw new Error('findings');
    const more = behind(other);
    expect(weighing.figure(more.forecast)).toBe(figureIn(asked, more.forecast, false));
  });

  it('tries only what stands behind the figure, largest first', () => {
    const all = run({ metric: 'rooms_needed', years: [2026] });
    const ids = all.map(({ id }) => id);
    expect(ids).toContain('education.groups_per_room');
    expect(ids).not.toContain('social_assistance.share');
    const sizes = all.map(({ low, high }) => Math.max(Math.abs(low), Math.abs(high)));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it('counts the years an assumption adds after the last one shown', () => {
    const { forecast } = of('heroy-40');
    const tail = forecast.years.slice(forecast.horizon.years);
    const after = run({ metric: 'cost', years: tail }).find(({ id }) => id === 'social_assistance.years_after');
    expect(after?.high).toBeGreaterThan(0);
  });
});
