import { number } from '$lib/format';
import type { LeanParameter } from '$lib/model/parameter';
import type { Text } from './text';

type Of = { parameter: LeanParameter };
type Words = Record<string, Record<string, string> | undefined>;

/** Values of one or more cells in a year: NaN where unknown or not the same, and the lowest and highest of them. */
export type Values = { value: number; low: number; high: number };

/** Past this a range of years is of calendar years, not of durations. */
const CALENDAR = 1900;

/** Whether a parameter is a year of the calendar, which is written without a space in thousands. */
export function isCalendar({ unit, range }: LeanParameter): boolean {
  return unit === 'year' && range !== undefined && range.min >= CALENDAR;
}

/** Whether a parameter is a month of the year. */
function isMonth({ unit, range }: LeanParameter): boolean {
  return unit === 'month' && range?.min === 1 && range.max === 12;
}

/** A value as it is written in a field: shares in per cent, an option by its name, no unit. */
export function written(value: number, { parameter }: Of, text: Text): string {
  if (Number.isNaN(value)) return text.parameters.unknown;
  const { range, unit, options } = parameter;
  if (options) return optionName(parameter, options[value] ?? '', text);
  if (isCalendar(parameter)) return value >= CALENDAR ? String(value) : text.parameters.noStandard;
  const shown = unit === 'share' ? value * 100 : value;
  return number(shown, decimalsOf(shown, unit, range?.step ?? 1), text.language);
}

/** As many decimals as a short number needs; one more than the step for those that never end, none for large amounts. */
function decimalsOf(value: number, unit: string, step: number): number {
  const exact = exactDecimals(value);
  const isLarge = Math.abs(value) >= 100 && unit.startsWith('NOK');
  if (exact !== null && !(isLarge && exact > 2)) return exact;
  if (isLarge) return 0;
  return (exactDecimals(unit === 'share' ? step * 100 : step) ?? 0) + 1;
}

/** How many decimals a number has, up to four; `null` where it has more. */
function exactDecimals(value: number): number | null {
  const found = [0, 1, 2, 3, 4].find((decimals) => Math.abs(value - Number(value.toFixed(decimals))) < 1e-7);
  return found ?? null;
}

/** A value with its unit in words. */
export function withUnit(value: number, of: Of, text: Text): string {
  const unit = Number.isNaN(value) ? '' : unitOf(value, of, text);
  const gap = unit === '' || (unit === '%' && text.language === 'en') ? '' : ' ';
  return `${written(value, of, text)}${gap}${unit}`;
}

/** The unit of a value in words; for a month of the year, its name. */
export function unitOf(value: number, { parameter }: Of, text: Text): string {
  if (isCalendar(parameter)) return '';
  if (isMonth(parameter)) return (text.parameters.keys.month as Record<string, string>)[String(value)] ?? '';
  const [one = '', many = ''] = text.parameters.units[parameter.unit];
  return value === 1 ? one : many;
}

/** Several values in a field: the one they share, or from the lowest to the highest. */
export function writtenValues({ value, low, high }: Values, of: Of, text: Text): string {
  return low < high && Number.isNaN(value)
    ? text.parameters.mixed(written(low, of, text), written(high, of, text))
    : written(value, of, text);
}

/** The same with the unit. */
export function valuesWithUnit({ value, low, high }: Values, of: Of, text: Text): string {
  return low < high && Number.isNaN(value)
    ? text.parameters.mixed(written(low, of, text), withUnit(high, of, text))
    : withUnit(value, of, text);
}

/** A range as it is written beside a value whose unit is known: only per cent is said again. */
export function rangeOf(low: number, high: number, of: Of, text: Text): string {
  return text.parameters.mixed(written(low, of, text), limitOf(high, of, text));
}

/** A limit beside a value whose unit is known. */
export function limitOf(value: number, of: Of, text: Text): string {
  return of.parameter.unit === 'share' ? withUnit(value, of, text) : written(value, of, text);
}

/** What an option of a parameter is called. */
export function optionName({ id }: Pick<LeanParameter, 'id'>, option: string, text: Text): string {
  const options = text.parameters.options as Words;
  const name = options[id]?.[option] ?? options['any']?.[option];
  if (name === undefined) throw new Error(`no text: option ${option} of ${id}`);
  return name;
}

/** What a cell stands for, such as `år 2, voksne`; empty where the parameter has one cell. */
export function cellWords(parameter: LeanParameter, keys: Record<string, string | number>, text: Text): string {
  const own = (text.parameters.ownKeys as Words)[parameter.id];
  return parameter.keys
    .flatMap((key) => {
      const token = keys[key];
      if (token === undefined) return [];
      const word = own?.[token] ?? (text.parameters.keys as Words)[key]?.[token];
      if (word === undefined) throw new Error(`no text: ${key} ${token} of ${parameter.id}`);
      return [word];
    })
    .join(', ');
}
