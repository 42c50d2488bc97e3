import type { Text } from './text';

/** What was done, in data; `text/` makes the sentence. */
export type Change = {
  kind:
    | 'start'
    | 'set'
    | 'reset'
    | 'to_proposal'
    | 'choose'
    | 'propose'
    | 'duplicate'
    | 'rename'
    | 'lock'
    | 'unlock'
    | 'remove'
    | 'open'
    | 'open_people'
    | 'open_rates'
    | 'remove_rates'
    | 'approve_rates'
    | 'draft_rates'
    | 'use_accounts'
    | 'drop_accounts'
    | 'draw'
    | 'ask'
    | 'answer'
    | 'remove_question'
    | 'open_questions';
  /** The setting, or the scenario by its source or name. */
  name: string;
  value: number | string | boolean | null;
};

/** What was done, as a line of the log; `nameOf` and `valueOf` give what a setting and its value are called. */
export function changeSentence(
  { kind, name, value }: Change,
  text: Text,
  nameOf: (setting: string) => string,
  valueOf: (setting: string, value: number | string | boolean) => string,
): string {
  const words = text.frame.changes;
  if (kind !== 'set') return words[kind](name);
  return value === null ? words.unset(nameOf(name)) : words.set(nameOf(name), valueOf(name, value));
}
