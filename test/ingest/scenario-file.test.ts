import { describe, expect, it } from 'vitest';
import { readScenario } from '$lib/ingest/scenario-file';
import { planOf } from '$lib/model/plan';
import { readOverrides } from '$lib/model/settings';
import { publishedCatalogue } from '$lib/parameters/published';
import { nb } from '$lib/text/nb';
import { findingSentence } from '$lib/text/finding';
import { scenarioOf } from '../run-scenario';

const valid = {
  format: 'bosett/scenario@1',
  title: { nb: 'Prøve' },
  municipality: '1818',
  first_year: 2024,
  years: 5,
  opening: [],
  parameters: {},
};
const read = (value: unknown) => readScenario(JSON.stringify(value));

function said(settings: Record<string, string | number | boolean>, horizon = { first_year: 2024, years: 5 }): string[] {
  const { findings } = readOverrides(publishedCatalogue, settings, horizon);
  return findings.map((finding) => findingSentence(finding, nb));
}

describe('a scenario file', () => {
  it('is read with its opening as a path or as rows, and five years where it does not say', () => {
    const { format, title, municipality, first_year } = valid;
    expect(read({ format, title, municipality, first_year, opening: '../data/cohorts/1818.csv' })).toMatchObject({
      scenario: { years: 5, parameters: {}, opening: '../data/cohorts/1818.csv' },
      findings: [],
    });
    const row = { settlement_year: 2023, permit: 'ordinary', category: 'adult', age_band: '25-55', persons: 31 };
    expect(read({ ...valid, opening: [row, { ...row, persons: '<5' }] })).toMatchObject({
      scenario: { opening: [row, { ...row, persons: null }] },
    });
  });

  it('is read with a byte order mark', () => {
    expect(readScenario(`\ufeff${JSON.stringify(valid)}`).scenario).not.toBeNull();
  });

  it('that is no JSON says so', () => {
    expect(readScenario('{ "format": ').findings).toMatchObject([{ code: 'not-json', severity: 'error' }]);
  });

  it('names all its defects at once, each by its path', () => {
    const { scenario, findings } = read({
      format: 'bosett/scenario@2',
      title: {},
      municipality: '18',
      first_year: 1990,
      years: 16,
      opening: [
        { settlement_year: 2023, permit: 'tourist', category: 'adult', age_band: '25-55', persons: 31 },
        { settlement_year: 2023, permit: 'ordinary', category: 'child', age_band: '25-55', persons: 3 },
        { settlement_year: 2023, permit: 'ordinary', category: 'adult', age_band: '25-55', persons: -1, colour: 'red' },
      ],
      parameters: { 'settlement.persons': null },
      colour: 'red',
    });
    expect(scenario).toBeNull();
    const named = findings.map(({ path, code }) => `${path}: ${code}`).sort();
    expect(named).toEqual(
      [
        'colour: unknown-key',
        'first_year: value-outside',
        'format: not-an-option',
        'municipality: wrong-value',
        'opening[0].permit: not-an-option',
        'opening[1].age_band: impossible-age',
        'opening[2].colour: unknown-key',
        'opening[2].persons: value-outside',
        'parameters.settlement.persons: wrong-type',
        'title: no-title',
        'years: value-outside',
      ].sort(),
    );
    const sentences = findings.map((finding) => findingSentence(finding, nb));
    expect(sentences.filter((sentence, at) => !sentence.startsWith(findings[at]?.path ?? '?'))).toEqual([]);
  });

  it('names every key it lacks', () => {
    const { findings } = read({ colour: 1 });
    const missing = findings.filter(({ code }) => code === 'missing-key').map(({ path }) => path);
    expect(missing.sort()).toEqual(['first_year', 'format', 'municipality', 'opening', 'title']);
  });
});

describe('the settings of a scenario', () => {
  it('that nobody knows are refused with the nearest that is known', () => {
    expect(said({ 'settlement.person': 10 })).toEqual([
      expect.stringMatching(/^parameters\.settlement\.person: .*settlement\.persons/),
    ]);
    expect(said({ 'grants.integration.year1.aduIt': 10 })[0]).toContain('grants.integration.year1.adult');
    expect(said({ 'relocation.out.year6': 0.1 })[0]).toContain('relocation.out.year');
  });

  it('of a year outside the plan are refused with the years of it', () => {
    for (const setting of [
      'settlement.persons@2023',
      'settlement.persons@2029',
      'settlement.persons@',
      'settlement.persons@x',
    ]) {
      expect(said({ [setting]: 10 })).toEqual([expect.stringContaining('2024-2028')]);
    }
  });

  it('outside the hard range are refused with the range', () => {
    expect(said({ 'settlement.persons': 20_001 })).toEqual([expect.stringContaining('0-20000')]);
    expect(said({ 'relocation.out.year2': 1.5 })).toEqual([expect.stringContaining('0-1')]);
    expect(said({ 'settlement.persons': -1 })).toHaveLength(1);
  });

  it('that are no number, no whole number or no option are refused', () => {
    expect(said({ 'settlement.persons': 'ti' })[0]).toContain('«ti»');
    expect(said({ 'education.group_size': 12.5 })[0]).toContain('helt tall');
    expect(said({ 'relocation.sharing': 'halves' })[0]).toContain('eighths, twelfths');
    expect(said({ 'settlement.persons': true })).toHaveLength(1);
  });

  it('that are right give no finding, a number as text and yes as true too', () => {
    expect(
      said({
        'settlement.persons': '10',
        'settlement.persons@2028': 12,
        'family_immigration.in_vote': true,
        'relocation.sharing@2025': 'eighths',
        'grants.integration.year2': 250_000,
        'grants.integration': 100_000,
      }),
    ).toEqual([]);
  });

  it('are all read, and all that is wrong with them is said at once', () => {
    expect(
      said({ 'settlement.person': 1, 'settlement.persons@1999': 1, 'settlement.realisation': 9, 'rates.year': 'x' }),
    ).toHaveLength(4);
  });
});

describe('the opening of a plan', () => {
  const row = { settlement_year: 2023, permit: 'ordinary', category: 'adult', age_band: '25-55', persons: 3 } as const;
  const findings = (rows: object[]) =>
    planOf(
      publishedCatalogue,
      scenarioOf({}),
      rows.map((more) => ({ ...row, ...more })),
      [],
    ).findings;

  it('has a row of the year before the plan, where it has years of observation', () => {
    expect(findings([{ year: 2022 }, { year: 2021 }])).toMatchObject([
      { code: 'no-rows-of-year', path: 'opening', found: '2021, 2022', allowed: '2023' },
    ]);
    expect(findings([{ year: 2022 }, { year: 2023 }])).toEqual([]);
  });

  it('has nobody settled in the plan', () => {
    expect(findings([{ settlement_year: 2024 }, {}])).toMatchObject([{ code: 'settled-after-opening', found: '2024' }]);
  });
});
