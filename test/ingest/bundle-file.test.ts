import { expect, it } from 'vitest';
import { bundleText, isBundle, readBundle } from '$lib/ingest/bundle-file';
import { memberOf } from '$lib/model/member';
import { forecastOf } from '$lib/model/plan';
import { publishedOfMember } from '$lib/parameters/members';
import { planOfFile } from '../repository-scenario';

const plan = planOfFile('sel');
const member = memberOf(plan, forecastOf(plan), { ...publishedOfMember('3437', 2024), version: '1', threshold: 5 });
const text = bundleText(member);
const value = (): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

it('gives back what was written, to the last bit', () => {
  expect(readBundle(value())).toEqual({ member, findings: [] });
  expect(isBundle(value())).toBe(true);
});

it('holds no people: no settlement year, permit, category or age band', () => {
  expect(text).not.toMatch(/settlement_year|permit|category|age_band|collective|ordinary/);
});

it('says which version it reads when the file is newer, and that it is no bundle when it is something else', () => {
  const newer = readBundle({ ...value(), format: 'bosett/bundle@2' });
  expect(newer.findings.map(({ code, found, allowed }) => [code, found, allowed])).toEqual([
    ['newer-format', 'bosett/bundle@2', 'bosett/bundle@1'],
  ]);
  for (const other of ['bosett/scenario@1', undefined, 7])
    expect(readBundle({ ...value(), format: other }).findings.map(({ code }) => code)).toEqual(['not-a-bundle']);
  for (const nothing of [null, 'text', 3, []]) expect(isBundle(nothing)).toBe(false);
});

it('names every defect with its path', () => {
  const { years } = member;
  const broken = { ...value(), municipality: '12', years: [{ ...years[0], net: 'mye' }, ...years.slice(1)], extra: 1 };
  const { findings } = readBundle(broken);
  expect(findings.map(({ path }) => path).sort()).toEqual(['extra', 'municipality', 'years[0].net']);
});

it('refuses years that do not follow one another from the first', () => {
  const [one, two, ...others] = member.years;
  const { findings } = readBundle({ ...value(), years: [two, one, ...others] });
  expect(findings[0]).toMatchObject({ code: 'wrong-value', path: 'years[0].year', allowed: '2024' });
});

it('refuses a number of a person in any text, whole, and never repeats it', () => {
  const title = { nb: 'Bosatt 02013299997' };
  const { member: read, findings } = readBundle({ ...value(), scenario: { ...member.scenario, title } });
  expect(read).toBeNull();
  expect(findings.map(({ code }) => code)).toEqual(['personal-text']);
  expect(JSON.stringify(findings)).not.toContain('02013299997');
});

it('is not fooled by keys of the prototype, endless depth or numbers beyond measure', () => {
  const poisoned: unknown = JSON.parse(text.replace('"format"', '"__proto__": { "threshold": 0 }, "format"'));
  expect(readBundle(poisoned).member === null || !('polluted' in {})).toBe(true);
  let deep: unknown = 1;
  for (let at = 0; at < 10_000; at += 1) deep = [deep];
  expect(readBundle({ ...value(), pool: deep }).member).toBeNull();
  expect(readBundle({ ...value(), threshold: 1e300 }).member).toBeNull();
});
