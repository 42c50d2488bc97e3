import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRaster } from '$lib/export/raster';
import { root } from '../../src/cli/prepare.js';

const PACKAGES = join(root, 'node_modules');
const FONTS = '@expo-google-fonts/public-sans';

/** What draws SVG as PNG, with the program and the fonts of the repository. */
export function rasterInNode(): Promise<(svg: string, scale: number) => Uint8Array> {
  const [wasm, ...fonts] = [
    '@resvg/resvg-wasm/index_bg.wasm',
    `${FONTS}/400Regular/PublicSans_400Regular.ttf`,
    `${FONTS}/700Bold/PublicSans_700Bold.ttf`,
  ].map((path) => new Uint8Array(readFileSync(join(PACKAGES, path))));
  if (!wasm) throw new Error('no wasm');
  return openRaster(wasm, fonts);
}
