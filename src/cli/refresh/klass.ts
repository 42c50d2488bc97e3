import { z } from 'zod';
import { fetchJson, RefreshError, type Fetching } from './answer';
import { csvOf, headerOf, rowsOf, type Change, type Refreshed, type Row } from './changes';
import { dayBefore } from './nav';

const code = z.string().regex(/^\d{4}$/);
const Codes = z.object({ codes: z.array(z.looseObject({ code, name: z.string().min(1) })).min(1) });
const Changes = z.object({
  codeChanges: z.array(
    z.looseObject({
      oldCode: code.nullable(),
      newCode: code.nullable(),
      newName: z.string().nullable(),
      changeOccurred: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    }),
  ),
});

/** One municipality that became another on a day. */
type Succession = { from: string; to: string; name: string; day: string };
/** The municipalities of today by number, and every succession since 2010. */
export type Municipalities = { today: Map<string, string>; successions: Succession[] };

/** Municipalities today and their changes, from Klass. */
export async function municipalitiesAnswer(
  addresses: { codes: string; changes: string },
  today: string,
  fetching: Fetching,
): Promise<Municipalities> {
  const { codes } = await fetchJson(`${addresses.codes}?date=${today}`, Codes, fetching);
  const { codeChanges } = await fetchJson(`${addresses.changes}?from=2010-01-01&to=${today}`, Changes, fetching);
  const successions = codeChanges.flatMap(({ oldCode, newCode, newName, changeOccurred }) =>
    oldCode && newCode && newName && oldCode !== newCode
      ? [{ from: oldCode, to: newCode, name: plainName(newName), day: changeOccurred }]
      : [],
  );
  return { today: new Map(codes.map((each) => [each.code, plainName(each.name)])), successions };
}

/** The Norwegian name without its Sami or Kven twin, and without the county that tells namesakes apart. */
function plainName(name: string): string {
  return (name.split(' - ')[0] ?? name).replace(/\s*\(.*\)$/, '').trim();
}

/**
 * `municipalities.csv` with the answer: a municipality of the file that got a new number or merged is ended and followed by its
 * successor. No other municipality comes in, and a name or a successor that stands is never replaced.
 */
export function mergeMunicipalities(text: string, answer: Municipalities): Refreshed {
  const file = 'municipalities.csv';
  const header = headerOf(text);
  const rows = rowsOf(text);
  const changes: Change[] = [];
  const differs = (what: string, stands: string, says: string) =>
    changes.push({ kind: 'differs', file, what, stands, answer: says });
  // The list grows: a successor that has itself been succeeded is followed in its turn.
  for (const row of rows) {
    const number = row['municipality'] ?? '';
    if (row['valid_to']) {
      const said = answer.successions.filter(({ from, day }) => from === number && dayBefore(day) === row['valid_to']);
      if (said.length > 0 && !said.some(({ to }) => to === row['successor']))
        differs(`successor of ${number}`, row['successor'] ?? '', said.map(({ to }) => to).join(', '));
      continue;
    }
    const name = answer.today.get(number);
    if (name !== undefined) {
      if (name !== row['name']) differs(`name of ${number}`, row['name'] ?? '', name);
      continue;
    }
    const next = answer.successions.filter(({ from, day }) => from === number && day > (row['valid_from'] ?? ''));
    const [only] = next;
    if (!only || next.length > 1) {
      differs(
        `${number} ${row['name']}`,
        'valid today',
        only ? `split into ${next.map(({ to }) => to).join(', ')}` : 'nothing',
      );
      continue;
    }
    succeed(row, only, rows, header, answer);
    changes.push({
      kind: 'replaced',
      file,
      what: `${number} ${row['name']}`,
      stands: 'valid today',
      answer: `${only.to} ${only.name} from ${only.day}`,
    });
  }
  const ended = new Set(rows.map((row) => row['municipality']));
  if (ended.size !== rows.length)
    throw new RefreshError('Klass would give a municipality twice in municipalities.csv.');
  rows.sort((a, b) => ((a['municipality'] ?? '') < (b['municipality'] ?? '') ? -1 : 1));
  return { file, text: csvOf(header, rows), changes };
}

const IDENTITY = ['municipality', 'name', 'valid_from', 'valid_to', 'successor'];

/** Ends a row and adds its successor. What is known beside the number follows a municipality that only got a new number. */
function succeed(row: Row, to: Succession, rows: Row[], header: string[], { successions }: Municipalities): void {
  const alone = successions.filter((each) => each.to === to.to && each.day === to.day).length === 1;
  row['valid_to'] = dayBefore(to.day);
  row['successor'] = to.to;
  const facts = header.filter((column) => !IDENTITY.includes(column));
  if (!rows.some((other) => other['municipality'] === to.to)) {
    const kept = facts.map((column) => [column, alone ? (row[column] ?? '') : '']);
    rows.push({
      ...Object.fromEntries(kept),
      municipality: to.to,
      name: to.name,
      valid_from: to.day,
      valid_to: '',
      successor: '',
    });
  }
  if (alone) for (const column of facts) if (column !== 'disambiguation') row[column] = '';
}
