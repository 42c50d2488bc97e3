import type { futures as nb } from './futures.nb';

export const futures: typeof nb = {
  fifty: '50 moglege forløp, alle like sannsynlege',
  fund: (count, year) => `I ${count} av 50 moglege forløp er fondet tomt ved utgangen av ${year}.`,
  net: (count, year) => `I ${count} av 50 moglege forløp går tenesta i minus i ${year}.`,
  meeting: (count, year) => `I ${count} av 50 moglege forløp er fondet tomt i ${year}.`,
  choice: 'Vis forløpa etter',
  columns: { fund: 'Fondet', net: 'Pluss eller minus' },
  below: {
    fund: (count) => `${count} tomt`,
    net: (count) => `${count} i minus`,
  },
  above: {
    fund: (count) => `${count} med pengar att`,
    net: (count) => `${count} i pluss`,
  },
  dots: (name, year) => `${name} i ${year}: ein prikk for kvart av 50 moglege forløp.`,
  point: 'Gå frå forløp til forløp',
  pointed: (place, value) => `Forløp ${place} av 50, lågast først: ${value}`,
  hint: 'Peik på ein prikk for å sjå forløpet.',
  span: 'Frå og til',
  count: 'Forløp',
  calculating: 'Reknar …',
  unknown: 'Eit beløp er ukjent. Då kan ikkje forløpa teljast.',
  seed: (seed) => `Starttal ${seed}`,
  drawn: (count) => `${count} forløp trekte`,
  drawing: (count, all) => `${count} av ${all} forløp trekte`,
  redraw: 'Trekk nye forløp',
  failed: 'Forløpa kunne ikkje trekkjast. Dei andre tala gjeld framleis.',
  percentiles: 'Vis prosentilar',
  percentilesOf: (of) => `${of}: prosentilar av alle forløp`,
  band: 'Feltet bak linja går frå prosentil 10 til 90.',
  chances: {
    title: 'Kor sikkert er det?',
    in: (count) => `I ${count} av 50`,
    possible: 'moglege forløp',
    room: (room, from, to) => `trengst klasserom nr. ${room} (${from}–${to})`,
    deficit: (from, to) => `går minst eitt planår i minus (${from}–${to})`,
    fund: (year) => `er fondet tomt ved utgangen av ${year}, det siste planåret`,
    idle: (from, to) => `står eit leigd rom tomt ei tid (${from}–${to})`,
    largest: (room, persons) =>
      `Det største talet utan klasserom nr. ${room} er ${persons} i året, utan at det tilfeldige er med.`,
    none: (room, most) =>
      `Ingen tal til og med ${most} i året treng klasserom nr. ${room}, utan at det tilfeldige er med.`,
    opening: (rooms, owned) =>
      `Dei som alt er busette, treng ${rooms} klasserom òg utan nye busette. Kommunen har ${owned}.`,
    seeking: 'Det største talet utan eit klasserom til blir rekna ut.',
  },
  varies: 'Varierer i dei moglege forløpa',
  paired: {
    title: 'Held skilnaden?',
    dearer: (count, one, other) => `I ${count} av 50 forløp er «${one}» dyrare enn «${other}».`,
    how: (from, to) => `Skilnaden i netto ${from}–${to}, forløp for forløp: begge møter det same tilfeldige.`,
    dots: 'Skilnaden: ein prikk for kvart av 50 moglege forløp.',
    dearerSide: (count) => `${count} dyrare`,
    cheaperSide: (count) => `${count} ikkje dyrare`,
  },
};
