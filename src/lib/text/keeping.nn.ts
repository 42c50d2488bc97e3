import type { keeping as nb } from './keeping.nb';

export const keeping: typeof nb = {
  title: 'Ta vare på',
  lead: 'Ingenting blir teke vare på av seg sjølv. Når du lukkar fana, er filer, personar og endringar borte. Du kan lagre alt som ei prosjektfil, eller be nettlesaren ta vare på det.',
  file: 'Prosjektfil',
  contents:
    'Ei prosjektfil har scenarioa, dei busette, rekneskapen, eigne satsar og lista over det som er gjort. Ho kan opnast att her, òg i ein seinare versjon.',
  people: {
    own: 'Prosjektet har tal på personar frå ei eiga fil, òg små tal. Behandle det som dei dataa det er laga av: ikkje legg det ope, og ikkje send det til nokon som ikkje skal sjå tala.',
    published: 'Skjermen er i offentleg vising. Det som blir lagra no, har berre dei tala alle kan sjå.',
    none: 'Prosjektet har ingen personar frå eigne filer.',
  },
  save: 'Lagre prosjektfil',
  saved: (file: string) => `${file} er laga. Nettlesaren la ho der nedlastingar ligg.`,
  open: 'Opne prosjektfil',
  notSaved: 'Ikkje lagra:',
  device: 'På denne eininga',
  deviceHelp:
    'Det du ber om å få teke vare på, ligg i denne nettlesaren. Andre som bruker same nettlesar på same eining, kan opne det. Det blir ikkje lagra meir av seg sjølv: trykk «Oppdater» når du vil.',
  name: 'Namn',
  keep: 'Ta vare på dette på eininga',
  nameMissing: 'Skriv eit namn.',
  nameTaken: 'Dette namnet er brukt. Vel eit anna, eller trykk «Oppdater» ved prosjektet.',
  kept: (name: string) => `«${name}» er teke vare på.`,
  updated: (name: string) => `«${name}» er oppdatert.`,
  deleted: (name: string) => `«${name}» er sletta.`,
  restored: (name: string) => `«${name}» er som før.`,
  undo: 'Angre',
  nothing: 'Ingen prosjekt er tekne vare på her.',
  columns: {
    name: 'Namn',
    municipality: 'Kommune',
    saved: 'Lagra',
    size: 'Storleik',
    people: 'Personar',
    actions: 'Kva du kan gjere',
  },
  peopleOf: { own: 'eigne tal', published: 'berre det alle kan sjå', none: 'ingen eigne' },
  openKept: 'Opne',
  update: 'Oppdater',
  delete: 'Slett',
  of: (action: string, name: string) => `${action} ${name}`,
  refusals: {
    full: 'Det er ikkje plass til meir på eininga. Slett eit prosjekt, eller lagre ei prosjektfil i staden.',
    refused:
      'Nettlesaren lèt ikkje sida ta vare på noko her. Det gjeld ofte private vindauge, eller når lagring er slått av. Lagre ei prosjektfil i staden.',
    gone: 'Prosjektet finst ikkje lenger. Det kan vere sletta i ei anna fane.',
  },
  waiting: {
    title: (name: string) => `Opne prosjektet ${name}?`,
    older: 'Fila er eldre. Dette er endra:',
    moved: (version: string, saved: string) =>
      `Tala er andre no enn då fila vart lagra ${saved} med Bosett ${version}. Satsar, føresetnader eller modellen er endra sidan:`,
    movedLine: (name: string, then: string, now: string) => `${name}: då fila vart lagra: ${then}; no: ${now}`,
    result: (plan: string, tail: string) => `netto ${plan} i planen og ${tail} i åra etter`,
    millions: (number: string) => `${number} mill.`,
    replaces:
      'Prosjektet kjem i staden for det som er ope no, og det kan ikkje angrast. Lagre det først viss du vil ha det att.',
    accept: 'Opne prosjektet',
    opened: (name: string) => `${name} er opna.`,
    refuse: 'Avbryt',
  },
};
