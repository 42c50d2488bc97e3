import { describe, expect, it } from 'vitest';
import { balancesOf, groupOf, unlikeIn, type Part } from '$lib/model/group';
import { memberOf, type About, type Member } from '$lib/model/member';
import { flowsBetween } from '$lib/model/member-moves';
import { forecastOf, type Plan } from '$lib/model/plan';
import { commonYears } from '$lib/model/scenario';
import { variantsOf } from '$lib/model/vary';
import { groupExamples } from '$lib/parameters/groups';
import { publishedOfMember } from '$lib/parameters/members';
import { planOfFile } from '../repository-scenario';

const names = groupExamples[0]?.scenarios ?? [];
const plans = names.map(planOfFile);

function aboutOf({ scenario }: Plan): About {
  return { ...publishedOfMember(scenario.municipality, scenario.first_year), version: '1', threshold: 0 };
}

function partOf(plan: Plan): Part {
  return { plan, about: aboutOf(plan) };
}

const parts = plans.map(partOf);
const yearsOf = (of: Member[]) => commonYears(of.map(({ scenario }) => scenario));
const sum = (of: readonly (number | null)[]): number => of.reduce<number>((all, each) => all + (each ?? NaN), 0);
const [first = planOfFile('dovre')] = plans;

describe('the nine municipalities that come with the application', () => {
  it('are those of the guidelines, each with inhabitants and published requests', () => {
    const { members } = groupOf(parts, 0);
    expect(members.map(({ municipality }) => municipality).sort()).toEqual([
      '3431',
      '3432',
      '3433',
      '3434',
      '3435',
      '3436',
      '3437',
      '3438',
      '3439',
    ]);
    for (const { municipality, inhabitants, years } of members) {
      expect(inhabitants?.persons, municipality).toBeGreaterThan(1500);
      expect(years.find(({ year }) => year === 2024)?.requested, municipality).toBeGreaterThan(0);
    }
  });

  it('are alike: the same years, rates and version', () => {
    const { members } = groupOf(parts, 0);
    expect(unlikeIn(members)).toEqual([]);
    expect(yearsOf(members)).toEqual([2024, 2027]);
  });
});

describe('moves within a group', () => {
  it('leave every member as it is where nobody stays within', () => {
    const { members, flows } = groupOf(parts, 0);
    expect(flows).toEqual([]);
    expect(members).toEqual(plans.map((plan) => memberOf(plan, forecastOf(plan), aboutOf(plan))));
  });

  it('take as many in as go out, person by person and krone by krone', () => {
    const group = groupOf(parts, 0.3);
    const balances = balancesOf(group);
    expect(sum(balances.map(({ persons_out }) => persons_out))).toBeGreaterThan(10);
    expect(sum(balances.map(({ persons_in }) => persons_in))).toBeCloseTo(
      sum(balances.map(({ persons_out }) => persons_out)),
      9,
    );
    expect(sum(balances.map(({ into }) => into))).toBeCloseTo(sum(balances.map(({ out }) => out)), 2);
  });

  it('come as in-movers of those grant years to the forecast of the receiver', () => {
    const { members, flows } = groupOf(parts, 0.3);
    for (const { municipality, years } of members) {
      const coming = flows.filter(({ to }) => to === municipality);
      for (const { year, tail, moved_in } of years)
        expect(moved_in, `${municipality} ${year}`).toBeCloseTo(
          tail ? 0 : sum(coming.filter((flow) => flow.year === year).map(({ persons }) => persons)),
          9,
        );
    }
  });

  it('are the share of those who move out in grant years 2 to 5, spread by inhabitants', () => {
    const movers = [
      {
        municipality: '1',
        inhabitants: 1000,
        moves: [{ year: 2024, grant_year: 2, here: 40, moved: 10, grant: 200, part: 0.5 }],
      },
      { municipality: '2', inhabitants: 3000, moves: [] },
      { municipality: '3', inhabitants: 1000, moves: [] },
      { municipality: '4', inhabitants: null, moves: [] },
    ];
    // Of 10 movers 4 stay: 3 of them in the municipality of 3 000, 1 in that of 1 000; half a year of 200 kroner goes along.
    expect(flowsBetween(movers, 0.4)).toEqual([
      { from: '1', to: '2', year: 2024, grant_year: 2, persons: 3, amount: 300 },
      { from: '1', to: '3', year: 2024, grant_year: 2, persons: 1, amount: 100 },
    ]);
  });

  it('are seen by the others when one settles 40 a year in place of what it decided', () => {
    const before = groupOf(parts, 0.2);
    const more = variantsOf(first, ['settlement.persons'])([60]);
    const after = groupOf([partOf(more), ...parts.slice(1)], 0.2);
    const came = ({ members }: { members: Member[] }, at: number): number =>
      sum((members[at]?.years ?? []).map(({ moved_in }) => moved_in));
    for (let at = 1; at < parts.length; at += 1) expect(came(after, at)).toBeGreaterThan(came(before, at));
    const balances = balancesOf(after);
    expect(sum(balances.map(({ into }) => into))).toBeCloseTo(sum(balances.map(({ out }) => out)), 2);
  });

  it('do not depend on the order of members', () => {
    const turned = groupOf([...parts].reverse(), 0.25);
    expect([...turned.members].reverse()).toEqual(groupOf(parts, 0.25).members);
  });

  it('are not added to a member that was sent, and unlike rates show in the balance', () => {
    const [sent, ...others] = groupOf(parts, 0).members;
    if (!sent) throw new Error('no member');
    const dearer = { ...sent, moves: sent.moves.map((each) => ({ ...each, grant: (each.grant ?? NaN) * 1.1 })) };
    const group = groupOf([{ member: dearer }, ...parts.slice(1)], 0.2);
    expect(group.members[0]).toBe(dearer);
    expect(others).toHaveLength(8);
    const balances = balancesOf(group);
    expect(Math.abs(sum(balances.map(({ into }) => into)) - sum(balances.map(({ out }) => out)))).toBeGreaterThan(1000);
  });

  it('are unknown in kroner where the rate is', () => {
    const { members } = groupOf(parts, 0);
    const unknown = members.map((member) => ({
      member: { ...member, moves: member.moves.map((each) => ({ ...each, grant: null })) },
    }));
    expect(balancesOf(groupOf(unknown, 0.2)).every(({ out, into }) => out === null && into === null)).toBe(true);
  });
});

describe('what must be alike', () => {
  const { members } = groupOf(parts, 0);

  it('names those who stand apart from most', () => {
    const other = members.map((member, at) => (at === 2 ? { ...member, rates: 'other' } : member));
    expect(unlikeIn(other)).toEqual([{ of: 'rates', municipalities: [members[2]?.municipality] }]);
  });

  it('is another rate set where the scenario sets a rate, and the same where it sets a wage', () => {
    const rate = variantsOf(first, ['rates.index'])([0.01]);
    const wage = variantsOf(first, ['staff.adviser.wage'])([700_000]);
    const of = (plan: Plan): string => memberOf(plan, forecastOf(plan), aboutOf(plan)).rates;
    expect(of(rate)).not.toBe(of(first));
    expect(of(wage)).toBe(of(first));
  });

  it('is no year where plans have none in common', () => {
    const later = members.map((member, at) =>
      at === 0 ? { ...member, scenario: { ...member.scenario, first_year: 2040 } } : member,
    );
    expect(yearsOf(later)).toBeNull();
    expect(unlikeIn(later).map(({ of }) => of)).toEqual(['years']);
    expect(yearsOf([])).toBeNull();
  });
});
