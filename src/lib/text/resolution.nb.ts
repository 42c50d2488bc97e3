import type { Requirement, Rule } from '$lib/model/resolution';

/** The vote itself, for the paper: in bokmål and nynorsk alone. */
export const draft = {
  one: (municipality: string, persons: string, year: number) =>
    `${municipality} kommune vedtar å bosette ${persons} flyktninger i ${year}.`,
  noneOne: (municipality: string, year: number) =>
    `${municipality} kommune vedtar ikke å bosette flyktninger i ${year}.`,
  minors: 'Kommunen tar imot enslige mindreårige.',
  noMinors: 'Kommunen tar ikke imot enslige mindreårige.',
  open: 'Kommunen tar imot / tar ikke imot enslige mindreårige. [velg]',
  ofThem: (parts: string) => `Av tallet er det ${parts}.`,
  yearly: (persons: string) => `${persons} i året`,
  more: (persons: string, yearly: boolean, minors: string) =>
    `Kommunen vurderer at den kan bosette ${persons} flere${yearly ? ' i året' : ''}${minors} om behovet øker.`,
  moreMinors: (persons: string, one: boolean) =>
    `, av dem ${persons} ${one ? 'enslig mindreårig' : 'enslige mindreårige'},`,
  number: '[antall]',
  capacity: (rooms: string, posts: string, dwellings: string) =>
    `For å holde kapasiteten vurderer kommunen at det på det meste trengs ${rooms} klasserom, ${posts} årsverk og ${dwellings} boliger.`,
  settle: (municipality: string, persons: string, years: string) =>
    `${municipality} kommune vedtar å bosette ${persons} flyktninger i året i årene ${years}.`,
  settlePath: (municipality: string, parts: string) =>
    `${municipality} kommune vedtar å bosette flyktninger slik: ${parts}.`,
  settleYear: (persons: string, year: number) => `${persons} i ${year}`,
  settleNone: (municipality: string, years: string) =>
    `${municipality} kommune vedtar ikke å bosette flyktninger i årene ${years}.`,
  family: 'Familieinnvandring kommer i tillegg.',
  familyInside: 'Familieinnvandring er regnet med i tallet.',
  budget: 'Inntekter og kostnader innarbeides i økonomiplanen.',
  fund: {
    all: 'Årets resultat settes av til fond, eller dekkes av fondet.',
    none: 'Årets resultat går i driften.',
    late_arrivals: 'Tilskuddet for dem som bosettes sent på året, settes av og brukes i de fire neste årene.',
    level: 'Integreringstilskuddet fordeles jevnt over fem år gjennom et fond.',
  } as Record<string, string>,
};

export const resolution = {
  lead: 'Teksten følger planen, på bokmål eller nynorsk. Det som står i klammer, er ikke bestemt.',
  form: 'Målform',
  span: 'Vedtaket gjelder',
  first: (year: number) => `bare ${year}`,
  all: (years: string) => `årene ${years}`,
  minors: 'Enslige mindreårige',
  minorsYes: 'Tar imot',
  minorsNo: 'Tar ikke imot',
  minorsOpen: 'Planen setter ikke hvor mange, så dette må kommunen velge.',
  more: 'Hvor mange flere kan bosettes om behovet øker?',
  moreMinors: 'Av dem enslige mindreårige',
  within: (persons: string) =>
    `Med opptil ${persons} flere i året trengs ikke et klasserom til. Boliger, årsverk og andre plasser er ikke regnet med.`,
  use: (persons: string) => `Bruk ${persons}`,
  wrong: 'Skriv et helt tall fra 0 og oppover.',
  copy: 'Kopier vedtaksteksten',
  copied: 'Vedtaksteksten er kopiert.',
  copyRefused: 'Nettleseren lot oss ikke kopiere. Merk teksten og kopier den selv.',
  checks: 'Det IMDi ber om',
  states: { kept: 'Holdt', broken: 'Brutt', open: 'Ikke bestemt' },
  kinds: {
    required: 'Krav.',
    asked: 'IMDi ber om en vurdering.',
    inferred: 'Ikke sagt med disse ordene: vår lesning av at kommunen bestemmer hvor mange, ikke hvem.',
  } satisfies Record<Requirement['kind'], string>,
  rules: {
    number: 'Vedtaket sier tydelig hvor mange flyktninger kommunen bosetter.',
    no_reservations: 'Vedtaket har ingen forbehold eller vilkår.',
    family_apart: 'Familie som kommer senere, er ikke regnet inn i tallet.',
    composition: 'Vedtaket stiller ingen krav til nasjonalitet eller familiesituasjon.',
    needs: 'Vedtaket stiller ingen krav til helse eller behov.',
    unaccompanied_minors: 'Vedtaket sier om kommunen tar imot enslige mindreårige eller ikke.',
    more: 'Kommunen vurderer hvor mange flere den kan bosette om behovet øker.',
    capacity: 'Kommunen vurderer hva som skal til for å holde kapasiteten oppe.',
  } satisfies Record<Rule, string>,
  familyInside: 'Planen regner familien inn i tallet. Endre det her:',
  source: (date: string) => `Kilde for alle punktene, gjengitt med våre ord, siden oppgitt som sist oppdatert ${date}:`,
  undated: 'Kilde for alle punktene, gjengitt med våre ord, dato ikke kjent:',
  day: (day: number, month: string) => `${day}. ${month}`,
  otherYear: (asked: number, first: number) =>
    `Siden gjelder bosetting i ${asked}, og vedtaket begynner i ${first}. Se etter om IMDi har nyere krav.`,
  own: 'Lim inn et eget forslag',
  ownNote:
    'Teksten blir i nettleseren og lagres ikke. Kontrollen kjenner igjen ord, ikke mening, så hvert funn er bare noe å se på.',
  findings: (count: number) => (count === 1 ? 'Ett mulig problem:' : `${count} mulige problemer:`),
  quoted: (words: string) => `«${words}»`,
  found: (quotes: string) => `${quotes} kan gjelde:`,
  missing: 'Dette fant vi ikke i teksten:',
  none: 'Kontrollen fant ingen av ordene den kjenner. Det er ikke en godkjenning.',
};
