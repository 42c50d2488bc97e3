import type { Finding } from '$lib/model/settings';
import type { Figure } from '../document-row';

/** A numbered rule about the figures of one document. */
export type DocumentRule = { number: number; codes: string[]; check: (figures: Figure[]) => Finding[] };

/** A numbered rule about what several documents say differently; it gives the findings of each document. */
export type ComparisonRule = { number: number; codes: string[]; check: (documents: Figure[][]) => Finding[][] };

/** A figure with a number. */
export type Known = Figure & { value: number };

export function isKnown(figure: Figure): figure is Known {
  return figure.value !== null;
}

/** The things that have the same key, together. */
export function groupsBy<T>(all: T[], key: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const known = groups.get(key(one));
    if (known) known.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups.values()];
}

/** What figures of one thing in one document share, whatever the year. */
export function keyOf(of: Pick<Figure, 'municipality' | 'table' | 'measure' | 'unit' | 'source'>): string {
  return [of.municipality, of.table, of.measure, of.unit, of.source].join('|');
}

/** The parts of each measure of a year with the whole they are parts of, where one is given. */
export function partsOf(figures: Figure[]): { parts: Figure[]; whole: Known | undefined }[] {
  return groupsBy(figures, (figure) => `${keyOf(figure)}|${figure.year}`).flatMap((same) => {
    const parts = same.filter(({ group }) => group !== '' && group !== 'all');
    if (parts.length === 0) return [];
    return [{ parts, whole: same.filter(isKnown).find(({ group }) => group === 'all') }];
  });
}

/** The sum of the figures that have a number. */
export function sumOf(figures: Figure[]): number {
  return figures.filter(isKnown).reduce((sum, { value }) => sum + value, 0);
}

/** A number without the noise of binary fractions. */
export function written(value: number): string {
  return String(Number(value.toFixed(6)));
}

/** Figures with where in the document each stands: `90 (2.3), 80 (3.2)`. */
export function withPlaces(figures: Known[]): string {
  const sign = { '': '', at_most: '≤ ', at_least: '≥ ' };
  return figures.map(({ value, bound, place }) => `${sign[bound]}${written(value)} (${place})`).join(', ');
}

/** A warning at the first of the figures it is about. */
export function finding(code: string, about: Figure[], found?: string, more: Partial<Finding> = {}): Finding {
  const [first] = about;
  const path = [first?.table, first?.measure, about.length === 1 ? first?.group : undefined].filter(Boolean).join('.');
  const year = about.find((figure) => figure.year !== null)?.year;
  return {
    code,
    severity: 'warning',
    path: year ? `${path} ${year}` : path,
    row: first?.row,
    ...(found === undefined ? {} : { found }),
    ...more,
  };
}
