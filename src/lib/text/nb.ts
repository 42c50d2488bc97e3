import type { ItemId, Side } from '$lib/model/items';
import type { Alternative } from '$lib/model/leases';

import type { Group } from '$lib/model/staffing';
import type { Status } from '$lib/model/status';
import type { Category } from '$lib/model/cohort';
import type { Language } from './language';

import { charts } from './charts.nb';
import { database } from './database.nb';
import { levers } from './levers.nb';
import { table } from './table.nb';
import { years } from './years.nb';
import { vote } from './vote.nb';
import { start } from './start.nb';
import { plan } from './plan.nb';
import { rooms } from './rooms.nb';
import { compare } from './compare.nb';
import { frame } from './frame.nb';
import { parameters } from './parameters.nb';
type Said = (years: string, parameters: string, sets: string) => string;

/** Bokmål: the words every other language must have too. */
export const nb = {
  language: 'nb' as Language,
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
    host_income: 'Plasser solgt til andre kommuner',
    'housing.rent_income': 'Husleie fra leietakerne',
    'project.grant': 'Prosjekttilskudd',
    introduction_benefit: 'Introduksjonsstønad',
    'education.teachers': 'Lærere',
    'education.rooms': 'Leie av klasserom',
    'education.room_setup': 'Oppsetting av moduler',
    'education.room_removal': 'Fjerning av moduler',
    'education.places_bought': 'Plasser kjøpt av vertskommune',
    'education.material': 'Læremidler',
    'staff.advisers': 'Veiledere',
    'staff.settlement_workers': 'Bosettingskonsulenter',
    'staff.management': 'Ledelse',
    'staff.bilingual_assistants': 'Tospråklige assistenter',
    'health.psychosocial_adviser': 'Psykososiale konsulenter',
    'unaccompanied_minor_care.staff': 'Omsorg for enslige mindreårige, ansatte',
    'unaccompanied_minor_care.places': 'Omsorg for enslige mindreårige, husleie og opphold',
    'establishment.single': 'Etableringsstøtte, enslig eller enslig forsørger',
    'establishment.couple': 'Etableringsstøtte, par',
    'establishment.shared': 'Etableringsstøtte, deler bolig',
    'establishment.child': 'Etableringsstøtte, barn',
    'establishment.family': 'Etableringsstøtte, familieinnvandring',
    'establishment.clothing': 'Støtte til klær',
    'establishment.leisure': 'Fritidsaktivitet for barn',
    'housing.leases': 'Innleie av bolig',
    'housing.follow_up': 'Oppfølging i bolig',
    'health.screening': 'Helseundersøkelse ved bosetting',
    'health.follow_up': 'Ekstra helsetjenester',
    'interpreter.hours': 'Tolk',
    'child_welfare.measures': 'Tiltak i barnevernet',
    'social_assistance.in_programme': 'Sosialhjelp, i programmet',
    'social_assistance.work': 'Sosialhjelp etter programmet, i arbeid',
    'social_assistance.upper_secondary': 'Sosialhjelp etter programmet, i videregående opplæring',
    'social_assistance.adult_primary': 'Sosialhjelp etter programmet, i grunnskole for voksne',
    'social_assistance.higher': 'Sosialhjelp etter programmet, i høyere utdanning',
    'social_assistance.other': 'Sosialhjelp etter programmet, annet',
    'social_assistance.outside': 'Sosialhjelp, utenfor programmet',
    'special_needs.measures': 'Tiltak ved særskilte behov',
    'school.language_support': 'Særskilt norskopplæring i skolen',
    'kindergarten.language_support': 'Språkstøtte i barnehagen',
    'kindergarten.childminder': 'Annet barnepass',
    'project.cost': 'Prosjektkostnader',
    'project.internal_transfers': 'Overføringer til andre tjenester',
    'staff.social_workers': 'Sosialkonsulenter',
    'staff.overheads': 'Fellesutgifter til stillinger',
    'education.overheads': 'Fellesutgifter til lærerstillinger',
    'child_welfare.placements': 'Barn plassert av barnevernet',
    'health.care': 'Omsorgstjenester til eldre',
    'social_assistance.waiting': 'Sosialhjelp før programmet',
    'fund.set_aside': 'Avsatt til fond',
    'fund.release': 'Brukt av fond',
  } satisfies Record<ItemId, string>,
  bands: { high: 'høy sats', low: 'lav sats' },
  units: {
    person: 'personer',
    'person-year': 'personår',
    'person-month': 'deltakermåneder',
    'overhead-post': 'årsverk',
    'post-year': 'årsverk',
    'module-year': 'modulår',
    'place-year': 'plassår',
    'dwelling-year': 'boligår',
    household: 'husholdninger',
    'household-year': 'husholdningsår',
    module: 'moduler',
    hour: 'timer',
    year: 'år',
    grant: 'tilskudd',
    NOK: 'kroner',
  } as Record<string, string>,
  categories: {
    single_adult: 'enslige voksne',
    adult: 'voksne',
    child: 'barn',
    unaccompanied_minor: 'enslige mindreårige',
  } satisfies Record<Category, string>,
  alternatives: {
    lease: 'leie moduler',
    extra_shift: 'et skift til',
    rented: 'leie et rom',
    host: 'plasser hos en vertskommune',
  } satisfies Record<Alternative['kind'], string>,
  groups: {
    adviser: 'veiledere',
    settlement_worker: 'bosettingskonsulenter',
    bilingual_assistant: 'tospråklige assistenter',
    management: 'ledere',
    social_worker: 'sosialkonsulenter',
    psychosocial_adviser: 'psykososiale konsulenter',
    unaccompanied_minor_care: 'ansatte i omsorg for enslige mindreårige',
    teacher: 'lærere',
  } satisfies Record<Group, string>,
  signs: {
    income_positive: 'overskudd med pluss',
    cost_positive: 'inntekt med minus',
  },
  kroner: {
    nominal: 'årets kroner',
    fixed: 'faste kroner',
  },
  side: { income: 'Inntekt', cost: 'Kostnad', fund: 'Fond' } satisfies Record<Side, string>,
  status: {
    published: 'publisert',
    derived: 'utledet',
    carried_forward: 'ført fram',
    own: 'eget tall',
    assumed: 'antatt',
    unknown: 'ukjent',
  } satisfies Record<Status, string>,
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
  tail: 'etter planen',
  warnings: {
    'rate-unknown': (years, parameters) =>
      `Ingen kilde oppgir satsen i ${years}: ${parameters}. Beløpet er ukjent, og årets sum er ufullstendig.`,
    'rate-carried-forward': (years) => `Ingen kjente satser for ${years}. De siste kjente satsene er ført fram.`,
    'rates-draft': (years, _parameters, sets) =>
      `Utkast: egne satser i ${years} er ikke vedtatt (${sets}). Tall som bygger på dem, er foreløpige.`,
    'rates-held': (years) => `Alle statlige satser er holdt som i ${years}.`,
    'opening-synthetic': (years) =>
      `Fordelingen av de bosatte per 31. desember ${years} er oppdiktet ut fra publiserte totaler. Det er ikke kommunens egne tall.`,
    'opening-estimated': (years) =>
      `Hvem som var bosatt per 31. desember ${years}, er beregnet: antallet er oppgitt, sammensetningen er den nasjonale.`,
    'opening-hidden': () => 'Skjulte tall i åpningen er regnet som anslag av det som vises offentlig.',
    'opening-suppressed': () => 'Skjulte tall i åpningen er regnet som 2,5 personer hvert.',
    'municipality-unknown': () => 'Kommunenummeret finnes ikke i kommunelista. Nasjonale forutsetninger er brukt.',
    'staff-opening-assumed': () => 'Antall årsverk før planen er ikke oppgitt. Behovet i første måned er brukt.',
    'price-index-used': (years) =>
      `Prisveksten er ikke kunngjort for alle årene ${years}. Forutsetningen prices.index er brukt der den mangler.`,
    'assumptions-matter': (_, parameters) =>
      `Disse forutsetningene betyr mest for resultatet, den viktigste først: ${parameters}. De er antatt, ikke fra deres tall.`,
    'family-in-vote': (years) =>
      `Vedtaket omfatter her familieinnvandring i ${years}. IMDi ber om at det ikke gjør det, og at det ikke har andre forbehold.`,
    'fund-empty': (years) =>
      `Fondet er tomt i ${years}. Det står under null, og kommunen må dekke det som mangler, på en annen måte.`,
    'dwellings-unknown': (years) =>
      `Det er ikke oppgitt hvor mange boliger kommunen har til bosetting (${years}). Behovet vises, men leie av boliger er ikke regnet med.`,
    'kindergarten-short': (years) =>
      `Det mangler barnehageplasser i ${years}. Barn venter lenger enn fristen, og dagmamma er regnet med.`,
    'school-short': (years) => `Det mangler skoleplasser i ${years}. Barn venter lenger enn fristen.`,
    'programme-late': (years, parameters) =>
      `Programmet begynner senere enn fristen etter bosetting i ${years} (${parameters}).`,
    'special-needs-late': (years, parameters) =>
      `Søknaden om ekstratilskudd sendes etter fristen i ${years} (${parameters}). Tilskuddet for det første året går tapt.`,
  } satisfies Record<string, Said>,
  row: (row: number) => `rad ${row}`,
  rule: (rule: number) => `regel ${rule}`,
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
