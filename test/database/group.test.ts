import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '$lib/database/connection';
import { fillMembers, groupRows, type NamedMember } from '$lib/database/group-tables';
import { groupOf } from '$lib/model/group';
import type { GroupOrder, GroupPer, GroupRow } from '$lib/model/group-rows';
import type { Member } from '$lib/model/member';
import { groupExamples, nameToday } from '$lib/parameters/groups';
import { publishedOfMember } from '$lib/parameters/members';
import { planOfFile } from '../repository-scenario';
import { openInNode } from './node-database';

let database: Database;
beforeAll(async () => {
  database = await openInNode();
});
afterAll(async () => {
  await database.close();
});

const { members } = groupOf(
  (groupExamples[0]?.scenarios ?? []).map(planOfFile).map((plan) => {
    const { municipality, first_year } = plan.scenario;
    return { plan, about: { ...publishedOfMember(municipality, first_year), version: '1', threshold: 0 } };
  }),
  0,
);
const named = (of: readonly (Member | null)[]): NamedMember[] =>
  of.map((member, at) => {
    const { municipality } = members[at] as Member;
    return { municipality, name: nameToday(municipality), member };
  });
const sum = (of: readonly (number | null)[]): number => of.reduce<number>((all, each) => all + (each ?? NaN), 0);
const planned = ({ years }: Member, from = 2024, to = 2027) =>
  years.filter(({ tail, year }) => !tail && year >= from && year <= to);
const byName = { by: 'name', descending: false } satisfies GroupOrder;

async function rowsOf(
  of: readonly (Member | null)[],
  years: [number, number] = [2024, 2027],
  per: GroupPer = 'all',
  order: GroupOrder = byName,
): Promise<GroupRow[]> {
  await fillMembers(database, named(of));
  return groupRows(database, years, per, order);
}

function rowOf(rows: GroupRow[], municipality: string | null): GroupRow {
  const row = rows.find((each) => each.municipality === municipality);
  if (!row) throw new Error(`no row: ${String(municipality)}`);
  return row;
}

describe('the table of a group', () => {
  it('has the sums of each member’s plan and of all, in kroner and persons', async () => {
    const rows = await rowsOf(members);
    expect(rows).toHaveLength(10);
    for (const member of members) {
      const row = rowOf(rows, member.municipality);
      const years = planned(member);
      expect(row.settled).toBeCloseTo(sum(years.map(({ settled }) => settled)), 9);
      expect(row.net).toBeCloseTo(sum(years.map(({ net }) => net)), 2);
      expect(row.coverage).toBeCloseTo(sum(years.map(({ income }) => income)) / sum(years.map(({ cost }) => cost)), 9);
      expect(row.tail).toBeCloseTo(sum(member.years.filter(({ tail }) => tail).map(({ net }) => net)), 2);
      expect(row.rooms_needed).toBe(Math.max(...years.map(({ rooms_needed }) => rooms_needed)));
      const moves = member.moves;
      expect(row.moved_out).toBeCloseTo(sum(moves.map(({ moved }) => moved)) / sum(moves.map(({ here }) => here)), 9);
    }
    const all = rowOf(rows, null);
    expect(all.net).toBeCloseTo(sum(members.flatMap((member) => planned(member).map(({ net }) => net))), 2);
    expect(all.inhabitants).toBe(sum(members.map(({ inhabitants }) => inhabitants?.persons ?? null)));
    expect(rows.at(-1)).toBe(all);
  });

  it('counts one year alone, and shares the net among inhabitants or settled', async () => {
    const [member] = members as [Member];
    const one = rowOf(await rowsOf(members, [2025, 2025], 'inhabitant'), member.municipality);
    const [year] = planned(member, 2025, 2025);
    expect(one.net).toBeCloseTo(year?.net ?? NaN, 2);
    expect(one.net_shared).toBeCloseTo((year?.net ?? NaN) / (member.inhabitants?.persons ?? NaN), 6);
    const settled = rowOf(await rowsOf(members, [2025, 2025], 'settled'), member.municipality);
    expect(settled.net_shared).toBeCloseTo((year?.net ?? NaN) / (year?.settled ?? NaN), 6);
  });

  it('leaves a missing member empty and out of the sums, never zero', async () => {
    const rows = await rowsOf(members.map((member, at) => (at === 3 ? null : member)));
    const missing = rowOf(rows, members[3]?.municipality ?? '');
    expect(missing).toMatchObject({
      years: null,
      settled: null,
      net: null,
      tail: null,
      coverage: null,
      rooms_needed: null,
    });
    const others = members.filter((_, at) => at !== 3);
    expect(rowOf(rows, null).net).toBeCloseTo(
      sum(others.flatMap((member) => planned(member).map(({ net }) => net))),
      2,
    );
  });

  it('does not know a sum of which a part is not known', async () => {
    const changed = members.map((member, at) =>
      at === 0
        ? {
            ...member,
            inhabitants: null,
            years: member.years.map((year) => (year.year === 2026 ? { ...year, net: null } : year)),
          }
        : member,
    );
    const rows = await rowsOf(changed, [2024, 2027], 'inhabitant');
    expect(rowOf(rows, members[0]?.municipality ?? '')).toMatchObject({
      net: null,
      net_shared: null,
      inhabitants: null,
    });
    expect(rowOf(rows, null)).toMatchObject({ net: null, net_shared: null });
    expect(rowOf(await rowsOf(changed, [2024, 2025]), members[0]?.municipality ?? '').net).not.toBeNull();
  });

  it('tells nothing of a share of fewer than five', async () => {
    const few = members.map((member, at) =>
      at === 0
        ? {
            ...member,
            moves: member.moves.map((each) => ({ ...each, here: 0.2, moved: 0.1 })),
            years: member.years.map((year) => ({ ...year, participants: 1 })),
          }
        : member,
    );
    expect(rowOf(await rowsOf(few), members[0]?.municipality ?? '')).toMatchObject({
      moved_out: null,
      posts_per_ten: null,
    });
  });

  it('is put in order by a column, those without a figure last and all of them at the end', async () => {
    const rows = await rowsOf(
      members.map((member, at) => (at === 0 ? null : member)),
      [2024, 2027],
      'all',
      { by: 'settled', descending: true },
    );
    const settled = rows.slice(0, 8).map((row) => row.settled ?? NaN);
    expect(settled).toEqual([...settled].sort((a, b) => b - a));
    expect(rows[8]?.municipality).toBe(members[0]?.municipality);
    expect(rows[9]?.municipality).toBeNull();
  });
});
