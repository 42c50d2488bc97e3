import type { Finding } from '$lib/model/settings';
import type { ItemId, Side } from '$lib/model/items';
import type { Alternative } from '$lib/model/leases';

import type { Group } from '$lib/model/staffing';
import type { Status } from '$lib/model/status';
import type { Category } from '$lib/model/cohort';
import type { Language } from './language';

import { accounts } from './accounts.nb';
import { charts } from './charts.nb';
import { database } from './database.nb';
import { levers } from './levers.nb';
import { table } from './table.nb';
import { years } from './years.nb';
import { vote } from './vote.nb';
import { start } from './start.nb';
import { plan } from './plan.nb';
import { rooms } from './rooms.nb';
import { compare } from './compare.nb';
import { frame } from './frame.nb';
import { parameters } from './parameters.nb';
type Sentence = (finding: Finding) => string;
type Said = (years: string, parameters: string, sets: string) => string;

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
    social_worker: 'sosialkonsulenter',
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
  tail: 'etter planen',
  warnings: {
    'rate-unknown': (years, parameters) =>
      `Ingen kilde oppgir satsen i ${years}: ${parameters}. Beløpet er ukjent, og årets sum er ufullstendig.`,
    'rate-carried-forward': (years) => `Ingen kjente satser for ${years}. De siste kjente satsene er ført fram.`,
    'rates-draft': (years, _parameters, sets) =>
      `Utkast: egne satser i ${years} er ikke vedtatt (${sets}). Tall som bygger på dem, er foreløpige.`,
    'rates-held': (years) => `Alle statlige satser er holdt som i ${years}.`,
    'opening-synthetic': (years) =>
      `Fordelingen av de bosatte per 31. desember ${years} er oppdiktet ut fra publiserte totaler. Det er ikke kommunens egne tall.`,
    'opening-estimated': (years) =>
      `Hvem som var bosatt per 31. desember ${years}, er beregnet: antallet er oppgitt, sammensetningen er den nasjonale.`,
    'opening-hidden': () => 'Skjulte tall i åpningen er regnet som anslag av det som vises offentlig.',
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
    ...accounts.findings,
    'unknown-id': ({ found, allowed }) =>
      `Parameteren «${found}» finnes ikke.${allowed ? ` Mente du «${allowed}»?` : ''} Rett navnet.`,
    'not-yet': ({ found }) => `«${found}» kan ikke brukes i denne versjonen ennå. Ta det ut av scenarioet.`,
    'rates-twice': ({ found }) => `«${found}» står to ganger i satssettet. Samle verdiene under den ene.`,
    'rates-share': ({ found }) =>
      `«${found}» er andeler som til sammen er 100 %, og kan ikke stå i et satssett. Sett dem i scenarioet.`,
    'rates-unit': ({ found, allowed }) => `Enheten er «${found}», men parameteren har «${allowed}». Rett enheten.`,
    'rates-keys': ({ found, allowed }) => `Nøklene er «${found}», men parameteren har «${allowed}». Rett nøklene.`,
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
    'person-rows': ({ found, allowed }) =>
      `Fila har ingen kolonne med antall: hver rad er lest som én person, ${found} i alt, og lagt sammen til ${allowed} grupper. Radene er ikke tatt vare på. Stemmer det ikke, velg kolonnen med antall.`,
    'more-findings': ({ found }) => `Det er ${found} feil til. Rett dem som er listet, og prøv igjen.`,
    'reading-stopped': ({ found }) =>
      `Lesingen gjorde ingen framgang på ${found} sekunder og er stoppet. Ingenting er lest inn. Lagre fila som CSV eller .xlsx og prøv igjen.`,
    'reading-failed': () =>
      'Fila kunne ikke leses i denne nettleseren. Ingenting er lest inn. Lagre den som CSV og prøv igjen.',
    'several-sheets': ({ found }) =>
      `Flere ark teller personer: ${found}. Behold ett ark, eller lagre arkene hver for seg.`,
    'no-rows': () => 'Fila har overskrifter, men ingen rader. Legg til rader og prøv igjen.',
    'personal-data': ({ path, found }) =>
      `Kolonnen «${path}» har ${personalData(found)}. Ingenting er lest inn. Fjern kolonnen og prøv igjen.`,
    'personal-text': ({ found }) => `Teksten har ${personalData(found)}. Ta det ut av teksten og prøv igjen.`,
    'newer-format': ({ found, allowed }) =>
      `Fila er laget med en nyere versjon av Bosett (${found}). Denne versjonen leser ${allowed}. Last siden på nytt for å få den nyeste versjonen, eller be om en fil fra den versjonen du har.`,
    'unknown-format': ({ found, allowed }) =>
      `Formatet «${found}» er ikke et prosjekt. Tillatt: ${allowed}. Velg en annen fil.`,
    'no-entry': ({ found, allowed }) =>
      `Prosjektet har ikke noe scenario på plass ${found}. Tillatt: ${allowed}. Rett plassen.`,
    'not-published': () =>
      'Skjermen er i offentlig visning, og de bosatte i scenarioet kan ikke vises for alle. Ingenting er lagret. Slå av offentlig visning for å lagre alt.',
    'became-project': ({ found }) =>
      `Fila er eldre enn prosjektfiler: ${found === '1' ? 'ett scenario' : `${found} scenarioer`} er satt sammen til et prosjekt uten endringslogg.`,
    'first-became-proposal': () =>
      'Det første scenarioet er låst og satt som forslag, og det siste er det du arbeider med.',
    'setting-renamed': ({ found, allowed }) => `Forutsetningen «${found}» heter nå «${allowed}». Verdien er den samme.`,
    'setting-gone': ({ found }) =>
      `Forutsetningen «${found}» finnes ikke lenger og er tatt ut. Resultatet kan bli et annet.`,
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
    'too-many-cells': ({ allowed }) =>
      `Fila har mer enn ${allowed} celler. Ta bort ark, rader og kolonner som ikke trengs, og prøv igjen.`,
    'unpacks-too-large': ({ allowed }) =>
      `Fila blir mer enn ${allowed} når den pakkes ut. Kopier tabellen til et nytt regneark, lagre det og prøv igjen.`,
    'broken-file': ({ found }) =>
      `Fila er skadet eller kuttet av${found ? ` (${found})` : ''}. Hent den på nytt, eller åpne den i programmet den kommer fra, lagre den som .xlsx eller .csv og prøv igjen.`,
    'encrypted-file': () =>
      'Fila er beskyttet med passord. Åpne den i regnearkprogrammet, fjern passordet, lagre og prøv igjen.',
    'other-spreadsheet': ({ found }) =>
      `Regneark av dette slaget (${found}) kan ikke leses. Åpne fila i Excel eller LibreOffice, lagre den som .xlsx eller .csv og prøv igjen.`,
    document: ({ found }) =>
      `Fila er et dokument (${found}), ikke en tabell. Kopier tabellen i dokumentet og lim den inn, eller legg den i et regneark og lagre som .xlsx eller .csv.`,
    'image-file': ({ found }) =>
      `Fila er et bilde (${found}). Tall i bilder leses ikke. Skriv tallene inn i et regneark og lagre som .xlsx eller .csv.`,
    'packed-file': ({ found }) =>
      `Fila er pakket (${found}) og er ikke et regneark. Pakk den ut og velg fila med tabellen.`,
    'json-no-table': () =>
      'Fila er JSON, men ikke en tabell. Velg en scenariofil fra Bosett, eller lagre tabellen som .xlsx eller .csv.',
    'not-a-table': () => 'Fila er av et slag som ikke kan leses. Lagre tabellen som .xlsx eller .csv og prøv igjen.',
    'compressed-arrow': () =>
      'Arrow-fila er komprimert og kan ikke leses. Lagre den uten komprimering, eller som Parquet eller .csv.',
    'unclosed-quote': () =>
      'Et anførselstegn er åpnet, men ikke lukket, så resten av fila blir én celle. Lukk eller fjern anførselstegnet.',
    'all-sheets-hidden': () =>
      'Alle arkene i fila er skjult. Vis arket med tabellen i regnearkprogrammet, lagre og prøv igjen.',
    'hidden-sheet': ({ found }) =>
      `Arket «${found}» er skjult og ikke lest inn. Vis det i regnearkprogrammet og lagre hvis det skal være med.`,
    'formula-error': ({ found }) =>
      `Formelen gir feilen ${found}. Rett formelen eller skriv tallet, lagre og prøv igjen.`,
    'formula-without-value': () =>
      'Formelen har ingen lagret verdi, så cellen er tom. Åpne fila i regnearkprogrammet, lagre den og prøv igjen.',
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
    'row-twice': ({ found, allowed }) =>
      `Samme gruppe med samme antall (${found}) står også i rad ${allowed}. Radene legges sammen. Slett raden hvis den er kopiert.`,
    'rows-added': ({ found, allowed }) =>
      `Samme gruppe står også i rad ${allowed}, med ulike antall (${found}). De legges sammen. Slett den som er feil, hvis bare én gjelder.`,
    'collective-too-early': ({ found }) =>
      `Bosettingsåret er ${found}, men dagens kollektive beskyttelse gjelder fra mars 2022. Rett året eller oppholdsgrunnlaget.`,
    'settled-after-year': ({ found, allowed }) =>
      `Bosettingsåret ${found} er etter ${allowed}, året personene er talt i. Rett bosettingsåret eller året.`,
    'outside-phase': ({ found, allowed }) =>
      `De som er bosatt i ${found}, er utenfor femårsperioden (${allowed}) og gir ikke tilskudd. Rett året hvis det er feil.`,
    'settled-long-ago': ({ found }) =>
      `Bosettingsåret ${found} er før 1990. Det kan være et fødselsår. Kontroller kolonnen.`,
    'settlement-year-missing': ({ found }) =>
      `Ingen rad har bosettingsåret ${found}, men det er rader for år før og etter. Legg til radene, eller skriv 0 hvis ingen ble bosatt.`,
    'more-than-published': ({ found, allowed }) =>
      `Fila har ${found} personer uten familieinnvandrede, men IMDi har publisert ${allowed} bosatte. Kontroller at ingen er talt to ganger; innflytting kan også forklare det.`,
    'several-municipalities': ({ found, allowed }) =>
      `Fila har rader for flere kommuner (${found}), og alle legges sammen.${allowed ? ` Planen gjelder ${allowed}.` : ''} Behold radene for én kommune.`,
    'other-municipality': ({ found, allowed }) =>
      `Radene gjelder kommune ${found}, men planen gjelder ${allowed}. Velg en annen fil, eller en plan for ${found}.`,
    'persons-not-whole': ({ found, allowed }) =>
      `${found} er ikke et helt antall personer (rader med desimaler: ${allowed}). Er det andeler eller gjennomsnitt? Bruk antall personer.`,
    'total-row': ({ found }) =>
      `Raden er en sum${found ? ` (${found}) som stemmer med radene,` : ''} og er ikke lest. Du trenger ikke gjøre noe.`,
    'total-differs': ({ found, allowed }) =>
      `Sumraden sier ${found}, men radene er ${allowed} til sammen. Sumraden er ikke lest. Kontroller om en rad mangler eller er feil.`,
    'shares-not-whole': ({ found }) =>
      `Andelene i kolonnen er ${found} % til sammen. Kolonnen er ikke brukt, bare antall personer. Kontroller om en rad mangler eller er med to ganger.`,
  } satisfies Record<string, Sentence>,
  row: (row: number) => `rad ${row}`,
  rule: (rule: number) => `regel ${rule}`,
  accountsQuestions: accounts.questions,
  charts,
  database,
  levers,
  table,
  years,
  vote,
  start,
  plan,
  rooms,
  compare,
  frame,
  parameters,
};

function personalData(found: string | undefined): string {
  const [kind = '', count = ''] = (found ?? '').split(':');
  const kinds: Record<string, string> = {
    heading: 'en overskrift som tyder på personopplysninger',
    email: `e-postadresser (${count})`,
    'national-number': `fødselsnummer eller D-nummer (${count})`,
    'duf-number': `DUF-nummer (${count})`,
    phone: `telefonnumre (${count})`,
    address: `gateadresser (${count})`,
    name: `det som ser ut som navn (${count})`,
    date: `nøyaktige datoer (${count})`,
  };
  return kinds[kind] ?? 'personopplysninger';
}
