import type { draft as draftNb, resolution as nb } from './resolution.nb';

/** The vote itself, for the paper: in bokmål and nynorsk alone. */
export const draft: typeof draftNb = {
  one: (municipality, persons, year) => `${municipality} kommune vedtek å busetje ${persons} flyktningar i ${year}.`,
  noneOne: (municipality, year) => `${municipality} kommune vedtek ikkje å busetje flyktningar i ${year}.`,
  minors: 'Kommunen tek imot einslege mindreårige.',
  noMinors: 'Kommunen tek ikkje imot einslege mindreårige.',
  open: 'Kommunen tek imot / tek ikkje imot einslege mindreårige. [vel]',
  ofThem: (parts) => `Av talet er det ${parts}.`,
  yearly: (persons) => `${persons} i året`,
  more: (persons, yearly, minors) =>
    `Kommunen vurderer at han kan busetje ${persons} fleire${yearly ? ' i året' : ''}${minors} om behovet aukar.`,
  moreMinors: (persons, one) => `, av dei ${persons} ${one ? 'einsleg mindreårig' : 'einslege mindreårige'},`,
  number: '[tal]',
  capacity: (rooms, posts, dwellings) =>
    `For å halde kapasiteten vurderer kommunen at det på det meste trengst ${rooms} klasserom, ${posts} årsverk og ${dwellings} bustader.`,
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
};

export const resolution: typeof nb = {
  lead: 'Teksten følgjer planen, på bokmål eller nynorsk. Det som står i klammer, er ikkje bestemt.',
  form: 'Målform',
  span: 'Vedtaket gjeld',
  first: (year) => `berre ${year}`,
  all: (years) => `åra ${years}`,
  minors: 'Einslege mindreårige',
  minorsYes: 'Tek imot',
  minorsNo: 'Tek ikkje imot',
  minorsOpen: 'Planen set ikkje kor mange, så dette må kommunen velje.',
  more: 'Kor mange fleire kan busetjast om behovet aukar?',
  moreMinors: 'Av dei einslege mindreårige',
  within: (persons) =>
    `Med opptil ${persons} fleire i året trengst ikkje eit klasserom til. Bustader, årsverk og andre plassar er ikkje rekna med.`,
  use: (persons) => `Bruk ${persons}`,
  wrong: 'Skriv eit heilt tal frå 0 og oppover.',
  copy: 'Kopier vedtaksteksten',
  copied: 'Vedtaksteksten er kopiert.',
  copyRefused: 'Nettlesaren lét oss ikkje kopiere. Merk teksten og kopier han sjølv.',
  checks: 'Det IMDi bed om',
  states: { kept: 'Halde', broken: 'Brote', open: 'Ikkje bestemt' },
  kinds: {
    required: 'Krav.',
    asked: 'IMDi bed om ei vurdering.',
    inferred: 'Ikkje sagt med desse orda: vår lesing av at kommunen bestemmer kor mange, ikkje kven.',
  },
  rules: {
    number: 'Vedtaket seier tydeleg kor mange flyktningar kommunen buset.',
    no_reservations: 'Vedtaket har ingen atterhald eller vilkår.',
    family_apart: 'Familie som kjem seinare, er ikkje rekna inn i talet.',
    composition: 'Vedtaket stiller ingen krav til nasjonalitet eller familiesituasjon.',
    needs: 'Vedtaket stiller ingen krav til helse eller behov.',
    unaccompanied_minors: 'Vedtaket seier om kommunen tek imot einslege mindreårige eller ikkje.',
    more: 'Kommunen vurderer kor mange fleire han kan busetje om behovet aukar.',
    capacity: 'Kommunen vurderer kva som skal til for å halde kapasiteten oppe.',
  },
  familyInside: 'Planen reknar familien inn i talet. Endre det her:',
  source: (date) => `Kjelde for alle punkta, attgjeven med våre ord, sida oppgjeven som sist oppdatert ${date}:`,
  undated: 'Kjelde for alle punkta, attgjeven med våre ord, dato ikkje kjend:',
  day: (day, month) => `${day}. ${month}`,
  otherYear: (asked, first) =>
    `Sida gjeld busetjing i ${asked}, og vedtaket byrjar i ${first}. Sjå etter om IMDi har nyare krav.`,
  own: 'Lim inn eit eige framlegg',
  ownNote:
    'Teksten blir i nettlesaren og blir ikkje lagra. Kontrollen kjenner att ord, ikkje meining, så kvart funn er berre noko å sjå på.',
  findings: (count) => (count === 1 ? 'Eitt mogleg problem:' : `${count} moglege problem:`),
  quoted: (words) => `«${words}»`,
  found: (quotes) => `${quotes} kan gjelde:`,
  missing: 'Dette fann vi ikkje i teksten:',
  none: 'Kontrollen fann ingen av orda han kjenner. Det er inga godkjenning.',
};
