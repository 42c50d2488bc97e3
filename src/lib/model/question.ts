import type { Metric } from './year-row';

/** A question that somebody attached to a figure, for the administration to answer. It names no person. */
export type AskedQuestion = {
  /** The plan the figure is of, as it was called. */
  scenario: string;
  metric: Metric;
  years: readonly number[];
  group?: string | undefined;
  /** The figure as it was shown, and to whom. */
  figure: string;
  mode: 'private' | 'public';
  asked: string;
  /** Empty until it is answered. */
  answer: string;
};

/** Characters of a question and of an answer at most. */
export const LONGEST_QUESTION = 600;
export const LONGEST_ANSWER = 3000;
/** Questions that one file, link or workspace holds at most. */
export const MOST_QUESTIONS = 200;

/** Questions with others after them; one that is there already takes over an answer and stands once. */
export function mergedQuestions(known: readonly AskedQuestion[], more: readonly AskedQuestion[]): AskedQuestion[] {
  const all = new Map(known.map((question) => [keyOf(question), question]));
  for (const question of more) {
    const before = all.get(keyOf(question));
    all.set(keyOf(question), before && question.answer === '' ? before : question);
  }
  return [...all.values()];
}

/** Questions that those may see to whom a plan is shown: what was asked of every number is not for everybody. */
export function questionsFor(
  mode: AskedQuestion['mode'],
  questions: readonly AskedQuestion[],
): readonly AskedQuestion[] {
  return mode === 'private' ? questions : questions.filter((question) => question.mode === 'public');
}

function keyOf({ scenario, metric, years, group, asked }: AskedQuestion): string {
  return JSON.stringify([scenario, metric, years, group, asked]);
}
