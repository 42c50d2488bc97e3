import { describe, expect, it } from 'vitest';
import { mergedQuestions, questionsFor, type AskedQuestion } from '$lib/model/question';

const question = (more: Partial<AskedQuestion> = {}): AskedQuestion => ({
  scenario: 'Ti i året',
  metric: 'net',
  years: [2026],
  figure: '−0,5 mill.',
  mode: 'private',
  asked: 'Hva om færre flytter?',
  answer: '',
  ...more,
});

describe('questions of several files', () => {
  it('stand once each, and keep an answer whichever file brings it', () => {
    const answered = question({ answer: 'Da blir det bedre.' });
    expect(mergedQuestions([question()], [answered])).toEqual([answered]);
    expect(mergedQuestions([answered], [question()])).toEqual([answered]);
  });

  it('are others where the figure, the year or the words are others', () => {
    const others = [
      question(),
      question({ years: [2027] }),
      question({ metric: 'posts' }),
      question({ asked: 'Når?' }),
    ];
    expect(mergedQuestions([], others)).toEqual(others);
  });
});

it('what was asked of every number is not for everybody', () => {
  const open = question({ mode: 'public' });
  expect(questionsFor('public', [question(), open])).toEqual([open]);
  expect(questionsFor('private', [question(), open])).toHaveLength(2);
});
