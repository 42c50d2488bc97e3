import type { Finding } from '$lib/model/scenario';
import type { ItemId, Side } from '$lib/model/ledger';
import type { OUTCOMES } from '$lib/model/costs';
import type { Alternative } from '$lib/model/education';
import type { DwellingSize, Places } from '$lib/model/places';
import type { Group } from '$lib/model/staffing';
import type { Status } from '$lib/model/status';
import type { Category } from '$lib/model/cohort';
import type { Metric } from '$lib/model/year-row';
import type { Language } from './language';

type Sentence = (finding: Finding) => string;
type Said = (years: string, parameters: string) => string;

/** Bokmål: the words every other language must have too. */
export const nb = {
  language: 'nb' as Language,
  items: {
    'integration_grant.year1.single_adult': 'Integreringstilskudd år 1, enslig voksen',
    'integration_grant.year1.adult': 'Integreringstilskudd år 1, voksen',
    'integration_grant.year1.child': 'Integreringstilskudd år 1, barn',
    'integration_grant.year1.unaccompanied_minor': 'Integreringstilskudd år 1, enslig mindreårig',
    'integration_grant.year2': 'Integreringstilskudd år 2',
    'integration_grant.year3': 'Integreringstilskudd år 3',
    'integration_grant.year4': 'Integreringstilskudd år 4',
    'integration_grant.year5': 'Integreringstilskudd år 5',
    'integration_grant.shared_out': 'Deling av tilskudd, til andre kommuner',
    'integration_grant.shared_in': 'Deling av tilskudd, fra andre kommuner',
    kindergarten_grant: 'Barnehagetilskudd',
    elderly_grant: 'Eldretilskudd',
    unaccompanied_minor_grant: 'Særskilt tilskudd, enslige mindreårige',
    'special_needs_grant.1': 'Ekstratilskudd 1',
    'special_needs_grant.2': 'Ekstratilskudd 2',
    'language_grant.person': 'Norsktilskudd per person',
    'language_grant.base': 'Norsktilskudd, grunntilskudd',
    general_grant: 'Innbyggertilskudd',
    host_income: 'Plasser solgt til andre kommuner',
    'housing.rent_income': 'Husleie fra leietakerne',
    'project.grant': 'Prosjekttilskudd',
    introduction_benefit: 'Introduksjonsstønad',
    'education.teachers': 'Lærere',
    'education.rooms': 'Leie av klasserom',
    'education.room_setup': 'Oppsetting av moduler',
    'education.room_removal': 'Fjerning av moduler',
    'education.places_bought': 'Plasser kjøpt av vertskommune',
    'education.material': 'Læremidler',
    'staff.advisers': 'Veiledere',
    'staff.settlement_workers': 'Bosettingskonsulenter',
    'staff.management': 'Ledelse',
    'staff.bilingual_assistants': 'Tospråklige assistenter',
    'health.psychosocial_adviser': 'Psykososiale konsulenter',
    'unaccompanied_minor_care.staff': 'Omsorg for enslige mindreårige, ansatte',
    'unaccompanied_minor_care.places': 'Omsorg for enslige mindreårige, husleie og opphold',
    'establishment.single': 'Etableringsstøtte, enslig eller enslig forsørger',
    'establishment.couple': 'Etableringsstøtte, par',
    'establishment.shared': 'Etableringsstøtte, deler bolig',
    'establishment.child': 'Etableringsstøtte, barn',
    'establishment.family': 'Etableringsstøtte, familieinnvandring',
    'establishment.clothing': 'Støtte til klær',
    'establishment.leisure': 'Fritidsaktivitet for barn',
    'housing.leases': 'Innleie av bolig',
    'housing.follow_up': 'Oppfølging i bolig',
    'health.screening': 'Helseundersøkelse ved bosetting',
    'health.follow_up': 'Ekstra helsetjenester',
    'interpreter.hours': 'Tolk',
    'child_welfare.measures': 'Tiltak i barnevernet',
    'social_assistance.in_programme': 'Sosialhjelp, i programmet',
    'social_assistance.work': 'Sosialhjelp etter programmet, i arbeid',
    'social_assistance.upper_secondary': 'Sosialhjelp etter programmet, i videregående opplæring',
    'social_assistance.adult_primary': 'Sosialhjelp etter programmet, i grunnskole for voksne',
    'social_assistance.higher': 'Sosialhjelp etter programmet, i høyere utdanning',
    'social_assistance.other': 'Sosialhjelp etter programmet, annet',
    'social_assistance.outside': 'Sosialhjelp, utenfor programmet',
    'special_needs.measures': 'Tiltak ved særskilte behov',
    'school.language_support': 'Særskilt norskopplæring i skolen',
    'kindergarten.language_support': 'Språkstøtte i barnehagen',
    'kindergarten.childminder': 'Annet barnepass',
    'project.cost': 'Prosjektkostnader',
    'project.internal_transfers': 'Overføringer til andre tjenester',
    'fund.set_aside': 'Avsatt til fond',
    'fund.release': 'Brukt av fond',
  } satisfies Record<ItemId, string>,
  bands: { high: 'høy sats', low: 'lav sats' },
  units: {
    person: 'personer',
    'person-year': 'personår',
    'person-month': 'deltakermåneder',
    'post-year': 'årsverk',
    'module-year': 'modulår',
    'place-year': 'plassår',
    'dwelling-year': 'boligår',
    household: 'husholdninger',
    'household-year': 'husholdningsår',
    module: 'moduler',
    hour: 'timer',
    year: 'år',
    grant: 'tilskudd',
    NOK: 'kroner',
  } as Record<string, string>,
  categories: {
    single_adult: 'enslige voksne',
    adult: 'voksne',
    child: 'barn',
    unaccompanied_minor: 'enslige mindreårige',
  } satisfies Record<Category, string>,
  alternatives: {
    lease: 'leie moduler',
    extra_shift: 'et skift til',
    rented: 'leie et rom',
    host: 'plasser hos en vertskommune',
  } satisfies Record<Alternative['kind'], string>,
  groups: {
    adviser: 'veiledere',
    settlement_worker: 'bosettingskonsulenter',
    bilingual_assistant: 'tospråklige assistenter',
    management: 'ledere',
    psychosocial_adviser: 'psykososiale konsulenter',
    unaccompanied_minor_care: 'ansatte i omsorg for enslige mindreårige',
    teacher: 'lærere',
  } satisfies Record<Group, string>,
  dwellingSizes: {
    '1': '1 person',
    '2': '2 personer',
    '3-4': '3–4 personer',
    '5+': '5 personer eller flere',
  } satisfies Record<DwellingSize, string>,
  placeKinds: {
    kindergarten: 'barnehage',
    school: 'skole',
    practice: 'språk- og arbeidspraksis',
  } satisfies Record<Places['kind'], string>,
  outcomes: {
    work: 'arbeid',
    upper_secondary: 'videregående opplæring',
    adult_primary: 'grunnskole for voksne',
    higher: 'høyere utdanning',
    other: 'annet',
  } satisfies Record<(typeof OUTCOMES)[number], string>,
  signs: {
    income_positive: 'overskudd med pluss',
    cost_positive: 'inntekt med minus',
  },
  kroner: {
    nominal: 'årets kroner',
    fixed: 'faste kroner',
  },
  side: { income: 'Inntekt', cost: 'Kostnad', fund: 'Fond' } satisfies Record<Side, string>,
  status: {
    published: 'publisert',
    derived: 'utledet',
    carried_forward: 'ført fram',
    own: 'eget tall',
    assumed: 'antatt',
    unknown: 'ukjent',
  } satisfies Record<Status, string>,
  columns: {
    year: 'År',
    income: 'Inntekt',
    cost: 'Kostnad',
    net: 'Netto',
    fund: 'Fond',
    in_phase: 'I femårsfasen',
    participants_peak: 'Deltakere',
    rooms_needed: 'Klasserom',
    posts: 'Årsverk',
    settled: 'Bosatt',
  },
  unknown: 'ukjent',
  none: 'ingen',
  warnings: {
    'rate-unknown': (years, parameters) =>
      `Ingen kilde oppgir satsen i ${years}: ${parameters}. Beløpet er ukjent, og årets sum er ufullstendig.`,
    'rate-carried-forward': (years) => `Ingen kjente satser for ${years}. De siste kjente satsene er ført fram.`,
    'rates-held': (years) => `Alle statlige satser er holdt som i ${years}.`,
    'opening-synthetic': (years) =>
      `Fordelingen av de bosatte per 31. desember ${years} er oppdiktet ut fra publiserte totaler. Det er ikke kommunens egne tall.`,
    'opening-suppressed': () => 'Skjulte tall i åpningen er regnet som 2,5 personer hvert.',
    'municipality-unknown': () => 'Kommunenummeret finnes ikke i kommunelista. Nasjonale forutsetninger er brukt.',
    'staff-opening-assumed': (_, parameters) =>
      `Antall årsverk før planen er ikke oppgitt (${parameters}). Behovet i første måned er brukt.`,
    'price-index-used': (years) =>
      `Prisveksten er ikke kunngjort for alle årene ${years}. Forutsetningen prices.index er brukt der den mangler.`,
    'assumptions-matter': (_, parameters) =>
      `Disse forutsetningene betyr mest for resultatet, den viktigste først: ${parameters}. De er antatt, ikke fra deres tall.`,
    'family-in-vote': (years) =>
      `Vedtaket omfatter her familieinnvandring i ${years}. IMDi ber om at det ikke gjør det, og at det ikke har andre forbehold.`,
    'fund-empty': (years) =>
      `Fondet er tomt i ${years}. Det står under null, og kommunen må dekke det som mangler, på en annen måte.`,
    'places-short': (years, parameters) =>
      `Det mangler plasser i ${placesOf(parameters)} i ${years}. Barn venter lenger enn fristen.`,
    'programme-late': (years, parameters) =>
      `Programmet begynner senere enn fristen etter bosetting i ${years} (${parameters}).`,
    'special-needs-late': (years, parameters) =>
      `Søknaden om ekstratilskudd sendes etter fristen i ${years} (${parameters}). Tilskuddet for det første året går tapt.`,
  } satisfies Record<string, Said>,
  findings: {
    'unknown-id': ({ found, allowed }) =>
      `Parameteren «${found}» finnes ikke.${allowed ? ` Mente du «${allowed}»?` : ''} Rett navnet.`,
    'not-yet': ({ found }) => `«${found}» kan ikke brukes i denne versjonen ennå. Ta det ut av scenarioet.`,
    'year-outside': ({ found, allowed }) =>
      `Året ${found} er utenfor planen. Tillatt: ${allowed}. Rett året eller forleng planen.`,
    'value-outside': ({ found, allowed }) => `Verdien ${found} er utenfor grensene. Tillatt: ${allowed}. Rett verdien.`,
    'not-an-option': ({ found, allowed }) => `«${found}» kan ikke velges. Tillatt: ${allowed}.`,
    'not-a-number': ({ found }) => `«${found}» er ikke et tall. Skriv et tall.`,
    'not-whole': ({ found }) => `${found} er ikke et helt tall. Skriv et helt tall.`,
    'shares-sum': ({ found, allowed }) =>
      `Summen av andelene er ${found}, men den må kunne bli ${allowed}. Rett andelene.`,
    'no-rows-of-year': ({ found, allowed }) =>
      `Fila har ingen rader for ${allowed}, året før planen; den har ${found}. Bruk en fil med det året, eller endre first_year.`,
    'settled-after-opening': ({ found, allowed }) =>
      `Bosettingsåret ${found} er etter åpningen. Tillatt: til og med ${String(allowed).replace('-', '')}. Rett året.`,
    'missing-column': ({ path, found, allowed }) =>
      `Kolonnen «${path}» mangler. Fila har: ${found}. Den må ha: ${allowed}. Legg til kolonnen og prøv igjen.`,
    'unknown-column': ({ allowed }) =>
      `Kolonnen er ukjent. Tillatt: ${allowed}. Fjern kolonnen eller gi den et av disse navnene.`,
    'extra-cells': ({ found, allowed }) =>
      `Raden har ${found} felter, men overskriftene er ${allowed}. Et komma i et tall kan ha delt feltet. Tillatt: ${allowed}. Rett raden eller bruk semikolon.`,
    'empty-cell': ({ allowed }) => `Feltet er tomt. Tillatt: ${allowed}. Fyll ut feltet.`,
    'double-column': () => 'Kolonnen finnes to ganger. Fjern den ene.',
    'empty-file': () => 'Fila er tom. Velg en fil med overskrifter og rader.',
    'no-rows': () => 'Fila har overskrifter, men ingen rader. Legg til rader og prøv igjen.',
    'personal-data': ({ path, found }) =>
      `Kolonnen «${path}» har ${personalData(found)}. Ingenting er lest inn. Fjern kolonnen og prøv igjen.`,
    'not-json': ({ found }) => `Fila er ikke gyldig JSON (${found}). Rett fila.`,
    'missing-key': ({ allowed }) => `Feltet mangler. Tillatt: ${allowed}. Legg til feltet.`,
    'unknown-key': ({ found }) => `Feltet «${found}» er ukjent. Fjern feltet.`,
    'wrong-type': ({ found, allowed }) =>
      `Fant ${found ?? 'en verdi av feil slag'}.${allowed ? ` Tillatt: ${allowed}.` : ''} Rett verdien.`,
    'wrong-value': ({ found, allowed }) => `Verdien ${found ?? ''} kan ikke brukes (${allowed}). Rett verdien.`,
    'impossible-age': ({ found }) =>
      `Aldersgruppa ${found} passer ikke med kategorien. Voksne er 18 år eller mer, barn og enslige mindreårige er under 18. Rett raden.`,
    'no-title': () => 'Tittelen mangler. Skriv en tittel på minst ett språk.',
    'no-file': ({ found }) => `Fila «${found}» finnes ikke. Rett stien.`,
    'unknown-file': ({ found }) =>
      `Fila er av et ukjent slag (${found}). Tillatt: scenario (.json), parameter (.json), åpning og regnskap (.csv).`,
    'too-large': ({ found, allowed }) => `Fila er på ${found}, mer enn ${allowed}. Velg en mindre fil.`,
  } satisfies Record<string, Sentence>,
  row: (row: number) => `rad ${row}`,
  page: {
    title: 'Bosett: 10 eller 40 i året?',
    description:
      'Hva et vedtak om å bosette flyktninger betyr for kommunen: inntekt, kostnad, årsverk og klasserom år for år, og årene etterpå.',
    example: 'Eksempel',
    synthetic: 'Oppdiktet fordeling, ikke kommunens egne tall',
    ownRows: 'Egen fil, lest i nettleseren',
    ratesHeld: (year: string) => `Satser fra ${year}, ført fram uendret`,
    ratesCarried: 'Siste kjente satser, ført fram der nye mangler',
    costsAssumed: 'Enhetskostnadene er for det meste antatt',
    nothingSent: 'Ingenting sendes fra denne enheten',
    database: {
      waiting: 'Tabellen er regnet ut av modellen',
      starting: 'Databasen starter …',
      ready: 'Tabellen er summert av databasen i nettleseren: samme tall',
      moving: 'Tabellen er regnet ut av modellen mens du drar',
      failed: 'Databasen startet ikke. Alt annet virker; tabellen er regnet ut av modellen.',
    },
    details: 'Detaljer',
    perYear: (persons: string) => `${persons} i året`,
    plus: 'i pluss',
    minus: 'i minus',
    zero: 'i balanse',
    headline: {
      before: 'Med',
      middle: (service: string) => `i året går ${service}`,
      service: 'tjenesten',
      until: (year: number) => `til og med ${year}`,
      and: 'og',
      after: 'etterpå',
      unknown: 'et ukjent beløp',
    },
    million: 'mill.',
    baseLine: (persons: string, plan: string, tail: string) => `Med ${persons} i året: ${plan}, og ${tail} etterpå.`,
    missingCosts:
      'Sosialhjelp, bolig, helse, barnevern og tolk er ikke med ennå. Nettoen er derfor for høy, men forskjellen mellom tallene, og trinnene i rom og årsverk, kan leses.',
    levers: {
      choose: 'Det kommunestyret velger',
      noOne: 'Det ingen bestemmer',
      scenario: 'Scenario',
      persons: 'Bosatte i året',
      base: 'Sammenlign med',
      chosen: 'Valgt',
      moving: 'Flytter ut hvert år',
      rates: 'Tilskuddssatsene',
      reset: 'Tilbake til scenarioene',
      less: 'Én færre',
      more: 'Én flere',
      path: (path: string) => `slik scenarioet har det: ${path}`,
      outOfRange: (value: string, low: string, high: string) =>
        `${value} er utenfor det modellen er prøvd for (${low}–${high}). Tallet er beholdt, men vis det ikke som et anslag.`,
      notANumber: (typed: string, low: string, high: string) =>
        `«${typed}» kan ikke brukes. Skriv et tall fra ${low} til ${high}.`,
      personsSpoken: (persons: string) => `${persons} flyktninger i året`,
    },
    open: 'Åpne fil',
    openHelp: 'Et scenario (.json) eller en åpning (.csv). Fila leses her og sendes ikke noe sted.',
    refused: 'Fila er ikke lest inn. Det som vises, er som før.',
    close: 'Lukk',
    charts: {
      net: { title: 'Pluss eller minus hvert år', unit: 'mill. kroner' },
      in_phase: { title: 'Personer i femårsfasen', unit: 'ved årets slutt' },
      rooms_needed: { title: 'Klasserom som trengs', unit: 'i den travleste måneden' },
      posts: { title: 'Årsverk som betales', unit: 'alle stillinger, snitt av året' },
    },
    chartName: (title: string, scenario: string, from: number, to: number) => `${title}, ${scenario}, ${from}–${to}`,
    chartSummary: (highest: string, highestYear: number, lowest: string, lowestYear: number) =>
      `Høyest ${highest} i ${highestYear}, lavest ${lowest} i ${lowestYear}.`,
    table: {
      title: 'År for år',
      unit: 'millioner kroner i hvert års kroneverdi, personer, rom og årsverk',
      sum: 'Sum i planen',
      sumTail: 'Sum etter planen',
      metrics: {
        net: 'Netto',
        income: 'Inntekt',
        cost: 'Kostnad',
        in_phase: 'Personer',
        rooms_needed: 'Rom',
        posts: 'Årsverk',
      },
    },
    why: {
      hint: 'Hvorfor?',
      title: {
        net: (figure: string, year: number) => `Hvorfor ${figure} mill. i ${year}?`,
        income: (figure: string, year: number) => `Hvorfor ${figure} mill. i inntekt i ${year}?`,
        cost: (figure: string, year: number) => `Hvorfor ${figure} mill. i kostnad i ${year}?`,
        in_phase: (figure: string, year: number) => `Hvorfor ${figure} personer i femårsfasen i ${year}?`,
        rooms_needed: (figure: string, year: number) => `Hvorfor ${figure} klasserom i ${year}?`,
        posts: (figure: string, year: number) => `Hvorfor ${figure} årsverk i ${year}?`,
      },
      sentence: {
        net: (year: number, income: string, cost: string) =>
          `I ${year} er inntekten ${income} mill. og kostnaden ${cost} mill.`,
        income: (year: number) => `Tilskuddene i ${year}, etter hvor lenge hver person har bodd i Norge.`,
        cost: (year: number) =>
          `Kostnadene i ${year} som tilskuddene skal dekke, fra stønad og opplæring til bolig, helse og sosialhjelp.`,
        in_phase: (year: number) =>
          `De som bor i kommunen 31. desember ${year} og ble bosatt for mindre enn fem kalenderår siden.`,
        rooms_needed: (year: number) => `Elever i den travleste måneden i ${year} delt i grupper, og gruppene i rom.`,
        posts: (year: number) =>
          `Årsverk som betales i snitt over ${year}. De kommer etter at behovet oppstår, og blir en stund etter at det er borte.`,
      } as Record<Metric, (year: number, income: string, cost: string) => string>,
      incomplete: 'Minst ett beløp er ukjent og står utenfor summen.',
      calculation: 'Regnestykket',
      kroner: 'kroner',
      settled: (year: number) => `bosatt ${year}`,
      sum: { income: 'Sum inntekt', cost: 'Sum kostnad', fund: 'Sum fond' } satisfies Record<Side, string>,
      rounding: 'Avrunding',
      related: 'Linjer i regnskapet',
      sources: 'Forutsetninger og kilder',
      noSource: 'satt i scenarioet',
      from: (date: string) => `fra ${date}`,
      steps: {
        in_phase_before: 'I femårsfasen året før',
        settled: 'Bosatt etter vedtak',
        born: 'Født innen seks måneder',
        family: 'Familieinnvandring',
        moved_in: 'Flyttet inn',
        moved_out: 'Flyttet ut',
        past_phase: 'Ferdig med femårsfasen',
        in_phase: 'I femårsfasen ved årets slutt',
        pupils_peak: 'Elever i den travleste måneden',
        groups: 'Grupper',
        rooms_needed: 'Klasserom som trengs',
        rooms_owned: 'Klasserom kommunen har',
        rooms_leased: 'Klasserom som leies på det meste',
        participants_mean: 'Deltakere i snitt',
        posts_needed: 'Årsverk som trengs i snitt',
        adviser: 'Veiledere, betalt',
        settlement_worker: 'Bosettingskonsulenter, betalt',
        bilingual_assistant: 'Tospråklige assistenter, betalt',
        management: 'Ledelse, betalt',
        psychosocial_adviser: 'Psykososiale konsulenter, betalt',
        unaccompanied_minor_care: 'Omsorg for enslige mindreårige, betalt',
        teacher: 'Lærere, betalt',
        posts: 'Årsverk som betales',
      } as Record<string, string>,
    },
    footer: 'Bosett er åpen kildekode (MIT). Satsene kommer fra data/parameters, der hver verdi har kilde og status.',
  },
  cli: {
    usage:
      'Bruk: bosett KOMMANDO ...\n\n' +
      '  forecast SCENARIO... [--set ID=VERDI]... [--set ID@ÅR=VERDI]...   prognosen\n' +
      '  parameters [--year ÅR] [PREFIKS]                                 parametre med kilde og status\n' +
      '  check FIL...                                                     kontrollerer filer\n\n' +
      '  --format table | json | csv     --lang nb | nn | en\n',
    unknownCommand: (command: string) => `Kommandoen «${command}» finnes ikke.`,
    notYet: (command: string) => `Kommandoen «${command}» er ikke laget ennå.`,
    unknownOption: (option: string) => `Valget «${option}» finnes ikke.`,
    missingValue: (option: string) => `Valget «${option}» mangler en verdi.`,
    wrongValue: (option: string, value: string, allowed: string) =>
      `«${value}» kan ikke brukes for ${option}. Tillatt: ${allowed}.`,
    missingFile: (command: string) => `Kommandoen «${command}» trenger minst én fil.`,
    noParameters: (prefix: string) => `Ingen parameter begynner med «${prefix}».`,
    correct: (file: string) => `${file}: i orden`,
    tail: 'etter planen',
    thousands: 'Tall i 1000 kroner i hvert års kroneverdi. Pluss er overskudd.',
    parameterColumns: { id: 'id', value: 'verdi', unit: 'enhet', range: 'grenser', status: 'status', source: 'kilde' },
  },
};

function personalData(found: string | undefined): string {
  const [kind = '', count = ''] = (found ?? '').split(':');
  const kinds: Record<string, string> = {
    heading: 'en overskrift som tyder på personopplysninger',
    email: `e-postadresser (${count})`,
    'national-number': `fødselsnummer eller D-nummer (${count})`,
    'duf-number': `DUF-nummer (${count})`,
    date: `nøyaktige datoer (${count})`,
  };
  return kinds[kind] ?? 'personopplysninger';
}

/** The places that parameters such as `kindergarten.free_places` count, in words. */
function placesOf(parameters: string): string {
  const kinds: Record<string, string> = { kindergarten: 'barnehagen', school: 'skolen' };
  return parameters
    .split(', ')
    .map((id) => kinds[id.split('.')[0] ?? ''] ?? id)
    .join(' og ');
}
