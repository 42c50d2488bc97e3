import Papa from 'papaparse';
import type { Member } from '$lib/model/member';
import type { Database } from './connection';
import { GROUP_COLUMNS, type GroupOrder, type GroupPer, type GroupRow } from '$lib/model/group-rows';
import { FEWEST_SHOWN } from '$lib/model/indicator-counts';
import group from './views/group.sql?raw';

/** A municipality of a group under the name it is shown by; `null` where nothing is known of it yet. */
export type NamedMember = { municipality: string; name: string; member: Member | null };

/** Fills the tables of a group with these members and nothing else. */
export async function fillMembers(database: Database, members: readonly NamedMember[]): Promise<void> {
  const rows = (of: (member: Member) => readonly object[]): string =>
    Papa.unparse(
      members.flatMap(({ municipality, member }) =>
        member ? of(member).map((row) => ({ municipality, ...row })) : [],
      ),
      { newline: '\n' },
    );
  await database.fill(
    'member',
    Papa.unparse(
      members.map(({ municipality, name, member }) => ({
        municipality,
        name,
        inhabitants: member?.inhabitants?.persons ?? null,
      })),
      { newline: '\n' },
    ),
  );
  await database.fill(
    'member_year',
    rows(({ years }) => years),
  );
  await database.fill(
    'member_moves',
    rows(({ moves }) => moves.map(({ year, grant_year, here, moved }) => ({ year, grant_year, here, moved }))),
  );
}

/** The rows of the tables over some years of the plans, in order, those without a figure last; the row of all at the end. */
export async function groupRows(
  database: Database,
  [from, to]: [number, number],
  per: GroupPer,
  { by, descending }: GroupOrder,
): Promise<GroupRow[]> {
  const column = GROUP_COLUMNS.find((known) => known === by) ?? 'name';
  const order = `order by municipality is null, ${column} ${descending ? 'desc' : 'asc'} nulls last, name`;
  return database.query<GroupRow>(`${group}\n${order}`, from, to, from, to, FEWEST_SHOWN, FEWEST_SHOWN, per, per);
}
