import {
  tableFromArrays,
  tableToIPC,
  vectorFromArray,
  Dictionary,
  Int32,
  Table as ArrowTable,
  Utf8,
} from 'apache-arrow';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCohortTable } from '$lib/ingest/cohort-file';
import { headingRow, readTables } from '$lib/ingest/tables';
import {
  body,
  delimited,
  grid,
  heading,
  html,
  inlineRows,
  odsParts,
  odsRows,
  utf16,
  utf8,
  xlsx,
  xlsxParts,
  zipOf,
} from './files';

const expected = [
  { settlement_year: 2023, permit: 'ordinary', category: 'adult', age_band: '25-55', persons: 31 },
  { settlement_year: 2022, permit: 'collective', category: 'child', age_band: '6-15', persons: 12 },
  { settlement_year: 2024, permit: 'ordinary', category: 'unaccompanied_minor', age_band: '16-17', persons: 2.5 },
  { settlement_year: 2021, permit: 'family', category: 'adult', age_band: '60+', persons: 0 },
];
const titles = [['Bosatte flyktninger i Alvdal'], ['Uttrekk', '31.12.2025'], []];
const comma = body.map((cells) => cells.map((cell) => String(cell).replace('.', ',')));
const columns = heading.map((name, at) => ({ name, data: body.map((cells) => cells[at] ?? null) }));
const typed = columns.map(({ name, data }, at) => ({
  name,
  data,
  type: at === 4 ? 'DOUBLE' : at === 0 ? 'INT64' : 'STRING',
}));
const parquet = (more = {}) =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: typed.map(({ data, ...column }) => ({
        ...column,
        data: column.type === 'INT64' ? data.map((value) => BigInt(value ?? 0)) : data,
      })) as Parameters<typeof parquetWriteBuffer>[0]['columnData'],
      ...more,
    }),
  );
const arrow = tableFromArrays(
  Object.fromEntries(
    columns.map(({ name, data }, at) => [name, at === 4 ? Float64Array.from(data as number[]) : data]),
  ),
);
const int64 = tableFromArrays({
  ...Object.fromEntries(columns.map(({ name, data }) => [name, data])),
  [heading[0] ?? '']: BigInt64Array.from(body.map(([year]) => BigInt(year ?? 0))),
});
const dictionaries = new ArrowTable(
  Object.fromEntries(
    columns.map(({ name, data }) => [
      name,
      typeof data[0] === 'number'
        ? vectorFromArray(data as number[])
        : vectorFromArray(data as string[], new Dictionary(new Utf8(), new Int32())),
    ]),
  ),
);

const sharedStrings = `<sst>${heading.map((text) => `<si><r><t>${text.slice(0, 3)}</t></r><r><t>${text.slice(3)}</t></r><rPh><t>x</t></rPh></si>`).join('')}</sst>`;
const sharedHeading = `<row r="3">${heading.map((_, at) => `<c r="${'BCDEF'[at]}3" t="s"><v>${at}</v></c>`).join('')}</row>`;
const quoted = grid.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n');

const good: Record<string, [string, Uint8Array | Promise<Uint8Array>]> = {
  'commas in UTF-8': ['a.csv', utf8(delimited(','))],
  'semicolons in UTF-8 with a mark, as Excel saves it': ['a.csv', utf8(`\ufeff${delimited(';', '\r\n')}`)],
  'semicolons in Windows-1252': ['a.csv', Buffer.from(delimited(';', '\r\n'), 'latin1')],
  'semicolons and decimal commas': ['a.csv', utf8(delimited(';', '\n', [heading, ...comma]))],
  tabulators: ['a.tsv', utf8(delimited('\t'))],
  bars: ['a.txt', utf8(delimited('|'))],
  'UTF-16 LE with a mark, Unicode text of Excel': ['a.txt', utf16(delimited('\t'), false, true)],
  'UTF-16 BE with a mark': ['a.txt', utf16(delimited('\t'), true, true)],
  'UTF-16 LE without a mark': ['a.txt', utf16(delimited(';'), false, false)],
  'UTF-16 BE without a mark': ['a.txt', utf16(delimited(';'), true, false)],
  'line ends of an old Mac': ['a.csv', utf8(delimited(';', '\r'))],
  'mixed line ends': ['a.csv', utf8(delimited(';', '\r\n', grid.slice(0, 2)) + delimited(';', '\n', grid.slice(2)))],
  'quotes around everything': ['a.csv', utf8(quoted)],
  'a line break in the heading': ['a.csv', utf8(delimited(';').replace('Kategori', '"Kategori\r\n"'))],
  'sep=; first': ['a.csv', utf8(`sep=;\r\n${delimited(';', '\r\n')}`)],
  'empty columns and rows behind': ['a.csv', utf8(delimited(';', ';;;\n') + ';;;;;;;\n\n\n')],
  'titles above': ['a.csv', utf8(delimited(';', '\n', [...titles, ...grid]))],
  'the end mark of DOS': ['a.csv', utf8(`${delimited(';')}\u001a`)],
  'an apostrophe before numbers': ['a.csv', utf8(delimited(';').replace('2023', "'2023"))],
  'no name': ['', utf8(delimited(';'))],
  'a wrong name': ['a.xlsx', utf8(delimited(';'))],
  'cells pasted out of Excel': ['', utf8(delimited('\t', '\r\n', [heading, ...comma]))],
  'a table pasted out of a PDF': ['', utf8(delimited('   ', '\n', [heading, ...comma]))],
  'a PDF with a title': ['', utf8(`Tabell 3. Bosatte, etter år\n\n${delimited('  ', '\n', [heading, ...comma])}`)],
  'HTML of Excel': [
    '',
    utf8(
      `<html xmlns:x="x">\n<head><style><!--td {x:">"}--></style></head><body><!--StartFragment-->${html([heading, ...comma]).replaceAll('<td>', '<td class=xl65 style=\'border:none; x:">"\'>')}<!--EndFragment--></body></html>`,
    ),
  ],
  'HTML of Word': [
    '',
    utf8(
      html([heading, ...comma])
        .replaceAll('<td>', '<td><p class=MsoNormal>')
        .replaceAll('</td>', '<o:p></o:p></p>\n</td>')
        .replaceAll('å', '&aring;')
        .replaceAll(' ', '&nbsp;')
        .replaceAll('<p&nbsp;', '<p '),
    ),
  ],
  'HTML that an old system calls .xls': [
    'a.xls',
    utf8(`<html><body>${html(grid).replaceAll('</td>', '')}</body></html>`),
  ],
  'XLSX of a library': ['a.xlsx', writeXlsx({ sheets: [{ name: 'Ark1', rows: grid }] })],
  'XLSX with titles of a library': ['a.xlsx', writeXlsx({ sheets: [{ name: 'Ark1', rows: [...titles, ...grid] }] })],
  'XLSX under the name of a CSV': ['a.csv', writeXlsx({ sheets: [{ name: 'Ark1', rows: grid }] })],
  'XLSX without places and names of rows': ['a.xlsx', xlsx(inlineRows(grid))],
  'XLSX with prefixes, stored': [
    'a.xlsx',
    zipOf(
      xlsxParts([{ name: 'Ark1', xml: '' }], {
        'xl/worksheets/sheet0.xml': `<x:worksheet xmlns:x="x"><x:sheetData>${inlineRows(grid).replace(/<(\/?)/g, '<$1x:')}</x:sheetData></x:worksheet>`,
      }),
      true,
    ),
  ],
  'XLSX with shared strings in runs': [
    'a.xlsx',
    zipOf(
      xlsxParts(
        [
          {
            name: 'Ark1',
            xml: `<sheetData>${sharedHeading}${inlineRows(body).replaceAll('<row>', '<row><c r="A9"/>')}</sheetData>`,
          },
        ],
        { 'xl/sharedStrings.xml': sharedStrings },
      ),
    ),
  ],
  'XLSX with numbers as text': ['a.xlsx', xlsx(inlineRows([heading, ...comma]))],
  'ODS of a library': ['a.ods', writeOds({ sheets: [{ name: 'Ark1', rows: grid }] })],
  'ODS of LibreOffice': [
    'a.ods',
    zipOf(
      odsParts(
        `<table:table table:name="Ark1">${odsRows(grid)}<table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`,
      ),
    ),
  ],
  Parquet: ['a.parquet', parquet()],
  'Parquet without compression': ['a.parquet', parquet({ codec: 'UNCOMPRESSED' })],
  'Parquet in gzip': [
    'a.parquet',
    parquet({ codec: 'GZIP', compressors: { GZIP: (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes)) } }),
  ],
  'an Arrow file': ['a.arrow', tableToIPC(arrow, 'file')],
  'an Arrow stream': ['a.arrows', tableToIPC(arrow, 'stream')],
  'Arrow with dictionaries': ['a.feather', tableToIPC(dictionaries, 'file')],
  'Arrow with long numbers': ['a.arrow', tableToIPC(int64, 'file')],
};

describe('the same cohort is read from', () => {
  it.each(Object.keys(good))('%s', async (kind) => {
    const [name, bytes] = good[kind] ?? ['', new Uint8Array()];
    const { tables, findings } = await readTables(name, new Uint8Array(await bytes));
    expect(findings).toEqual([]);
    expect(tables).toHaveLength(1);
    const [read] = tables.map((table) => readCohortTable(table));
    expect(read?.rows).toEqual(expected);
    // 2.5 persons are remarked on.
    expect(read?.findings.map(({ code }) => code)).toEqual(['persons-not-whole']);
  });
});

describe('rows have the numbers that the program shows', () => {
  const first = async (name: string, bytes: Uint8Array) => (await readTables(name, bytes)).tables[0];

  it.each<[string, string, Uint8Array | Promise<Uint8Array>, number]>([
    ['a CSV with empty lines above', 'a.csv', utf8(`\n\n${delimited(';')}`), 3],
    ['a CSV with sep=', 'a.csv', utf8(`sep=;\n${delimited(';')}`), 1],
    ['XLSX', 'a.xlsx', xlsx(inlineRows(grid).replace('<row>', '<row r="7">')), 7],
    ['Parquet, whose headings are no row', 'a.parquet', parquet(), 0],
    ['Arrow', 'a.arrow', tableToIPC(arrow, 'file'), 0],
  ])('of %s', async (_, name, bytes, firstRow) => {
    expect(await first(name, await bytes)).toMatchObject({ firstRow, rows: [heading, {}, {}, {}, {}] });
  });

  it('in findings too, below titles and cells of several lines', async () => {
    const text = `Tittel\n\n${heading.join(';')}\n2023;"ordi\nnær";voksen;25-55;31\n2023;ordinær;turist;25-55;3\n`;
    const table = await first('a.csv', utf8(text));
    const { findings } = readCohortTable(table ?? { name: '', rows: [], firstRow: 1 });
    expect(findings.map(({ row, path }) => [row, path])).toEqual([
      [4, 'permit'],
      [5, 'category'],
    ]);
  });

  it('and a heading is sought among the first twenty', () => {
    const rows = (above: number) => [...Array.from({ length: above }, () => ['x']), ['id']];
    const found = (above: number) =>
      headingRow({ name: '', rows: rows(above), firstRow: 1 }, ([cell]) => cell === 'id');
    expect([0, 3, 19, 20].map(found)).toEqual([0, 3, 19, -1]);
  });
});

describe('a person above the headings', () => {
  it('is refused as one below them', async () => {
    const { tables } = await readTables('a.csv', utf8(`Kontakt: someone@example.org\n${delimited(';')}`));
    expect(tables.map((table) => readCohortTable(table).findings.map(({ code }) => code))).toEqual([['personal-data']]);
  });
});

describe('a cell of XLSX', () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/><numFmt numFmtId="165" formatCode="0000"/><numFmt numFmtId="166" formatCode="#,##0.00 &quot;dager&quot;"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[0, 14, 164, 165, 166, 22, 167].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;
  const textOf = async (cell: string, workbook = '') => {
    const parts = xlsxParts([{ name: 'Ark1', xml: `<sheetData><row>${cell}</row></sheetData>` }], {
      'xl/styles.xml': styles,
    });
    parts['xl/workbook.xml'] = parts['xl/workbook.xml']?.replace('<sheets>', `${workbook}<sheets>`) ?? '';
    return (await readTables('a.xlsx', zipOf(parts))).tables[0]?.rows[0]?.[0];
  };

  it.each([
    ['a number', '<c><v>1234567.5</v></c>', '1234567.5'],
    ['what a spreadsheet computes', '<c><v>0.30000000000000004</v></c>', '0.3'],
    ['an exponent', '<c><v>1.5E-7</v></c>', '0.00000015'],
    ['three decimals, which are no thousands', '<c><v>0.125</v></c>', '0.1250'],
    ['a date', '<c s="1"><v>45292</v></c>', '2024-01-01'],
    ['a date in a format of its own', '<c s="2"><v>45657</v></c>', '2024-12-31'],
    ['a date before March 1900', '<c s="1"><v>1</v></c>', '1900-01-01'],
    ['a moment', '<c s="5"><v>45292.75</v></c>', '2024-01-01T18:00:00'],
    ['a time of day', '<c s="5"><v>0.5</v></c>', '12:00:00'],
    ['hours, which are an amount', '<c s="6"><v>1.5</v></c>', '1.5'],
    ['days in words, which are an amount', '<c s="4"><v>12</v></c>', '12'],
    ['a municipality shown with a zero before', '<c s="3"><v>301</v></c>', '0301'],
    ['a truth', '<c t="b"><v>1</v></c>', 'true'],
    ['a formula', '<c><f>A2*2</f><v>62</v></c>', '62'],
    ['a formula that gives text', '<c t="str"><f>A2</f><v>barn &amp; unge</v></c>', 'barn & unge'],
    ['an escaped line end', '<c t="str"><v>a_x000D_b</v></c>', 'a\rb'],
    ['an ISO date', '<c t="d"><v>2024-01-01T00:00:00Z</v></c>', '2024-01-01'],
    ['an apostrophe', '<c t="inlineStr"><is><t>\'0301</t></is></c>', '0301'],
    ['entities', '<c t="inlineStr"><is><t>&#230;&#xF8;&lt;5</t></is></c>', 'æø<5'],
  ])('is %s', async (_, cell, text) => {
    expect(await textOf(cell)).toBe(text);
  });

  it('is a date since 1904 where the workbook says so', async () => {
    expect(await textOf('<c s="1"><v>43830</v></c>', '<workbookPr date1904="1"/>')).toBe('2024-01-01');
  });

  it('is empty where a merged one covers it, also if it holds something', async () => {
    const rows = '<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c><c><v>5</v></c></row>';
    const xml = `<sheetData>${rows}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`;
    const { tables } = await readTables('a.xlsx', zipOf(xlsxParts([{ name: 'Ark1', xml }])));
    expect(tables[0]?.rows).toEqual([['1', '', '3']]);
  });
});

describe('a cell of ODS', () => {
  it.each([
    [
      'a date',
      '<table:table-cell office:value-type="date" office:date-value="2024-01-01"><text:p>1.1.24</text:p></table:table-cell>',
      '2024-01-01',
    ],
    [
      'a time',
      '<table:table-cell office:value-type="time" office:time-value="PT08H30M00S"><text:p>8:30</text:p></table:table-cell>',
      '08:30:00',
    ],
    [
      'a truth',
      '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>SANN</text:p></table:table-cell>',
      'true',
    ],
    [
      'a municipality with a zero before',
      '<table:table-cell office:value-type="float" office:value="301"><text:p>0301</text:p></table:table-cell>',
      '0301',
    ],
    [
      'a share, as its number',
      '<table:table-cell office:value-type="percentage" office:value="0.25"><text:p>25 %</text:p></table:table-cell>',
      '0.25',
    ],
    [
      'lines, spaces and a comment, which is left out',
      '<table:table-cell office:value-type="string"><office:annotation><text:p>nei</text:p></office:annotation><text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p></table:table-cell>',
      'a  b\nc',
    ],
  ])('is %s', async (_, cell, text) => {
    const bytes = zipOf(
      odsParts(`<table:table table:name="Ark1"><table:table-row>${cell}</table:table-row></table:table>`),
    );
    expect((await readTables('a.ods', bytes)).tables[0]?.rows).toEqual([[text]]);
  });

  it('is repeated with its row, and counts rows that are empty', async () => {
    const row = (repeated: number, cells: string) =>
      `<table:table-row table:number-rows-repeated="${repeated}">${cells}</table:table-row>`;
    const two =
      '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>';
    const covered = '<table:covered-table-cell><text:p>x</text:p></table:covered-table-cell>';
    const bytes = zipOf(
      odsParts(`<table:table table:name="Ark1">${row(3, '<table:table-cell/>')}${row(2, covered + two)}</table:table>`),
    );
    expect((await readTables('a.ods', bytes)).tables).toEqual([
      {
        name: 'Ark1',
        firstRow: 4,
        rows: [
          ['', '7', '7'],
          ['', '7', '7'],
        ],
      },
    ]);
  });
});

describe('a value of a typed file', () => {
  const day = new Date('2024-01-01T00:00:00Z');

  it('is told alike by Parquet and Arrow: dates in ISO, nothing as empty, long numbers in full', async () => {
    const parquetBytes = parquetWriteBuffer({
      columnData: [
        { name: 'day', data: [day, null], type: 'TIMESTAMP' },
        { name: 'long', data: [9007199254740993n, null], type: 'INT64' },
        { name: 'true', data: [true, null], type: 'BOOLEAN' },
        { name: 'share', data: [0.1, null], type: 'FLOAT' },
        { name: 'last', data: ['a', 'b'], type: 'STRING' },
      ],
    });
    const arrowBytes = tableToIPC(
      new ArrowTable({
        day: vectorFromArray([day, null]),
        long: vectorFromArray([9007199254740993n, null]),
        true: vectorFromArray([true, null]),
        share: vectorFromArray([0.1, null]),
        last: vectorFromArray(['a', 'b']),
      }),
    );
    const rows = [
      ['day', 'long', 'true', 'share', 'last'],
      ['2024-01-01', '9007199254740993', 'true', '0.1', 'a'],
      ['', '', '', '', 'b'],
    ];
    expect((await readTables('a.parquet', new Uint8Array(parquetBytes))).tables[0]?.rows).toEqual(rows);
    expect((await readTables('a.arrow', arrowBytes)).tables[0]?.rows).toEqual(rows);
  });
});

describe('a page', () => {
  it('keeps what spans several columns and rows in its first cell', async () => {
    const text = '<table><tr><td rowspan=2>a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d<br>e</td></tr></table>';
    expect((await readTables('', utf8(text))).tables[0]?.rows).toEqual([
      ['a', 'b'],
      ['', 'c', 'd e'],
    ]);
  });

  it('gives each of its tables', async () => {
    expect((await readTables('', utf8(`<div>x${html()}<p>y</p>${html()}</div>`))).tables).toHaveLength(2);
  });
});

describe('a workbook', () => {
  it('gives each visible sheet that holds something', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'En', rows: grid },
        { name: 'Tom', rows: [] },
        { name: 'To', rows: grid },
      ],
    });
    expect((await readTables('a.xlsx', bytes)).tables.map(({ name }) => name)).toEqual(['En', 'To']);
  });
});
