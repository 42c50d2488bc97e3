import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Pixels for each of a picture, so that it is crisp where it is shown large, and in print as wide as a page of text. */
export const SCALE = { alone: 3, inPaper: 2 };

let started: Promise<void> | null = null;

/**
 * What draws SVG as PNG, `scale` pixels for each of the picture. `wasm` is resvg's, `fonts` are TrueType files of Public Sans; it is
 * started once, and what it was started with first holds.
 */
export async function openRaster(
  wasm: BufferSource,
  fonts: Uint8Array[],
): Promise<(svg: string, scale: number) => Uint8Array> {
  started ??= initWasm(wasm).catch((error: unknown) => {
    started = null;
    throw error;
  });
  await started;
  return (svg, scale) => {
    const drawing = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: scale },
      font: {
        fontBuffers: fonts,
        defaultFontFamily: 'Public Sans',
        sansSerifFamily: 'Public Sans',
        loadSystemFonts: false,
      },
    });
    try {
      const image = drawing.render();
      const png = image.asPng();
      image.free();
      return png;
    } finally {
      drawing.free();
    }
  };
}
