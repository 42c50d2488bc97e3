import type { Finding } from '$lib/model/settings';
import { accounts } from './accounts.nb';

type Sentence = (finding: Finding) => string;

/** What is found in files and settings, and what a file is asked about. */
export const findings = {
  ...accounts.findings,
  'unknown-id': ({ found, allowed }) =>
    `Parameteren «${found}» finnes ikke.${allowed ? ` Mente du «${allowed}»?` : ''} Rett navnet.`,
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
  'member-twice': ({ found, allowed }) =>
    `${found} står allerede i fila ${allowed}. Denne fila er ikke brukt. Behold bare den ene.`,
  'not-a-member': ({ found }) => `${found} er ikke med i gruppa fra før, og er satt inn sist i tabellen.`,
  'not-a-sweep': ({ found }) =>
    `Fila har ikke kolonnene som «bosett sweep» skriver. Den mangler: ${found}. Lag fila på nytt, eller velg en annen fil.`,
  'sweep-unlike': ({ found, allowed }) =>
    `Kolonnene er ikke de samme som i ${allowed}${found ? `: ${found}` : ''}. Velg filer fra samme kjøring.`,
  'sweep-twice': ({ found, allowed }) =>
    `${found} står to ganger, først i ${allowed}. Velg hver del av kjøringen én gang.`,
  'sweep-too-many': ({ allowed }) =>
    `Filene har mer enn ${allowed} millioner rader til sammen. Velg færre filer, eller prøv færre verdier.`,
  'sweep-municipality': ({ found }) => `«${found}» er ikke et kommunenummer. Skriv tre eller fire sifre.`,
  'sweep-cells': ({ found, allowed }) =>
    `Raden har ${found} felter, men det er ${allowed} overskrifter. Lag fila på nytt.`,
  'not-a-grouping': () =>
    'Fila er ikke en liste over kommuner og KOSTRA-grupper. Den må ha kolonnene «sourceCode» og «targetCode» fra SSB, eller «municipality» og «kostra_group».',
  'grouping-twice': ({ found }) => `Kommune ${found} står i to grupper. Behold bare den ene.`,
  'no-municipality': () =>
    'Fila sier ikke hvilken kommune radene gjelder. Ta med kolonnen «municipality» med kommunenummer, og prøv igjen.',
  'not-a-bundle': ({ allowed }) =>
    `Fila er ikke tallene til en kommune i en gruppe. Tillatt: ${allowed}. Be kommunen lage fila på nytt.`,
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
} satisfies Record<string, Sentence>;

export const questions = accounts.questions;

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
