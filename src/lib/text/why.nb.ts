import type { Metric } from '$lib/model/year-row';
import type { LeaseRow } from '$lib/model/rows';
import type { Side } from '$lib/model/items';

export const why = {
  hint: 'Hvorfor?',
  title: {
    net: (figure: string, year: number) => `Hvorfor ${figure} mill. i ${year}?`,
    income: (figure: string, year: number) => `Hvorfor ${figure} mill. i inntekt i ${year}?`,
    cost: (figure: string, year: number) => `Hvorfor ${figure} mill. i kostnad i ${year}?`,
    in_phase: (figure: string, year: number) => `Hvorfor ${figure} personer i femårsfasen i ${year}?`,
    rooms_needed: (figure: string, year: number) => `Hvorfor ${figure} klasserom i ${year}?`,
    posts: (figure: string, year: number) => `Hvorfor ${figure} årsverk i ${year}?`,
    fund: (figure: string, year: number) => `Hvorfor ${figure} mill. i fondet i ${year}?`,
    dwellings: (figure: string, year: number) => `Hvorfor ${figure} boliger i ${year}?`,
  },
  sentence: {
    net: (year: number, income: string, cost: string) =>
      `I ${year} er inntekten ${income} mill. og kostnaden ${cost} mill.`,
    income: (year: number) => `Tilskuddene i ${year}, etter hvor lenge hver person har bodd i Norge.`,
    cost: (year: number) =>
      `Kostnadene i ${year} som tilskuddene skal dekke, fra stønad og opplæring til bolig, helse og sosialhjelp.`,
    in_phase: (year: number) =>
      `De som bor i kommunen 31. desember ${year} og ble bosatt for mindre enn fem kalenderår siden.`,
    rooms_needed: (year: number) => `Elever i den travleste måneden i ${year} delt i grupper, og gruppene i rom.`,
    posts: (year: number) =>
      `Årsverk som betales i snitt over ${year}. De kommer etter at behovet oppstår, og blir en stund etter at det er borte.`,
    fund: (year: number) =>
      `Det fondet holder ved utgangen av ${year}: det som sto der året før, og det årets resultat la til eller tok.`,
    dwellings: (year: number) =>
      `Boliger husholdningene i femårsfasen trenger i den travleste måneden i ${year}, etter størrelse.`,
  } as Record<Metric, (year: number, income: string, cost: string) => string>,
  incomplete: 'Minst ett beløp er ukjent og står utenfor summen.',
  calculation: 'Regnestykket',
  kroner: 'kroner',
  settled: (year: number) => `bosatt ${year}`,
  sum: { income: 'Sum inntekt', cost: 'Sum kostnad', fund: 'Sum fond' } satisfies Record<Side, string>,
  rounding: 'Avrunding',
  leases: 'Leieavtaler',
  lease: (lease: LeaseRow) =>
    `Rom ${lease.room}: trengs fra ${lease.needed_from}, må bestilles innen ${lease.order_by}, betales til og med ${lease.until}, ${lease.months_empty} måneder tomt.`,
  cheaper: (way: string) => `Billigst av det som holder: ${way}.`,
  inFixed: (year: number) => `i faste ${year}-kroner`,
  related: 'Linjer i regnskapet',
  sources: 'Forutsetninger og kilder',
  noSource: 'satt i scenarioet',
  from: (date: string) => `fra ${date}`,
  steps: {
    in_phase_before: 'I femårsfasen året før',
    settled: 'Bosatt etter vedtak',
    born: 'Født innen seks måneder',
    family: 'Familieinnvandring',
    moved_in: 'Flyttet inn',
    moved_out: 'Flyttet ut',
    past_phase: 'Ferdig med femårsfasen',
    in_phase: 'I femårsfasen ved årets slutt',
    pupils_peak: 'Elever i den travleste måneden',
    groups: 'Grupper',
    rooms_needed: 'Klasserom som trengs',
    rooms_owned: 'Klasserom kommunen har',
    rooms_leased: 'Klasserom som leies på det meste',
    participants_mean: 'Deltakere i snitt',
    posts_needed: 'Årsverk som trengs i snitt',
    adviser: 'Veiledere, betalt',
    settlement_worker: 'Bosettingskonsulenter, betalt',
    bilingual_assistant: 'Tospråklige assistenter, betalt',
    management: 'Ledelse, betalt',
    social_worker: 'Sosialkonsulenter, betalt',
    psychosocial_adviser: 'Psykososiale konsulenter, betalt',
    unaccompanied_minor_care: 'Omsorg for enslige mindreårige, betalt',
    teacher: 'Lærere, betalt',
    posts: 'Årsverk som betales',
  } as Record<string, string>,
};
