import { expect, test } from 'vitest';
import { forecastOf, type Plan } from '../../src/lib/model/plan.js';
import { published, publishedCatalogue } from '../../src/lib/parameters/published.js';
import { binds } from '../../src/lib/state/binding.js';
import { findingSentence } from '../../src/lib/text/finding.js';
import {
  changedIds,
  describe,
  readTyped,
  reachOf,
  refusalSentence,
  settingName,
  settingValue,
  snapped,
  type Described,
} from '../../src/lib/state/describe.js';
import {
  exampleEntry,
  planFor,
  withSetting,
  withSettings,
  type Entry,
  type Setting,
} from '../../src/lib/state/entry.js';
import { GROUPS, searchParameters } from '../../src/lib/state/parameter-search.js';
import { Workspace } from '../../src/lib/state/workspace.svelte.js';
import { en } from '../../src/lib/text/en.js';
import { nb } from '../../src/lib/text/nb.js';
import { nn } from '../../src/lib/text/nn.js';
import {
  cellWords,
  optionName,
  rangeOf,
  unitOf,
  valuesWithUnit,
  withUnit,
  written,
} from '../../src/lib/text/setting.js';

const TEXTS = [nb, nn, en];
const heroy = exampleEntry('heroy-40', 1);

function planned(entry: Entry): { entry: Entry; plan: Plan } {
  return { entry, plan: planFor(entry, publishedCatalogue) };
}

function described(address: string, settings: Record<string, Setting> = {}): Described {
  const entry = Object.entries(settings).reduce((of, [setting, value]) => withSetting(of, setting, value), heroy);
  return describe(planned(entry), address);
}

test('every option and every key of a cell has words in all three languages', () => {
  const missing = TEXTS.flatMap((text) =>
    published.flatMap((parameter) => {
      const { options = [], id } = parameter;
      const words = (publishedCatalogue.cellsOf.get(id) ?? []).map(
        ({ keys }) =>
          () =>
            cellWords(parameter, keys, text),
      );
      const names = options.map((option) => () => optionName(parameter, option, text));
      return [...words, ...names].flatMap((word) => {
        try {
          return word().trim() === '' && parameter.keys.length > 0 ? [`${text.language} ${id}`] : [];
        } catch (error) {
          return [`${text.language} ${String(error)}`];
        }
      });
    }),
  );
  expect(missing).toEqual([]);
});

test('cells of one parameter never share words', () => {
  for (const text of TEXTS) {
    for (const parameter of published) {
      const words = (publishedCatalogue.cellsOf.get(parameter.id) ?? []).map(({ keys }) =>
        cellWords(parameter, keys, text),
      );
      expect(new Set(words).size, `${text.language} ${parameter.id}`).toBe(words.length);
    }
  }
});

test('every parameter is listed in exactly one group', () => {
  const listed = GROUPS.flatMap(({ parameters }) => parameters.map(({ id }) => id));
  expect(listed.toSorted()).toEqual(published.map(({ id }) => id).toSorted());
});

test('a parameter nobody sets has the standard, its source and its likely range in its own unit', () => {
  const zone = described('programme.start_lag');
  expect(zone).toMatchObject({ setBy: 'standard', isSet: false, isChanged: false, status: 'assumed' });
  expect(zone.now.value).toBe(zone.standard.value);
  expect(zone.references).toHaveLength(1);
  expect(zone.likely).toEqual([1, 3]);
  expect(zone.line).toEqual({ min: 0, max: 24, step: 1 });
});

test('who set a value: the scenario, the user, the municipality or nobody', () => {
  expect(described('settlement.persons').setBy).toBe('scenario');
  expect(described('settlement.persons', { 'settlement.persons': 12 }).setBy).toBe('you');
  expect(described('staff.tax_zone').setBy).toBe('municipality');
  expect(described('staff.pension').setBy).toBe('standard');
});

test('what the user changes can be put back to what the scenario came with, and the standard is known', () => {
  const moved = described('relocation.out', { 'relocation.out': 0.08 });
  expect(moved).toMatchObject({ isChanged: true, isSet: true });
  expect(moved.now.value).toBe(0.08);
  expect(moved.cameWith.value).toBe(0);
  expect([moved.standard.low, moved.standard.high]).toEqual([0.01, 0.06]);
  expect(valuesWithUnit(moved.standard, moved, nb)).toBe('1–6 %');
});

test('cells that differ have no one value, but a lowest and a highest', () => {
  const all = described('relocation.out', { 'relocation.out.year3': 0.05 });
  expect(all.now).toEqual({ value: NaN, low: 0, high: 0.05 });
  expect(described('relocation.out.year3', { 'relocation.out.year3': 0.05 }).now.value).toBe(0.05);
});

test('a value for each year is listed; one value for all years is not', () => {
  const entry = withSettings(heroy, { 'settlement.persons@2024': 10, 'settlement.persons@2025': 12 });
  expect(describe(planned(entry), 'settlement.persons').byYear.slice(0, 2)).toEqual([
    { year: 2024, value: 10 },
    { year: 2025, value: 12 },
  ]);
  expect(described('settlement.persons').byYear).toEqual([]);
});

test('a price is stated in one year’s kroner whatever factor or price growth lies on it', () => {
  const wage = 'staff.adviser.wage';
  const plain = described(wage);
  const scaled = described(wage, { 'prices.scale': 1.2 });
  expect(scaled.now.value).toBeCloseTo(plain.now.value, 6);
  expect(scaled.used?.value).toBeCloseTo(plain.now.value * 1.2, 6);
  expect(scaled.used?.by).toContain('prices.scale');
  expect(described(wage, { 'prices.scale': 0 }).now.value).toBeCloseTo(plain.now.value, 6);
  expect(described(wage, { [wage]: 600_000 }).now.value).toBe(600_000);
});

test('a share that is not set takes what those that are set leave over', () => {
  const other = described('programme.outcome.other', { 'programme.outcome.work': 0.74 });
  expect(other).toMatchObject({ isRest: true, setBy: 'standard' });
  expect(other.now.value).toBeCloseTo(other.standard.value / 2, 9);
});

test('typed numbers: Norwegian and English, shares in per cent', () => {
  const share = { isShare: true };
  const amount = { isShare: false };
  expect(readTyped('12,5', share, nb)).toBe(0.125);
  expect(readTyped('29 %', share, nb)).toBe(0.29);
  expect(readTyped('1 234,5', amount, nb)).toBe(1234.5);
  expect(readTyped('650.000', amount, nb)).toBe(650_000);
  expect(readTyped('650,000', amount, en)).toBe(650_000);
  expect(readTyped('0.125', amount, nb)).toBe(0.125);
  expect(readTyped('kr 182 000', amount, nn)).toBe(182_000);
  expect(readTyped('mange', amount, nb)).toBeNaN();
});

test('what cannot be is said in the unit it was typed in', () => {
  const workspace = new Workspace();
  const refuse = (address: string, value: number, typed: string): string =>
    workspace
      .check(address, value)
      .slice(0, 1)
      .map((finding) => refusalSentence(finding, described(address), typed, nb, findingSentence))
      .join('');
  expect(refuse('relocation.out', 1.3, '130')).toBe('Verdien 130 er utenfor grensene. Tillatt: 0–100 %. Rett verdien.');
  expect(refuse('relocation.out', NaN, 'mange')).toBe('«mange» er ikke et tall. Skriv et tall fra 0 til 100 %.');
  expect(refuse('education.group_size', 12.5, '12,5')).toContain('12,5 er ikke et helt tall');
  expect(refuse('settlement.mix.child', 0.2, '20')).toContain('120 %');
  expect(refuse('settlement.mix.child', 0, '0')).toBe('');
});

test('a value that can be set is set, and what it came with and the standard come back exactly', () => {
  const workspace = new Workspace();
  const before = workspace.chosen.forecast.result;
  expect(workspace.check('relocation.out', 0.1)).toEqual([]);
  workspace.set('relocation.out', 0.1);
  workspace.set('relocation.out', null);
  expect(workspace.chosen.forecast.result).toEqual(before);
  expect(workspace.unset('relocation.out')).toEqual([]);
  expect(workspace.isSet('relocation.out')).toBe(false);
  expect(describe(workspace.chosen, 'relocation.out').now.low).toBe(0.01);
  expect(describe(workspace.chosen, 'relocation.out').setBy).toBe('you');
  workspace.undo();
  expect(workspace.isSet('relocation.out')).toBe(true);
});

test('a line gives back the value it started from, also where that lies between two steps', () => {
  const wage = described('staff.adviser.wage');
  const { line, standard } = wage;
  if (!line) throw new Error('no line');
  const nearest = line.min + Math.round((standard.value - line.min) / line.step) * line.step;
  expect(snapped(wage, nearest, NaN)).toBe(standard.value);
  expect(snapped(wage, nearest + line.step, NaN)).toBe(nearest + line.step);
});

test('every line lies within the limits, holds the standard and has steps a finger can hit', () => {
  for (const { id } of published) {
    const { line, parameter, standard } = described(id);
    if (!line || !parameter.range) continue;
    expect(line.min, id).toBeGreaterThanOrEqual(parameter.range.min);
    expect(line.max, id).toBeLessThanOrEqual(parameter.range.max);
    expect((line.max - line.min) / line.step, id).toBeLessThanOrEqual(201);
    if (!parameter.slider) expect(standard.high, id).toBeLessThanOrEqual(line.max);
  }
});

test('a lever that binds nothing is found out, and one that does is too', () => {
  const shown = planned(heroy);
  const forecast = forecastOf(shown.plan);
  const tries = (address: string): boolean => binds({ ...shown, forecast }, address, reachOf(describe(shown, address)));
  expect(tries('rates.scale')).toBe(true);
  expect(tries('fund.rule')).toBe(true);
  // Nobody moves out in this scenario, so a factor on moving changes nothing.
  expect(tries('relocation.scale')).toBe(false);
});

test('whatever any lever or field can be set to gives a forecast or a finding', () => {
  const workspace = new Workspace();
  const base = planFor(heroy, publishedCatalogue);
  for (const { id, options, range } of published) {
    for (const value of options ?? [range?.min ?? 0, range?.max ?? 0]) {
      if (workspace.check(id, value).length > 0) continue;
      const entry = withSetting(heroy, id, value);
      expect(() => forecastOf(planFor(entry, publishedCatalogue, base)), `${id} ${value}`).not.toThrow();
    }
  }
});

test('values are written in words and units of each language', () => {
  const share = described('relocation.out');
  expect(TEXTS.map((text) => withUnit(0.045, share, text))).toEqual(['4,5 %', '4,5 %', '4.5%']);
  expect(rangeOf(0.005, 0.12, share, nb)).toBe('0,5–12 %');
  expect(withUnit(1, described('programme.start_lag'), nn)).toBe('1 månad');
  expect(withUnit(3, described('programme.start_lag'), nn)).toBe('3 månader');
  expect(unitOf(9, described('fund.cutoff_month'), en)).toBe('September');
  expect(written(2018, described('rates.year'), nb)).toBe('2018');
  expect(written(described('rates.year').standard.value, described('rates.year'), nb)).toBe('ikke satt');
  expect(written(NaN, described('settlement.requested'), nb)).toBe('ukjent');
  expect(settingName('grants.integration.year1.adult@2025', nb)).toBe('Integreringstilskudd, år 1, voksne, 2025');
  expect(settingValue('fund.rule', 'none', nb)).toBe('driften');
  expect(settingValue('relocation.out', 0.05, nb)).toBe('5 %');
});

test('a search finds by name, id, group and cell, without accents, all words together', () => {
  const hits = (query: string, text = nb): string[] => [...searchParameters(query, text).keys()];
  expect(hits('arslonn veileder')).toEqual(['staff.adviser.wage']);
  expect(hits('ÅRSLØNN veileder')).toEqual(['staff.adviser.wage']);
  expect(hits('relocation.out')).toEqual(['relocation.out', 'relocation.out.spread']);
  expect(searchParameters('september', nb).get('settlement.month')).toEqual({ inCells: true });
  expect(hits('twelfths', en)).toEqual(['relocation.sharing']);
  expect(hits('finnes ikke slikt')).toEqual([]);
});

test('what is changed: what the scenario sets, came with or has otherwise than the proposal', () => {
  const proposal = exampleEntry('heroy-10', 2);
  const changed = changedIds(withSetting(heroy, 'staff.pension', 0.2), withSetting(proposal, 'tail.years', 5));
  for (const id of ['settlement.persons', 'rates.year', 'staff.pension', 'tail.years']) expect(changed).toContain(id);
  expect(changed).not.toContain('staff.overhead');
});
