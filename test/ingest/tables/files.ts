import { crc32, deflateRawSync } from 'node:zlib';

/** The table that every good file holds, as a municipality writes it. */
export const heading = ['Bosettingsår', 'Oppholdsgrunnlag', 'Kategori', 'Aldersgruppe', 'Antall'];
export const body: (string | number)[][] = [
  [2023, 'ordinær', 'voksen', '25-55', 31],
  [2022, 'kollektiv beskyttelse', 'barn', '6-15', 12],
  [2024, 'ordinær', 'enslig mindreårig', '16-17', 2.5],
  [2021, 'familieinnvandring', 'voksen', '60+', 0],
];
export const grid = [heading, ...body];

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const delimited = (delimiter: string, lineEnd = '\n', rows: (string | number)[][] = grid): string =>
  rows.map((cells) => cells.join(delimiter) + lineEnd).join('');

export function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

/** A zip of parts, packed or stored; `flags` 1 says that it is encrypted. */
export function zipOf(parts: Record<string, string | Uint8Array>, stored = false, flags = 0): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content);
    const packed = stored ? data : deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, place, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, ...directory, Buffer.from('PK\u0005\u0006'), end]);
}

type XlsxSheet = { name: string; xml: string; state?: string };

/** A workbook with the sheets as they are written: rows and what follows them. */
export function xlsxParts(sheets: XlsxSheet[], more: Record<string, string> = {}): Record<string, string> {
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`;
  const relations = sheets.map((_, at) => relation(`rId${at}`, 'worksheet', `worksheets/sheet${at}.xml`)).join('');
  const listed = sheets.map(
    ({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}" ${state ?? ''} r:id="rId${at}"/>`,
  );
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations}${relation('s', 'styles', '/xl/styles.xml')}${relation('t', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook><sheets>${listed.join('')}</sheets></workbook>`,
    ...Object.fromEntries(
      sheets.map(({ xml }, at) => [`xl/worksheets/sheet${at}.xml`, `<worksheet>${xml}</worksheet>`]),
    ),
    ...more,
  };
}

export const xlsx = (...rows: string[]): Uint8Array =>
  zipOf(xlsxParts([{ name: 'Ark1', xml: `<sheetData>${rows.join('')}</sheetData>` }]));

/** Cells of XLSX with their texts in them. */
export const inlineRows = (rows: (string | number)[][]): string =>
  rows.map((cells) => `<row>${cells.map(inlineCell).join('')}</row>`).join('');

function inlineCell(cell: string | number): string {
  return typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
}

/** A spreadsheet of OpenDocument with the tables as they are written. */
export function odsParts(tables: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0"?><office:document-content><office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ...more,
  };
}

export const odsRows = (rows: (string | number)[][]): string =>
  rows
    .map(
      (cells) =>
        `<table:table-row>${cells.map(odsCell).join('')}<table:table-cell table:number-columns-repeated="16379"/></table:table-row>`,
    )
    .join('');

function odsCell(cell: string | number): string {
  return typeof cell === 'number'
    ? `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${String(cell).replace('.', ',')}</text:p></table:table-cell>`
    : `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`;
}

/** A file system in small with a name in it, as old Office writes them. */
export function compound(name: string): Uint8Array {
  const start = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return Buffer.concat([start, Buffer.alloc(504), Buffer.from(name, 'utf16le'), Buffer.alloc(512)]);
}

export const html = (rows: (string | number)[][] = grid): string =>
  `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</table>`;
