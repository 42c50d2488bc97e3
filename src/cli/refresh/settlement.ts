import { csvOf, headerOf, rowsOf, type Change, type Refreshed, type Row } from './changes';

const SERIES = ['requested', 'decided', 'settled', 'settled_ukraine', 'settled_part_year'];

/** Marks of a figure that was never final: not read, a floor, or counted for a part of the year. */
const INTERIM = ['not_read', 'at_least', 'part_year'];

/**
 * `settlement.csv` with the answer. Figures of this year and the last, and those that were interim, are replaced by later
 * ones; any other that stands is kept, and a hidden one is never filled.
 */
export function mergeSettlement(
  text: string,
  answer: Row[],
  source: (year: string) => string,
  thisYear: number,
): Refreshed {
  const file = 'settlement/settlement.csv';
  const rows = rowsOf(text);
  const changes: Change[] = [];
  for (const said of answer) {
    const { municipality = '', year = '', series = '' } = said;
    const at = rows.findIndex(
      (row) => row['municipality'] === municipality && row['year'] === year && row['series'] === series,
    );
    const stands = rows[at];
    const kind = stands ? kindOf(stands, said, Number(year) >= thisYear - 1) : 'added';
    if (kind === null) continue;
    changes.push({
      kind,
      file,
      what: `${series} of ${municipality} in ${year}`,
      stands: stands ? shown(stands) : null,
      answer: shown(said),
    });
    if (kind === 'added') rows.push({ ...said, source: source(year) });
    if (kind === 'replaced') rows[at] = { ...said, source: source(year) };
  }
  const order = (row: Row) => `${row['municipality']} ${row['year']} ${SERIES.indexOf(row['series'] ?? '')}`;
  rows.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return { file, text: csvOf(headerOf(text), rows), changes };
}

function kindOf(stands: Row, said: Row, recent: boolean): 'replaced' | 'differs' | null {
  if (['persons', 'mark', 'until'].every((column) => stands[column] === said[column])) return null;
  const interim = INTERIM.includes(stands['mark'] ?? '') || stands['until'] !== '';
  if (!recent && !interim) return 'differs';
  if (!recent && stands['persons'] !== '' && said['persons'] === '') return 'differs';
  // The whole year is counted later than any day of it.
  const earlier = (said['until'] || '9') < (stands['until'] || '9');
  return earlier && stands['mark'] !== 'not_read' ? 'differs' : 'replaced';
}

function shown({ persons, mark, until }: Row): string {
  return [persons, mark, until && `to ${until}`].filter(Boolean).join(', ');
}
