import { findings } from '$lib/text/findings.nb';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { readDocument } from '$lib/ingest/document-file';
import { IndicatorRegister, SeriesRow } from '$lib/model/indicators';
import type { Parameter } from '$lib/model/parameter';
import { readOverrides } from '$lib/model/settings';
import { documents } from '$lib/parameters/documents';
import { indicatorSeries } from '$lib/parameters/indicators';
import { published, publishedCatalogue } from '$lib/parameters/published';
import { indicatorsText } from '$lib/text/indicators';
import { nb } from '$lib/text/nb';
import { filesIn, root } from '../../src/cli/prepare.js';

const languages = ['nb', 'nn', 'en'] as const;

test('every parameter has a label and a description in three languages, the description a sentence', () => {
  const files = published.map(({ id }) => readFileSync(join(root, 'data', 'parameters', `${id}.json`), 'utf8'));
  const offenders = files
    .map((text) => JSON.parse(text) as Parameter)
    .flatMap(({ id, label, description }) =>
      languages.flatMap((language) => [
        ...(label[language].trim() === '' || /[.:]$/.test(label[language]) ? [`${id} label ${language}`] : []),
        ...(/\S\.$/.test(description[language]) ? [] : [`${id} description ${language}`]),
      ]),
    );
  expect(offenders).toEqual([]);
});

test('every block of a parameter names its source', () => {
  const offenders = published.flatMap(({ id, values }) =>
    values.filter(({ reference }) => reference.title.trim().length < 5).map(({ from }) => `${id} ${from}`),
  );
  expect(offenders).toEqual([]);
});

test('every parameter begins no later than the rates it is used with', () => {
  const rules = published.filter(({ state_set, keys }) => !state_set && keys.length === 0);
  const late = rules.filter(({ id, values }) => id !== 'deflator' && (values[0]?.from ?? '') > '2015-01-01');
  expect(late.map(({ id }) => id)).toEqual([]);
});

/** Addresses that the scenario format fixes (contract, 3), with a value that is allowed for each. */
const fixed: Record<string, string | number> = {
  'settlement.persons': 20_000,
  'settlement.realisation': 1,
  ...each('settlement.mix', ['single_adult', 'adult', 'child', 'unaccompanied_minor'], 0.25),
  ...each('settlement.age.adult', ['18-24', '25-55', '56-59', '60+'], 0.25),
  ...each('settlement.age.child', ['0-5', '16-17'], 0.5),
  'settlement.age.child.6-15': 0,
  ...each('settlement.permit', ['ordinary', 'collective'], 0.5),
  'settlement.permit.family': 0,
  'settlement.month.1': 0.5,
  'settlement.month.12': 0.5,
  'family_immigration.rate': 0.6,
  ...each('family_immigration.timing', ['year1', 'year2', 'year3', 'year4', 'year5'], 0.2),
  'family_immigration.in_vote': 'yes',
  ...each('relocation.out', ['year1', 'year2', 'year3', 'year4', 'year5'], 0.15),
  'relocation.in.persons': 5,
  ...each('relocation.in', ['year2', 'year3', 'year4', 'year5'], 0.25),
  'relocation.sharing': 'eighths',
  'grants.integration.year1.single_adult': 237_000,
  'grants.integration.year2': 239_000,
  'rates.year': 2018,
  'rates.index': 0.02,
  ...each(
    'rates.scale',
    ['integration', 'kindergarten', 'elderly', 'unaccompanied_minor', 'special_needs', 'language', 'general'],
    0.9,
  ),
  ...each(
    'grants',
    ['integration', 'kindergarten', 'elderly', 'unaccompanied_minor', 'special_needs', 'language.person', 'general'],
    100_000,
  ),
  'prices.year': 2024,
  'prices.index': 0.03,
  'education.group_size': 15,
  'education.group_minimum': 6,
  'education.groups_per_room': 2,
  'rooms.owned': 1,
  'rooms.modules_per_room': 4,
  'rooms.module_rent': 94_250,
  'rooms.lease_months': 24,
  'rooms.lead_months': 6,
  'fund.rule': 'level',
  'fund.cutoff_month': 9,
  'fund.opening': 1_000_000,
  'tail.years': 10,
  'settlement.realisation.spread': 0,
  'settlement.mix.spread': 0,
  'settlement.month.spread': 0,
  'settlement.age.spread': 0,
  'relocation.out.spread': 0,
  'family_immigration.rate.spread': 0,
  'programme.duration.spread': 0,
  'programme.outcome.spread': 0,
  'rates.index.spread': 0,
};
function each(prefix: string, names: string[], value: number): Record<string, number> {
  return Object.fromEntries(names.map((name) => [`${prefix}.${name}`, value]));
}

test('every address that the scenario format fixes is known', () => {
  const horizon = { first_year: 2024, years: 5 };
  expect(readOverrides(publishedCatalogue, fixed, horizon).findings).toEqual([]);
});

test('every address names a parameter’s cell in one way only', () => {
  const written = [...publishedCatalogue.cells.keys()];
  const ids = [...publishedCatalogue.parameters.keys()];
  const ambiguous = written.filter((address) => {
    const cell = publishedCatalogue.cells.get(address);
    const longest = ids
      .filter((id) => address === id || address.startsWith(`${id}.`))
      .sort((a, b) => b.length - a.length);
    return longest[0] !== cell?.parameter.id;
  });
  expect(ambiguous).toEqual([]);
});

test('every code of a finding or a warning has a sentence', () => {
  const sources = filesIn(join(root, 'src')).filter((file) => /\.(ts|svelte)$/.test(file) && !/\/text\//.test(file));
  const codes = sources.flatMap((file) => {
    const text = readFileSync(file, 'utf8').replace(/typeof \w+ === '\w+'|\['\w+'\]/g, '');
    const stated = [...text.matchAll(/\bcode: ([^,\n}]*)/g)].flatMap(
      (match) => match[1]?.match(/'[a-z]+(-[a-z]+)*'/g) ?? [],
    );
    const ofRules = [...text.matchAll(/\bcodes: \[([^\]]*)\]/g)].flatMap(
      (match) => match[1]?.match(/'[a-z]+(-[a-z]+)*'/g) ?? [],
    );
    const made = [...text.matchAll(/\b(?:error|finding|say|refused|add)\(\s*('[a-z]+(?:-[a-z]+)+')/g)].map(
      (match) => match[1] ?? '',
    );
    return [...stated, ...ofRules, ...made].map((code) => ({ code: code.slice(1, -1), file: relative(root, file) }));
  });
  expect(codes.length).toBeGreaterThan(30);
  // `custom` is zod's own word for a rule of ours.
  const known = new Set([...Object.keys(findings), ...Object.keys(nb.warnings), 'custom']);
  const offenders = codes.filter(({ code }) => !known.has(code)).map(({ code, file }) => `${file}: ${code}`);
  expect(offenders).toEqual([]);
  const used = new Set(codes.map(({ code }) => code));
  const unused = [...Object.keys(findings), ...Object.keys(nb.warnings)].filter((code) => !used.has(code));
  expect(unused).toEqual([]);
});

test('nothing in the data could be the number of a person', () => {
  const files = ['data', 'scenarios'].flatMap((folder) => filesIn(join(root, folder)));
  expect(files.length).toBeGreaterThan(90);
  const offenders = files.flatMap((file) =>
    (readFileSync(file, 'utf8').match(/(?<![\w.])\d{6}[ .-]?\d{5,6}(?![\w])/g) ?? []).map(
      (found) => `${relative(root, file)}: ${found.length} characters`,
    ),
  );
  expect(offenders).toEqual([]);
});

const register = JSON.parse(readFileSync(join(root, 'data', 'indicators', 'definitions.json'), 'utf8')) as unknown;

test('the indicators are what their schemas say, named and described in three languages', () => {
  const { definitions, sources } = IndicatorRegister.parse(register);
  expect(new Set(definitions.map(({ id }) => id)).size).toBe(definitions.length);
  const offenders = definitions.flatMap(({ id, source, beside, description, label, numerator, denominator }) => [
    ...languages.flatMap((language) => [
      ...(/\S\.$/.test(description[language]) ? [] : [`${id} description ${language}`]),
      ...([label, numerator, denominator].some((each) => /[.:]$/.test(each[language]))
        ? [`${id} name ${language}`]
        : []),
    ]),
    ...(source in sources || documents.some(({ name }) => name === source) ? [] : [`${id} source ${source}`]),
    ...(beside === null || definitions.some((each) => each.id === beside) ? [] : [`${id} beside ${beside}`]),
  ]);
  expect(offenders).toEqual([]);
});

test('every series of an indicator has a definition, a source and a figure or the reason why there is none', () => {
  const { definitions, sources } = IndicatorRegister.parse(register);
  const offenders = indicatorSeries.flatMap((row) => {
    const parsed = SeriesRow.safeParse(row);
    const place = `${row.definition} ${row.year}`;
    return [
      ...(parsed.success ? [] : [`${place}: ${parsed.error.message}`]),
      ...(definitions.some(({ id }) => id === row.definition) ? [] : [`${place}: no definition`]),
      ...(row.source in sources ? [] : [`${place}: no source ${row.source}`]),
      ...((row.value ?? row.numerator) === null && row.mark === '' ? [`${place}: no figure`] : []),
      ...((row.municipality === '') === (row.area === '') ? [`${place}: municipality or area`] : []),
    ];
  });
  expect(indicatorSeries.length).toBeGreaterThan(9);
  expect(offenders).toEqual([]);
});

test('every figure that an indicator refers to stands in its document, and every outcome in its counts', () => {
  const { definitions, outcomes } = IndicatorRegister.parse(register);
  const rows = documents.flatMap(({ text }) => readDocument(text).figures);
  const isThere = (source: string, measure: string, group?: string): boolean =>
    rows.some(
      (row) =>
        row.source === source &&
        `${row.table}.${row.measure}` === measure &&
        (group === undefined || row.group === group),
    );
  const references = definitions.flatMap(({ figures }) => figures);
  const offenders = [
    ...references.filter(({ source, measure }) => !isThere(source, measure)),
    ...outcomes.flatMap(({ source, measure, counted_as }) =>
      Object.keys(counted_as)
        .filter((group) => !isThere(source, measure, group))
        .map((group) => `${source} ${measure} ${group}`),
    ),
  ];
  expect(references.length).toBeGreaterThan(20);
  expect(offenders).toEqual([]);
});

test('every area, group and source of the indicators has a name in three languages', () => {
  const { outcomes } = IndicatorRegister.parse(register);
  const groups = documents
    .flatMap(({ text }) => readDocument(text).figures)
    .filter(({ source, table, measure }) =>
      outcomes.some((set) => set.source === source && set.measure === `${table}.${measure}`),
    )
    .map(({ group }) => group)
    .filter((group) => group !== 'all');
  const offenders = languages.flatMap((language) => [
    ...indicatorSeries
      .filter(({ area }) => area !== '' && !indicatorsText[language].areas[area])
      .map(({ area }) => area),
    ...groups.filter((group) => !indicatorsText[language].outcomes.groups[group]),
  ]);
  expect(groups.length).toBe(10);
  expect(offenders).toEqual([]);
});
