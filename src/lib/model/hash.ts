/** A short fingerprint (FNV-1a, 52 bits, hexadecimal) of a value, the same whatever the order of its keys. */
export function fingerprint(value: unknown): string {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (const character of canonical(value)) {
    const code = character.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 0x01000193) >>> 0;
    low = Math.imul(low ^ (code + (high & 0xff)), 0x85ebca6b) >>> 0;
  }
  return high.toString(16).padStart(8, '0') + (low >>> 12).toString(16).padStart(5, '0');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join()}}`;
}
