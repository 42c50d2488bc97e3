import type { DataTableName } from '$lib/export/data-tables';
import type { Outgoing } from '$lib/export/outgoing';
import type { DrawnPicture } from '$lib/export/picture';
import type { PaperMore } from '$lib/export/paper';
import type { FuturesDocument } from '$lib/model/draw-futures';
import { FUTURES } from '$lib/model/futures';
import type { HiddenRange } from '$lib/model/hidden';
import { economicPlanText } from '$lib/text/economic-plan';
import type { Text } from '$lib/text/text';
import type { State } from './entry';
import { rest, rested } from './rest';
import type { Shown } from './workspace.svelte';

/** Formats of tables for other programs. */
export type DataFormat = 'csv' | 'parquet' | 'arrow';

/** A file that is asked for. */
export type Wanted =
  | { kind: 'docx'; more: PaperMore }
  | { kind: 'xlsx' | 'html' | 'plan' }
  | { kind: 'budget'; ansvar: string }
  | { kind: 'data'; table: DataTableName; format: DataFormat };

/** A file that was made: what it is called, what it is to a browser, and what is in it. */
export type MadeFile = { name: string; type: string; content: Uint8Array | string };

/** How much of a file is made, 0-1. */
export type Progress = (share: number) => void;

/** What files are to a browser. */
export const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html',
  csv: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
  arrow: 'application/vnd.apache.arrow.file',
};

/** Milliseconds of work before the page may draw again. */
const SLICE = 40;

/**
 * Makes a file of a plan. What makes it is fetched when it is first asked for; nothing leaves the device. Rejects where that
 * cannot be fetched.
 */
export async function makeFile(
  wanted: Wanted,
  of: Outgoing,
  text: Text,
  { accounts, seed }: Pick<State, 'accounts' | 'seed'>,
  onProgress: Progress,
): Promise<MadeFile> {
  const named = (extension: keyof typeof TYPES, content: MadeFile['content'], what = ''): MadeFile => ({
    name: `${fileName(of, text, what)}.${extension}`,
    type: TYPES[extension],
    content,
  });
  await rest();
  switch (wanted.kind) {
    case 'docx': {
      const [{ wordFile }, pictures] = await Promise.all([import('$lib/export/word'), drawn(of, text, onProgress)]);
      return named('docx', await wordFile(of, text, pictures, wanted.more));
    }
    case 'xlsx': {
      const { workbookFile } = await import('$lib/export/workbook');
      return named('xlsx', await workbookFile(of, text));
    }
    case 'html': {
      const { htmlFile } = await import('$lib/export/html-file');
      return named('html', htmlFile(of, text));
    }
    case 'plan':
    case 'budget': {
      const [{ csvFile }, { economicPlanOf }, { budgetTable, planTable }] = await Promise.all([
        import('$lib/export/data-tables'),
        import('$lib/export/economic-plan'),
        import('$lib/export/economic-plan-table'),
      ]);
      const words = economicPlanText[text.language];
      const table =
        'ansvar' in wanted ? budgetTable(of, wanted.ansvar, words) : planTable(economicPlanOf(of, accounts), of, words);
      return named('csv', csvFile(table, text.language), table.name);
    }
    case 'data': {
      const { dataFile, dataTable } = await import('$lib/export/data-tables');
      const futures = wanted.table === 'futures' ? await drawnFutures(of, seed, onProgress) : null;
      const content = await dataFile(wanted.format, dataTable(wanted.table, of, futures), of, text);
      return named(wanted.format, content, wanted.table);
    }
  }
}

/** What hidden rows can do to a plan, as the page shows it; `null` where none is hidden. */
export async function hiddenOf({ plan, entry }: Shown, fixed: boolean): Promise<HiddenRange | null> {
  if (plan.opening.suppressed === 0) return null;
  const { hiddenSteps } = await import('$lib/model/hidden');
  return rested(hiddenSteps(plan, entry.rows, fixed ? 'net_fixed' : 'net'), SLICE);
}

/** The economic plan as text to paste into a spreadsheet or a paper. */
export async function planToPaste(of: Outgoing, text: Text, accounts: State['accounts']): Promise<string> {
  const [{ economicPlanOf }, { planForPasting }] = await Promise.all([
    import('$lib/export/economic-plan'),
    import('$lib/export/economic-plan-table'),
  ]);
  return planForPasting(economicPlanOf(of, accounts), of, text, economicPlanText[text.language]);
}

/** Every chart of a paper as a picture. */
async function drawn(of: Outgoing, text: Text, onProgress: Progress) {
  const [{ picturesOf }, { SCALE }, { rasterInBrowser }] = await Promise.all([
    import('$lib/export/picture'),
    import('$lib/export/raster'),
    import('./raster'),
  ]);
  const raster = await rasterInBrowser();
  const pictures = picturesOf(of, text);
  const all: DrawnPicture[] = [];
  for (const picture of pictures) {
    all.push({ ...picture, png: raster(picture.svg, SCALE.inPaper) });
    onProgress(all.length / pictures.length);
    await rest();
  }
  return all;
}

async function drawnFutures({ about }: Outgoing, seed: number, onProgress: Progress): Promise<FuturesDocument> {
  const { futuresSteps } = await import('$lib/model/draw-futures');
  return rested(futuresSteps(about.plan, FUTURES, seed), SLICE, (drawn) => onProgress(drawn / FUTURES));
}

/** A file's name without its ending: municipality, scenario, whom it is for and what it holds. */
function fileName({ municipality, about, mode }: Outgoing, text: Text, what: string): string {
  return [municipality.name, about.name, text.frame.audienceFile[mode], what]
    .map((part) => part.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, ''))
    .filter(Boolean)
    .join('-')
    .toLowerCase();
}

/** Gives a file to whoever asked for it. */
export function giveOut({ name, type, content }: MadeFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
