/** Columns of lines, whatever form the file has. `text` is read for what it says of the line, never kept. */
export const COLUMNS = [
  'municipality',
  'year',
  'version',
  'item',
  'amount',
  'unit',
  'sign',
  'source',
  'funksjon',
  'art',
  'ansvar',
  'prosjekt',
  'text',
  'deviation',
];

/** Headings as accounting systems and reports write them, besides the columns' own names. */
const HEADINGS: Record<string, string> = {
  kommune: 'municipality',
  kommunenr: 'municipality',
  kommunenummer: 'municipality',
  år: 'year',
  regnskapsår: 'year',
  rekneskapsår: 'year',
  budsjettår: 'year',
  versjon: 'version',
  type: 'version',
  'regnskap/budsjett': 'version',
  post: 'item',
  beløp: 'amount',
  'beløp i kr': 'amount',
  'beløp i kroner': 'amount',
  'beløp i 1000 kr': 'amount',
  saldo: 'amount',
  enhet: 'unit',
  eining: 'unit',
  måleenhet: 'unit',
  fortegn: 'sign',
  forteikn: 'sign',
  kilde: 'source',
  kjelde: 'source',
  'kostra funksjon': 'funksjon',
  'kostra-funksjon': 'funksjon',
  funksjonskode: 'funksjon',
  function: 'funksjon',
  'kostra art': 'art',
  'kostra-art': 'art',
  artskode: 'art',
  ansvarskode: 'ansvar',
  ansvarssted: 'ansvar',
  ansvarsstad: 'ansvar',
  project: 'prosjekt',
  prosjektkode: 'prosjekt',
  tekst: 'text',
  beskrivelse: 'text',
  skildring: 'text',
  kontotekst: 'text',
};

const VERSIONS: [RegExp, string][] = [
  [/regn?skap|rekneskap|\baccounts?\b|\bactuals?\b|^r(?= ?(19|20)\d\d$)/, 'regnskap'],
  [/økonomi- ?og handlings|økonomiplan|handlingsplan|(?<!\p{L})øp(?!\p{L})|financial plan/u, 'økonomiplan'],
  [/budsjett|\bbudget\b|ramme|^b(?= ?(19|20)\d\d$)/, 'budsjett'],
];

/** The version a text is about: `regnskap`, `budsjett`, `økonomiplan`; '' where it does not say. */
export function versionIn(text: string): string {
  return VERSIONS.find(([pattern]) => pattern.test(text.toLowerCase()))?.[1] ?? '';
}

/** The version a title is about; '' where it names none or several. */
export function onlyVersionIn(title: string): string {
  const found = VERSIONS.filter(([pattern]) => pattern.test(title.toLowerCase()));
  return found.length === 1 ? (found[0]?.[1] ?? '') : '';
}

/** The years a text names. */
export function yearsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([year]) => year))];
}

/** A budget as first voted, which the revised one takes the place of. */
export function isOriginalBudget(heading: string): boolean {
  return /oppr|vedtatt|vedteke|vedteken|original/i.test(heading);
}

/** Words that name a unit in a heading of several rows and say nothing alone. */
const UNIT_WORDS = /^(i |tall i |tal i |beløp i )?(hele |heile )?(1[ .]?000|tusen)? ?(kr\.?|kroner|tkr|nok)?$/;

/**
 * What a heading stands for: a column, or a version and year of amounts such as `regnskap 2018`. '' is left out knowingly;
 * null is unknown.
 */
export function columnOf(heading: string): string | null {
  const plain = heading.trim().toLowerCase().replaceAll('_', ' ').replace(/\s+/g, ' ');
  if (plain === '') return null;
  const own = plain.replaceAll(' ', '_');
  if (COLUMNS.includes(own)) return own;
  if (HEADINGS[plain]) return HEADINGS[plain];
  if (/%|prosent|\bpst\b/.test(plain)) return '';
  if (/^(funksjon|art|ansvar|prosjekt|konto)s?[ -]?(navn|namn|tekst)/.test(plain)) return 'text';
  const [year = '', ...more] = yearsIn(plain);
  if (more.length > 0) return null;
  if (/avvik|mer-? ?\/? ?mindre|meir-? ?\/? ?mindre|differanse|deviation|variance/.test(plain))
    return `deviation ${year}`.trim();
  const version = versionIn(plain);
  if (version && plain.length <= 40) return `${version} ${year}`.trim();
  return year && UNIT_WORDS.test(plain.replace(year, '').trim()) ? `amount ${year}` : null;
}

/** A column of amounts: of a version and year, of either, or of neither. */
export function amountColumn(column: string): { version: string; year: string } | null {
  const [, name = '', year = ''] = /^(amount|regnskap|budsjett|økonomiplan)(?: (\d{4}))?$/.exec(column) ?? [];
  return name === '' ? null : { version: name === 'amount' ? '' : name, year };
}

/** Whether a cell can be the second line of a heading: a year, a version, a unit. */
export function isHeadingPart(cell: string): boolean {
  const column = columnOf(cell);
  return (
    UNIT_WORDS.test(cell.trim().toLowerCase()) || (column !== null && /^(amount|regn|buds|økon|devi)/.test(column))
  );
}

const COUNTED: [RegExp, string, string][] = [
  [/årsverk|^staff\.posts$|full.?time equivalents?/, 'staff.posts', 'posts'],
  [/^(antall |tal på |sum )?(ansatte|tilsette)|^staff\.heads$|employees/, 'staff.heads', 'heads'],
  [/deltak(ere|arar|er)|participants/, 'participants', 'persons'],
];
const MONEY: [RegExp, string][] = [
  [
    /^(sum )?(netto(?=$|\s|utgift|inntekt|kostnad|resultat|drift|ramme)|net\b)|^resultat|^sum netto|driftsresultat/,
    'net',
  ],
  [
    /^(sum|totale?|total|brutto|samlede?|samla)?\s*(drifts)?(utgift(er|ene)?|kostnad(er|ene)?|cost|costs|expenses|expenditure)( i alt)?$/,
    'cost',
  ],
  [
    /^(sum|totale?|total|brutto|samlede?|samla)?\s*(drifts)?(inntekt(er|ene)?|income|revenue|revenues)( i alt)?$/,
    'income',
  ],
];

/** What the label of a line is an item of; a `total` goes before a plain label. null where it is none the back-test has. */
export function itemOf(label: string): { item: string; unit: string; isTotal: boolean } | null {
  const plain = label.trim().toLowerCase().replace(/\s+/g, ' ').replace(/[:.]$/, '');
  const counted = COUNTED.find(([pattern]) => pattern.test(plain));
  if (counted) return { item: counted[1], unit: counted[2], isTotal: /^(antall|sum|tal)/.test(plain) };
  const money = MONEY.find(([pattern]) => pattern.test(plain));
  return money ? { item: money[1], unit: '', isTotal: /sum|total|brutto|saml/.test(plain) } : null;
}

const THOUSAND =
  /(?<!\d)(hele|heile|i|kr\.?|nok)\s*(kr\.? ?)?1[ .\u00a0\u202f]?000(?!\d)|1[ .\u00a0\u202f]?000 ?(kr\b|nok|kroner)|tusen kr|\btkr\b/i;
const MILLION = /\bmill(\.|ioner)? ?(kr|kroner)?\b|\bmill\. /i;
const KRONER = /(beløp|tall|tal|summer)[^.]{0,20}\bi (hele |heile )?(kr\b|kroner)|^nok$|^kr\.?$|^kroner$/i;

/** The unit of money a text states; '' where it states none. */
export function unitIn(text: string): string {
  if (THOUSAND.test(text)) return '1000 NOK';
  if (MILLION.test(text)) return 'million NOK';
  return KRONER.test(text.trim()) ? 'NOK' : '';
}

const UNITS: Record<string, string> = {
  årsverk: 'posts',
  ansatte: 'heads',
  tilsette: 'heads',
  personer: 'persons',
  personar: 'persons',
};

/** A unit as the project writes it. */
export function unitOf(cell: string): string {
  const plain = cell.trim();
  return unitIn(plain) || (UNITS[plain.toLowerCase()] ?? plain);
}

const SIGNS: Record<string, string> = {
  'utgift positiv': 'cost_positive',
  'utgifter positive': 'cost_positive',
  'kostnad positiv': 'cost_positive',
  'inntekt positiv': 'income_positive',
  'inntekter positive': 'income_positive',
};

/** A sign as the project writes it. */
export function signOf(cell: string): string {
  return SIGNS[cell.trim().toLowerCase()] ?? cell.trim();
}
