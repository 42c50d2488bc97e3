/** What a person typed as a number: `1 234,5`, `1.234,5`, `1234.5`, `-3`, `−3`, `kr. 182 000,-`; NaN when it is none. */
export function parseNumber(text: string): number {
  const plain = text
    .trim()
    .replace(/[\s  ]/g, '')
    .replace('−', '-')
    .replace(/^kr\.?/i, '')
    .replace(/[.,]-$/, '')
    .replace(/%$/, '');
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)$/.test(plain)) return Number(plain.replaceAll(',', ''));
  return /^-?(\d+([.,]\d*)?|[.,]\d+)$/.test(plain) ? Number(plain.replace(',', '.')) : NaN;
}
