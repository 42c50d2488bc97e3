import type { LeaseRow } from '$lib/model/rows';
import type { Text } from './text';

export const why: Text['why'] = {
  hint: 'Kvifor?',
  title: {
    net: (figure, year) => `Kvifor ${figure} mill. i ${year}?`,
    income: (figure, year) => `Kvifor ${figure} mill. i inntekt i ${year}?`,
    cost: (figure, year) => `Kvifor ${figure} mill. i kostnad i ${year}?`,
    in_phase: (figure, year) => `Kvifor ${figure} personar i femårsfasen i ${year}?`,
    rooms_needed: (figure, year) => `Kvifor ${figure} klasserom i ${year}?`,
    posts: (figure, year) => `Kvifor ${figure} årsverk i ${year}?`,
    fund: (figure: string, year: number) => `Kvifor ${figure} mill. i fondet i ${year}?`,
    dwellings: (figure: string, year: number) => `Kvifor ${figure} bustader i ${year}?`,
  },
  sentence: {
    net: (year, income, cost) => `I ${year} er inntekta ${income} mill. og kostnaden ${cost} mill.`,
    income: (year) => `Tilskota i ${year}, etter kor lenge kvar person har budd i Noreg.`,
    cost: (year) =>
      `Kostnadene i ${year} som tilskota skal dekkje, frå stønad og opplæring til bustad, helse og sosialhjelp.`,
    in_phase: (year) =>
      `Dei som bur i kommunen 31. desember ${year} og vart busette for mindre enn fem kalenderår sidan.`,
    rooms_needed: (year) => `Elevar i den travlaste månaden i ${year} delte i grupper, og gruppene i rom.`,
    posts: (year) =>
      `Årsverk som blir betalte i snitt gjennom ${year}. Dei kjem etter at behovet oppstår, og blir verande ei stund etter at det er borte.`,
    fund: (year: number) =>
      `Det fondet har ved utgangen av ${year}: det som stod der året før, og det resultatet for året la til eller tok.`,
    dwellings: (year: number) =>
      `Bustader hushalda i femårsfasen treng i den travlaste månaden i ${year}, etter storleik.`,
  },
  incomplete: 'Minst eitt beløp er ukjent og står utanfor summen.',
  calculation: 'Reknestykket',
  kroner: 'kroner',
  settled: (year) => `busett ${year}`,
  sum: { income: 'Sum inntekt', cost: 'Sum kostnad', fund: 'Sum fond' },
  rounding: 'Avrunding',
  leases: 'Leigeavtalar',
  lease: (lease: LeaseRow) =>
    `Rom ${lease.room}: trengst frå ${lease.needed_from}, må tingast innan ${lease.order_by}, blir betalt til og med ${lease.until}, ${lease.months_empty} månader tomt.`,
  cheaper: (way: string) => `Billegast av det som held: ${way}.`,
  inFixed: (year: number) => `i faste ${year}-kroner`,
  related: 'Linjer i rekneskapen',
  sources: 'Føresetnader og kjelder',
  noSource: 'sett i scenarioet',
  from: (date) => `frå ${date}`,
  steps: {
    in_phase_before: 'I femårsfasen året før',
    settled: 'Busette etter vedtak',
    born: 'Fødde innan seks månader',
    family: 'Familieinnvandring',
    moved_in: 'Flytta inn',
    moved_out: 'Flytta ut',
    past_phase: 'Ferdige med femårsfasen',
    in_phase: 'I femårsfasen ved utgangen av året',
    pupils_peak: 'Elevar i den travlaste månaden',
    groups: 'Grupper',
    rooms_needed: 'Klasserom som trengst',
    rooms_owned: 'Klasserom kommunen har',
    rooms_leased: 'Klasserom som blir leigde på det meste',
    participants_mean: 'Deltakarar i snitt',
    posts_needed: 'Årsverk som trengst i snitt',
    adviser: 'Rettleiarar, betalte',
    settlement_worker: 'Busettingskonsulentar, betalte',
    bilingual_assistant: 'Tospråklege assistentar, betalte',
    management: 'Leiing, betalt',
    social_worker: 'Sosialkonsulentar, betalt',
    psychosocial_adviser: 'Psykososiale konsulentar, betalte',
    unaccompanied_minor_care: 'Omsorg for einslege mindreårige, betalt',
    teacher: 'Lærarar, betalte',
    posts: 'Årsverk som blir betalte',
  },
};
