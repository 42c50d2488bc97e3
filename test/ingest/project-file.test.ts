import { describe, expect, it } from 'vitest';
import { Project, projectText, readProject } from '$lib/ingest/project-file';
import { isProject, migrate, RENAMED } from '$lib/ingest/project-migration';
import { sizeFindings } from '$lib/ingest/scenario-file';
import { readOverrides } from '$lib/model/settings';
import { publishedCatalogue } from '$lib/parameters/published';
import { en } from '$lib/text/en';
import { nb } from '$lib/text/nb';
import { nn } from '$lib/text/nn';
import { findingSentence } from '$lib/text/finding';

const row = { settlement_year: 2022, permit: 'ordinary', category: 'adult', age_band: '25-55', persons: 31 };
const scenario = {
  format: 'bosett/scenario@1',
  title: { nb: 'Prøve' },
  municipality: '1818',
  first_year: 2024,
  years: 5,
  opening: '../data/cohorts/1818.csv',
  parameters: { 'settlement.persons': 10 },
};
const entry = {
  scenario,
  name: 'Åtte på Ørland',
  source: 'prøve.json',
  locked: false,
  original: {},
  rows: [row, { ...row, persons: '<5' }],
  result: { plan: -1, tail: null },
};
const valid = {
  format: 'bosett/project@1',
  version: '0.2.0',
  saved: '2026-11-21T12:00:00Z',
  entries: [entry],
  chosen: 0,
  proposal: 0,
};
const read = (value: unknown) => readProject(value, publishedCatalogue);
const codes = (value: unknown) => read(value).findings.map(({ path, code }) => `${path}: ${code}`);
const withEntry = (more: object) => ({ ...valid, entries: [{ ...entry, ...more }] });
const withSettings = (parameters: object) => withEntry({ scenario: { ...scenario, parameters } });

/** Eleven digits that pass the checks of a national identity number. */
function numberLike(): string {
  const weighted = (digits: number[], weights: number[]): number =>
    weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0) % 11;
  for (let serial = 100; ; serial += 1) {
    const nine = [...`010180${serial}`].map(Number);
    const first = (11 - weighted(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2])) % 11;
    const second = (11 - weighted([...nine, first], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])) % 11;
    if (first < 10 && second < 10) return [...nine, first, second].join('');
  }
}

describe('a project file', () => {
  it('is read with what it leaves out at its standard, and written so that it reads the same', () => {
    const { project, changes } = read(valid);
    expect(changes).toEqual([]);
    expect(project).toMatchObject({ mode: 'private', accounts: [], rates: [], mappings: {}, log: [] });
    expect(project?.entries[0]?.rows?.map(({ persons }) => persons)).toEqual([31, null]);
    if (project) expect(read(JSON.parse(projectText(project)) as unknown).project).toEqual(project);
  });

  it('names all its defects at once, each by its path', () => {
    const found = codes({
      ...valid,
      saved: 'i går',
      colour: 'red',
      entries: [
        {
          ...entry,
          locked: 'ja',
          rows: [
            { ...row, permit: 'tourist' },
            { ...row, age_band: '6-15' },
          ],
        },
        { ...entry, scenario: { ...scenario, parameters: { 'settlement.person': 10 } } },
        { ...entry, original: { 'settlement.persons': -4 }, rows: [{ ...row, settlement_year: 2024 }] },
      ],
      chosen: 3,
      log: [{ change: { kind: 'paint', name: '', value: null }, when: valid.saved }],
    });
    expect(found.sort()).toEqual(
      [
        'saved: wrong-value',
        'colour: unknown-key',
        'entries[0].locked: wrong-type',
        'entries[0].rows[0].permit: not-an-option',
        'entries[0].rows[1].age_band: impossible-age',
        'entries[1].scenario.parameters.settlement.person: unknown-id',
        'entries[2].original.settlement.persons: value-outside',
        'entries[2].rows.settlement_year: settled-after-opening',
        'log[0].change.kind: not-an-option',
      ].sort(),
    );
    expect(codes({ ...valid, chosen: 1, proposal: 2 })).toEqual(['chosen: no-entry', 'proposal: no-entry']);
    expect(codes({ format: valid.format }).filter((each) => each.endsWith('missing-key'))).toHaveLength(5);
    expect(codes({ ...valid, entries: [] })).toContain('entries: value-outside');
  });

  it('of a newer version is refused by name, with what to do', () => {
    const { findings } = read({ ...valid, format: 'bosett/project@2' });
    expect(findings).toMatchObject([{ code: 'newer-format', found: 'bosett/project@2', allowed: 'bosett/project@1' }]);
    const sentence = findings.map((finding) => findingSentence(finding, nb)).join();
    expect(sentence).toContain('bosett/project@2');
    expect(sentence).toContain('Last siden på nytt');
    expect(codes({ ...scenario, format: 'bosett/scenario@3' })).toEqual(['format: newer-format']);
  });

  it('of another kind is refused by name', () => {
    for (const value of [
      { ...valid, format: 'bosett/forecast@1' },
      { ...valid, format: 'bosett/project@0' },
      {},
      4,
      null,
    ])
      expect(codes(value)).toEqual(['format: unknown-format']);
  });

  it('says every defect in three languages', () => {
    const defects = ['newer-format', 'unknown-format', 'no-entry', 'personal-text', 'not-published'];
    const said = ['became-project', 'first-became-proposal', 'setting-renamed', 'setting-gone'];
    for (const text of [nb, nn, en])
      for (const code of [...defects, ...said]) {
        const finding = { code, severity: 'error' as const, path: '', found: 'email:2', allowed: 'b' };
        expect(findingSentence(finding, text)).toMatch(/\S.*\.$/);
      }
  });

  it('is refused whole for what identifies a person in any text of it, which is not repeated', () => {
    const fnr = numberLike();
    const places = {
      'entries[0].name': withEntry({ name: `plan ${fnr}` }),
      'entries[0].source': withEntry({ source: ['noen', 'post.no'].join('@') }),
      'entries[0].scenario.title.nb': withEntry({ scenario: { ...scenario, title: { nb: fnr } } }),
      'entries[0].scenario.parameters': withSettings({ [fnr]: 1 }),
      'entries[0].rows: household': withEntry({ rows: [{ ...row, household: fnr }] }),
      'entries[0].rows: fødselsdato': withEntry({ rows: [{ ...row, fødselsdato: 'x' }] }),
      'entries[0].scenario.opening: household': withEntry({
        scenario: { ...scenario, opening: [{ ...row, household: fnr }] },
      }),
      mappings: { ...valid, mappings: { [`a|${fnr}`]: { columns: {}, values: {}, answers: {} } } },
      'log[0].change.name': {
        ...valid,
        log: [{ change: { kind: 'rename', name: fnr, value: null }, when: valid.saved }],
      },
    };
    for (const [path, value] of Object.entries(places)) {
      const { project, findings } = read(value);
      expect(project).toBeNull();
      expect(findings.map((finding) => finding.path)).toEqual([path]);
      expect(JSON.stringify(findings)).not.toContain(fnr);
    }
  });

  it('may hold a date in a name, for it is no birth date there, but not in a row', () => {
    expect(codes(withEntry({ name: '2026-11-21', source: 'Storgata 12' }))).toEqual([]);
    expect(codes(withEntry({ rows: [{ ...row, household: '01.02.1990' }] }))).toEqual([
      'entries[0].rows: household: personal-data',
    ]);
  });

  it('too deep or too long to be one is refused, not walked through', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`) as unknown;
    expect(codes({ ...valid, view: deep })).toEqual(['view: wrong-type']);
    expect(codes(withEntry({ rows: [{ ...row, household: deep }] }))).toEqual(['entries[0]: wrong-type']);
    expect(codes({ ...valid, entries: Array.from({ length: 201 }, () => entry) })).toEqual(['entries: value-outside']);
  });
});

describe('a JSON file', () => {
  it('above 50 MB is not read, and the message says its size and the limit', () => {
    expect(sizeFindings(50_000_000)).toEqual([]);
    const [finding] = sizeFindings(50_000_001);
    expect(finding && findingSentence(finding, nb)).toMatch(/51 MB.*50 MB/);
  });
});

describe('an older form', () => {
  it('is told from a project and from a file of something else', () => {
    expect([valid, [scenario], { format: 'bosett/project@9' }].map(isProject)).toEqual([true, true, true]);
    expect([scenario, {}, 'a', null].map(isProject)).toEqual([false, false, false, false]);
  });

  it('of one scenario or a list of them becomes a project, with a list of what was changed', () => {
    const alone = read(scenario);
    expect(alone.changes).toMatchObject([{ code: 'became-project', severity: 'warning', found: '1' }]);
    expect(alone.project).toMatchObject({
      chosen: 0,
      proposal: 0,
      saved: null,
      entries: [{ locked: false, rows: null }],
    });
    const two = read([scenario, { ...scenario, opening: [row] }]);
    expect(two.changes.map(({ code }) => code)).toEqual(['became-project', 'first-became-proposal']);
    expect(two.project).toMatchObject({
      chosen: 1,
      proposal: 0,
      entries: [
        { locked: true, original: scenario.parameters },
        { locked: false, scenario: { opening: [row] } },
      ],
    });
    expect(codes([scenario, { ...scenario, years: 99 }])).toEqual(['entries[1].scenario.years: value-outside']);
  });

  it('with a setting that is gone loses it and says so, once for an entry', () => {
    const settings = {
      'education.teachers_per_group': 1.2,
      'programme.duration.ordinary.12@2024': 0.5,
      'rooms.owned': 1,
    };
    const { project, changes } = read([{ ...scenario, parameters: settings }]);
    expect(project?.entries[0]).toMatchObject({
      scenario: { parameters: { 'rooms.owned': 1 } },
      original: { 'rooms.owned': 1 },
    });
    expect(changes.slice(1)).toMatchObject([
      { code: 'setting-gone', found: 'education.teachers_per_group' },
      { code: 'setting-gone', found: 'programme.duration.ordinary.12@2024' },
    ]);
    const sentence = changes.map((change) => findingSentence(change, nb)).join(' ');
    expect(sentence).toContain('education.teachers_per_group');
  });

  it('is changed in nothing else', () => {
    const migrated = migrate(valid);
    expect(migrated).toEqual({ value: valid, changes: [] });
    const { project } = read(scenario);
    expect(Project.parse({ ...project })).toEqual(project);
    expect(project?.entries[0]?.scenario).toEqual(scenario);
  });

  it('has no setting that is still one, and every new name is', () => {
    const known = (setting: string) =>
      readOverrides(publishedCatalogue, { [setting]: 0 }, { first_year: 2024, years: 5 }).findings.every(
        ({ code }) => code !== 'unknown-id',
      );
    expect(Object.keys(RENAMED).filter(known)).toEqual([]);
    expect(Object.values(RENAMED).filter((now) => now !== null && !known(now))).toEqual([]);
  });
});
