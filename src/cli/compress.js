import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = /\.(html|js|mjs|css|json|map|svg|txt|xml|csv|md|sql|wasm|arrow|webmanifest)$/;
const MEGABYTE = 1_000_000;

/**
 * Writes a `.br` and a `.gz` beside every file that gets smaller by it.
 * @param {string[]} files
 */
export async function compressFiles(files) {
  const waiting = files.filter((file) => compressible.test(file));
  const worker = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) await compressFile(file);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

/** @param {string} file */
async function compressFile(file) {
  const content = await readFile(file);
  // Brotli at its best takes minutes for the 34 MB of DuckDB.
  const quality = content.length < MEGABYTE ? 11 : 5;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  const [br, gz] = await Promise.all([promisify(brotliCompress)(content, { params }), promisify(gzip)(content)]);
  if (br.length < content.length) await writeFile(`${file}.br`, br);
  if (gz.length < content.length) await writeFile(`${file}.gz`, gz);
}
