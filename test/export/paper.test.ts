import { describe, expect, test } from 'vitest';
import { paperOf, resolutionOf } from '$lib/export/paper';
import { isFigure, wordsOf, type Block, type FigureRun, type Run, type TableBlock } from '$lib/export/paper-block';
import type { Given, Outgoing } from '$lib/export/outgoing';
import { count } from '$lib/format';
import { openingPopulation, type CohortRow } from '$lib/model/cohort';
import { hiddenRange } from '$lib/model/hidden';
import type { Plan } from '$lib/model/plan';
import { figureIn } from '$lib/model/why';
import { MONEY } from '$lib/model/year-row';
import { publish } from '$lib/protect/publish';
import { en } from '$lib/text/en';
import { nb } from '$lib/text/nb';
import { nn } from '$lib/text/nn';
import { paperText } from '$lib/text/paper';
import type { Text } from '$lib/text/text';
import { outgoingOfFiles, outgoingOfPlans } from '../outgoing';
import { planOfFile } from '../repository-scenario';

const ASKED = { about: 'Valgt nå', figure: '−1,2', asked: 'Hva om færre kommer?', answer: '' };

function paper(of: Outgoing, text: Text = nb): Block[] {
  return paperOf(of, text, paperText[text.language]);
}

/** Every run of some blocks, in order. */
function runsOf(blocks: Block[]): Run[] {
  return blocks.flatMap((block): Run[] => {
    if ('runs' in block) return block.runs;
    if (block.kind === 'list') return block.items.flat();
    if (block.kind === 'terms') return block.rows.flatMap(({ runs }) => runs);
    if (block.kind !== 'table') return [];
    const rows = block.parts.flatMap((part) => [...part.rows, ...(part.sum ? [part.sum] : [])]);
    return rows.flatMap(({ head, cells }) => [...head, ...cells.flat()]);
  });
}

/** All that is written in some blocks. */
function written(blocks: Block[]): string {
  const plain = blocks.map((block) => {
    if (block.kind === 'heading') return block.text;
    if (block.kind === 'table') return `${block.caption} ${block.origin}`;
    return block.kind === 'resolution' || block.kind === 'hidden' ? block.lines.join(' ') : '';
  });
  return [...plain, wordsOf(runsOf(blocks))].join('\n');
}

function headings(blocks: Block[], level: 1 | 2 | 3): string[] {
  return blocks.flatMap((block) => (block.kind === 'heading' && block.level === level ? [block.text] : []));
}

function tables(blocks: Block[]): TableBlock[] {
  return blocks.filter((block) => block.kind === 'table');
}

function givenOf(of: Outgoing, { ask }: FigureRun): Given {
  const given = ask.of === 'about' ? of.about : ask.of === 'other' ? of.other : of.alternatives[ask.of]?.given;
  if (!given) throw new Error(`no plan: ${ask.of}`);
  return given;
}

/** A figure as a number: kroner in millions, or a count. */
function numberIn(text: string): number {
  return Number(
    text
      .replace(/[^\d,−-]/g, '')
      .replace('−', '-')
      .replace(',', '.'),
  );
}

describe('figures', () => {
  test('every figure is the forecast’s own, of the plan, metric and years that it asks about', () => {
    const of = outgoingOfFiles('heroy-40', 'heroy-10');
    const figures = runsOf(paper(of)).filter(isFigure);
    expect(figures.length).toBeGreaterThan(120);
    for (const figure of figures) {
      const { metric, years } = figure.ask;
      const value = figureIn({ metric, years }, givenOf(of, figure).forecast, false);
      const isMoney = MONEY.includes(metric);
      // What is in plus or in minus is said in words after it.
      const shown = figure.text.includes('mill.') ? Math.sign(value) * numberIn(figure.text) : numberIn(figure.text);
      expect(Math.abs(shown - (isMoney ? value / 1e6 : value)), `${figure.name} ${figure.text}`).toBeLessThan(0.0501);
      if (figure.sign !== null) expect(figure.sign).toBeCloseTo(value, 4);
    }
  });

  test('every alternative has its sums, its worst year and what it needs at the most', () => {
    const of = outgoingOfFiles('heroy-40', 'heroy-10');
    const table = tables(paper(of)).find(({ caption }) => caption.startsWith(nb.vote.caption));
    const rows = table?.parts[0]?.rows ?? [];
    expect(rows.map(({ head }) => wordsOf(head))).toEqual(of.alternatives.map(({ persons }) => String(persons)));
    rows.forEach(({ cells }, at) => {
      const figures = cells.flat().filter(isFigure);
      expect(figures.map(({ ask }) => ask.of)).toEqual([at, at, at, at, at]);
      expect(figures.map(({ ask }) => ask.metric)).toEqual(['net', 'net', 'net', 'rooms_needed', 'posts']);
    });
  });

  test('years after the plan stand apart, under their own name, with their own sum', () => {
    const [economy] = tables(paper(outgoingOfFiles('heroy-40', null)));
    expect(economy?.parts.map(({ name, tail }) => [name, tail])).toEqual([
      ['', false],
      ['Etter planen', true],
    ]);
    expect(economy?.parts.map(({ sum }) => sum && wordsOf(sum.head))).toEqual(['Sum i planen', 'Sum etter planen']);
    expect(wordsOf(economy?.parts[0]?.rows[0]?.head ?? [])).toBe('2024');
    expect(wordsOf(economy?.parts[1]?.rows[0]?.head ?? [])).toBe('2028');
  });

  test('an unknown amount stays unknown in table, sentence and sum, and is said', () => {
    const of = outgoingOfFiles('elverum-40', null);
    const unknown = of.about.years.filter(({ incomplete }) => incomplete).map(({ year }) => year);
    expect(unknown.length).toBeGreaterThan(0);
    const blocks = paper(of);
    const figures = runsOf(blocks).filter(isFigure);
    for (const { ask, text } of figures) {
      if (ask.of !== 'about' || ask.metric !== 'net') continue;
      const isUnknown = ask.years.some((year) => unknown.includes(year));
      expect(/ukjent/.test(text), `${ask.years.join()} ${text}`).toBe(isUnknown);
    }
    expect(written(blocks)).toContain('et ukjent beløp');
    expect(written(blocks)).toContain('Det er ikke regnet som null');
    expect(written(blocks)).not.toMatch(/Fondet er [−+]?\d/);
    expect(written(blocks)).not.toMatch(/ {2}|undefined|NaN|\[object/);
  });
});

describe('sections', () => {
  const ORDER = {
    nb: ['Saken gjelder', 'Bakgrunn', 'Vurdering', 'Alternativer', 'Konsekvenser etter planperioden'],
    nn: ['Saka gjeld', 'Bakgrunn', 'Vurdering', 'Alternativ', 'Konsekvensar etter planperioden'],
    en: ['The matter', 'Background', 'Assessment', 'Alternatives', 'Consequences after the plan'],
  };
  const LAST = {
    nb: ['Forslag til vedtak', 'Forutsetninger og kilder', 'Spørsmål og svar'],
    nn: ['Framlegg til vedtak', 'Føresetnader og kjelder', 'Spørsmål og svar'],
    en: ['Proposed resolution', 'Assumptions and sources', 'Questions and answers'],
  };

  test.each([nb, nn, en])('$language: every section is there, in the usual order', (text) => {
    const of = outgoingOfFiles('heroy-10', 'heroy-40', { questions: [ASKED] }, text);
    const blocks = paper(of, text);
    expect(headings(blocks, 2)).toEqual([...ORDER[text.language], ...LAST[text.language]]);
    expect(headings(blocks, 1)).toHaveLength(1);
    expect(blocks.filter(({ kind }) => kind === 'picture')).toHaveLength(7);
    expect(written(blocks)).not.toMatch(/ {2}|undefined|NaN|\[object|\{\w+\}/);
  });

  test('questions have a section only where there are some, and one without an answer says so', () => {
    expect(headings(paper(outgoingOfFiles('heroy-10', null)), 2)).not.toContain('Spørsmål og svar');
    const asked = written(paper(outgoingOfFiles('heroy-10', null, { questions: [ASKED] })));
    expect(asked).toContain('Hva om færre kommer?');
    expect(asked).toContain('Ikke besvart ennå.');
  });

  test('the vote that was chosen stands in the paper, else the one the plan gives', () => {
    const of = outgoingOfFiles('heroy-10', null);
    const resolution = { form: 'nn' as const, lines: ['Herøy kommune vedtek noko anna.'] };
    const chosen = paperOf(of, nb, paperText.nb, { resolution });
    expect(chosen).toContainEqual({ kind: 'resolution', ...resolution });
    expect(paper(of)).toContainEqual({ kind: 'resolution', ...resolutionOf(of, nb) });
    expect(resolutionOf(of, nb).lines[0]).toContain('Herøy kommune vedtar å bosette 10 flyktninger');
  });

  test('every amount’s parameters are named with status in words and a source or who set them', () => {
    const of = outgoingOfFiles('heroy-40', null);
    const carrying = tables(paper(of)).at(-1);
    const rows = carrying?.parts[0]?.rows ?? [];
    expect(rows.length).toBeGreaterThan(40);
    for (const { head, cells } of rows) {
      expect(Object.values(nb.status)).toContain(wordsOf(cells[0] ?? []));
      expect(wordsOf(cells[1] ?? []), wordsOf(head)).toMatch(/\S\.$/);
    }
    const all = rows.map(({ head }) => wordsOf(head)).join('\n');
    expect(all).toContain('Bosatte i året: 40 personer i året');
    expect(all).toContain(`Integreringstilskudd: ${count(187_000)} (år 1, voksne)`);
  });

  test('every table says of which years and plan it is, for whom, and what people it rests on', () => {
    for (const { origin } of tables(paper(outgoingOfFiles('heroy-40', null)))) {
      expect(origin).toContain('2024–2037. Herøy: 40 i året. Intern visning: alle tall.');
      expect(origin).toContain('Oppdiktet fordeling, ikke kommunens egne tall.');
    }
  });
});

describe('people', () => {
  const cell = { permit: 'ordinary', category: 'adult', age_band: '25-55' } as const;
  const ROWS: CohortRow[] = [
    { ...cell, settlement_year: 2022, persons: 14 },
    { ...cell, settlement_year: 2022, category: 'child', age_band: '6-15', persons: 7 },
    { ...cell, settlement_year: 2022, category: 'single_adult', persons: 2 },
    { ...cell, settlement_year: 2023, persons: 16 },
    { ...cell, settlement_year: 2023, age_band: '60+', persons: 1 },
    { ...cell, settlement_year: 2023, category: 'child', age_band: '6-15', persons: 9 },
  ];

  function planWith(rows: CohortRow[]): Plan {
    return { ...planOfFile('heroy-10'), opening: openingPopulation(rows) };
  }

  test('a paper for everybody has only what was given out, and says so first', () => {
    const mark = nb.frame.audience.suppress(5);
    const { rows } = publish(ROWS, { method: 'suppress', threshold: 5 });
    const open = paper(outgoingOfPlans(planWith(rows), null, { mode: 'public', mark }));
    const inside = paper(outgoingOfPlans(planWith(ROWS), null));
    const given = openingPopulation(rows).cells.filter(({ settlement_year }) => settlement_year === 2023);
    const settled = given.reduce((sum, { persons }) => sum + persons, 0);
    expect(rows.some(({ persons }) => persons === null)).toBe(true);
    expect(written(open)).toContain(`${count(settled)} av dem`);
    const note = open.find(({ kind }) => kind === 'mark');
    expect(note && 'runs' in note ? wordsOf(note.runs) : '').toContain(mark);
    for (const { origin } of tables(open)) expect(origin).toContain(mark);
    expect(written(open)).toMatch(/skjult/);
    expect(open.some(({ kind }) => kind === 'hidden')).toBe(false);
    expect(written(open)).not.toContain('Intern visning');
    expect(written(inside)).toContain('Intern visning');
  });

  test('what hidden rows can do is told as it was found', () => {
    const rows = ROWS.map((row) => (row.persons === 2 ? { ...row, persons: null } : row));
    const plan = planWith(rows);
    const of = outgoingOfPlans(plan, null);
    const hidden = hiddenRange(plan, rows);
    const told = paperOf(of, nb, paperText.nb, { hidden }).find(({ kind }) => kind === 'hidden');
    expect(told?.kind === 'hidden' ? told.lines[0] : '').toMatch(
      /^Netto i planen er mellom [−+]?\d+,\d og [−+]?\d+,\d mill\. kr, fordi én rad er skjult/,
    );
    expect(paper(of)).toContainEqual({ kind: 'hidden', lines: [] });
  });
});
