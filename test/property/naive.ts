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
  in_persons: number;
  in_year: number[];
  twelfths: boolean;
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
  };
};

/** What a year gives: persons and kroner. */
export type NaiveYear = {
  year: number;
  settled: number;
  family: number;
  moved_out: number;
  in_phase: number;
  integration: number;
  kindergarten: number;
  elderly: number;
  unaccompanied_minor: number;
  language: number;
};

/** People alike in everything down to the month they came, and the share of them of each single year of age then. */
type Person = {
  settlement_year: number;
  permit: Permit;
  category: Category;
  ages: { age: number; share: number }[];
  /** Expected number of such persons here now, on 1 January, and arrived in the course of this year by this month. */
  here: number;
  january: number;
  came: number;
  month: number;
  movesIn: boolean;
};

/** Month by month and person by person as `model.md` 2-3 is written, with no thought of speed. */
export function simulate(world: World): NaiveYear[] {
  const people: Person[] = world.opening.map((row) => ({
    settlement_year: row.settlement_year,
    permit: row.permit,
    category: row.category,
    ages: singleYears(row.age_band, 1),
    here: row.persons ?? NaN,
    january: 0,
    came: 0,
    month: 0,
    movesIn: false,
  }));
  const years: NaiveYear[] = [];
  for (let at = 0; at < world.years + world.tail; at += 1) years.push(liveYear(world, people, at));
  return years;
}

function liveYear(world: World, people: Person[], at: number): NaiveYear {
  const year = world.first_year + at;
  const inPlan = at < world.years;
  const { family, rates } = world;
  for (const person of people) Object.assign(person, { january: person.here, came: 0, month: 0, movesIn: false });
  const of: NaiveYear = {
    year,
    settled: 0,
    family: 0,
    moved_out: 0,
    in_phase: 0,
    integration: 0,
    kindergarten: 0,
    elderly: 0,
    unaccompanied_minor: 0,
    language: 0,
  };

  const familyOfEarlier = people.reduce((sum, person) => {
    const d = grantYear(person, year);
    const share = d >= 2 && d <= 5 && person.permit !== 'family' ? (family.timing[d - 1] ?? NaN) : 0;
    return sum + person.january * family.rate * share;
  }, 0);
  const voted = inPlan ? (world.persons[at] ?? NaN) * world.realisation : 0;
  const settled = !inPlan
    ? 0
    : family.in_vote
      ? Math.max(0, (voted - familyOfEarlier) / (1 + family.rate * (family.timing[0] ?? NaN)))
      : voted;

  const sponsorsByMonth: number[] = [];
  for (let month = 1; month <= 12; month += 1) {
    const coming = settled * (world.month[month - 1] ?? NaN);
    sponsorsByMonth.push(coming * (1 - world.permit.family));
    for (const person of settledPeople(world, year, coming)) arrive(people, { ...person, month });
    of.settled += coming;

    let joining = familyOfEarlier / 12;
    for (const [index, sponsors] of sponsorsByMonth.entries())
      joining += (sponsors * family.rate * (family.timing[0] ?? NaN)) / (12 - index);
    for (const person of familyPeople(world, year, joining)) arrive(people, { ...person, month });
    of.family += joining;

    if (inPlan) {
      for (let d = 2; d <= 5; d += 1) {
        const moving = (world.in_persons * (world.in_year[d - 2] ?? NaN)) / 12;
        for (const person of settledPeople(world, year - d + 1, moving)) {
          arrive(people, { ...person, month, movesIn: true });
          of.integration +=
            person.here * entitled(world, person, d) * (rates.later[d - 2] ?? NaN) * (1 - kept(world, month));
        }
      }
    }

    for (const person of people) monthOf(world, of, person, year, month);
  }
  for (const person of people) payFullYears(world, of, person, year);
  of.in_phase = people.reduce((sum, person) => sum + (grantYear(person, year) <= 5 ? person.here : 0), 0);
  return of;
}

/** One month of one kind of person: what is paid by the month, and the moving out at its end. */
function monthOf(world: World, of: NaiveYear, person: Person, year: number, month: number): void {
  const { rates } = world;
  const d = grantYear(person, year);
  if (person.category === 'unaccompanied_minor') {
    of.unaccompanied_minor += (person.here * aged(person, year, 0, 16) * rates.to_16) / 12;
    of.unaccompanied_minor += (person.here * aged(person, year, 17, 20) * rates.from_17) / 12;
  }
  if (person.permit !== 'collective' && (d === 2 || d === 3))
    of.language += (person.here * aged(person, year, 18, 67) * languageRate(world, d)) / 12;
  const atRisk = person.movesIn ? 0 : person.january + (person.month < month ? person.came : 0);
  const moving = (atRisk * (world.out[Math.min(d, 5) - 1] ?? NaN)) / 12;
  person.here -= moving;
  of.moved_out += moving;
  if (d >= 2 && d <= 5)
    of.integration -= moving * entitled(world, person, d) * (rates.later[d - 2] ?? NaN) * (1 - kept(world, month));
}

/** What does not depend on the month: those here on 1 January, and the year of settlement. */
function payFullYears(world: World, of: NaiveYear, person: Person, year: number): void {
  const { rates } = world;
  const d = grantYear(person, year);
  if (d >= 2 && d <= 5) of.integration += person.january * entitled(world, person, d) * (rates.later[d - 2] ?? NaN);
  if (d !== 1) return;
  of.integration += person.came * rates.year1[person.category];
  of.kindergarten += person.came * aged(person, year, 0, 5) * rates.kindergarten;
  of.elderly += person.came * aged(person, year, 60, Infinity) * rates.elderly;
  const rate = person.permit === 'collective' ? rates.collective : languageRate(world, 1);
  of.language += person.came * aged(person, year, 18, 67) * rate;
}

/** The share of the persons who are of these ages in a year. */
function aged(person: Person, year: number, low: number, high: number): number {
  const older = year - person.settlement_year;
  return person.ages.reduce((sum, { age, share }) => sum + (age + older >= low && age + older <= high ? share : 0), 0);
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

function familyPeople(world: World, year: number, persons: number): Person[] {
  return [
    personOf(world, year, 'family', 'adult', persons * world.family.adult),
    personOf(world, year, 'family', 'child', persons * world.family.child),
  ];
}

function personOf(world: World, settlement_year: number, permit: Permit, category: Category, persons: number): Person {
  const bands = Object.entries(world.age[category]) as [AgeBand, number][];
  return {
    settlement_year,
    permit,
    category,
    ages: bands.flatMap(([band, share]) => singleYears(band, share)),
    here: persons,
    january: 0,
    came: 0,
    month: 0,
    movesIn: false,
  };
}

/** A share spread evenly over the single years of a band. */
function singleYears(band: AgeBand, share: number): { age: number; share: number }[] {
  const [low, high] = AGE_BANDS[band];
  const count = high - low + 1;
  return Array.from({ length: count }, (_, at) => ({ age: low + at, share: share / count }));
}
