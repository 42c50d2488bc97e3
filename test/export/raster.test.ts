import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { picturesOf } from '$lib/export/picture';
import { nb } from '$lib/text/nb';
import { outgoingOfFiles } from '../outgoing';
import { rasterInNode } from './node-raster';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Width and height of a PNG, and how many bytes of many differ when it is unpacked. */
function readPng(png: Uint8Array): { width: number; height: number; bytes: Set<number> } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 8; at < png.length; at += view.getUint32(at) + 12)
    if (String.fromCharCode(...png.subarray(at + 4, at + 8)) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + view.getUint32(at)));
  return { width: view.getUint32(16), height: view.getUint32(20), bytes: new Set(inflateSync(Buffer.concat(parts))) };
}

test('a picture becomes a PNG of the size asked for, drawn in several colours, and the same every time', async () => {
  const draw = await rasterInNode();
  const [picture] = picturesOf(outgoingOfFiles('heroy-40', 'heroy-10'), nb);
  if (!picture) throw new Error('no picture');
  const png = draw(picture.svg, 2);
  expect([...png.subarray(0, 8)]).toEqual(SIGNATURE);
  const { width, height, bytes } = readPng(png);
  expect(width).toBe(2 * picture.width);
  expect(Math.abs(height - 2 * picture.height)).toBeLessThan(2);
  expect(bytes.size).toBeGreaterThan(50);
  expect(draw(picture.svg, 2)).toEqual(png);
});

test('words are drawn with the fonts that are given', async () => {
  const draw = await rasterInNode();
  const svg = (words: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" font-family="'Public Sans', Arial"><text x="4" y="30" font-size="30" font-weight="700">${words}</text></svg>`;
  const blank = draw(svg(''), 1);
  expect(draw(svg('−2,2 æøå'), 1).length).toBeGreaterThan(2 * blank.length);
});

test('what is no SVG is refused', async () => {
  const draw = await rasterInNode();
  expect(() => draw('<svg><text>', 1)).toThrow();
});
