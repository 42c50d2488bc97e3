import { describe, expect, it } from 'vitest';
import { personalIn, questionsText, readQuestions } from '$lib/ingest/questions-file';
import { LONGEST_QUESTION, type AskedQuestion } from '$lib/model/question';

const question: AskedQuestion = {
  scenario: 'Herøy: 10 i året',
  metric: 'fund',
  years: [2028],
  figure: '−4,3 mill.',
  mode: 'public',
  asked: 'Når er fondet tomt?',
  answer: '',
};
const file = (questions: unknown[]) => ({ format: 'bosett/questions@1', municipality: '1818', questions });
const codes = (value: unknown) => readQuestions(value).findings.map(({ code }) => code);

describe('a file of questions', () => {
  it('is read as it was written', () => {
    const read = readQuestions(JSON.parse(questionsText('1818', [question])));
    expect(read.file).toEqual(file([question]));
  });

  it('is refused whole where a text tells of a person, and says where, not what', () => {
    const { file: read, findings } = readQuestions(
      file([question, { ...question, asked: 'Skriv til ola@example.org' }]),
    );
    expect(read).toBeNull();
    expect(findings).toMatchObject([{ code: 'personal-text', path: 'questions[1].asked' }]);
    expect(JSON.stringify(findings)).not.toContain('example.org');
  });

  it('names every defect at once', () => {
    const long = 'x'.repeat(LONGEST_QUESTION + 1);
    expect(
      codes(
        file([
          { ...question, metric: 'luck' },
          { ...question, asked: long },
        ]),
      ),
    ).toHaveLength(2);
    expect(codes({ ...file([]), format: 'bosett/questions@2' })).toHaveLength(1);
    expect(codes(file([{ ...question, extra: 1 }]))).toContain('unknown-key');
    expect(codes([])).not.toEqual([]);
  });
});

it('a typed text that tells of a person is found', () => {
  expect(personalIn('Ring tlf. 12 34 56 78 om dette')).not.toEqual([]);
  expect(personalIn('Hvorfor 15,1 millioner i 2029?')).toEqual([]);
});
