import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32 } from 'node:zlib';
import { openZip } from '$lib/ingest/table-zip';

/** A file as LibreOffice saves it in another form, such as `xlsx` or `pdf`; `from` is the form it has. */
export function converted(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'bosett-documents-'));
  try {
    const given = join(folder, `given.${from}`);
    const out = join(folder, 'out');
    writeFileSync(given, bytes);
    // A profile of its own: another LibreOffice may be open.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const { status, stderr } = spawnSync(
      'soffice',
      [profile, '--headless', '--convert-to', to, '--outdir', out, given],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`soffice: ${stderr}`);
    return readFileSync(join(out, `given.${to}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The parts of a package by name, as text. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = openZip(bytes);
  const parts = new Map<string, string>();
  for (const name of zip.names) {
    const pieces: Uint8Array[] = [];
    for await (const piece of zip.bytesOf(name)) pieces.push(piece);
    parts.set(name, Buffer.concat(pieces).toString('utf8'));
  }
  return parts;
}

/** A package of parts, none of them packed. */
export function packageOf(parts: Map<string, string>): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of parts) {
    const [title, content] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(title.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), common, title, content);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, title);
    at += 30 + title.length + content.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, list, end]);
}
