export const backtest = {
  usage:
    '  backtest KOMMUNE [--calibrate]     modellen ved siden av det som skjedde\n' +
    '           --draws N [--seed S] [KOMMUNE]     hvor ofte de mulige forløpene traff\n',
  oneMunicipality: 'Kommandoen «backtest» trenger nøyaktig ett kommunenummer, for eksempel 3428.',
  unknown: (number: string, known: string) =>
    `Kommunenummeret «${number}» finnes ikke i data/municipalities.csv. Kommuner med historie: ${known}.`,
  noHistory: (name: string, number: string) =>
    `${name} (${number}) har ingen publiserte tall over bosatte og utbetalinger å prøve modellen mot.`,
  title: (name: string, number: string) => `${name} (${number}): modellen ved siden av det som skjedde`,
  successor: (given: string, number: string, name: string) =>
    `${given} er i dag ${number} ${name}. Tallene før og etter er lagt sammen.`,
  runs: (from: string, to: string) =>
    `Modellen er kjørt fra ${from} til ${to} med tom åpning, publiserte tall over bosatte og nasjonale forutsetninger. Ingenting er tilpasset kommunen.`,
  people: {
    title: 'Personer',
    columns: {
      year: 'År',
      requested: 'Anmodet',
      decided: 'Vedtatt',
      settled: 'Bosatt',
      persons: 'Kjørt: bosatt',
      planned: 'Kjørt: vedtatt',
      in_phase: 'I femårsfasen',
    },
    marks: {
      suppressed: 'skjult',
      at_least: (persons: string) => `minst ${persons}`,
      part_year: (persons: string, until: string) => `${persons} til ${until}`,
      none: 'ingen tall',
      not_read: 'ikke lest',
    },
  },
  payments: {
    title: (year: string) => `Utbetalt fra IMDi i ${year}`,
    unit: '1000 kroner. Modell: det året gir. Kontant: det som betales i året. Avvik: betalt minus plan.',
    columns: {
      item: 'Post',
      plan: 'Plan',
      model: 'Modell',
      model_cash: 'Kontant',
      paid: 'Betalt',
      deviation: 'Avvik',
      volume: 'Volum',
      composition: 'Sammensetning',
      rate: 'Sats',
      moving: 'Flytting',
      unexplained: 'Uforklart',
    },
    definition:
      'Planen er modellen med de vedtatte personene og satsene fra året før. Volum er bosatt mot vedtatt, sats er årets satser mot fjorårets. Sammensetning og flytting er det meste disse to kan forklare, ikke det de gjorde. Uforklart er resten: etterslep, skjulte tall, andre ordninger og det modellen har feil.',
  },
  items: {
    integration_year1: 'Integreringstilskudd år 1',
    integration_year2_5: 'Integreringstilskudd år 2–5',
    unaccompanied_minor: 'Enslige mindreårige',
    special_needs: 'Ekstratilskudd',
    language: 'Norskopplæring',
    total: 'Sum',
  },
  notes: {
    suppressed: () => 'Beløpet er skjult.',
    unclear: () => 'IMDi skriver 0, men summen er høyere. Beløpet kan være skjult og er ukjent.',
    'rate-unknown': () => 'Ingen kilde oppgir satsen. Modellen har ikke noe tall.',
    'rate-before-unknown': (items: string) =>
      `Ingen kilde oppgir satsen året før${items && ` (${items})`}. Planen bruker årets sats.`,
    without: (items: string) => `Ukjent og ikke med på noen side: ${items}.`,
    floor: () =>
      'Tallet på bosatte er et minstetall. Det som står som sammensetning, flytting eller uforklart, kan være skjulte personer.',
  },
  accounts: {
    title: 'Regnskap, budsjett og modell',
    unit: '1000 kroner, årsverk eller personer. Pluss er overskudd. Avvik er regnskap mot budsjett og forskjell er regnskap (eller budsjett) mot modellen: for kostnad, inntekt og netto det de gjør med resultatet.',
    columns: {
      year: 'År',
      item: 'Post',
      accounts: 'Regnskap',
      budget: 'Budsjett',
      deviation: 'Avvik',
      model: 'Modell',
      difference: 'Forskjell',
      outside: 'Modell utenom',
    },
    items: {
      cost: 'Kostnad',
      income: 'Inntekt',
      net: 'Netto',
      'staff.posts': 'Årsverk uten lærere',
      'staff.heads': 'Ansatte',
      participants: 'Deltakere i løpet av året',
    },
    byFunction: {
      cost: (code: string) => `Kostnad, funksjon ${code}`,
      income: (code: string) => `Inntekt, funksjon ${code}`,
    },
  },
  miss: {
    'income-fell-more': (year: string) => `Inntekten falt mer enn kostnaden i ${year}`,
    'cost-fell-more': (year: string) => `Kostnaden falt mer enn inntekten i ${year}`,
    'income-rose-more': (year: string) => `Inntekten økte mer enn kostnaden i ${year}`,
    'cost-rose-more': (year: string) => `Kostnaden økte mer enn inntekten i ${year}`,
    'income-fell': (year: string) => `Inntekten falt og kostnaden økte i ${year}`,
    'income-rose': (year: string) => `Inntekten økte og kostnaden falt i ${year}`,
    amounts: (income: string, cost: string, net: string) =>
      `: mot budsjettet er inntekten ${income}, kostnaden ${cost} og netto ${net}.`,
    below: (kroner: string) => `${kroner} kroner under`,
    above: (kroner: string) => `${kroner} kroner over`,
    weaker: (kroner: string) => `${kroner} kroner svakere`,
    stronger: (kroner: string) => `${kroner} kroner bedre`,
    identity: (year: string, version: string, cost: string, income: string, net: string) =>
      `${version} ${year}: kostnad ${cost} − inntekt ${income} = netto kostnad ${net} kroner.`,
    netDeviation: (budget: string, accounts: string, deviation: string) =>
      `Avviket i netto: ${budget} − ${accounts} = ${deviation} kroner.`,
  },
  versions: { regnskap: 'Regnskap', budsjett: 'Budsjett', økonomiplan: 'Økonomiplan' },
  beside: (year: string, cost: string, accountsCost: string, income: string, accountsIncome: string) =>
    `For ${year} gir modellen ${cost} mill. i kostnad mot ${accountsCost} i regnskapet, og ${income} mill. i inntekt mot ${accountsIncome}.`,
  vote: (year: string, requested: string, decided: string, settled: string) =>
    `I ${year} ble kommunen bedt om å bosette ${requested}. Den vedtok ${decided}, og ${settled} ble bosatt.`,
  paid: (year: string, paid: string, model: string, share: string, plan: string) =>
    `I ${year} ble det betalt ${paid} mill. kroner for postene som kan sammenlignes. Modellen gir ${model} mill. (betalt mot modell: ${share}), planen ${plan} mill.`,
  split: (
    year: string,
    deviation: string,
    volume: string,
    rate: string,
    composition: string,
    moving: string,
    unexplained: string,
  ) =>
    `Avviket fra planen i ${year} er ${deviation} mill.: volum ${volume}, sats ${rate}, sammensetning ${composition}, flytting ${moving}, uforklart ${unexplained}.`,
  nothingPaid: (year: string) => `For ${year} er alle postene skjult eller ukjente, så ingenting kan sammenlignes.`,
  flagsTitle: 'Merk',
  flags: {
    'net-zero': (years: string) =>
      `Netto er nøyaktig 0 i ${years}. Det betyr at statlige midler eller et fond har dekket resten, ikke at det ikke kostet noe. Hvilken føring gjorde netto til 0?`,
    'does-not-add-up': (years: string) => `Inntekt minus kostnad er ikke netto i ${years}. Sjekk tallene.`,
    'accounts-scope': (years: string, functions: string) =>
      `Regnskapet for ${years} gjelder flyktningtjenesten, introduksjonsprogrammet og voksenopplæringen samlet. Modellen ved siden av har KOSTRA-funksjonene ${functions} og tilskuddene til dem. Bolig, sosialhjelp, helse, barnevern og omsorg for enslige mindreårige står i «modell utenom».`,
    'own-scope': (years: string, functions: string) =>
      `Eget regnskap for ${years} sier ikke hvilke funksjoner det omfatter. Modellen ved siden av har KOSTRA-funksjonene ${functions} og tilskuddene til dem. Omfatter regnskapet noe annet, er forskjellen også det.`,
    'own-functions': (years: string, functions: string) =>
      `Eget regnskap for ${years} er linjene på KOSTRA-funksjonene ${functions}. Modellen ved siden av har de samme.`,
    'plan-only': (years: string) =>
      `Tallene for ${years} er rammer i budsjett og økonomiplan, ikke regnskap. De viser hva kommunen planla, ikke om modellen traff. Hva rammen omfatter, er ikke oppgitt.`,
    'model-incomplete': (years: string) => `Modellen mangler en sats i ${years}. Tall med + er ufullstendige.`,
    'no-count': (years: string) => `Ingen tall over bosatte i ${years}. Modellen er ikke kjørt for det.`,
    suppressed: (years: string, persons: string) =>
      `Bosatte i ${years}: skjult (1–4). Hvert skjult tall er regnet som ${persons}.`,
    'at-least': (years: string) => `Bosatte i ${years}: et minstetall, brukt som det står.`,
    'part-year': (years: string) => `Bosatte i ${years}: bare en del av året, brukt som det står.`,
    none: (years: string) =>
      `Bosatte i ${years}: ingen tall (ikke spurt, ikke noe vedtak, eller ingen). Modellen er kjørt uten bosatte.`,
    'plan-from-settled': (years: string) => `Vedtaket er ikke kjent for ${years}. Planen bruker de bosatte.`,
    'years-left-out': (years: string) => `Modellen kan gå over 15 år. De bosatte i ${years} er ikke med.`,
    'other-schemes': (years: string, amount: string) =>
      `Summen IMDi oppgir for ${years}, er ${amount} kroner høyere enn postene. Det er andre ordninger eller skjulte beløp.`,
    'payments-hidden': (years: string, amount: string) =>
      `Postene for ${years} er skjult. Bare summen er kjent: ${amount} kroner, med andre ordninger.`,
  },
  own: {
    mark: 'egne tall',
    sources: (years: string, files: string) =>
      `Egne tall for ${years}, lest fra ${files} i nettleseren og ikke sendt noe sted.`,
    besides: 'Det du ikke har lest inn, står slik det følger med Bosett.',
    file: (name: string) => `«${name}»`,
    others: (names: string, shown: string) =>
      `Du har lest inn regnskap for ${names}. Det er ikke blandet med ${shown}.`,
    drop: 'Ta bort eget regnskap',
    open: 'Åpne eget regnskap på siden Data.',
    sample: 'Last ned et eksempel',
    sampleName: 'regnskap-eksempel.csv',
    noModel: (name: string) => `Regnskapet for ${name} er lest, men modellen har ingen år å vise ved siden av.`,
  },
  calibration: {
    title: 'Tilpassing til eget regnskap',
    offer: (scale: string) => `Forslag: gang lønn, leie og andre priser i planen med ${scale}.`,
    national: 'Landets tall er 1: prisene som de står.',
    weightSource: 'Hvorfor denne vekten?',
    effect: (years: string, before: string, after: string) =>
      `Netto i planen ${years} går fra ${before} til ${after} mill. kroner.`,
    effectUnknown: 'Netto i planen er ukjent, for en sats mangler.',
    untouched: 'Tallene over er modellen uten tilpassing, også når forslaget er brukt.',
    use: 'Bruk kalibreringen',
    back: 'Ta kalibreringen tilbake',
    used: (scale: string) => `Kalibreringen er brukt: prisene i planen er ganget med ${scale}.`,
    byHand: (value: string) => `Prisene i planen er alt ganget med ${value}. Forslaget kommer i stedet for det.`,
    elsewhere: (shown: string, plan: string) =>
      `Regnskapet gjelder ${shown}, men planen gjelder ${plan}. Forslaget kan bare brukes i en plan for ${shown}.`,
    suggested: (scale: string) => `Forslag: prices.scale = ${scale}. Det er ikke brukt i noe tall her.`,
    why: (years: string, accounts: string, model: string, fitted: string) =>
      `Kostnaden i regnskapet for ${years} er ${accounts} mill. og i modellen ${model} mill. Lønn og priser måtte ganges med ${fitted} for å treffe.`,
    weight: (years: string, weight: string, shrinkage: string) =>
      `Med ${years} år med regnskap teller det ${weight}, og landets tall (1) resten: n / (n + ${shrinkage}).`,
    participants: (year: string, own: string, model: string, ownCost: string, modelCost: string) =>
      `Sjekk mengden før prisen: i ${year} var det ${own} deltakere mot ${model} i modellen. Per deltaker er kostnaden ${ownCost} kroner i regnskapet og ${modelCost} i modellen. Faktoren over dekker begge deler, så rett deltakertallet først.`,
    none: {
      'no-accounts': 'Kommunen har ingen regnskap her. Lønn og priser kan ikke tilpasses.',
      'plan-only':
        'Det er ingen regnskap, bare budsjett eller økonomiplan. Et budsjett viser hva kommunen planla, ikke hva det kostet, så det foreslås ingen tilpassing.',
      'no-cost': 'Regnskapet har ingen linje for kostnad alene, så lønn og priser kan ikke tilpasses.',
      'no-model': 'Modellen har ingen kostnad for de årene regnskapet gjelder, så lønn og priser kan ikke tilpasses.',
      outside:
        'Regnskapet er så langt fra modellen at faktoren er utenfor grensene. Sjekk enheten og hva regnskapet omfatter.',
    },
  },
  bands: {
    title: 'Hvor ofte holder båndet?',
    made: (draws: string, seed: string) =>
      `For hvert år med et publisert vedtak er det laget en prognose av det som var kjent året før: ${draws} mulige forløp fra startall ${seed}. Båndet er de midterste 80 % av forløpene.`,
    held: (held: string, cases: string, share: string) =>
      `80 %-båndet holdt i ${held} av ${cases} tilfeller (${share}).`,
    sides: (below: string, above: string) =>
      `I ${below} tilfeller lå det publiserte tallet under båndet, i ${above} over.`,
    nothing: 'Ingen år har et publisert vedtak og et publisert tall å prøve båndet mot.',
    outside: {
      narrow: (figure: string, share: string) =>
        `${figure}: båndet holdt i ${share}, mindre enn 70 %. Det er for smalt.`,
      wide: (figure: string, share: string) => `${figure}: båndet holdt i ${share}, mer enn 90 %. Det er for bredt.`,
    },
    spread: (spread: string, share: string) =>
      `Bosatte i året: med spredningen ${spread} overalt (settlement.realisation.spread) ville båndet holdt i minst ${share}. Det er ikke brukt i noe tall her.`,
    byFigure: 'Etter tall',
    byMunicipality: 'Etter kommune',
    byYear: 'År for år',
    unit: 'Personer. Integreringstilskudd i 1000 kroner.',
    all: 'Alle',
    of: (held: string, cases: string) => `${held} av ${cases}`,
    figures: {
      settled: 'Bosatte i året',
      settled_three_years: 'Bosatte i tre år',
      integration_grant: 'Betalt integreringstilskudd',
    },
    columns: {
      figure: 'Tall',
      municipality: 'Kommune',
      held: 'Holdt',
      cases: 'Tilfeller',
      share: 'Andel',
      below: 'Under',
      above: 'Over',
      width: 'Bredde mot midten',
      year: 'År',
      decided: 'Vedtatt',
      spread: 'Spredning',
      low: 'Fra',
      middle: 'Midten',
      high: 'Til',
      published: 'Publisert',
      outcome: 'Utfall',
    },
    outcomes: { below: 'under', held: 'holdt', above: 'over' },
    notes: {
      decision:
        'Vedtaket er det som sist ble publisert for året. Ble det endret i løpet av året, visste prognosen mer enn kommunen gjorde.',
      standard:
        'Har kommunen fem tidligere år, er spredningen regnet av dem og av landets tall. Landets tall er selv regnet av årene som prøves her, også de senere. Regnet bare av tidligere år kunne båndet vært bredere eller smalere.',
      dependent: 'Treårstallene overlapper, og alle kommunene hadde de samme årene. Tilfellene er ikke uavhengige.',
      threeYears: 'Vedtaket for det første av tre år er brukt for alle tre. Vedtakene for de neste var ikke kjent.',
      grant:
        'Tilskuddet er regnet med satsene fra året før prognosen. Hvem som alt bodde i kommunen, er anslått av tall over bosatte. Familie som kom senere, er ikke med der.',
      'opening-hidden': (where: string) => `Tidligere bosatte er skjult (1–4) og regnet som 2,5: ${where}.`,
      'opening-floor': (where: string) => `Tidligere bosatte er et minstetall: ${where}.`,
      'opening-part': (where: string) => `Tidligere bosatte er bare telt en del av et år: ${where}.`,
      'opening-none': (where: string) => `Et av de fem årene før mangler tall og er regnet uten bosatte: ${where}.`,
    },
    leftOut: {
      'no-decision': (left: string) => `Ikke prøvd fordi vedtaket ikke er publisert: ${left} tall.`,
      'decided-none': (left: string) => `Ikke prøvd fordi det ikke var vedtatt noen: ${left} tall.`,
      'rate-unknown': (left: string) => `Ikke prøvd fordi en sats er ukjent: ${left} tall.`,
    },
  },
};
