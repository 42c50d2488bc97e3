import { count, number } from '$lib/format';
import type { Balance } from '$lib/model/group';
import { GROUP_COLUMNS, type GroupRow } from '$lib/model/group-rows';
import { isSmall } from '$lib/model/indicator-counts';
import type { Member, MemberYear } from '$lib/model/member';
import { amount, signedAmount } from '$lib/text/figures';
import type { groupPaperText } from '$lib/text/group-paper';
import { titleIn } from '$lib/text/title';
import { HIDDEN, groupCell, groupUnit, type GroupWriting } from './group-cell';
import { dateOf } from './outgoing';
import type { Block, Row, TableBlock } from './paper-block';
import { documentFile } from './word-document';

/** A municipality of a group as it is given out; `file` is the one it was sent in, `null` where it was worked out here. */
export type GivenMember = { municipality: string; name: string; member: Member | null; file: string | null };

/** Everything that the papers of a group are made of. The row of all is among `rows`, under no municipality. */
export type OutgoingGroup = {
  name: string;
  members: readonly GivenMember[];
  rows: readonly GroupRow[];
  balances: readonly Balance[];
  years: [number, number];
  mark: string;
  version: string;
  /** By the user's clock. */
  date: Date;
};

type Words = (typeof groupPaperText)['nb'];

/** The common paper of a group and a page for each municipality as one file of Word (.docx). */
export async function groupFile(of: OutgoingGroup, writing: GroupWriting, words: Words): Promise<Uint8Array> {
  const { name, mark, version, date } = of;
  const title = words.title(name);
  const foot = `${dateOf(date)} · Bosett ${version}`;
  const frame = { title, subject: title, date, head: name, marks: [mark], foot, isWide: true };
  return documentFile(groupPaperOf(of, writing, words), frame, writing.text);
}

/** The common paper of a group and a page for each municipality, as blocks; each begins with a heading of the first level. */
export function groupPaperOf(of: OutgoingGroup, writing: GroupWriting, words: Words): Block[] {
  return [...commonPage(of, writing, words), ...of.members.flatMap((each) => memberPage(each, of, writing, words))];
}

function commonPage(of: OutgoingGroup, writing: GroupWriting, words: Words): Block[] {
  const { members, balances, years, name } = of;
  const { text, words: group } = writing;
  const known = members.filter(({ member }) => member);
  const missing = members.filter(({ member }) => !member).map((each) => each.name);
  const span = group.years.all(...years);
  const counted = (persons: number): string => count(persons, text.language);
  return [
    { kind: 'heading', level: 1, text: words.title(name) },
    { kind: 'note', runs: [originOf(of, writing)] },
    { kind: 'paragraph', runs: [words.lead(counted(known.length), counted(members.length), span)] },
    ...(missing.length > 0 ? [{ kind: 'paragraph' as const, runs: [words.missing(missing.join(', '))] }] : []),
    tableOfGroup(of, writing, words),
    { kind: 'heading', level: 2, text: words.meaning },
    {
      kind: 'terms',
      rows: GROUP_COLUMNS.map((column) => ({
        key: column,
        term: group.table.columns[column],
        runs: [group.table.about[column]],
      })),
    },
    { kind: 'paragraph', runs: [group.table.note] },
    ...(balances.length > 0 ? movesOf(of, writing, words) : []),
  ];
}

function tableOfGroup(of: OutgoingGroup, writing: GroupWriting, words: Words): TableBlock {
  const { words: group } = writing;
  const { table } = group;
  const rowOf = (row: GroupRow, head: string): Row => ({
    head: [head],
    cells: GROUP_COLUMNS.map((column) => {
      if (row.years === null) return [column === 'requested' ? table.missing : ''];
      const [figure, below] = groupCell(row, column, writing);
      return below === '' ? [figure] : [figure, '\n', below];
    }),
  });
  const all = of.rows.find(({ municipality }) => municipality === null);
  return {
    kind: 'table',
    caption: words.table(group.years.all(...of.years)),
    origin: `${groupUnit(writing)}. ${of.mark}.`,
    columns: [
      { name: table.member, isFigure: false },
      ...GROUP_COLUMNS.map((column) => ({ name: table.columns[column], isFigure: true })),
    ],
    parts: [
      {
        name: '',
        tail: false,
        rows: of.rows.flatMap((row) => (row.municipality === null ? [] : [rowOf(row, row.name)])),
        sum: all ? rowOf(all, table.all) : null,
      },
    ],
    stacks: false,
  };
}

function movesOf(of: OutgoingGroup, { text, view }: GroupWriting, words: Words): Block[] {
  const names = new Map(of.members.map(({ municipality, name }) => [municipality, name]));
  const kroner = (value: number | null): string => (value === null ? text.unknown : amount(value, text, view));
  const persons = (value: number): string => (isSmall(value) ? HIDDEN : count(value, text.language));
  const [first = '', ...others] = words.moveColumns;
  const rows = of.balances.map(({ municipality, out, into, persons_out, persons_in }) => ({
    head: [names.get(municipality) ?? municipality],
    cells: [[persons(persons_out)], [persons(persons_in)], [kroner(out)], [kroner(into)]],
  }));
  const columns = [{ name: first, isFigure: false }, ...others.map((name) => ({ name, isFigure: true }))];
  return [
    { kind: 'heading', level: 2, text: words.moves },
    { kind: 'paragraph', runs: [words.movesNote] },
    {
      kind: 'table',
      caption: words.movesTable,
      origin: `${text.plan.nominal}. ${of.mark}.`,
      columns,
      parts: [{ name: '', tail: false, rows, sum: null }],
      stacks: false,
    },
  ];
}

function memberPage(
  { name, member, file }: GivenMember,
  of: OutgoingGroup,
  writing: GroupWriting,
  words: Words,
): Block[] {
  const { text, words: group } = writing;
  const heading: Block = { kind: 'heading', level: 1, text: name };
  const origin: Block = { kind: 'note', runs: [originOf(of, writing)] };
  if (!member) return [heading, origin, { kind: 'paragraph', runs: [words.unknown] }];
  const { scenario, inhabitants, data, rates, version, threshold } = member;
  const title = titleIn(scenario.title, text.language);
  const term = (key: string, name: string, value: string) => ({ key, term: name, runs: [value] });
  return [
    heading,
    origin,
    {
      kind: 'terms',
      rows: [
        term('from', words.from, file === null ? words.here : words.file(file)),
        term('scenario', words.scenario, title),
        term('data', words.data, group.data[data]),
        ...(inhabitants
          ? [
              term(
                'inhabitants',
                words.inhabitants(String(inhabitants.year)),
                count(inhabitants.persons, text.language),
              ),
            ]
          : []),
        term('rates', words.rates, rates),
        term('hash', words.hash, scenario.hash),
        term('version', words.version, version),
      ],
    },
    { kind: 'paragraph', runs: [threshold > 0 ? words.threshold(String(threshold)) : words.open] },
    tableOfMember(name, title, member, of, writing, words),
  ];
}

function tableOfMember(
  name: string,
  title: string,
  member: Member,
  of: OutgoingGroup,
  writing: GroupWriting,
  words: Words,
): TableBlock {
  const [planned, tail] = [member.years.filter((each) => !each.tail), member.years.filter((each) => each.tail)];
  const [first = '', ...others] = words.columns;
  return {
    kind: 'table',
    caption: words.memberTable(name, title),
    origin: `${groupUnit({ ...writing, per: 'all' })}. ${of.mark}.`,
    columns: [{ name: first, isFigure: false }, ...others.map((each) => ({ name: each, isFigure: true }))],
    parts: [
      {
        name: '',
        tail: false,
        rows: planned.map((each) => yearRow(each, writing)),
        sum: sumRow(words.sum, planned, writing),
      },
      ...(tail.length > 0
        ? [
            {
              name: words.tail,
              tail: true,
              rows: tail.map((each) => yearRow(each, writing)),
              sum: sumRow(words.sumTail, tail, writing),
            },
          ]
        : []),
    ],
    stacks: false,
  };
}

function yearRow(year: MemberYear, { text, view, words }: GroupWriting): Row {
  const { language } = text;
  const given = (value: number | null): string => (value === null ? words.table.none : count(value, language));
  const few = (value: number): string => (isSmall(value) ? HIDDEN : count(value, language));
  const kroner = (value: number | null): string => (value === null ? text.unknown : amount(value, text, view));
  return {
    head: [String(year.year)],
    cells: [
      year.tail ? '' : given(year.requested),
      year.tail ? '' : given(year.decided),
      few(year.settled),
      few(year.moved_out),
      few(year.in_phase),
      count(year.posts, language),
      number(year.rooms_needed, 0, language),
      kroner(year.income),
      kroner(year.cost),
      year.net === null ? text.unknown : signedAmount(year.net, text, view),
    ].map((each) => [each]),
  };
}

/** Kroner alone are added over years; an unknown one makes the sum unknown. */
function sumRow(name: string, years: readonly MemberYear[], { text, view }: GroupWriting): Row {
  const sum = (of: 'income' | 'cost' | 'net'): number | null =>
    years.reduce<number | null>((all, each) => (all === null || each[of] === null ? null : all + each[of]), 0);
  const [income, cost, net] = [sum('income'), sum('cost'), sum('net')];
  const kroner = (value: number | null): string => (value === null ? text.unknown : amount(value, text, view));
  const blank = Array.from({ length: 7 }, () => ['']);
  const sums = [kroner(income), kroner(cost), net === null ? text.unknown : signedAmount(net, text, view)];
  return { head: [name], cells: [...blank, ...sums.map((each) => [each])] };
}

function originOf({ mark, version, date }: OutgoingGroup, { text }: GroupWriting): string {
  return `${mark}. Bosett ${version}, ${dateOf(date)}. ${text.plan.nominal}.`;
}
