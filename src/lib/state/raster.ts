import bold from '@expo-google-fonts/public-sans/700Bold/PublicSans_700Bold.ttf?url';
import regular from '@expo-google-fonts/public-sans/400Regular/PublicSans_400Regular.ttf?url';
import wasm from '@resvg/resvg-wasm/index_bg.wasm?url';

type Draw = (svg: string, scale: number) => Uint8Array;
let opened: Promise<Draw> | null = null;

/** What draws SVG as PNG, fetched from the page's own origin the first time it is asked for. */
export function rasterInBrowser(): Promise<Draw> {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function open(): Promise<Draw> {
  const [{ openRaster }, ...files] = await Promise.all([
    import('$lib/export/raster'),
    ...[wasm, regular, bold].map(bytesAt),
  ]);
  const [program = new ArrayBuffer(0), ...fonts] = files;
  return openRaster(
    program,
    fonts.map((font) => new Uint8Array(font)),
  );
}

async function bytesAt(address: string): Promise<ArrayBuffer> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`no file: ${address} ${answer.status}`);
  return answer.arrayBuffer();
}
