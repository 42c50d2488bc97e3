import { decode } from './encoding';
import { refused, Refused, type Progress, type ReadTables } from './table-cells';

export { headingRow, type Progress, type ReadTables, type Table } from './table-cells';

/** The largest file that is read, in bytes. */
const LARGEST_FILE = 100_000_000;

/**
 * The tables of any file or pasted text, told by its content and not by its name: delimited text, cells or HTML from the
 * clipboard, XLSX, ODS, Parquet and Arrow. Whatever is wrong is a finding, an error of which gives no table; nothing is
 * thrown. What reads a format is loaded when a file of that format comes.
 */
export async function readTables(
  name: string,
  bytes: Uint8Array,
  onProgress: Progress = () => undefined,
): Promise<ReadTables> {
  try {
    if (bytes.length > LARGEST_FILE) {
      const found = `${Math.round(bytes.length / 1e6)} MB`;
      throw refused('too-large', { found, allowed: `${LARGEST_FILE / 1e6} MB` });
    }
    return await readKnown(name, bytes, onProgress);
  } catch (error) {
    const { finding } = error instanceof Refused ? error : refused('broken-file', { found: labelOf(name, bytes) });
    return { tables: [], findings: [finding] };
  }
}

async function readKnown(name: string, bytes: Uint8Array, onProgress: Progress): Promise<ReadTables> {
  const kind = kindOf(bytes);
  if (kind === 'zip') return readPackage(bytes);
  if (kind === 'parquet') return (await import('./table-parquet')).readParquet(name, bytes);
  if (kind === 'arrow') return (await import('./table-arrow')).readArrow(name, bytes);
  if (kind === 'compound') throw compoundRefusal(bytes);
  if (kind) throw refused(kind.code, { found: kind.label });
  return readAsText(name, bytes, onProgress);
}

async function readPackage(bytes: Uint8Array): Promise<ReadTables> {
  const { openZip } = await import('./table-zip');
  const zip = openZip(bytes);
  const has = (pattern: RegExp) => zip.names.some((each) => pattern.test(each));
  if (has(/^xl\/workbook\.bin$/)) throw refused('other-spreadsheet', { found: '.xlsb' });
  if (has(/\.iwa$/)) throw refused('other-spreadsheet', { found: 'Numbers' });
  if (has(/^word\//)) throw refused('document', { found: '.docx' });
  if (has(/^ppt\//)) throw refused('document', { found: '.pptx' });
  if (has(/^xl\//)) return (await import('./table-xlsx')).readXlsx(zip);
  if (!has(/^content\.xml$/)) throw refused('packed-file', { found: '.zip' });
  const kind = zip.names.includes('mimetype') ? await textOf(zip.bytesOf('mimetype')) : '';
  if (/opendocument\.(?!spreadsheet)/.test(kind)) throw refused('document', { found: '.odt' });
  return (await import('./table-ods')).readOds(zip);
}

async function textOf(parts: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const part of parts) text += decode(part);
  return text;
}

async function readAsText(name: string, bytes: Uint8Array, onProgress: Progress): Promise<ReadTables> {
  // Old systems end a file with a mark of its own.
  const decoded = decode(bytes)
    .replace(/^\ufeff/, '')
    .trimEnd();
  const text = decoded.endsWith('\u001a') ? decoded.slice(0, -1) : decoded;
  if (text.trim() === '') throw refused('empty-file');
  const expected = EXPECTED[extensionOf(name)];
  if (isBinary(text)) throw expected ? refused('broken-file', { found: expected }) : refused('not-a-table');
  if (extensionOf(name) === '.json' || (/^\s*[[{]/.test(text) && isJson(text))) throw refused('json-no-table');
  if (text.startsWith('{\\rtf')) throw refused('document', { found: '.rtf' });
  const { isHtml, readHtml } = await import('./table-html');
  if (isHtml(text)) return readHtml(name, text);
  if (/^\s*<\?xml/.test(text)) throw refused('other-spreadsheet', { found: 'XML' });
  return (await import('./table-text')).readText(name, text, onProgress);
}

/** No text has zeros, or many control characters; one at the end is how old systems end a file. */
function isBinary(text: string): boolean {
  const codes = [...text.slice(0, 10_000)].map((character) => character.charCodeAt(0));
  const controls = codes.filter((code) => code < 9 || (code > 13 && code < 32)).length;
  return codes.includes(0) || controls > codes.length * 0.01 + 1;
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

type Kind = 'zip' | 'compound' | 'parquet' | 'arrow' | { code: string; label: string };

const image = (label: string): Kind => ({ code: 'image-file', label });
const packed = (label: string): Kind => ({ code: 'packed-file', label });

/** How files of other programs begin, as text of one character a byte; `?` is any. */
const BEGINNINGS: [string, Kind][] = [
  ['PK\u0003\u0004', 'zip'],
  ['PK\u0005\u0006', packed('.zip')],
  ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 'compound'],
  ['PAR1', 'parquet'],
  ['ARROW1', 'arrow'],
  ['\u00ff\u00ff\u00ff\u00ff', 'arrow'],
  ['%PDF', { code: 'document', label: 'PDF' }],
  ['\u0089PNG', image('PNG')],
  ['\u00ff\u00d8\u00ff', image('JPEG')],
  ['GIF8', image('GIF')],
  ['RIFF????WEBP', image('WebP')],
  ['II*\u0000', image('TIFF')],
  ['MM\u0000*', image('TIFF')],
  ['????ftyphei', image('HEIC')],
  ['????ftypavif', image('AVIF')],
  ['\u001f\u008b', packed('.gz')],
  ['7z\u00bc\u00af', packed('.7z')],
  ['Rar!', packed('.rar')],
  ['SQLite format 3', { code: 'not-a-table', label: 'SQLite' }],
  ['\u0009\u0008', { code: 'other-spreadsheet', label: '.xls' }],
];

function kindOf(bytes: Uint8Array): Kind | null {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const begins = (mark: string) => [...mark].every((character, at) => character === '?' || start[at] === character);
  return BEGINNINGS.find(([mark]) => begins(mark))?.[1] ?? null;
}

/** Old Office files and encrypted new ones are file systems in small; the names in them say which. */
function compoundRefusal(bytes: Uint8Array): Refused {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  if (text.includes('EncryptedPackage')) return refused('encrypted-file');
  if (text.includes('WordDocument')) return refused('document', { found: '.doc' });
  if (text.includes('PowerPoint Document')) return refused('document', { found: '.ppt' });
  return refused('other-spreadsheet', { found: '.xls' });
}

/** What a file should be by its name, for a sentence about a damaged one. */
const EXPECTED: Record<string, string> = {
  '.xlsx': '.xlsx',
  '.xlsm': '.xlsx',
  '.ods': '.ods',
  '.parquet': 'Parquet',
  '.arrow': 'Arrow',
  '.arrows': 'Arrow',
  '.feather': 'Arrow',
};

function extensionOf(name: string): string {
  return /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? '';
}

function labelOf(name: string, bytes: Uint8Array): string {
  const kind = kindOf(bytes);
  if (kind === 'parquet') return 'Parquet';
  if (kind === 'arrow') return 'Arrow';
  return EXPECTED[extensionOf(name)] ?? (kind === 'zip' ? '.xlsx' : extensionOf(name));
}
