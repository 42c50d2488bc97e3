import type { Finding } from '$lib/model/settings';

type Kind = 'national-number' | 'duf-number' | 'email' | 'date' | 'phone' | 'address' | 'name';

/** The shortest text that has a form by which it identifies: eight digits. */
const SHORTEST = 8;
/** How many different cells are remembered while a file is read. */
const MOST_KNOWN = 100_000;

const HEADINGS =
  /f(ø|oe|o)dsels|^fnr$|personn(umme)?r|^d-?n(umme)?r|^duf|(?<!kommune)na[vm]n|^name$|first.?name|last.?name|adresse|address|telefon|phone|mobil|e-?post|e-?mail|birth.?date|date.?of.?birth/i;

/**
 * Columns that identify a person, by heading or by content in any of the parts. The finding says column, kind and count,
 * never a value.
 */
export function identifierIn(headings: string[], ...parts: string[][][]): Finding[] {
  const known = new Map<string, Kind | null>();
  const kindIn = (cell: string): Kind | null => {
    if (cell.length < SHORTEST && !cell.includes('@')) return null;
    const seen = known.get(cell);
    if (seen !== undefined) return seen;
    const kind = kindOf(cell);
    if (known.size < MOST_KNOWN) known.set(cell, kind);
    return kind;
  };
  return headings.flatMap((heading, column) => {
    const finding = (found: string): Finding => ({
      code: 'personal-data',
      severity: 'error',
      path: heading.trim(),
      found,
    });
    if (HEADINGS.test(heading.trim())) return [finding('heading')];
    const counted = new Map<Kind, number>();
    const names = new NameCount(heading);
    for (const rows of [[headings], ...parts])
      for (const row of rows) {
        const cell = row[column];
        if (!cell) continue;
        const kind = kindIn(cell);
        if (kind) counted.set(kind, (counted.get(kind) ?? 0) + 1);
        else if (row !== headings) names.take(cell);
      }
    if (names.isNames) counted.set('name', names.count);
    // A heading that is itself a number belongs to a file without headings; it must not be repeated either.
    const path = kindOf(heading) ? `${column + 1}` : heading.trim();
    return [...counted].map(([kind, count]) => ({ ...finding(`${kind}:${count}`), path }));
  });
}

/** Names have no form of their own: a column has names where most of its cells are two or more capitalised words, and differ. */
class NameCount {
  count = 0;
  #cells = 0;
  readonly #different = new Set<string>();
  readonly #isPlace: boolean;

  constructor(heading: string) {
    this.#isPlace = PLACES.test(heading);
  }

  take(cell: string): void {
    if (this.#isPlace) return;
    this.#cells += 1;
    if (!cell.includes(' ') || !NAME.test(cell.trim()) || KINDS.test(cell)) return;
    this.count += 1;
    if (this.#different.size < MOST_KNOWN) this.#different.add(cell);
  }

  get isNames(): boolean {
    return this.#different.size > 1 && this.count > this.#cells / 2 && this.#different.size > this.count / 2;
  }
}

const NAME = /^\p{Lu}[\p{L}'’.-]*(,? \p{Lu}[\p{L}'’.-]*){1,4}$/u;
/** Words of kinds of people, permits and households, which some write with capitals. */
const KINDS =
  /enslig|einsleg|single|forsørg|\bpar\b|couple|barn|child|familie|family|voksn?e|vaks|adult|mindreårig|minor|beskytt|protect|gruppe/i;
const PLACES = /kommune|fylke|region|municipality|county|sted|stad|tekst|ansvar|item|post/i;
const STREET =
  /\p{L}{2,}(gata|gaten|gate|veien|vegen|vei|veg|allé|alléen|svingen|bakken|stien|plassen)\s+\d+\s?[a-z]?\b/iu;
const DATE = /^(\d{1,2}[./-]\d{1,2}[./-](19|20)\d\d|(19|20)\d\d-\d\d-\d\d)([ T]\d{1,2}[:.]\d\d([:.]\d\d)?(\.\d+)?Z?)?$/;
const PHONE = /^(\+|00)[1-9]\d[\d ]{7,14}$|^[2-9]\d{2} \d{2} \d{3}$|^[2-9]\d( \d{2}){3}$/;
const PHONE_IN_TEXT = /\b(tlf|telefon|mob|mobil|phone|tel)\b\.?:? ?\+?\d[\d ]{7,}/i;
/** How a bank account is written; no identity number is grouped so. */
const BANK_ACCOUNT = /^\d{4}[. ]\d{2}[. ]\d{5}$/;

function kindOf(cell: string): Kind | null {
  if (cell.length < SHORTEST && !cell.includes('@')) return null;
  const plain = cell.trim();
  if (/[^\s@]+@[^\s@]+\.[a-zæøå]{2,}/i.test(plain)) return 'email';
  if (/\d{2}/.test(plain) && !BANK_ACCOUNT.test(plain)) {
    const kind = numberKind(plain);
    if (kind) return kind;
  }
  if (DATE.test(plain)) return 'date';
  if (PHONE.test(plain) || PHONE_IN_TEXT.test(plain)) return 'phone';
  return STREET.test(plain) ? 'address' : null;
}

/** The kind of any run of digits in a text, whatever groups of it belong together. */
function numberKind(plain: string): Kind | null {
  for (const [written] of plain.matchAll(/\d(?:[\s.\u00a0\u202f-]?\d){9,}/g)) {
    const groups = written.split(/\D+/);
    for (let from = 0; from < groups.length; from += 1) {
      let digits = '';
      for (const group of groups.slice(from)) {
        digits += group;
        // A spreadsheet takes the leading zero off a number.
        const full = digits.length === 10 ? `0${digits}` : digits;
        if (full.length === 11 && isNationalNumber(full)) return 'national-number';
        if (digits.length === 12 && isDufNumber(digits)) return 'duf-number';
      }
    }
  }
  return null;
}

/** Whether a word of a file must not be repeated: it has the form of what identifies, or of a name. */
export function isPersonal(text: string): boolean {
  const plain = text.trim();
  return kindOf(plain) !== null || /\d{8}/.test(plain) || (NAME.test(titled(plain)) && !KINDS.test(plain));
}

/** A name is one however it is written. */
function titled(text: string): string {
  return text.replace(/(^|[ '’.-])\p{Ll}/gu, (letter) => letter.toUpperCase());
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
