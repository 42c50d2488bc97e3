import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { groupFile, groupPaperOf, type OutgoingGroup } from '$lib/export/group-paper';
import { wordsOf, type Block, type TableBlock } from '$lib/export/paper-block';
import { balancesOf, groupOf } from '$lib/model/group';
import type { GroupRow } from '$lib/model/group-rows';
import { publishedOfMember } from '$lib/parameters/members';
import { groupText } from '$lib/text/group';
import { groupPaperText } from '$lib/text/group-paper';
import { nb } from '$lib/text/nb';
import { planOfFile } from '../repository-scenario';

const plans = ['dovre', 'sel'].map((name) => planOfFile(name));
const group = groupOf(
  plans.map((plan) => {
    const { municipality, first_year } = plan.scenario;
    return { plan, about: { version: '1', threshold: 5, ...publishedOfMember(municipality, first_year) } };
  }),
  0.2,
);
const [dovre, sel] = group.members;
if (!dovre || !sel) throw new Error('no members');

const row = (municipality: string | null, name: string, more: Partial<GroupRow> = {}): GroupRow => ({
  municipality,
  name,
  inhabitants: 2500,
  years: 4,
  requested_years: 4,
  requested: 40,
  decided: 40,
  settled: 40,
  in_phase: 60,
  here: 90,
  moved_out: 0.05,
  participants: 20,
  posts_per_ten: 3,
  rooms_needed: 2,
  cost: 40e6,
  coverage: 0.95,
  net: -2e6,
  tail: -3e6,
  net_shared: -2e6,
  tail_shared: -3e6,
  ...more,
});

const of: OutgoingGroup = {
  name: 'Gruppa',
  members: [
    { municipality: dovre.municipality, name: 'Dovre', member: dovre, file: null },
    { municipality: sel.municipality, name: 'Sel', member: sel, file: 'sel.json' },
    { municipality: '3432', name: 'Lesja', member: null, file: null },
  ],
  rows: [
    row(dovre.municipality, 'Dovre', { in_phase: 3 }),
    row(sel.municipality, 'Sel'),
    row('3432', 'Lesja', { years: null }),
    row(null, 'Alle', { settled: 80 }),
  ],
  balances: balancesOf(group),
  years: [2024, 2027],
  mark: 'Offentlig visning',
  version: '1',
  date: new Date(2026, 0, 5),
};
const writing = { text: nb, words: groupText.nb, view: { thousands: true, costPositive: false }, per: 'all' as const };
const blocks = groupPaperOf(of, writing, groupPaperText.nb);
const tables = blocks.filter((block): block is TableBlock => block.kind === 'table');
const cellsOf = (table: TableBlock | undefined) =>
  (table?.parts ?? []).flatMap(({ rows, sum }) =>
    [...rows, ...(sum ? [sum] : [])].map(({ head, cells }) => [wordsOf(head), ...cells.map(wordsOf)]),
  );

describe('the papers of a group', () => {
  it('are a common one and a page for each municipality, each under a title of its own', () => {
    const titles = blocks.filter(
      (block): block is Block & { kind: 'heading' } => block.kind === 'heading' && block.level === 1,
    );
    expect(titles.map(({ text }) => text)).toEqual(['Gruppa: kommunene side om side', 'Dovre', 'Sel', 'Lesja']);
  });

  it('hide the few, say who is missing, and never write it as zero', () => {
    const [first, second, third, all] = cellsOf(tables[0]);
    expect(first?.[4]).toBe('—');
    expect(second?.[4]).toBe('60');
    expect(third).toEqual(['Lesja', 'Ingen fil ennå', ...Array.from({ length: 9 }, () => '')]);
    expect(all?.slice(0, 4)).toEqual(['Alle', '40', '40', '80']);
    expect(JSON.stringify(blocks)).toContain('Ingen tall fra Lesja');
  });

  it('have every year of a member as its forecast has it, with sums of kroner alone', () => {
    const table = tables.find(({ caption }) => caption.startsWith('Sel:'));
    const planned = sel.years.filter(({ tail }) => !tail);
    const rows = cellsOf(table);
    expect(rows.slice(0, planned.length).map(([year]) => year)).toEqual(planned.map(({ year }) => String(year)));
    const sum = planned.reduce((total, { net }) => total + (net ?? NaN), 0);
    const written = rows[planned.length]?.at(-1)?.replace('−', '-').replace(/\s/g, '');
    expect(Number(written)).toBe(Math.round(sum / 1000));
    expect(rows[planned.length]?.slice(1, 8)).toEqual(Array.from({ length: 7 }, () => ''));
  });

  it('are a file of Word with a page break before each municipality and nobody’s name', async () => {
    const parts = unzipSync(await groupFile(of, writing, groupPaperText.nb));
    const text = (name: string) => new TextDecoder().decode(parts[name]);
    expect(text('word/document.xml').match(/<w:pageBreakBefore\/>/g)).toHaveLength(3);
    expect(text('word/document.xml')).not.toMatch(/undefined|NaN|\[object/);
    expect(text('docProps/core.xml')).not.toMatch(/creator|lastModifiedBy/);
  });
});
