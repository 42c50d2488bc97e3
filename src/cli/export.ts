import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dataFile } from '$lib/export/data-tables';
import type { Outgoing } from '$lib/export/outgoing';
import { outgoingOf, shownAlternatives, shownOf, type ShownPlan } from '$lib/export/outgoing-of';
import type { Catalogue } from '$lib/model/catalogue';
import type { CohortRow } from '$lib/model/cohort';
import { hiddenRange } from '$lib/model/hidden';
import { mattersMost, sensitivityOf } from '$lib/model/search';
import { municipalityOf } from '$lib/parameters/municipalities';
import { cliText } from '$lib/text/cli';
import { UsageError, type Arguments } from './arguments';
import { tableFor } from './export-data';
import { pictureFile, wordOf } from './export-pictures';
import { catalogueWith, filesBehind, loadPlan, pathOf, realPath } from './files';

declare const __VERSION__: string;

const ENDINGS = ['xlsx', 'docx', 'csv', 'parquet', 'arrow', 'html', 'svg', 'png'] as const;
type Ending = (typeof ENDINGS)[number];

/** The endings of files of one table, and of one picture. */
const DATA: readonly Ending[] = ['csv', 'parquet', 'arrow'];
const PICTURES: readonly Ending[] = ['svg', 'png'];

/** The scenario that is written out, with the rows of its opening and the files it was read from. */
type Read = { shown: ShownPlan; rows: CohortRow[]; files: string[] };

/**
 * `export SCENARIO -o OUT`: one file, of a kind that its name says. The file is there when it is whole; a failure leaves none, and
 * nothing that was read is written over.
 */
export async function exportCommand(given: Arguments): Promise<number> {
  const { operands, rates, text, command, search, protection } = given;
  const words = cliText[text.language];
  const [file, ...more] = operands;
  if (file === undefined || more.length > 0) throw new UsageError(words.oneFile(command ?? ''));
  const out = search.out;
  if (out === undefined) throw new UsageError(words.missingOption('-o'));
  const ending = ENDINGS.find((each) => out.toLowerCase().endsWith(`.${each}`));
  if (!ending) throw new UsageError(words.wrongValue('-o', out, ENDINGS.map((each) => `OUT.${each}`).join(', ')));
  refuseIdle(given, ending);
  const [beside, ...besides] = protection.beside;
  if (besides.length > 0) throw new UsageError(words.search.onlyOne('--beside'));
  const of = catalogueWith(rates, text);
  const about = readShown(file, given, given.set, of);
  const other = beside === undefined ? null : readShown(beside, given, [], of);
  const inputs = [...rates, ...about.files, ...(other?.files ?? [])].map(realPath);
  if (inputs.includes(realPath(out))) throw new UsageError(words.ownInput(out));
  const bytes = await bytesOf(ending, outgoingFor(given, ending, about.shown, other?.shown ?? null), about, given);
  write(pathOf(out), bytes, words.notWritten(out));
  process.stderr.write(`${words.exported(out, bytes.length)}\n`);
  return 0;
}

/** Stops where an option is given that this kind of file has no use for, or one is missing. */
function refuseIdle({ text, file, draws }: Arguments, ending: Ending): void {
  const words = cliText[text.language];
  const isData = DATA.includes(ending);
  const only = (option: string, use: string): never => {
    throw new UsageError(words.onlyWith(option, use));
  };
  if (file.table !== undefined && !isData) only('--table', DATA.map((each) => `OUT.${each}`).join(', '));
  if (file.picture !== undefined && !PICTURES.includes(ending)) only('--picture', 'OUT.svg, OUT.png');
  if (file.ansvar !== undefined && file.table !== 'budget') only('--ansvar', '--table budget');
  if (draws !== null && file.table !== 'futures') only('--draws', '--table futures');
  if (file.table === 'budget' && file.ansvar === undefined) throw new UsageError(words.missingOption('--ansvar'));
  if (file.table === 'futures' && draws === null) throw new UsageError(words.missingOption('--draws'));
}

function readShown(
  file: string,
  { text, isPublic, protection }: Arguments,
  set: [string, string][],
  of: Catalogue,
): Read {
  const { plan, rows } = loadPlan(file, set, text, of, isPublic ? protection : null);
  const shown = shownOf(plan, municipalityOf(plan.scenario.municipality));
  return { shown, rows, files: filesBehind(file, plan) };
}

/** What the file is made of; alternatives and what matters most are only sought where the file shows them. */
function outgoingFor(
  { text, isPublic, protection, file }: Arguments,
  ending: Ending,
  about: ShownPlan,
  other: ShownPlan | null,
): Outgoing {
  const { audience } = text.frame;
  const isBooked = file.table === 'economic-plan' || file.table === 'budget';
  const isData = DATA.includes(ending);
  const isDocument = !isData && !PICTURES.includes(ending);
  return outgoingOf(
    {
      about,
      other,
      alternatives: isData ? [] : shownAlternatives(about, other ?? about),
      mode: isPublic ? 'public' : 'private',
      mark: isPublic ? audience[protection.method](protection.threshold) : audience.private,
      version: __VERSION__,
      date: file.date ?? new Date(),
      link: null,
      view: {
        thousands: isBooked,
        costPositive: file.sign === undefined ? isBooked : file.sign === 'cost_positive',
      },
      fixed: false,
      matters: isDocument ? mattersMost(sensitivityOf(about.plan)) : [],
      questions: [],
    },
    text,
  );
}

async function bytesOf(
  ending: Ending,
  of: Outgoing,
  { rows }: Read,
  { text, file, draws, seed }: Arguments,
): Promise<Uint8Array> {
  switch (ending) {
    case 'csv':
    case 'parquet':
    case 'arrow':
      return dataFile(ending, tableFor(of, { ...file, draws, seed }, text), of, text);
    case 'svg':
    case 'png':
      return pictureFile(ending, of, file.picture, text);
    case 'docx':
      return wordOf(of, hiddenRange(of.about.plan, rows), text);
    case 'xlsx': {
      const { workbookFile } = await import('$lib/export/workbook');
      return workbookFile(of, text);
    }
    case 'html': {
      const { htmlFile } = await import('$lib/export/html-file');
      return new TextEncoder().encode(htmlFile(of, text));
    }
  }
}

/** Writes a file aside and moves it, so that it is whole or not there. */
function write(out: string, bytes: Uint8Array, failure: string): void {
  const aside = `${out}.${process.pid}.part`;
  try {
    writeFileSync(aside, bytes);
    renameSync(aside, out);
  } catch {
    rmSync(aside, { force: true });
    throw new UsageError(failure);
  }
}
