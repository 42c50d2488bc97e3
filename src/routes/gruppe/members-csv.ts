import type { Member } from '$lib/model/member';
import Papa from 'papaparse';

/** The years of the members of a group as delimited text, one row each; `''` where nobody has figures. */
export function membersCsv(members: readonly { municipality: string; name: string; member: Member | null }[]): string {
  const rows = members.flatMap(({ municipality, name, member }) =>
    (member?.years ?? []).map((year) => ({
      municipality,
      name,
      inhabitants: member?.inhabitants?.persons ?? null,
      ...year,
    })),
  );
  return rows.length === 0 ? '' : Papa.unparse(rows, { newline: '\n' });
}
