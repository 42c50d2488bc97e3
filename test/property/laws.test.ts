import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGE_BANDS } from '$lib/model/cohort';
import { linesOf } from '$lib/model/forecast';
import type { LedgerLine } from '$lib/model/ledger';
import { forecastOf, planOf, type Plan } from '$lib/model/plan';
import { population } from '$lib/model/population';
import { valueAt } from '$lib/model/resolve';
import { publishedCatalogue } from '$lib/parameters/published';
import { scenarioOf } from '../run-scenario';
import { anyScenario, type AnyScenario } from './any-scenario';

/** Every law sees the same draws, so that each is forecast once; a failure names the seed to repeat it by. */
const runs = { numRuns: 200, seed: Date.now() % 2 ** 31 };
/** For laws that forecast each draw anew. */
const fewer = { ...runs, numRuns: 80 };
const known = new Map<string, ReturnType<typeof forecastOfPlan>>();

function planFor(given: AnyScenario, base?: Plan): Plan {
  const { plan, findings } = planOf(publishedCatalogue, scenarioOf(given), given.opening, [], base);
  if (!plan) throw new Error(`findings: ${JSON.stringify(findings)}`);
  return plan;
}

function forecastOfPlan(plan: Plan) {
  const forecast = forecastOf(plan);
  return { plan, forecast, lines: linesOf(forecast, plan.parameters, plan.opening) };
}

function forecastFor(given: AnyScenario) {
  const key = JSON.stringify(given);
  const found = known.get(key) ?? forecastOfPlan(planFor(given));
  known.set(key, found);
  return found;
}

/** Equal but for rounding in the last of some hundred additions. */
function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Equal to the last bit; compared as text first, which is quicker where they are. */
function expectSame(a: unknown, b: unknown): void {
  if (JSON.stringify(a) !== JSON.stringify(b)) expect(a).toEqual(b);
}

function always(law: (given: AnyScenario) => void, how = runs): void {
  fc.assert(
    fc.property(anyScenario, (given) => law(given)),
    how,
  );
}

describe('people', () => {
  it('are conserved: who is here at the end of a year was here at its start or came, and did not move', () => {
    always((given) => {
      const { plan, forecast } = forecastFor(given);
      const people = population(plan.opening.cells, plan.parameters, forecast.horizon);
      const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0);
      const at = (numbers: ArrayLike<number>, year: number) => numbers[year] ?? NaN;
      const years = Array.from({ length: given.years + forecast.horizon.tail }, (_, year) => year);
      const came = people.streams.map((stream) =>
        years.map(
          (year) =>
            at(stream.january, year + 1) -
            at(stream.january, year) +
            sum(stream.moves.subarray(12 * year, 12 * year + 12)),
        ),
      );
      // A stream is of one year: people come to it once, or were there before.
      expect(came.filter((years) => years.filter((persons) => Math.abs(persons) > 1e-9).length > 1)).toEqual([]);
      let here = sum(plan.opening.cells.map((cell) => cell.persons));
      for (const year of years) {
        const arrived = at(people.settled, year) + at(people.family, year) + at(people.moved_in, year);
        here += arrived - at(people.moved_out, year);
        expect(near(here, sum(people.streams.map((stream) => at(stream.january, year + 1))))).toBe(true);
        expect(near(arrived, sum(came.map((persons) => persons[year] ?? NaN)))).toBe(true);
      }
    });
  });

  it('are never negative, in no month and no column', () => {
    always((given) => {
      const { plan, forecast } = forecastFor(given);
      const people = population(plan.opening.cells, plan.parameters, forecast.horizon);
      const least = Math.min(
        ...people.streams.flatMap(({ present, moves, january }) =>
          [present, moves, january].map((months) => Math.min(0, ...months)),
        ),
        ...forecast.people.flatMap((row) => Object.values({ ...row, tail: 0 })),
        0,
      );
      expect(least).toBeGreaterThan(-1e-9);
    });
  });
});

describe('lines', () => {
  it('are quantity x unit price, or unknown on both sides', () => {
    always((given) => {
      const offenders = forecastFor(given).lines.filter(({ quantity, unit_price, amount, status }) =>
        unit_price === null
          ? amount !== null || status !== 'unknown'
          : amount !== quantity * unit_price || !Number.isFinite(amount) || status === 'unknown',
      );
      expect(offenders).toEqual([]);
    });
  });

  it('are of something: no line is of a billionth of a person, a post or a krone', () => {
    always((given) => {
      const ghosts = forecastFor(given).lines.filter((line) => Math.abs(line.quantity) < 1e-9);
      expect(ghosts).toEqual([]);
    });
  });

  it('sum to every row of the result, and the unknown ones to an incomplete year', () => {
    always((given) => {
      const { forecast, lines } = forecastFor(given);
      expect(lines.filter((line) => !forecast.years.includes(line.year))).toEqual([]);
      for (const result of forecast.result) {
        const own = lines.filter((line) => line.year === result.year);
        const sum = (condition: (line: LedgerLine) => boolean) =>
          own.filter(condition).reduce((total, line) => total + (line.amount ?? 0), 0);
        const sums = {
          income: sum((line) => line.side === 'income' && line.tag === 'extra'),
          cost: sum((line) => line.side === 'cost' && line.tag === 'extra'),
          ordinary:
            sum((line) => line.side === 'cost' && line.tag === 'ordinary') -
            sum((line) => line.side === 'income' && line.tag === 'ordinary'),
          to_fund: sum((line) => line.side === 'fund'),
        };
        const offenders = Object.entries(sums).filter(
          ([column, total]) => !near(result[column as keyof typeof sums], total),
        );
        expect({ year: result.year, offenders }).toEqual({ year: result.year, offenders: [] });
        expect(near(result.net, result.income - result.cost)).toBe(true);
        expect(result.incomplete).toBe(own.some((line) => line.amount === null));
      }
    });
  });

  it('are positive but for what is owed to others and what is taken from the fund', () => {
    always((given) => {
      const negative = forecastFor(given).lines.filter((line) => (line.amount ?? 0) < -1e-6);
      const items = new Set(negative.map((line) => line.item));
      expect([...items].filter((item) => item !== 'integration_grant.shared_out' && item !== 'fund.release')).toEqual(
        [],
      );
    });
  });
});

describe('when nobody is settled, joins or moves in', () => {
  const nobody = (given: AnyScenario): AnyScenario => ({
    ...given,
    parameters: {
      ...given.parameters,
      'settlement.persons': 0,
      [`settlement.persons@${given.first_year}`]: 0,
      'family_immigration.rate': 0,
      'relocation.in.persons': 0,
    },
  });

  it('only lines of earlier cohorts are left', () => {
    always((given) => {
      const { lines, forecast } = forecastFor(nobody(given));
      const late = lines.filter((line) => (line.settlement_year ?? 0) >= given.first_year);
      expect(late).toEqual([]);
      expect(forecast.people.every((row) => row.settled + row.family + row.moved_in === 0)).toBe(true);
      if (given.opening.every((row) => row.persons === 0)) {
        expect(lines.filter((line) => line.side === 'income')).toEqual([]);
      }
    });
  });

  it('the integration grant is gone after grant year 5', () => {
    always((given) => {
      const grants = forecastFor(nobody(given)).lines.filter((line) => line.item.startsWith('integration_grant'));
      const d = grants.map((line) => line.year - (line.settlement_year ?? NaN) + 1);
      expect(d.filter((each) => !(each >= 2 && each <= 5))).toEqual([]);
    });
  });

  it('the unaccompanied minors’ grant is gone after the year of turning 20', () => {
    always((given) => {
      const minors = given.opening.filter((row) => row.category === 'unaccompanied_minor');
      const lines = forecastFor(nobody(given)).lines.filter((line) => line.item === 'unaccompanied_minor_grant');
      const late = lines.filter(
        ({ year, settlement_year }) =>
          !minors.some(
            (row) =>
              row.settlement_year === settlement_year && AGE_BANDS[row.age_band][0] + year - row.settlement_year <= 20,
          ),
      );
      expect(late).toEqual([]);
    });
  });
});

describe('levers', () => {
  it('returned to their start give the start result bit for bit', () => {
    const levers = fc.constantFrom(
      { 'settlement.persons': 33 },
      { 'relocation.scale': 2.5 },
      { 'rates.scale': 1.1 },
      { 'rates.year': 2018 },
      { 'rates.index': 0.02 },
      { 'prices.year': 2020 },
      { 'prices.index': 0.07 },
      { 'deflator@YEAR': 0.09 },
      { 'settlement.mix.adult@YEAR': 0.2 },
      { 'family_immigration.rate@YEAR': 0.5, 'education.group_size': 7 },
    );
    fc.assert(
      fc.property(anyScenario, levers, (given, lever) => {
        const moved = Object.fromEntries(
          Object.entries(lever).map(([id, value]) => [id.replace('YEAR', String(given.first_year)), value]),
        );
        const kept = Object.fromEntries(
          Object.entries(given.parameters).filter(([id]) => !id.startsWith('settlement.mix')),
        );
        const start = planFor({ ...given, parameters: kept });
        const before = forecastOf(start);
        const away = planFor({ ...given, parameters: { ...kept, ...moved } }, start);
        forecastOf(away);
        const back = planFor({ ...given, parameters: kept }, away);
        const after = forecastOf(back);
        expectSame(after.result, before.result);
        expectSame(after.people, before.people);
        expectSame(after.capacity, before.capacity);
        expectSame(linesOf(after, back.parameters, back.opening), linesOf(before, start.parameters, start.opening));
      }),
      fewer,
    );
  });

  it('give the same from a base as from nothing', () => {
    fc.assert(
      fc.property(anyScenario, anyScenario, (from, to) => {
        const same = { ...to, first_year: from.first_year, years: from.years, opening: from.opening };
        const late = Object.keys(same.parameters).filter((id) => id.includes('@'));
        for (const id of late) delete same.parameters[id];
        const shared = forecastOf(planFor(same, planFor(from)));
        expectSame(shared.result, forecastOf(planFor(same)).result);
      }),
      fewer,
    );
  });

  it('that raise a rate never lower the income of any year', () => {
    const names = [
      'integration',
      'kindergarten',
      'elderly',
      'unaccompanied_minor',
      'special_needs',
      'language',
      'general',
    ];
    fc.assert(
      fc.property(
        anyScenario,
        fc.constantFrom(...names),
        fc.integer({ min: 100, max: 300 }),
        (given, name, percent) => {
          const id = `rates.scale.${name}`;
          const stated = Number(given.parameters[id] ?? 1);
          const low = forecastFor(given).forecast.result;
          const high = forecastFor({
            ...given,
            parameters: { ...given.parameters, [id]: Math.min(5, (stated * percent) / 100) },
          }).forecast.result;
          const lowered = low.filter(({ year, income }) => {
            const other = high.find((row) => row.year === year);
            return other !== undefined && other.income < income && !near(other.income, income);
          });
          expect(lowered).toEqual([]);
        },
      ),
      fewer,
    );
  });
});

it('the order of the rows of the opening is irrelevant, bit for bit', () => {
  const scrambled = anyScenario.chain((given) =>
    fc.record({
      given: fc.constant(given),
      opening: fc.shuffledSubarray(given.opening, { minLength: given.opening.length }),
    }),
  );
  fc.assert(
    fc.property(scrambled, ({ given, opening }) => {
      const [one, other] = [forecastFor(given), forecastFor({ ...given, opening })];
      expectSame(other.lines, one.lines);
      expectSame(other.forecast.people, one.forecast.people);
      expectSame(other.forecast.result, one.forecast.result);
    }),
    fewer,
  );
});

describe('the fund', () => {
  it('is its opening and all that was put in or taken out, and the balance is what is left of the net', () => {
    always((given) => {
      const { plan, forecast } = forecastFor(given);
      let fund = valueAt(plan.parameters, 'fund.opening', given.first_year);
      for (const row of forecast.result) {
        fund += row.to_fund;
        expect(near(row.fund, fund)).toBe(true);
        expect(row.balance).toBe(row.net - row.to_fund);
      }
    });
  });

  it('takes the whole net by the rule all, and nothing by the rule none', () => {
    always((given) => {
      const result = (rule: string) =>
        forecastFor({ ...given, parameters: { ...given.parameters, 'fund.rule': rule } }).forecast.result;
      expect(result('all').filter((row) => !near(row.balance, 0))).toEqual([]);
      expect(result('none').filter((row) => row.to_fund !== 0)).toEqual([]);
    }, fewer);
  });
});

describe('the years shown', () => {
  it('are the plan and the tail without a gap, the same in every table', () => {
    always((given) => {
      const { forecast } = forecastFor(given);
      const expected = forecast.years.map((_, at) => ({
        year: given.first_year + at,
        tail: at >= given.years,
      }));
      const tables = [forecast.people, forecast.capacity, forecast.result];
      for (const table of tables) expect(table.map(({ year, tail }) => ({ year, tail }))).toEqual(expected);
      expect(forecast.years.length).toBeGreaterThanOrEqual(given.years);
      expect(forecast.years.length).toBeLessThanOrEqual(given.years + forecast.horizon.tail);
    });
  });
});
