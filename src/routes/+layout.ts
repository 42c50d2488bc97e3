import { browser } from '$app/environment';
import { rememberedHere } from '$lib/state/app.svelte';
import { languageFor } from '$lib/text/language';
import { loadText } from '$lib/text/load';
import type { Text } from '$lib/text/text';

export const prerender = true;
export const trailingSlash = 'always';

/** The words of the page: on the way in as the browser prefers them, in the built pages bokmål. */
export async function load(): Promise<{ text: Text }> {
  if (!browser) return { text: await loadText('nb') };
  return { text: await loadText(rememberedHere()?.language ?? languageFor(navigator.languages)) };
}
