import type { Text } from './text';

import { accounts } from './accounts.nn';
import { charts } from './charts.nn';
import { database } from './database.nn';
import { levers } from './levers.nn';
import { table } from './table.nn';
import { years } from './years.nn';
import { vote } from './vote.nn';
import { start } from './start.nn';
import { plan } from './plan.nn';
import { rooms } from './rooms.nn';
import { compare } from './compare.nn';
import { frame } from './frame.nn';
import { parameters } from './parameters.nn';
/** Nynorsk. */
export const nn: Text = {
  language: 'nn',
  items: {
    'integration_grant.year1.single_adult': 'Integreringstilskot år 1, einsleg vaksen',
    'integration_grant.year1.adult': 'Integreringstilskot år 1, vaksen',
    'integration_grant.year1.child': 'Integreringstilskot år 1, barn',
    'integration_grant.year1.unaccompanied_minor': 'Integreringstilskot år 1, einsleg mindreårig',
    'integration_grant.year2': 'Integreringstilskot år 2',
    'integration_grant.year3': 'Integreringstilskot år 3',
    'integration_grant.year4': 'Integreringstilskot år 4',
    'integration_grant.year5': 'Integreringstilskot år 5',
    'integration_grant.shared_out': 'Deling av tilskot, til andre kommunar',
    'integration_grant.shared_in': 'Deling av tilskot, frå andre kommunar',
    kindergarten_grant: 'Barnehagetilskot',
    elderly_grant: 'Eldretilskot',
    unaccompanied_minor_grant: 'Særskilt tilskot, einslege mindreårige',
    'special_needs_grant.1': 'Ekstratilskot 1',
    'special_needs_grant.2': 'Ekstratilskot 2',
    'language_grant.person': 'Norsktilskot per person',
    'language_grant.base': 'Norsktilskot, grunntilskot',
    general_grant: 'Innbyggjartilskot',
    host_income: 'Plassar selde til andre kommunar',
    'housing.rent_income': 'Husleige frå leigetakarane',
    'project.grant': 'Prosjekttilskot',
    introduction_benefit: 'Introduksjonsstønad',
    'education.teachers': 'Lærarar',
    'education.rooms': 'Leige av klasserom',
    'education.room_setup': 'Oppsetjing av modular',
    'education.room_removal': 'Fjerning av modular',
    'education.places_bought': 'Plassar kjøpte av vertskommune',
    'education.material': 'Læremiddel',
    'staff.advisers': 'Rettleiarar',
    'staff.settlement_workers': 'Busettingskonsulentar',
    'staff.management': 'Leiing',
    'staff.bilingual_assistants': 'Tospråklege assistentar',
    'health.psychosocial_adviser': 'Psykososiale konsulentar',
    'unaccompanied_minor_care.staff': 'Omsorg for einslege mindreårige, tilsette',
    'unaccompanied_minor_care.places': 'Omsorg for einslege mindreårige, husleige og opphald',
    'establishment.single': 'Etableringsstøtte, einsleg eller einsleg forsørgjar',
    'establishment.couple': 'Etableringsstøtte, par',
    'establishment.shared': 'Etableringsstøtte, deler bustad',
    'establishment.child': 'Etableringsstøtte, barn',
    'establishment.family': 'Etableringsstøtte, familieinnvandring',
    'establishment.clothing': 'Støtte til klede',
    'establishment.leisure': 'Fritidsaktivitet for barn',
    'housing.leases': 'Innleige av bustad',
    'housing.follow_up': 'Oppfølging i bustad',
    'health.screening': 'Helseundersøking ved busetting',
    'health.follow_up': 'Ekstra helsetenester',
    'interpreter.hours': 'Tolk',
    'child_welfare.measures': 'Tiltak i barnevernet',
    'social_assistance.in_programme': 'Sosialhjelp, i programmet',
    'social_assistance.work': 'Sosialhjelp etter programmet, i arbeid',
    'social_assistance.upper_secondary': 'Sosialhjelp etter programmet, i vidaregåande opplæring',
    'social_assistance.adult_primary': 'Sosialhjelp etter programmet, i grunnskule for vaksne',
    'social_assistance.higher': 'Sosialhjelp etter programmet, i høgare utdanning',
    'social_assistance.other': 'Sosialhjelp etter programmet, anna',
    'social_assistance.outside': 'Sosialhjelp, utanfor programmet',
    'special_needs.measures': 'Tiltak ved særskilde behov',
    'school.language_support': 'Særskild norskopplæring i skulen',
    'kindergarten.language_support': 'Språkstøtte i barnehagen',
    'kindergarten.childminder': 'Anna barnepass',
    'project.cost': 'Prosjektkostnader',
    'project.internal_transfers': 'Overføringar til andre tenester',
    'staff.social_workers': 'Sosialkonsulentar',
    'staff.overheads': 'Fellesutgifter til stillingar',
    'education.overheads': 'Fellesutgifter til lærarstillingar',
    'child_welfare.placements': 'Barn plasserte av barnevernet',
    'health.care': 'Omsorgstenester til eldre',
    'social_assistance.waiting': 'Sosialhjelp før programmet',
    'fund.set_aside': 'Sett av til fond',
    'fund.release': 'Brukt av fond',
  },
  bands: { high: 'høg sats', low: 'låg sats' },
  units: {
    person: 'personar',
    'person-year': 'personår',
    'person-month': 'deltakarmånader',
    'overhead-post': 'årsverk',
    'post-year': 'årsverk',
    'module-year': 'modulår',
    'place-year': 'plassår',
    'dwelling-year': 'bustadår',
    household: 'hushald',
    'household-year': 'hushaldsår',
    module: 'modular',
    hour: 'timar',
    year: 'år',
    grant: 'tilskot',
    NOK: 'kroner',
  },
  categories: {
    single_adult: 'einslege vaksne',
    adult: 'vaksne',
    child: 'barn',
    unaccompanied_minor: 'einslege mindreårige',
  },
  alternatives: {
    lease: 'leige modular',
    extra_shift: 'eit skift til',
    rented: 'leige eit rom',
    host: 'plassar hos ein vertskommune',
  },
  groups: {
    adviser: 'rettleiarar',
    settlement_worker: 'busettingskonsulentar',
    bilingual_assistant: 'tospråklege assistentar',
    management: 'leiarar',
    social_worker: 'sosialkonsulentar',
    psychosocial_adviser: 'psykososiale konsulentar',
    unaccompanied_minor_care: 'tilsette i omsorg for einslege mindreårige',
    teacher: 'lærarar',
  },
  signs: {
    income_positive: 'overskot med pluss',
    cost_positive: 'inntekt med minus',
  },
  kroner: {
    nominal: 'løpande kroner',
    fixed: 'faste kroner',
  },
  side: { income: 'Inntekt', cost: 'Kostnad', fund: 'Fond' },
  status: {
    published: 'publisert',
    derived: 'utleidd',
    carried_forward: 'ført fram',
    own: 'eige tal',
    assumed: 'anteke',
    unknown: 'ukjent',
  },
  columns: {
    year: 'År',
    income: 'Inntekt',
    cost: 'Kostnad',
    net: 'Netto',
    fund: 'Fond',
    in_phase: 'I femårsfasen',
    participants_peak: 'Deltakarar',
    rooms_needed: 'Klasserom',
    posts: 'Årsverk',
    settled: 'Busette',
  },
  unknown: 'ukjent',
  none: 'ingen',
  tail: 'etter planen',
  warnings: {
    'rate-unknown': (years, parameters) =>
      `Inga kjelde oppgir satsen i ${years}: ${parameters}. Beløpet er ukjent, og summen for året er ufullstendig.`,
    'rate-carried-forward': (years) => `Ingen kjende satsar for ${years}. Dei siste kjende satsane er førte fram.`,
    'rates-draft': (years, _parameters, sets) =>
      `Utkast: eigne satsar i ${years} er ikkje vedtekne (${sets}). Tal som byggjer på dei, er førebelse.`,
    'rates-held': (years) => `Alle statlege satsar er haldne som i ${years}.`,
    'opening-synthetic': (years) =>
      `Fordelinga av dei busette per 31. desember ${years} er oppdikta ut frå publiserte totalar. Det er ikkje kommunen sine eigne tal.`,
    'opening-estimated': (years) =>
      `Kven som var busett per 31. desember ${years}, er rekna ut: talet er oppgitt, samansetjinga er den nasjonale.`,
    'opening-hidden': () => 'Skjulte tal i opninga er rekna som anslag av det som blir vist offentleg.',
    'opening-suppressed': () => 'Skjulte tal i opninga er rekna som 2,5 personar kvart.',
    'municipality-unknown': () => 'Kommunenummeret finst ikkje i kommunelista. Nasjonale føresetnader er brukte.',
    'staff-opening-assumed': () => 'Talet på årsverk før planen er ikkje oppgitt. Behovet i første månad er brukt.',
    'price-index-used': (years) =>
      `Prisveksten er ikkje kunngjord for alle åra ${years}. Føresetnaden prices.index er brukt der han manglar.`,
    'assumptions-matter': (_, parameters) =>
      `Desse føresetnadene har mest å seie for resultatet, den viktigaste først: ${parameters}. Dei er antekne, ikkje frå tala dykkar.`,
    'family-in-vote': (years) =>
      `Vedtaket omfattar her familieinnvandring i ${years}. IMDi ber om at det ikkje gjer det, og at det ikkje har andre atterhald.`,
    'fund-empty': (years) =>
      `Fondet er tomt i ${years}. Det står under null, og kommunen må dekkje det som manglar, på ein annan måte.`,
    'dwellings-unknown': (years) =>
      `Det er ikkje oppgitt kor mange bustader kommunen har til busetting (${years}). Behovet står der, men leige av bustader er ikkje rekna med.`,
    'kindergarten-short': (years) =>
      `Det manglar barnehageplassar i ${years}. Barn ventar lenger enn fristen, og dagmamma er rekna med.`,
    'school-short': (years) => `Det manglar skuleplassar i ${years}. Barn ventar lenger enn fristen.`,
    'programme-late': (years, parameters) =>
      `Programmet byrjar seinare enn fristen etter busetting i ${years} (${parameters}).`,
    'special-needs-late': (years, parameters) =>
      `Søknaden om ekstratilskot blir send etter fristen i ${years} (${parameters}). Tilskotet for det første året går tapt.`,
  },
  findings: {
    ...accounts.findings,
    'unknown-id': ({ found, allowed }) =>
      `Parameteren «${found}» finst ikkje.${allowed ? ` Meinte du «${allowed}»?` : ''} Rett namnet.`,
    'not-yet': ({ found }) => `«${found}» kan ikkje brukast i denne versjonen enno. Ta det ut av scenarioet.`,
    'rates-twice': ({ found }) => `«${found}» står to gonger i satssettet. Samle verdiane under den eine.`,
    'rates-share': ({ found }) =>
      `«${found}» er delar som til saman er 100 %, og kan ikkje stå i eit satssett. Set dei i scenarioet.`,
    'rates-unit': ({ found, allowed }) => `Eininga er «${found}», men parameteren har «${allowed}». Rett eininga.`,
    'rates-keys': ({ found, allowed }) => `Nøklane er «${found}», men parameteren har «${allowed}». Rett nøklane.`,
    'not-by-year': () =>
      'Parameteren gjeld berre ved starten av planen og kan ikkje setjast for eitt år. Skriv han utan år.',
    'year-outside': ({ found, allowed }) =>
      `Året ${found} er utanfor planen. Tillate: ${allowed}. Rett året eller forleng planen.`,
    'value-outside': ({ found, allowed }) => `Verdien ${found} er utanfor grensene. Tillate: ${allowed}. Rett verdien.`,
    'not-an-option': ({ found, allowed }) => `«${found}» kan ikkje veljast. Tillate: ${allowed}.`,
    'not-a-number': ({ found }) => `«${found}» er ikkje eit tal. Skriv eit tal.`,
    'not-whole': ({ found }) => `${found} er ikkje eit heilt tal. Skriv eit heilt tal.`,
    'shares-sum': ({ found, allowed }) => `Summen av delane er ${found}, men han må kunne bli ${allowed}. Rett delane.`,
    'no-rows-of-year': ({ found, allowed }) =>
      `Fila har ingen rader for ${allowed}, året før planen; ho har ${found}. Bruk ei fil med det året, eller endre first_year.`,
    'settled-after-opening': ({ found, allowed }) =>
      `Busettingsåret ${found} er etter opninga. Tillate: til og med ${String(allowed).replace('-', '')}. Rett året.`,
    'missing-column': ({ path, found, allowed }) =>
      `Kolonnen «${path}» manglar. Fila har: ${found}. Ho må ha: ${allowed}. Legg til kolonnen og prøv på nytt.`,
    'unknown-column': ({ allowed }) =>
      `Kolonnen er ukjend. Tillate: ${allowed}. Fjern kolonnen eller gi han eit av desse namna.`,
    'extra-cells': ({ found, allowed }) =>
      `Rada har ${found} felt, men overskriftene er ${allowed}. Eit komma i eit tal kan ha delt feltet. Tillate: ${allowed}. Rett rada eller bruk semikolon.`,
    'empty-cell': ({ allowed }) => `Feltet er tomt. Tillate: ${allowed}. Fyll ut feltet.`,
    'double-column': () => 'Kolonnen finst to gonger. Fjern den eine.',
    'empty-file': () => 'Fila er tom. Vel ei fil med overskrifter og rader.',
    'person-rows': ({ found, allowed }) =>
      `Fila har ingen kolonne med tal på personar: kvar rad er lesen som éin person, ${found} i alt, og lagd saman til ${allowed} grupper. Radene er ikkje tekne vare på. Stemmer det ikkje, vel kolonnen med tal.`,
    'more-findings': ({ found }) => `Det er ${found} feil til. Rett dei som er lista, og prøv igjen.`,
    'reading-stopped': ({ found }) =>
      `Lesinga kom ikkje vidare på ${found} sekund og er stoppa. Ingenting er lese inn. Lagre fila som CSV eller .xlsx og prøv igjen.`,
    'reading-failed': () =>
      'Fila kunne ikkje lesast i denne nettlesaren. Ingenting er lese inn. Lagre ho som CSV og prøv igjen.',
    'several-sheets': ({ found }) =>
      `Fleire ark tel personar: ${found}. Behald eitt ark, eller lagre arka kvar for seg.`,
    'no-rows': () => 'Fila har overskrifter, men ingen rader. Legg til rader og prøv på nytt.',
    'personal-data': ({ path, found }) =>
      `Kolonnen «${path}» har ${personalData(found)}. Ingenting er lese inn. Fjern kolonnen og prøv på nytt.`,
    'personal-text': ({ found }) => `Teksten har ${personalData(found)}. Ta det ut av teksten og prøv på nytt.`,
    'newer-format': ({ found, allowed }) =>
      `Fila er laga med ein nyare versjon av Bosett (${found}). Denne versjonen les ${allowed}. Last sida på nytt for å få den nyaste versjonen, eller be om ei fil frå den versjonen du har.`,
    'unknown-format': ({ found, allowed }) =>
      `Formatet «${found}» er ikkje eit prosjekt. Tillate: ${allowed}. Vel ei anna fil.`,
    'no-entry': ({ found, allowed }) =>
      `Prosjektet har ikkje noko scenario på plass ${found}. Tillate: ${allowed}. Rett plassen.`,
    'not-published': () =>
      'Skjermen er i offentleg vising, og dei busette i scenarioet kan ikkje visast for alle. Ingenting er lagra. Slå av offentleg vising for å lagre alt.',
    'became-project': ({ found }) =>
      `Fila er eldre enn prosjektfiler: ${found === '1' ? 'eitt scenario' : `${found} scenario`} er sett saman til eit prosjekt utan endringslogg.`,
    'first-became-proposal': () =>
      'Det første scenarioet er låst og sett som forslag, og det siste er det du arbeider med.',
    'setting-renamed': ({ found, allowed }) => `Føresetnaden «${found}» heiter no «${allowed}». Verdien er den same.`,
    'setting-gone': ({ found }) =>
      `Føresetnaden «${found}» finst ikkje lenger og er teken ut. Resultatet kan bli eit anna.`,
    'not-json': ({ found }) => `Fila er ikkje gyldig JSON (${found}). Rett fila.`,
    'missing-key': ({ allowed }) => `Feltet manglar. Tillate: ${allowed}. Legg til feltet.`,
    'unknown-key': ({ found }) => `Feltet «${found}» er ukjent. Fjern feltet.`,
    'wrong-type': ({ found, allowed }) =>
      `Fann ${found ?? 'ein verdi av feil slag'}.${allowed ? ` Tillate: ${allowed}.` : ''} Rett verdien.`,
    'wrong-value': ({ found, allowed }) => `Verdien ${found ?? ''} kan ikkje brukast (${allowed}). Rett verdien.`,
    'impossible-age': ({ found }) =>
      `Aldersgruppa ${found} passar ikkje med kategorien. Vaksne er 18 år eller meir, barn og einslege mindreårige er under 18. Rett rada.`,
    'no-title': () => 'Tittelen manglar. Skriv ein tittel på minst eitt språk.',
    'no-file': ({ found }) => `Fila «${found}» finst ikkje. Rett stien.`,
    'unknown-file': ({ found }) =>
      `Fila er av eit ukjent slag (${found}). Tillate: scenario (.json), parameter (.json), opning og rekneskap (.csv).`,
    'too-large': ({ found, allowed }) => `Fila er på ${found}, meir enn ${allowed}. Vel ei mindre fil.`,
    'too-many-cells': ({ allowed }) =>
      `Fila har meir enn ${allowed} celler. Ta bort ark, rader og kolonnar som ikkje trengst, og prøv igjen.`,
    'unpacks-too-large': ({ allowed }) =>
      `Fila blir meir enn ${allowed} når ho blir pakka ut. Kopier tabellen til eit nytt rekneark, lagre det og prøv igjen.`,
    'broken-file': ({ found }) =>
      `Fila er skadd eller kutta av${found ? ` (${found})` : ''}. Hent ho på nytt, eller opne ho i programmet ho kjem frå, lagre ho som .xlsx eller .csv og prøv igjen.`,
    'encrypted-file': () =>
      'Fila er verna med passord. Opne ho i reknearkprogrammet, fjern passordet, lagre og prøv igjen.',
    'other-spreadsheet': ({ found }) =>
      `Rekneark av dette slaget (${found}) kan ikkje lesast. Opne fila i Excel eller LibreOffice, lagre ho som .xlsx eller .csv og prøv igjen.`,
    document: ({ found }) =>
      `Fila er eit dokument (${found}), ikkje ein tabell. Kopier tabellen i dokumentet og lim han inn, eller legg han i eit rekneark og lagre som .xlsx eller .csv.`,
    'image-file': ({ found }) =>
      `Fila er eit bilete (${found}). Tal i bilete blir ikkje lesne. Skriv tala inn i eit rekneark og lagre som .xlsx eller .csv.`,
    'packed-file': ({ found }) =>
      `Fila er pakka (${found}) og er ikkje eit rekneark. Pakk ho ut og vel fila med tabellen.`,
    'json-no-table': () =>
      'Fila er JSON, men ikkje ein tabell. Vel ei scenariofil frå Bosett, eller lagre tabellen som .xlsx eller .csv.',
    'not-a-table': () => 'Fila er av eit slag som ikkje kan lesast. Lagre tabellen som .xlsx eller .csv og prøv igjen.',
    'compressed-arrow': () =>
      'Arrow-fila er komprimert og kan ikkje lesast. Lagre ho utan komprimering, eller som Parquet eller .csv.',
    'unclosed-quote': () =>
      'Eit hermeteikn er opna, men ikkje lukka, så resten av fila blir éi celle. Lukk eller fjern hermeteiknet.',
    'all-sheets-hidden': () =>
      'Alle arka i fila er skjulte. Vis arket med tabellen i reknearkprogrammet, lagre og prøv igjen.',
    'hidden-sheet': ({ found }) =>
      `Arket «${found}» er skjult og ikkje lese inn. Vis det i reknearkprogrammet og lagre om det skal vere med.`,
    'formula-error': ({ found }) =>
      `Formelen gir feilen ${found}. Rett formelen eller skriv talet, lagre og prøv igjen.`,
    'formula-without-value': () =>
      'Formelen har ingen lagra verdi, så cella er tom. Opne fila i reknearkprogrammet, lagre ho og prøv igjen.',
    'percent-sum': ({ found }) =>
      `Delane blir ${found} % til saman, meir enn 1,5 poeng frå 100 %. Dei er haldne som dei står. Kontroller mot kjelda.`,
    'parts-exceed-whole': ({ found, allowed }) =>
      `Delane er ${found} til saman, men heilskapen er ${allowed}. Nokre er med i fleire delar. Ikkje rekn delane om til prosent av 100.`,
    'two-values': ({ found }) =>
      `Dokumentet gir ulike verdiar for det same: ${found}. Avklar kva som gjeld før talet blir brukt.`,
    'bounds-conflict': ({ found }) =>
      `Grensene seier imot kvarandre: ${found}. Avklar kva som gjeld før talet blir brukt.`,
    'figure-in-image': () =>
      'Talet står berre i eit bilete. Det er ukjent, ikkje null. Les det av i biletet og skriv det inn.',
    'figure-not-in-text': () =>
      'Talet står ikkje i teksten. Det er ukjent, ikkje null. Skriv det inn, eller bruk eit anslag som er merkt som anslag.',
    'figure-missing': () =>
      'Talet manglar. Skriv talet, eller set eit merke som seier kvifor det manglar (none, suppressed, not_read, not_in_text, image_only).',
    'figure-and-mark': ({ found }) =>
      `Rada har både talet ${found} og eit merke som seier at det manglar. Fjern det eine.`,
    'heads-without-posts': ({ found }) =>
      `Dokumentet oppgir ${found} tilsette, men ikkje årsverk. Tilsette blir ikkje rekna om til årsverk. Finn årsverka.`,
    'mixed-units': ({ found }) =>
      `Det same er oppgitt i ulike einingar: ${found}. Dei kan ikkje leggjast saman. Finn talet i éi eining.`,
    'doubtful-unit': ({ found }) =>
      `${found} er lite truleg. Kroner og tusen kroner kan vere bytte om. Kontroller eininga.`,
    'rules-differ': ({ found }) => `Dokumenta har ulike reglar: ${found}. Bruk den som gjeld for året og kommunen.`,
    'definitions-differ': ({ found }) =>
      `Dokumenta måler ikkje det same: ${found}. Vel éin definisjon før tala blir samanlikna.`,
    'row-twice': ({ found, allowed }) =>
      `Same gruppe med same tal (${found}) står òg i rad ${allowed}. Radene blir lagde saman. Slett rada om ho er kopiert.`,
    'rows-added': ({ found, allowed }) =>
      `Same gruppe står òg i rad ${allowed}, med ulike tal (${found}). Dei blir lagde saman. Slett den som er feil, om berre éi gjeld.`,
    'collective-too-early': ({ found }) =>
      `Busetjingsåret er ${found}, men det kollektive vernet som gjeld no, er frå mars 2022. Rett året eller opphaldsgrunnlaget.`,
    'settled-after-year': ({ found, allowed }) =>
      `Busetjingsåret ${found} er etter ${allowed}, året personane er talde i. Rett busetjingsåret eller året.`,
    'outside-phase': ({ found, allowed }) =>
      `Dei som er busette i ${found}, er utanfor femårsperioden (${allowed}) og gir ikkje tilskot. Rett året om det er feil.`,
    'settled-long-ago': ({ found }) =>
      `Busetjingsåret ${found} er før 1990. Det kan vere eit fødselsår. Kontroller kolonnen.`,
    'settlement-year-missing': ({ found }) =>
      `Ingen rad har busetjingsåret ${found}, men det er rader for år før og etter. Legg til radene, eller skriv 0 om ingen vart busette.`,
    'more-than-published': ({ found, allowed }) =>
      `Fila har ${found} personar utan familieinnvandra, men IMDi har publisert ${allowed} busette. Kontroller at ingen er talde to gonger; innflytting kan òg forklare det.`,
    'several-municipalities': ({ found, allowed }) =>
      `Fila har rader for fleire kommunar (${found}), og alle blir lagde saman.${allowed ? ` Planen gjeld ${allowed}.` : ''} Behald radene for éin kommune.`,
    'other-municipality': ({ found, allowed }) =>
      `Radene gjeld kommune ${found}, men planen gjeld ${allowed}. Vel ei anna fil, eller ein plan for ${found}.`,
    'persons-not-whole': ({ found, allowed }) =>
      `${found} er ikkje eit heilt tal personar (rader med desimalar: ${allowed}). Er det andelar eller gjennomsnitt? Bruk talet på personar.`,
    'total-row': ({ found }) =>
      `Rada er ein sum${found ? ` (${found}) som stemmer med radene,` : ''} og er ikkje lesen. Du treng ikkje gjere noko.`,
    'total-differs': ({ found, allowed }) =>
      `Sumrada seier ${found}, men radene er ${allowed} til saman. Sumrada er ikkje lesen. Kontroller om ei rad manglar eller er feil.`,
    'shares-not-whole': ({ found }) =>
      `Andelane i kolonnen er ${found} % til saman. Kolonnen er ikkje brukt, berre talet på personar. Kontroller om ei rad manglar eller er med to gonger.`,
  },
  row: (row) => `rad ${row}`,
  rule: (rule) => `regel ${rule}`,
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
    heading: 'ei overskrift som tyder på personopplysningar',
    email: `e-postadresser (${count})`,
    'national-number': `fødselsnummer eller D-nummer (${count})`,
    'duf-number': `DUF-nummer (${count})`,
    phone: `telefonnummer (${count})`,
    address: `gateadresser (${count})`,
    name: `det som ser ut som namn (${count})`,
    date: `nøyaktige datoar (${count})`,
  };
  return kinds[kind] ?? 'personopplysningar';
}

/** The places that parameters such as `kindergarten.free_places` count, in words. */
