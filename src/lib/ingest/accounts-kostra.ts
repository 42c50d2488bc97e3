import { ITEMS, type Item } from '$lib/model/items';
import type { Finding } from '$lib/model/settings';
import type { Line } from './accounts-lines';
import { isPersonal } from './identifiers';
import { say } from './accounts-sheet';
import type { Question } from './reading';

/** An amount of an item in a year and version, as the file has it. */
export type Booking = Omit<Line, 'funksjon' | 'art' | 'ansvar' | 'text'> & { label: string };

type Side = 'cost' | 'income';

const BENEFIT = ITEMS.introduction_benefit;

/** Functions the model has something in: of money the grants pay for. */
const FUNCTIONS = new Set(
  (Object.values(ITEMS) as Item[]).filter(({ tag }) => tag === 'extra').map(({ funksjon }) => funksjon),
);

/** The art of three digits; of five it is the account class and a detail around it. A sheet takes leading zeros off. */
function artOf(cell: string): string | null {
  const digits = /^\d+/.exec(cell)?.[0] ?? '';
  if (digits.length === 5) return digits.slice(1, 4);
  return digits.length > 0 && digits.length <= 3 ? digits.padStart(3, '0') : null;
}

function functionOf(cell: string): string | null {
  const digits = /^\d+/.exec(cell)?.[0] ?? '';
  return digits.length === 3 || digits.length === 4 ? digits.slice(0, 3) : null;
}

/** Arts that are compensated value added tax: the model's costs are net of it. */
const VAT = ['429', '728', '729'];

/** Cost or income by art; null is financing, funds and compensated tax, which are neither. */
function sideOf(art: string): Side | null {
  const number = Number(art);
  if (VAT.includes(art) || number > 899 || (number > 500 && number < 600)) return null;
  return number < 600 ? 'cost' : 'income';
}

/** Which ansvar are the service's, where the file has several. `all`, one, or several with a comma. */
export function ansvarQuestion(lines: Line[], answer: string | undefined): Question | null {
  const known = [...new Set(lines.map(({ ansvar }) => ansvar))].filter((each) => each !== '').sort();
  if (known.length < 2 || answer === 'all') return null;
  const chosen = (answer ?? '').split(',').map((each) => each.trim());
  if (answer && chosen.every((each) => known.includes(each))) return null;
  const likely = known.filter((ansvar) =>
    lines.some(
      (line) =>
        line.ansvar === ansvar &&
        (SERVICE.test(`${line.ansvar} ${line.text}`) || ['275', '850'].includes(functionOf(line.funksjon) ?? '')),
    ),
  );
  const guess = likely.length > 0 ? likely.join(',') : null;
  const joined = guess !== null && likely.length > 1 ? [guess] : [];
  return { id: 'ansvar', found: known.join(', '), options: [...joined, ...known, 'all'], guess };
}

const SERVICE = /flyktning|innvandr|integrer|introduksjon|voksenoppl|vaksenoppl/i;

/** Lines of KOSTRA accounts as bookings: cost, income and net, cost and income of each function, and the benefit. */
export function kostraBookings(
  lines: Line[],
  answer: string | undefined,
): { bookings: Booking[]; findings: Finding[] } {
  const chosen = answer && answer !== 'all' ? answer.split(',').map((each) => each.trim()) : null;
  const findings: Finding[] = [];
  const left = { arts: new Set<string>(), functions: new Set<string>() };
  const sums = new Map<string, Booking>();
  const add = (line: Line, item: string, amount: number): void => {
    const { row, municipality, year, version, unit, sign, source } = line;
    const key = `${municipality} ${year} ${version} ${item}`;
    const sum = sums.get(key) ?? { row, municipality, year, version, item, label: item, unit, sign, source, amount: 0 };
    sums.set(key, { ...sum, amount: sum.amount + amount });
  };
  for (const line of lines) {
    if (chosen && !chosen.includes(line.ansvar)) continue;
    const art = artOf(line.art);
    const funksjon = line.funksjon === '' ? '' : functionOf(line.funksjon);
    // A line of sums has a text and no code.
    if (line.art === '') continue;
    if (art === null) findings.push(codeFinding('accounts-art', 'art', line.row, line.art));
    if (funksjon === null) findings.push(codeFinding('accounts-function', 'funksjon', line.row, line.funksjon));
    if (art === null || funksjon === null) continue;
    const side = sideOf(art);
    if (side === null) left.arts.add(art);
    else if (funksjon !== '' && !FUNCTIONS.has(funksjon)) left.functions.add(funksjon);
    else {
      add(line, side, line.amount);
      if (funksjon !== '') add(line, `${side}.${funksjon}`, line.amount);
      if (funksjon === BENEFIT.funksjon && art === BENEFIT.art) add(line, 'introduction_benefit', line.amount);
    }
  }
  const named = (codes: Set<string>): Partial<Finding> => ({ found: [...codes].sort().join(', ') });
  if (left.arts.size > 0) findings.push(say('accounts-arts-left-out', '', named(left.arts)));
  if (left.functions.size > 0) findings.push(say('accounts-functions-left-out', '', named(left.functions)));
  return {
    bookings: [...sums.values()].map((sum) => ({ ...sum, amount: Math.round(sum.amount * 100) / 100 })),
    findings,
  };
}

function codeFinding(code: 'accounts-art' | 'accounts-function', path: string, row: number, found: string): Finding {
  return { code, severity: 'error', path, row, found: isPersonal(found) ? '…' : found.slice(0, 40) };
}
