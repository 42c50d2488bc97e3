import { refused } from './table-cells';

/** The most bytes that are unpacked from one file. */
export const MOST_UNPACKED = 300_000_000;

type Entry = { method: number; packed: Uint8Array; size: number; checksum: number; encrypted: boolean };

/** A package: its file names, and the unpacked bytes of one of them. */
export type Zip = { names: string[]; bytesOf: (name: string) => AsyncGenerator<Uint8Array> };

/**
 * Opens a zip. Bytes are unpacked as they are asked for, by the platform, and checked against their checksum; more than
 * `MOST_UNPACKED` in all stops the reading whatever the package says of its size. Throws where the package is damaged.
 */
export function openZip(bytes: Uint8Array): Zip {
  const entries = directoryOf(bytes);
  let left = MOST_UNPACKED;
  const tooLarge = () => refused('unpacks-too-large', { allowed: `${MOST_UNPACKED / 1e6} MB` });
  async function* bytesOf(name: string): AsyncGenerator<Uint8Array> {
    const entry = entries.get(name);
    if (!entry) throw new Error(`no entry: ${name}`);
    if (entry.encrypted) throw refused('encrypted-file');
    if (entry.size > left) throw tooLarge();
    let checksum = -1;
    for await (const part of unpacked(entry)) {
      left -= part.length;
      if (left < 0) throw tooLarge();
      checksum = addChecksum(checksum, part);
      yield part;
    }
    if ((checksum ^ -1) >>> 0 !== entry.checksum) throw new Error(`checksum: ${name}`);
  }
  return { names: [...entries.keys()], bytesOf };
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;

/** The central directory, which stands last in the file: a file that is cut off has none. */
function directoryOf(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== END) throw new Error('zip: no directory');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== DIRECTORY) throw new Error('zip: damaged directory');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const [size, packedSize, local] = longNumbers(
      [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
      new DataView(bytes.buffer, bytes.byteOffset + at + 46 + nameLength, extraLength),
    );
    if (view.getUint32(local, true) !== LOCAL) throw new Error('zip: damaged entry');
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packedSize > bytes.length) throw new Error('zip: cut off');
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      packed: bytes.subarray(start, start + packedSize),
      size,
      checksum: view.getUint32(at + 16, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Sizes and places that programs which write as they go keep in the 64-bit field, also for small files. */
function longNumbers(short: [number, number, number], extra: DataView): [number, number, number] {
  if (!short.includes(0xffffffff)) return short;
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return short.map((number) => {
      if (number !== 0xffffffff) return number;
      next += 8;
      return Number(extra.getBigUint64(next - 8, true));
    }) as [number, number, number];
  }
  return short;
}

async function* unpacked({ method, packed }: Entry): AsyncGenerator<Uint8Array> {
  if (method === 0) {
    for (let at = 0; at < packed.length; at += 65_536) yield packed.subarray(at, at + 65_536);
    return;
  }
  if (method !== 8) throw new Error(`zip: method ${method}`);
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  // What fails here fails in the reading as well.
  writer.write(packed as Uint8Array<ArrayBuffer>).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = stream.readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const CHECKSUMS = Int32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function addChecksum(checksum: number, bytes: Uint8Array): number {
  let value = checksum;
  for (const byte of bytes) value = (CHECKSUMS[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return value;
}
