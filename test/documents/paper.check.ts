import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOf } from '$lib/export/outgoing';
import { paperOf } from '$lib/export/paper';
import { isFigure, type TableBlock } from '$lib/export/paper-block';
import { wordFile } from '$lib/export/word';
import { en } from '$lib/text/en';
import { nb } from '$lib/text/nb';
import { nn } from '$lib/text/nn';
import { paperText } from '$lib/text/paper';
import { outgoingOfFiles } from '../outgoing';
import { converted } from './office';

/** The words of a PDF in the order they are read, each gap a single space. */
function wordsOfPdf(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'bosett-pdf-'));
  try {
    writeFileSync(join(folder, 'paper.pdf'), bytes);
    const { stdout, status, stderr } = spawnSync('pdftotext', ['-layout', 'paper.pdf', '-'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`pdftotext: ${stderr}`);
    return stdout.replace(/[\s\u00a0\u202f]+/g, ' ');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the paper for the council as LibreOffice reads it', () => {
  it.each([nb, nn, en])(
    'has every section and every figure of its tables ($language)',
    { timeout: 300_000 },
    async (text) => {
      const of = outgoingOfFiles('heroy-40', 'heroy-10', {}, text);
      const blocks = paperOf(of, text, paperText[text.language]);
      const pdf = wordsOfPdf(converted(await wordFile(of, text, []), 'docx', 'pdf'));
      for (const block of blocks) if (block.kind === 'heading') expect(pdf).toContain(block.text);
      const tables = blocks.filter((block): block is TableBlock => block.kind === 'table');
      const figures = tables
        .flatMap(({ parts }) => parts.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flat())))
        .filter(isFigure);
      expect(figures.length).toBeGreaterThan(50);
      for (const { text: figure } of figures) expect(pdf).toContain(figure.replace(/[\s\u00a0\u202f]+/g, ' '));
      expect(pdf).toContain(hashOf(of.about.plan, of.mode));
    },
  );
});
