import { AGE_BANDS, type AgeBand, type Category, type CohortRow, type Permit } from '$lib/model/cohort';

/** All that a naive run needs, in plain numbers; the same in every year unless said otherwise. */
export type World = {
  first_year: number;
  years: number;
  tail: number;
  opening: CohortRow[];
  /** Voted by year of the plan. */
  persons: number[];
  realisation: number;
  births: number;
  month: number[];
  mix: Record<Category, number>;
  age: Record<Category, Partial<Record<AgeBand, number>>>;
  permit: Record<Permit, number>;
  family: {
    rate: number;
    timing: number[];
    adult: number;
    child: number;
    in_vote: boolean;
    humanitarian: number;
  };
  out: number[];
  /** Factor on moving out by household. */
  household: { single: number; family: number; unaccompanied_minor: number };
  in_persons: number;
  in_year: number[];
  twelfths: boolean;
  /** Whether the grant of year 1 is shared on a move in the same year. */
  sharing_first_year: boolean;
  /** Year-1 grants of those who come after this month are paid the year after. */
  cutoff: number;
  rates: {
    year1: Record<Category, number>;
    later: number[];
    kindergarten: number;
    elderly: number;
    to_16: number;
    from_17: number;
    high: number[];
    low: number[];
    collective: number;
    high_share: number;
    base: { to_3: number; to_150: number };
  };
  /** Amounts of part 1 and part 2; `months` from settlement to the application. */
  special: {
    share: number;
    cost: number[];
    own: number[];
    cap: number[];
    deadline: number;
    months: number;
    lag: number;
  };
};

/** What a year gives: persons, kroner of the year, kroner by the year they are paid, and claims between municipalities. */
export type NaiveYear = {
  year: number;
  people: { settled: number; born: number; family: number; moved_in: number; moved_out: number; in_phase: number };
  grants: Money;
  paid: Money;
  special: { special_needs_1: number; special_needs_2: number; measures: number };
  claims: { payable: Claim; receivable: Claim };
  /** Persons counted on 15 January for the base grant, before rounding. */
  counted: number;
};
type Money = {
  integration: number;
  kindergarten: number;
  elderly: number;
  unaccompanied_minor: number;
  language: number;
  base: number;
};
export type Claim = { persons: number; without_grant: number; likely: number; high: number };

type Band = { low: number; high: number; share: number };

/** People alike in everything down to the month they came, and the share of them of each band of age then. */
type Person = {
  settlement_year: number;
  permit: Permit;
  category: Category;
  bands: Band[];
  /** Settled by agreement: neither family nor moved in from elsewhere nor born here. */
  agreed: boolean;
  /** Expected number of such persons here now, on 1 January, and come in the course of this year in this month. */
  here: number;
  january: number;
  came: number;
  month: number;
  movesIn: boolean;
};

/** Month by month and person by person as `model.md` 2-3 is written, with no thought of speed. */
export function simulate(world: World): NaiveYear[] {
  const years = Array.from({ length: world.years + world.tail }, (_, at) => emptyYear(world.first_year + at));
  let people = world.opening.map((row): Person => ({
    ...nobody,
    settlement_year: row.settlement_year,
    permit: row.permit,
    category: row.category,
    bands: [bandOf(row.age_band, 1)],
    agreed: row.permit !== 'family',
    here: row.persons ?? NaN,
  }));
  payYearBefore(world, years, people);
  for (let at = 0; at < years.length; at += 1) {
    people = together(people);
    liveYear(world, years, people, at);
  }
  return years;
}

function emptyYear(year: number): NaiveYear {
  const nothing = { integration: 0, kindergarten: 0, elderly: 0, unaccompanied_minor: 0, language: 0, base: 0 };
  const claim = { persons: 0, without_grant: 0, likely: 0, high: 0 };
  return {
    year,
    people: { settled: 0, born: 0, family: 0, moved_in: 0, moved_out: 0, in_phase: 0 },
    grants: { ...nothing },
    paid: { ...nothing },
    special: { special_needs_1: 0, special_needs_2: 0, measures: 0 },
    claims: { payable: { ...claim }, receivable: { ...claim } },
    counted: 0,
  };
}

/** From the next 1 January on it no longer matters when somebody came. */
function together(people: Person[]): Person[] {
  const alike = new Map<string, Person>();
  for (const person of people) {
    if (person.here === 0) continue;
    const { settlement_year, permit, category, bands, agreed, here } = person;
    const key = [settlement_year, permit, category, agreed, ...bands.flatMap(({ low, share }) => [low, share])].join();
    const known = alike.get(key);
    if (known) known.here += here;
    else alike.set(key, { ...nobody, settlement_year, permit, category, bands, agreed, here });
  }
  for (const person of alike.values()) person.january = person.here;
  return [...alike.values()];
}

function liveYear(world: World, years: NaiveYear[], people: Person[], at: number): void {
  const of = years[at] ?? emptyYear(NaN);
  const { year } = of;
  const inPlan = at < world.years;
  const { family } = world;

  const familyOfEarlier = people.reduce((sum, person) => {
    const d = grantYear(person, year);
    const share = d >= 2 && d <= 5 && person.permit !== 'family' ? (family.timing[d - 1] ?? NaN) : 0;
    return sum + person.january * family.rate * share;
  }, 0);
  const settled = inPlan ? settledInYear(world, at, familyOfEarlier) : 0;
  const settledBefore = at > 0 && at - 1 < world.years ? (years[at - 1]?.people.settled ?? NaN) : 0;
  countLanguageGroup(world, years, people, at);

  const sponsorsByMonth: number[] = [];
  for (let month = 1; month <= 12; month += 1) {
    const coming = settled * (world.month[month - 1] ?? NaN);
    sponsorsByMonth.push(coming * (1 - world.permit.family));
    for (const person of settledPeople(world, year, coming))
      arrive(people, { ...person, month, agreed: person.permit !== 'family' });
    of.people.settled += coming;

    // A sixth of the children is born in the month of settlement and in each of the five after it.
    for (let since = 0; since <= 5; since += 1) {
      const thisYear = month - since >= 1;
      const mothers = thisYear
        ? settled * (world.month[month - since - 1] ?? NaN)
        : settledBefore * (world.month[month - since + 11] ?? NaN);
      const born = (mothers * world.births) / 6;
      for (const child of children(world, thisYear ? year : year - 1, born)) arrive(people, { ...child, month });
      of.people.born += born;
    }

    let joining = familyOfEarlier / 12;
    for (const [index, sponsors] of sponsorsByMonth.entries())
      joining += (sponsors * family.rate * (family.timing[0] ?? NaN)) / (12 - index);
    for (const person of familyPeople(world, year, joining)) arrive(people, { ...person, month });
    of.people.family += joining;

    if (inPlan) {
      for (let d = 2; d <= 5; d += 1) {
        const moving = (world.in_persons * (world.in_year[d - 2] ?? NaN)) / 12;
        of.people.moved_in += moving;
        for (const person of settledPeople(world, year - d + 1, moving))
          arrive(people, { ...person, month, movesIn: true });
      }
    }

    for (const person of people) monthOf(world, years, person, at, month);
  }
  for (const person of people) payFullYears(world, years, person, at);
  of.people.in_phase = people.reduce((sum, person) => sum + (grantYear(person, year) <= 5 ? person.here : 0), 0);
}

function settledInYear(world: World, at: number, familyOfEarlier: number): number {
  const voted = (world.persons[at] ?? NaN) * world.realisation;
  const { rate, timing, in_vote } = world.family;
  return in_vote ? Math.max(0, (voted - familyOfEarlier) / (1 + rate * (timing[0] ?? NaN))) : voted;
}

/** The base grant by the language grant's group on 15 January, of whom none came this year. */
function countLanguageGroup(world: World, years: NaiveYear[], people: Person[], at: number): void {
  const of = years[at] ?? emptyYear(NaN);
  for (const person of people) {
    const d = grantYear(person, of.year);
    // Grant years 1-3, with collective protection year 1 alone, of those who had come by the year before.
    const last = person.permit === 'collective' ? 2 : 3;
    if (d >= 2 && d <= last) of.counted += person.january * aged(person, of.year, 18, 67);
  }
  const persons = Math.floor(of.counted + 0.5);
  const { to_3, to_150 } = world.rates.base;
  pay(years, at, 'base', persons === 0 || persons > 150 ? 0 : persons <= 3 ? to_3 : to_150);
}

/** One month of one kind of person: what is paid by the month, and the moving out at its end. */
function monthOf(world: World, years: NaiveYear[], person: Person, at: number, month: number): void {
  const of = years[at] ?? emptyYear(NaN);
  const { rates } = world;
  const d = grantYear(person, of.year);
  if (person.category === 'unaccompanied_minor') {
    pay(years, at, 'unaccompanied_minor', (person.here * aged(person, of.year, 0, 16) * rates.to_16) / 12);
    pay(years, at, 'unaccompanied_minor', (person.here * aged(person, of.year, 17, 20) * rates.from_17) / 12);
  }
  if (person.permit !== 'collective' && (d === 2 || d === 3))
    pay(years, at, 'language', (person.here * aged(person, of.year, 18, 67) * languageRate(world, d)) / 12);
  if (person.agreed && d <= 5) specialNeedsOf(world, years, person, at, 2, person.here / 12);
  if (person.movesIn && person.month === month) bring(world, years, person, at);
  const atRisk = person.movesIn ? 0 : person.january + (person.month < month ? person.came : 0);
  const moving = (atRisk * shareMoving(world, person, d)) / 12;
  person.here -= moving;
  of.people.moved_out += moving;
  giveAway(world, years, person, at, month, moving);
}

function shareMoving(world: World, person: Person, d: number): number {
  const { single, family, unaccompanied_minor } = world.household;
  const factor = { single_adult: single, adult: family, child: family, unaccompanied_minor }[person.category];
  return Math.min(1, factor * (world.out[Math.min(d, 5) - 1] ?? NaN));
}

/** The grant of those who move goes with them for the rest of the year: at once, or as a claim settled the year after. */
function giveAway(world: World, years: NaiveYear[], person: Person, at: number, month: number, moving: number): void {
  const of = years[at] ?? emptyYear(NaN);
  const d = grantYear(person, of.year);
  const shared = d > 5 || (d === 1 && !world.sharing_first_year) ? 0 : entitled(world, person, d);
  const rate = d === 1 ? world.rates.year1[person.category] : (world.rates.later[d - 2] ?? NaN);
  const amount = shared === 0 ? 0 : moving * shared * rate;
  const given = amount * (1 - kept(world, month));
  if (world.twelfths) {
    const isLate = d === 1 && person.month > world.cutoff;
    pay(years, at, 'integration', -given, isLate);
    return;
  }
  pay(years, at, 'integration', -given, true);
  addClaim(of.claims.payable, moving, shared, given, amount);
}

/** Those who move in bring the rest of the year's grant. */
function bring(world: World, years: NaiveYear[], person: Person, at: number): void {
  const of = years[at] ?? emptyYear(NaN);
  const d = grantYear(person, of.year);
  const shared = entitled(world, person, d);
  const amount = person.came * shared * (world.rates.later[d - 2] ?? NaN);
  const brought = amount * (1 - kept(world, person.month));
  pay(years, at, 'integration', brought, !world.twelfths);
  if (!world.twelfths) addClaim(of.claims.receivable, person.came, shared, brought, amount);
}

function addClaim(claim: Claim, persons: number, entitled: number, likely: number, high: number): void {
  claim.persons += persons;
  claim.without_grant += persons * (1 - entitled);
  claim.likely += likely;
  claim.high += high;
}

/** What does not depend on the months of residence: those here on 1 January, and those who came. */
function payFullYears(world: World, years: NaiveYear[], person: Person, at: number): void {
  const { rates } = world;
  const year = world.first_year + at;
  const d = grantYear(person, year);
  const isLate = person.month > world.cutoff;
  const came = person.movesIn ? 0 : person.came;
  if (d >= 2 && d <= 5)
    pay(years, at, 'integration', (person.january + came) * entitled(world, person, d) * (rates.later[d - 2] ?? NaN));
  // A child born in the year after its mother settled comes in grant year 2, and is 0-5 at settlement like any other.
  const atSettlement = (low: number, high: number): number => aged(person, person.settlement_year, low, high);
  pay(years, at, 'kindergarten', came * atSettlement(0, 5) * rates.kindergarten, isLate);
  pay(years, at, 'elderly', came * atSettlement(60, Infinity) * rates.elderly, isLate);
  if (d !== 1) return;
  pay(years, at, 'integration', came * rates.year1[person.category], isLate);
  const rate = person.permit === 'collective' ? rates.collective : languageRate(world, 1);
  pay(years, at, 'language', came * aged(person, year, 18, 67) * rate);
  if (person.agreed) specialNeedsOf(world, years, person, at, 1, came);
}

/** A part of the special needs grant: the cost above the own share up to the cap, booked by the year of application. */
function specialNeedsOf(
  world: World,
  years: NaiveYear[],
  person: Person,
  at: number,
  part: 1 | 2,
  persons: number,
): void {
  const { special } = world;
  const d = grantYear(person, world.first_year + at);
  const [cost, own, cap] = [special.cost, special.own, special.cap].map((parts) => parts[part - 1] ?? NaN);
  const needing = persons * special.share;
  const of = years[at];
  if (of) of.special.measures += needing * (cost ?? NaN);
  if (d === 1 && special.months > special.deadline) return;
  const applied = d === 1 ? Math.floor((person.month - 1 + special.months) / 12) : 0;
  const booked = years[at + applied + special.lag];
  const amount = needing * Math.min(cap ?? NaN, Math.max(0, (cost ?? NaN) - (own ?? NaN)));
  if (booked) booked.special[`special_needs_${part}`] += amount;
}

/** Year-1 grants of those of the opening who came late in the year before the plan, which are paid in its first year. */
function payYearBefore(world: World, years: NaiveYear[], people: Person[]): void {
  const late = world.month.reduce((sum, share, at) => sum + (at + 1 > world.cutoff ? share : 0), 0);
  for (const person of people) {
    const [of] = years;
    if (person.settlement_year !== world.first_year - 1 || !of) continue;
    const came = person.here * late;
    of.paid.integration += came * world.rates.year1[person.category];
    of.paid.kindergarten += came * aged(person, person.settlement_year, 0, 5) * world.rates.kindergarten;
    of.paid.elderly += came * aged(person, person.settlement_year, 60, Infinity) * world.rates.elderly;
  }
}

/** An amount of a year, paid in it or in the next. */
function pay(years: NaiveYear[], at: number, what: keyof Money, amount: number, isLate = false): void {
  const [of, paid] = [years[at], years[isLate ? at + 1 : at]];
  if (of) of.grants[what] += amount;
  if (paid) paid.paid[what] += amount;
}

/** The share of the persons who are of these ages in a year; those of a band are spread evenly over its years. */
function aged(person: Person, year: number, low: number, high: number): number {
  const older = year - person.settlement_year;
  return person.bands.reduce((sum, band) => {
    const inside = Math.min(high, band.high + older) - Math.max(low, band.low + older) + 1;
    return sum + (band.share * Math.max(0, inside)) / (band.high - band.low + 1);
  }, 0);
}

function arrive(people: Person[], person: Person): void {
  if (person.here > 0) people.push({ ...person, came: person.here });
}

function grantYear(person: { settlement_year: number }, year: number): number {
  return year - person.settlement_year + 1;
}

function languageRate({ rates }: World, d: number): number {
  return rates.high_share * (rates.high[d - 1] ?? NaN) + (1 - rates.high_share) * (rates.low[d - 1] ?? NaN);
}

/** The part of a year's grant the old municipality keeps of somebody who moves in a month. */
function kept(world: World, month: number): number {
  return world.twelfths ? Math.min(month + 1, 12) / 12 : (2 * Math.ceil(month / 3) - 1) / 8;
}

/** Family of humanitarian grounds is entitled for three years, all others for five. */
function entitled(world: World, person: Person, d: number): number {
  return person.permit === 'family' && d > 3 ? 1 - world.family.humanitarian : 1;
}

function settledPeople(world: World, settlement_year: number, persons: number): Person[] {
  const permits = Object.entries(world.permit) as [Permit, number][];
  const mix = Object.entries(world.mix) as [Category, number][];
  return permits.flatMap(([permit, part]) =>
    mix.map(([category, share]) => personOf(world, settlement_year, permit, category, persons * part * share)),
  );
}

/** Children of those settled in a year: of its permits, 0-5 at settlement. */
function children(world: World, settlement_year: number, persons: number): Person[] {
  const permits = Object.entries(world.permit) as [Permit, number][];
  return permits.map(([permit, part]) => ({
    ...personOf(world, settlement_year, permit, 'child', persons * part),
    bands: [bandOf('0-5', 1)],
  }));
}

function familyPeople(world: World, year: number, persons: number): Person[] {
  return [
    personOf(world, year, 'family', 'adult', persons * world.family.adult),
    personOf(world, year, 'family', 'child', persons * world.family.child),
  ];
}

const nobody = { agreed: false, here: 0, january: 0, came: 0, month: 0, movesIn: false };

function personOf(world: World, settlement_year: number, permit: Permit, category: Category, persons: number): Person {
  const bands = Object.entries(world.age[category]) as [AgeBand, number][];
  return {
    ...nobody,
    settlement_year,
    permit,
    category,
    bands: bands.filter(([, share]) => share > 0).map(([band, share]) => bandOf(band, share)),
    here: persons,
  };
}

function bandOf(band: AgeBand, share: number): Band {
  const [low, high] = AGE_BANDS[band];
  return { low, high, share };
}
