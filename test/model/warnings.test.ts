import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import { forecastOf, planOf, type Plan } from '$lib/model/plan';
import { seriesOf, statusOf, valueAt } from '$lib/model/resolve';
import type { Scenario } from '$lib/model/scenario';
import { mattersMost, sensitivityOf } from '$lib/model/search';
import { warningsOf, mergeWarnings } from '$lib/model/warnings';
import { publishedCatalogue } from '$lib/parameters/published';
import { run, scenarioOf, sumOf } from '../run-scenario';

function row(settlement_year: number, persons: number, more: Partial<CohortRow> = {}): CohortRow {
  return { settlement_year, permit: 'ordinary', category: 'adult', age_band: '25-55', persons, ...more };
}

function plan(given: Partial<Scenario>): Plan {
  const scenario = scenarioOf(given);
  const rows = Array.isArray(scenario.opening) ? scenario.opening : [];
  const { plan: made, findings } = planOf(publishedCatalogue, scenario, rows, []);
  if (!made) throw new Error(`findings: ${JSON.stringify(findings)}`);
  return made;
}

function warnings(given: Partial<Scenario>, matters: string[] = []) {
  const of = plan(given);
  return warningsOf(forecastOf(of), of.opening, of.parameters, true, matters);
}

const find = (given: Partial<Scenario>, code: string) => warnings(given).find((warning) => warning.code === code);

describe('a warning is said', () => {
  it('of family counted in the vote, which the directorate does not take, in the years it is', () => {
    expect(
      find({ parameters: { 'family_immigration.in_vote@2025': 'yes', 'settlement.persons': 20 } }, 'family-in-vote'),
    ).toEqual({ code: 'family-in-vote', parameters: ['family_immigration.in_vote'], years: [2025] });
    expect(find({ parameters: { 'settlement.persons': 20 } }, 'family-in-vote')).toBeUndefined();
  });

  it('of a fund below zero, in the years it is, the tail’s too', () => {
    const spent = { 'project.cost@2025': 300_000, 'project.grant@2026': 100_000 };
    // Opening 250 000: 250, -50, 50.
    const given = { years: 3, parameters: { 'fund.opening': 250_000, ...spent } };
    expect(find(given, 'fund-empty')).toEqual({ code: 'fund-empty', parameters: ['fund.opening'], years: [2025] });
    expect(
      find({ years: 3, parameters: { ...given.parameters, 'fund.opening': 300_000 } }, 'fund-empty'),
    ).toBeUndefined();
    const tail = find(
      {
        years: 1,
        opening: [row(2016, 10)],
        parameters: { 'programme.participation': 0, 'social_assistance.years_after': 5, 'staff.notice': 0 },
      },
      'fund-empty',
    );
    // Nothing but social assistance of those settled in 2016: to 2025.
    expect(tail?.years).toEqual([2024, 2025]);
  });

  it('of an application for special needs after the deadline', () => {
    const months = (of: number) =>
      find(
        { parameters: { 'special_needs.application_months': of, 'special_needs.share': 0.1 } },
        'special-needs-late',
      );
    expect(months(14)).toBeUndefined();
    expect(months(15)).toEqual({
      code: 'special-needs-late',
      parameters: ['special_needs.application_months', 'special_needs.deadline'],
      years: [2024, 2025, 2026, 2027, 2028],
    });
  });

  it('of a programme that begins after its three months', () => {
    expect(find({ parameters: { 'programme.start_lag': 3 } }, 'programme-late')).toBeUndefined();
    expect(find({ years: 2, parameters: { 'programme.start_lag@2025': 4 } }, 'programme-late')).toEqual({
      code: 'programme-late',
      parameters: ['programme.start_lag', 'programme.deadline'],
      years: [2025],
    });
  });

  it('of places short in kindergarten and school, in their years; not of practice, and not where nothing is known', () => {
    const opening = [
      row(2023, 10, { category: 'child', age_band: '6-15' }),
      row(2023, 12, { category: 'child', age_band: '0-5' }),
      row(2023, 100),
    ];
    const still = { 'relocation.out': 0, 'family_immigration.rate': 0, 'kindergarten.attendance': 1 };
    const short = (free: Scenario['parameters'], code = 'kindergarten-short') =>
      find({ years: 2, opening, parameters: { ...still, ...free } }, code);
    expect(short({})).toBeUndefined();
    expect(short({}, 'school-short')).toBeUndefined();
    expect(short({ 'practice.free_places': 0 })).toBeUndefined();
    expect(short({ 'school.free_places': 20, 'kindergarten.free_places': 20 })).toBeUndefined();
    // In kindergarten (grant year 2 on) 10, 8, 6 and 4; in school 11 and 12.
    expect(short({ 'kindergarten.free_places': 7 })).toEqual({
      code: 'kindergarten-short',
      parameters: ['kindergarten.free_places', 'kindergarten.deadline'],
      years: [2024, 2025],
    });
    expect(short({ 'school.free_places': 11 }, 'school-short')).toMatchObject({
      parameters: ['school.free_places', 'school.deadline'],
      years: [2025, 2026, 2027],
    });
  });
});

describe('the order of warnings', () => {
  it('is unknown rates, then the assumptions that matter, then the rest', () => {
    const given = {
      first_year: 2019,
      years: 1,
      opening: [row(2018, 2, { category: 'unaccompanied_minor', age_band: '6-15' })],
      parameters: { 'family_immigration.in_vote': 'yes' },
    };
    const codes = warnings(given, ['programme.start_lag', 'education.group_size']).map(({ code }) => code);
    expect(codes.slice(0, 3)).toEqual(['rate-unknown', 'assumptions-matter', 'rate-carried-forward']);
    expect(codes.indexOf('family-in-vote')).toBeLessThan(codes.indexOf('staff-opening-assumed'));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('keeps the assumptions in the order they matter, and says nothing where they were not sought', () => {
    const matters = ['social_assistance.amount', 'education.group_size', 'births.rate'];
    const said = warnings({ parameters: { 'settlement.persons': 10 } }, matters);
    expect(said.find(({ code }) => code === 'assumptions-matter')?.parameters).toEqual(matters);
    expect(warnings({ parameters: { 'settlement.persons': 10 } }).map(({ code }) => code)).not.toContain(
      'assumptions-matter',
    );
  });

  it('of what matters most is kept too when several forecasts are said at once', () => {
    const first = { code: 'assumptions-matter', parameters: ['social_assistance.amount', 'births.rate'], years: [] };
    const other = { code: 'assumptions-matter', parameters: ['births.rate', 'education.group_size'], years: [] };
    expect(mergeWarnings([first, other])).toEqual([
      {
        code: 'assumptions-matter',
        parameters: ['social_assistance.amount', 'births.rate', 'education.group_size'],
        years: [],
      },
    ]);
  });

  it('is kept when several forecasts are said at once', () => {
    const one = { code: 'fund-empty', parameters: ['fund.opening'], years: [2026, 2025] };
    const other = { code: 'fund-empty', parameters: ['fund.opening'], years: [2024] };
    const first = { code: 'rate-unknown', parameters: ['b', 'a'], years: [] };
    expect(mergeWarnings([first, one, other])).toEqual([
      { code: 'rate-unknown', parameters: ['a', 'b'], years: [] },
      { code: 'fund-empty', parameters: ['fund.opening'], years: [2024, 2025, 2026] },
    ]);
  });
});

describe('sensitivity', () => {
  const given = { years: 2, parameters: { 'settlement.persons': 20, 'relocation.scale': 1.2 } };
  const net = (more: Scenario['parameters']) =>
    forecastOf(plan({ ...given, parameters: { ...given.parameters, ...more } })).result.reduce(
      (sum, year) => sum + year.net,
      0,
    );

  it('moves one assumption at a time to the ends of its plausible range, over plan and tail', () => {
    const all = sensitivityOf(plan(given));
    const base = net({});
    // Absolute ends: 0 and 0.6.
    expect(all.find(({ id }) => id === 'family_immigration.rate')).toEqual({
      id: 'family_immigration.rate',
      low: expect.closeTo(net({ 'family_immigration.rate': 0 }) - base, 2),
      high: expect.closeTo(net({ 'family_immigration.rate': 0.6 }) - base, 2),
    });
    // Parts of the value: half of the hours and half as many again.
    const { parameters } = plan(given);
    const hours = (factor: number) =>
      Object.fromEntries(
        [1, 2, 3, 4, 5].map((d) => {
          const address = `interpreter.hours.year${d}`;
          return [address, valueAt(parameters, address, 2024) * factor];
        }),
      );
    expect(all.find(({ id }) => id === 'interpreter.hours')).toEqual({
      id: 'interpreter.hours',
      low: expect.closeTo(net(hours(0.5)) - base, 2),
      high: expect.closeTo(net(hours(1.5)) - base, 2),
    });
  });

  it('ranks by the larger of the two effects', () => {
    const sizes = sensitivityOf(plan(given)).map(({ low, high }) => Math.max(Math.abs(low), Math.abs(high)));
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it('tries assumptions alone: not what is published, and not what the scenario has set', () => {
    const of = plan(given);
    const ids = sensitivityOf(of).map(({ id }) => id);
    expect(ids).toContain('family_immigration.rate');
    // Set by the scenario; published in 2024.
    expect(ids).not.toContain('relocation.scale');
    expect(ids).not.toContain('grants.integration');
    for (const id of ids) {
      const cells = of.parameters.catalogue.cellsOf.get(id) ?? [];
      const statuses = cells.map(({ address }) => statusOf(of.parameters, address, 2024));
      expect({ id, assumed: statuses.includes('assumed') }).toEqual({ id, assumed: true });
    }
  });

  it('names those that matter most, in that order', () => {
    const all = sensitivityOf(plan(given));
    expect(mattersMost(all)).toEqual(all.slice(0, 5).map(({ id }) => id));
    expect(mattersMost(all.slice(0, 2))).toHaveLength(2);
  });

  it('leaves the plan as it was', () => {
    const of = plan(given);
    const before = forecastOf(of).result;
    sensitivityOf(of);
    expect(forecastOf(of).result).toEqual(before);
  });
});

describe('prices.scale', () => {
  const given = { years: 1, opening: [row(2023, 40)], parameters: { 'settlement.persons': 20 } };
  const scaled = { ...given, parameters: { ...given.parameters, 'prices.scale': 1.1 } };

  it('multiplies every price, and no rate of the state', () => {
    const { parameters } = plan(scaled);
    const { parameters: stated } = plan(given);
    for (const address of ['staff.adviser.wage', 'social_assistance.amount', 'interpreter.price', 'rooms.module_rent'])
      expect(valueAt(parameters, address, 2026)).toBeCloseTo(valueAt(stated, address, 2026) * 1.1, 6);
    for (const address of ['grants.integration.year2', 'basic_amount', 'project.cost', 'household.couple_share'])
      expect(valueAt(parameters, address, 2026)).toBe(valueAt(stated, address, 2026));
    expect(seriesOf(parameters, 'staff.adviser.wage').address).toBe('staff.adviser.wage');
  });

  it('multiplies a price the scenario sets too', () => {
    const { parameters } = plan({ parameters: { 'prices.scale': 0.9, 'staff.adviser.wage@2025': 700_000 } });
    expect(valueAt(parameters, 'staff.adviser.wage', 2025)).toBeCloseTo(630_000, 6);
  });

  it('holds in the years it is set for', () => {
    const { parameters } = plan({ parameters: { 'prices.scale@2025': 2 } });
    const { parameters: stated } = plan({});
    const factors = [2024, 2025, 2026].map(
      (year) =>
        valueAt(parameters, 'social_assistance.amount', year) / valueAt(stated, 'social_assistance.amount', year),
    );
    expect(factors).toEqual([1, expect.closeTo(2, 12), 1]);
  });

  it('moves the lines of costs by the factor, names itself on them and leaves the grants', () => {
    const [before, after] = [run(given), run(scaled)];
    expect(sumOf(after.lines, 'social_assistance', 2024)).toBeCloseTo(
      sumOf(before.lines, 'social_assistance', 2024) * 1.1,
      2,
    );
    expect(sumOf(after.lines, 'integration_grant', 2024)).toBe(sumOf(before.lines, 'integration_grant', 2024));
    const wages = after.lines.filter((line) => line.item === 'staff.advisers');
    expect(wages.length).toBeGreaterThan(0);
    expect(wages.filter((line) => !line.parameters.includes('prices.scale'))).toEqual([]);
    expect(before.lines.filter((line) => line.parameters.includes('prices.scale'))).toEqual([]);
  });
});
