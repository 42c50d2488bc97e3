import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectText, type Logged } from '$lib/ingest/project-file';
import { AGE_BAND_NAMES, CATEGORIES, PERMITS, isPossible, type CohortRow } from '$lib/model/cohort';
import type { RateSet } from '$lib/model/rate-set';
import { examples } from '$lib/parameters/examples';
import { entryFrom, exampleEntry, withSetting, withSettings, type Entry, type State } from '$lib/state/entry';
import { openProject, projectOf, writeProject, type Held } from '$lib/state/project';
import { Workspace } from '$lib/state/workspace.svelte';

const SAVED = '2026-11-21T12:00:00.000Z';

const anyRow: fc.Arbitrary<CohortRow> = fc
  .record({
    settlement_year: fc.integer({ min: 2000, max: 2014 }),
    permit: fc.constantFrom(...PERMITS),
    category: fc.constantFrom(...CATEGORIES),
    age_band: fc.constantFrom(...AGE_BAND_NAMES),
    persons: fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }),
    household: fc.constantFrom('hus å', 'Øvre 3', ''),
  })
  .filter(({ category, age_band }) => isPossible(category, age_band));

const anyName = fc.option(fc.constantFrom('Ærlig talt: åtte i året', '40 «og» litt til', 'Ny plan', '2026-11-21'), {
  nil: null,
});

/** An entry of an example or of an own file, with own people or not, locked or not, and a lever moved. */
const anyEntry: fc.Arbitrary<Entry> = fc
  .record({
    example: fc.constantFrom(...examples.map(({ name }) => name)),
    rows: fc.option(fc.array(anyRow, { minLength: 1, maxLength: 6 }), { nil: null }),
    isInline: fc.boolean(),
    name: anyName,
    locked: fc.boolean(),
    persons: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ example, rows, isInline, name, locked, persons }) => {
    const base = exampleEntry(example, 0);
    const opening = isInline ? (rows ?? []) : base.scenario.opening;
    const { entry } = entryFrom({ ...base.scenario, opening }, base.source, 0, isInline ? null : rows);
    if (!entry) throw new Error('no entry');
    return withSetting({ ...entry, name, locked }, 'settlement.persons', persons);
  });

const anyState: fc.Arbitrary<State> = fc
  .record({
    entries: fc.array(anyEntry, { minLength: 1, maxLength: 4 }),
    chosen: fc.nat(3),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    proposal: fc.nat(3),
    accounts: fc.array(
      fc.record({
        municipality: fc.constant('1818'),
        year: fc.integer({ min: 2015, max: 2024 }),
        version: fc.constantFrom('regnskap', 'budsjett', 'økonomiplan'),
        item: fc.constantFrom('education.teachers', 'Lønn, lærere'),
        amount: fc.integer({ min: -1e7, max: 1e7 }),
        unit: fc.constant('NOK'),
      }),
      { maxLength: 3 },
    ),
    questions: fc.array(
      fc.record({
        scenario: fc.constantFrom('Ti i året', 'Forslaget'),
        metric: fc.constantFrom('net' as const, 'posts' as const),
        years: fc.constantFrom([2025], [2024, 2025]),
        figure: fc.constantFrom('−0,5 mill.', '7'),
        mode: fc.constant('private' as const),
        asked: fc.constantFrom('Hvorfor så mye?', 'Kan vi vente?'),
        answer: fc.constantFrom('', 'Fordi tilskuddene faller.'),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ entries, chosen, seed, proposal, accounts, questions }) => ({
    entries: entries.map((entry, at) => ({ ...entry, id: at + 1 })),
    chosen: (chosen % entries.length) + 1,
    proposal: (proposal % entries.length) + 1,
    accounts: accounts as State['accounts'],
    rates: [],
    questions,
    seed,
  }));

const held = (state: State, more: Partial<Held> = {}): Held => ({
  mode: 'private',
  state,
  unseen: [],
  earlier: [],
  changes: [],
  view: { thousands: true, costPositive: false },
  fixedKroner: true,
  mappings: {},
  ...more,
});

const reopened = (of: Held) => {
  const { text, findings } = writeProject(of, SAVED, '9.9.9');
  expect(findings).toEqual([]);
  const { opened } = openProject(JSON.parse(text), 1);
  if (!opened) throw new Error('not opened');
  return opened;
};

describe('a project', () => {
  it('gives any state back from its file, own people, hidden counts and locks included, with the same figures', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { held: back, moved, changes } = reopened(held(state));
        expect(back.state).toEqual(state);
        expect([moved, changes]).toEqual([[], []]);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the view, the log and what was decided about files back', () => {
    const workspace = new Workspace();
    workspace.set('settlement.persons', 27);
    workspace.settle();
    workspace.rename(2, 'Åtte og tjue');
    const earlier: Logged[] = [{ change: { kind: 'reset', name: '', value: null }, when: '2026-01-02T03:04:05Z' }];
    const mappings = { 'a|b': { columns: { År: 'year', Merknad: '' }, values: {}, answers: { unit: 'thousands' } } };
    const opened = reopened({ ...workspace.held, earlier, mappings });
    expect(opened.held).toMatchObject({ view: workspace.view, fixedKroner: false, mappings });
    expect(opened.held.earlier).toEqual([
      ...earlier,
      { change: { kind: 'set', name: 'settlement.persons', value: 27 }, when: SAVED },
      { change: { kind: 'rename', name: 'Åtte og tjue', value: null }, when: SAVED },
    ]);
    expect(opened).toMatchObject({ version: '9.9.9', saved: SAVED });
  });

  it('gives own rates back, its figures made with them, and refuses those that do not fit the parameters', () => {
    const { state } = new Workspace();
    const set = (id: string): RateSet => ({
      format: 'bosett/rates@1',
      title: { nb: 'Forslag' },
      status: 'draft',
      parameters: [
        {
          id,
          values: [
            {
              from: '2024-01-01',
              status: 'assumed',
              reference: { title: 'Prøve av satser' },
              cells: [{ grant_year: 2, value: 1 }],
            },
          ],
        },
      ],
    });
    const rates = [set('grants.integration')];
    const entries = state.entries.map((entry) => withSettings(entry, { 'settlement.persons': 40 }));
    const opened = reopened(held({ ...state, entries, rates }));
    expect(opened.held.state.rates).toEqual(rates);
    expect(opened.moved).toEqual([]);
    const result = (of: State) => projectOf(held(of), SAVED, '1').entries[1]?.result;
    expect(result({ ...state, entries, rates })).not.toEqual(result({ ...state, entries }));
    const { findings } = writeProject(held({ ...state, rates: [set('grants.none')] }), SAVED, '1');
    expect(findings).toMatchObject([{ code: 'unknown-id', path: 'rates[0].parameters[0].id' }]);
  });

  it('says by figure which scenario gives another result than when it was saved', () => {
    const { state } = new Workspace();
    const project = projectOf(held(state), SAVED, '0.1.0');
    const [first] = project.entries;
    if (!first?.result?.plan) throw new Error('no result');
    const then = { ...first.result, plan: first.result.plan - 500_000 };
    first.result = then;
    const { opened } = openProject(JSON.parse(projectText(project)), 1);
    expect(opened?.moved).toHaveLength(1);
    expect(opened?.moved[0]).toMatchObject({ entry: { id: 1 }, then, now: { plan: then.plan + 500_000 } });
  });

  it('that holds what identifies somebody is not saved, for it could not be opened', () => {
    const { state } = new Workspace();
    const entries = state.entries.map((entry) => ({ ...entry, name: `plan fra ${['noen', 'post.no'].join('@')}` }));
    const { findings } = writeProject(held({ ...state, entries }), SAVED, '1');
    expect(findings).toMatchObject([
      { code: 'personal-text', path: 'entries[1].name', found: 'email:1' },
      { code: 'personal-text', path: 'entries[0].name' },
    ]);
  });
});

describe('opening a project in the workspace', () => {
  const file = (of: Workspace): unknown => JSON.parse(writeProject(of.held, SAVED, '1').text) as unknown;

  it('takes the place of an untouched example at once, and is asked about where work would be lost', async () => {
    const other = new Workspace();
    other.set('settlement.persons', 12);
    other.settle();
    const workspace = new Workspace();
    expect(await workspace.openProject(file(other), 'a')).toEqual([]);
    expect(workspace.waiting).toBeNull();
    expect(workspace.persons(workspace.chosen)).toBe(12);
    expect(workspace.history.canUndo).toBe(false);
    expect(workspace.earlier).toHaveLength(1);
    workspace.set('settlement.persons', 30);
    workspace.settle();
    await workspace.openProject(file(other), 'a');
    expect(workspace.persons(workspace.chosen)).toBe(30);
    expect(workspace.waiting).toMatchObject({ name: 'a', replaces: true, opened: { changes: [], moved: [] } });
    if (workspace.waiting) workspace.takeProject(workspace.waiting.opened);
    expect(workspace.waiting).toBeNull();
    expect(workspace.persons(workspace.chosen)).toBe(12);
  });

  it('asks about an older form before it takes its place, and changes nothing on a defect', async () => {
    const workspace = new Workspace();
    const before = workspace.state;
    const scenarios = workspace.state.entries.map(({ scenario }) => scenario);
    await workspace.openProject(scenarios, 'b');
    expect(workspace.waiting?.opened.changes.map(({ code }) => code)).toEqual([
      'became-project',
      'first-became-proposal',
    ]);
    expect(workspace.state).toBe(before);
    workspace.waiting = null;
    const findings = await workspace.openProject({ ...(file(workspace) as object), chosen: 7 }, 'c');
    expect(findings).toMatchObject([{ code: 'no-entry', path: 'chosen', found: '7', allowed: '0-1' }]);
    expect(workspace.state).toBe(before);
  });

  it('for everybody holds no number that is hidden from them', async () => {
    const workspace = new Workspace();
    const rows: CohortRow[] = [3, 2, 31, 44].map((persons, at) => ({
      settlement_year: 2014 + at,
      permit: 'ordinary',
      category: 'adult',
      age_band: '25-55',
      persons,
    }));
    const { scenario } = workspace.proposal.entry;
    workspace.begin({ ...scenario, opening: rows }, 'egen');
    await workspace.present({ method: 'suppress', threshold: 5 });
    const { text, findings } = writeProject(workspace.held, SAVED, '1');
    expect(findings).toEqual([]);
    const { opened } = openProject(JSON.parse(text), 1);
    expect(opened?.held.mode).toBe('public');
    const counts = opened?.held.state.entries[0]?.rows.map(({ persons }) => persons);
    expect(counts).toHaveLength(4);
    expect(counts).not.toContain(3);
    expect(counts).not.toContain(2);
    expect(text).not.toMatch(/"persons": [23]\b/);
  });
});
