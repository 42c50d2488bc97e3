import type { Parameter } from '$lib/model/parameter';

// Read as text, so that the descriptions are there; a file of its own, fetched only where somebody reads them.
const files = import.meta.glob<string>('../../../data/parameters/*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** What each parameter means, by its id. */
export const descriptions = new Map(
  Object.values(files).map((text) => {
    const { id, description } = JSON.parse(text) as Parameter;
    return [id, description];
  }),
);
