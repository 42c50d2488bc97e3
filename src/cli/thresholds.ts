import { count } from '$lib/format';
import { thresholdsOf, type Threshold } from '$lib/model/thresholds';
import { cliText } from '$lib/text/cli';
import type { Text } from '$lib/text/text';
import type { Arguments } from './arguments';
import { onePlan, wholeRange } from './seek';
import { csv, table } from './table';

/** The numbers tried where no range is given. */
const STANDARD = { from: 0, to: 60 };

/** `thresholds SCENARIO --vary ID=FROM..TO`: where each step begins. */
export function thresholdsCommand(given: Arguments): number {
  const { text, format } = given;
  const { plan, vary } = onePlan(given);
  const tried = wholeRange(plan, vary, STANDARD, text);
  const rows = thresholdsOf(plan, tried.from, tried.to, vary.address);
  if (format === 'json') {
    const document = { format: 'bosett/thresholds@1', vary: vary.address, tried, rows };
    process.stdout.write(`${JSON.stringify(document)}\n`);
  }
  if (format === 'csv') process.stdout.write(csv(rows));
  if (format === 'table') process.stdout.write(tableOf(rows, vary.address, tried, text));
  return 0;
}

function tableOf(rows: Threshold[], vary: string, tried: { from: number; to: number }, text: Text): string {
  const { seek, thresholds: words } = cliText[text.language].search;
  const lead = `${seek.tried(vary, tried.from, tried.to)}\n${words.how}\n`;
  if (rows.length === 0) return `${lead}${words.none}\n`;
  const names = ['at', 'what', 'from', 'to', 'year'] as const;
  const written = rows.map(({ at, what, from, to, year }) => [
    String(at),
    words.what[what],
    count(from, text.language),
    count(to, text.language),
    String(year),
  ]);
  return `${lead}${table(
    names.map((name) => ({ heading: words.columns[name], right: name !== 'what' && name !== 'year' })),
    written,
  )}`;
}
