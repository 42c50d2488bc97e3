import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outgoing } from '$lib/export/outgoing';
import type { DrawnPicture } from '$lib/export/picture';
import type { HiddenRange } from '$lib/model/hidden';
import { cliText } from '$lib/text/cli';
import type { Text } from '$lib/text/text';
import { UsageError } from './arguments';

/** A picture of a plan, the first unless another is named. */
export async function pictureFile(
  ending: 'svg' | 'png',
  of: Outgoing,
  name: string | undefined,
  text: Text,
): Promise<Uint8Array> {
  const { picturesOf } = await import('$lib/export/picture');
  const pictures = picturesOf(of, text);
  const picture = name === undefined ? pictures[0] : pictures.find((each) => each.name === name);
  if (!picture) {
    const names = pictures.map((each) => each.name).join(', ');
    throw new UsageError(cliText[text.language].wrongValue('--picture', name ?? '', names));
  }
  if (ending === 'svg') return new TextEncoder().encode(picture.svg);
  const { SCALE } = await import('$lib/export/raster');
  return (await raster())(picture.svg, SCALE.alone);
}

/** The paper for the council with its pictures. */
export async function wordOf(of: Outgoing, hidden: HiddenRange | null, text: Text): Promise<Uint8Array> {
  const [{ wordFile }, { picturesOf }, { SCALE }, draw] = await Promise.all([
    import('$lib/export/word'),
    import('$lib/export/picture'),
    import('$lib/export/raster'),
    raster(),
  ]);
  const pictures = picturesOf(of, text).map((picture): DrawnPicture => ({
    ...picture,
    png: draw(picture.svg, SCALE.inPaper),
  }));
  return wordFile(of, text, pictures, { hidden });
}

/** What draws pictures, from the files that lie beside this bundle. */
async function raster(): Promise<(svg: string, scale: number) => Uint8Array> {
  const { openRaster } = await import('$lib/export/raster');
  const folder = dirname(fileURLToPath(import.meta.url));
  const [wasm, ...fonts] = ['resvg.wasm', 'PublicSans-400.ttf', 'PublicSans-700.ttf'].map((file) =>
    Uint8Array.from(readFileSync(join(folder, file))),
  );
  if (!wasm) throw new Error('no file: resvg.wasm');
  return openRaster(wasm, fonts);
}
