import { count } from '$lib/format';
import { readBound, type Bound } from '$lib/model/bounds';
import type { Plan } from '$lib/model/plan';
import { seek, type Broken, type Found } from '$lib/model/seek';
import { seekChance, type FoundChance } from '$lib/model/seek-chance';
import { numbersIn, variedFindings } from '$lib/model/vary';
import { cliText } from '$lib/text/cli';
import { findingSentence } from '$lib/text/finding';
import type { Text } from '$lib/text/text';
import { UsageError, type Arguments, type Vary } from './arguments';
import { catalogueWith, loadPlan, refuse } from './files';
import { csv, table } from './table';

/** The numbers tried where no range is given. */
const STANDARD = { from: 0, to: 200 };
const STANDARD_CHANCE = { from: 0, to: 60 };
/** Futures of each number where none are asked for. */
const STANDARD_DRAWS = 200;

/** `seek SCENARIO --vary ID[=FROM..TO] --keep "EXPR"...`: gives 1 where no number keeps every bound. */
export function seekCommand(given: Arguments): number {
  const { search, text, format, chance, draws, seed } = given;
  if (chance === null && draws !== null) throw new UsageError(cliText[text.language].missingOption('--chance'));
  const { plan, vary } = onePlan(given);
  if (search.keep.length === 0) throw new UsageError(cliText[text.language].missingOption('--keep'));
  const bounds = boundsOf(search.keep, text);
  const { from, to } = wholeRange(plan, vary, chance === null ? STANDARD : STANDARD_CHANCE, text);
  if (chance !== null)
    return byChance(
      given,
      seekChance(
        plan,
        vary.address,
        bounds,
        { from, to, minimise: search.minimise },
        { draws: draws ?? STANDARD_DRAWS, seed, chance },
      ),
    );
  const found = seek(plan, vary.address, bounds, { from, to, minimise: search.minimise });
  if (format === 'json') process.stdout.write(`${JSON.stringify({ format: 'bosett/seek@1', ...found })}\n`);
  if (format === 'csv') process.stdout.write(csv(rowsOf(found)));
  if (format === 'table') process.stdout.write(said(found, search.minimise, text));
  return found.feasible ? 0 : 1;
}

/** What was found with a stated chance; gives 1 where no number keeps every bound so often. */
function byChance({ text, format, search }: Arguments, found: FoundChance): number {
  const { seek: words } = cliText[text.language].search;
  if (format === 'json') process.stdout.write(`${JSON.stringify({ format: 'bosett/seek@1', ...found })}\n`);
  if (format === 'csv') process.stdout.write(csv(found.neighbours));
  if (format === 'table') {
    const { value, draws, seed, tried, kept, neighbours } = found;
    const need = Math.ceil(found.chance * draws - 1e-9);
    const said = [
      words.tried(found.vary, tried.from, tried.to),
      words.chance(need, draws, seed),
      value === null ? words.none : search.minimise ? words.smallest(value) : words.largest(value),
      ...(kept.length > 0 ? [words.kept(rangesOf(kept))] : []),
    ];
    const rows = neighbours.map((each) => [String(each.value), words.keptIn(each.kept, each.counted)]);
    const columns = [{ heading: words.columns.value, right: true }, plain(words.columns.kept)];
    process.stdout.write(`${said.join('\n')}\n\n${table(columns, rows)}`);
  }
  return found.feasible ? 0 : 1;
}

/** The one scenario and the one parameter of a search. */
export function onePlan(given: Arguments): { plan: Plan; vary: Vary } {
  const { operands, set, rates, text, command, search } = given;
  const words = cliText[text.language];
  const [file, ...more] = operands;
  if (file === undefined || more.length > 0) throw new UsageError(words.oneFile(command ?? ''));
  const [vary, ...others] = search.vary;
  if (!vary) throw new UsageError(words.missingOption('--vary'));
  if (others.length > 0) throw new UsageError(words.search.onlyOne('--vary'));
  return { plan: loadPlan(file, set, text, catalogueWith(rates, text)).plan, vary };
}

/** Whole numbers a parameter can have; without a range the standard one, as far as the parameter goes. */
export function wholeRange(
  plan: Plan,
  { address, range }: Vary,
  standard: { from: number; to: number },
  text: Text,
): { from: number; to: number } {
  const limits = plan.parameters.catalogue.cells.get(address.split('@')[0] ?? '')?.parameter.range;
  const { from, to, step } = range ?? {
    from: Math.max(standard.from, Math.ceil(limits?.min ?? standard.from)),
    to: Math.min(standard.to, Math.floor(limits?.max ?? standard.to)),
    step: 1,
  };
  if (![from, to].every(Number.isInteger) || step !== 1)
    throw new UsageError(
      cliText[text.language].wrongValue('--vary', `${from}..${to}${step === 1 ? '' : `/${step}`}`, '0..200'),
    );
  const findings = variedFindings(plan, [{ address, values: numbersIn(from, to) }]);
  if (findings.length > 0) refuse(findings, text);
  return { from, to };
}

/** The bounds as written; every one that cannot be read is said. */
function boundsOf(keep: string[], text: Text): Bound[] {
  const read = keep.map(readBound);
  const wrong = read.flatMap((bound) => ('code' in bound ? [bound] : []));
  const sentences = wrong.map((finding) =>
    finding.code === 'unknown-column'
      ? cliText[text.language].search.unknownColumn(finding.path, finding.found ?? '', finding.allowed ?? '')
      : findingSentence(finding, text),
  );
  if (sentences.length > 0) throw new UsageError(sentences.join('\n'));
  return read.flatMap((bound) => ('code' in bound ? [] : [bound]));
}

/** The value, its neighbours and the nearest as rows of one shape: a row for each bound broken, one where none is. */
function rowsOf({ vary, value, neighbours, nearest }: Found): Record<string, unknown>[] {
  const own = value === null ? [] : [{ value, kept: true, broken: [] as Broken[] }];
  const near = nearest ? [{ value: nearest.value, kept: false, broken: [nearest] }] : [];
  return [...own, ...near, ...neighbours]
    .sort((a, b) => a.value - b.value)
    .flatMap((tried): Record<string, unknown>[] => {
      const role = tried.value === value ? 'value' : tried.value === nearest?.value ? 'nearest' : 'neighbour';
      const row = { vary, value: tried.value, role, kept: tried.kept };
      if (tried.broken.length === 0) return [{ ...row, expr: null, year: null, by: null }];
      return tried.broken.map(({ expr, year, by }) => ({ ...row, expr, year, by }));
    });
}

function said(found: Found, minimise: boolean, text: Text): string {
  const { seek: words } = cliText[text.language].search;
  const { vary, value, binding, conflict, nearest, tried, neighbours, kept } = found;
  const next = (value ?? NaN) + (minimise ? -1 : 1);
  const missed = nearest && (nearest.by === null ? text.unknown : count(nearest.by, text.language));
  const sentences = [
    words.tried(vary, tried.from, tried.to),
    value === null ? words.none : minimise ? words.smallest(value) : words.largest(value),
    ...(binding && !found.at_end ? [words.binding(binding.expr, binding.year, next)] : []),
    ...(binding && found.at_end ? [words.atEnd(binding.expr, binding.year)] : []),
    ...(kept.length > 0 ? [words.kept(rangesOf(kept))] : []),
    ...(conflict ? [words.conflict(...conflict.exprs)] : []),
    ...(nearest ? [words.nearest(nearest.value, nearest.expr, nearest.year, missed ?? '')] : []),
  ];
  const rows = neighbours.map((each) => [
    String(each.value),
    each.kept ? words.yes : words.no,
    each.broken.map((broken) => brokenIn(broken, text)).join('; '),
  ]);
  const columns = [
    { heading: words.columns.value, right: true },
    ...[words.columns.kept, words.columns.broken].map(plain),
  ];
  return `${sentences.join('\n')}\n${rows.length > 0 ? `\n${table(columns, rows)}` : ''}`;
}

function plain(heading: string): { heading: string } {
  return { heading };
}

function brokenIn({ expr, year, by }: Broken, text: Text): string {
  return `${expr} (${year}: ${by === null ? text.unknown : count(by, text.language)})`;
}

/** Whole numbers in order as ranges: `0–40, 43`. */
function rangesOf(numbers: number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
