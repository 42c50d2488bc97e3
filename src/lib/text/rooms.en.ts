import type { Text } from './text';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const SHORT = ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];
const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];
const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

function ordinal(room: number): string {
  const last = room % 100 > 10 && room % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][room % 10] ?? 'th');
  return ORDINALS[room - 1] ?? `${room}${last}`;
}

/** An ordinal with its article: `a third`, `an eighth`, `an 18th`. */
const another = (room: number): string => `${/^(8|11$|18$)/.test(`${room}`) ? 'an' : 'a'} ${ordinal(room)}`;
const inWords = (rooms: number): string => NUMBERS[rooms] ?? `${rooms}`;

export const rooms: Text['rooms'] = {
  title: 'Rooms and staff',
  month: (month: number, year: number) => `${MONTHS[month]}\u00a0${year}`,
  monthShort: (month: number, year: number) => `${SHORT[month]} ${year}`,
  firstOf: (month: number, year: number) => `1\u00a0${MONTHS[month]}\u00a0${year}`,
  span: (from: string, to: string) => `${from} – ${to}`,
  half: 'Half-year',
  halfYear: (half: number, year: number) => `${half === 1 ? 'First' : 'Second'} half of ${year}`,
  and: 'and',
  headline: {
    before: 'With',
    yearly: 'a year,',
    nobody: 'With nobody new settled,',
    needs: '',
    room: (room: number) => `${another(room)} classroom is needed`,
    rooms: (rooms: number) => `${inWords(rooms)} more classrooms are needed`,
    from: (month: string) => `from ${month}.`,
    order: (day: string, rooms: number) => `${rooms === 1 ? 'It' : 'They'} must be ordered by ${day}.`,
    late: (day: string, rooms: number) => `${rooms === 1 ? 'It' : 'They'} should have been ordered by ${day}.`,
    holds: 'the rooms the municipality owns and leases are enough throughout the plan.',
    none: 'no classrooms are needed.',
    unknown: (rooms: number, month: string) =>
      `${rooms === 1 ? 'one classroom is' : `${inWords(rooms)} classrooms are`} needed at most, from ${month}. How many the municipality owns is not stated.`,
  },
  missing: (day: string, month: string, rooms: number) =>
    rooms === 1
      ? `If it is not ordered until ${day}, the room is missing through ${month}.`
      : `If they are not ordered until ${day}, the rooms are missing through ${month}.`,
  nextOrder: (room: number, day: string) => `Next deadline: ${another(room)} classroom must be ordered by ${day}.`,
  most: { before: 'At most', between: 'classrooms are needed, against', after: 'with the proposal.' },
  pupils: {
    title: 'Pupils',
    unit: 'in class each month',
    line: (pupils: string, persons: string) => `${pupils} pupils with ${persons} a year`,
    same: (pupils: string, persons: string) => `${pupils} pupils with ${persons} a year, as in the proposal`,
    firstLimit: (pupils: string) => `1 room holds ${pupils} pupils`,
    limit: (rooms: string, pupils: string) => `${rooms} rooms hold ${pupils}`,
    note: 'The lines are full groups. Pupils are grouped by level, so another room can be needed before the line is reached.',
    tinted: (rooms: string) => `Tinted: more pupils than places in the rooms already owned and leased (${rooms}).`,
    none: 'No pupils.',
    summary: (pupils: string, month: string) => `The most is ${pupils} pupils, in ${month}.`,
    proposal: (pupils: string, month: string) => `With the proposal the most is ${pupils}, in ${month}.`,
    columns: { mean: 'mean', peak: 'at most' },
  },
  leases: {
    title: 'Classrooms',
    unit: 'owned, leased and empty',
    room: (room: number) => `Room ${room}`,
    owned: 'owned',
    ownedLine: 'owned by the municipality',
    leasedLine: (modules: string) => `${modules} modules, leased`,
    runningLine: 'already leased',
    proposalLine: 'only with the proposal',
    empty: (months: number) => `paid but empty for ${months} ${months === 1 ? 'month' : 'months'}`,
    order: (day: string) => `order by ${day}`,
    late: (day: string) => `should have been ordered by ${day}`,
    ghost: (persons: string, month: string) => `with ${persons} a year until ${month}`,
    more: (rooms: number) => `and ${rooms} more rooms, see the table`,
    none: 'No classrooms are needed.',
    summaryOwned: (rooms: number) => `The municipality owns ${inWords(rooms)} ${rooms === 1 ? 'room' : 'rooms'}.`,
    summaryLease: (room: number, span: string, months: number) =>
      `Room ${room} is leased ${span}${months > 0 ? `, empty for ${months} ${months === 1 ? 'month' : 'months'}` : ''}.`,
    summaryMore: (leases: number) => `And ${leases} more leases.`,
    asLeases: 'Show the leases',
    caption: 'Leases',
    columns: {
      needed: 'needed at most',
      owned: 'owned',
      leased: 'leased at most',
      empty: 'paid and empty, room-months',
      proposal: 'proposal: leased',
    },
    leaseColumns: {
      room: 'Room',
      from: 'Needed from',
      order: 'Order by',
      until: 'Paid through',
      empty: 'Months empty',
      cost: 'Cost',
      proposal: 'Proposal: through',
    },
  },
  posts: {
    title: 'Posts',
    unit: 'full-time posts of all kinds, each month',
    line: (posts: string, persons: string) => `${posts} posts with ${persons} a year`,
    same: (posts: string, persons: string) => `${posts} posts with ${persons} a year, as in the proposal`,
    surplus: 'paid after the need is gone:',
    months: (months: string) => `${months} person-months`,
    key: 'Area: posts needed. Hatched: paid without being needed.',
    surplusLine: 'person-months are paid after the need is gone.',
    shortageLine: (months: string) => `${months} person-months are missing while people are hired.`,
    none: 'No posts.',
    summary: (posts: string, month: string, surplus: string) =>
      `At most ${posts} posts are needed, in ${month}. ${surplus} person-months are paid without being needed.`,
    proposal: (posts: string, month: string) => `With the proposal it is ${posts} at most, in ${month}.`,
    columns: {
      needed: 'needed, mean',
      paid: 'paid, mean',
      peak: 'paid at most',
      surplus: 'not needed, person-months',
      proposal: 'proposal pays, mean',
    },
    groups: 'Posts by group',
    groupsAt: (month: string) => `in ${month}, when the need is greatest`,
    group: 'Group',
    needed: 'Needed',
    paid: 'Paid',
    sum: 'Sum',
  },
  cost: {
    title: 'What the rooms cost',
    rent: (unit: string, from: number, to: number) => `${unit} in rent ${from}–${to}`,
    perRoom: (kroner: string) => `, ${kroner} kroner per room and year`,
    proposal: (persons: string) => `The proposal of ${persons} gives`,
    empty: (unit: string) => `${unit} of this is for rooms that stand empty.`,
    none: 'No rooms are leased.',
  },
  without: {
    title: (room: number) => `Can it be done without room ${room}?`,
    none: 'No rooms are leased, so there is nothing to save.',
    kinds: {
      lease: 'Lease modules, as here',
      extra_shift: 'Evening classes in the rooms the municipality owns',
      rented: 'Rent an ordinary room nearby',
      host: 'Buy places from a neighbouring municipality',
    },
    cheapest: 'cheapest that holds',
    holds: 'holds',
    holdsNot: 'does not hold',
    unknown: 'not known whether it holds',
    state: 'State what is missing',
  },
  next: {
    title: 'Next threshold',
    above: (persons: string, room: number) => `At ${persons} a year ${another(room)} room is needed.`,
    below: (persons: string, room: number) => `Below ${persons} the ${ordinal(room)} is not needed.`,
    noMore: (persons: string) => `Up to ${persons} a year no more rooms are needed.`,
    always: (rooms: number) =>
      `Even with nobody new settled, ${rooms === 1 ? 'one room is' : `${inWords(rooms)} rooms are`} needed at most.`,
    beyond: (persons: string) => `Thresholds are sought up to ${persons} a year.`,
    searching: 'The thresholds are sought while nothing moves …',
  },
  deadlines: {
    title: 'Deadlines',
    late: (rooms: string, day: string, today: string, month: string, number: number) =>
      number === 1
        ? `Room ${rooms} should have been ordered by ${day}. Ordered on ${today} it is missing through ${month}.`
        : `Rooms ${rooms} should have been ordered by ${day}. Ordered on ${today} they are missing through ${month}.`,
    kept: 'No known deadline is broken.',
    othersKept: 'No other known deadline is broken.',
    unknown: (places: string) =>
      `It is not stated whether there are places (${places}), so that deadline is not tested.`,
    kindergarten: 'kindergarten',
    school: 'school',
  },
};
