import { AGE_BANDS, AGE_BAND_NAMES, CATEGORIES, PERMITS } from '$lib/model/cohort';

/** The columns a cohort file must have. */
export const REQUIRED = ['settlement_year', 'permit', 'category', 'age_band', 'persons'] as const;
/** All columns it may have. */
export const COLUMNS: string[] = [...REQUIRED, 'municipality', 'household', 'year', 'status', 'estimate'];
export const NUMBERS = ['settlement_year', 'persons', 'year', 'estimate'];

/** What may stand in a required column, for sentences. */
export const ALLOWED: Record<(typeof REQUIRED)[number], string> = {
  settlement_year: '1950-2100',
  permit: PERMITS.join(', '),
  category: CATEGORIES.join(', '),
  age_band: AGE_BAND_NAMES.join(', '),
  persons: '0, 1, 2 …, :, <5, *',
};

/** What a word of these columns can be taken for. */
export const OPTIONS: Record<string, readonly string[]> = {
  permit: PERMITS,
  category: CATEGORIES,
  age_band: AGE_BAND_NAMES,
};

/** Headings as municipalities write them, besides the columns' own names. */
const HEADINGS: Record<string, string> = {
  bosettingsår: 'settlement_year',
  busetjingsår: 'settlement_year',
  'bosatt år': 'settlement_year',
  'busett år': 'settlement_year',
  'år bosatt': 'settlement_year',
  'år for bosetting': 'settlement_year',
  'settled year': 'settlement_year',
  oppholdsgrunnlag: 'permit',
  opphaldsgrunnlag: 'permit',
  oppholdstillatelse: 'permit',
  opphaldsløyve: 'permit',
  tillatelse: 'permit',
  løyve: 'permit',
  'residence permit': 'permit',
  kategori: 'category',
  gruppe: 'category',
  persongruppe: 'category',
  group: 'category',
  aldersgruppe: 'age_band',
  aldersbånd: 'age_band',
  aldersintervall: 'age_band',
  alder: 'age_band',
  'alder ved bosetting': 'age_band',
  'alder ved busetjing': 'age_band',
  age: 'age_band',
  'age group': 'age_band',
  antall: 'persons',
  'antall personer': 'persons',
  'antall bosatte': 'persons',
  tal: 'persons',
  'tal på personar': 'persons',
  personer: 'persons',
  personar: 'persons',
  bosatte: 'persons',
  busette: 'persons',
  count: 'persons',
  number: 'persons',
  kommune: 'municipality',
  kommunenummer: 'municipality',
  kommunenr: 'municipality',
  husholdning: 'household',
  hushald: 'household',
  år: 'year',
  observasjonsår: 'year',
  // Shares say nothing that the counts do not.
  andel: '',
  'andel %': '',
  prosent: '',
  '%': '',
  share: '',
};

const VALUES: Record<string, string> = {
  ordinær: 'ordinary',
  ordinært: 'ordinary',
  asyl: 'ordinary',
  overføringsflyktning: 'ordinary',
  overføringsflyktninger: 'ordinary',
  kollektiv: 'collective',
  'kollektiv beskyttelse': 'collective',
  'midlertidig kollektiv beskyttelse': 'collective',
  'kollektivt vern': 'collective',
  'mellombels kollektivt vern': 'collective',
  'temporary collective protection': 'collective',
  familie: 'family',
  familieinnvandring: 'family',
  familiegjenforening: 'family',
  familiesameining: 'family',
  'enslig voksen': 'single_adult',
  'einsleg vaksen': 'single_adult',
  'single adult': 'single_adult',
  voksen: 'adult',
  voksne: 'adult',
  vaksen: 'adult',
  vaksne: 'adult',
  barn: 'child',
  children: 'child',
  'enslig mindreårig': 'unaccompanied_minor',
  'enslige mindreårige': 'unaccompanied_minor',
  'einsleg mindreårig': 'unaccompanied_minor',
  'einslege mindreårige': 'unaccompanied_minor',
  'unaccompanied minor': 'unaccompanied_minor',
  em: 'unaccompanied_minor',
  '60 og over': '60+',
  '60 år og over': '60+',
  '60 år +': '60+',
};

/** The column a heading stands for, or the heading in the form of a column's name. */
export function columnOf(heading: string): string {
  const plain = heading.trim().toLowerCase().replaceAll('_', ' ').replace(/\.$/, '');
  const own = plain.replaceAll(' ', '_');
  return COLUMNS.includes(own) ? own : (HEADINGS[plain] ?? own);
}

/** A cell without what is only a way of writing it; it names what somebody decided on a word of the file. */
export function plainValue(cell: string): string {
  return cell.trim().toLowerCase().replaceAll('–', '-');
}

/** The value a word of a file stands for: its own in identifiers, an age in years its band, and else the word itself. */
export function valueOf(column: string, cell: string): string {
  const plain = plainValue(cell);
  if (column !== 'age_band') return VALUES[plain] ?? plain;
  const age = /^\d{1,3}$/.test(plain) ? Number(plain) : NaN;
  const band = AGE_BAND_NAMES.find((name) => age >= AGE_BANDS[name][0] && age <= AGE_BANDS[name][1]);
  if (band) return band;
  if (age > 79 && age < 130) return '60+';
  return VALUES[plain] ?? plain.replace(/ ?- ?/, '-').replace(/ (år|years?)$/, '');
}
