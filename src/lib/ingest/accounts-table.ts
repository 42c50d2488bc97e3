import type { Finding } from '$lib/model/settings';
import { itemBookings, itemQuestion, onceEach } from './accounts-items';
import { ansvarQuestion, kostraBookings, type Booking } from './accounts-kostra';
import { linesOf, missingColumns, type Line } from './accounts-lines';
import { AccountsRow } from './accounts-row';
import { moneyKind, naturally, ruleFindings, signOrQuestion, unitOrQuestion } from './accounts-rules';
import { allowedColumns, columnUses, sheetOf, type Sheet } from './accounts-sheet';
import { onlyVersionIn, signOf, unitIn, yearsIn } from './accounts-words';
import { identifierIn } from './identifiers';
import type { Choices, Question, TableReading } from './reading';
import { schemaFindings, shown } from './schema-findings';
import type { Table } from './table-cells';

/** What a table of accounts gives: rows, or what is wrong with it or must be asked first. */
export type AccountsReading = TableReading & { rows: AccountsRow[] };

/**
 * The rows of a table of accounts: the project's own lines, a report with a column for each version and year, or lines by
 * KOSTRA function and art. With an error or an open question no row is given.
 */
export function readAccountsTable(table: Table, choices: Choices): AccountsReading {
  const sheet = sheetOf(table, choices);
  const reading = { columns: columnUses(sheet), allowed: allowedColumns(sheet) };
  const stopped = (findings: Finding[], questions: Question[] = []): AccountsReading => ({
    ...reading,
    findings,
    questions,
    rows: [],
  });
  const personal = personalIn(sheet);
  if (personal.length > 0) return stopped(personal);
  const { lines, findings } = readLines(sheet);
  if (isWrong(findings)) return stopped(findings);
  if (lines.length === 0) return stopped([{ code: 'no-rows', severity: 'error', path: '' }]);
  const { answers } = choices;
  const asked = questionsBefore(sheet, lines, answers);
  const booked = bookingsOf(sheet, lines.map(filledIn(sheet, answers)), choices);
  const once = onceEach(booked.bookings);
  const found = [...findings, ...booked.findings, ...once.findings];
  if (isWrong(found)) return stopped(found);
  if (once.bookings.length === 0 && asked.length === 0)
    return stopped([...found, { code: 'accounts-no-item', severity: 'error', path: '' }]);
  const unit = unitOrQuestion(once.bookings, unitIn(sheet.context), answers['unit']);
  const sign = signOrQuestion(once.bookings, answers['sign']);
  const questions = [...asked, ...[unit, sign].filter((each): each is Question => typeof each === 'object')];
  if (questions.length > 0 || typeof unit === 'object' || typeof sign === 'object') return stopped(found, questions);
  const { rows, wrong } = rowsOf(once.bookings, unit, sign, answers['unit'] !== undefined);
  if (wrong.length > 0) return stopped([...found, ...wrong]);
  return { ...reading, findings: [...found, ...ruleFindings(rows)], questions: [], rows };
}

function isWrong(findings: Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** Names of accounts, functions and projects are no names of people; a date above the headings is that of the report. */
function personalIn({ headings, above, body }: Sheet): Finding[] {
  const named = headings.map((heading) =>
    heading === '' ? 'tekst' : heading.replace(/^((?:funksjon|art|ansvar|prosjekt|konto)s?[ -]?)na(v|m)n/i, '$1tekst'),
  );
  const titles = above.map((cells) => cells.map((cell) => cell.replace(/^[\d./-]{8,10}$/, '')));
  return identifierIn(named, [...titles, ...body.map(({ cells }) => cells)]);
}

/** What a line says of itself, by the rules of a row. */
const Said = AccountsRow.pick({ municipality: true, year: true, version: true, sign: true }).partial();

function readLines(sheet: Sheet): { lines: Line[]; findings: Finding[] } {
  const missing = missingColumns(sheet);
  if (missing.length > 0) return { lines: [], findings: [...missing, ...sheet.findings] };
  const { lines, findings } = linesOf(sheet);
  const said = lines.flatMap((line) => {
    const raw: Record<string, string> = {
      municipality: line.municipality,
      version: line.version,
      sign: signOf(line.sign),
    };
    const given = Object.fromEntries(Object.entries(raw).filter(([, cell]) => cell !== ''));
    const year = line.year === '' ? {} : { year: /^\d+$/.test(line.year) ? Number(line.year) : line.year };
    const { error } = Said.safeParse({ ...given, ...year });
    return schemaFindings(error?.issues ?? [], { ...given, year: line.year }).map((each) => ({
      ...each,
      row: line.row,
    }));
  });
  const [year, ...more] = yearsIn(sheet.title);
  const isDated = lines.every((line) => line.year !== '') || (year !== undefined && more.length === 0);
  const undated: Finding[] = isDated ? [] : [{ code: 'accounts-year-missing', severity: 'error', path: '' }];
  return { lines, findings: [...sheet.findings, ...said, ...findings, ...undated] };
}

/** What must be known before the lines can be taken together. */
function questionsBefore(sheet: Sheet, lines: Line[], answers: Record<string, string>): Question[] {
  const municipality = { id: 'municipality', found: shown(sheet.title) ?? '', options: [], guess: null };
  const options = [...AccountsRow.shape.version.options];
  const version = { id: 'version', found: shown(sheet.title) ?? '', options, guess: 'regnskap' };
  const isUnplaced = lines.some((line) => line.municipality === '') && municipalityIn(sheet, answers) === '';
  const isUnversioned = lines.some((line) => line.version === '') && versionOf(sheet, answers) === '';
  const isKostra = sheet.columns.includes('art');
  return [
    isUnplaced ? municipality : null,
    isUnversioned ? version : null,
    isKostra ? ansvarQuestion(lines, answers['ansvar']) : null,
    isKostra || isOwn(sheet) ? null : itemQuestion(lines, answers['item']),
  ].filter((question) => question !== null);
}

/** The project's own form has an item, a year and an amount on every line. */
function isOwn({ columns }: Sheet): boolean {
  return ['item', 'year', 'amount'].every((column) => columns.includes(column));
}

function municipalityIn({ title }: Sheet, answers: Record<string, string>): string {
  const answer = answers['municipality']?.trim() ?? '';
  if (/^\d{4}$/.test(answer)) return answer;
  return /kommunen(?:umme)?r\.?:? ?(\d{4})(?!\d)/i.exec(title)?.[1] ?? '';
}

function versionOf({ title }: Sheet, answers: Record<string, string>): string {
  const answer = answers['version'] ?? '';
  return (AccountsRow.shape.version.options as string[]).includes(answer) ? answer : onlyVersionIn(title);
}

/** A line with what the title or an answer says where the line itself does not. */
function filledIn(sheet: Sheet, answers: Record<string, string>): (line: Line) => Line {
  const [year = ''] = yearsIn(sheet.title);
  const municipality = municipalityIn(sheet, answers);
  const version = versionOf(sheet, answers);
  return (line) => ({
    ...line,
    municipality: line.municipality || municipality,
    version: line.version || version,
    year: line.year || year,
    sign: signOf(line.sign),
  });
}

function bookingsOf(sheet: Sheet, lines: Line[], choices: Choices): { bookings: Booking[]; findings: Finding[] } {
  if (sheet.columns.includes('art')) return kostraBookings(lines, choices.answers['ansvar']);
  return itemBookings(lines, isOwn(sheet), choices);
}

function rowsOf(
  bookings: Booking[],
  unit: string,
  signOfMoney: (of: Booking) => string,
  isUnitAnswered: boolean,
): { rows: AccountsRow[]; wrong: Finding[] } {
  const rows: AccountsRow[] = [];
  const wrong: Finding[] = [];
  for (const booking of bookings) {
    const isMoney = moneyKind(booking.item) !== null;
    const stated = isMoney && (isUnitAnswered || booking.unit === '') ? unit : booking.unit || unit;
    const isMillion = stated === 'million NOK';
    const input = {
      municipality: booking.municipality,
      year: Number(booking.year),
      version: booking.version,
      item: booking.item,
      amount: isMillion ? Math.round(booking.amount * 1e6) : booking.amount,
      unit: isMillion ? 'NOK' : stated,
      sign: booking.sign || (isMoney ? signOfMoney(booking) : ''),
      ...(booking.source && { source: booking.source }),
    };
    const { data, error } = AccountsRow.safeParse(input);
    if (data) rows.push(data);
    else wrong.push(...schemaFindings(error.issues, input).map((finding) => ({ ...finding, row: booking.row })));
  }
  return { rows: [...rows, ...netRows(rows)], wrong };
}

/** The net of KOSTRA lines, which have both sides and no line of it. */
function netRows(rows: AccountsRow[]): AccountsRow[] {
  if (!rows.some(({ item }) => /^(cost|income)\.\d{3}$/.test(item))) return [];
  return rows.flatMap((cost) => {
    const isBeside = (row: AccountsRow): boolean =>
      row.year === cost.year && row.version === cost.version && row.municipality === cost.municipality;
    const income = rows.find((row) => row.item === 'income' && isBeside(row));
    if (cost.item !== 'cost' || !income || rows.some((row) => row.item === 'net' && isBeside(row))) return [];
    const amount = naturally(income) - naturally(cost);
    return [{ ...cost, item: 'net', amount: Math.round(amount * 100) / 100, sign: 'income_positive' as const }];
  });
}
