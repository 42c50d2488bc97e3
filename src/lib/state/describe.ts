import { isUnder } from '$lib/model/overrides';
import { parseNumber } from '$lib/ingest/number';
import type { Catalogue } from '$lib/model/catalogue';
import { isPart, winningOverride, type Override } from '$lib/model/overrides';
import type { LeanParameter, RatesMark } from '$lib/model/parameter';
import type { Plan } from '$lib/model/plan';
import {
  addressesOf,
  priceLevel,
  seriesOf,
  statusOf,
  valueAt,
  withOverrides,
  type Parameters,
} from '$lib/model/resolve';
import { readOverrides, type Finding } from '$lib/model/settings';
import { statusAt, statusIndex, weaker, type Status } from '$lib/model/status';
import { publishedCatalogue } from '$lib/parameters/published';
import { cellWords, isCalendar, limitOf, optionName, rangeOf, withUnit, written, type Values } from '$lib/text/setting';
import type { Text } from '$lib/text/text';
import type { Entry, Setting, Settings } from './entry';

type Cell = Catalogue['cells'] extends ReadonlyMap<string, infer One> ? One : never;

/** Who a value is from: nobody in particular, the scenario as it was opened, what is known of the municipality, or the user. */
export type SetBy = 'standard' | 'scenario' | 'municipality' | 'you';

/** How far a value may go, or a line reaches, and in what steps. */
export type Reach = { min: number; max: number; step: number };

/**
 * A parameter, or some cells of it, as a plan has it. Values are as a scenario would state them: in the parameter's unit,
 * prices in kroner of the plan's first year, before any factor on rates or prices; an option is its position.
 */
export type Described = {
  address: string;
  parameter: LeanParameter;
  cells: Cell[];
  now: Values;
  /** What it is when nobody sets it, all else as it stands. */
  standard: Values;
  /** What it is as the scenario was opened, all else as it stands. */
  cameWith: Values;
  /** The value of every year of the plan, where a single cell has more than one. */
  byYear: { year: number; value: number }[];
  /** What the model uses in the first year, where factors or a price level make it another, and what made it so. */
  used: { value: number; by: string[] } | null;
  status: Status;
  setBy: SetBy;
  /** Whether the user changed it here, so that it can be put back. */
  isChanged: boolean;
  /** Whether the scenario says something of it here. */
  isSet: boolean;
  /** Whether it is what the shares that are set leave over. */
  isRest: boolean;
  references: { title: string; href: string | null; rates: RatesMark | null }[];
  /** What is likely, in the parameter's unit. */
  likely: [number, number] | null;
  /** What a slider spans; `null` where only typing makes sense. */
  line: Reach | null;
  isShare: boolean;
  /** The year whose kroner a price is in. */
  priceYear: number | null;
  /** The first year of the plan, whose values these are. */
  year: number;
};

/** What a parameter is described from. */
type Shown = { entry: Entry; plan: Plan };

/** Steps a line has at most; larger ones are taken where the parameter's own would be more. */
const STEPS = 200;
/** Steps of a range that is short enough to be a line as it is. */
const SHORT = 100;
const parts = new Map<string, { parameter: LeanParameter; tokens: string[]; cells: Cell[] }>();

/** The parameter an address belongs to and the cells it covers. */
export function partOf(address: string): { parameter: LeanParameter; tokens: string[]; cells: Cell[] } {
  const known = parts.get(address);
  if (known) return known;
  const { parameters, cellsOf } = publishedCatalogue;
  const id = [...parameters.keys()]
    .filter((each) => address === each || address.startsWith(`${each}.`))
    .reduce((longest, each) => (each.length > longest.length ? each : longest), '');
  const parameter = parameters.get(id);
  const tokens = address.slice(id.length).split('.').filter(Boolean);
  const cells = (cellsOf.get(id) ?? []).filter((cell) => isPart(tokens, cell.tokens));
  if (!parameter || cells.length === 0) throw new Error(`no parameter: ${address}`);
  const part = { parameter, tokens, cells };
  parts.set(address, part);
  return part;
}

/** A parameter, or some cells of it, as a plan has it. */
export function describe({ entry, plan }: Shown, address: string): Described {
  const { parameter, cells } = partOf(address);
  const { parameters, scenario } = plan;
  const year = scenario.first_year;
  const own = parameters.overrides.get(parameter.id) ?? [];
  const original = (originalOf(entry).get(parameter.id) ?? []).concat(own.filter(({ status }) => status));
  const bare = own.some(({ status }) => !status) ? withOwn(parameters, parameter.id, null) : parameters;
  const isAsOpened = sameOverrides(own, original);
  const opened = isAsOpened ? parameters : withOwn(parameters, parameter.id, original);
  const now = valuesOf(parameters, cells, year);
  const standard = valuesOf(bare, cells, year);
  const likely = likelyOf(parameter, standard);
  const setBy = cells.reduce<SetBy>((strongest, { tokens }) => {
    const by = setterOf(own, original, tokens);
    return SETTERS.indexOf(by) > SETTERS.indexOf(strongest) ? by : strongest;
  }, 'standard');
  const isSet = settingsUnder(entry.scenario.parameters, address).length > 0;
  return {
    address,
    parameter,
    cells,
    now,
    standard,
    cameWith: isAsOpened ? now : valuesOf(opened, cells, year),
    byYear: yearsOf(parameters, cells, scenario),
    used: usedIn(parameters, cells, now, year),
    status: statusAt(
      cells.reduce((worst, cell) => weaker(worst, statusIndex(statusOf(parameters, cell.address, year))), 0),
    ),
    setBy,
    isChanged: isChangedAt(entry, address),
    isSet,
    isRest: setBy === 'standard' && parameter.sums_over !== undefined && !same(now.value, standard.value),
    references: referencesOf(bare, cells, year),
    likely,
    line: lineOf(parameter, standard, likely),
    isShare: parameter.unit === 'share',
    priceYear: isPriced(parameter) ? valueAt(parameters, 'prices.year', year) || year : null,
    year,
  };
}

/** The value of some cells as a scenario would state it, without the rest of the description. */
export function valuesIn({ plan }: Pick<Shown, 'plan'>, address: string): Values {
  return valuesOf(plan.parameters, partOf(address).cells, plan.scenario.first_year);
}

/** Whether the user changed settings at an address since the scenario was opened. */
export function isChangedAt({ scenario, original }: Entry, address: string): boolean {
  const [now, then] = [settingsUnder(scenario.parameters, address), settingsUnder(original, address)];
  return now.length !== then.length || now.some(([setting, value]) => original[setting] !== value);
}

/** The ids of parameters that a scenario sets, came with, or has otherwise than another. */
export function changedIds(entry: Entry, other: Entry): Set<string> {
  const settings = [entry.scenario.parameters, entry.original, other.scenario.parameters].flatMap(Object.keys);
  return new Set(settings.map((setting) => partOf(setting.split('@')[0] ?? setting).parameter.id));
}

function settingsUnder(settings: Settings, address: string): [string, Setting][] {
  return Object.entries(settings).filter(([setting]) => isUnder(setting, address));
}

const openings = new WeakMap<Settings, Map<string, Override[]>>();

/** The overrides a scenario was opened with, by parameter. */
function originalOf({ original, scenario }: Entry): Map<string, Override[]> {
  let known = openings.get(original);
  if (!known) {
    known = new Map();
    for (const override of readOverrides(publishedCatalogue, original, scenario).overrides)
      known.set(override.id, [...(known.get(override.id) ?? []), override]);
    openings.set(original, known);
  }
  return known;
}

const variants = new WeakMap<Parameters, Map<string, Parameters>>();

/** Parameters with these overrides of one parameter; with `null`, with none but what is known of the municipality. */
function withOwn(parameters: Parameters, id: string, own: Override[] | null): Parameters {
  const key = `${id} ${own === null ? '' : 'opened'}`;
  const made = variants.get(parameters) ?? new Map<string, Parameters>();
  let variant = made.get(key);
  if (!variant) {
    const all = [...parameters.overrides.values()].flat();
    const kept = all.filter((override) => override.id !== id || (own === null && override.status));
    variant = withOverrides(parameters, [...kept, ...(own ?? [])]);
    made.set(key, variant);
    variants.set(parameters, made);
  }
  return variant;
}

const plain = new WeakMap<Parameters, Parameters>();
const FACTORS = ['rates.scale', 'prices.scale'];

/** Parameters without the factors on rates and prices. */
function withoutFactors(parameters: Parameters): Parameters {
  if (!FACTORS.some((id) => parameters.overrides.has(id))) return parameters;
  let known = plain.get(parameters);
  if (!known) {
    const all = [...parameters.overrides.values()].flat();
    known = withOverrides(
      parameters,
      all.filter(({ id }) => !FACTORS.includes(id)),
    );
    plain.set(parameters, known);
  }
  return known;
}

/** What a scenario would state in a year to leave a cell as it is. */
function stated(parameters: Parameters, cell: Cell, year: number): number {
  const own = winningOverride(parameters.overrides.get(cell.parameter.id) ?? [], cell.tokens, year);
  if (own) return own.value;
  const without = withoutFactors(parameters);
  const value = valueAt(without, cell.address, year);
  if (year === parameters.first_year || !isPriced(cell.parameter)) return value;
  return (value * priceLevel(without, parameters.first_year).value) / priceLevel(without, year).value;
}

function valuesOf(parameters: Parameters, cells: Cell[], year: number): Values {
  const values = cells.map((cell) => stated(parameters, cell, year));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return { value: same(low, high) ? low : NaN, low, high };
}

/** The years of a cell where they are not the same. */
function yearsOf(
  parameters: Parameters,
  [cell, ...others]: Cell[],
  { first_year, years }: Plan['scenario'],
): Described['byYear'] {
  if (!cell || others.length > 0) return [];
  const all = Array.from({ length: years }, (_, at) => ({
    year: first_year + at,
    value: stated(parameters, cell, first_year + at),
  }));
  return all.every(({ value }) => same(value, all[0]?.value ?? NaN)) ? [] : all;
}

function usedIn(parameters: Parameters, [cell, ...others]: Cell[], { value }: Values, year: number): Described['used'] {
  if (!cell || others.length > 0 || Number.isNaN(value)) return null;
  const series = seriesOf(parameters, cell.address);
  const used = series.value[year - parameters.first] ?? NaN;
  if (same(used, value)) return null;
  return { value: used, by: addressesOf(parameters, series, year).slice(1) };
}

const SETTERS: SetBy[] = ['standard', 'municipality', 'scenario', 'you'];

/** Who set a cell, from the overrides of its parameter now and as the scenario was opened. */
function setterOf(own: Override[], original: Override[], tokens: string[]): SetBy {
  const [now, then] = [own, original].map((all) => all.filter((override) => isPart(override.tokens, tokens)));
  if (!now || !then || !sameOverrides(now, then)) return 'you';
  if (now.some(({ status }) => !status)) return 'scenario';
  return now.length > 0 ? 'municipality' : 'standard';
}

function sameOverrides(a: Override[], b: Override[]): boolean {
  const key = ({ tokens, year, value, status }: Override): string => `${tokens.join('.')}@${year}=${value} ${status}`;
  const [left, right] = [a.map(key).sort(), b.map(key).sort()];
  return left.length === right.length && left.every((one, at) => one === right[at]);
}

function referencesOf(parameters: Parameters, cells: Cell[], year: number): Described['references'] {
  const found = new Map<string, { href: string | null; rates: RatesMark | null }>();
  for (const { address } of cells) {
    const { parameter, block } = seriesOf(parameters, address);
    const stated = parameter.values[block[year - parameters.first] ?? -1];
    if (!stated) continue;
    const { reference, rates = null } = stated;
    const page = reference.page === undefined ? '' : `, ${reference.page}`;
    found.set(reference.title + page, { href: reference.href ?? null, rates });
  }
  return [...found].map(([title, rest]) => ({ title, ...rest }));
}

function likelyOf({ plausible, range }: LeanParameter, standard: Values): [number, number] | null {
  if (!plausible || !range) return null;
  const isTimes = plausible.of === 'value';
  const low = onStep(plausible.low * (isTimes ? standard.low : 1), range.step);
  const high = onStep(plausible.high * (isTimes ? standard.high : 1), range.step);
  return low < high ? [Math.max(low, range.min), Math.min(high, range.max)] : null;
}

function onStep(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
}

/** What a slider spans: as stated, or the whole range where it is short, or twice the standard. */
function lineOf(parameter: LeanParameter, standard: Values, likely: [number, number] | null): Reach | null {
  const { range, slider } = parameter;
  if (!range || isCalendar(parameter)) return null;
  if (slider) return slider;
  if (Number.isNaN(standard.high)) return null;
  if ((range.max - range.min) / range.step <= SHORT + 1e-6) return range;
  const most = Math.min(Math.max(2 * standard.high, 1.25 * (likely?.[1] ?? 0)), range.max);
  if (!(most > range.min) || range.min < 0) return null;
  const step = stepFor(most - range.min, range.step);
  const steps = Math.ceil((most - range.min) / step - 1e-9);
  return { min: range.min, max: Number((range.min + steps * step).toPrecision(12)), step };
}

/** The parameter's own step, or the least 1, 2 or 5 times a power of ten of it that makes few enough of them. */
function stepFor(span: number, own: number): number {
  for (let size = own; ; size *= 10)
    for (const times of [1, 2, 5]) if (span / (size * times) <= STEPS) return Number((size * times).toPrecision(12));
}

function isPriced({ values }: LeanParameter): boolean {
  return values.some(({ price_year }) => price_year !== undefined);
}

function same(a: number, b: number): boolean {
  return (Number.isNaN(a) && Number.isNaN(b)) || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** The value to set for a place on the line: a value that is already known wins over the step it lies on. */
export function snapped({ line, parameter, standard, cameWith }: Described, to: number, proposal: number): number {
  const step = line?.step ?? 0;
  const near = [cameWith.value, standard.value, proposal].find((known) => Math.abs(known - to) < step / 2);
  if (near !== undefined) return near;
  const { min, max } = parameter.range ?? { min: -Infinity, max: Infinity };
  return Math.min(Math.max(Number(to.toPrecision(12)), min), max);
}

/** What somebody typed, in the parameter's unit: shares are typed in per cent. NaN where it is no number. */
export function readTyped(typed: string, { isShare }: Pick<Described, 'isShare'>, text: Text): number {
  const plain = typed.trim();
  const value = isPlainDecimal(plain, text) ? Number(plain.replaceAll(',', '')) : parseNumber(plain);
  return isShare ? Number((value / 100).toPrecision(12)) : value;
}

/** English groups thousands by commas, and nobody groups a zero. */
function isPlainDecimal(typed: string, { language }: Text): boolean {
  return /^-?0\.\d+$/.test(typed) || (language === 'en' && /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(typed));
}

/** What a setting is called: its parameter, its cell where it is of one, and its year. */
export function settingName(setting: string, text: Text): string {
  const [address = '', year] = setting.split('@');
  const { parameter, cells, tokens } = partOf(address);
  const [cell] = cells;
  const words =
    cell && tokens.length > 0 && cells.length === 1 ? cellWords(parameter, cell.keys, text) : tokens.join(' ');
  return [parameter.label[text.language], words, year].filter(Boolean).join(', ');
}

/** Whether a setting is one of today, whatever its year. */
export function isKnown(setting: string): boolean {
  const { findings } = readOverrides(publishedCatalogue, { [setting]: 0 }, { first_year: 0, years: 10_000 });
  return findings.every(({ code }) => code !== 'unknown-id');
}

/** The value of a setting as it is written, with its unit. */
export function settingValue(setting: string, value: Setting, text: Text): string {
  const { parameter } = partOf(setting.split('@')[0] ?? '');
  if (typeof value === 'number') return withUnit(value, { parameter }, text);
  const option = value === true ? 'yes' : value === false ? 'no' : value;
  return parameter.options?.includes(option) ? optionName(parameter, option, text) : String(value);
}

/** Why a value cannot be, in one sentence and in the unit it was typed in; `say` has the words of a finding. */
export function refusalSentence(
  finding: Finding,
  described: Described,
  typed: string,
  text: Text,
  say: (finding: Finding, text: Text) => string,
): string {
  const { range } = described.parameter;
  const limits = range && [written(range.min, described, text), limitOf(range.max, described, text)];
  if (finding.code === 'not-a-number' && limits)
    return text.parameters.notANumber(typed, ...(limits as [string, string]));
  const said: Partial<Finding> =
    finding.code === 'shares-sum'
      ? { found: withUnit(Number(finding.found), described, text), allowed: withUnit(1, described, text) }
      : finding.code === 'value-outside' && range
        ? { found: typed, allowed: rangeOf(range.min, range.max, described, text) }
        : { found: typed };
  return say({ ...finding, ...said, path: '' }, text);
}

/** The settings of an address that a line, a choice or typing can give, for trying whether it binds anything. */
export function reachOf({ parameter, line, likely, now }: Described): Setting[] {
  const { options, range } = parameter;
  if (options) return options.filter((_, at) => at !== now.value);
  const ends = [line?.min, line?.max, likely?.[0], likely?.[1], ...(line ? [] : [range?.min, range?.max])];
  return [...new Set(ends.filter((end) => end !== undefined && !same(end, now.value)) as number[])];
}
