import { tableFromIPC } from 'apache-arrow';
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { arrowFile, csvFile, dataTable, parquetFile } from '$lib/export/data-tables';
import { htmlFile } from '$lib/export/html-file';
import { headOf, hashOf } from '$lib/export/outgoing';
import { paperOf } from '$lib/export/paper';
import { isFigure, type Run, type TableBlock } from '$lib/export/paper-block';
import { picturesOf } from '$lib/export/picture';
import { wordFile } from '$lib/export/word';
import { workbookFile } from '$lib/export/workbook';
import { nb } from '$lib/text/nb';
import { outgoingText } from '$lib/text/outgoing';
import { paperText } from '$lib/text/paper';
import { outgoingOfFiles } from '../outgoing';

const of = outgoingOfFiles('heroy-40', 'heroy-10');
const net = of.about.forecast.result.map((row) => ({ year: row.year, net: row.net }));
const head = headOf(of, nb, outgoingText.nb);
const result = dataTable('result', of);

/** The net of each year as the page writes it: the third figure of each row of its first table. */
const written = paperOf(of, nb, paperText.nb)
  .filter((block): block is TableBlock => block.kind === 'table')
  .flatMap(({ parts }) => parts.flatMap(({ rows }) => rows))
  .flatMap(({ cells }) => cells.flat())
  .flatMap((run: Run) => (isFigure(run) && run.ask.metric === 'net' && run.ask.of === 'about' ? [run] : []))
  .filter(({ ask }) => ask.years.length === 1)
  .slice(0, net.length);

/** Words without the spaces that formats write differently. */
const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ');

let word = '';
beforeAll(async () => {
  const parts = unzipSync(await wordFile(of, nb, []));
  const xml = new TextDecoder().decode(parts['word/document.xml']);
  word = plain(xml.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|'));
});

describe('the net of each year is the same', () => {
  it('on the page as in the forecast', () => {
    expect(written.map(({ ask }) => ask.years[0])).toEqual(net.map(({ year }) => year));
    for (const [at, { net: kroner }] of net.entries()) {
      const value = Number(written[at]?.text.replace('−', '-').replace(',', '.'));
      expect(Math.abs(value - kroner / 1e6)).toBeLessThanOrEqual(0.0501);
    }
  });

  it('in Word', () => {
    for (const { text } of written) expect(word).toContain(`|${plain(text)}|`);
  });

  it('in the file for a browser', () => {
    const html = plain(
      htmlFile(of, nb)
        .replace(/<[^>]+>/g, '|')
        .replace(/\|+/g, '|'),
    );
    for (const { text } of written) expect(html).toContain(`|${plain(text)}|`);
  });

  it('in the picture and its table', () => {
    const picture = picturesOf(of, nb).find(({ name }) => name === 'net');
    for (const { text } of written) {
      expect(picture?.rows.flat().map(plain)).toContain(plain(text));
      expect(plain(picture?.svg ?? '')).toContain(plain(text));
    }
  });

  it('in the workbook, as what its formulas came to', async () => {
    const book = await readXlsx(await workbookFile(of, nb));
    const numbers = book.sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === 'number');
    for (const { net: kroner } of net) expect(numbers.some((cell) => Math.abs(cell - kroner) < 0.5)).toBe(true);
  });

  it('in CSV, Parquet and Arrow', async () => {
    const text = new TextDecoder().decode(csvFile(result, 'nb'));
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    expect(data.map((row) => Number(row['net']?.replace(',', '.')))).toEqual(net.map((row) => row.net));
    const parquet = await parquetFile(result, head);
    const rows = await parquetReadObjects({ file: parquet.buffer as ArrayBuffer });
    expect(rows.map((row) => row['net'])).toEqual(net.map((row) => row.net));
    const arrow = tableFromIPC(await arrowFile(result, head));
    expect([...(arrow.getChild('net') ?? [])]).toEqual(net.map((row) => row.net));
  });
});

it('every format carries the same fingerprint', async () => {
  const hash = hashOf(of.about.plan, of.mode);
  const book = await readXlsx(await workbookFile(of, nb));
  expect(word).toContain(hash);
  expect(htmlFile(of, nb)).toContain(hash);
  for (const { svg } of picturesOf(of, nb)) expect(svg).toContain(hash);
  expect(book.sheets.flatMap(({ rows }) => rows.flat())).toContain(hash);
  expect(new TextDecoder().decode(csvFile(result, 'nb'))).toContain(hash);
  expect(tableFromIPC(await arrowFile(result, head)).schema.metadata.get('bosett.hash')).toBe(hash);
});
