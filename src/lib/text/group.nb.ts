import type { GroupColumn } from '$lib/model/group-rows';
import type { Alike } from '$lib/model/group';
import type { DataKind } from '$lib/model/member';

export const group = {
  headline: {
    settles: (members: string, persons: string, years: string) =>
      `${members} kommuner bosetter ${persons} i ${years} og`,
    goes: 'går',
    even: 'går i null',
    in: 'i planen.',
    unknown: 'Hva de går i pluss eller minus i planen, er ukjent.',
    none: 'Ingen kommune i gruppa har tall ennå.',
  },
  support: (name: string, known: string, all: string) => `${name}: ${known} av ${all} kommuner har tall.`,
  database: {
    waiting: 'Tabellen regnes ut i databasen, som hentes nå.',
    failed: 'Databasen kunne ikke startes, og tabellen kan derfor ikke regnes ut. Last siden på nytt.',
  },
  undo: 'Angre siste endring i gruppa',
  redo: 'Gjør om',
  files: {
    title: 'Filer fra kommunene',
    how: 'Hver kommune lager en fil med sine egne tall og sender den til den som leder møtet. Fila har summer og ingen personer. Du kan også slippe en tabell med personer for mange kommuner, med kolonnen «municipality».',
    drop: 'Slipp filene her, alle på en gang, eller velg dem:',
    choose: 'Velg filer',
    reading: (read: string, of: string) => `Leser fil ${read} av ${of}`,
    used: (file: string, name: string) => `${file}: tallene til ${name} er satt inn.`,
    many: (file: string, members: string) =>
      `${file}: ${members} kommuner er satt inn. I planene kommer det like mange hvert år som i det siste året i fila.`,
    refused: (file: string) => `${file}: ikke lest inn.`,
    missing: (names: string) =>
      `Ingen fil fra ${names}. Radene er tomme, og kommunene er ikke med i summene. De er ikke regnet som null.`,
    send: 'Lag fila til din kommune',
    sendHow: (name: string, scenario: string) =>
      `Fila har tallene for scenarioet du arbeider med nå: ${name}, ${scenario}. Tall under 5 i grunnlaget er skjult før noe er regnet ut.`,
    sendFailed: 'Fila kunne ikke lages, for små tall i grunnlaget kan ikke skjules så noe står igjen.',
    sent: (file: string) => `${file} er lagret på enheten. Ingenting er sendt.`,
    fileName: (name: string, year: number) => `${name}-${year}-gruppe.json`,
  },
  unlike: {
    title: 'Ikke like regnet',
    of: {
      years: (names: string, count: string, of: string) =>
        `${count} av ${of} har andre planår: ${names}. Tabellen viser årene alle har. Årene etter planen kan ikke rangeres.`,
      rates: (names: string, count: string, of: string) =>
        `${count} av ${of} bruker andre satser: ${names}. Kroner og dekning rangeres ikke før alle bruker de samme.`,
      version: (names: string, count: string, of: string) =>
        `${count} av ${of} er regnet med en annen versjon av modellen: ${names}. Det som er regnet ut, rangeres ikke.`,
    } satisfies Record<Alike, (names: string, count: string, of: string) => string>,
    mend: 'Be dem lage fila på nytt i den nyeste versjonen, med de samme satsene og årene.',
    noYears: 'Planene har ingen år felles. Hver kommune vises med sine egne år, og ingenting rangeres.',
  },
  years: {
    legend: 'År',
    all: (from: number, to: number) => (from === to ? String(from) : `${from}–${to}`),
  },
  per: {
    legend: 'Kroner',
    all: 'I alt',
    inhabitant: 'Per innbygger',
    settled: 'Per bosatt',
    unit: { inhabitant: 'kr per innbygger', settled: 'kr per bosatt' },
  },
  table: {
    title: 'Kommunene side om side',
    how: 'Trykk på en overskrift for å sortere. Trykk på en kommune for å endre tallet for den, og på et tall for å se hvorfor.',
    member: 'Kommune',
    all: 'Alle',
    allOf: (known: string, of: string) => `${known} av ${of} kommuner`,
    columns: {
      requested: 'Anmodet',
      decided: 'Vedtatt',
      settled: 'Bosatt',
      in_phase: 'I femårsfasen',
      moved_out: 'Flytter ut i året',
      net_shared: 'Netto i planen',
      posts_per_ten: 'Årsverk per ti deltakere',
      rooms_needed: 'Klasserom',
      coverage: 'Dekning',
      tail_shared: 'Netto etter planen',
    } satisfies Record<GroupColumn, string>,
    about: {
      requested: 'Personer IMDi har bedt om. Et år uten kjent anmodning er ikke regnet med.',
      decided: 'Personer kommunestyret har vedtatt.',
      settled: 'Personer planen regner med.',
      in_phase: 'Personer i de fem første årene, på det meste.',
      moved_out:
        'Andel av dem i år 2–5 som flytter ut i løpet av et år. n er personer 1. januar, lagt sammen over årene.',
      net_shared: 'Inntekt minus kostnad.',
      posts_per_ten: 'Årsverk i snitt, per ti deltakere i introduksjonsprogrammet i snitt. n er deltakere.',
      rooms_needed: 'Klasserom på det meste.',
      coverage: 'Inntekt i prosent av kostnad. n er kostnaden.',
      tail_shared: 'Det samme for årene etter planen.',
    } satisfies Record<GroupColumn, string>,
    some: (known: string, of: string) => `${known} av ${of} år`,
    none: 'ikke kjent',
    missing: 'Ingen fil ennå',
    few: 'færre enn 5',
    n: (count: string) => `n = ${count}`,
    sort: (column: string) => `Sorter etter ${column}`,
    sorted: (column: string, descending: boolean) =>
      `Sortert etter ${column}, ${descending ? 'høyest' : 'lavest'} først`,
    unranked: 'Kan ikke rangeres ennå',
    what: 'Hva kolonnene betyr',
    note: 'Rekkefølgen er ingen karakter: Kommunene har ulikt utgangspunkt. Færre enn 5 vises ikke.',
    inhabitants: (names: string) => `Innbyggertallet er ikke kjent for ${names}.`,
  },
  data: {
    own: 'Egne tall',
    estimated: 'Nasjonal fordeling',
    synthetic: 'Oppdiktet fordeling',
    none: 'Ingen bosatt fra før',
  } satisfies Record<DataKind, string>,
  member: {
    persons: 'Bosettes i året',
    personsHow: (name: string) => `Gjelder alle årene i planen til ${name}, og bare i gruppa.`,
    varies: 'ulikt fra år til år',
    back: 'Tilbake til vedtaket',
    file: (file: string) => `Fra fila ${file}. Tallene kan ikke endres her.`,
    scenario: 'Scenario',
    useShown: 'Bruk dette',
    useExample: 'Bruk eksempelet i stedet',
    remove: 'Ta ut av gruppa',
    wrong: (typed: string, least: string, most: string) => `«${typed}» er ikke et tall fra ${least} til ${most}.`,
  },
  add: { title: 'Ta inn en kommune', button: 'Ta inn', choose: 'Velg kommune' },
  large: 'Med mer enn 30 kommuner tegnes ingen små diagrammer, og flytting mellom dem regnes ikke.',
  why: {
    file: (file: string) => `Tallet er fra fila ${file}. Hvordan det er blitt til, ser de som laget fila.`,
    requested: 'Kilde: IMDis anmodninger, eller scenarioet der det sier noe annet.',
  },
  charts: {
    net: 'Netto',
    title: 'Netto år for år',
    how: 'Alle har samme akse. Årene etter planen er lysere.',
    none: 'Ingen fil ennå',
  },
  moves: {
    title: 'Flytting innenfor gruppa',
    lead: 'Hvem som flytter til hvem, og tilskuddet som følger med.',
    how: 'Flytter noen til en nabokommune, følger tilskuddet med. Det den ene mister, får den andre.',
    inside: 'Av dem som flytter ut, blir i gruppa',
    assumed: 'Ingen kilde sier hvor mange som blir i gruppa. Andelen er en antakelse; sett din egen.',
    spread: 'De som blir, er fordelt på de andre kommunene etter innbyggertall.',
    member: 'Kommune',
    out: 'Flytter fra, til gruppa',
    into: 'Flytter til, fra gruppa',
    gives: 'Tilskudd som går ut',
    gets: 'Tilskudd som kommer inn',
    sum: 'Sum',
    zero: 'Kontroll: Det som går ut, er lik det som kommer inn.',
    off: (kroner: string) =>
      `Kontroll: Det kommer inn ${kroner} kroner mer eller mindre enn det går ut. Kommunene regner med ulike satser eller ulike år.`,
    unknown: 'Kontrollen kan ikke gjøres, for en sats er ukjent.',
    sentNote: (names: string) =>
      `Tallene fra ${names} er som de ble sendt: De som kommer fra gruppa, er ikke lagt til der.`,
    rule: 'Fram til 2021 krever kommunene hverandre året etter. Fra 2022 deler IMDi tilskuddet på månedene.',
    summary: (persons: string, amount: string) =>
      `I planen flytter ${persons} personer innenfor gruppa, og ${amount} kroner i tilskudd følger med.`,
    nobody: 'Ingen flytter innenfor gruppa slik planene står.',
  },
  shared: {
    title: 'Felles tiltak',
    lead: 'En klasse, et kurs, en rådgiver eller rom sammen: hva det sparer, og hvem som taper.',
  },
  indicators: {
    title: 'Resultater, språkprøver og mål',
    lead: 'Resultater etter programmet, norskprøver og mål, med definisjon, n og kilde.',
  },
  common: {
    title: 'Felles retningslinjer',
    lead: 'Beløp som er like for alle, og kommunens egne.',
    how: 'Beløpene er fra gruppas egne retningslinjer. De gjelder alle kommuner som ikke har satt sitt eget. Et eget beløp går foran.',
    what: 'Hva',
    shared: 'Felles',
    ownOf: (setting: string, name: string) => `${setting}, ${name}`,
    back: 'Tilbake til felles',
    follows: 'som felles',
    choose: 'Kommune med egne verdier',
  },
  title: 'Gruppe',
};
