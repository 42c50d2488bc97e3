import { CATEGORIES, PERMITS } from './cohort';
import { BORN, FAMILY, MOVED_IN, OPENING, SETTLED } from './population';
import { seriesOf, type Parameters } from './resolve';
import { statusIndex, weaker } from './status';

export const UNKNOWN = statusIndex('unknown');

/** The parameters that set a quantity, and the weakest of their statuses by year; `opening` where it counts those too. */
export type QuantitySource = {
  addresses: string[];
  opening: boolean;
  status: (parameters: Parameters) => Uint8Array;
};

/** Every source that has been asked for. */
const sources = new Map<number, QuantitySource>();

/** The source of a kind of quantity, by whom it counts, their category (or -1) and their grant year (or 0). */
export function quantitySource(kind: number, origins: number, category: number, d: number): QuantitySource {
  const key = ((kind * 32 + origins) * 8 + category + 1) * 8 + d;
  const known = sources.get(key);
  if (known) return known;
  const quantity = KINDS[kind] ?? 'fund';
  const addresses = [...new Set([...KIND_ADDRESSES[quantity], ...originAddresses(quantity, origins, category, d)])];
  const source = {
    addresses,
    opening: (origins & OPENING) > 0,
    status: (parameters: Parameters) => weakestOf(addresses, parameters),
  };
  sources.set(key, source);
  return source;
}

function weakestOf(addresses: string[], parameters: Parameters): Uint8Array {
  const status = new Uint8Array(parameters.last - parameters.first + 1);
  for (const address of addresses) {
    const of = seriesOf(parameters, address).status;
    for (let at = 0; at < status.length; at += 1) status[at] = weaker(status[at] ?? UNKNOWN, of[at] ?? UNKNOWN);
  }
  return status;
}

const MOVING = ['relocation.scale', ...[1, 2, 3, 4, 5].map((d) => `relocation.out.year${d}`)];
const LANGUAGE = ['language_grant.high_share', 'language_grant.age_min', 'language_grant.age_max'];
const TRACKS = ['standard', 'short', 'upper_secondary', 'temporary'];
const MONTHS = [3, 6, 12, 24, 36];
/** How long participants stay in the programme. */
const COURSE = TRACKS.flatMap((track) => [
  ...PERMITS.map((permit) => `programme.track.${permit}.${track}`),
  ...MONTHS.map((months) => `programme.duration.${track}.months${months}`),
  `programme.extension.${track}`,
  `programme.extension_months.${track}`,
]);
const PROGRAMME = [
  'programme.start_lag',
  'programme.age_min',
  'programme.age_max',
  'programme.participation.ordinary',
  'programme.participation.collective',
  ...COURSE,
];
const PUPILS = [
  ...PROGRAMME,
  'education.teaching_share',
  'education.other_share',
  'education.without_right',
  'education.places_sold',
];
const GROUPS = ['capacity.fewest', 'education.group_size', 'education.group_minimum', ...PUPILS];
const POSTS = ['capacity.fewest', 'staff.hiring_lag', 'staff.notice'];
const post = (group: string): string[] => [
  `staff.${group}.ratio`,
  `staff.${group}.minimum`,
  `staff.${group}.step`,
  ...POSTS,
];
const assisted = (state: string): string[] => [
  `social_assistance.share.${state}`,
  'social_assistance.after_phase',
  'social_assistance.years_after',
  ...PROGRAMME,
  ...MOVING,
];
const left = (outcome: string): string[] => [`programme.outcome.${outcome}`, ...assisted(outcome)];

/** What kind of count a quantity is; with its origins this says which parameters set it. */
const KIND_ADDRESSES = {
  settled: [],
  residents: ['relocation.scale'],
  language: [...LANGUAGE, 'relocation.scale'],
  language_settled: LANGUAGE,
  counted: ['language_grant.age_min', 'language_grant.age_max', 'relocation.scale'],
  special_needs: ['special_needs.share', 'special_needs.application_months', 'relocation.scale'],
  participants: [...PROGRAMME, 'introduction_benefit.young_below', 'relocation.scale'],
  teachers: [
    'education.weekly_hours',
    'education.weeks',
    'education.teacher_hours',
    'staff.teacher.minimum',
    'staff.teacher.step',
    ...POSTS,
    ...GROUPS,
  ],
  rooms: [
    'rooms.modules_per_room',
    'rooms.owned',
    'rooms.lease_months',
    'rooms.lease_extension_months',
    'education.groups_per_room',
    ...GROUPS,
  ],
  pupils: PUPILS,
  places_sold: ['education.places_sold'],
  places_bought: ['education.places_bought', 'education.places_bought_share', ...PUPILS],
  advisers: [...post('adviser'), ...PROGRAMME],
  settlement_workers: [...post('settlement_worker'), 'household.couple_share', 'household.sharing_share'],
  social_workers: [...post('social_worker'), ...PROGRAMME, ...MOVING],
  posts: POSTS,
  management: [...post('management'), 'staff.adviser.ratio', 'staff.settlement_worker.ratio'],
  bilingual_assistants: [...post('bilingual_assistant'), ...PUPILS],
  minors_staff: [...post('unaccompanied_minor_care'), 'unaccompanied_minor_care.age_max', ...MOVING],
  psychosocial_adviser: [...post('psychosocial_adviser'), ...MOVING],
  minors: ['unaccompanied_minor_care.age_max', ...MOVING],
  households: ['household.couple_share', 'household.sharing_share'],
  children: MOVING,
  leisure: ['establishment.leisure_years', ...MOVING],
  interpreter: [...[1, 2, 3, 4, 5].map((d) => `interpreter.hours.year${d}`), ...MOVING],
  child_welfare: ['child_welfare.share', ...MOVING],
  placed: ['child_welfare.placed_share', ...MOVING],
  care: ['health.care_share', ...MOVING],
  school: ['school.language_support_years', ...MOVING],
  kindergarten: ['kindergarten.attendance', 'kindergarten.language_support_years', ...MOVING],
  childminder: ['kindergarten.attendance', 'kindergarten.free_places', ...MOVING],
  housed: ['dwellings.municipal_share', 'household.couple_share', 'household.sharing_share', ...MOVING],
  dwellings: ['dwellings.municipal_share', 'dwellings.notice', 'household.couple_share', ...MOVING],
  waiting: assisted('waiting'),
  in_programme: assisted('in_programme'),
  work: left('work'),
  upper_secondary: left('upper_secondary'),
  adult_primary: left('adult_primary'),
  higher: left('higher'),
  other: left('other'),
  outside: assisted('outside'),
  stated: [],
  fund: ['fund.rule'],
} satisfies Record<string, string[]>;
export type Quantity = keyof typeof KIND_ADDRESSES;

const KINDS = Object.keys(KIND_ADDRESSES) as Quantity[];

/** The position of a kind, the form in which the ledger carries it; asked for once, not for each entry. */
export function kindOf(quantity: Quantity): number {
  return KINDS.indexOf(quantity);
}

/** Kinds that follow single grant years: their lines are of one settlement year. */
function originAddresses(kind: Quantity, origins: number, of: number, d: number): string[] {
  const category = CATEGORIES[of];
  const addresses: string[] = [];
  if (origins & SETTLED) {
    addresses.push('settlement.persons', 'settlement.realisation');
    if (category) addresses.push(`settlement.mix.${category}`);
  }
  if (origins & FAMILY) {
    addresses.push('family_immigration.rate');
    if (category === 'adult' || category === 'child') addresses.push(`family_immigration.mix.${category}`);
  }
  if (origins & BORN) addresses.push('births.rate');
  if (origins & MOVED_IN) {
    addresses.push('relocation.in.persons');
    if (d >= 2 && d <= 5) addresses.push(`relocation.in.year${d}`);
  }
  if (d >= 2) {
    for (let year = 1; year <= Math.min(d, 5); year += 1) addresses.push(`relocation.out.year${year}`);
    if (kind === 'residents') addresses.push('relocation.sharing');
  }
  return addresses;
}
