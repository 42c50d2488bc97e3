import type { Finding } from '$lib/model/settings';
import type { Figure } from '../document-row';
import { finding, groupsBy, isKnown, type Known } from './figures';

type Placed = { document: number; figure: Known };

/** The figures with a number of all documents, each with the document it stands in. */
export function placedFigures(documents: Figure[][]): Placed[] {
  return documents.flatMap((figures, document) => figures.filter(isKnown).map((figure) => ({ document, figure })));
}

/**
 * What documents say differently of one thing, once, among the findings of the last document that says it: `key` tells the
 * thing, `said` what a figure says of it, and `shown` which figures are repeated. What one document alone says differently
 * is no difference between documents.
 */
export function differences(
  code: string,
  documents: number,
  figures: Placed[],
  key: (figure: Known) => string,
  said: (figure: Known) => string,
  shown = (all: Placed[]): Placed[] => all,
): Finding[][] {
  const findings = Array.from({ length: documents }, (): Finding[] => []);
  for (const same of groupsBy(figures, ({ figure }) => key(figure))) {
    const repeated = shown(same);
    const last = repeated.at(-1);
    if (!last || new Set(same.map(({ figure }) => said(figure))).size < 2) continue;
    if (new Set(same.map(({ document }) => document)).size < 2) continue;
    const found = repeated.map(({ figure }) => `${said(figure)} (${figure.source})`).join(', ');
    findings[last.document]?.push(finding(code, [last.figure], found));
  }
  return findings;
}

/** The first figure of each document. */
export function onePerDocument(all: Placed[]): Placed[] {
  return all.filter(({ document }, at) => all.findIndex((each) => each.document === document) === at);
}
