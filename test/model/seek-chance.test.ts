import { describe, expect, test } from 'vitest';
import { readBound, slackOf, type Bound } from '$lib/model/bounds';
import { drawsOf, futureOf } from '$lib/model/draws';
import { planOf, type Plan } from '$lib/model/plan';
import { seekChance } from '$lib/model/seek-chance';
import { publishedCatalogue } from '$lib/parameters/published';

function planWith(parameters: Record<string, number | string>): Plan {
  const scenario = {
    format: 'bosett/scenario@1' as const,
    title: { en: 'test' },
    municipality: '1818',
    first_year: 2024,
    years: 4,
    opening: [],
    parameters,
  };
  const { plan, findings } = planOf(publishedCatalogue, scenario, [], []);
  if (!plan) throw new Error(JSON.stringify(findings));
  return plan;
}

function bound(text: string): Bound {
  const read = readBound(text);
  if ('code' in read) throw new Error(text);
  return read;
}

/** Every future of every number, whole, one plan made anew for each. */
function exhaustively(
  parameters: Record<string, number | string>,
  bounds: Bound[],
  to: number,
  draws: number,
): number[] {
  return Array.from({ length: to + 1 }, (_, value) => {
    const all = drawsOf(planWith({ ...parameters, 'settlement.persons': value }), 3);
    return Array.from({ length: draws }, (__, which) => futureOf(all, which)).filter((of) =>
      bounds.every((each) => slackOf(each, of).every(({ slack }) => slack !== null && slack >= 0)),
    ).length;
  });
}

describe('a search with a stated chance', () => {
  test.each([
    ['settled<=7', 0.6, { 'fund.rule': 'all' }],
    ['fund<=4000000', 0.5, { 'fund.rule': 'level', 'fund.opening': 100_000 }],
    ['net@tail>=-2000000', 0.6, { 'fund.rule': 'all' }],
  ] as const)(
    'agrees with every future of every number: %s in %d',
    (text, chance, more) => {
      const bounds = [bound(text)];
      const counts = exhaustively(more, bounds, 10, 12);
      const enough = counts.flatMap((kept, value) => (kept >= chance * 12 - 1e-9 ? [value] : []));
      const found = seekChance(
        planWith(more),
        'settlement.persons',
        bounds,
        { from: 0, to: 10, minimise: false },
        { draws: 12, seed: 3, chance },
      );
      expect(found.kept).toEqual(enough);
      expect(found.value).toBe(enough.at(-1) ?? null);
      for (const { value, kept, counted } of found.neighbours) expect([kept, counted]).toEqual([counts[value], 12]);
      expect(new Set(counts).size).toBeGreaterThan(1);
    },
    60_000,
  );

  test('where no number will do, the one that comes nearest is given with its count', () => {
    const found = seekChance(
      planWith({}),
      'settlement.persons',
      [bound('rooms_needed<=0')],
      { from: 20, to: 22, minimise: false },
      { draws: 10, seed: 1, chance: 0.9 },
    );
    expect(found).toMatchObject({ value: null, feasible: false, kept: [] });
    expect(found.neighbours).toHaveLength(1);
    expect(found.neighbours[0]?.counted).toBe(10);
  });
});
