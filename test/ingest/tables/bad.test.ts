import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { readTables } from '$lib/ingest/tables';
import { en } from '$lib/text/en';
import { nb } from '$lib/text/nb';
import { nn } from '$lib/text/nn';
import { findingSentence } from '$lib/text/finding';
import { compound, delimited, grid, inlineRows, odsParts, odsRows, utf8, xlsx, xlsxParts, zipOf } from './files';

const bytesOf = (...start: number[]) =>
  Uint8Array.from([...start, ...Array.from({ length: 600 }, (_, at) => (at * 37) % 256)]);
const ascii = (text: string) => Uint8Array.from([...text].map((character) => character.charCodeAt(0)));
const half = (bytes: Uint8Array) => bytes.slice(0, Math.floor(bytes.length * 0.6));
const parquet = new Uint8Array(
  parquetWriteBuffer({ columnData: [{ name: 'a', data: Array.from({ length: 100 }, (_, at) => `text ${at}`) }] }),
);
const arrow = tableToIPC(tableFromArrays({ a: Int32Array.from({ length: 1000 }, (_, at) => at) }), 'file');
const arrowStream = tableToIPC(tableFromArrays({ a: Int32Array.from({ length: 1000 }, (_, at) => at) }), 'stream');
const good = xlsx(inlineRows(grid));

/** A workbook in which 31 persons became 21 on the way. */
const damaged = () => {
  const bytes = Buffer.from(
    zipOf(xlsxParts([{ name: 'Ark1', xml: `<sheetData>${inlineRows(grid)}</sheetData>` }]), true),
  );
  bytes[bytes.indexOf('<v>31</v>') + 3] = 0x32;
  return new Uint8Array(bytes);
};
const sheetOf = (sheet: string) => zipOf(xlsxParts([{ name: 'Ark1', xml: sheet }]));
const repeatedRow =
  '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>';

const broken = (name: string, found = '') =>
  `${name}: Fila er skadet eller kuttet av${found}. Hent den på nytt, eller åpne den i programmet den kommer fra, lagre den som .xlsx eller .csv og prøv igjen.`;
const document = (name: string, found: string) =>
  `${name}: Fila er et dokument (${found}), ikke en tabell. Kopier tabellen i dokumentet og lim den inn, eller legg den i et regneark og lagre som .xlsx eller .csv.`;
const spreadsheet = (name: string, found: string) =>
  `${name}: Regneark av dette slaget (${found}) kan ikke leses. Åpne fila i Excel eller LibreOffice, lagre den som .xlsx eller .csv og prøv igjen.`;
const image = (name: string, found: string) =>
  `${name}: Fila er et bilde (${found}). Tall i bilder leses ikke. Skriv tallene inn i et regneark og lagre som .xlsx eller .csv.`;
const packed = (name: string, found: string) =>
  `${name}: Fila er pakket (${found}) og er ikke et regneark. Pakk den ut og velg fila med tabellen.`;
const password = (name: string) =>
  `${name}: Fila er beskyttet med passord. Åpne den i regnearkprogrammet, fjern passordet, lagre og prøv igjen.`;
const json =
  'a.json: Fila er JSON, men ikke en tabell. Velg en scenariofil fra Bosett, eller lagre tabellen som .xlsx eller .csv.';
const unreadable = (name: string) =>
  `${name}: Fila er av et slag som ikke kan leses. Lagre tabellen som .xlsx eller .csv og prøv igjen.`;
const empty = (name: string) => `${name}: Fila er tom. Velg en fil med overskrifter og rader.`;
const tooMany = (name: string, most = '2 000 000') =>
  `${name}: Fila har mer enn ${most} celler. Ta bort ark, rader og kolonner som ikke trengs, og prøv igjen.`;
const tooMuch = (name: string) =>
  `${name}: Fila blir mer enn 300 MB når den pakkes ut. Kopier tabellen til et nytt regneark, lagre det og prøv igjen.`;

/** A part that unpacks to more than is allowed, and a directory that tells the truth or not. */
function bomb(honest: boolean): Uint8Array {
  const space = Buffer.concat([
    Buffer.from('<worksheet>'),
    Buffer.alloc(301_000_000 - 11, `<a/>${' '.repeat(900_000)}`),
  ]);
  const parts = xlsxParts([{ name: 'Ark1', xml: '' }]);
  const bytes = zipOf({ ...parts, 'xl/worksheets/sheet0.xml': space });
  const size = Buffer.alloc(4);
  size.writeUInt32LE(space.length);
  const place = bytes.lastIndexOf(size);
  if (!honest) bytes.writeUInt32LE(10, place);
  return new Uint8Array(bytes);
}

const bad: [string, () => Uint8Array, string][] = [
  ['a.csv', () => new Uint8Array(), empty('a.csv')],
  ['blank.csv', () => utf8('  \r\n\r\n '), empty('blank.csv')],
  ['cells.csv', () => utf8(';;;;\n;;;;\n'), empty('cells.csv')],
  ['empty.xlsx', () => sheetOf('<sheetData/>'), empty('empty.xlsx')],
  ['large.csv', () => new Uint8Array(120_000_000), 'large.csv: Fila er på 120 MB, mer enn 100 MB. Velg en mindre fil.'],
  ['old.xls', () => compound('Workbook'), spreadsheet('old.xls', '.xls')],
  ['older.xls', () => bytesOf(0x09, 0x08, 0x10, 0x00), spreadsheet('older.xls', '.xls')],
  ['old.doc', () => compound('WordDocument'), document('old.doc', '.doc')],
  ['old.ppt', () => compound('PowerPoint Document'), document('old.ppt', '.ppt')],
  ['secret.xlsx', () => compound('EncryptedPackage'), password('secret.xlsx')],
  ['flag.xlsx', () => zipOf(xlsxParts([]), false, 1), password('flag.xlsx')],
  [
    'secret.ods',
    () =>
      zipOf(
        odsParts('', {
          'META-INF/manifest.xml': '<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
        }),
      ),
    password('secret.ods'),
  ],
  ['a.xlsb', () => zipOf({ 'xl/workbook.bin': 'x' }), spreadsheet('a.xlsb', '.xlsb')],
  ['a.numbers', () => zipOf({ 'Index/Document.iwa': 'x' }), spreadsheet('a.numbers', 'Numbers')],
  ['a.xml', () => utf8('<?xml version="1.0"?><Workbook/>'), spreadsheet('a.xml', 'XML')],
  ['a.docx', () => zipOf({ 'word/document.xml': '<w/>' }), document('a.docx', '.docx')],
  ['a.pptx', () => zipOf({ 'ppt/presentation.xml': '<p/>' }), document('a.pptx', '.pptx')],
  [
    'a.odt',
    () => zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' }),
    document('a.odt', '.odt'),
  ],
  ['a.pdf', () => utf8('%PDF-1.7\n%âãÏÓ\n1 0 obj'), document('a.pdf', 'PDF')],
  ['named.csv', () => utf8('%PDF-1.4 ...'), document('named.csv', 'PDF')],
  ['a.rtf', () => utf8('{\\rtf1\\ansi hei}'), document('a.rtf', '.rtf')],
  ['a.html', () => utf8('<!DOCTYPE html><html><body><p>Ingen tabell</p></body></html>'), document('a.html', 'HTML')],
  ['a.png', () => bytesOf(0x89, 0x50, 0x4e, 0x47), image('a.png', 'PNG')],
  ['a.jpg', () => bytesOf(0xff, 0xd8, 0xff, 0xe0), image('a.jpg', 'JPEG')],
  ['a.gif', () => utf8('GIF89a'), image('a.gif', 'GIF')],
  ['a.webp', () => utf8('RIFF1234WEBPVP8 '), image('a.webp', 'WebP')],
  ['a.tif', () => bytesOf(0x49, 0x49, 0x2a, 0x00), image('a.tif', 'TIFF')],
  ['a.heic', () => ascii('\u0000\u0000\u0000\u0018ftypheic'), image('a.heic', 'HEIC')],
  ['a.zip', () => zipOf({ 'a.csv': 'a;b' }), packed('a.zip', '.zip')],
  ['none.zip', () => zipOf({}), packed('none.zip', '.zip')],
  ['a.csv.gz', () => bytesOf(0x1f, 0x8b), packed('a.csv.gz', '.gz')],
  ['a.7z', () => ascii('7z\u00bc\u00af\u0027\u001c'), packed('a.7z', '.7z')],
  ['a.rar', () => utf8('Rar!'), packed('a.rar', '.rar')],
  ['a.json', () => utf8('{"format":"noe annet"}'), json],
  ['a.json', () => utf8('{"format":'), json],
  ['a.db', () => utf8('SQLite format 3\u0000'), unreadable('a.db')],
  ['a.bin', () => bytesOf(0x01, 0x00, 0x02), unreadable('a.bin')],
  ['garbled.xlsx', () => bytesOf(0x01, 0x00, 0x02), broken('garbled.xlsx', ' (.xlsx)')],
  ['cut.xlsx', () => half(good), broken('cut.xlsx', ' (.xlsx)')],
  ['hit.xlsx', () => damaged(), broken('hit.xlsx', ' (.xlsx)')],
  ['cut.ods', () => half(zipOf(odsParts(odsRows(grid)))), broken('cut.ods', ' (.ods)')],
  [
    'cell.xlsx',
    () => sheetOf('<sheetData><row><c t="s"><v>4</v></c></row></sheetData>'),
    broken('cell.xlsx', ' (.xlsx)'),
  ],
  [
    'far.xlsx',
    () => sheetOf('<sheetData><row r="9999999"><c><v>4</v></c></row></sheetData>'),
    broken('far.xlsx', ' (.xlsx)'),
  ],
  [
    'entity.xlsx',
    () =>
      zipOf({
        ...xlsxParts([{ name: 'Ark1', xml: '' }]),
        'xl/worksheets/sheet0.xml': '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>',
      }),
    broken('entity.xlsx', ' (.xlsx)'),
  ],
  ['cut.parquet', () => half(parquet), broken('cut.parquet', ' (Parquet)')],
  ['cut.arrow', () => half(arrow), broken('cut.arrow', ' (Arrow)')],
  ['cut.arrows', () => half(arrowStream), broken('cut.arrows', ' (Arrow)')],
  ['bomb.xlsx', () => bomb(true), tooMuch('bomb.xlsx')],
  ['liar.xlsx', () => bomb(false), tooMuch('liar.xlsx')],
  [
    'wide.xlsx',
    () => sheetOf(`<sheetData>${'<row><c r="XFD1"><v>1</v></c></row>'.repeat(123)}</sheetData>`),
    tooMany('wide.xlsx'),
  ],
  [
    'many.xlsx',
    () => sheetOf(`<sheetData>${`<row>${'<c><v>1</v></c>'.repeat(1001)}</row>`.repeat(2000)}</sheetData>`),
    tooMany('many.xlsx'),
  ],
  ['many.ods', () => zipOf(odsParts(`<table:table table:name="a">${repeatedRow}</table:table>`)), tooMany('many.ods')],
  ['many.csv', () => utf8(`${'1;'.repeat(5000)}1\n`.repeat(2000)), tooMany('many.csv', '10 000 000')],
  [
    'quote.csv',
    () => utf8(`${delimited(';')}2023;"ordinær;voksen;25-55;3\n2023;ordinær;voksen;25-55;4\n`),
    'quote.csv: rad 6: Et anførselstegn er åpnet, men ikke lukket, så resten av fila blir én celle. Lukk eller fjern anførselstegnet.',
  ],
  [
    'hidden.xlsx',
    () =>
      zipOf(xlsxParts([{ name: 'Ark1', xml: `<sheetData>${inlineRows(grid)}</sheetData>`, state: 'state="hidden"' }])),
    'hidden.xlsx: Alle arkene i fila er skjult. Vis arket med tabellen i regnearkprogrammet, lagre og prøv igjen.',
  ],
];

describe('a file that is no table', () => {
  it.each(bad.map(([name, make, sentence]) => ({ name, make, sentence })))(
    '$name says what to do',
    async ({ name, make, sentence }) => {
      const { tables, findings } = await readTables(name, make());
      expect(findings.map((finding) => findingSentence(finding, nb, name))).toEqual([sentence]);
      expect(findings.map(({ severity }) => severity)).toEqual(['error']);
      expect(tables).toEqual([]);
      for (const text of [nn, en])
        expect(findings.map((finding) => findingSentence(finding, text)).join()).not.toBe('');
    },
  );
});

describe('a workbook is read with a warning', () => {
  const said = async (name: string, bytes: Uint8Array) => {
    const { tables, findings } = await readTables(name, bytes);
    expect(findings.map(({ severity }) => severity)).not.toContain('error');
    return {
      names: tables.map((table) => table.name),
      said: findings.map((finding) => findingSentence(finding, nb, name)),
      tables,
    };
  };
  const rows = `<sheetData>${inlineRows(grid)}</sheetData>`;
  const hidden =
    'Arket «Gammelt» er skjult og ikke lest inn. Vis det i regnearkprogrammet og lagre hvis det skal være med.';

  it.each(['hidden', 'veryHidden'])('for a sheet that is %s', async (state) => {
    const bytes = zipOf(
      xlsxParts([
        { name: 'Ark1', xml: rows },
        { name: 'Gammelt', xml: rows, state: `state="${state}"` },
      ]),
    );
    expect(await said('a.xlsx', bytes)).toMatchObject({ names: ['Ark1'], said: [`a.xlsx: ${hidden}`] });
  });

  it('for a hidden sheet of ODS', async () => {
    const table = (name: string, style: string) =>
      `<table:table table:name="${name}" table:style-name="${style}">${odsRows(grid)}</table:table>`;
    const bytes = zipOf(odsParts(table('Ark1', 'ta1') + table('Gammelt', 'ta2')));
    expect(await said('a.ods', bytes)).toMatchObject({ names: ['Ark1'], said: [`a.ods: ${hidden}`] });
  });

  it('for a formula that fails, once a column', async () => {
    const cells = '<row><c><v>1</v></c><c t="e"><f>x</f><v>#REF!</v></c></row>';
    expect(await said('a.xlsx', xlsx(cells, cells))).toMatchObject({
      said: [
        'a.xlsx: rad 1: Ark1!B1: Formelen gir feilen #REF!. Rett formelen eller skriv tallet, lagre og prøv igjen.',
      ],
      tables: [
        {
          rows: [
            ['1', '#REF!'],
            ['1', '#REF!'],
          ],
        },
      ],
    });
  });

  it('for a formula that fails in ODS', async () => {
    const cell =
      '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>';
    expect(
      await said(
        'a.ods',
        zipOf(odsParts(`<table:table table:name="Ark1"><table:table-row>${cell}</table:table-row></table:table>`)),
      ),
    ).toMatchObject({
      said: [
        'a.ods: rad 1: Ark1!A1: Formelen gir feilen #DIV/0!. Rett formelen eller skriv tallet, lagre og prøv igjen.',
      ],
      tables: [{ rows: [['#DIV/0!']] }],
    });
  });

  it('for a formula that was never computed', async () => {
    expect(await said('a.xlsx', xlsx('<row><c><v>1</v></c><c><f>A1</f></c></row>'))).toMatchObject({
      said: [
        'a.xlsx: rad 1: Ark1!B1: Formelen har ingen lagret verdi, så cellen er tom. Åpne fila i regnearkprogrammet, lagre den og prøv igjen.',
      ],
    });
  });
});
