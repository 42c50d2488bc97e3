import { describe, expect, it } from 'vitest';
import { readFile } from '$lib/ingest/read-file';
import { NO_CHOICES } from '$lib/ingest/reading';
import { Imports } from '$lib/state/imports.svelte';
import type { Reader } from '$lib/state/reader';
import { Workspace } from '$lib/state/workspace.svelte';

/** A reader without a worker, which Node lacks. */
const readHere: Reader = async (file, means, onProgress) =>
  readFile(file.name, new Uint8Array(await file.arrayBuffer()), means, onProgress);

function opened(reader = readHere): { workspace: Workspace; imports: Imports } {
  const workspace = new Workspace();
  return { workspace, imports: new Imports(workspace, reader) };
}

const file = (text: string, name = 'fil.csv') => new File([text], name);
const people =
  'Bosettingsår;Oppholdsgrunnlag;Kategori;Alder;Antall\n2022;kollektiv;voksen;25-55;12\n2023;kollektiv;voksen;25-55;9';
const persons = ({ workspace }: { workspace: Workspace }): number =>
  workspace.chosen.plan.opening.cells.reduce((sum, cell) => sum + cell.persons, 0);

describe('a file of people', () => {
  it('is used at once where nothing is in doubt, and given back by undoing', async () => {
    const all = opened();
    await all.imports.open(file(people));
    expect({ isAsking: all.imports.isAsking, persons: persons(all) }).toEqual({ isAsking: false, persons: 21 });
    all.workspace.undo();
    expect(persons(all)).toBe(62);
  });

  it('that is wrong changes nothing of what was loaded', async () => {
    const all = opened();
    const before = all.workspace.state;
    for (const text of [
      '',
      'a;b\n1;2',
      `${people}\n2023;kollektiv;barn;25-55;1`,
      `${people};x`,
      '{"a":',
      '\u0000\u0001',
    ])
      await all.imports.open(file(text));
    expect(all.workspace.state).toBe(before);
  });

  it('takes what was done meanwhile along', async () => {
    const all = opened();
    const opening = all.imports.open(file(people));
    all.workspace.duplicate(all.workspace.state.chosen, 'Kopi');
    await opening;
    expect(all.workspace.state.entries.map(({ rows }) => rows.length)).toEqual([2, 2, 2]);
    expect(persons(all)).toBe(21);
  });

  it('is not used twice when it is said yes to twice', async () => {
    const all = opened();
    await all.imports.open(file(people.replace(';9', ';9,5')));
    expect(all.imports.isAsking).toBe(true);
    await Promise.all([all.imports.accept(), all.imports.accept()]);
    all.workspace.undo();
    expect(persons(all)).toBe(62);
  });
});

describe('reading', () => {
  it('that is stopped uses nothing, however early', async () => {
    const all = opened();
    const opening = all.imports.open(file(people));
    all.imports.cancel();
    await opening;
    expect({ persons: persons(all), reading: all.imports.reading, current: all.imports.current }).toEqual({
      persons: 62,
      reading: null,
      current: null,
    });
  });

  it('that fails is said, and holds up nothing', async () => {
    const all = opened(() => Promise.reject(new Error('gone')));
    await all.imports.open(file(people));
    expect(all.imports.reading).toBeNull();
    expect(all.workspace.report?.findings.map(({ code }) => code)).toEqual(['reading-failed']);
  });
});

describe('what was chosen for a file', () => {
  const odd = people.replace('Antall', 'Mengde');

  it('is put forward for the next with the same headings, and never used unseen', async () => {
    const all = opened();
    await all.imports.open(file(odd));
    await all.imports.choose({ ...NO_CHOICES, columns: { Mengde: 'persons' } });
    await all.imports.accept();
    expect(persons(all)).toBe(21);
    await all.imports.open(file(odd.replace(';12', ';30')));
    expect({ isAsking: all.imports.isAsking, isStopped: all.imports.isStopped }).toEqual({
      isAsking: true,
      isStopped: false,
    });
    expect(persons(all)).toBe(21);
    await all.imports.accept();
    expect(persons(all)).toBe(39);
  });

  it('holds from the moment it is chosen, also while the file is read again', async () => {
    const all = opened();
    await all.imports.open(file(odd.replace('Kategori', 'Slag')));
    const first = all.imports.choose({ ...all.imports.choices, columns: { Mengde: 'persons' } });
    const second = all.imports.choose({
      ...all.imports.choices,
      columns: { ...all.imports.choices.columns, Slag: 'category' },
    });
    await Promise.all([first, second]);
    expect(all.imports.current?.read.findings).toEqual([]);
  });

  it('as an answer about one file is not taken for the next', async () => {
    const all = opened();
    const accounts = 'Post;Regnskap 2022\nSum utgifter;12 000\nSum inntekter;11 000';
    await all.imports.open(file(accounts));
    const answers: Record<string, string> = { municipality: '1818', unit: '1000 NOK', sign: 'cost_positive' };
    await all.imports.choose({ ...NO_CHOICES, answers });
    expect(all.imports.current?.read.questions).toEqual([]);
    await all.imports.accept();
    expect(all.workspace.state.accounts).toHaveLength(2);
    await all.imports.open(file(accounts.replace('12 000', '12 000 000').replace('11 000', '11 000 000')));
    expect(all.imports.current?.read.questions.map(({ id }) => id)).toContain('municipality');
    expect(all.workspace.state.accounts.map(({ amount }) => Math.abs(amount))).toEqual([12_000, 11_000]);
  });
});
