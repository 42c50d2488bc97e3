import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

const SUFFIX = '.csv?rows';

/**
 * Lets `import rows from 'data.csv?rows'` give the rows of a file of the application as objects by heading, all cells text:
 * read when the page is built, so that it opens without a reader of tables.
 * @type {() => import('vite').Plugin}
 */
export const csvRows = () => ({
  name: 'csv-rows',
  enforce: 'pre',
  load(id) {
    if (!id.endsWith(SUFFIX)) return null;
    const file = id.slice(0, -'?rows'.length);
    this.addWatchFile(file);
    const { data } = Papa.parse(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true });
    return { code: `export default ${JSON.stringify(data)};`, map: null, moduleType: 'js' };
  },
});
