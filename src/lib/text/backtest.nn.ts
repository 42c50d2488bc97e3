import type { backtest as nb } from './backtest.nb';

export const backtest: typeof nb = {
  usage:
    '  backtest KOMMUNE [--calibrate]     modellen ved sida av det som hende\n' +
    '           --draws N [--seed S] [KOMMUNE]     kor ofte dei moglege forløpa trefte\n',
  oneMunicipality: 'Kommandoen «backtest» treng nøyaktig eitt kommunenummer, til dømes 3428.',
  unknown: (number, known) =>
    `Kommunenummeret «${number}» finst ikkje i data/municipalities.csv. Kommunar med historie: ${known}.`,
  noHistory: (name, number) =>
    `${name} (${number}) har ingen publiserte tal over busette og utbetalingar å prøve modellen mot.`,
  title: (name, number) => `${name} (${number}): modellen ved sida av det som hende`,
  successor: (given, number, name) => `${given} er i dag ${number} ${name}. Tala før og etter er lagde saman.`,
  runs: (from, to) =>
    `Modellen er køyrd frå ${from} til ${to} med tom opning, publiserte tal over busette og nasjonale føresetnader. Ingenting er tilpassa kommunen.`,
  people: {
    title: 'Personar',
    columns: {
      year: 'År',
      requested: 'Oppmoda',
      decided: 'Vedteke',
      settled: 'Busett',
      persons: 'Køyrt: busett',
      planned: 'Køyrt: vedteke',
      in_phase: 'I femårsfasen',
    },
    marks: {
      suppressed: 'skjult',
      at_least: (persons) => `minst ${persons}`,
      part_year: (persons, until) => `${persons} til ${until}`,
      none: 'ingen tal',
      not_read: 'ikkje lese',
    },
  },
  payments: {
    title: (year) => `Utbetalt frå IMDi i ${year}`,
    unit: '1000 kroner. Modell: det året gir. Kontant: det som blir betalt i året. Avvik: betalt minus plan.',
    columns: {
      item: 'Post',
      plan: 'Plan',
      model: 'Modell',
      model_cash: 'Kontant',
      paid: 'Betalt',
      deviation: 'Avvik',
      volume: 'Volum',
      composition: 'Samansetjing',
      rate: 'Sats',
      moving: 'Flytting',
      unexplained: 'Uforklart',
    },
    definition:
      'Planen er modellen med dei vedtekne personane og satsane frå året før. Volum er busett mot vedteke, sats er satsane i året mot fjoråret. Samansetjing og flytting er det meste desse to kan forklare, ikkje det dei gjorde. Uforklart er resten: etterslep, skjulte tal, andre ordningar og det modellen har feil.',
  },
  items: {
    integration_year1: 'Integreringstilskot år 1',
    integration_year2_5: 'Integreringstilskot år 2–5',
    unaccompanied_minor: 'Einslege mindreårige',
    special_needs: 'Ekstratilskot',
    language: 'Norskopplæring',
    total: 'Sum',
  },
  notes: {
    suppressed: () => 'Beløpet er skjult.',
    unclear: () => 'IMDi skriv 0, men summen er høgare. Beløpet kan vere skjult og er ukjent.',
    'rate-unknown': () => 'Inga kjelde oppgir satsen. Modellen har ikkje noko tal.',
    'rate-before-unknown': (items) =>
      `Inga kjelde oppgir satsen året før${items && ` (${items})`}. Planen bruker satsen i året.`,
    without: (items) => `Ukjent og ikkje med på nokon side: ${items}.`,
    floor: () =>
      'Talet på busette er eit minstetal. Det som står som samansetjing, flytting eller uforklart, kan vere skjulte personar.',
  },
  accounts: {
    title: 'Rekneskap, budsjett og modell',
    unit: '1000 kroner, årsverk eller personar. Pluss er overskot. Avvik er rekneskap mot budsjett og skilnad er rekneskap (eller budsjett) mot modellen: for kostnad, inntekt og netto det dei gjer med resultatet.',
    columns: {
      year: 'År',
      item: 'Post',
      accounts: 'Rekneskap',
      budget: 'Budsjett',
      deviation: 'Avvik',
      model: 'Modell',
      difference: 'Skilnad',
      outside: 'Modell utanom',
    },
    items: {
      cost: 'Kostnad',
      income: 'Inntekt',
      net: 'Netto',
      'staff.posts': 'Årsverk utan lærarar',
      'staff.heads': 'Tilsette',
      participants: 'Deltakarar i løpet av året',
    },
    byFunction: { cost: (code) => `Kostnad, funksjon ${code}`, income: (code) => `Inntekt, funksjon ${code}` },
  },
  miss: {
    'income-fell-more': (year) => `Inntekta fall meir enn kostnaden i ${year}`,
    'cost-fell-more': (year) => `Kostnaden fall meir enn inntekta i ${year}`,
    'income-rose-more': (year) => `Inntekta auka meir enn kostnaden i ${year}`,
    'cost-rose-more': (year) => `Kostnaden auka meir enn inntekta i ${year}`,
    'income-fell': (year) => `Inntekta fall og kostnaden auka i ${year}`,
    'income-rose': (year) => `Inntekta auka og kostnaden fall i ${year}`,
    amounts: (income, cost, net) => `: mot budsjettet er inntekta ${income}, kostnaden ${cost} og netto ${net}.`,
    below: (kroner) => `${kroner} kroner under`,
    above: (kroner) => `${kroner} kroner over`,
    weaker: (kroner) => `${kroner} kroner svakare`,
    stronger: (kroner) => `${kroner} kroner betre`,
    identity: (year, version, cost, income, net) =>
      `${version} ${year}: kostnad ${cost} − inntekt ${income} = netto kostnad ${net} kroner.`,
    netDeviation: (budget, accounts, deviation) => `Avviket i netto: ${budget} − ${accounts} = ${deviation} kroner.`,
  },
  versions: { regnskap: 'Rekneskap', budsjett: 'Budsjett', økonomiplan: 'Økonomiplan' },
  beside: (year, cost, accountsCost, income, accountsIncome) =>
    `For ${year} gir modellen ${cost} mill. i kostnad mot ${accountsCost} i rekneskapen, og ${income} mill. i inntekt mot ${accountsIncome}.`,
  vote: (year, requested, decided, settled) =>
    `I ${year} blei kommunen beden om å busetje ${requested}. Han vedtok ${decided}, og ${settled} blei busette.`,
  paid: (year, paid, model, share, plan) =>
    `I ${year} blei det betalt ${paid} mill. kroner for postane som kan samanliknast. Modellen gir ${model} mill. (betalt mot modell: ${share}), planen ${plan} mill.`,
  split: (year, deviation, volume, rate, composition, moving, unexplained) =>
    `Avviket frå planen i ${year} er ${deviation} mill.: volum ${volume}, sats ${rate}, samansetjing ${composition}, flytting ${moving}, uforklart ${unexplained}.`,
  nothingPaid: (year) => `For ${year} er alle postane skjulte eller ukjende, så ingenting kan samanliknast.`,
  flagsTitle: 'Merk',
  flags: {
    'net-zero': (years) =>
      `Netto er nøyaktig 0 i ${years}. Det tyder at statlege midlar eller eit fond har dekt resten, ikkje at det ikkje kosta noko. Kva føring gjorde netto til 0?`,
    'does-not-add-up': (years) => `Inntekt minus kostnad er ikkje netto i ${years}. Sjekk tala.`,
    'accounts-scope': (years, functions) =>
      `Rekneskapen for ${years} gjeld flyktningtenesta, introduksjonsprogrammet og vaksenopplæringa samla. Modellen ved sida av har KOSTRA-funksjonane ${functions} og tilskota til dei. Bustad, sosialhjelp, helse, barnevern og omsorg for einslege mindreårige står i «modell utanom».`,
    'own-scope': (years, functions) =>
      `Eigen rekneskap for ${years} seier ikkje kva funksjonar han omfattar. Modellen ved sida av har KOSTRA-funksjonane ${functions} og tilskota til dei. Omfattar rekneskapen noko anna, er skilnaden òg det.`,
    'own-functions': (years, functions) =>
      `Eigen rekneskap for ${years} er linjene på KOSTRA-funksjonane ${functions}. Modellen ved sida av har dei same.`,
    'plan-only': (years) =>
      `Tala for ${years} er rammer i budsjett og økonomiplan, ikkje rekneskap. Dei viser kva kommunen planla, ikkje om modellen trefte. Kva ramma omfattar, er ikkje oppgitt.`,
    'model-incomplete': (years) => `Modellen manglar ein sats i ${years}. Tal med + er ufullstendige.`,
    'no-count': (years) => `Ingen tal over busette i ${years}. Modellen er ikkje køyrd for det.`,
    suppressed: (years, persons) => `Busette i ${years}: skjult (1–4). Kvart skjult tal er rekna som ${persons}.`,
    'at-least': (years) => `Busette i ${years}: eit minstetal, brukt som det står.`,
    'part-year': (years) => `Busette i ${years}: berre ein del av året, brukt som det står.`,
    none: (years) =>
      `Busette i ${years}: ingen tal (ikkje spurt, ikkje noko vedtak, eller ingen). Modellen er køyrd utan busette.`,
    'plan-from-settled': (years) => `Vedtaket er ikkje kjent for ${years}. Planen bruker dei busette.`,
    'years-left-out': (years) => `Modellen kan gå over 15 år. Dei busette i ${years} er ikkje med.`,
    'other-schemes': (years, amount) =>
      `Summen IMDi oppgir for ${years}, er ${amount} kroner høgare enn postane. Det er andre ordningar eller skjulte beløp.`,
    'payments-hidden': (years, amount) =>
      `Postane for ${years} er skjulte. Berre summen er kjend: ${amount} kroner, med andre ordningar.`,
  },
  own: {
    mark: 'eigne tal',
    sources: (years, files) => `Eigne tal for ${years}, lesne frå ${files} i nettlesaren og ikkje sende nokon stad.`,
    besides: 'Det du ikkje har lese inn, står slik det følgjer med Bosett.',
    file: (name) => `«${name}»`,
    others: (names, shown) => `Du har lese inn rekneskap for ${names}. Han er ikkje blanda med ${shown}.`,
    drop: 'Ta bort eigen rekneskap',
    open: 'Opne eigen rekneskap på sida Data.',
    sample: 'Last ned eit døme',
    sampleName: 'rekneskap-doeme.csv',
    noModel: (name) => `Rekneskapen for ${name} er lesen, men modellen har ingen år å vise ved sida av.`,
  },
  calibration: {
    title: 'Tilpassing til eigen rekneskap',
    offer: (scale) => `Framlegg: gang løn, leige og andre prisar i planen med ${scale}.`,
    national: 'Talet for landet er 1: prisane som dei står.',
    weightSource: 'Kvifor denne vekta?',
    effect: (years, before, after) => `Netto i planen ${years} går frå ${before} til ${after} mill. kroner.`,
    effectUnknown: 'Netto i planen er ukjend, for ein sats manglar.',
    untouched: 'Tala over er modellen utan tilpassing, også når framlegget er brukt.',
    use: 'Bruk kalibreringa',
    back: 'Ta kalibreringa tilbake',
    used: (scale) => `Kalibreringa er brukt: prisane i planen er gonga med ${scale}.`,
    byHand: (value) => `Prisane i planen er alt gonga med ${value}. Framlegget kjem i staden for det.`,
    elsewhere: (shown, plan) =>
      `Rekneskapen gjeld ${shown}, men planen gjeld ${plan}. Framlegget kan berre brukast i ein plan for ${shown}.`,
    suggested: (scale) => `Framlegg: prices.scale = ${scale}. Det er ikkje brukt i noko tal her.`,
    why: (years, accounts, model, fitted) =>
      `Kostnaden i rekneskapen for ${years} er ${accounts} mill. og i modellen ${model} mill. Løn og prisar måtte gangast med ${fitted} for å treffe.`,
    weight: (years, weight, shrinkage) =>
      `Med ${years} år med rekneskap tel han ${weight}, og talet for landet (1) resten: n / (n + ${shrinkage}).`,
    participants: (year, own, model, ownCost, modelCost) =>
      `Sjekk mengda før prisen: i ${year} var det ${own} deltakarar mot ${model} i modellen. Per deltakar er kostnaden ${ownCost} kroner i rekneskapen og ${modelCost} i modellen. Faktoren over dekkjer begge delar, så rett deltakartalet først.`,
    none: {
      'no-accounts': 'Kommunen har ingen rekneskap her. Løn og prisar kan ikkje tilpassast.',
      'plan-only':
        'Det er ingen rekneskap, berre budsjett eller økonomiplan. Eit budsjett viser kva kommunen planla, ikkje kva det kosta, så det er ikkje noko framlegg om tilpassing.',
      'no-cost': 'Rekneskapen har inga linje for kostnad åleine, så løn og prisar kan ikkje tilpassast.',
      'no-model': 'Modellen har ingen kostnad for dei åra rekneskapen gjeld, så løn og prisar kan ikkje tilpassast.',
      outside:
        'Rekneskapen er så langt frå modellen at faktoren er utanfor grensene. Sjekk eininga og kva rekneskapen omfattar.',
    },
  },
  bands: {
    title: 'Kor ofte held bandet?',
    made: (draws: string, seed: string) =>
      `For kvart år med eit publisert vedtak er det laga ein prognose av det som var kjent året før: ${draws} moglege forløp frå starttal ${seed}. Bandet er dei midtarste 80 % av forløpa.`,
    held: (held: string, cases: string, share: string) =>
      `80 %-bandet heldt i ${held} av ${cases} tilfelle (${share}).`,
    sides: (below: string, above: string) =>
      `I ${below} tilfelle låg det publiserte talet under bandet, i ${above} over.`,
    nothing: 'Ingen år har eit publisert vedtak og eit publisert tal å prøve bandet mot.',
    outside: {
      narrow: (figure: string, share: string) =>
        `${figure}: bandet heldt i ${share}, mindre enn 70 %. Det er for smalt.`,
      wide: (figure: string, share: string) => `${figure}: bandet heldt i ${share}, meir enn 90 %. Det er for breitt.`,
    },
    spread: (spread: string, share: string) =>
      `Busette i året: med spreiinga ${spread} overalt (settlement.realisation.spread) ville bandet ha halde i minst ${share}. Ho er ikkje brukt i noko tal her.`,
    byFigure: 'Etter tal',
    byMunicipality: 'Etter kommune',
    byYear: 'År for år',
    unit: 'Personar. Integreringstilskot i 1000 kroner.',
    all: 'Alle',
    of: (held: string, cases: string) => `${held} av ${cases}`,
    figures: {
      settled: 'Busette i året',
      settled_three_years: 'Busette i tre år',
      integration_grant: 'Betalt integreringstilskot',
    },
    columns: {
      figure: 'Tal',
      municipality: 'Kommune',
      held: 'Heldt',
      cases: 'Tilfelle',
      share: 'Del',
      below: 'Under',
      above: 'Over',
      width: 'Breidd mot midten',
      year: 'År',
      decided: 'Vedteke',
      spread: 'Spreiing',
      low: 'Frå',
      middle: 'Midten',
      high: 'Til',
      published: 'Publisert',
      outcome: 'Utfall',
    },
    outcomes: { below: 'under', held: 'heldt', above: 'over' },
    notes: {
      decision:
        'Vedtaket er det som sist vart publisert for året. Vart det endra i løpet av året, visste prognosen meir enn kommunen gjorde.',
      standard:
        'Har kommunen fem tidlegare år, er spreiinga rekna av dei og av talet for landet. Talet for landet er sjølv rekna av åra som blir prøvde her, også dei seinare. Rekna berre av tidlegare år kunne bandet ha vore breiare eller smalare.',
      dependent: 'Treårstala overlappar, og alle kommunane hadde dei same åra. Tilfella er ikkje uavhengige.',
      threeYears: 'Vedtaket for det første av tre år er brukt for alle tre. Vedtaka for dei neste var ikkje kjende.',
      grant:
        'Tilskotet er rekna med satsane frå året før prognosen. Kven som alt budde i kommunen, er anslått av tal over busette. Familie som kom seinare, er ikkje med der.',
      'opening-hidden': (where: string) => `Tidlegare busette er skjulte (1–4) og rekna som 2,5: ${where}.`,
      'opening-floor': (where: string) => `Tidlegare busette er eit minstetal: ${where}.`,
      'opening-part': (where: string) => `Tidlegare busette er berre talde ein del av eit år: ${where}.`,
      'opening-none': (where: string) => `Eitt av dei fem åra før manglar tal og er rekna utan busette: ${where}.`,
    },
    leftOut: {
      'no-decision': (left: string) => `Ikkje prøvde fordi vedtaket ikkje er publisert: ${left} tal.`,
      'decided-none': (left: string) => `Ikkje prøvde fordi det ikkje var vedteke nokon: ${left} tal.`,
      'rate-unknown': (left: string) => `Ikkje prøvde fordi ein sats er ukjend: ${left} tal.`,
    },
  },
};
