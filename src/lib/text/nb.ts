import type { Finding } from '$lib/model/scenario';
import type { ItemId, Side } from '$lib/model/items';
import type { Alternative } from '$lib/model/leases';

import type { Group } from '$lib/model/staffing';
import type { Status } from '$lib/model/status';
import type { Category } from '$lib/model/cohort';
import type { Language } from './language';

import { charts } from './charts.nb';
import { database } from './database.nb';
import { levers } from './levers.nb';
import { table } from './table.nb';
import { why } from './why.nb';
import { years } from './years.nb';
import { vote } from './vote.nb';
import { start } from './start.nb';
import { plan } from './plan.nb';
import { rooms } from './rooms.nb';
import { compare } from './compare.nb';
import { frame } from './frame.nb';
import { parameters } from './parameters.nb';
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
    'staff.social_workers': 'Sosialkonsulenter',
    'staff.overheads': 'Fellesutgifter til stillinger',
    'education.overheads': 'Fellesutgifter til lærerstillinger',
    'child_welfare.placements': 'Barn plassert av barnevernet',
    'health.care': 'Omsorgstjenester til eldre',
    'social_assistance.waiting': 'Sosialhjelp før programmet',
    'fund.set_aside': 'Avsatt til fond',
    'fund.release': 'Brukt av fond',
  } satisfies Record<ItemId, string>,
  bands: { high: 'høy sats', low: 'lav sats' },
  units: {
    person: 'personer',
    'person-year': 'personår',
    'person-month': 'deltakermåneder',
    'overhead-post': 'årsverk',
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
    social_worker: 'Sosialkonsulenter',
    psychosocial_adviser: 'psykososiale konsulenter',
    unaccompanied_minor_care: 'ansatte i omsorg for enslige mindreårige',
    teacher: 'lærere',
  } satisfies Record<Group, string>,
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
    'staff-opening-assumed': () => 'Antall årsverk før planen er ikke oppgitt. Behovet i første måned er brukt.',
    'price-index-used': (years) =>
      `Prisveksten er ikke kunngjort for alle årene ${years}. Forutsetningen prices.index er brukt der den mangler.`,
    'assumptions-matter': (_, parameters) =>
      `Disse forutsetningene betyr mest for resultatet, den viktigste først: ${parameters}. De er antatt, ikke fra deres tall.`,
    'family-in-vote': (years) =>
      `Vedtaket omfatter her familieinnvandring i ${years}. IMDi ber om at det ikke gjør det, og at det ikke har andre forbehold.`,
    'fund-empty': (years) =>
      `Fondet er tomt i ${years}. Det står under null, og kommunen må dekke det som mangler, på en annen måte.`,
    'dwellings-unknown': (years) =>
      `Det er ikke oppgitt hvor mange boliger kommunen har til bosetting (${years}). Behovet vises, men leie av boliger er ikke regnet med.`,
    'kindergarten-short': (years) =>
      `Det mangler barnehageplasser i ${years}. Barn venter lenger enn fristen, og dagmamma er regnet med.`,
    'school-short': (years) => `Det mangler skoleplasser i ${years}. Barn venter lenger enn fristen.`,
    'programme-late': (years, parameters) =>
      `Programmet begynner senere enn fristen etter bosetting i ${years} (${parameters}).`,
    'special-needs-late': (years, parameters) =>
      `Søknaden om ekstratilskudd sendes etter fristen i ${years} (${parameters}). Tilskuddet for det første året går tapt.`,
  } satisfies Record<string, Said>,
  findings: {
    'unknown-id': ({ found, allowed }) =>
      `Parameteren «${found}» finnes ikke.${allowed ? ` Mente du «${allowed}»?` : ''} Rett navnet.`,
    'not-yet': ({ found }) => `«${found}» kan ikke brukes i denne versjonen ennå. Ta det ut av scenarioet.`,
    'not-by-year': () => 'Parameteren gjelder bare ved planens start og kan ikke settes for ett år. Skriv den uten år.',
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
    'percent-sum': ({ found }) =>
      `Andelene blir ${found} % til sammen, mer enn 1,5 poeng fra 100 %. De er beholdt som de står. Kontroller mot kilden.`,
    'parts-exceed-whole': ({ found, allowed }) =>
      `Delene er ${found} til sammen, men helheten er ${allowed}. Noen er med i flere deler. Ikke regn delene om til andeler av 100 %.`,
    'two-values': ({ found }) =>
      `Dokumentet gir ulike verdier for det samme: ${found}. Avklar hvilken som gjelder før tallet brukes.`,
    'bounds-conflict': ({ found }) =>
      `Grensene motsier hverandre: ${found}. Avklar hvilken som gjelder før tallet brukes.`,
    'figure-in-image': () =>
      'Tallet står bare i et bilde. Det er ukjent, ikke null. Les det av i bildet og skriv det inn.',
    'figure-not-in-text': () =>
      'Tallet står ikke i teksten. Det er ukjent, ikke null. Skriv det inn, eller bruk et anslag som er merket som anslag.',
    'figure-missing': () =>
      'Tallet mangler. Skriv tallet, eller sett et merke som sier hvorfor det mangler (none, suppressed, not_read, not_in_text, image_only).',
    'figure-and-mark': ({ found }) =>
      `Raden har både tallet ${found} og et merke som sier at det mangler. Fjern det ene.`,
    'heads-without-posts': ({ found }) =>
      `Dokumentet oppgir ${found} ansatte, men ikke årsverk. Ansatte regnes ikke om til årsverk. Finn årsverkene.`,
    'mixed-units': ({ found }) =>
      `Det samme er oppgitt i ulike enheter: ${found}. De kan ikke legges sammen. Finn tallet i én enhet.`,
    'doubtful-unit': ({ found }) =>
      `${found} er lite sannsynlig. Kroner og tusen kroner kan være byttet om. Kontroller enheten.`,
    'rules-differ': ({ found }) => `Dokumentene har ulike regler: ${found}. Bruk den som gjelder for året og kommunen.`,
    'definitions-differ': ({ found }) =>
      `Dokumentene måler ikke det samme: ${found}. Velg én definisjon før tallene sammenlignes.`,
  } satisfies Record<string, Sentence>,
  row: (row: number) => `rad ${row}`,
  charts,
  database,
  levers,
  table,
  why,
  years,
  vote,
  start,
  plan,
  rooms,
  compare,
  frame,
  parameters,
  backtest: {
    usage: '  backtest KOMMUNE [--calibrate]     modellen ved siden av det som skjedde\n',
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
    calibration: {
      title: 'Tilpassing til eget regnskap',
      suggested: (scale: string) => `Forslag: prices.scale = ${scale}. Det er ikke brukt i noe tall her.`,
      why: (years: string, accounts: string, model: string, fitted: string) =>
        `Kostnaden i regnskapet for ${years} er ${accounts} mill. og i modellen ${model} mill. Lønn og priser måtte ganges med ${fitted} for å treffe.`,
      weight: (years: string, weight: string, shrinkage: string) =>
        `Med ${years} år med regnskap teller det ${weight}, og landets tall (1) resten: n / (n + ${shrinkage}).`,
      participants: (year: string, own: string, model: string, ownCost: string, modelCost: string) =>
        `Sjekk mengden før prisen: i ${year} var det ${own} deltakere mot ${model} i modellen. Per deltaker er kostnaden ${ownCost} kroner i regnskapet og ${modelCost} i modellen. Faktoren over dekker begge deler, så rett deltakertallet først.`,
      none: 'Kommunen har ingen regnskap i data/accounts. Lønn og priser kan ikke tilpasses.',
    },
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
