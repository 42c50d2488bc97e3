/** A short fingerprint (FNV-1a, 52 bits, hexadecimal) of a value, the same whatever the order of its keys. */
export function fingerprint(value: unknown): string {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  const text = canonical(value);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    // A character outside the first 65 536 takes two places.
    if (code > 0xffff) at += 1;
    high = Math.imul(high ^ code, 0x01000193) >>> 0;
    low = Math.imul(low ^ (code + (high & 0xff)), 0x85ebca6b) >>> 0;
  }
  return high.toString(16).padStart(8, '0') + (low >>> 12).toString(16).padStart(5, '0');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const items = value as Record<string, unknown>;
  const known = Object.keys(items).filter((key) => items[key] !== undefined);
  return `{${known
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(items[key])}`)
    .join()}}`;
}
