import type { LeanParameter } from '$lib/model/parameter';
import { published, publishedCatalogue } from '$lib/parameters/published';
import { cellWords, optionName } from '$lib/text/setting';
import type { Language } from '$lib/text/language';
import type { Text } from '$lib/text/text';
import { isUnder } from '$lib/model/overrides';

/** A group of parameters as they are listed. */
export type Group = { name: keyof Text['parameters']['groups']; parameters: LeanParameter[] };

/** Beginnings of ids by group, in the order they are listed. */
const BEGINNINGS: Record<Group['name'], string[]> = {
  settlement: ['settlement.persons', 'settlement.requested', 'settlement.realisation', 'settlement'],
  people: ['family_immigration', 'births', 'household'],
  relocation: ['relocation'],
  grants: ['rates', 'grants', 'language_grant', 'special_needs', 'payment'],
  programme: ['programme', 'introduction_benefit', 'basic_amount'],
  education: ['education', 'practice'],
  rooms: ['rooms'],
  staff: ['staff', 'capacity'],
  housing: ['dwellings', 'housing', 'establishment'],
  services: ['social_assistance', 'health', 'interpreter', 'child_welfare', 'unaccompanied_minor_care'],
  children: ['kindergarten', 'school'],
  fund: ['fund.rule', 'fund.opening', 'fund', 'tail', 'project'],
  prices: ['prices', 'deflator'],
};

/** All parameters in groups, in the order they are listed. */
export const GROUPS: Group[] = Object.entries(BEGINNINGS).map(([name, beginnings]) => ({
  name: name as Group['name'],
  parameters: [...new Set(beginnings.flatMap((beginning) => published.filter(({ id }) => isUnder(id, beginning))))],
}));

/** The group a parameter is listed in. */
export function groupOf(id: string): Group['name'] | undefined {
  return GROUPS.find(({ parameters }) => parameters.some((parameter) => parameter.id === id))?.name;
}

/** What the municipality decides, buys, sells or agrees on. What it is given, what it meets and what the law says are not here. */
const OURS = [
  'settlement.persons',
  'family_immigration.in_vote',
  'fund.rule',
  'fund.floor',
  'fund.covers_education',
  'fund.cutoff_month',
  'education.group_size',
  'education.group_minimum',
  'education.groups_per_room',
  'education.weekly_hours',
  'education.host.key',
  'education.places_bought',
  'education.places_bought_share',
  'education.places_sold',
  'rooms.owned',
  'rooms.extra_shift.groups',
  'dwellings.owned',
  'dwellings.leased',
  'dwellings.municipal_share',
];
/** How posts are dimensioned: people per post, the fewest posts, and the steps they come in. */
const STAFFING = /^staff\.\w+\.(ratio|minimum|step)$/;

/** What the municipality decides itself: such a lever has a filled handle. */
export function isOurs(address: string): boolean {
  return OURS.some((id) => isUnder(address, id)) || STAFFING.test(address);
}

/** Small letters without accents, as `ø` is `o` to who cannot type it. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ø', 'o').replaceAll('æ', 'ae');
}

type Indexed = { id: string; own: string; all: string };
const indexes = new Map<Language, Indexed[]>();

function indexIn(text: Text): Indexed[] {
  let index = indexes.get(text.language);
  if (!index) {
    index = GROUPS.flatMap(({ name, parameters }) =>
      parameters.map((parameter) => {
        const { id, label, options = [] } = parameter;
        const own = `${label[text.language]} ${id} ${text.parameters.groups[name]}`;
        const cells = (publishedCatalogue.cellsOf.get(id) ?? []).map(({ keys }) => cellWords(parameter, keys, text));
        const named = options.map((option) => optionName(parameter, option, text));
        return { id, own: fold(own), all: fold([own, ...cells, ...named].join(' ')) };
      }),
    );
    indexes.set(text.language, index);
  }
  return index;
}

/** The ids of parameters that every word fits, and whether it is by a cell rather than by the name. */
export function searchParameters(query: string, text: Text): Map<string, { inCells: boolean }> {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const hits = indexIn(text).filter(({ all }) => words.every((word) => all.includes(word)));
  return new Map(hits.map(({ id, own }) => [id, { inCells: !words.every((word) => own.includes(word)) }]));
}
