import type { backtest as nb } from './backtest.nb';

export const backtest: typeof nb = {
  usage:
    '  backtest MUNICIPALITY [--calibrate]   the model beside what happened\n' +
    '           --draws N [--seed S] [MUNICIPALITY]  how often the possible futures held\n',
  oneMunicipality: 'The command "backtest" needs exactly one municipality number, for example 3428.',
  unknown: (number, known) =>
    `The municipality number "${number}" is not in data/municipalities.csv. Municipalities with a history: ${known}.`,
  noHistory: (name, number) =>
    `${name} (${number}) has no published figures of settled persons and payments to test the model on.`,
  title: (name, number) => `${name} (${number}): the model beside what happened`,
  successor: (given, number, name) => `${given} is ${number} ${name} today. The figures before and after are added.`,
  runs: (from, to) =>
    `The model is run from ${from} to ${to} with an empty opening, published counts of settled persons and national assumptions. Nothing is fitted to the municipality.`,
  people: {
    title: 'Persons',
    columns: {
      year: 'Year',
      requested: 'Requested',
      decided: 'Decided',
      settled: 'Settled',
      persons: 'Run: settled',
      planned: 'Run: decided',
      in_phase: 'In five-year phase',
    },
    marks: {
      suppressed: 'hidden',
      at_least: (persons) => `at least ${persons}`,
      part_year: (persons, until) => `${persons} to ${until}`,
      none: 'no figure',
      not_read: 'not read',
    },
  },
  payments: {
    title: (year) => `Paid by IMDi in ${year}`,
    unit: 'NOK 1 000. Model: what the year earns. Cash: what is paid in the year. Deviation: paid less plan.',
    columns: {
      item: 'Payment',
      plan: 'Plan',
      model: 'Model',
      model_cash: 'Cash',
      paid: 'Paid',
      deviation: 'Deviation',
      volume: 'Volume',
      composition: 'Composition',
      rate: 'Rate',
      moving: 'Moving',
      unexplained: 'Unexplained',
    },
    definition:
      'The plan is the model with the persons decided and the rates of the year before. Volume is settled against decided, rate is the rates of the year against those of the year before. Composition and moving are the most that these two can explain, not what they did. Unexplained is the rest: lag, hidden numbers, other schemes, and what the model has wrong.',
  },
  items: {
    integration_year1: 'Integration grant, year 1',
    integration_year2_5: 'Integration grant, years 2–5',
    unaccompanied_minor: 'Unaccompanied minors',
    special_needs: 'Special needs grant',
    language: 'Language training',
    total: 'Sum',
  },
  notes: {
    suppressed: () => 'The amount is hidden.',
    unclear: () => 'IMDi prints 0, but the total is higher. The amount may be hidden and is unknown.',
    'rate-unknown': () => 'No source states the rate. The model has no figure.',
    'rate-before-unknown': (items) =>
      `No source states the rate of the year before${items && ` (${items})`}. The plan uses the rate of the year.`,
    without: (items) => `Unknown and on neither side: ${items}.`,
    floor: () =>
      'The number of settled persons is a floor. What stands as composition, moving or unexplained may be hidden persons.',
  },
  accounts: {
    title: 'Accounts, budget and model',
    unit: 'NOK 1 000, posts or persons. Plus is a surplus. Deviation is accounts against budget and difference is accounts (or budget) against the model: for cost, income and net what they do to the result.',
    columns: {
      year: 'Year',
      item: 'Item',
      accounts: 'Accounts',
      budget: 'Budget',
      deviation: 'Deviation',
      model: 'Model',
      difference: 'Difference',
      outside: 'Model beside it',
    },
    items: {
      cost: 'Cost',
      income: 'Income',
      net: 'Net',
      'staff.posts': 'Posts without teachers',
      'staff.heads': 'Employees',
      participants: 'Participants during the year',
    },
    byFunction: { cost: (code) => `Cost, function ${code}`, income: (code) => `Income, function ${code}` },
  },
  miss: {
    'income-fell-more': (year) => `Income fell more than cost in ${year}`,
    'cost-fell-more': (year) => `Cost fell more than income in ${year}`,
    'income-rose-more': (year) => `Income rose more than cost in ${year}`,
    'cost-rose-more': (year) => `Cost rose more than income in ${year}`,
    'income-fell': (year) => `Income fell and cost rose in ${year}`,
    'income-rose': (year) => `Income rose and cost fell in ${year}`,
    amounts: (income, cost, net) => `: against the budget, income is ${income}, cost ${cost} and the net ${net}.`,
    below: (kroner) => `${kroner} kroner under`,
    above: (kroner) => `${kroner} kroner over`,
    weaker: (kroner) => `${kroner} kroner weaker`,
    stronger: (kroner) => `${kroner} kroner better`,
    identity: (year, version, cost, income, net) =>
      `${version} ${year}: cost ${cost} − income ${income} = net cost ${net} kroner.`,
    netDeviation: (budget, accounts, deviation) =>
      `The deviation of the net: ${budget} − ${accounts} = ${deviation} kroner.`,
  },
  versions: { regnskap: 'Accounts', budsjett: 'Budget', økonomiplan: 'Economic plan' },
  beside: (year, cost, accountsCost, income, accountsIncome) =>
    `For ${year} the model gives a cost of ${cost} million against ${accountsCost} in the accounts, and an income of ${income} million against ${accountsIncome}.`,
  vote: (year, requested, decided, settled) =>
    `In ${year} the municipality was asked to settle ${requested}. It decided ${decided}, and ${settled} were settled.`,
  paid: (year, paid, model, share, plan) =>
    `In ${year} NOK ${paid} million was paid for what can be compared. The model gives ${model} million (paid against model: ${share}), the plan ${plan} million.`,
  split: (year, deviation, volume, rate, composition, moving, unexplained) =>
    `The deviation from the plan in ${year} is ${deviation} million: volume ${volume}, rate ${rate}, composition ${composition}, moving ${moving}, unexplained ${unexplained}.`,
  nothingPaid: (year) => `For ${year} every payment is hidden or unknown, so nothing can be compared.`,
  flagsTitle: 'Note',
  flags: {
    'net-zero': (years) =>
      `The net is exactly 0 in ${years}. That means that state money or a fund covered the rest, not that there was no cost. Which entry made the net 0?`,
    'does-not-add-up': (years) => `Income less cost is not the net in ${years}. Check the figures.`,
    'accounts-scope': (years, functions) =>
      `The accounts of ${years} hold the refugee service, the introduction programme and adult education together. The model beside them has the KOSTRA functions ${functions} and the grants for them. Housing, social assistance, health, child welfare and care for unaccompanied minors stand under "model beside it".`,
    'own-scope': (years, functions) =>
      `The own accounts of ${years} do not say which functions they cover. The model beside them has the KOSTRA functions ${functions} and the grants for them. Where the accounts cover something else, the difference is that too.`,
    'own-functions': (years, functions) =>
      `The own accounts of ${years} are the lines on the KOSTRA functions ${functions}. The model beside them has the same.`,
    'plan-only': (years) =>
      `The figures for ${years} are frames of a budget and an economic plan, not accounts. They show what the municipality planned, not whether the model was right. What the frame covers is not stated.`,
    'model-incomplete': (years) => `The model lacks a rate in ${years}. Figures with + are incomplete.`,
    'no-count': (years) => `No count of settled persons in ${years}. The model is not run for it.`,
    suppressed: (years, persons) => `Settled in ${years}: hidden (1–4). Each hidden number is counted as ${persons}.`,
    'at-least': (years) => `Settled in ${years}: a floor, used as it stands.`,
    'part-year': (years) => `Settled in ${years}: only part of the year, used as it stands.`,
    none: (years) =>
      `Settled in ${years}: no figure (not asked, no decision, or none). The model is run with nobody settled.`,
    'plan-from-settled': (years) => `The decision is not known for ${years}. The plan uses the settled.`,
    'years-left-out': (years) => `The model can run for 15 years. Those settled in ${years} are left out.`,
    'other-schemes': (years, amount) =>
      `The total IMDi prints for ${years} is ${amount} kroner above the payments. That is other schemes or hidden amounts.`,
    'payments-hidden': (years, amount) =>
      `The payments of ${years} are hidden. Only the total is known: ${amount} kroner, other schemes included.`,
  },
  own: {
    mark: 'own figures',
    sources: (years, files) => `Own figures for ${years}, read from ${files} in the browser and sent nowhere.`,
    besides: 'What you have not read in stands as it comes with Bosett.',
    file: (name) => `“${name}”`,
    others: (names, shown) => `You have read accounts of ${names}. They are not mixed with ${shown}.`,
    drop: 'Remove own accounts',
    open: 'Open own accounts on the page Data.',
    sample: 'Download an example',
    sampleName: 'accounts-example.csv',
    noModel: (name) => `The accounts of ${name} have been read, but the model has no year to lay beside them.`,
  },
  calibration: {
    title: 'Fitting to own accounts',
    offer: (scale) => `Suggestion: multiply wages, rents and other prices of the plan by ${scale}.`,
    national: 'The national figure is 1: the prices as they stand.',
    weightSource: 'Why this weight?',
    effect: (years, before, after) => `The net of the plan ${years} goes from ${before} to ${after} million kroner.`,
    effectUnknown: 'The net of the plan is unknown, for a rate is missing.',
    untouched: 'The figures above are the model without fitting, also when the suggestion is used.',
    use: 'Use the calibration',
    back: 'Take the calibration back',
    used: (scale) => `The calibration is used: the prices of the plan are multiplied by ${scale}.`,
    byHand: (value) => `The prices of the plan are already multiplied by ${value}. The suggestion takes its place.`,
    elsewhere: (shown, plan) =>
      `The accounts are of ${shown}, but the plan is of ${plan}. The suggestion can only be used in a plan of ${shown}.`,
    suggested: (scale) => `Suggestion: prices.scale = ${scale}. It is used in no figure here.`,
    why: (years, accounts, model, fitted) =>
      `The cost in the accounts of ${years} is ${accounts} million and in the model ${model} million. Wages and prices would have to be multiplied by ${fitted} to meet it.`,
    weight: (years, weight, shrinkage) =>
      `With ${years} ${years === '1' ? 'year' : 'years'} of accounts they weigh ${weight}, and the national figure (1) the rest: n / (n + ${shrinkage}).`,
    participants: (year, own, model, ownCost, modelCost) =>
      `Check volume before price: in ${year} there were ${own} participants against ${model} in the model. Per participant the cost is ${ownCost} kroner in the accounts and ${modelCost} in the model. The factor above covers both, so correct the number of participants first.`,
    none: {
      'no-accounts': 'The municipality has no accounts here. Wages and prices cannot be fitted.',
      'plan-only':
        'There are no accounts, only a budget or a financial plan. A budget shows what the municipality planned, not what it cost, so nothing is suggested.',
      'no-cost': 'The accounts have no line of cost alone, so wages and prices cannot be fitted.',
      'no-model': 'The model has no cost in the years of the accounts, so wages and prices cannot be fitted.',
      outside:
        'The accounts are so far from the model that the factor is out of bounds. Check the unit and what the accounts cover.',
    },
  },
  bands: {
    title: 'How often does the band hold?',
    made: (draws: string, seed: string) =>
      `For every year with a published decision a forecast is made from what was known the year before: ${draws} possible futures from seed ${seed}. The band is the middle 80% of the futures.`,
    held: (held: string, cases: string, share: string) => `The 80% band held in ${held} of ${cases} cases (${share}).`,
    sides: (below: string, above: string) =>
      `In ${below} cases the published figure lay below the band, in ${above} above it.`,
    nothing: 'No year has a published decision and a published figure to try the band against.',
    outside: {
      narrow: (figure: string, share: string) =>
        `${figure}: the band held in ${share}, less than 70%. It is too narrow.`,
      wide: (figure: string, share: string) => `${figure}: the band held in ${share}, more than 90%. It is too wide.`,
    },
    spread: (spread: string, share: string) =>
      `Settled in the year: with the spread ${spread} everywhere (settlement.realisation.spread) the band would have held in at least ${share}. It is not used in any figure here.`,
    byFigure: 'By figure',
    byMunicipality: 'By municipality',
    byYear: 'Year by year',
    unit: 'Persons. Integration grant in 1000 kroner.',
    all: 'All',
    of: (held: string, cases: string) => `${held} of ${cases}`,
    figures: {
      settled: 'Settled in the year',
      settled_three_years: 'Settled in three years',
      integration_grant: 'Integration grant paid',
    },
    columns: {
      figure: 'Figure',
      municipality: 'Municipality',
      held: 'Held',
      cases: 'Cases',
      share: 'Share',
      below: 'Below',
      above: 'Above',
      width: 'Width by the middle',
      year: 'Year',
      decided: 'Decided',
      spread: 'Spread',
      low: 'From',
      middle: 'Middle',
      high: 'To',
      published: 'Published',
      outcome: 'Outcome',
    },
    outcomes: { below: 'below', held: 'held', above: 'above' },
    notes: {
      decision:
        'The decision is the one last published for the year. Where it was changed during the year, the forecast knew more than the municipality did.',
      standard:
        'Where the municipality has five earlier years, the spread is worked out from them and the national figure. The national figure itself is worked out from the years tried here, later ones too. Worked out from earlier years alone, the band could have been wider or narrower.',
      dependent:
        'The three-year figures overlap, and all municipalities had the same years. The cases are not independent.',
      threeYears:
        'The decision for the first of three years is used for all three. The decisions for the next ones were not known.',
      grant:
        'The grant is worked out with the rates of the year before the forecast. Who lived in the municipality already is estimated from how many were settled. Family who came later is not included there.',
      'opening-hidden': (where: string) => `Those settled earlier are hidden (1–4) and counted as 2.5: ${where}.`,
      'opening-floor': (where: string) => `Those settled earlier are a floor: ${where}.`,
      'opening-part': (where: string) => `Those settled earlier are counted for part of a year only: ${where}.`,
      'opening-none': (where: string) =>
        `One of the five years before lacks a count and is taken as nobody settled: ${where}.`,
    },
    leftOut: {
      'no-decision': (left: string) => `Not tried, for the decision is not published: ${left} figures.`,
      'decided-none': (left: string) => `Not tried, for nobody was decided: ${left} figures.`,
      'rate-unknown': (left: string) => `Not tried, for a rate is unknown: ${left} figures.`,
    },
  },
};
