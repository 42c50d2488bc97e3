import { DATA_TABLES } from '$lib/export/data-tables';
import { ANSVAR } from '$lib/export/economic-plan-table';
import { FIRST_SEED, MOST_FUTURES } from '$lib/model/futures';
import type { Shard } from '$lib/model/sweep';
import { METHODS, STANDARD, type Protection } from '$lib/protect/publish';
import { SMALLEST_THRESHOLD } from '$lib/protect/suppress';
import { en } from '$lib/text/en';
import { nb } from '$lib/text/nb';
import { nn } from '$lib/text/nn';
import type { Text } from '$lib/text/text';
import { cliText } from '$lib/text/cli';

const TEXTS: Record<string, Text> = { nb, nn, en };
const FORMATS = ['table', 'json', 'csv'] as const;
const OPTIONS: Record<string, string[]> = {
  forecast: ['--set', '--rates', '--threshold', '--method', '--draws', '--seed'],
  parameters: ['--year'],
  check: [],
  backtest: ['--draws', '--seed'],
  protect: ['--threshold', '--method', '--beside', '-o'],
  bundle: ['--threshold', '--method', '-o', '--set', '--rates'],
  compare: ['--set', '--rates'],
  seek: ['--vary', '--keep', '--set', '--rates', '--chance', '--draws', '--seed'],
  thresholds: ['--vary', '--set', '--rates'],
  sweep: ['--vary', '--shard', '-o', '--set', '--rates', '--draws', '--seed'],
  export: [
    ...['-o', '--set', '--rates', '--threshold', '--method', '--draws', '--seed', '--beside'],
    ...['--table', '--picture', '--ansvar', '--sign', '--date'],
  ],
};
/** Options without a value. */
const FLAGS: Record<string, string[]> = {
  backtest: ['--calibrate'],
  forecast: ['--public'],
  export: ['--public'],
  seek: ['--minimise'],
};
const COMMON = ['--format', '--lang'];
/** The tables that `export` can write as data. */
export const EXPORT_TABLES = [...DATA_TABLES, 'economic-plan', 'budget'] as const;
const SIGNS = ['cost_positive', 'income_positive'] as const;

/** Bad input or usage: the message is for people, the exit code is 2 and nothing is written. */
export class UsageError extends Error {}

/** What `--vary ID=FROM..TO/STEP` asks for; `ID` alone has no range. */
export type Vary = { address: string; range: { from: number; to: number; step: number } | null };

/** A command line taken apart. `set` holds settings in the order given; file names are relative to where the user stands. */
export type Arguments = {
  command: string | undefined;
  operands: string[];
  format: (typeof FORMATS)[number];
  text: Text;
  set: [string, string][];
  /** Files with rates of the municipality's own, the later over the earlier. */
  rates: string[];
  year: string | undefined;
  calibrate: boolean;
  /** Whether a forecast is for everybody, of rows that are protected. */
  isPublic: boolean;
  /** What `protect` was asked for: the file to write, and what was published before. */
  protection: Protection & { out: string | undefined; beside: string[] };
  /** What a search goes over and keeps, and of a sweep the part that is worked out and the file to write. */
  search: { vary: Vary[]; keep: string[]; minimise: boolean; shard: Shard | undefined; out: string | undefined };
  /** How many futures are drawn, `null` for none, and what from; and the share of them a search must keep its bounds in. */
  draws: number | null;
  seed: number;
  chance: number | null;
  /** What a file is made of beside the scenario; `sign` is which of cost and income is positive. */
  file: {
    table: (typeof EXPORT_TABLES)[number] | undefined;
    picture: string | undefined;
    ansvar: string | undefined;
    sign: (typeof SIGNS)[number] | undefined;
    date: Date | undefined;
  };
  help: boolean;
};

/** Reads the arguments; throws UsageError with a sentence in the language asked for. */
export function readArguments(given: string[]): Arguments {
  const language = optionValue(given, '--lang') ?? 'nb';
  const text = TEXTS[language] ?? nb;
  if (!TEXTS[language])
    throw new UsageError(cliText[text.language].wrongValue('--lang', language, Object.keys(TEXTS).join(', ')));
  const args: Arguments = {
    command: undefined,
    operands: [],
    format: 'table',
    text,
    set: [],
    rates: [],
    year: undefined,
    calibrate: false,
    isPublic: false,
    protection: { ...STANDARD, out: undefined, beside: [] },
    search: { vary: [], keep: [], minimise: false, shard: undefined, out: undefined },
    draws: null,
    seed: FIRST_SEED,
    chance: null,
    file: { table: undefined, picture: undefined, ansvar: undefined, sign: undefined, date: undefined },
    help: false,
  };
  for (let at = 0; at < given.length; at += 1) {
    const [word = '', inline] = splitOption(given[at] ?? '');
    if (!word.startsWith('-')) {
      if (args.command === undefined) args.command = word;
      else args.operands.push(word);
      continue;
    }
    if (word === '--help' || word === '-h') {
      args.help = true;
      continue;
    }
    if (FLAGS[args.command ?? '']?.includes(word)) {
      if (word === '--calibrate') args.calibrate = true;
      if (word === '--public') args.isPublic = true;
      if (word === '--minimise') args.search.minimise = true;
      continue;
    }
    const allowed = [...COMMON, ...(OPTIONS[args.command ?? ''] ?? ['--set', '--year'])];
    if (!allowed.includes(word)) throw new UsageError(cliText[text.language].unknownOption(word));
    const value = inline ?? given[(at += 1)];
    if (value === undefined) throw new UsageError(cliText[text.language].missingValue(word));
    setOption(args, word, value);
  }
  return args;
}

/** `--format=json` as option and value; everything else as it stands. */
function splitOption(word: string): [string, string?] {
  const at = word.indexOf('=');
  return word.startsWith('--') && at > 0 ? [word.slice(0, at), word.slice(at + 1)] : [word];
}

function optionValue(given: string[], option: string): string | undefined {
  const at = given.findIndex((word) => word === option || word.startsWith(`${option}=`));
  if (at < 0) return undefined;
  return splitOption(given[at] ?? '')[1] ?? given[at + 1];
}

function setOption(args: Arguments, option: string, value: string): void {
  const { text } = args;
  if (option === '--format') {
    const format = FORMATS.find((known) => known === value);
    if (!format) throw new UsageError(cliText[text.language].wrongValue(option, value, FORMATS.join(', ')));
    args.format = format;
  }
  if (option === '--year') {
    if (!/^\d{4}$/.test(value)) throw new UsageError(cliText[text.language].wrongValue(option, value, '2000-2100'));
    args.year = value;
  }
  if (option === '--threshold') {
    const threshold = /^\d{1,4}$/.test(value) ? Number(value) : 0;
    if (threshold < SMALLEST_THRESHOLD) {
      throw new UsageError(cliText[text.language].wrongValue(option, value, `${SMALLEST_THRESHOLD}-9999`));
    }
    args.protection.threshold = threshold;
  }
  if (option === '--method') {
    const method = METHODS.find((known) => known === value);
    if (!method) throw new UsageError(cliText[text.language].wrongValue(option, value, METHODS.join(', ')));
    args.protection.method = method;
  }
  if (option === '--draws') args.draws = wholeIn(option, value, 1, MOST_FUTURES, text);
  if (option === '--seed') args.seed = wholeIn(option, value, 0, 2 ** 31 - 1, text);
  if (option === '--chance') args.chance = chanceOf(value, text);
  if (option === '--rates') args.rates.push(value);
  if (option === '-o') args.protection.out = args.search.out = value;
  if (option === '--keep') args.search.keep.push(value);
  if (option === '--vary') args.search.vary.push(varyOf(value, text));
  if (option === '--shard') args.search.shard = shardOf(value, text);
  if (option === '--beside') args.protection.beside.push(value);
  if (option === '--table') args.file.table = oneOf(option, value, EXPORT_TABLES, text);
  if (option === '--sign') args.file.sign = oneOf(option, value, SIGNS, text);
  if (option === '--picture') args.file.picture = value;
  if (option === '--ansvar') {
    if (!ANSVAR.test(value)) throw new UsageError(cliText[text.language].wrongValue(option, value, '3100'));
    args.file.ansvar = value;
  }
  if (option === '--date') args.file.date = dateIn(option, value, text);
  if (option === '--set') {
    const at = value.indexOf('=');
    if (at <= 0) throw new UsageError(cliText[text.language].wrongValue(option, value, 'ID=VALUE, ID@YEAR=VALUE'));
    args.set.push([value.slice(0, at), value.slice(at + 1)]);
  }
}

function oneOf<Each extends string>(option: string, value: string, known: readonly Each[], text: Text): Each {
  const found = known.find((each) => each === value);
  if (!found) throw new UsageError(cliText[text.language].wrongValue(option, value, known.join(', ')));
  return found;
}

/** A day of the calendar, `2026-01-31`. */
function dateIn(option: string, value: string, text: Text): Date {
  const [, year = NaN, month = NaN, day = NaN] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []).map(Number);
  const date = new Date(year, month - 1, day);
  if (!(year >= 1900) || date.getMonth() !== month - 1 || date.getDate() !== day)
    throw new UsageError(cliText[text.language].wrongValue(option, value, '2026-01-31'));
  return date;
}

function wholeIn(option: string, value: string, least: number, most: number, text: Text): number {
  const number = /^\d{1,10}$/.test(value) ? Number(value) : NaN;
  if (!(number >= least && number <= most))
    throw new UsageError(cliText[text.language].wrongValue(option, value, `${least}-${most}`));
  return number;
}

/** A share as `0.8` or as `40/50`. */
function chanceOf(value: string, text: Text): number {
  const [, part, of] = /^(\d*\.?\d+)(?:\/(\d+))?$/.exec(value) ?? [];
  const chance = Number(part) / Number(of ?? 1);
  if (!(chance > 0 && chance <= 1))
    throw new UsageError(cliText[text.language].wrongValue('--chance', value, '0.8, 40/50'));
  return chance;
}

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const VARY = new RegExp(`^([^=]+?)(?:=(${NUMBER})\\.\\.(${NUMBER})(?:/(${NUMBER}))?)?$`);

function varyOf(value: string, text: Text): Vary {
  const [, address, first, last, each] = VARY.exec(value) ?? [];
  const [from, to, step] = [Number(first), Number(last), Number(each ?? 1)];
  if (address === undefined || (first !== undefined && !(from <= to && step > 0)))
    throw new UsageError(cliText[text.language].wrongValue('--vary', value, 'ID=FROM..TO, ID=FROM..TO/STEP'));
  return { address, range: first === undefined ? null : { from, to, step } };
}

function shardOf(value: string, text: Text): Shard {
  const [, part, of] = (/^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? []).map(Number);
  if (!part || !of || part > of)
    throw new UsageError(cliText[text.language].wrongValue('--shard', value, 'I/N, 1/N ... N/N'));
  return { part, of };
}
