/** The languages a number can be written in. */
export type FormatLanguage = 'nb' | 'nn' | 'en';

const LOCALES: Record<FormatLanguage, string> = { nb: 'nb-NO', nn: 'nb-NO', en: 'en-GB' };
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: FormatLanguage, decimals: number, sign: boolean): Intl.NumberFormat {
  const key = `${language}${decimals}${sign}`;
  let known = formatters.get(key);
  if (!known) {
    known = new Intl.NumberFormat(LOCALES[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: true,
      ...(sign ? { signDisplay: 'exceptZero' } : { signDisplay: 'negative' }),
    });
    formatters.set(key, known);
  }
  return known;
}

/** A number with a fixed count of decimals: no-break space in thousands, U+2212 for minus, never minus zero. */
export function number(value: number, decimals = 0, language: FormatLanguage = 'nb'): string {
  return formatter(language, decimals, false).format(value).replace('-', '−');
}

/** A result: the sign is always shown, except on what rounds to zero. */
export function signed(value: number, decimals = 0, language: FormatLanguage = 'nb'): string {
  return formatter(language, decimals, true).format(value).replace('-', '−');
}

/** Kroner as millions with one decimal, without sign or unit. */
export function millions(kroner: number, language: FormatLanguage = 'nb'): string {
  return number(kroner / 1e6, 1, language);
}

/** Kroner as millions with one decimal and a sign. */
export function signedMillions(kroner: number, language: FormatLanguage = 'nb'): string {
  return signed(kroner / 1e6, 1, language);
}

/** A count that may be an expected value: whole numbers plain, others with one decimal. */
export function count(value: number, language: FormatLanguage = 'nb'): string {
  const rounded = Math.round(value * 10) / 10;
  return number(rounded, Number.isInteger(rounded) ? 0 : 1, language);
}

/** A share of one in per cent. */
export function percent(share: number, decimals = 0, language: FormatLanguage = 'nb'): string {
  return `${number(share * 100, decimals, language)}${language === 'en' ? '' : ' '}%`;
}

/** A moment (ISO time) as its day and hour where the reader is. */
export function moment(iso: string, language: FormatLanguage = 'nb'): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}
