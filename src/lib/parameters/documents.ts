const files = import.meta.glob<string>('../../../data/documents/*.csv', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** A document that a worked example rests on: its figures as delimited text, and the scenarios made of it. */
export type SourceDocument = { name: string; text: string; scenarios: string[] };

/** The scenarios of `scenarios/` by the document they rest on. */
const SCENARIOS: Record<string, string[]> = {
  'alvdal-2018': ['alvdal-2018'],
  'elverum-2015': ['elverum-40'],
  'gudbrandsdal-2018': ['dovre', 'lesja', 'lom', 'nord-fron', 'ringebu', 'sel', 'skjak', 'sor-fron', 'vaga'],
  'heroy-2024': ['heroy-10', 'heroy-40'],
  'naeroy-2018': ['naeroysund'],
};

/** The documents of `data/documents`, in order of name. */
export const documents: SourceDocument[] = Object.entries(files)
  .map(([path, text]) => {
    const name = path.split('/').at(-1)?.replace('.csv', '') ?? path;
    return { name, text, scenarios: SCENARIOS[name] ?? [] };
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));
