import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import { readFile } from '$lib/ingest/read-file';
import { App } from '$lib/state/app.svelte';
import { linkOf, openLink } from '$lib/state/link';
import { Publishing } from '$lib/state/publishing.svelte';
import { Workspace } from '$lib/state/workspace.svelte';
import { audienceText } from '$lib/text/audience';
import { loadText } from '$lib/text/load';

const HEAD = 'settlement_year,permit,category,age_band,persons';
const SMALL = `${HEAD}
2022,ordinary,single_adult,25-55,2
2022,ordinary,adult,25-55,14
2022,ordinary,child,6-15,7
2023,collective,adult,25-55,16
2023,collective,adult,60+,1
2023,collective,child,6-15,9
`;
const STANDARD = { method: 'suppress', threshold: 5 } as const;

async function withPeople(text: string): Promise<Workspace> {
  const workspace = new Workspace();
  await give(workspace, text);
  return workspace;
}

/** Lets the workspace use a file of people. */
async function give(workspace: Workspace, text: string): Promise<void> {
  const context = { settlement: [], municipality: '1818', firstYear: 2024 };
  const means = { choices: null, known: {}, context };
  const read = await readFile('egen.csv', new TextEncoder().encode(text), means, () => undefined);
  if (read.kind === 'none') throw new Error('not read');
  expect(await workspace.useFile('egen.csv', read)).toEqual([]);
}

/** The workspace after what it does by itself has been done. */
async function rested(workspace: Workspace): Promise<Workspace> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resume) => setTimeout(resume));
  return workspace;
}

/** What is seen of everybody, as text. */
function seen(workspace: Workspace): string {
  const { entries } = workspace.state;
  const shown = [...entries.map((entry) => workspace.show(entry)), workspace.withPersons(7)];
  return JSON.stringify(shown.map(({ entry, plan, forecast, years }) => [entry, plan.opening, forecast, years]));
}

const small = ({ persons }: { persons: number | null }): boolean => persons !== null && persons > 0 && persons < 5;

describe('a screen that everybody sees', () => {
  it('shows no small number, and figures of the protected rows alone', async () => {
    const workspace = await withPeople(SMALL);
    const before = seen(workspace);
    expect(workspace.chosen.entry.rows.filter(small)).toHaveLength(2);
    await workspace.present(STANDARD);
    const { entry, forecast } = workspace.chosen;
    expect(entry.rows.filter(small)).toEqual([]);
    expect(entry.rows.filter(({ persons }) => persons === null).length).toBeGreaterThan(2);
    expect(entry.rows.every(({ persons, estimate }) => persons !== null || (estimate ?? 0) >= 1)).toBe(true);
    expect(seen(workspace) === before).toBe(false);
    expect(forecast.in_phase_before).toBeCloseTo(49, 6);
    await workspace.present(null);
    expect(seen(workspace) === before).toBe(true);
  });

  it('is the same for two files that are protected alike', async () => {
    const one = await withPeople(SMALL);
    const changed = ['25-55,2', '25-55,3', '6-15,7', '6-15,6', '25-55,16', '25-55,15', '60+,1', '60+,2'];
    let text = SMALL;
    for (let at = 0; at < changed.length; at += 2) text = text.replace(`${changed[at]}\n`, `${changed[at + 1]}\n`);
    const other = await withPeople(text);
    await one.present(STANDARD);
    await other.present(STANDARD);
    expect(other.chosen.entry.rows).toEqual(one.chosen.entry.rows);
    expect(seen(other) === seen(one)).toBe(true);
  });

  it('keeps no scale, warning or search of the numbers that were shown before', async () => {
    const workspace = await withPeople(SMALL);
    await workspace.survey();
    await workspace.weighAssumptions();
    expect(workspace.matters.length).toBeGreaterThan(0);
    await workspace.present(STANDARD);
    expect([workspace.matters, workspace.thresholds, workspace.confirmedRows]).toEqual([[], [], null]);
    const fresh = await withPeople(SMALL);
    await fresh.present(STANDARD);
    expect(workspace.scales).toEqual(fresh.scales);
  });

  it('stays so when a step is undone, a lever moves or another file is opened', async () => {
    const workspace = await withPeople(SMALL);
    await workspace.present(STANDARD);
    workspace.set('settlement.persons', 12);
    expect(workspace.chosen.entry.rows.filter(small)).toEqual([]);
    workspace.undo();
    workspace.undo();
    await rested(workspace);
    expect(workspace.publishing.mode).toBe('public');
    workspace.redo();
    await give(workspace, SMALL.replaceAll('2022', '2021'));
    expect(workspace.chosen.entry.rows.filter(small)).toEqual([]);
    await rested(workspace);
    expect(workspace.chosen.entry.rows.filter(small)).toEqual([]);
    expect(workspace.chosen.entry.rows.length).toBe(6);
  });

  it('shows nobody where the counts are not whole, and says why', async () => {
    const workspace = await withPeople(SMALL.replace('25-55,14', '25-55,14.5'));
    await workspace.present(STANDARD);
    expect(workspace.chosen.entry.rows).toEqual([]);
    expect(workspace.chosen.plan.opening.cells).toEqual([]);
    const problem = workspace.publishing.problemOf(workspace.entryOf(workspace.state.chosen));
    expect(problem).toEqual({ problem: 'not-whole' });
    for (const { problems } of Object.values(audienceText)) expect(problems['not-whole']).not.toMatch(/\d/);
  });

  it('protects people that are spread by an assumed composition too', async () => {
    const workspace = new Workspace();
    workspace.begin(
      {
        format: 'bosett/scenario@1',
        title: { en: 'six numbers' },
        municipality: '3434',
        first_year: 2024,
        years: 4,
        opening: [
          {
            settlement_year: 2022,
            permit: 'ordinary',
            category: 'adult',
            age_band: '25-55',
            persons: 3,
            status: 'assumed',
          },
          {
            settlement_year: 2023,
            permit: 'ordinary',
            category: 'adult',
            age_band: '25-55',
            persons: 20,
            status: 'assumed',
          },
        ],
        parameters: { 'settlement.persons': 10 },
      },
      'six',
    );
    await workspace.present(STANDARD);
    const { entry, plan } = workspace.chosen;
    expect(entry.rows.filter(small)).toEqual([]);
    expect(plan.opening.estimated).toBe(true);
    expect(JSON.stringify([entry.scenario.opening, plan.scenario.opening])).not.toContain('"persons":3');
  });
});

describe('what was shown before', () => {
  it('refuses a method that together with it would reveal a number, until nobody has seen it', async () => {
    const workspace = await withPeople(SMALL);
    await workspace.present(STANDARD);
    const before = seen(workspace);
    await workspace.present({ method: 'round', threshold: 5 });
    expect(workspace.publishing.refused).toBeGreaterThan(0);
    expect(workspace.publishing.protection).toEqual(STANDARD);
    expect(seen(workspace) === before).toBe(true);
    await workspace.presentAnew({ method: 'round', threshold: 5 });
    expect(workspace.publishing.refused).toBeNull();
    expect(workspace.publishing.protection.method).toBe('round');
    expect(workspace.chosen.entry.rows.map(({ persons }) => persons)).not.toContain(null);
  });

  it('is forgotten neither in between by those who see every number', async () => {
    const workspace = await withPeople(SMALL);
    await workspace.present(STANDARD);
    await workspace.present(null);
    await workspace.present({ method: 'round', threshold: 5 });
    expect(workspace.publishing.mode).toBe('private');
    expect(workspace.publishing.refused).toBeGreaterThan(0);
  });

  it('shows nobody of a corrected file that reveals a number, and says of one that disagrees', async () => {
    const workspace = await withPeople(SMALL);
    await workspace.present(STANDARD);
    const chosen = () => workspace.entryOf(workspace.state.chosen);
    await give(workspace, SMALL.replace('25-55,14', '25-55,15'));
    await rested(workspace);
    expect([workspace.publishing.problemOf(chosen())?.problem, workspace.publishing.disagrees(chosen())]).not.toEqual([
      undefined,
      false,
    ]);
    expect(workspace.chosen.entry.rows.filter(small)).toEqual([]);
  });

  it('is kept of a table with one made-up row', async () => {
    const { entry } = (await withPeople(SMALL)).chosen;
    const rows = entry.rows.map((row, at): CohortRow => (at === 5 ? { ...row, status: 'synthetic' } : row));
    const publishing = new Publishing();
    await publishing.show([{ ...entry, rows }], STANDARD);
    await publishing.show([{ ...entry, rows }], { method: 'round', threshold: 5 });
    expect(publishing.refused).toBeGreaterThan(0);
  });

  it('is known also to a table that comes while another is being protected', async () => {
    const { chosen } = await withPeople(SMALL);
    const [first, ...others] = chosen.entry.rows;
    const fewer = { ...chosen.entry, rows: others };
    expect(first).toMatchObject({ persons: 2 });
    const publishing = new Publishing();
    await publishing.show([], STANDARD);
    await Promise.all([publishing.follow([chosen.entry]), publishing.follow([fewer])]);
    expect(publishing.problemOf(chosen.entry)).toBeNull();
    expect(publishing.problemOf(fewer)).toMatchObject({ problem: 'reveals' });
  });
});

describe('what somebody asks of a figure', () => {
  it('is closed when the screen turns, also where it was asked meanwhile', async () => {
    const app = new App(await loadText('nb'));
    for (const present of [() => app.present(STANDARD), () => app.presentAnew(STANDARD)]) {
      const done = present();
      app.ask({ shown: app.workspace.chosen, metric: 'net', years: [2024] });
      await done;
      app.stop();
      expect(app.question).toBeNull();
    }
  });
});

describe('a link', () => {
  it('of an own file carries no sum of its people, for everybody or not', async () => {
    const workspace = await withPeople(SMALL);
    const opened = await openLink((await linkOf(workspace.proposal, workspace.chosen, '1')) ?? '');
    expect(opened).toMatchObject({ withoutPeople: true, net: [null, null], protection: null });
  });

  it('that was made for everybody is opened so, and a made-up protection not at all', async () => {
    const workspace = new Workspace();
    await workspace.present(STANDARD);
    const made = await linkOf(workspace.proposal, workspace.chosen, '1', { method: 'round', threshold: 7 });
    expect(await openLink(made ?? '')).toMatchObject({ protection: { method: 'round', threshold: 7 } });
    const wrong = await linkOf(workspace.proposal, workspace.chosen, '1', { method: 'round', threshold: 2 });
    expect(await openLink(wrong ?? '')).toEqual({ problem: 'broken' });
  });
});
