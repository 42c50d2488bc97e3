import { describe, expect, it } from 'vitest';
import { bundleText } from '$lib/ingest/bundle-file';
import { readFile } from '$lib/ingest/read-file';
import { linesOf } from '$lib/model/forecast';
import { behindColumn } from '$lib/model/group-asked';
import type { Member } from '$lib/model/member';
import { readOverrides } from '$lib/model/settings';
import { figureIn, whyOf, type Why } from '$lib/model/why';
import type { Asked } from '$lib/model/year-row';
import { publishedCatalogue } from '$lib/parameters/published';
import { STANDARD } from '$lib/protect/publish';
import { settledLast } from '$lib/state/group-files';
import { Group } from '$lib/state/group.svelte';
import type { Reader } from '$lib/state/reader';
import { Workspace } from '$lib/state/workspace.svelte';

const made = (): Group => new Group(new Workspace());
const whole = made();
const members = whole.figures.shown.flatMap(({ member }) => member ?? []);
const sel = members.find(({ municipality }) => municipality === '3437') as Member;
const file = (name: string, text: string): File => new File([text], name);
const fileOf = (member: Member, name = `${member.municipality}.json`): File => file(name, bundleText(member));
const netOf = (group: Group, municipality: string): number =>
  group.figures.shown
    .find(({ place }) => place.municipality === municipality)
    ?.member?.years.reduce((sum, { net }) => sum + (net ?? NaN), 0) ?? NaN;

describe('files that are given to a group', () => {
  it('take the place of what came with the application, and the others are empty until theirs come', async () => {
    const group = made();
    await group.take([fileOf(sel)]);
    expect(group.given).toEqual([{ file: '3437.json', municipalities: ['3437'], findings: [] }]);
    expect(group.figures.shown.filter(({ member }) => member).map(({ name }) => name)).toEqual(['Sel']);
    expect(group.figures.shown).toHaveLength(9);
    group.history.undo();
    expect(group.figures.shown.every(({ member }) => member)).toBe(true);
  });

  it('are all read, whatever is wrong with one of them', async () => {
    const group = made();
    const [first, second] = members as [Member, Member];
    await group.take([
      file('broken.json', '{'),
      fileOf(first),
      file('other.json', JSON.stringify({ format: 'bosett/scenario@1' })),
      fileOf(first, 'again.json'),
      fileOf(second),
    ]);
    expect(group.given.map(({ municipalities, findings }) => [municipalities[0] ?? null, findings[0]?.code])).toEqual([
      [null, 'not-json'],
      [first.municipality, undefined],
      [null, 'not-a-bundle'],
      [null, 'member-twice'],
      [second.municipality, undefined],
    ]);
    expect(group.figures.shown.filter(({ member }) => member)).toHaveLength(2);
  });

  it('change nothing where none can be read', async () => {
    const group = made();
    const before = group.state;
    await group.take([file('broken.json', '{')]);
    expect(group.state).toBe(before);
    expect(group.history.canUndo).toBe(false);
  });

  it('stand under the number of today: Sel of 2018, and Nærøy as Nærøysund', async () => {
    const group = made();
    await group.take([fileOf({ ...sel, municipality: '0517' }), fileOf({ ...sel, municipality: '1751' }, 'n.json')]);
    expect(group.given.flatMap(({ municipalities }) => municipalities)).toEqual(['3437', '5060']);
    expect(group.given[1]?.findings[0]).toMatchObject({ code: 'not-a-member', found: 'Nærøysund' });
    expect(group.figures.shown.filter(({ member }) => member).map(({ name }) => name)).toEqual(['Sel', 'Nærøysund']);
  });

  it('may be used again or left for the example, and a member may be taken out and in', async () => {
    const group = made();
    await group.take([fileOf(sel)]);
    const [example] = group.choicesFor('3431');
    if (!example) throw new Error('no example');
    group.use('3431', example);
    expect(netOf(group, '3431')).not.toBeNaN();
    group.remove('3431');
    expect(group.figures.shown).toHaveLength(8);
    group.add('3431', null);
    expect(netOf(group, '3431')).toBeNaN();
  });
});

describe('what is common to a group', () => {
  it('moves every member but the one that has set its own', () => {
    const group = made();
    group.set('3434', 'establishment.clothing', 8000);
    const [lom, other] = [netOf(group, '3434'), netOf(group, '3437')];
    group.setCommon('establishment.clothing', 50_000);
    expect(netOf(group, '3437')).toBeLessThan(other);
    expect(netOf(group, '3434')).toBe(lom);
    group.setCommon('establishment.clothing', null);
    expect(netOf(group, '3437')).toBe(other);
  });

  it('is refused where no plan could have it', () => {
    expect(whole.check('establishment.clothing', -1).map(({ code }) => code)).toEqual(['value-outside']);
    expect(whole.check('establishment.clothing', 5000)).toEqual([]);
  });
});

it('a number for one member changes it, is given back to the last bit, and is undone', () => {
  const group = made();
  const before = netOf(group, '3433');
  group.settle('3433', 40);
  expect(netOf(group, '3433')).not.toBe(before);
  group.settle('3433', null);
  expect(netOf(group, '3433')).toBe(before);
  group.history.undo();
  group.history.undo();
  expect(netOf(group, '3433')).toBe(before);
});

describe('why a figure of a member is what it is', () => {
  const group = made();
  group.setCommon('relocation.inside', 0.4);
  const places = group.figures.shown.map(({ place }) => place.municipality);
  const sumOf = (values: (number | null)[]): number => values.reduce<number>((sum, each) => sum + (each ?? NaN), 0);

  function behindOf(of: Group, municipality: string) {
    const behind = of.behind(municipality);
    if (!behind) throw new Error(`no plan: ${municipality}`);
    return behind;
  }

  function whyIn(of: Group, municipality: string, asked: Asked | null): Why {
    const { shown, moves } = behindOf(of, municipality);
    const { plan, forecast, entry } = shown;
    if (!asked) throw new Error('nothing is asked');
    const lines = linesOf(forecast, plan.parameters, plan.opening);
    const { overrides } = readOverrides(publishedCatalogue, entry.original, plan.scenario);
    return whyOf(asked, { forecast, lines, parameters: plan.parameters, original: overrides, moves, fixed: false });
  }

  it('is told of the plan with those who move to it: each column is the figure of the table', () => {
    for (const { place, member } of group.figures.shown) {
      if (!member) throw new Error('no member');
      const { municipality } = place;
      const { forecast } = behindOf(group, municipality).shown;
      const planned = member.years.filter(({ tail }) => !tail);
      const expected = {
        net_shared: sumOf(planned.map(({ net }) => net)),
        tail_shared: sumOf(member.years.filter(({ tail }) => tail).map(({ net }) => net)),
        coverage: sumOf(planned.map(({ income }) => income)),
        in_phase: Math.max(...planned.map(({ in_phase }) => in_phase)),
        settled: Math.max(...planned.map(({ in_phase }) => in_phase)),
        decided: Math.max(...planned.map(({ in_phase }) => in_phase)),
        moved_out: Math.max(...planned.map(({ in_phase }) => in_phase)),
        rooms_needed: Math.max(...planned.map(({ rooms_needed }) => rooms_needed)),
        posts_per_ten: Math.max(...planned.map(({ posts }) => posts)),
      } as const;
      for (const column of Object.keys(expected) as (keyof typeof expected)[]) {
        const asked = behindColumn(column, member, [2024, 2027]);
        if (!asked) throw new Error(`nothing is asked: ${column}`);
        expect(figureIn(asked, forecast, false), `${municipality} ${column}`).toBeCloseTo(expected[column], 6);
        if (municipality === '3437') expect(whyIn(group, municipality, asked).value).toBeCloseTo(expected[column], 6);
      }
      expect(behindColumn('requested', member, [2024, 2027])).toBeNull();
      expect(behindColumn('net_shared', member, [2040, 2041])).toBeNull();
    }
  });

  it('names the settled and the movers of a single year', () => {
    const [municipality = ''] = places;
    const member = group.figures.shown[0]?.member as Member;
    const { calculation } = whyIn(group, municipality, behindColumn('settled', member, [2026, 2026]));
    const year = member.years.find((each) => each.year === 2026);
    if (calculation.kind !== 'count' || !year) throw new Error('no count');
    const part = (name: string) => calculation.parts.find((each) => each.name === name)?.value ?? 0;
    expect(part('settled')).toBeCloseTo(year.settled, 1);
    expect(year.moved_in).toBeGreaterThan(0.1);
    expect(Math.abs(part('moved_in') - year.moved_in)).toBeLessThanOrEqual(0.05);
  });

  it('says that the group sets who moves in, and nobody else', () => {
    const asked = { metric: 'in_phase', years: [2026] } as const;
    const setters = (of: Group) =>
      whyIn(of, '3437', asked)
        .sources.filter(({ setter }) => setter === 'group')
        .map(({ address }) => address);
    expect(setters(group)).toContain('relocation.in.persons');
    const alone = made();
    alone.setCommon('relocation.inside', 0);
    expect(setters(alone)).toEqual([]);
    expect(behindOf(alone, '3437').moves).toEqual([]);
  });

  it('is not told here of a member that was sent, or of whom nothing is known', async () => {
    const other = made();
    await other.take([fileOf(sel)]);
    expect(other.behind('3437')).toBeNull();
    expect(other.behind('3431')).toBeNull();
    expect(other.behind('0301')).toBeNull();
  });

  it('is of no scenario of the workspace, also where the member is reckoned by one', () => {
    const workspace = new Workspace();
    const own = new Group(workspace);
    const ids = workspace.state.entries.map(({ id }) => id);
    const [entry] = workspace.state.entries;
    if (!entry) throw new Error('no entry');
    own.add('1818', entry);
    own.use('3431', entry);
    const given = own.state.places.flatMap(({ entry: of }) => of?.id ?? []);
    expect(given).toHaveLength(10);
    expect(new Set(given).size).toBe(10);
    expect(given.filter((id) => ids.includes(id) || id >= 0)).toEqual([]);
  });
});

describe('a table of people of many municipalities', () => {
  const here: Reader = async (table, means) => readFile(table.name, new Uint8Array(await table.arrayBuffer()), means);
  const COLUMNS = 'municipality,settlement_year,permit,category,age_band,persons';
  const rowsOf = (numbers: string[]): string[] =>
    numbers.flatMap((number, at) => [
      `${number},2021,ordinary,adult,25-55,${8 + (at % 5)}`,
      `${number},2023,collective,adult,25-55,${20 + (at % 7)}`,
      `${number},2023,collective,child,6-15,6`,
    ]);
  const tableOf = (rows: string[]): File => file('land.csv', [COLUMNS, ...rows, ''].join('\n'));

  it('makes a plan for each that begins after the last of them came, with as many a year as then', async () => {
    const group = new Group(new Workspace(), here);
    await group.take([tableOf(rowsOf(['3437', '0514', '9001']))]);
    expect(group.given.map(({ municipalities }) => municipalities)).toEqual([['3437', '3434', '9001']]);
    const known = group.figures.shown.flatMap(({ member }) => member ?? []);
    expect(known.map(({ municipality, scenario, data }) => [municipality, scenario.first_year, data])).toEqual([
      ['3434', 2024, 'own'],
      ['3437', 2024, 'own'],
      ['9001', 2024, 'own'],
    ]);
    expect(known.find(({ municipality }) => municipality === '3437')?.years[0]?.decided).toBe(26);
    group.history.undo();
    expect(group.figures.shown).toHaveLength(9);
  });

  it('tells everybody a number settled a year that follows from what everybody sees', async () => {
    const workspace = new Workspace();
    const group = new Group(workspace, here);
    const rows = [
      '3437,2021,ordinary,adult,25-55,40',
      '3437,2021,ordinary,child,6-15,20',
      '3437,2023,ordinary,adult,25-55,2',
    ];
    await group.take([tableOf(rows)]);
    const decided = () => group.figures.shown.flatMap(({ member }) => member?.years[0]?.decided ?? [])[0];
    expect(decided()).toBe(2);
    await workspace.present(STANDARD);
    await workspace.publishing.follow(group.entries);
    const [entry] = group.entries.map((each) => workspace.publishing.seen(each));
    expect(decided()).toBe(settledLast(entry?.rows ?? [], 2023));
    expect(decided()).not.toBe(2);
    group.settle('3437', 7);
    await workspace.publishing.follow(group.entries);
    expect(decided()).toBe(7);
  });

  it('is refused whole where a row does not say its municipality, or a number of a person stands in it', async () => {
    const group = new Group(new Workspace(), here);
    const before = group.state;
    const nameless = [COLUMNS, ',2023,collective,adult,25-55,20', ''].join('\n');
    await group.take([file('uten.csv', nameless)]);
    expect(group.given[0]?.findings.map(({ code }) => code)).toEqual(['no-municipality']);
    await group.take([file('person.csv', `${COLUMNS},fnr\n3437,2023,ordinary,adult,25-55,1,02013299997\n`)]);
    expect(group.given[0]?.municipalities).toEqual([]);
    expect(group.state).toBe(before);
  });

  it('of the whole country is counted without moves between its members', async () => {
    const group = new Group(new Workspace(), here);
    const numbers = Array.from({ length: 357 }, (_, at) => String(9000 + at));
    await group.take([tableOf(rowsOf(numbers))]);
    expect(group.hasMoves).toBe(false);
    expect(group.figures.shown.filter(({ member }) => member)).toHaveLength(357);
    expect(group.figures.flows).toEqual([]);
    expect(group.given[0]?.findings).toEqual([]);
  });
});
