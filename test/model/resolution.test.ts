import { describe, expect, it } from 'vitest';
import { forecastOf, planOf } from '$lib/model/plan';
import { RULES, checkPlan, draftOf, requirementsOf, resolutionPlan, type ResolutionPlan } from '$lib/model/resolution';
import { checkText } from '$lib/model/resolution-words';
import type { Scenario } from '$lib/model/scenario';
import { publishedCatalogue } from '$lib/parameters/published';
import { draftLines } from '$lib/text/resolution';
import { planOfFile, textOf } from '../repository-scenario';
import { scenarioOf } from '../run-scenario';

function planFor(parameters: Scenario['parameters'], voted?: number): ResolutionPlan {
  const { plan } = planOf(publishedCatalogue, scenarioOf({ years: 2, parameters }), [], []);
  if (!plan) throw new Error('no plan');
  return resolutionPlan(forecastOf(plan), plan.parameters, voted);
}

const keptOf = (plan: ResolutionPlan) => Object.fromEntries(checkPlan(plan).map(({ rule, kept }) => [rule, kept]));

describe('what a plan says of the vote', () => {
  it('is Elverum’s: 40 in 2015, six unaccompanied minors, three in the years after, and family inside the number', () => {
    const { scenario, opening, parameters } = planOfFile('elverum-40');
    const plan = resolutionPlan(forecastOf({ scenario, opening, parameters }), parameters);
    expect(plan.years.map(({ year, persons, minors }) => [year, persons, minors])).toEqual([
      [2015, 40, 6],
      [2016, 40, 3],
      [2017, 40, 3],
      [2018, 40, 3],
      [2019, 40, 3],
    ]);
    expect(plan).toMatchObject({ takes_minors: true, family_in_vote: true, more: null });
    expect(keptOf(plan)).toEqual({
      number: true,
      no_reservations: true,
      family_apart: false,
      composition: true,
      needs: true,
      unaccompanied_minors: true,
      more: null,
      capacity: true,
    });
  });

  it('leaves unaccompanied minors undecided where only the national share is there, and none where it is set to 0', () => {
    const undecided = planFor({ 'settlement.persons': 40 });
    expect(undecided).toMatchObject({ takes_minors: null, years: [{ minors: null }, { minors: null }] });
    expect(keptOf(undecided)).toMatchObject({ unaccompanied_minors: null, family_apart: true });
    const none = planFor({ 'settlement.persons': 40, 'settlement.mix.unaccompanied_minor': 0 });
    expect(none).toMatchObject({ takes_minors: false, years: [{ minors: 0 }, { minors: 0 }] });
    expect(keptOf(none)).toMatchObject({ unaccompanied_minors: true });
  });

  it('is for as many years as are voted on, with what those years take at the most', () => {
    const parameters = { 'settlement.persons@2024': 5, 'settlement.persons@2025': 80 };
    const [one, both] = [planFor(parameters, 1), planFor(parameters)];
    expect(one.years.map(({ year }) => year)).toEqual([2024]);
    expect(both.years.map(({ year }) => year)).toEqual([2024, 2025]);
    expect(one.capacity.dwellings).toBeLessThan(both.capacity.dwellings);
    expect(one.capacity.posts).toBeLessThan(both.capacity.posts);
  });
});

describe('a rule', () => {
  const plan: ResolutionPlan = {
    years: [{ year: 2024, persons: 10, minors: null }],
    takes_minors: false,
    more: 5,
    more_minors: null,
    capacity: { rooms: 2, posts: 6.5, dwellings: 12 },
    family_in_vote: false,
  };

  it('is kept, every one, by a number with yes or no to minors and both assessments', () => {
    expect(checkPlan(plan)).toEqual(RULES.map((rule) => ({ rule, kept: true })));
  });

  it.each([
    ['number', { years: [{ year: 2024, persons: 10.5, minors: null }] }, false],
    ['number', { years: [{ year: 2024, persons: NaN, minors: null }] }, null],
    ['number', { years: [] }, null],
    ['family_apart', { family_in_vote: true }, false],
    ['unaccompanied_minors', { takes_minors: null }, null],
    ['unaccompanied_minors', { takes_minors: true, years: [{ year: 2024, persons: 10, minors: 11 }] }, false],
    ['more', { more: null }, null],
    ['more', { more: 2.5 }, false],
    ['capacity', { capacity: { rooms: 2, posts: 6.5, dwellings: NaN } }, null],
  ] as const)('%s is as it should be with %j', (rule, changed, kept) => {
    const checks = keptOf({ ...plan, ...changed, years: 'years' in changed ? [...changed.years] : plan.years });
    expect(checks[rule]).toBe(kept);
    const others = Object.entries(checks).filter(([name]) => name !== rule);
    expect(others.every(([, value]) => value === true)).toBe(true);
  });

  it('has one source with an address, and a date or none', () => {
    const requirements = requirementsOf(JSON.parse(textOf('data/documents/imdi-resolution.json')));
    expect(requirements.map(({ rule }) => rule)).toEqual(RULES);
    expect(requirements[0]?.source).toMatchObject({ updated: '2022-11-25', request_year: 2024 });
    expect(requirements.filter(({ kind }) => kind === 'inferred').map(({ rule }) => rule)).toEqual(['needs']);
  });

  it('that is missing from the file, is there twice or has no source, is refused', () => {
    const file = JSON.parse(textOf('data/documents/imdi-resolution.json'));
    const [first, ...rest] = file.requirements;
    expect(() => requirementsOf({ ...file, requirements: rest })).toThrow('number');
    expect(() => requirementsOf({ ...file, requirements: [first, first, ...rest] })).toThrow('number');
    expect(() => requirementsOf({ ...file, requirements: [{ ...first, source: 'x' }, ...rest] })).toThrow('number');
    expect(() => requirementsOf({ ...file, more: 1 })).toThrow();
  });
});

describe('a draft', () => {
  const plan: ResolutionPlan = {
    years: [
      { year: 2024, persons: 40, minors: 6 },
      { year: 2025, persons: 30, minors: 0 },
    ],
    takes_minors: true,
    more: 5,
    more_minors: 1,
    capacity: { rooms: 3, posts: 8.25, dwellings: 31 },
    family_in_vote: false,
  };

  it('says the number, family, minors and both assessments, in that order', () => {
    expect(draftOf(plan).map(({ point }) => point)).toEqual(['settle', 'family', 'minors', 'more', 'capacity']);
  });

  it('of nobody says nothing more', () => {
    const nobody = { ...plan, years: [{ year: 2024, persons: 0, minors: null }] };
    expect(draftOf(nobody)).toEqual([{ point: 'settle', years: nobody.years }]);
  });

  it('counts no minors among the more where none are taken', () => {
    const more = draftOf({ ...plan, takes_minors: false }).find(({ point }) => point === 'more');
    expect(more).toEqual({ point: 'more', persons: 5, minors: null });
  });

  it('is written so in bokmål', () => {
    expect(draftLines(draftOf(plan), 'nb', 'Elverum')).toEqual([
      'Elverum kommune vedtar å bosette flyktninger slik: 40 i 2024, 30 i 2025. Familieinnvandring kommer i tillegg.',
      'Kommunen tar imot enslige mindreårige. Av tallet er det 6 i 2024, 0 i 2025.',
      'Kommunen vurderer at den kan bosette 5 flere i året, av dem 1 enslig mindreårig, om behovet øker.',
      'For å holde kapasiteten vurderer kommunen at det på det meste trengs 3 klasserom, 8,3 årsverk og 31 boliger.',
    ]);
  });

  it('is written so in nynorsk, of one year, with what is not decided left open', () => {
    const open = { ...plan, years: plan.years.slice(0, 1), takes_minors: null, more: null };
    expect(draftLines(draftOf(open), 'nn', 'Herøy')).toEqual([
      'Herøy kommune vedtek å busetje 40 flyktningar i 2024. Familieinnvandring kjem i tillegg.',
      'Kommunen tek imot / tek ikkje imot einslege mindreårige. [vel]',
      'Kommunen vurderer at han kan busetje [tal] fleire om behovet aukar.',
      'For å halde kapasiteten vurderer kommunen at det på det meste trengst 3 klasserom, 8,3 årsverk og 31 bustader.',
    ]);
  });

  it.each(['nb', 'nn'] as const)('has nothing that the check of a motion reacts to, in %s', (form) => {
    for (const takes_minors of [true, false])
      expect(checkText(draftLines(draftOf({ ...plan, takes_minors }), form, 'Elverum').join('\n'))).toEqual([]);
  });

  it.each(['nb', 'nn'] as const)('with family inside the number is caught by the check of a motion, in %s', (form) => {
    const text = draftLines(draftOf({ ...plan, family_in_vote: true }), form, 'Elverum').join('\n');
    expect(checkText(text).map(({ rule }) => rule)).toEqual(['family_apart']);
  });
});

describe('the check of a motion', () => {
  const touched = (text: string): [string, string][] =>
    checkText(text).flatMap(({ rule, found }): [string, string][] => (found === null ? [] : [[rule, found]]));
  const missing = (text: string) => checkText(text).flatMap(({ rule, found }) => (found === null ? [rule] : []));

  it('sees the conditions of a motion of 2026 on family, needs and premises, and not its no to minors', () => {
    // app.kaukus.no/iveland/cases/27919/proposals
    const motion = [
      'Kommunen sier ja til IMDis anmodning om å bosette 5 flyktninger i 2026 med følgende forutsetninger:',
      'a) Det er ønskelig å bosette flest voksne flyktninger, eventuelt barnefamilier.',
      'b) Det åpnes ikke for bosetting av enslige mindreårige flyktninger (enslige barn og unge).',
      'c) Kommunen har ikke mulighet til å bosette flyktninger med store og sammensatte tjenestebehov.',
    ].join('\n');
    expect(touched(motion)).toEqual([
      ['no_reservations', 'med følgende forutsetninger'],
      ['composition', 'ønskelig'],
      ['composition', 'flest voksne flyktninger'],
      ['composition', 'barnefamilier'],
      ['needs', 'store og sammensatte tjenestebehov'],
    ]);
    expect(missing(motion)).toEqual(['more', 'capacity']);
  });

  it.each([
    ['Kommunen bosetter 10 flyktninger, forutsatt at staten betaler.', 'no_reservations', 'forutsatt at'],
    ['Under forutsetning av full dekning bosettes 10 flyktninger.', 'no_reservations', 'Under forutsetning av'],
    ['10 flyktninger, med forbehold om boliger.', 'no_reservations', 'med forbehold om'],
    ['Kommunen buset 10 flyktningar, føresett at staten betaler.', 'no_reservations', 'føresett at'],
    ['Kommunen buset 10 flyktningar med atterhald om bustader.', 'no_reservations', 'med atterhald om'],
    ['The municipality settles 10 refugees, provided that the state pays.', 'no_reservations', 'provided that'],
    ['10 flyktninger. Ikke enslige.', 'composition', 'Ikke enslige'],
    ['10 flyktningar, berre familiar.', 'composition', 'berre familiar'],
    ['10 flyktninger fra Ukraina.', 'composition', 'fra Ukraina'],
    ['10 refugees of any nationality.', 'composition', 'nationality'],
    ['10 flyktninger med god helse.', 'needs', 'helse'],
    ['10 flyktningar utan store behov.', 'needs', 'store behov'],
    ['Inntil 35 flyktninger i året.', 'number', 'Inntil 35'],
    ['Enslige mindreårige over 15 år, 4 flyktninger.', 'composition', 'mindreårige over 15'],
  ])('in «%s» finds what touches %s', (text, rule, found) => {
    expect(touched(text)).toContainEqual([rule, found]);
  });

  it.each([
    '40 flyktninger. Familiegjenforening teller med i tallet',
    '40 flyktninger inkludert familiegjenforening',
    '40 flyktningar. Familiesameining tel med i talet',
    '40 refugees, family reunification included',
  ])('in «%s» finds family inside the number', (text) => {
    expect(touched(text).map(([rule]) => rule)).toEqual(['family_apart']);
  });

  it.each([
    'Familiegjenforening kommer i tillegg.',
    'Familieinnvandring regnes ikke med i tallet.',
    'Familieinnvandring skal ikke regnes med.',
    'Tallet er ikke inkludert familiegjenforening.',
    'Familieinnvandring er ikkje rekna med i talet.',
    'Family reunification is not included.',
    'Vedtaket fattes uten forbehold. Vedtaket er utan vilkår. Without reservations.',
    'Enslige mindreårige tas imot. Einslege mindreårige blir ikkje tekne imot.',
  ])('in «%s» finds nothing wrong', (text) => {
    expect(touched(text)).toEqual([]);
  });

  it('misses the number where there is only a year, and all that a motion should say where it says nothing of it', () => {
    expect(missing('Kommunen bosetter flyktninger i 2024.')).toEqual([
      'number',
      'unaccompanied_minors',
      'more',
      'capacity',
    ]);
    expect(missing('Kommunen bosetter ti flyktninger.')).not.toContain('number');
  });

  it('says nothing of an empty text', () => {
    expect(checkText(' \n ')).toEqual([]);
  });
});
