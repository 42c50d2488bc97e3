import { catalogue, type Catalogue } from '$lib/model/catalogue';
import type { LeanParameter } from '$lib/model/parameter';

// Every file is validated by the tests and by `bosett check`, so that nothing needs to be checked while a page opens.
const files = import.meta.glob<LeanParameter>('../../../data/parameters/*.json', { eager: true, import: 'default' });

/** The parameters of `data/parameters`, in order of id. */
export const published: LeanParameter[] = Object.values(files).sort((a, b) => (a.id < b.id ? -1 : 1));

/** Their catalogue, the base of every scenario. */
export const publishedCatalogue: Catalogue = catalogue(published);
