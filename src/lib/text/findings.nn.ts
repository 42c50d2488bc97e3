import { accounts } from './accounts.nn';
import type { findings as nb } from './findings.nb';

export const findings: typeof nb = {
  ...accounts.findings,
  'unknown-id': ({ found, allowed }) =>
    `Parameteren «${found}» finst ikkje.${allowed ? ` Meinte du «${allowed}»?` : ''} Rett namnet.`,
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
  'several-sheets': ({ found }) => `Fleire ark tel personar: ${found}. Behald eitt ark, eller lagre arka kvar for seg.`,
  'no-rows': () => 'Fila har overskrifter, men ingen rader. Legg til rader og prøv på nytt.',
  'personal-data': ({ path, found }) =>
    `Kolonnen «${path}» har ${personalData(found)}. Ingenting er lese inn. Fjern kolonnen og prøv på nytt.`,
  'personal-text': ({ found }) => `Teksten har ${personalData(found)}. Ta det ut av teksten og prøv på nytt.`,
  'newer-format': ({ found, allowed }) =>
    `Fila er laga med ein nyare versjon av Bosett (${found}). Denne versjonen les ${allowed}. Last sida på nytt for å få den nyaste versjonen, eller be om ei fil frå den versjonen du har.`,
  'unknown-format': ({ found, allowed }) =>
    `Formatet «${found}» er ikkje eit prosjekt. Tillate: ${allowed}. Vel ei anna fil.`,
  'member-twice': ({ found, allowed }) =>
    `${found} står alt i fila ${allowed}. Denne fila er ikkje brukt. Behald berre den eine.`,
  'not-a-member': ({ found }) => `${found} er ikkje med i gruppa frå før, og er sett inn sist i tabellen.`,
  'not-a-sweep': ({ found }) =>
    `Fila har ikkje kolonnane som «bosett sweep» skriv. Ho manglar: ${found}. Lag fila på nytt, eller vel ei anna fil.`,
  'sweep-unlike': ({ found, allowed }) =>
    `Kolonnane er ikkje dei same som i ${allowed}${found ? `: ${found}` : ''}. Vel filer frå same køyring.`,
  'sweep-twice': ({ found, allowed }) =>
    `${found} står to gonger, først i ${allowed}. Vel kvar del av køyringa éin gong.`,
  'sweep-too-many': ({ allowed }) =>
    `Filene har meir enn ${allowed} millionar rader til saman. Vel færre filer, eller prøv færre verdiar.`,
  'sweep-municipality': ({ found }) => `«${found}» er ikkje eit kommunenummer. Skriv tre eller fire siffer.`,
  'sweep-cells': ({ found, allowed }) =>
    `Rada har ${found} felt, men det er ${allowed} overskrifter. Lag fila på nytt.`,
  'not-a-grouping': () =>
    'Fila er ikkje ei liste over kommunar og KOSTRA-grupper. Ho må ha kolonnane «sourceCode» og «targetCode» frå SSB, eller «municipality» og «kostra_group».',
  'grouping-twice': ({ found }) => `Kommune ${found} står i to grupper. Behald berre den eine.`,
  'no-municipality': () =>
    'Fila seier ikkje kva kommune radene gjeld. Ta med kolonnen «municipality» med kommunenummer, og prøv igjen.',
  'not-a-bundle': ({ allowed }) =>
    `Fila er ikkje tala til ein kommune i ei gruppe. Tillate: ${allowed}. Be kommunen lage fila på nytt.`,
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
  'formula-error': ({ found }) => `Formelen gir feilen ${found}. Rett formelen eller skriv talet, lagre og prøv igjen.`,
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
};

export const questions = accounts.questions;

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
