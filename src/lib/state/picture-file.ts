import type { App } from './app.svelte';
import type { Shown } from './workspace.svelte';

type PictureFile = { name: string; type: string; content: Uint8Array | string };

/**
 * A chart of a plan as a file, as it is shown now. What draws it is fetched the first time. Rejects where that cannot be
 * fetched, or where there is nothing to draw.
 */
export async function pictureFile(app: App, about: Shown, name: string, kind: 'svg' | 'png'): Promise<PictureFile> {
  const [{ picturesOf, pictureFileName }, { outgoingFrom }] = await Promise.all([
    import('$lib/export/picture'),
    import('./outgoing'),
  ]);
  const of = outgoingFrom(app, about, null);
  const { text } = app;
  const picture = picturesOf(of, text).find((each) => each.name === name);
  if (!picture) throw new Error(`no picture: ${name}`);
  const file = pictureFileName(of, name, kind, text);
  if (kind === 'svg') return { name: file, type: 'image/svg+xml', content: picture.svg };
  const [{ SCALE }, { rasterInBrowser }] = await Promise.all([import('$lib/export/raster'), import('./raster')]);
  const draw = await rasterInBrowser();
  return { name: file, type: 'image/png', content: draw(picture.svg, SCALE.alone) };
}
