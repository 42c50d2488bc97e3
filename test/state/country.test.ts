import { expect, test } from 'vitest';
import type { Sweep, SweepPoint } from '$lib/model/country';
import { Country } from '$lib/state/country.svelte';

const point = (point: number, municipality: string): SweepPoint => {
  return { point, municipality, scenario: 'a', variant: '10', first_year: 2024, last_year: 2027, tail: 0 };
};
const sweep: Sweep = {
  files: ['a.parquet'],
  varied: [{ address: 'settlement.persons', values: [10] }],
  points: [point(0, '3434'), point(1, '0438'), point(2, '9001'), point(3, '3433')],
  years: 'point,year\n',
  hasPercentiles: false,
};
const list = new File(['municipality;kostra_group;year\n3434;5;2024\n0438;5;2024\n9001;4;2024\n'], 'list.csv');

async function opened(): Promise<Country> {
  const country = new Country(async () => ({ sweep, findings: [] }));
  await country.take([]);
  return country;
}

test('the municipalities of a sweep stand under the numbers they have today, by name, with inhabitants where known', async () => {
  const { state } = await opened();
  expect(state.sweep?.municipalities.map(({ municipality, name }) => [municipality, name])).toEqual([
    ['9001', '9001'],
    ['3428', 'Alvdal'],
    ['3434', 'Lom'],
    ['3433', 'Skjåk'],
  ]);
  expect(state.sweep?.points[2]?.inhabitants).toBeNull();
  expect(state.sweep?.points[0]?.inhabitants).toBeGreaterThan(2000);
});

test('one is compared with all, with its group under today’s numbers, or with those that are chosen', async () => {
  const country = await opened();
  expect(country.compared('3434', 'all')).toHaveLength(4);
  expect(country.compared('3434', 'kostra')).toEqual(['3434']);
  await country.takeGrouping(list);
  expect(country.state.grouping).toMatchObject({ file: 'list.csv', year: 2024 });
  expect(country.compared('3434', 'kostra')).toEqual(['3428', '3434']);
  // Who is in no group is in none with others that are in none.
  expect(country.compared('3433', 'kostra')).toEqual(['3433']);
  country.pick('9001', true);
  expect(country.compared('3434', 'picked')).toEqual(['9001', '3434']);
  country.pick('9001', false);
  expect(country.compared('3434', 'picked')).toEqual(['3434']);
});

test('the files can be taken away and come back, and stay where others are wrong', async () => {
  let read: Awaited<ReturnType<ConstructorParameters<typeof Country>[0] & object>> = { sweep, findings: [] };
  const country = new Country(async () => read);
  await country.take([]);
  read = { sweep: null, findings: [{ code: 'broken-file', severity: 'error', path: '', file: 'b' }] };
  await country.take([]);
  expect(country.state.sweep?.files).toEqual(['a.parquet']);
  expect(country.findings.sweep).toHaveLength(1);
  country.remove();
  expect(country.state.sweep).toBeNull();
  expect(country.findings.sweep).toEqual([]);
  country.history.undo();
  expect(country.state.sweep?.files).toEqual(['a.parquet']);
});

test('files that are given while others are read take their place', async () => {
  const waiting: ((read: { sweep: Sweep; findings: [] }) => void)[] = [];
  const country = new Country(() => new Promise((resolve) => waiting.push(resolve)));
  const [first, second] = [country.take([]), country.take([])];
  waiting[1]?.({ sweep: { ...sweep, files: ['second'] }, findings: [] });
  waiting[0]?.({ sweep: { ...sweep, files: ['first'] }, findings: [] });
  await Promise.all([first, second]);
  expect(country.state.sweep?.files).toEqual(['second']);
  expect(country.share).toBeNull();
});
