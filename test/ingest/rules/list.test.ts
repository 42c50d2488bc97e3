import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '$lib/model/settings';
import { en } from '$lib/text/en';
import { reportText } from '$lib/text/report';
import { findingSentence } from '$lib/text/finding';
import { nb } from '$lib/text/nb';
import { nn } from '$lib/text/nn';
import { root } from '../../../src/cli/prepare.js';
import { examples } from './examples';

type Rule = { number: number; codes: string[] };

const FOLDER = 'src/lib/ingest/rules';
const names = readdirSync(join(root, FOLDER)).filter((name) => /^\d/.test(name));
const modules = import.meta.glob<Record<string, Rule>>('../../../src/lib/ingest/rules/[0-9]*.ts', { eager: true });
const rules = Object.entries(modules).flatMap(([path, exported]) =>
  Object.values(exported).map((rule) => ({ name: path.split('/').at(-1) ?? '', ...rule })),
);
const listed = readFileSync(join(root, 'docs/rules.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, number]) => /^\d+$/.test(number ?? ''))
  .map(([, number, name, sentence, codes]) => ({ number: Number(number), name, sentence, codes }));

describe('the numbered rules', () => {
  it('stand one in a file, with the number of the file, from 1 without a gap', () => {
    expect(rules.map(({ name }) => name)).toEqual(names);
    expect(rules.map(({ name }) => Number(name.slice(0, 2)))).toEqual(rules.map(({ number }) => number));
    expect(rules.map(({ number }) => number)).toEqual(rules.map((_, at) => at + 1));
  });

  it('have codes that no other rule has', () => {
    const codes = rules.flatMap((rule) => rule.codes);
    expect(codes).toEqual([...new Set(codes)]);
  });

  it('are listed in docs/rules.md with file, sentence and codes, and nothing else is', () => {
    const sentences: Record<number, string> = reportText.en.rules;
    expect(listed).toEqual(
      rules.map(({ number, name, codes }) => ({
        number,
        name: `\`${name}\``,
        sentence: sentences[number],
        codes: codes.map((code) => `\`${code}\``).join(', '),
      })),
    );
  });

  it('are each told in one sentence in three languages, and no other is', () => {
    for (const { rules: told } of Object.values(reportText)) {
      expect(Object.keys(told).map(Number)).toEqual(rules.map(({ number }) => number));
      expect(Object.values(told).filter((sentence) => !/^[A-ZÆØÅ].*\S\.$/.test(sentence))).toEqual([]);
    }
  });

  it('have a doc comment with a source', () => {
    const offenders = names.filter((name) => {
      const text = readFileSync(join(root, FOLDER, name), 'utf8');
      return !/\/\*\*(?:(?!\*\/)[^])*Source:\s(?:(?!\*\/)[^])*\*\/\nexport const/.test(text);
    });
    expect(offenders).toEqual([]);
  });

  it.each(rules)('$number ($name) says each of its codes of an example that breaks it, with its number', (rule) => {
    const breaks: Record<string, () => Finding[]> = examples[rule.number]?.breaks ?? {};
    expect(Object.keys(breaks)).toEqual(rule.codes);
    for (const [code, found] of Object.entries(breaks)) {
      const said = found();
      expect(said.filter((finding) => finding.code === code).map((finding) => finding.rule)).toEqual([rule.number]);
      for (const text of [nb, nn, en]) expect(findingSentence(said[0] ?? never(), text)).not.toMatch(/undefined|NaN/);
    }
  });

  it.each(rules)('$number ($name) says nothing of an example that keeps it', (rule) => {
    expect(examples[rule.number]?.keeps()).toEqual([]);
  });
});

function never(): never {
  throw new Error('nothing found');
}
