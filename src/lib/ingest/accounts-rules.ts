import type { Finding } from '$lib/model/settings';
import type { Booking } from './accounts-kostra';
import { ROUNDING, written } from './accounts-lines';
import type { AccountsRow, Sign } from './accounts-row';
import { say } from './accounts-sheet';
import type { Question } from './reading';

/** What kind of money an item is; null of persons and posts. */
export function moneyKind(item: string): 'cost' | 'income' | 'net' | null {
  if (item === 'introduction_benefit') return 'cost';
  const [kind] = item.split('.');
  return kind === 'cost' || kind === 'income' || kind === 'net' ? kind : null;
}

const UNITS = ['NOK', '1000 NOK', 'million NOK'];
/** The largest yearly amount of a plain service in kroner: under the first none has so little, over the last none so much. */
const LEAST = 200_000;
const MOST = 1_000_000_000;

/** The unit of the money where one is stated or cannot be another, or the question which it is. */
export function unitOrQuestion(bookings: Booking[], stated: string, answer: string | undefined): string | Question {
  if (answer && UNITS.includes(answer)) return answer;
  const money = bookings.filter(({ item }) => moneyKind(item) !== null);
  const given = new Set(money.map(({ unit }) => unit || stated));
  // Stated line by line, each stands for itself.
  if (given.size > 1) return stated || 'NOK';
  const [unit = ''] = given;
  const largest = Math.max(0, ...money.map(({ amount }) => Math.abs(amount)));
  const asKroner = largest >= LEAST;
  const asThousands = largest * 1000 <= MOST;
  const guess = asKroner ? 'NOK' : '1000 NOK';
  const question: Question = { id: 'unit', found: written(largest), options: UNITS, guess };
  if (unit === '') return largest > 0 && asThousands ? question : 'NOK';
  if (!UNITS.includes(unit) || largest === 0) return unit;
  if (unit === 'NOK') return asKroner ? unit : question;
  return unit === '1000 NOK' && !asThousands ? question : unit;
}

/** The sign of each booking, or the question what plus means. */
export function signOrQuestion(bookings: Booking[], answer: string | undefined): ((of: Booking) => Sign) | Question {
  const open = bookings.filter(({ item, sign }) => moneyKind(item) !== null && sign === '');
  const sum = (kind: 'cost' | 'income'): number =>
    open.filter(({ item }) => item === kind).reduce((total, { amount }) => total + amount, 0);
  const [cost, income] = [sum('cost'), sum('income')];
  const isWhole = cost * income < 0 || (cost * income === 0 && cost + income < 0);
  if (isWhole) {
    const sign: Sign = cost > 0 || income < 0 ? 'cost_positive' : 'income_positive';
    return () => sign;
  }
  const nets = open.filter(({ item, amount }) => item === 'net' && amount !== 0);
  const given = answer === 'cost_positive' || answer === 'income_positive' ? answer : null;
  if (nets.length > 0 && !given) {
    const options: Sign[] = ['cost_positive', 'income_positive'];
    return { id: 'sign', found: netsFound(nets), options, guess: likelySign(nets, open) };
  }
  const isNegative = cost < 0;
  return ({ item }) => {
    const kind = moneyKind(item);
    if (kind === 'net') return given ?? 'cost_positive';
    return (kind === 'cost') === isNegative ? 'income_positive' : 'cost_positive';
  };
}

function netsFound(nets: Booking[]): string {
  return nets
    .slice(0, 3)
    .map(({ label, year, amount }) => `${label} ${year}: ${written(amount)}`)
    .join(', ');
}

/** What the sums say of the sign of the net, else its label, else what most frames mean. */
function likelySign(nets: Booking[], open: Booking[]): Sign {
  for (const net of nets) {
    const [cost, income] = ['cost', 'income'].map((item) => open.find((each) => isBeside(each, net, item))?.amount);
    if (cost === undefined || income === undefined) continue;
    if (Math.abs(cost - income - net.amount) <= ROUNDING) return 'cost_positive';
    if (Math.abs(income - cost - net.amount) <= ROUNDING) return 'income_positive';
  }
  return nets.some(({ label }) => /inntekt|overskudd|overskot|resultat/i.test(label))
    ? 'income_positive'
    : 'cost_positive';
}

function isBeside(a: Booking, b: Booking, item: string): boolean {
  return a.item === item && a.year === b.year && a.version === b.version && a.municipality === b.municipality;
}

/** An amount as it counts: cost and income positive, net plus is a surplus. */
export function naturally({ item, amount, sign }: AccountsRow): number {
  const turned = sign === 'cost_positive' ? -amount : amount;
  return moneyKind(item) === 'cost' ? -turned : turned;
}

/** Net that is not income less cost, a year between others that is missing, and amounts a thousand times apart. */
export function ruleFindings(rows: AccountsRow[]): Finding[] {
  return [...netFindings(rows), ...gapFindings(rows), ...scaleFindings(rows)];
}

function netFindings(rows: AccountsRow[]): Finding[] {
  return rows.flatMap((net) => {
    if (net.item !== 'net') return [];
    const of = (item: string): number | undefined => {
      const row = rows.find((each) => each.item === item && each.unit === net.unit && sameYear(each, net));
      return row && naturally(row);
    };
    const [income, cost] = [of('income'), of('cost')];
    if (income === undefined || cost === undefined) return [];
    const difference = income - cost;
    if (Math.abs(difference - naturally(net)) <= ROUNDING) return [];
    const found = `${written(income)} − ${written(cost)} = ${written(difference)}`;
    return [say('accounts-net', `${net.version} ${net.year}`, { found, allowed: written(naturally(net)) })];
  });
}

function sameYear(a: AccountsRow, b: AccountsRow): boolean {
  return a.year === b.year && a.version === b.version && a.municipality === b.municipality;
}

function gapFindings(rows: AccountsRow[]): Finding[] {
  const years = rows.filter(({ version }) => version === 'regnskap').map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const missing: number[] = [];
  for (let year = first + 1; year < last; year += 1) if (!years.includes(year)) missing.push(year);
  return missing.length > 0 ? [say('accounts-year-gap', '', { found: missing.join(', ') })] : [];
}

function scaleFindings(rows: AccountsRow[]): Finding[] {
  return ['cost', 'income'].flatMap((item) => {
    const amounts = rows
      .filter((row) => row.item === item && row.amount !== 0)
      .map(({ amount, unit }) => Math.abs(amount) * (unit === '1000 NOK' ? 1000 : 1));
    const [least, most] = [Math.min(...amounts), Math.max(...amounts)];
    const ratio = most / least;
    if (!(ratio > 300 && ratio < 3000)) return [];
    return [say('accounts-scale', item, { found: `${written(least)} / ${written(most)}` })];
  });
}
