import type { Label } from '$lib/model/parameter';
import { published, publishedCatalogue } from '$lib/parameters/published';
import { cellWords } from '$lib/text/setting';
import type { Text } from '$lib/text/text';

/** What is said of each parameter, by its id, as it is searched: names, cells, sources, and descriptions when they are there. */
export function searchable(text: Text, descriptions: Map<string, Label> | null): Map<string, string> {
  return new Map(
    published.map((parameter) => {
      const { id, label, values } = parameter;
      const cells = (publishedCatalogue.cellsOf.get(id) ?? []).map(({ keys }) => cellWords(parameter, keys, text));
      const sources = values.map(({ reference }) => reference.title);
      const description = descriptions?.get(id)?.[text.language] ?? '';
      return [id, plain([label[text.language], id, description, ...cells, ...sources].join(' '))];
    }),
  );
}

/** Whether every word of a query is said. */
export function fits(said: string | undefined, query: string): boolean {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return words.every((word) => said?.includes(word));
}

/** Small letters without accents, so that nobody must know how a word is written. */
function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('æ', 'ae');
}
