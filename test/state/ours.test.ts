import { expect, test } from 'vitest';
import { SPREADS } from '$lib/model/spreads';
import { published } from '$lib/parameters/published';
import { exampleEntry } from '$lib/state/entry';
import { isOurs } from '$lib/state/parameter-search';
import { isSpread, variesBy } from '$lib/state/spread-of';
import { Workspace } from '$lib/state/workspace.svelte';

const workspace = new Workspace();

/** What varies by a spread, among all parameters. */
const variedBy = (spread: string): string[] =>
  published.map(({ id }) => id).filter((id) => variesBy(workspace.chosen, id) === spread);

test('the council decides the number, the fund rule, groups and norms, and none of what varies', () => {
  for (const id of ['settlement.persons', 'settlement.persons@2025', 'fund.rule', 'staff.adviser.ratio'])
    expect(isOurs(id), id).toBe(true);
  for (const id of ['relocation.out', 'fund.opening', 'settlement.requested', 'rates.scale', 'staff.adviser.wage'])
    expect(isOurs(id), id).toBe(false);
  expect(published.map(({ id }) => id).filter((id) => isOurs(id) && variesBy(workspace.chosen, id))).toEqual([]);
  expect(Object.values(SPREADS).filter(isOurs)).toEqual([]);
});

test('every spread has something that varies by it, and is none of that itself', () => {
  for (const spread of Object.values(SPREADS)) {
    expect(variedBy(spread), spread).not.toEqual([]);
    expect(isSpread(spread), spread).toBe(true);
    expect(variesBy(workspace.chosen, spread), spread).toBeNull();
  }
  expect(variesBy(workspace.chosen, 'programme.outcome.work')).toBe('programme.outcome.spread');
  expect(variesBy(workspace.chosen, 'rooms.owned')).toBeNull();
});

test('what has no spread does not vary', () => {
  const entry = exampleEntry('heroy-40', 9);
  const certain = {
    ...entry,
    scenario: { ...entry.scenario, parameters: { ...entry.scenario.parameters, 'relocation.out.spread': 0 } },
  };
  expect(variesBy(workspace.show(entry), 'relocation.out')).toBe('relocation.out.spread');
  expect(variesBy(workspace.show(certain), 'relocation.out')).toBeNull();
});
