import { spawnSync } from 'node:child_process';
import { Advice, ensureInstalled, runTool } from '../../src/cli/prepare.js';

/** The programs that the checks open documents with, each with what it takes to ask it whether it is there. */
const programs = [
  ['soffice', '--version'],
  ['pdftoppm', '-v'],
];
const advice = 'apt-get install libreoffice-calc-nogui libreoffice-writer-nogui poppler-utils';

/**
 * Opens the documents that are given out in LibreOffice and compares what it finds with the forecast. Every file
 * test/documents/*.check.ts is run; they are slow, and no part of `npm test`.
 */
try {
  const missing = programs.filter(([program = '', ask = '']) => spawnSync(program, [ask]).error !== undefined);
  if (missing.length > 0)
    throw new Advice(`Checking documents needs ${missing.map(([program]) => program).join(' and ')}. Type: ${advice}`);
  await ensureInstalled();
  await runTool('vitest', 'vitest', ['run', '--config', 'test/documents/vitest.config.ts', ...process.argv.slice(2)]);
} catch (error) {
  console.error(error instanceof Advice ? error.message : error);
  process.exitCode = 1;
}
