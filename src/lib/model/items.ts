export type Side = 'income' | 'cost' | 'fund';
export type Tag = 'extra' | 'ordinary';

/** KOSTRA function and type of account (`domain.md` 5e), unit of the quantity, and whether grants pay for it. */
export type Item = { side: Side; funksjon: string; art: string; unit: string; tag: Tag };

const grant: Item = { side: 'income', funksjon: '850', art: '810', unit: 'person', tag: 'extra' };

const cost: Item = { side: 'cost', funksjon: '242', art: '010', unit: 'person', tag: 'extra' };

export const ITEMS = {
  'integration_grant.year1.single_adult': grant,
  'integration_grant.year1.adult': grant,
  'integration_grant.year1.child': grant,
  'integration_grant.year1.unaccompanied_minor': grant,
  'integration_grant.year2': grant,
  'integration_grant.year3': grant,
  'integration_grant.year4': grant,
  'integration_grant.year5': grant,
  'integration_grant.shared_out': grant,
  'integration_grant.shared_in': grant,
  kindergarten_grant: grant,
  elderly_grant: grant,
  unaccompanied_minor_grant: { ...grant, unit: 'person-year' },
  'special_needs_grant.1': grant,
  'special_needs_grant.2': { ...grant, unit: 'person-year' },
  'language_grant.person': { ...grant, funksjon: '213' },
  'language_grant.base': { ...grant, funksjon: '213', unit: 'grant' },
  general_grant: { ...grant, funksjon: '840', art: '800', tag: 'ordinary' },
  host_income: { ...grant, funksjon: '213', art: '750', unit: 'place-year' },
  'housing.rent_income': { ...grant, funksjon: '265', art: '630', unit: 'dwelling-year' },
  'project.grant': { ...grant, funksjon: '242', art: '700', unit: 'year' },
  introduction_benefit: { ...cost, funksjon: '275', art: '089', unit: 'person-month' },
  'education.teachers': { ...cost, funksjon: '213', unit: 'post-year' },
  'education.rooms': { ...cost, funksjon: '213', art: '190', unit: 'module-year' },
  'education.room_setup': { ...cost, funksjon: '213', art: '190', unit: 'module' },
  'education.room_removal': { ...cost, funksjon: '213', art: '190', unit: 'module' },
  'education.places_bought': { ...cost, funksjon: '213', art: '350', unit: 'place-year' },
  'education.material': { ...cost, funksjon: '213', art: '105', unit: 'person-year' },
  'staff.advisers': { ...cost, funksjon: '275', unit: 'post-year' },
  'staff.settlement_workers': { ...cost, unit: 'post-year' },
  'staff.management': { ...cost, unit: 'post-year' },
  'staff.social_workers': { ...cost, unit: 'post-year' },
  'staff.overheads': { ...cost, art: '120', unit: 'overhead-post' },
  'education.overheads': { ...cost, funksjon: '213', art: '120', unit: 'overhead-post' },
  'staff.bilingual_assistants': { ...cost, funksjon: '275', unit: 'post-year' },
  'health.psychosocial_adviser': { ...cost, funksjon: '232', unit: 'post-year' },
  'unaccompanied_minor_care.staff': { ...cost, funksjon: '252', unit: 'post-year' },
  'unaccompanied_minor_care.places': { ...cost, funksjon: '252', art: '120', unit: 'person-year' },
  'establishment.single': { ...cost, funksjon: '281', art: '470', unit: 'household' },
  'establishment.couple': { ...cost, funksjon: '281', art: '470', unit: 'household' },
  'establishment.shared': { ...cost, funksjon: '281', art: '470' },
  'establishment.child': { ...cost, funksjon: '281', art: '470' },
  'establishment.family': { ...cost, funksjon: '281', art: '470' },
  'establishment.clothing': { ...cost, funksjon: '281', art: '470' },
  'establishment.leisure': { ...cost, art: '470', unit: 'person-year' },
  'housing.leases': { ...cost, funksjon: '265', art: '190', unit: 'dwelling-year' },
  'housing.follow_up': { ...cost, funksjon: '265', art: '010', unit: 'dwelling-year' },
  'health.screening': { ...cost, funksjon: '232', art: '120' },
  'health.follow_up': { ...cost, funksjon: '241', art: '120', unit: 'person-year' },
  'interpreter.hours': { ...cost, art: '120', unit: 'hour' },
  'child_welfare.measures': { ...cost, funksjon: '251', art: '120', unit: 'person-year' },
  'child_welfare.placements': { ...cost, funksjon: '252', art: '370', unit: 'person-year' },
  'health.care': { ...cost, funksjon: '258', art: '120', unit: 'person-year', tag: 'ordinary' },
  'social_assistance.waiting': { ...cost, funksjon: '281', art: '470', unit: 'person-year' },
  'social_assistance.in_programme': { ...cost, funksjon: '281', art: '470', unit: 'person-year' },
  'social_assistance.work': { ...cost, funksjon: '281', art: '470', unit: 'person-year' },
  'social_assistance.upper_secondary': { ...cost, funksjon: '281', art: '470', unit: 'person-year' },
  'social_assistance.adult_primary': { ...cost, funksjon: '281', art: '470', unit: 'person-year' },
  'social_assistance.higher': { ...cost, funksjon: '281', art: '470', unit: 'person-year' },
  'social_assistance.other': { ...cost, funksjon: '281', art: '470', unit: 'person-year' },
  'social_assistance.outside': { ...cost, funksjon: '281', art: '470', unit: 'person-year' },
  'special_needs.measures': { ...cost, unit: 'person-year' },
  'school.language_support': { ...cost, funksjon: '202', unit: 'person-year', tag: 'ordinary' },
  'kindergarten.language_support': { ...cost, funksjon: '211', unit: 'person-year', tag: 'ordinary' },
  'kindergarten.childminder': { ...cost, funksjon: '201', art: '370', unit: 'place-year' },
  'project.cost': { ...cost, unit: 'year' },
  'project.internal_transfers': { ...cost, art: '290', unit: 'year' },
  'fund.set_aside': { side: 'fund', funksjon: '880', art: '540', unit: 'NOK', tag: 'extra' },
  'fund.release': { side: 'fund', funksjon: '880', art: '940', unit: 'NOK', tag: 'extra' },
} satisfies Record<string, Item>;
export type ItemId = keyof typeof ITEMS;

/** Items by position, the form in which the ledger carries them. */
export const ITEM_IDS = Object.keys(ITEMS) as ItemId[];

/** The position of an item; asked for once, not for each entry. */
export function positionOf(item: ItemId): number {
  return ITEM_IDS.indexOf(item);
}

export const ITEM_LIST: Item[] = ITEM_IDS.map((item) => ITEMS[item]);
export const INCOME = 0;
export const COST = 1;
export const ORDINARY_INCOME = 2;
export const ORDINARY_COST = 3;
export const FUND = 4;

/** What an entry of each item is summed into, by position: income, cost, ordinary income, ordinary cost, fund. */
export const SUMMED = ITEM_LIST.map(({ side, tag }) =>
  side === 'fund'
    ? FUND
    : side === 'cost'
      ? tag === 'extra'
        ? COST
        : ORDINARY_COST
      : tag === 'extra'
        ? INCOME
        : ORDINARY_INCOME,
);
