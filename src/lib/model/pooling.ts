import { zeros } from './columns';
import { pupilsByLevel } from './education';
import type { Forecast } from './forecast';
import type { Plan } from './plan';
import { planned, workedOut, type Parameters } from './resolve';
import { costOfGroup, wagePrice } from './wages';
import { z } from './zod';

/** What decides whether a shared measure pays, by year: rules of teaching and advising, rooms there are, and costs in kroner. */
export const RULES = [
  'fewest',
  'group_size',
  'group_minimum',
  'groups_per_room',
  'rooms_owned',
  'adviser_ratio',
  'adviser_minimum',
  'adviser_step',
  'course_languages',
  'group_cost',
  'room_cost',
  'adviser_cost',
  'course_cost',
  'travel_cost',
  'teaching_days',
  'course_days',
  'adviser_days',
] as const;
export type Rule = (typeof RULES)[number];

const address: Record<Rule, string | ((parameters: Parameters) => Float64Array)> = {
  fewest: 'capacity.fewest',
  group_size: 'education.group_size',
  group_minimum: 'education.group_minimum',
  groups_per_room: 'education.groups_per_room',
  rooms_owned: 'rooms.owned',
  adviser_ratio: 'staff.adviser.ratio',
  adviser_minimum: 'staff.adviser.minimum',
  adviser_step: 'staff.adviser.step',
  course_languages: 'education.social_studies.languages',
  group_cost: costOfGroup,
  room_cost: costOfRoom,
  adviser_cost: costOfAdviser,
  course_cost: costOfCourse,
  travel_cost: 'education.travel.price',
  teaching_days: 'education.travel.days.teaching',
  course_days: 'education.travel.days.course',
  adviser_days: 'education.travel.days.adviser',
};

/** A leased room for a year. */
function costOfRoom(parameters: Parameters): Float64Array {
  return product(parameters, 'rooms.modules_per_room', 'rooms.module_rent');
}

/** A course in social studies. */
function costOfCourse(parameters: Parameters): Float64Array {
  return product(parameters, 'education.social_studies.hours', 'education.social_studies.price');
}

/** An adviser's full post for a year, with overheads. */
function costOfAdviser(parameters: Parameters): Float64Array {
  const overhead = planned(parameters, 'staff.overhead');
  return wagePrice(parameters, 'staff.adviser.wage').value.map((wage, at) => wage + (overhead[at] ?? NaN));
}

function product(parameters: Parameters, quantity: string, price: string): Float64Array {
  const prices = planned(parameters, price);
  return planned(parameters, quantity).map((number, at) => number * (prices[at] ?? NaN));
}

/** More levels and longer plans than these are no plan of ours. */
const LEVELS = 5;
const LONGEST = 40;

const figure = z.number().min(0);
const series = z.array(figure.nullable());

/**
 * What a municipality brings to a shared measure, by month or year of its plan; `null` is hidden or not known, never 0.
 * Pupils stand by level (alphabetisation, A1, A2, B1, adult primary) and month, `starts` are those who begin the programme in
 * a year. `travel_km` is one way to where it is shared.
 */
export const PoolMember = z
  .strictObject({
    municipality: z.string().regex(/^\d{4}$/),
    name: z.string().max(200),
    first_year: z.int().min(1990).max(2100),
    years: z.int().min(1).max(LONGEST),
    inhabitants: figure.nullable(),
    travel_km: figure.nullable(),
    pupils: z.array(series).length(LEVELS),
    participants: series,
    starts: series,
    rules: z.record(z.enum(RULES), series),
  })
  .refine(({ years, pupils, participants, starts, rules }) => {
    const isMonthly = [...pupils, participants].every(({ length }) => length === 12 * years);
    return isMonthly && [starts, ...Object.values(rules)].every(({ length }) => length === years);
  });
export type PoolMember = z.infer<typeof PoolMember>;

/** What a plan brings to a shared measure. Its name is its number, and its inhabitants unknown, until the caller says them. */
export function poolMemberOf(plan: Plan, forecast: Forecast): PoolMember {
  const { municipality, first_year, years } = plan.scenario;
  const { parameters } = plan;
  const months = (of: ArrayLike<number>): (number | null)[] => stated(of, 12 * years);
  const ruleOf = (rule: Rule): (number | null)[] => {
    const from = address[rule];
    return stated(typeof from === 'string' ? planned(parameters, from) : workedOut(parameters, from), years);
  };
  return {
    municipality,
    name: municipality,
    first_year,
    years,
    inhabitants: null,
    travel_km: null,
    pupils: pupilsByLevel(forecast, parameters).map(months),
    participants: months(forecast.programme.participants),
    starts: stated(forecast.programme.starts, years),
    rules: Object.fromEntries(RULES.map((rule) => [rule, ruleOf(rule)])) as Record<Rule, (number | null)[]>,
  };
}

/** The first figures of a column, `null` where one is not known. */
function stated(of: ArrayLike<number>, length: number): (number | null)[] {
  return zeros(length).map((_, at) => {
    const value = of[at] ?? NaN;
    return Number.isNaN(value) ? null : value;
  });
}
