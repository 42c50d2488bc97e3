import type { pages as nb } from './pages.nb';

export const pages: typeof nb = {
  rates: {
    lead: 'Kvar sats, regel, pris og del i modellen: verdiane slik dei er daterte, kven som seier det, og til når kjelda går god for dei. Alt kan endrast i eit scenario; her står det modellen bruker når ingen endrar noko.',
    key: 'Merka',
    search: 'Søk i namn, skildring og kjelde',
    openAll: 'Vis alle verdiar',
    closeAll: 'Skjul verdiane',
    groups: 'Emne',
    now: (year: number) => `Gjeld i ${year}`,
    from: 'Frå',
    value: 'Verdi',
    status: 'Status',
    confirmed: 'Sist stadfesta',
    source: 'Kjelde',
    always: 'utan startdato',
    untilNext: 'til noko anna er bestemt',
    priceYear: (year: number) => `${year}-kroner`,
    unit: (unit: string) => `Eining: ${unit}`,
    notGiven: 'blir ikkje gitt',
    byYear: (from: number, to: number) => `Verdi for kvart år ${from}–${to}`,
    byYearHow: 'Prisar er rekna om til kroner i kvart år. År med same verdi og status står saman.',
    link: 'Lenkje hit',
  },
  privacy: {
    lead: 'Bosett reknar i nettlesaren din. Ingen personar, planar eller filer blir sende nokon stad, og ingen følgjer med på kva du gjer.',
    sections: [
      {
        title: 'Filer du opnar',
        lines: [
          'Ei fil blir lesen i denne fana og er borte når du lukkar ho. Ho blir ikkje lasta opp.',
          'Bosett treng berre tal: kor mange som vart busette i kvart år, etter kategori og alder. Bosett treng ingen namn.',
          'Ei fil med fødselsnummer, D-nummer, DUF-nummer, e-postadresser, nøyaktige datoar eller overskrifter som tyder på personopplysningar, blir nekta før noko er lese inn.',
        ],
      },
      {
        title: 'Lenkjer du deler',
        lines: [
          'Lenkja ber scenarioet: kommune, år og føresetnader. Alt står etter #-teiknet, som nettlesarar ikkje sender til ein tenar.',
          'Personane i ei eiga fil er aldri med i lenkja. Den som opnar ho, må ha fila sjølv for å få same tal.',
        ],
      },
      {
        title: 'Små tal',
        lines: [
          'Eit skjult tal i ei fil (skrive :, * eller <5) blir rekna som 2,5 personar og merkt. Det står som skjult, aldri som 0.',
          'Denne versjonen skjuler ikkje sjølv små tal i det han viser. Har fila tal under fem, kan dei lesast av tabellane. Tenk på det før du viser dei i eit ope møte eller skriv dei ut.',
          'Døma er laga av publiserte summar. Fordelinga i dei er oppdikta.',
        ],
      },
      {
        title: 'Informasjonskapslar og sporing',
        lines: [
          'Det finst ingen informasjonskapslar, ingen målingar og inga innlogging.',
          'Den som har lagt ut desse sidene, kan sjå i loggen sin at ei side vart henta, som for alle nettstader. Innhaldet i det du gjer, er ikkje med.',
        ],
      },
    ],
    device: 'Det som ligg på eininga',
    program:
      'Nettlesaren tek vare på sjølve programmet (sider, skript og skrift), så det verkar utan nett. Det er likt for alle og seier ikkje noko om deg.',
    wipe: 'Med «Slett alt frå eininga» blir både vala og programmet fjerna. Programmet blir henta på nytt neste gong du opnar sida.',
    wiped: 'Alt er sletta frå eininga.',
    verify: 'Slik kontrollerer du det sjølv',
    verifyList: [
      'Last sida, slå av nettet, og bruk Bosett. Alt verkar.',
      'Opne utviklarverktøyet i nettlesaren (F12), vel Nettverk, og opne ei fil eller dra i eit tal. Det kjem ingen førespurnader med data, berre eigne filer frå same nettstad.',
      'Sida har ein tryggleiksregel (Content-Security-Policy) med connect-src ’self’. Nettlesaren nektar då sida å snakke med andre nettstader.',
      'Kjeldekoden er open og kan lesast og byggjast av kven som helst.',
    ],
    responsible: 'Kven som har ansvaret',
    responsibleLines: [
      'Bosett har ingen tenar og behandlar ingen personopplysningar for andre. Kommunen er sjølv ansvarleg for filene han lagar og opnar, og for det han skriv ut og deler.',
    ],
  },
  accessibility: {
    lead: 'Dette er tilgjengelegheitserklæringa for Bosett, i den forma regelverket om universell utforming av ikt ber om. Ho byggjer på eiga testing, og ingen som bruker hjelpemiddel, har prøvd løysinga enno.',
    status: 'I kva grad er nettstaden i samsvar med krava?',
    statusLine:
      'Vi reknar nettstaden som delvis i samsvar med krava til universell utforming av ikt (WCAG 2.1 på nivå A og AA, som forskrifta viser til). Vi arbeider etter WCAG 2.2 på nivå AA.',
    statusWhy:
      'Vi kjenner ikkje til brot som stengjer nokon ute. Vi skriv likevel «delvis», fordi fleire krav ikkje er vurderte av andre enn oss.',
    tested: 'Kva som er testa',
    testedList: [
      'Automatisk med axe på alle sider på bokmål i lys utsjånad, og på nokre av dei på nynorsk og engelsk og i mørk utsjånad.',
      'Med tastatur åleine: vegen frå talet til kvifor og tilbake. Resten er ikkje prøvd slik enno.',
      'Med breidder frå 390 til 1440 pikslar. 400 prosent forstørring gir same oppsett som telefonen.',
      'Med redusert rørsle og utskrift.',
    ],
    untested: 'Kva som ikkje er testa',
    untestedList: [
      'Skjermlesarar (NVDA, JAWS, VoiceOver, TalkBack), forstørringsprogram, talestyring og brytarstyring.',
      'Med brukarar som har nedsett funksjonsevne.',
      'Høgkontrast i Windows er laga for, men berre prøvd i etterlikninga til nettlesaren.',
    ],
    deviations: 'Kjende avvik',
    deviationList: [
      {
        criterion: '1.3.1 Informasjon og relasjonar',
        line: 'På telefon står nokre tabellar som lister. Hjelpemiddel kan då lese cellene utan å kjenne dei igjen som tabell. Kvar celle har namnet på kolonnen framfor seg.',
      },
      {
        criterion: '1.4.10 Dynamisk tilpassing',
        line: 'Nokre breie tabellar rullar sidelengs i si eiga ramme på smale skjermar. Resten av sida gjer det ikkje.',
      },
      {
        criterion: '4.1.3 Statusmeldingar',
        line: 'Når ein spak blir sleppt, blir den nye setninga lesen opp. Dette er laga etter standarden, men ikkje høyrt med ein skjermlesar.',
      },
    ],
    report: 'Meld gjerne frå om brot på krava',
    reportLine:
      'Sei frå til den kommunen eller den som gav deg lenkja: kva side det gjeld, kva du ville gjere, og kva du bruker av hjelpemiddel. Du kan be om innhaldet i ei anna form.',
    complain: 'Klage',
    complainLine:
      'Diskrimineringsnemnda behandlar klager om brot på krava. Digitaliseringsdirektoratet (Tilsynet for universell utforming av ikt) fører tilsyn med nettstader og appar.',
    complainLinks: [
      { title: 'Diskrimineringsnemnda', href: 'https://www.diskrimineringsnemnda.no/' },
      { title: 'Tilsynet for universell utforming av ikt', href: 'https://www.uutilsynet.no/' },
    ],
    duty: 'Dersom kommunen legg ut Bosett sjølv',
    dutyLine:
      'Ei offentleg verksemd som legg ut Bosett på sin eigen nettstad, må fylle ut ei eiga erklæring på uustatus.no og lenkje til ho. Denne sida erstattar ikkje den, men kan brukast som grunnlag.',
    dates: 'Dato',
    datesLine: 'Erklæringa er laga og sist oppdatert 21. november 2026.',
  },
  about: {
    lead: 'Bosett viser kva eit vedtak om å busetje flyktningar har å seie for ein norsk kommune: inntekt, kostnad, årsverk og klasserom år for år, og åra etterpå, når tilskota er borte og menneska, leigeavtalane og stillingane er der.',
    what: 'Kva du kan rekne med',
    whatList: [
      'Kvart tal i planen kan forklarast ned til sats, regel og kjelde. Trykk på talet.',
      'Det som inga kjelde oppgir, står som ukjent. Det blir aldri null.',
      'Einingskostnadene er tenkte til kommunen legg inn eigne. Sjå kor mykje det har å seie, før tala blir brukte.',
      'Døma byggjer på publiserte summar med oppdikta fordeling.',
    ],
    version: 'Versjon',
    versionLine: (version: string) =>
      `Dette er versjon ${version}. Ei endring som flyttar eit tal, står i endringsloggen med år, postar og grunn.`,
    licence: 'Lisens',
    licenceLine:
      'Bosett er open kjeldekode under MIT-lisensen. © 2026 The Bosett contributors. Du kan bruke, endre og dele programmet, også til eigne føremål, så lenge lisensen følgjer med. Det blir ikkje gitt nokon garanti.',
    sources: 'Kjelder',
    sourcesLine:
      'Satsar og reglar kjem frå IMDi, Regjeringa og lovene; tal på busette og tilskot frå IMDi; folketal og KOSTRA frå SSB; einingstal frå publiserte planar, årsmeldingar og rapportar. Kvar verdi har si kjelde.',
    licencesOfData:
      'SSB og NAV publiserer under CC BY 4.0, statsbudsjettet under NLOD. IMDi oppgir ingen lisens; tala er gjevne att med kjelde.',
    errors: 'Feil og manglar',
    errorsLine:
      'Finn du ein sats som er feil eller manglar, eller eit tal som ikkje stemmer: meld det der kjeldekoden ligg, eller til den som gav deg lenkja. Ta med lenkja i adressefeltet, så får andre det same biletet. Ho har ingen personar med.',
    made: 'Bygd med',
    madeLine: 'Programmet du bruker no, inneheld desse delane. Takk til dei som har laga dei.',
    columns: { part: 'Del', use: 'Brukt til', licence: 'Lisens' },
    uses: {
      framework: 'sidene',
      tables: 'lesing av tabellar',
      rules: 'kontroll av filer',
      database: 'databasen i nettlesaren',
      arrow: 'data inn og ut av databasen',
      design: 'knappar og skjema',
      font: 'skrifta',
    },
    more: 'Les meir',
  },
  data: {
    lead: 'Dette er det Bosett reknar med no. Du kan opne ei fil i staden. Ho blir lesen i denne fana og ikkje send nokon stad.',
    loaded: 'Det som er lese inn',
    scenario: 'Scenario',
    municipality: 'Kommune',
    plan: 'Plan',
    opening: 'Busette før planen',
    observed: (year: number) => `per 31. desember ${year}`,
    rows: (rows: string, persons: string) => `${rows} rader, ${persons} personar`,
    source: 'Kjelde',
    ownFile: 'Eiga fil, lesen i nettlesaren',
    ownScenario: 'Står i scenariofila',
    noOpening: 'Ingen busette er lesne inn',
    kind: 'Slag',
    kinds: {
      synthetic: 'Oppdikta fordeling av publiserte summar. Ikkje kommunen sine eigne tal.',
      own: 'Kommunen sine eigne tal',
      linked: 'Lenkja har ikkje med personar. Opne fila for å få dei med.',
    },
    hidden: 'Skjulte tal',
    hiddenLine: (cells: string) => `${cells} skjulte tal (under 5), rekna som 2,5 personar kvart`,
    hiddenNone: 'Ingen',
    hiddenCell: 'skjult (under 5)',
    database: 'Databasen',
    databases: {
      waiting: 'Ikkje starta enno',
      starting: 'Startar',
      ready: 'Køyrer i nettlesaren og har lese dei busette',
      failed: 'Starta ikkje. Alt anna verkar, og tala er dei same.',
    },
    settings: 'Føresetnader sette i scenarioet',
    table: 'Busette etter busettingsår og kategori',
    tableCaption: (year: number) => `Personar i kommunen 31. desember ${year}.`,
    noRow: 'Ein strek tyder at fila ikkje har noka rad.',
    settlementYear: 'Busett i',
    sum: 'Sum',
    empty: 'Ingen som alt er busette, er lesne inn. Planen blir då rekna berre med dei som kjem.',
    emptyHow:
      'Opne ei fil med eitt tal for kvart busettingsår, opphaldsgrunnlag, kategori og aldersgruppe, som i dømet under.',
    open: 'Opne fil',
    openHelp:
      'Eit scenario (.json) blir lagt til og valt. Ei opning (.csv) erstattar dei busette i alle scenarioa. Du kan òg sleppe fila på sida, og angre etterpå.',
    opened: (file: string) => `${file} er lesen inn.`,
    notOpened: (file: string) => `${file} er ikkje lesen inn. Grunnen står øvst.`,
    works: 'Kva som verkar i dag',
    worksList: [
      'Scenario i JSON, slik «Lagre scenarioet som fil» i menyen lagar det.',
      'Opning i CSV, med komma, semikolon eller tabulator, på norsk eller engelsk.',
    ],
    notYet:
      'Dette verkar ikkje i denne versjonen: Excel, Parquet, rekneskap, lime inn frå rekneark, og spørsmål for kvar mangel i fila.',
    example: 'Slik ser ei opning ut',
    format: 'Kolonnane kan òg heite slik på norsk.',
  },
  accuracy: {
    lead: 'Modellen er køyrd på år som er over, og lagd ved sida av det som skjedde. Ingenting er tilpassa kommunen.',
    choose: 'Kommune',
    noAccounts: 'Utan rekneskap kan vi ikkje vise treffsikkerheit.',
    seeAlvdal: 'Sjå korleis det ser ut for Alvdal.',
    paymentsOnly: 'Det som kan prøvast her, er tilskota.',
    noHistory: (name: string) => `Det finst ingen publiserte tal å prøve modellen mot for ${name}.`,
    cost: (name: string, model: string, accounts: string, year: string) =>
      `For ${name} i ${year} gav modellen ${model} mill. i kostnad, mot ${accounts} i rekneskapen.`,
    paid: (name: string, model: string, paid: string, year: string) =>
      `For ${name} i ${year} gav modellen ${model} mill. i tilskot, mot ${paid} betalt.`,
    paidToo: (model: string, paid: string, year: string) =>
      `I ${year} gav han ${model} mill. i tilskot, mot ${paid} betalt.`,
    all: 'I setningar',
  },
  paper: {
    lead: 'Eit utkast i den rekkjefølgja eit saksframlegg har. Tala følgjer planen slik han står no.',
    about: 'Framlegget gjeld',
    print: 'Skriv ut',
    word: 'Word kjem i ein seinare versjon. Til då kan du skrive ut, lagre som PDF eller kopiere teksten.',
    title: (municipality: string, years: string) => `Busetting av flyktningar i ${municipality} ${years}`,
    version: (version: string) => `Utkast, rekna med Bosett ${version}`,
    case: 'Saka gjeld',
    caseLine: (municipality: string, years: string) =>
      `${municipality} kommune skal ta stilling til kor mange flyktningar kommunen buset i åra ${years}.`,
    caseNumber:
      'Framlegget viser kva {persons} i året har å seie for økonomi, bemanning og rom, også i åra etter planen.',
    caseCompared: 'Til samanlikning står {persons} i året.',
    requested: (persons: string, year: number) => `IMDi har bede kommunen om å busetje ${persons} i ${year}.`,
    notRequested: 'Oppmodinga frå IMDi er ikkje lagd inn.',
    background: 'Bakgrunn',
    inPhase: (persons: string, year: number) => `Ved inngangen til ${year} er ${persons} personar i femårsfasen.`,
    settledBefore: (persons: string, year: number) => `${persons} av dei som bur i kommunen, vart busette i ${year}.`,
    grantsRule:
      'Staten betaler integreringstilskot for kvar busett i busettingsåret og dei fire neste åra. Etter det femte året er det ikkje noko tilskot, men mange treng framleis tenester.',
    assessment: 'Vurdering',
    economy: 'Økonomi',
    economyLine:
      'Med {persons} i året går tenesta {plan} {planWay} i åra {years}, og {tail} {tailWay} i åra {after}, når ingen nye blir busette.',
    economyPlan: 'Med {persons} i året går tenesta {plan} {planWay} i åra {years}.',
    worst: 'Det verste året er {year}, med {net} mill.',
    economyCaption: 'Inntekt, kostnad, netto og fond',
    capacity: 'Kapasitet',
    rooms: 'Det trengst {rooms} klasserom på det meste, i {year}.',
    leases: (leases: number) => `Det gir ${leases === 1 ? 'éin leigeavtale' : `${leases} leigeavtalar`} for rom.`,
    empty: (months: string) => `Rom er betalte, men tomme i til saman ${months} månader.`,
    noLeases: 'Romma kommunen har, er nok.',
    posts: 'Bemanninga er {posts} årsverk på det meste, i {year}.',
    dwellings: 'Hushalda treng {dwellings} bustader på det meste, i {year}.',
    capacityCaption: 'Personar, rom, årsverk og bustader',
    uncertainty: 'Uvisse',
    uncertaintyLine:
      'Tala er det som er venta med føresetnadene i framlegget. Dei viser ikkje kor mykje det kan svinge.',
    matters: 'Desse tenkte føresetnadene har mest å seie for planen som er vald no, den viktigaste først:',
    alternatives: 'Alternativ',
    alternativesLine: 'Alle andre føresetnader er som i framlegget.',
    after: 'Konsekvensar etter planperioden',
    afterLine:
      'I åra {after} går tenesta {tail} {tailWay}. Tilskota fell bort når dei busette kjem ut av femårsfasen, medan kostnadene følgjer etter.',
    afterPosts: 'I {year}, det siste året i planen, blir {posts} årsverk betalte. I {later} er det {fewer}.',
    afterFund: 'Fondet er {fund} mill. ved utgangen av {year}.',
    afterNone: 'Planen har ingen år etter planperioden.',
    resolution: 'Framlegg til vedtak',
    resolutionNote: 'Utkast. Den som legg fram saka, skriv framlegget.',
    settle: (municipality: string, persons: string, years: string) =>
      `${municipality} kommune vedtek å busetje ${persons} flyktningar i året i åra ${years}.`,
    settlePath: (municipality: string, parts: string) =>
      `${municipality} kommune vedtek å busetje flyktningar slik: ${parts}.`,
    settleYear: (persons: string, year: number) => `${persons} i ${year}`,
    settleNone: (municipality: string, years: string) =>
      `${municipality} kommune vedtek ikkje å busetje flyktningar i åra ${years}.`,
    family: 'Familieinnvandring kjem i tillegg.',
    familyInside: 'Familieinnvandring er rekna med i talet.',
    budget: 'Inntekter og kostnader blir innarbeidde i økonomiplanen.',
    fund: {
      all: 'Resultatet for året blir sett av til fond, eller dekt av fondet.',
      none: 'Resultatet for året går i drifta.',
      late_arrivals: 'Tilskotet for dei som blir busette seint på året, blir sett av og brukt i dei fire neste åra.',
      level: 'Integreringstilskotet blir fordelt jamt over fem år gjennom eit fond.',
    },
    basis: 'Føresetnader og kjelder',
    rates: 'Satsar',
    people: 'Busette før planen',
    settings: 'Sett i scenarioet',
    rest: 'Alle andre føresetnader har verdien som står i',
    link: 'Planen kan opnast igjen med denne lenkja. Ho har ingen personar med.',
    noLink: 'Planen har for mange føresetnader til ei lenkje. Lagre han som fil.',
    scenario: 'Scenario',
  },
};
