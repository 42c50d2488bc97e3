// Node built-ins only, since this runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compressFiles } from './compress.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const buildFolder = join(root, 'build');

const inputs = [
  ...['src', 'static', 'data', 'scenarios'],
  ...['svelte.config.js', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'],
];
const lockStamp = join(root, 'node_modules', '.bosett-lock');
const stampFile = join(root, '.svelte-kit', 'bosett-build-stamp');

/** An error a person can act on: printed as its one sentence, without a stack. */
export class Advice extends Error {}

/**
 * Runs a program to its end and gives its exit code. Its output goes to `stdout`, by default this program's own.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdout?: 'inherit' | 'ignore' | 2, shell?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, { env = process.env, stdout = 'inherit', shell = false } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, env, shell, stdio: ['ignore', stdout, 'inherit'] });
    child.on('error', (error) => {
      console.error(error.message);
      done(1);
    });
    child.on('close', (code) => done(code ?? 1));
  });
}

/**
 * Runs a program of an installed package, e.g. `runTool('vite', 'vite', ['build'])`.
 * @param {string} packageName
 * @param {string} tool
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdout?: 'inherit' | 'ignore' | 2 }} [options]
 */
export function runTool(packageName, tool, args, options) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return run(process.execPath, [join(folder, typeof bin === 'string' ? bin : bin[tool]), ...args], options);
}

/** Installs the packages of package-lock.json unless they are there already. */
export async function ensureInstalled() {
  requireNode();
  if (isInstalled()) return;
  console.error('Installing packages (about a minute) ...');
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], { stdout: 2 })
    : await run('npm', args, { stdout: 2, shell: process.platform === 'win32' });
  if (code !== 0) throw new Advice('The packages could not be installed; npm says why above.');
  writeFileSync(lockStamp, lockHash());
}

/** Builds and compresses the site in `build/` unless that is done already for these very sources. */
export async function ensureBuilt() {
  const stamp = inputHash();
  if (buildStamp() === stamp) return;
  console.error('Building (about half a minute) ...');
  rmSync(stampFile, { force: true });
  const code = await runTool('vite', 'vite', ['build', '--logLevel', 'warn'], { stdout: 'ignore' });
  if (code !== 0) throw new Advice('The app could not be built; the reason stands above.');
  await compressFiles(filesIn(buildFolder));
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, `${stamp} ${buildTime()}`);
}

/** One hash over the names and contents of everything the site is built from. */
export function inputHash() {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesIn(join(root, input))).sort()) {
    const name = relative(root, file).split(sep).join('/');
    if (name.startsWith('src/cli/')) continue;
    const content = readFileSync(file);
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * The latest change to any file or folder at or below the paths, in milliseconds; a folder changes when a file in it
 * comes or goes.
 * @param {string[]} paths
 * @returns {number}
 */
export function newestChange(paths) {
  return Math.max(
    0,
    ...paths.filter(existsSync).map((path) => {
      const entry = statSync(path);
      if (!entry.isDirectory()) return entry.mtimeMs;
      return Math.max(entry.mtimeMs, newestChange(readdirSync(path).map((name) => join(path, name))));
    }),
  );
}

/**
 * @param {string} path
 * @returns {string[]}
 */
export function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Advice(`Bosett needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
}

function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  if (existsSync(lockStamp) && readFileSync(lockStamp, 'utf8') === lockHash()) return true;
  const have = packages(installed);
  return Object.entries(packages(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || have[path]?.version === version || (optional && !have[path]),
  );
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
function packages(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}

function buildStamp() {
  if (!existsSync(stampFile)) return undefined;
  const [stamp, time] = readFileSync(stampFile, 'utf8').split(' ');
  return time === buildTime() ? stamp : undefined;
}

/** Differs after a build that was made past this module and is therefore not compressed. */
function buildTime() {
  const page = join(buildFolder, 'index.html');
  return existsSync(page) ? String(statSync(page).mtimeMs) : 'none';
}
