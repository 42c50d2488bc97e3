import type { Text } from './text';

/** English, with the terms of data/GLOSSARY.md. */
export const en: Text = {
  language: 'en',
  items: {
    'integration_grant.year1.single_adult': 'Integration grant year 1, single adult',
    'integration_grant.year1.adult': 'Integration grant year 1, adult',
    'integration_grant.year1.child': 'Integration grant year 1, child',
    'integration_grant.year1.unaccompanied_minor': 'Integration grant year 1, unaccompanied minor',
    'integration_grant.year2': 'Integration grant year 2',
    'integration_grant.year3': 'Integration grant year 3',
    'integration_grant.year4': 'Integration grant year 4',
    'integration_grant.year5': 'Integration grant year 5',
    'integration_grant.shared_out': 'Sharing of the grant, to other municipalities',
    'integration_grant.shared_in': 'Sharing of the grant, from other municipalities',
    kindergarten_grant: 'Kindergarten grant',
    elderly_grant: 'Elderly grant',
    unaccompanied_minor_grant: 'Unaccompanied minors’ grant',
    'special_needs_grant.1': 'Special needs grant 1',
    'special_needs_grant.2': 'Special needs grant 2',
    'language_grant.person': 'Language grant per person',
    'language_grant.base': 'Language grant, base grant',
    general_grant: 'General grant',
    host_income: 'Places sold to other municipalities',
    'housing.rent_income': 'Rent from the tenants',
    'project.grant': 'Project grants',
    introduction_benefit: 'Introduction benefit',
    'education.teachers': 'Teachers',
    'education.rooms': 'Rent of classrooms',
    'education.room_setup': 'Set-up of modules',
    'education.room_removal': 'Removal of modules',
    'education.places_bought': 'Places bought from a host municipality',
    'education.material': 'Teaching material',
    'staff.advisers': 'Advisers',
    'staff.settlement_workers': 'Settlement workers',
    'staff.management': 'Management',
    'staff.bilingual_assistants': 'Bilingual assistants',
    'health.psychosocial_adviser': 'Psychosocial advisers',
    'unaccompanied_minor_care.staff': 'Care of unaccompanied minors, staff',
    'unaccompanied_minor_care.places': 'Care of unaccompanied minors, rent and living costs',
    'establishment.single': 'Establishment support, single person or lone parent',
    'establishment.couple': 'Establishment support, couple',
    'establishment.shared': 'Establishment support, sharing a dwelling',
    'establishment.child': 'Establishment support, child',
    'establishment.family': 'Establishment support, family immigration',
    'establishment.clothing': 'Support for clothing',
    'establishment.leisure': 'Leisure activity for children',
    'housing.leases': 'Lease of dwellings',
    'housing.follow_up': 'Housing follow-up',
    'health.screening': 'Health screening at settlement',
    'health.follow_up': 'Extra health services',
    'interpreter.hours': 'Interpreter',
    'child_welfare.measures': 'Child welfare measures',
    'social_assistance.in_programme': 'Social assistance, in the programme',
    'social_assistance.work': 'Social assistance after the programme, in work',
    'social_assistance.upper_secondary': 'Social assistance after the programme, in upper secondary education',
    'social_assistance.adult_primary': 'Social assistance after the programme, in adult primary school',
    'social_assistance.higher': 'Social assistance after the programme, in higher education',
    'social_assistance.other': 'Social assistance after the programme, other',
    'social_assistance.outside': 'Social assistance, outside the programme',
    'special_needs.measures': 'Measures for special needs',
    'school.language_support': 'Language support in school',
    'kindergarten.language_support': 'Language support in kindergarten',
    'kindergarten.childminder': 'Other child care',
    'project.cost': 'Project costs',
    'project.internal_transfers': 'Transfers to other services',
    'fund.set_aside': 'Set aside in the fund',
    'fund.release': 'Released from the fund',
  },
  bands: { high: 'high rate', low: 'low rate' },
  units: {
    person: 'persons',
    'person-year': 'person-years',
    'person-month': 'participant months',
    'post-year': 'posts',
    'module-year': 'module years',
    'place-year': 'place-years',
    'dwelling-year': 'dwelling-years',
    household: 'households',
    'household-year': 'household-years',
    module: 'modules',
    hour: 'hours',
    year: 'years',
    grant: 'grants',
    NOK: 'kroner',
  },
  categories: {
    single_adult: 'single adults',
    adult: 'adults',
    child: 'children',
    unaccompanied_minor: 'unaccompanied minors',
  },
  alternatives: {
    lease: 'lease modules',
    extra_shift: 'one more shift',
    rented: 'rent a room',
    host: 'places at a host municipality',
  },
  groups: {
    adviser: 'advisers',
    settlement_worker: 'settlement workers',
    bilingual_assistant: 'bilingual assistants',
    management: 'managers',
    psychosocial_adviser: 'psychosocial advisers',
    unaccompanied_minor_care: 'staff in the care of unaccompanied minors',
    teacher: 'teachers',
  },
  dwellingSizes: {
    '1': '1 person',
    '2': '2 persons',
    '3-4': '3–4 persons',
    '5+': '5 persons or more',
  },
  placeKinds: {
    kindergarten: 'kindergarten',
    school: 'school',
    practice: 'language and work practice',
  },
  outcomes: {
    work: 'work',
    upper_secondary: 'upper secondary education',
    adult_primary: 'adult primary school',
    higher: 'higher education',
    other: 'other',
  },
  signs: {
    income_positive: 'surplus as plus',
    cost_positive: 'income as minus',
  },
  kroner: {
    nominal: 'kroner of the year',
    fixed: 'fixed kroner',
  },
  side: { income: 'Income', cost: 'Cost', fund: 'Fund' },
  status: {
    published: 'published',
    derived: 'derived',
    carried_forward: 'carried forward',
    own: 'own figure',
    assumed: 'assumed',
    unknown: 'unknown',
  },
  columns: {
    year: 'Year',
    income: 'Income',
    cost: 'Cost',
    net: 'Net',
    fund: 'Fund',
    in_phase: 'In five-year phase',
    participants_peak: 'Participants',
    rooms_needed: 'Classrooms',
    posts: 'Posts',
    settled: 'Settled',
  },
  unknown: 'unknown',
  none: 'none',
  warnings: {
    'rate-unknown': (years, parameters) =>
      `No source states the rate in ${years}: ${parameters}. The amount is unknown, and the total of the year is incomplete.`,
    'rate-carried-forward': (years) => `No known rates for ${years}. The last known rates are carried forward.`,
    'rates-held': (years) => `All state-set rates are held as in ${years}.`,
    'opening-synthetic': (years) =>
      `The distribution of the persons settled as of 31 December ${years} is made up from published totals. These are not the municipality’s own figures.`,
    'opening-suppressed': () => 'Suppressed numbers in the opening are counted as 2.5 persons each.',
    'municipality-unknown': () =>
      'The municipality number is not in the list of municipalities. National assumptions are used.',
    'staff-opening-assumed': (_, parameters) =>
      `The number of posts before the plan is not given (${parameters}). The need in the first month is used.`,
    'price-index-used': (years) =>
      `Price growth is not published for all the years ${years}. The assumption prices.index is used where it is missing.`,
    'assumptions-matter': (_, parameters) =>
      `These assumptions matter most to the result, the most important first: ${parameters}. They are assumed, not from your figures.`,
    'family-in-vote': (years) =>
      `The decision here includes family immigration in ${years}. IMDi asks that it does not, and that it has no other reservations.`,
    'fund-empty': (years) =>
      `The fund is empty in ${years}. It stands below zero, and the municipality must cover what is missing in another way.`,
    'places-short': (years, parameters) =>
      `There are too few places in ${placesOf(parameters)} in ${years}. Children wait beyond the deadline.`,
    'programme-late': (years, parameters) =>
      `The programme begins later than the deadline after settlement in ${years} (${parameters}).`,
    'special-needs-late': (years, parameters) =>
      `The application for the special needs grant is sent after the deadline in ${years} (${parameters}). The grant for the first year is lost.`,
  },
  findings: {
    'unknown-id': ({ found, allowed }) =>
      `There is no parameter “${found}”.${allowed ? ` Did you mean “${allowed}”?` : ''} Correct the name.`,
    'not-yet': ({ found }) => `“${found}” cannot be used in this version yet. Take it out of the scenario.`,
    'year-outside': ({ found, allowed }) =>
      `The year ${found} is outside the plan. Allowed: ${allowed}. Correct the year or extend the plan.`,
    'value-outside': ({ found, allowed }) =>
      `The value ${found} is outside the limits. Allowed: ${allowed}. Correct the value.`,
    'not-an-option': ({ found, allowed }) => `“${found}” cannot be chosen. Allowed: ${allowed}.`,
    'not-a-number': ({ found }) => `“${found}” is not a number. Write a number.`,
    'not-whole': ({ found }) => `${found} is not a whole number. Write a whole number.`,
    'shares-sum': ({ found, allowed }) =>
      `The shares sum to ${found}, but it must be possible for the sum to be ${allowed}. Correct the shares.`,
    'no-rows-of-year': ({ found, allowed }) =>
      `The file has no rows for ${allowed}, the year before the plan; it has ${found}. Use a file with that year, or change first_year.`,
    'settled-after-opening': ({ found, allowed }) =>
      `The year of settlement ${found} is after the opening. Allowed: up to and including ${String(allowed).replace('-', '')}. Correct the year.`,
    'missing-column': ({ path, found, allowed }) =>
      `The column “${path}” is missing. The file has: ${found}. It must have: ${allowed}. Add the column and try again.`,
    'unknown-column': ({ allowed }) =>
      `The column is unknown. Allowed: ${allowed}. Remove the column or give it one of these names.`,
    'extra-cells': ({ found, allowed }) =>
      `The row has ${found} fields, but there are ${allowed} headings. A comma in a number may have split a field. Allowed: ${allowed}. Correct the row or use semicolons.`,
    'empty-cell': ({ allowed }) => `The field is empty. Allowed: ${allowed}. Fill it in.`,
    'double-column': () => 'The column appears twice. Remove one of them.',
    'empty-file': () => 'The file is empty. Choose a file with headings and rows.',
    'no-rows': () => 'The file has headings, but no rows. Add rows and try again.',
    'personal-data': ({ path, found }) =>
      `The column “${path}” has ${personalData(found)}. Nothing has been read in. Remove the column and try again.`,
    'not-json': ({ found }) => `The file is not valid JSON (${found}). Correct the file.`,
    'missing-key': ({ allowed }) => `The field is missing. Allowed: ${allowed}. Add the field.`,
    'unknown-key': ({ found }) => `The field “${found}” is unknown. Remove the field.`,
    'wrong-type': ({ found, allowed }) =>
      `Found ${found ?? 'a value of the wrong kind'}.${allowed ? ` Allowed: ${allowed}.` : ''} Correct the value.`,
    'wrong-value': ({ found, allowed }) => `The value ${found ?? ''} cannot be used (${allowed}). Correct the value.`,
    'impossible-age': ({ found }) =>
      `The age band ${found} does not fit the category. Adults are 18 or older, children and unaccompanied minors are under 18. Correct the row.`,
    'no-title': () => 'The title is missing. Write a title in at least one language.',
    'no-file': ({ found }) => `The file “${found}” does not exist. Correct the path.`,
    'unknown-file': ({ found }) =>
      `The file is of an unknown kind (${found}). Allowed: scenario (.json), parameter (.json), opening and accounts (.csv).`,
    'too-large': ({ found, allowed }) => `The file is ${found}, more than ${allowed}. Choose a smaller file.`,
  },
  row: (row) => `row ${row}`,
  page: {
    title: 'Bosett: 10 or 40 a year?',
    description:
      'What a decision to settle refugees means for the municipality: income, cost, posts and classrooms year by year, and the years after.',
    example: 'Example',
    synthetic: 'Made-up distribution, not the municipality’s own figures',
    ownRows: 'Own file, read in the browser',
    ratesHeld: (year) => `Rates of ${year}, carried forward unchanged`,
    ratesCarried: 'Last known rates, carried forward where new ones are missing',
    costsAssumed: 'Unit costs are largely assumed',
    nothingSent: 'Nothing is sent from this device',
    database: {
      waiting: 'The table is calculated by the model',
      starting: 'The database is starting …',
      ready: 'The table is summed by the database in the browser: same figures',
      moving: 'The table is calculated by the model while you drag',
      failed: 'The database did not start. Everything else works; the table is calculated by the model.',
    },
    details: 'Details',
    perYear: (persons) => `${persons} a year`,
    plus: 'in surplus',
    minus: 'in deficit',
    zero: 'in balance',
    headline: {
      before: 'With',
      middle: (service) => `a year, ${service} comes out`,
      service: 'the service',
      until: (year) => `to the end of ${year}`,
      and: 'and',
      after: 'afterwards',
      unknown: 'at an unknown amount',
    },
    million: 'million kroner',
    baseLine: (persons, plan, tail) => `With ${persons} a year: ${plan}, and ${tail} afterwards.`,
    missingCosts:
      'Social assistance, housing, health, child welfare and interpreters are not included yet. The net is therefore too high, but the difference between the numbers, and the steps in rooms and posts, can be read.',
    levers: {
      choose: 'What the municipal council chooses',
      noOne: 'What no one decides',
      scenario: 'Scenario',
      persons: 'Settled per year',
      base: 'Compare with',
      chosen: 'Chosen',
      moving: 'Moving out each year',
      rates: 'Grant rates',
      reset: 'Back to the scenarios',
      less: 'One fewer',
      more: 'One more',
      path: (path) => `as the scenario has it: ${path}`,
      outOfRange: (value, low, high) =>
        `${value} is outside what the model has been tested for (${low}–${high}). The number is kept, but do not present it as an estimate.`,
      notANumber: (typed, low, high) => `“${typed}” cannot be used. Write a number from ${low} to ${high}.`,
      personsSpoken: (persons) => `${persons} refugees a year`,
    },
    open: 'Open file',
    openHelp: 'A scenario (.json) or an opening (.csv). The file is read here and is not sent anywhere.',
    refused: 'The file was not read in. What is shown is as before.',
    close: 'Close',
    charts: {
      net: { title: 'Surplus or deficit each year', unit: 'NOK million' },
      in_phase: { title: 'Persons in the five-year phase', unit: 'at the end of the year' },
      rooms_needed: { title: 'Classrooms needed', unit: 'in the busiest month' },
      posts: { title: 'Posts paid', unit: 'full-time equivalents, all staff, mean of the year' },
    },
    chartName: (title, scenario, from, to) => `${title}, ${scenario}, ${from}–${to}`,
    chartSummary: (highest, highestYear, lowest, lowestYear) =>
      `Highest ${highest} in ${highestYear}, lowest ${lowest} in ${lowestYear}.`,
    table: {
      title: 'Year by year',
      unit: 'NOK million in the prices of each year, persons, rooms and posts',
      sum: 'Total in the plan',
      sumTail: 'Total after the plan',
      metrics: {
        net: 'Net',
        income: 'Income',
        cost: 'Cost',
        in_phase: 'Persons',
        rooms_needed: 'Rooms',
        posts: 'Posts',
      },
    },
    why: {
      hint: 'Why?',
      title: {
        net: (figure, year) => `Why ${figure} million in ${year}?`,
        income: (figure, year) => `Why ${figure} million in income in ${year}?`,
        cost: (figure, year) => `Why ${figure} million in cost in ${year}?`,
        in_phase: (figure, year) => `Why ${figure} persons in the five-year phase in ${year}?`,
        rooms_needed: (figure, year) => `Why ${figure} classrooms in ${year}?`,
        posts: (figure, year) => `Why ${figure} posts in ${year}?`,
      },
      sentence: {
        net: (year, income, cost) => `In ${year} the income is ${income} million and the cost ${cost} million.`,
        income: (year) => `The grants in ${year}, by how long each person has lived in Norway.`,
        cost: (year) =>
          `The costs in ${year} that the grants are to cover, from benefit and training to housing, health and social assistance.`,
        in_phase: (year) =>
          `Those who live in the municipality on 31 December ${year} and were settled less than five calendar years ago.`,
        rooms_needed: (year) =>
          `Pupils in the busiest month of ${year} divided into groups, and the groups into rooms.`,
        posts: (year) =>
          `Posts paid on average over ${year}. They come after the need arises and stay for a while after it has gone.`,
      },
      incomplete: 'At least one amount is unknown and is left out of the total.',
      calculation: 'The calculation',
      kroner: 'kroner',
      settled: (year) => `settled ${year}`,
      sum: { income: 'Total income', cost: 'Total cost', fund: 'Total fund' },
      rounding: 'Rounding',
      related: 'Lines in the accounts',
      sources: 'Assumptions and sources',
      noSource: 'set in the scenario',
      from: (date) => `from ${date}`,
      steps: {
        in_phase_before: 'In the five-year phase the year before',
        settled: 'Settled by decision',
        born: 'Born within six months',
        family: 'Family immigration',
        moved_in: 'Moved in',
        moved_out: 'Moved out',
        past_phase: 'Past the five-year phase',
        in_phase: 'In the five-year phase at the end of the year',
        pupils_peak: 'Pupils in the busiest month',
        groups: 'Groups',
        rooms_needed: 'Classrooms needed',
        rooms_owned: 'Classrooms the municipality has',
        rooms_leased: 'Classrooms leased at the most',
        participants_mean: 'Participants on average',
        posts_needed: 'Posts needed on average',
        adviser: 'Advisers, paid',
        settlement_worker: 'Settlement workers, paid',
        bilingual_assistant: 'Bilingual assistants, paid',
        management: 'Management, paid',
        psychosocial_adviser: 'Psychosocial advisers, paid',
        unaccompanied_minor_care: 'Care of unaccompanied minors, paid',
        teacher: 'Teachers, paid',
        posts: 'Posts paid',
      },
    },
    footer:
      'Bosett is open source (MIT). The rates come from data/parameters, where every value has a source and a status.',
  },
  cli: {
    usage:
      'Usage: bosett COMMAND ...\n\n' +
      '  forecast SCENARIO... [--set ID=VALUE]... [--set ID@YEAR=VALUE]...   the forecast\n' +
      '  parameters [--year YEAR] [PREFIX]                                  parameters with source and status\n' +
      '  check FILE...                                                      checks files\n\n' +
      '  --format table | json | csv     --lang nb | nn | en\n',
    unknownCommand: (command) => `There is no command “${command}”.`,
    notYet: (command) => `The command “${command}” has not been made yet.`,
    unknownOption: (option) => `There is no option “${option}”.`,
    missingValue: (option) => `The option “${option}” lacks a value.`,
    wrongValue: (option, value, allowed) => `“${value}” cannot be used for ${option}. Allowed: ${allowed}.`,
    missingFile: (command) => `The command “${command}” needs at least one file.`,
    noParameters: (prefix) => `No parameter begins with “${prefix}”.`,
    correct: (file) => `${file}: correct`,
    tail: 'after the plan',
    thousands: 'Figures in 1000 kroner in the prices of each year. Plus is a surplus.',
    parameterColumns: { id: 'id', value: 'value', unit: 'unit', range: 'range', status: 'status', source: 'source' },
  },
};

function personalData(found: string | undefined): string {
  const [kind = '', count = ''] = (found ?? '').split(':');
  const kinds: Record<string, string> = {
    heading: 'a heading that suggests personal data',
    email: `email addresses (${count})`,
    'national-number': `national identity numbers or D numbers (${count})`,
    'duf-number': `DUF numbers (${count})`,
    date: `exact dates (${count})`,
  };
  return kinds[kind] ?? 'personal data';
}

/** The places that parameters such as `kindergarten.free_places` count, in words. */
function placesOf(parameters: string): string {
  const kinds: Record<string, string> = { kindergarten: 'kindergarten', school: 'school' };
  return parameters
    .split(', ')
    .map((id) => kinds[id.split('.')[0] ?? ''] ?? id)
    .join(' and ');
}
