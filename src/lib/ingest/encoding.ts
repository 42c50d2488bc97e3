/** The characters of Windows-1252 from 0x80 to 0x9F. */
const WINDOWS_1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];

/** The text of a file: UTF-16 or UTF-8, with or without a byte order mark, or Windows-1252 where it is neither. */
export function decode(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  return utf8(bytes) ?? cutUtf8(bytes) ?? windows1252(bytes);
}

/** UTF-16 is told by its mark, or by every second byte of Western text being zero. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 2) return null;
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > pairs * 0.5 && even < pairs * 0.05) return 'utf-16le';
  return even > pairs * 0.5 && odd < pairs * 0.05 ? 'utf-16be' : null;
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-8 that ends in the middle of a character, told from Windows-1252 by the characters before it. */
function cutUtf8(bytes: Uint8Array): string | null {
  for (const missing of [1, 2, 3]) {
    const text = utf8(bytes.subarray(0, bytes.length - missing));
    if (text !== null) return /[\u0080-\uffff]/.test(text) ? text : null;
  }
  return null;
}

function windows1252(bytes: Uint8Array): string {
  // Some runtimes read Windows-1252 as Latin-1 and give control characters for its dashes and quotes.
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);
}
