import type { attribution as nb } from './attribution.nb';

export const attribution: typeof nb = {
  title: 'What the difference is due to',
  how: 'Net in the plan. Each group gets the average of what it adds, whatever order the groups are changed in, so the parts make the whole difference.',
  working: 'Working it out …',
  none: 'The difference cannot be split: the plans are not of the same years, or an amount is unknown in a mixture of them.',
  same: (name, first) => `${name} gives as much as ${first}.`,
  differs: (name, total, first) => `${name} gives ${total} against ${first}:`,
  due: (amount, group) => `${amount} is due to ${group}`,
  caption: (name, first, unit) => `What makes ${name} differ from ${first}, net in the plan, ${unit}`,
  columns: { group: 'Group', amount: 'Part of the difference' },
  total: 'Together',
  groups: {
    settlement: 'the number',
    composition: 'who comes, and when',
    moving: 'moving',
    family: 'family immigration and births',
    rates: 'grants and rates',
    prices: 'prices and costs',
    capacity: 'teaching, rooms, staff and dwellings',
    other: 'the fund and other',
    opening: 'who lives here already, and the municipality',
  },
};
