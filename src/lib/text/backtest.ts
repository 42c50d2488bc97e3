import type { Language } from './language';
import { backtest as en } from './backtest.en';
import { backtest as nb } from './backtest.nb';
import { backtest as nn } from './backtest.nn';
import type { Text } from './text';

/** The words of the back-test. They come with its page and the command line. */
export const backtestText: Record<Language, typeof nb> = { nb, nn, en };

/** What a line of accounts is called: an item of the back-test or of the model, a function, or what the file calls it. */
export function accountsItemName(item: string, text: Text): string {
  const { items, byFunction } = backtestText[text.language].accounts;
  const [, side, code = ''] = /^(cost|income)\.(\d{3})$/.exec(item) ?? [];
  if (side === 'cost' || side === 'income') return byFunction[side](code);
  const own: Partial<Record<string, string>> = items;
  const modelled: Partial<Record<string, string>> = text.items;
  return own[item] ?? modelled[item] ?? item;
}
