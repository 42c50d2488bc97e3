import { expect, it } from 'vitest';
import { COLUMNS as ACCOUNTS } from '$lib/ingest/accounts-words';
import { COLUMNS as PEOPLE } from '$lib/ingest/cohort-words';
import { importText } from '$lib/text/import';

it('every column that a file of people or accounts can have has a name in three languages', () => {
  const unnamed = Object.entries(importText).flatMap(([language, { names }]) =>
    [...PEOPLE, ...ACCOUNTS].filter((column) => !names[column]).map((column) => `${language} ${column}`),
  );
  expect(unnamed).toEqual([]);
});

it('one is said as one in three languages', () => {
  const { nb, nn, en } = importText;
  const said = [nb, nn, en].map((words) => [
    words.people('1', '1', '2023'),
    words.hidden('1'),
    words.accounts('1', '2023'),
    words.wordMeans('x', '1'),
  ]);
  expect(said).toEqual([
    [
      '1 person i 1 gruppe, bosatt 2023.',
      '1 tall er skjult i fila og teller som 1–4.',
      '1 linje regnskap og budsjett, 2023.',
      '«x» (1 rad) betyr',
    ],
    [
      '1 person i 1 gruppe, busett 2023.',
      '1 tal er skjult i fila og tel som 1–4.',
      '1 linje rekneskap og budsjett, 2023.',
      '«x» (1 rad) tyder',
    ],
    [
      '1 person in 1 group, settled 2023.',
      '1 count is hidden in the file and stands for 1–4.',
      '1 line of accounts and budget, 2023.',
      '“x” (1 row) means',
    ],
  ]);
  expect(nb.people('21', '4', '2022–2023')).toBe('21 personer i 4 grupper, bosatt 2022–2023.');
  expect(en.hidden('2')).toBe('2 counts are hidden in the file and stand for 1–4.');
});
