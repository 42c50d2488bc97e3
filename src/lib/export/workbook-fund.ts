import { optionsOf } from '$lib/model/resolve';
import { optionName } from '$lib/text/setting';
import type { Book } from './workbook-book';
import type { Maker } from './workbook-money';

/** Rules that are worked out here; under the others the file holds what the model came to. */
const WORKED_OUT = ['all', 'none'];

/** The rules of the fund in words, and that it is not worked out anew where it is not. */
export function fundRules(rules: readonly string[], { text, words }: Book): string {
  const names = [...new Set(rules)].map((rule) => optionName({ id: 'fund.rule' }, rule, text)).join(', ');
  return rules.every((rule) => WORKED_OUT.includes(rule)) ? names : `${names} (${words.notRecalculated})`;
}

/**
 * What goes to the fund in a year. Under `all` it is the net, and what teaching costs beyond its own grants where the fund
 * may not cover that; under `none` nothing; under the others what the lines of the fund say, which stand as values.
 */
export function fundRow(maker: Maker, rule: string, at: number): string {
  const { cell, unless, sumOf, book, given } = maker;
  if (rule !== 'all') {
    const { year, amount } = book.words.fundNames;
    return unless(at, `SUMIFS(${amount},${year},${maker.year(at)})`);
  }
  const covers = optionsOf(given.plan.parameters, 'fund.covers_education')[at];
  const net = cell('net', at);
  if (covers !== 'no') return unless(at, net);
  const of = (codes: string): string => sumOf(at, { code: `"${codes}"` });
  const deficit = `${of('education.*')}-${of('language_grant.*')}-${of('host_income')}`;
  return unless(at, `${net}+MAX(0,${deficit})`);
}
