import type { Finding } from '$lib/model/settings';
import type { Figure } from '../document-row';
import { percentSum } from './01-percent-sum';
import { partsExceedWhole } from './02-parts-exceed-whole';
import { twoValues } from './03-two-values';
import { boundsConflict } from './04-bounds-conflict';
import { figureInImage } from './05-figure-in-image';
import { figureNotInText } from './06-figure-not-in-text';
import { headsWithoutPosts } from './07-heads-without-posts';
import { mixedUnits } from './08-mixed-units';
import { doubtfulUnit } from './09-doubtful-unit';
import { rulesDiffer } from './10-rules-differ';
import { definitionsDiffer } from './11-definitions-differ';
import type { ComparisonRule, DocumentRule } from './figures';

const DOCUMENT_RULES: DocumentRule[] = [
  percentSum,
  partsExceedWhole,
  twoValues,
  boundsConflict,
  figureInImage,
  figureNotInText,
  headsWithoutPosts,
  mixedUnits,
  doubtfulUnit,
];
const COMPARISON_RULES: ComparisonRule[] = [rulesDiffer, definitionsDiffer];

/** What a reader of the figures of one document must know. */
export function documentFindings(figures: Figure[]): Finding[] {
  return DOCUMENT_RULES.flatMap(({ number, check }) => check(figures).map((finding) => ({ ...finding, rule: number })));
}

/** What several documents say differently, by document; each is said once, of the last document that differs. */
export function differencesBetween(documents: Figure[][]): Finding[][] {
  const byRule = COMPARISON_RULES.map(({ number, check }) =>
    check(documents).map((findings) => findings.map((finding) => ({ ...finding, rule: number }))),
  );
  return documents.map((_, at) => byRule.flatMap((findings) => findings[at] ?? []));
}
