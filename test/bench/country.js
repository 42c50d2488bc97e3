import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../src/cli/prepare.js';

/** Municipalities of the country, numbers settled a year that are tried, and futures of each. */
const [MUNICIPALITIES, NUMBERS, DRAWS] = [357, 61, 50];

/**
 * A sweep of a made-up country: every scenario that comes with the application, again and again under other numbers of a
 * municipality, whole and in two shards. Seconds; `apart` is how many rows the shards and the whole do not share.
 */
export async function measureCountry(municipalities = MUNICIPALITIES) {
  const folder = mkdtempSync(join(tmpdir(), 'bosett-country-'));
  const files = countryFiles(folder, municipalities);
  const futures = files.length * NUMBERS * DRAWS;
  /** @param {string[]} more */
  const sweep = async (...more) => {
    const range = `settlement.persons=0..${NUMBERS - 1}`;
    const start = performance.now();
    await bosett(folder, ['sweep', ...files, '--vary', range, '--draws', String(DRAWS), ...more]);
    return (performance.now() - start) / 1000;
  };
  try {
    const whole = await sweep('-o', 'whole.parquet');
    const shards = [];
    for (const part of [1, 2]) shards.push(await sweep('--shard', `${part}/2`, '-o', `part-${part}.parquet`));
    return { municipalities: files.length, futures, whole, shards, apart: await rowsApart(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Scenario files of so many municipalities, none of them a real one beyond those that come with the application.
 * @param {string} folder
 * @param {number} count
 */
export function countryFiles(folder, count) {
  const names = ['dovre', 'lesja', 'lom', 'nord-fron', 'ringebu', 'sel', 'skjak', 'sor-fron', 'vaga', 'heroy-10'];
  mkdirSync(join(folder, 'scenarios'));
  return Array.from({ length: count }, (_, at) => {
    const name = names[at % names.length] ?? '';
    const scenario = JSON.parse(readFileSync(join(root, 'scenarios', `${name}.json`), 'utf8'));
    const opening = join(root, 'scenarios', scenario.opening);
    const file = join(folder, 'scenarios', `${String(at).padStart(3, '0')}.json`);
    const municipality = String(9000 + at);
    writeFileSync(join(folder, `${at}.csv`), readFileSync(opening));
    writeFileSync(file, JSON.stringify({ ...scenario, municipality, opening: `../${at}.csv` }));
    return file;
  });
}

/**
 * How many rows stand in the two shards read together or in the whole, and not in both.
 * @param {string} folder
 */
async function rowsApart(folder) {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create()).connect();
  const [whole, parts] = [`'${folder}/whole.parquet'`, `'${folder}/part-*.parquet'`];
  const apart = `select count(*) as n from (
    (select * from read_parquet(${whole}) except all select * from read_parquet(${parts}))
    union all
    (select * from read_parquet(${parts}) except all select * from read_parquet(${whole})))`;
  const [row] = (await connection.runAndReadAll(apart)).getRowObjects();
  return Number(row?.['n'] ?? NaN);
}

/**
 * @param {string} folder
 * @param {string[]} args
 */
function bosett(folder, args) {
  return new Promise((done, fail) => {
    const env = { ...process.env, INIT_CWD: folder };
    const run = spawn(process.execPath, [join(root, 'src/cli/run.js'), ...args], { cwd: root, env, stdio: 'inherit' });
    run.on('exit', (code) => (code === 0 ? done(null) : fail(new Error(`sweep: ${code}`))));
  });
}
