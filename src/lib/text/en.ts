import type { Text } from './text';

const side = { income: 'Inntekt', cost: 'Kostnad', fund: 'Fond' };

export const en: Text = {
  language: 'en',
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
    introduction_benefit: 'Introduksjonsstønad',
    'education.teachers': 'Lærere',
    'education.rooms': 'Leie av klasserom',
    'staff.advisers': 'Veiledere og ledelse',
    'special_needs.measures': 'Tiltak ved særskilte behov',
    'fund.set_aside': 'Avsatt til fond',
    'fund.release': 'Brukt av fond',
  },
  units: {
    person: 'personer',
    'person-year': 'personår',
    'person-month': 'deltakermåneder',
    'post-year': 'årsverk',
    'module-year': 'modulår',
    grant: 'tilskudd',
    NOK: 'kroner',
  },
  categories: {
    single_adult: 'enslige voksne',
    adult: 'voksne',
    child: 'barn',
    unaccompanied_minor: 'enslige mindreårige',
  },
  side,
  status: {
    published: 'publisert',
    derived: 'utledet',
    carried_forward: 'ført fram',
    own: 'eget tall',
    assumed: 'antatt',
    unknown: 'ukjent',
  },
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
      `Fordelingen av de bosatte per 31. desember ${years} er oppdiktet ut fra publiserte totaler. Ikke kommunens egne tall.`,
    'opening-suppressed': () => 'Skjulte antall i åpningen er regnet som 2,5 personer hver.',
    'municipality-unknown': () => 'Kommunenummeret finnes ikke i kommunelista. Nasjonale forutsetninger er brukt.',
    'staff-opening-assumed': (_, parameters) =>
      `Årsverk før planen er ikke oppgitt (${parameters}). Behovet i første måned er brukt.`,
    'price-index-used': (years) =>
      `Prisveksten er ikke kunngjort for alle år til og med ${years}. Forutsetningen prices.index er brukt.`,
    'costs-not-covered': () =>
      'Kostnadene omfatter introduksjonsstønad, lærere, klasserom og veiledere. Sosialhjelp, bolig, barnevern, helse og tolk er ikke med ennå, så nettoen er for høy.',
  },
  findings: {
    'unknown-id': ({ found, allowed }) =>
      `Parameteren «${found}» finnes ikke.${allowed ? ` Mente du «${allowed}»?` : ''} Rett navnet.`,
    'not-yet': ({ found }) => `«${found}» kan ikke brukes i denne versjonen ennå. Ta den ut av scenarioet.`,
    'year-outside': ({ found, allowed }) =>
      `Året ${found} er utenfor planen. Tillatt: ${allowed}. Rett året eller forleng planen.`,
    'value-outside': ({ found, allowed }) => `Verdien ${found} er utenfor grensene. Tillatt: ${allowed}. Rett verdien.`,
    'not-an-option': ({ found, allowed }) => `«${found}» kan ikke velges. Tillatt: ${allowed}.`,
    'not-a-number': ({ found }) => `«${found}» er ikke et tall. Skriv et tall.`,
    'not-whole': ({ found }) => `${found} er ikke et helt tall. Skriv et helt tall.`,
    'shares-sum': ({ found, allowed }) =>
      `Andelene summerer til ${found}, men summen må kunne bli ${allowed}. Rett andelene.`,
    'no-rows-of-year': ({ found, allowed }) =>
      `Fila har ingen rader for ${allowed}, året før planen; den har ${found}. Bruk en fil med det året, eller endre first_year.`,
    'settled-after-opening': ({ found, allowed }) =>
      `Bosettingsår ${found} er etter åpningen. Tillatt: til og med ${String(allowed).replace('-', '')}. Rett året.`,
    'missing-column': ({ path, found, allowed }) =>
      `Kolonnen «${path}» mangler. Fila har: ${found}. Den må ha: ${allowed}. Legg til kolonnen og prøv igjen.`,
    'unknown-column': ({ allowed }) =>
      `Kolonnen er ukjent. Tillatt: ${allowed}. Fjern kolonnen eller gi den et av disse navnene.`,
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
      `Aldersgruppa ${found} passer ikke med kategorien. Voksne er 18 år eller mer, barn og enslige mindreårige under 18. Rett raden.`,
    'no-title': () => 'Tittelen mangler. Skriv en tittel på minst ett språk.',
    'no-file': ({ found }) => `Fila «${found}» finnes ikke. Rett stien.`,
    'unknown-file': ({ found }) =>
      `Fila er av et ukjent slag (${found}). Tillatt: scenario (.json), parameter (.json), åpning og regnskap (.csv).`,
    'too-large': ({ found, allowed }) => `Fila er på ${found}, mer enn ${allowed}. Velg en mindre fil.`,
  },
  row: (row) => `rad ${row}`,
  cli: {
    usage:
      'Bruk: bosett KOMMANDO ...\n\n' +
      '  forecast SCENARIO... [--set ID=VERDI]... [--set ID@ÅR=VERDI]...   prognosen\n' +
      '  parameters [--year ÅR] [PREFIKS]                                 parametre med kilde og status\n' +
      '  check FIL...                                                     kontrollerer filer\n\n' +
      '  --format table | json | csv     --lang nb | nn | en\n',
    unknownCommand: (command) => `Kommandoen «${command}» finnes ikke.`,
    notYet: (command) => `Kommandoen «${command}» er ikke laget ennå.`,
    unknownOption: (option) => `Valget «${option}» finnes ikke.`,
    missingValue: (option) => `Valget «${option}» mangler en verdi.`,
    wrongValue: (option, value, allowed) => `«${value}» kan ikke brukes for ${option}. Tillatt: ${allowed}.`,
    missingFile: (command) => `Kommandoen «${command}» trenger minst én fil.`,
    noParameters: (prefix) => `Ingen parameter begynner med «${prefix}».`,
    correct: (file) => `${file}: i orden`,
    tail: 'etter planen',
    thousands: 'Tall i 1000 kroner i årets kroneverdi. Pluss er overskudd.',
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
