import { describe, expect, it } from 'vitest';
import { isRates, readRates } from '$lib/ingest/rates-file';
import { ratesTemplate } from '$lib/model/rates';
import type { Finding } from '$lib/model/settings';
import { publishedCatalogue } from '$lib/parameters/published';
import { nb } from '$lib/text/nb';
import { findingSentence } from '$lib/text/finding';
import { textOf } from '../repository-scenario';

const block = {
  from: '2027-01-01',
  status: 'published',
  reference: { title: 'Prop. 1 S' },
  confirmed_to: '2027-12-31',
  cells: [{ grant_year: 2, value: 250_000 }],
};
const good = {
  format: 'bosett/rates@1',
  title: { nb: 'Budsjettforslag 2027' },
  status: 'draft',
  parameters: [{ id: 'grants.integration', values: [block] }],
};
const read = (value: unknown) => readRates(value, publishedCatalogue);
const withParameter = (parameter: object) => ({ ...good, parameters: [{ ...good.parameters[0], ...parameter }] });
const found = (value: unknown): Pick<Finding, 'code' | 'path'>[] =>
  read(value).findings.map((finding) => {
    findingSentence(finding, nb);
    return { code: finding.code, path: finding.path };
  });

describe('a rate set file', () => {
  it('is read with the same shape as a parameter’s blocks', () => {
    expect(read(good)).toEqual({ rates: good, findings: [] });
  });

  it('may state unit and keys, which must then be the parameter’s own', () => {
    expect(found(withParameter({ unit: 'NOK/person/year', keys: ['grant_year', 'category'] }))).toEqual([]);
    expect(found(withParameter({ unit: 'NOK' }))).toEqual([{ code: 'rates-unit', path: 'parameters[0].unit' }]);
    expect(found(withParameter({ keys: ['grant_year'] }))).toEqual([
      { code: 'rates-keys', path: 'parameters[0].keys' },
    ]);
  });

  it('with an unknown id is told the nearest one', () => {
    expect(read(withParameter({ id: 'grants.integraton' })).findings).toEqual([
      {
        code: 'unknown-id',
        severity: 'error',
        path: 'parameters[0].id',
        found: 'grants.integraton',
        allowed: 'grants.integration',
      },
    ]);
  });

  it('is refused with every defect: outside the range, dates out of order, a cell that is not there, no title', () => {
    const cells = (...given: object[]) => withParameter({ values: [{ ...block, cells: given }] });
    expect(found(cells({ grant_year: 2, value: 9_000_000 }))).toEqual([
      { code: 'wrong-value', path: 'parameters[0].values[0].cells[0].value' },
    ]);
    expect(found(cells({ grant_year: 6, value: 1 }))).toEqual([
      { code: 'unknown-id', path: 'parameters[0].values[0].cells[0]' },
    ]);
    expect(found(cells({ year: 2, value: 1 }))).toEqual([
      { code: 'wrong-value', path: 'parameters[0].values[0].cells[0].year' },
    ]);
    expect(found(withParameter({ values: [block, block] }))).toEqual([
      { code: 'wrong-value', path: 'parameters[0].values[1].from' },
    ]);
    expect(found({ ...good, title: {}, status: 'wish' }).map(({ code }) => code)).toEqual([
      'no-title',
      'not-an-option',
    ]);
    expect(found({ ...good, extra: 1 })).toEqual([{ code: 'unknown-key', path: 'extra' }]);
  });

  it('states a parameter once, no shares, and the year of the kroner of a price', () => {
    expect(found({ ...good, parameters: [good.parameters[0], good.parameters[0]] })).toEqual([
      { code: 'rates-twice', path: 'parameters[1].id' },
    ]);
    const share = { ...block, cells: [{ category: 'adult', value: 1 }] };
    expect(found(withParameter({ id: 'settlement.mix', values: [share] }))).toEqual([
      { code: 'rates-share', path: 'parameters[0].id' },
    ]);
    const price = { ...block, cells: [{ value: 900 }] };
    const id = 'interpreter.price';
    expect(found(withParameter({ id, values: [price] }))).toEqual([
      { code: 'missing-key', path: 'parameters[0].values[0].price_year' },
    ]);
    expect(found(withParameter({ id, values: [{ ...price, price_year: 2026 }] }))).toEqual([]);
    expect(found(withParameter({ values: [{ ...block, price_year: 2026 }] }))).toEqual([
      { code: 'unknown-key', path: 'parameters[0].values[0].price_year' },
    ]);
  });

  it('may be one parameter file, which is then a draft under its own label', () => {
    const value = JSON.parse(textOf('data/parameters/grants.kindergarten.json')) as { label: object };
    expect(read(value)).toMatchObject({ rates: { status: 'draft', title: value.label }, findings: [] });
    expect(found({ ...value, unit: 'NOK' })).toEqual([{ code: 'rates-unit', path: 'unit' }]);
    expect(found({ ...value, id: 'grants.kindergarden' })).toEqual([{ code: 'unknown-id', path: 'id' }]);
    expect(found({ ...value, label: undefined }).map(({ path }) => path)).toEqual(['label']);
  });

  it('as the page gives it to fill in, is read', () => {
    for (const { id, state_set } of publishedCatalogue.parameters.values())
      if (state_set) expect(found(ratesTemplate(publishedCatalogue, id, 2027, { nb: 'Mal' }, 'Kilde'))).toEqual([]);
  });
});

describe('what is meant as rates', () => {
  it('is told by its format, or by an id with values', () => {
    expect([good, { id: 'x', values: [] }, { format: 'bosett/rates@2' }].map(isRates)).toEqual([true, true, true]);
    expect([{ format: 'bosett/scenario@1' }, { municipality: '1818' }, null, [], 'x'].map(isRates)).toEqual(
      Array(5).fill(false),
    );
  });

  it('and of a later format, is refused by its name', () => {
    expect(found({ ...good, format: 'bosett/rates@2' })).toEqual([{ code: 'not-an-option', path: 'format' }]);
  });
});
