import { describe, expect, it } from 'vitest';
import { BREAK_EVENS, breakEvenOf, netOfPlan } from '$lib/model/break-even';
import type { Forecast } from '$lib/model/forecast';
import { forecastOf, type Plan } from '$lib/model/plan';
import { numbersIn, variantsOf } from '$lib/model/vary';
import { valueAt } from '$lib/model/resolve';
import { publishedCatalogue } from '$lib/parameters/published';
import { planOfFile } from '../repository-scenario';

const ten = planOfFile('heroy-10');
const sel = planOfFile('sel');

/** The figure at every step of a parameter, each made on its own. */
function everyStep(plan: Plan, address: string, figure: (of: Forecast) => number | null) {
  const range = publishedCatalogue.cells.get(address)?.parameter.range;
  if (!range) throw new Error(`no range: ${address}`);
  return numbersIn(range.min, range.max, range.step).map((value) => ({
    value,
    figure: figure(forecastOf(variantsOf(plan, [address])([value]))),
  }));
}

const isBelow = (figure: number | null | undefined): boolean => (figure ?? NaN) < 0;

describe('where the net of the plan turns', () => {
  it('is the nearest of the turns found by trying every step, with the figure on either side', () => {
    for (const [at, plan] of [ten, sel].entries()) {
      for (const address of BREAK_EVENS.filter((_, which) => which % 2 === at)) {
        const steps = everyStep(plan, address, netOfPlan);
        const turns = steps.flatMap((step, index) => {
          const next = steps[index + 1];
          return next && isBelow(step.figure) !== isBelow(next.figure) ? [[step, next] as const] : [];
        });
        const today = valueAt(plan.parameters, address, 2024);
        const found = breakEvenOf(plan, address);
        const away = ([low, high]: (typeof turns)[number]): number => Math.max(low.value - today, today - high.value);
        const [nearest] = turns.toSorted((a, b) => away(a) - away(b));
        expect({ address, sides: found.sides }).toEqual({ address, sides: nearest ?? null });
        expect(found.several).toBe(turns.length > 1);
        expect(found.ends).toEqual([steps[0], steps.at(-1)]);
        expect(found.today).toEqual({ value: today, figure: netOfPlan(forecastOf(plan)) });
      }
    }
  }, 60_000);

  it('is where a straight line through two rates crosses nothing, on the next hundredth', () => {
    const grant = everyStep(ten, 'rates.scale.integration', netOfPlan);
    const at = (value: number): number => grant.find((step) => step.value === value)?.figure ?? NaN;
    const crossing = -at(0) / (at(1) - at(0));
    const found = breakEvenOf(ten, 'rates.scale.integration');
    expect(found.value).toBe(Math.ceil(100 * crossing) / 100);
    expect(found.sides?.map(({ figure }) => isBelow(figure))).toEqual([true, false]);
  });

  it('is nowhere where the figure keeps its sign: then the figure at both ends is said', () => {
    const found = breakEvenOf(ten, 'relocation.scale');
    expect(found).toMatchObject({ value: null, sides: null, several: false });
    expect(found.ends.map(({ value }) => value)).toEqual([0, 10]);
    expect(found.ends.every(({ figure }) => isBelow(figure))).toBe(true);
  });
});

describe('where another figure turns', () => {
  /** Out-moves of the first year are in proportion to the factor: a figure that turns at two factors of them. */
  const movers = ({ people }: Forecast): number => people[0]?.moved_out ?? NaN;
  const unit = movers(forecastOf(sel));
  const between =
    (low: number, high: number) =>
    (of: Forecast): number =>
      (movers(of) / unit - low) * (movers(of) / unit - high);

  it('is nearest to today’s value, and it is said that there are several', () => {
    const found = breakEvenOf(sel, 'relocation.scale', between(0.35, 4.15));
    expect(found).toMatchObject({ several: true, value: 0.3, sides: [{ value: 0.3 }, { value: 0.4 }] });
    const other = breakEvenOf(sel, 'relocation.scale', between(-3, 4.15));
    expect(other).toMatchObject({ several: false, value: 4.2, sides: [{ value: 4.1 }, { value: 4.2 }] });
  });

  it('is not sought beside what is unknown', () => {
    const found = breakEvenOf(sel, 'relocation.scale', () => null);
    expect(found).toMatchObject({ value: null, today: { figure: null }, ends: [{ figure: null }, { figure: null }] });
  });
});
