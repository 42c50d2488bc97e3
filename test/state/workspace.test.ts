import { describe, expect, it } from 'vitest';
import { readFile } from '$lib/ingest/read-file';
import { readScenario, scenarioText } from '$lib/ingest/scenario-file';
import { entryFrom, scenarioOf } from '$lib/state/entry';
import { Imports } from '$lib/state/imports.svelte';
import { LONGEST, isLink, linkOf, openLink } from '$lib/state/link';
import type { Reader } from '$lib/state/reader';
import { Workspace } from '$lib/state/workspace.svelte';

const net = (workspace: Workspace) => workspace.chosen.forecast.result.map((row) => row.net);

/** A reader without a worker, which Node lacks. */
const readHere: Reader = async (file, means, onProgress) =>
  readFile(file.name, new Uint8Array(await file.arrayBuffer()), means, onProgress);

describe('the workspace', () => {
  it('opens on a locked proposal and another number beside it', () => {
    const workspace = new Workspace();
    expect(workspace.proposal.entry.locked).toBe(true);
    expect(workspace.persons(workspace.proposal)).toBe(10);
    expect(workspace.persons(workspace.chosen)).toBe(40);
  });

  it('gives the very figures back when a lever returns to where it was', () => {
    const workspace = new Workspace();
    const before = net(workspace);
    for (const persons of [39, 0, 60, 41]) workspace.set('settlement.persons', persons);
    workspace.set('settlement.persons', 40);
    expect(net(workspace)).toEqual(before);
    workspace.set('rates.scale', 0.9);
    expect(net(workspace)).not.toEqual(before);
    workspace.set('rates.scale', null);
    expect(net(workspace)).toEqual(before);
  });

  it('shows the same for another number as the number itself does', () => {
    const workspace = new Workspace();
    const years = workspace.withPersons(27).years;
    workspace.set('settlement.persons', 27);
    expect(workspace.chosen.years).toEqual(years);
  });

  it('never changes a locked scenario, only a copy of it', () => {
    const workspace = new Workspace();
    const locked = workspace.proposal.entry;
    workspace.choose(locked.id);
    workspace.set('settlement.persons', 12);
    expect(workspace.entryOf(locked.id)).toBe(locked);
    expect(workspace.chosen.entry.id).not.toBe(locked.id);
    expect(workspace.persons(workspace.chosen)).toBe(12);
    expect(workspace.persons(workspace.proposal)).toBe(10);
    workspace.remove(locked.id);
    expect(workspace.state.entries).toContain(locked);
  });

  it('takes back one thing at a time, what was removed included', () => {
    const workspace = new Workspace();
    workspace.openExample('sel');
    const { id } = workspace.chosen.entry;
    workspace.remove(id);
    expect(workspace.state.entries).toHaveLength(2);
    workspace.undo();
    expect(workspace.chosen.entry.id).toBe(id);
    workspace.undo();
    expect(workspace.state.entries).toHaveLength(2);
  });

  it('keeps the numbers of a scenario that has one for each year until one is chosen for all', () => {
    const workspace = new Workspace();
    workspace.openExample('sel');
    expect(workspace.path(workspace.chosen)).toEqual([40, 30, 20, 20]);
    workspace.set('settlement.persons', 25);
    expect(workspace.path(workspace.chosen)).toEqual([25, 25, 25, 25]);
    workspace.set('settlement.persons', null);
    expect(workspace.path(workspace.chosen)).toEqual([40, 30, 20, 20]);
  });

  it('finds where the next classrooms begin as a search over every number does', async () => {
    const workspace = new Workspace();
    await workspace.survey();
    const peak = (persons: number) =>
      Math.max(...workspace.withPersons(persons).forecast.capacity.map((row) => row.rooms_needed));
    expect(workspace.thresholds.length).toBeGreaterThan(0);
    for (const { persons, rooms } of workspace.thresholds) {
      expect(peak(persons)).toBe(rooms);
      expect(peak(persons - 1)).toBeLessThan(rooms);
    }
  });
});

describe('a link', () => {
  it('gives the scenarios and their figures back and is short', async () => {
    const workspace = new Workspace();
    workspace.set('settlement.persons', 27);
    workspace.settle();
    workspace.set('programme.outcome.work', 0.4);
    const hash = await linkOf(workspace.proposal, workspace.chosen, '9.9.9');
    expect(hash?.length).toBeLessThan(LONGEST);
    expect(isLink(hash ?? '')).toBe(true);
    const opened = await openLink(hash ?? '');
    if ('problem' in opened) throw new Error(opened.problem);
    const other = new Workspace(opened.state);
    expect(net(other)).toEqual(net(workspace));
    expect(other.proposal.entry.locked).toBe(true);
    expect(opened.version).toBe('9.9.9');
    expect(opened.withoutPeople).toBe(false);
  });

  it('never carries the people of an own file', async () => {
    const workspace = new Workspace();
    const rows = 'settlement_year,permit,category,age_band,persons\n2023,ordinary,adult,25-55,12345\n';
    const imports = new Imports(workspace, readHere);
    await imports.open(new File([rows], 'egen.csv'));
    expect(imports.current?.read.findings.map(({ code }) => code)).toEqual(['more-than-published']);
    await imports.accept();
    expect(workspace.report).toBeNull();
    const hash = (await linkOf(workspace.proposal, workspace.chosen, '1')) ?? '';
    const bytes = Uint8Array.from(atob(hash.slice(4).replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    const text = await new Response(
      new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')),
    ).text();
    expect(text).toContain('settlement.persons');
    expect(text).not.toContain('12345');
    const opened = await openLink(hash);
    expect(opened).toMatchObject({ withoutPeople: true });
  });

  it('says what is wrong with one that is cut, made up, or of another format', async () => {
    const workspace = new Workspace();
    const hash = (await linkOf(workspace.proposal, workspace.chosen, '1')) ?? '';
    expect(await openLink(hash.slice(0, 60))).toEqual({ problem: 'broken' });
    expect(await openLink('#b1=AAAA')).toEqual({ problem: 'broken' });
    expect(await openLink(hash.replace('b1', 'b7'))).toEqual({ problem: 'format' });
    expect(isLink('#content')).toBe(false);
  });
});

describe('a scenario saved as a file', () => {
  const people = [
    'settlement_year,permit,category,age_band,persons',
    '2022,ordinary,adult,25-55,14',
    '2022,ordinary,child,6-15,<5',
    '2023,collective,adult,60+,2',
    '2023,collective,adult,25-55,16',
  ].join('\n');

  /** The chosen entry of a workspace, saved and opened again. */
  function again(workspace: Workspace) {
    const { scenario, findings } = readScenario(scenarioText(scenarioOf(workspace.chosen.entry)));
    expect(findings).toEqual([]);
    if (!scenario) throw new Error('no scenario');
    const { entry } = entryFrom(scenario, 'lagret.json', 9);
    if (!entry) throw new Error('no entry');
    return entry;
  }

  async function withPeople(text: string): Promise<Workspace> {
    const workspace = new Workspace();
    const imports = new Imports(workspace, readHere);
    await imports.open(new File([text], 'egen.csv'));
    await imports.accept();
    expect(workspace.chosen.entry.rows).toHaveLength(4);
    return workspace;
  }

  it('is opened with the people that were read after it', async () => {
    const workspace = await withPeople(people);
    const opened = again(workspace);
    expect(opened.rows).toEqual(workspace.chosen.entry.rows);
    expect(opened.ownRows).toBe(true);
    expect(workspace.show(opened).forecast.result).toEqual(workspace.chosen.forecast.result);
  });

  it('holds only what everybody may see, where everybody sees the screen', async () => {
    const workspace = await withPeople(people);
    await workspace.present({ method: 'suppress', threshold: 5 });
    const opened = again(workspace);
    expect(opened.rows).toEqual(workspace.chosen.entry.rows);
    expect(opened.rows.length).toBeGreaterThan(0);
    expect(opened.rows.some(({ persons }) => persons !== null && persons > 0 && persons < 5)).toBe(false);
  });

  it('names the file of an example, and has no people of its own then', () => {
    const workspace = new Workspace();
    expect(again(workspace)).toMatchObject({ ownRows: false, scenario: { opening: expect.any(String) as string } });
  });
});
