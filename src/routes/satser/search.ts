import type { Label } from '$lib/model/parameter';
import { published, publishedCatalogue } from '$lib/parameters/published';
import { fold } from '$lib/state/parameter-search';
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
      return [id, fold([label[text.language], id, description, ...cells, ...sources].join(' '))];
    }),
  );
}

/** Whether every word of a query is said. */
export function fits(said: string | undefined, query: string): boolean {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return words.every((word) => said?.includes(word));
}
