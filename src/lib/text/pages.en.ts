import type { pages as nb } from './pages.nb';

export const pages: typeof nb = {
  rates: {
    lead: 'Every rate, rule, price and share of the model: the values as they are dated, who says so, and until when the source vouches for them. Everything can be changed in a scenario; here is what the model uses when nobody changes anything.',
    key: 'The marks',
    search: 'Search names, descriptions and sources',
    openAll: 'Show all values',
    closeAll: 'Hide the values',
    groups: 'Topics',
    now: (year: number) => `Holds in ${year}`,
    from: 'From',
    value: 'Value',
    status: 'Status',
    confirmed: 'Last confirmed',
    source: 'Source',
    always: 'no first day',
    untilNext: 'until something else is decided',
    priceYear: (year: number) => `kroner of ${year}`,
    unit: (unit: string) => `Unit: ${unit}`,
    notGiven: 'not given',
    byYear: (from: number, to: number) => `Value of each year ${from}–${to}`,
    byYearHow: 'Prices are turned into kroner of each year. Years with the same value and status stand together.',
    link: 'Link to this',
  },
  privacy: {
    lead: 'Bosett counts in your browser. No people, plans or files are sent anywhere, and nobody watches what you do.',
    sections: [
      {
        title: 'Files you open',
        lines: [
          'A file is read in this tab and is gone when you close it. It is not uploaded.',
          'Bosett needs counts alone: how many were settled in each year, by category and age. It needs no names.',
          'A file with national identity numbers, D numbers, DUF numbers, email addresses, exact dates or headings that suggest personal data is refused before anything is read in.',
        ],
      },
      {
        title: 'Links you share',
        lines: [
          'A link carries the scenario: municipality, years and assumptions. All of it stands after the # sign, which browsers do not send to a server.',
          'The people of your own file are never in the link. Whoever opens it must have the file to get the same figures.',
        ],
      },
      {
        title: 'Small numbers',
        lines: [
          'A hidden number in a file (written :, * or <5) counts as 2.5 persons and is marked. It is shown as hidden, never as 0.',
          'This version does not itself hide small numbers in what it shows. If the file has numbers under five, they can be read from the tables. Think of that before you show them in an open meeting or print them.',
          'The examples are made from published totals. The composition in them is made up.',
        ],
      },
      {
        title: 'Cookies and tracking',
        lines: [
          'There are no cookies, no measurements and no login.',
          'Whoever publishes these pages can see in their log that a page was fetched, as on every website. What you do is not part of it.',
        ],
      },
    ],
    device: 'What lies on the device',
    program:
      'The browser keeps the program itself (pages, scripts and font), so that it works without a network. It is the same for everybody and says nothing about you.',
    wipe: '“Delete everything from the device” removes both the choices and the program. The program is fetched again the next time you open the page.',
    wiped: 'Everything is deleted from the device.',
    verify: 'How to check it yourself',
    verifyList: [
      'Load the page, turn off the network, and use Bosett. Everything works.',
      'Open the developer tools of the browser (F12), choose Network, and open a file or drag a number. No request carries data; there are only Bosett’s own files from the same website.',
      'The page has a security rule (Content-Security-Policy) with connect-src ’self’. The browser then refuses to let the page talk to other websites.',
      'The source code is open and can be read and built by anybody.',
    ],
    responsible: 'Who is responsible',
    responsibleLines: [
      'Bosett has no server and processes no personal data for others. The municipality is itself responsible for the files it makes and opens, and for what it prints and shares.',
    ],
  },
  accessibility: {
    lead: 'This is the accessibility statement of Bosett, in the form that the Norwegian regulation on universal design of ICT asks for. It rests on our own testing, and nobody who uses assistive technology has tried it yet.',
    status: 'To what degree does the website conform to the requirements?',
    statusLine:
      'We consider the website to conform partly to the requirements on universal design of ICT (WCAG 2.1 levels A and AA, to which the regulation refers). We work to WCAG 2.2 level AA.',
    statusWhy:
      'We know of no failure that shuts anybody out. We still say “partly”, because several requirements have been judged by nobody but us.',
    tested: 'What has been tested',
    testedList: [
      'Automatically with axe on all pages in bokmål in light appearance, and on some of them in nynorsk, English and dark appearance.',
      'With the keyboard alone: the way from the number to why and back. The rest has not been tried so yet.',
      'At widths from 390 to 1440 pixels. At 400 per cent magnification the layout is that of a phone.',
      'With reduced motion, and in print.',
    ],
    untested: 'What has not been tested',
    untestedList: [
      'Screen readers (NVDA, JAWS, VoiceOver, TalkBack), magnifiers, voice control and switch control.',
      'With users who have a disability.',
      'High contrast in Windows is provided for, but tried only in the browser’s imitation of it.',
    ],
    deviations: 'Known deviations',
    deviationList: [
      {
        criterion: '1.3.1 Info and Relationships',
        line: 'On a phone some tables are shown as lists. Assistive technology may then read the cells without recognising a table. Each cell has the name of its column before it.',
      },
      {
        criterion: '1.4.10 Reflow',
        line: 'Some wide tables scroll sideways in a frame of their own on narrow screens. The rest of the page does not.',
      },
      {
        criterion: '4.1.3 Status Messages',
        line: 'When a lever is let go, the new sentence is announced. This is made to the standard, but has not been heard with a screen reader.',
      },
    ],
    report: 'Please tell us about failures',
    reportLine:
      'Tell the municipality or the person who gave you the link: which page it is about, what you wanted to do, and which assistive technology you use. You can ask for the content in another form.',
    complain: 'Complaints',
    complainLine:
      'Diskrimineringsnemnda (the Anti-Discrimination Tribunal) handles complaints about failures to meet the requirements. Digitaliseringsdirektoratet (the authority for universal design of ICT) supervises websites and apps.',
    complainLinks: [
      { title: 'Diskrimineringsnemnda', href: 'https://www.diskrimineringsnemnda.no/' },
      { title: 'Tilsynet for universell utforming av ikt', href: 'https://www.uutilsynet.no/' },
    ],
    duty: 'If the municipality publishes Bosett itself',
    dutyLine:
      'A public body that publishes Bosett on its own website must fill in a statement of its own at uustatus.no and link to it. This page does not replace that one, but can be used as a basis.',
    dates: 'Date',
    datesLine: 'The statement was made and last updated on 21 November 2026.',
  },
  about: {
    lead: 'Bosett shows what a vote on settling refugees means for a Norwegian municipality: income, cost, posts and classrooms year by year, and the years after, when the grants are gone and the people, the leases and the posts are there.',
    what: 'What you can count on',
    whatList: [
      'Every figure of the plan can be explained down to rate, rule and source. Press the figure.',
      'What no source states is shown as unknown. It never becomes zero.',
      'Unit costs are assumed until the municipality enters its own. See how much that matters before you use the figures.',
      'The examples rest on published totals with a made-up composition.',
    ],
    version: 'Version',
    versionLine: (version: string) =>
      `This is version ${version}. A change that moves a figure stands in the changelog with years, items and reason.`,
    licence: 'Licence',
    licenceLine:
      'Bosett is open source under the MIT licence. © 2026 The Bosett contributors. You may use, change and share the program, also for purposes of your own, as long as the licence goes with it. There is no warranty.',
    sources: 'Sources',
    sourcesLine:
      'Rates and rules come from IMDi, the Government and the acts; settled persons and grants from IMDi; population and KOSTRA from Statistics Norway; unit figures from published plans, annual reports and studies. Each value has its source.',
    licencesOfData:
      'Statistics Norway and NAV publish under CC BY 4.0, the state budget under NLOD. IMDi states no licence; its figures are quoted with their source.',
    errors: 'Errors and gaps',
    errorsLine:
      'If you find a rate that is wrong or missing, or a figure that does not add up: report it where the source code is, or to whoever gave you the link. Include the link in the address bar, so that others see the same thing. It carries no people.',
    made: 'Built with',
    madeLine: 'The program you are using contains these parts. Thanks to those who made them.',
    columns: { part: 'Part', use: 'Used for', licence: 'Licence' },
    uses: {
      framework: 'the pages',
      tables: 'reading tables',
      rules: 'checking files',
      database: 'the database in the browser',
      arrow: 'data into and out of the database',
      design: 'buttons and forms',
      font: 'the typeface',
    },
    more: 'Read more',
  },
  data: {
    lead: 'This is what Bosett counts with now. You can open a file instead. It is read in this tab and sent nowhere.',
    loaded: 'What is loaded',
    scenario: 'Scenario',
    municipality: 'Municipality',
    plan: 'Plan',
    opening: 'Settled before the plan',
    observed: (year: number) => `on 31 December ${year}`,
    rows: (rows: string, persons: string) => `${rows} rows, ${persons} persons`,
    source: 'Source',
    ownFile: 'Own file, read in the browser',
    ownScenario: 'Stands in the scenario file',
    noOpening: 'Nobody settled is loaded',
    kind: 'Kind',
    kinds: {
      synthetic: 'Made-up composition of published totals. Not the municipality’s own figures.',
      own: 'The municipality’s own figures',
      linked: 'The link carries no people. Open the file to include them.',
    },
    hidden: 'Hidden numbers',
    hiddenLine: (cells: string) => `${cells} hidden numbers (under 5), counted as 2.5 persons each`,
    hiddenNone: 'None',
    hiddenCell: 'hidden (under 5)',
    database: 'The database',
    databases: {
      waiting: 'Not started yet',
      starting: 'Starting',
      ready: 'Runs in the browser and has read those settled',
      failed: 'Did not start. Everything else works, and the figures are the same.',
    },
    settings: 'Assumptions set in the scenario',
    table: 'Settled by year of settlement and category',
    tableCaption: (year: number) => `Persons in the municipality on 31 December ${year}.`,
    noRow: 'A dash means that the file has no row.',
    settlementYear: 'Settled in',
    sum: 'Sum',
    empty: 'Nobody who is already settled is loaded. The plan is then worked out for newcomers alone.',
    emptyHow:
      'Open a file with one number for each year of settlement, permit, category and age band, as in the example below.',
    open: 'Open file',
    openHelp:
      'A scenario (.json) is added and chosen. An opening (.csv) replaces those settled in all scenarios. You can also drop the file on the page, and undo afterwards.',
    opened: (file: string) => `${file} is loaded.`,
    notOpened: (file: string) => `${file} was not loaded. The reason stands at the top.`,
    works: 'What works today',
    worksList: [
      'Scenarios in JSON, as “Save the scenario as a file” in the menu makes them.',
      'Openings in CSV, with comma, semicolon or tab, in Norwegian or English.',
    ],
    notYet:
      'This does not work in this version: Excel, Parquet, accounts, pasting from a spreadsheet, and questions about each gap in the file.',
    example: 'What an opening looks like',
    format: 'The columns can also have these names in Norwegian.',
  },
  accuracy: {
    lead: 'The model has been run on years that are over and laid beside what happened. Nothing is fitted to the municipality.',
    choose: 'Municipality',
    noAccounts: 'Without accounts we cannot show how accurate the model is.',
    seeAlvdal: 'See what it looks like for Alvdal.',
    paymentsOnly: 'What can be tried here is the grants.',
    noHistory: (name: string) => `There are no published figures to try the model on for ${name}.`,
    cost: (name: string, model: string, accounts: string, year: string) =>
      `For ${name} in ${year} the model gave a cost of ${model} million, against ${accounts} in the accounts.`,
    paid: (name: string, model: string, paid: string, year: string) =>
      `For ${name} in ${year} the model gave ${model} million in grants, against ${paid} paid.`,
    paidToo: (model: string, paid: string, year: string) =>
      `In ${year} it gave ${model} million in grants, against ${paid} paid.`,
    all: 'In sentences',
  },
  paper: {
    lead: 'A draft in the order of a Norwegian council paper. The figures follow the plan as it stands now.',
    about: 'The paper is about',
    print: 'Print',
    word: 'Word comes in a later version. Until then you can print, save as PDF or copy the text.',
    title: (municipality: string, years: string) => `Settling refugees in ${municipality} ${years}`,
    version: (version: string) => `Draft, worked out with Bosett ${version}`,
    case: 'The matter',
    caseLine: (municipality: string, years: string) =>
      `The municipality of ${municipality} is to decide how many refugees it settles in the years ${years}.`,
    caseNumber:
      'This paper shows what {persons} a year means for economy, staff and rooms, also in the years after the plan.',
    caseCompared: 'For comparison stands {persons} a year.',
    requested: (persons: string, year: number) => `IMDi has asked the municipality to settle ${persons} in ${year}.`,
    notRequested: 'The request from IMDi has not been entered.',
    background: 'Background',
    inPhase: (persons: string, year: number) =>
      `At the beginning of ${year}, ${persons} persons are in the five-year phase.`,
    settledBefore: (persons: string, year: number) =>
      `${persons} of those who live in the municipality were settled in ${year}.`,
    grantsRule:
      'The state pays an integration grant for each person settled, in the year of settlement and the four years after it. After the fifth year there is no grant, but many still need services.',
    assessment: 'Assessment',
    economy: 'Economy',
    economyLine:
      'With {persons} a year the service ends {plan} {planWay} in the years {years}, and {tail} {tailWay} in the years {after}, when nobody new is settled.',
    economyPlan: 'With {persons} a year the service ends {plan} {planWay} in the years {years}.',
    worst: 'The worst year is {year}, with {net} million.',
    economyCaption: 'Income, cost, net and fund',
    capacity: 'Capacity',
    rooms: 'At most {rooms} classrooms are needed, in {year}.',
    leases: (leases: number) => `That means ${leases === 1 ? 'one lease' : `${leases} leases`} of rooms.`,
    empty: (months: string) => `Rooms are paid for but empty for ${months} months in all.`,
    noLeases: 'The rooms the municipality has are enough.',
    posts: 'Staff are at most {posts} posts, in {year}.',
    dwellings: 'Households need at most {dwellings} dwellings, in {year}.',
    capacityCaption: 'Persons, rooms, posts and dwellings',
    uncertainty: 'Uncertainty',
    uncertaintyLine:
      'The figures are what is expected with the assumptions of this paper. They do not show how much it can vary.',
    matters: 'These assumed values matter most to the plan chosen now, the most important first:',
    alternatives: 'Alternatives',
    alternativesLine: 'All other assumptions are as in the paper.',
    after: 'Consequences after the plan',
    afterLine:
      'In the years {after} the service ends {tail} {tailWay}. The grants end as those settled leave the five-year phase, while the costs follow later.',
    afterPosts: 'In {year}, the last year of the plan, {posts} posts are paid. In {later} there are {fewer}.',
    afterFund: 'The fund is {fund} million at the end of {year}.',
    afterNone: 'The plan has no years after it.',
    resolution: 'Proposed resolution',
    resolutionNote: 'Draft. Whoever presents the matter writes the proposal.',
    settle: (municipality: string, persons: string, years: string) =>
      `The municipality of ${municipality} resolves to settle ${persons} refugees a year in the years ${years}.`,
    settlePath: (municipality: string, parts: string) =>
      `The municipality of ${municipality} resolves to settle refugees as follows: ${parts}.`,
    settleYear: (persons: string, year: number) => `${persons} in ${year}`,
    settleNone: (municipality: string, years: string) =>
      `The municipality of ${municipality} resolves to settle no refugees in the years ${years}.`,
    family: 'Family immigration comes in addition.',
    familyInside: 'Family immigration is included in the number.',
    budget: 'Income and cost are entered in the economic plan.',
    fund: {
      all: 'The result of each year is set aside in a fund, or covered by it.',
      none: 'The result of each year goes into ordinary running.',
      late_arrivals:
        'The grant for those settled late in the year is set aside and spent over the four years after it.',
      level: 'The integration grant is spread evenly over five years through a fund.',
    },
    basis: 'Assumptions and sources',
    rates: 'Rates',
    people: 'Settled before the plan',
    settings: 'Set in the scenario',
    rest: 'All other assumptions have the value given in',
    link: 'The plan can be opened again with this link. It carries no people.',
    noLink: 'The plan has too many assumptions for a link. Save it as a file.',
    scenario: 'Scenario',
  },
};
