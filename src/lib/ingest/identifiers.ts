import type { Finding } from '$lib/model/settings';

const HEADINGS =
  /f(ø|oe|o)dsels|^fnr$|personn(umme)?r|^d-?n(umme)?r|^duf|(?<!kommune)navn|^name$|first.?name|last.?name|adresse|address|telefon|phone|mobil|e-?post|e-?mail|birth.?date|date.?of.?birth/i;

/** Columns that identify a person, by heading or by content. The finding says column, kind and count, never a value. */
export function identifierIn(headings: string[], body: string[][]): Finding[] {
  return headings.flatMap((heading, column) => {
    const finding = (found: string): Finding => ({
      code: 'personal-data',
      severity: 'error',
      path: heading.trim(),
      found,
    });
    if (HEADINGS.test(heading.trim())) return [finding('heading')];
    const counted = new Map<string, number>();
    for (const row of [headings, ...body]) {
      const kind = kindOf(row[column] ?? '');
      if (kind) counted.set(kind, (counted.get(kind) ?? 0) + 1);
    }
    // A heading that is itself a number belongs to a file without headings; it must not be repeated either.
    const path = kindOf(heading) ? `${column + 1}` : heading.trim();
    return [...counted].map(([kind, count]) => ({ ...finding(`${kind}:${count}`), path }));
  });
}

function kindOf(cell: string): string | null {
  if (/[^\s@]+@[^\s@]+\.[a-zæøå]{2,}/i.test(cell)) return 'email';
  for (const [written] of cell.matchAll(/\d(?:[\s.\u00a0\u202f-]?\d){9,}/g)) {
    const digits = written.replace(/\D/g, '');
    // A spreadsheet takes the leading zero off a number.
    const full = digits.length === 10 ? `0${digits}` : digits;
    if (full.length === 11 && isNationalNumber(full)) return 'national-number';
    if (digits.length === 12 && isDufNumber(digits)) return 'duf-number';
  }
  if (/^\d{1,2}[./-]\d{1,2}[./-](19|20)\d\d$|^(19|20)\d\d-\d\d-\d\d$/.test(cell.trim())) return 'date';
  return null;
}

/** Fødselsnummer with D, H and synthetic months, by the checks before and from 2032, and the dummy suffixes SSB accepts. */
function isNationalNumber(digits: string): boolean {
  const part = (from: number, to: number): number => Number(digits.slice(from, to));
  const day = part(0, 2) > 40 ? part(0, 2) - 40 : part(0, 2);
  const month = [0, 40, 80].map((shift) => part(2, 4) - shift).find((candidate) => candidate >= 1 && candidate <= 12);
  if (day < 1 || day > 31 || month === undefined) return false;
  if (['00100', '00200', '99999'].includes(digits.slice(6))) return true;
  const sum = (weights: number[]): number =>
    weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0) % 11;
  const first = sum([3, 7, 6, 1, 8, 9, 4, 5, 2, 1]);
  return first <= 3 && sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) === 0;
}

function isDufNumber(digits: string): boolean {
  const sum = [4, 6, 3, 2, 4, 6, 3, 2, 7, 5].reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return sum % 11 === Number(digits.slice(10));
}
