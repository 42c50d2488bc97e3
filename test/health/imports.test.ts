import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { filesIn, root } from '../../src/cli/prepare.js';

interface Import {
  from: string;
  typeOnly: boolean;
}

const engine = ['model', 'parameters', 'ingest', 'database', 'charts', 'export', 'protect', 'text', 'format'];

const directions: Record<string, string[]> = {
  model: [],
  parameters: ['model'],
  ingest: ['model'],
  database: ['model'],
  charts: ['model'],
  // A picture in a document is drawn from what the screen draws.
  export: ['model', 'charts', 'text', 'format'],
  protect: ['model'],
  text: ['model', 'format'],
  format: [],
  components: ['model', 'charts', 'text', 'format'],
  state: engine,
  cli: engine,
  routes: [...engine, 'components', 'state'],
};
const knowsSvelte = ['components', 'state', 'routes'];

const sources = filesIn(join(root, 'src'))
  .map((file) => relative(root, file).split(sep).join('/'))
  .filter((file) => /\.(ts|js|svelte|html|css|sql)$/.test(file));
const modules = sources.filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('.d.ts'));

test('every import goes in the one allowed direction', () => {
  const offenders = modules.flatMap((file) =>
    importsOf(file).flatMap((each) => {
      const complaint = complaintAbout(file, each);
      return complaint ? [`${file} imports ${each.from}: ${complaint}`] : [];
    }),
  );
  expect(offenders).toEqual([]);
});

test('no file of src/lib imports itself through others', () => {
  const graph = new Map(modules.filter((file) => file.startsWith('src/lib/')).map((file) => [file, targetsOf(file)]));
  expect(cyclesIn(graph)).toEqual([]);
});

test('nothing is loaded from another origin', () => {
  const offenders = sources
    .filter((file) => !file.startsWith('src/lib/text/'))
    .flatMap((file) => addressesIn(file).map((address) => `${file}: ${address}`));
  expect(offenders).toEqual([]);
});

function complaintAbout(file: string, { from, typeOnly }: Import): string | undefined {
  const folder = folderOf(file);
  const allowed = directions[folder];
  if (allowed === undefined) return file.startsWith('src/lib/') ? `no direction is stated for ${folder}` : undefined;
  const target = resolve(file, from);
  if (target === undefined) return packageComplaint(folder, from);
  if (/^(data|scenarios)\//.test(target)) return folder === 'model' ? 'model reads no files' : undefined;
  if (target === 'src/app.css' && folder === 'routes') return undefined;
  const other = folderOf(target);
  if (other === folder) return from.startsWith('$lib') ? 'inside a folder write ./x' : undefined;
  if (!from.startsWith('$lib')) return 'across folders write $lib/...';
  if (!allowed.includes(other)) return `${folder} may import ${allowed.join(', ') || 'nothing'}`;
  if (folder === 'text' && other === 'model' && !typeOnly) return 'text takes only types from model';
  return undefined;
}

function packageComplaint(folder: string, from: string): string | undefined {
  if (folder === 'model' && from !== 'zod') return 'model imports only zod and its own files';
  if (folder === 'format') return 'format imports nothing';
  if (from.startsWith('@duckdb/') && folder !== 'database') return 'only database knows DuckDB';
  if (/^(svelte|@sveltejs|\$app|\$env)(\/|$)/.test(from) && !knowsSvelte.includes(folder)) return 'no Svelte here';
  return undefined;
}

/** src/lib/model/x.ts -> model, src/lib/format.ts -> format, src/routes/x -> routes, src/cli/x -> cli */
function folderOf(file: string): string {
  return file.replace(/^src\/(lib\/)?/, '').replace(/(\.ts)?(\/.*)?$/, '');
}

/** The path from the root of the repository; undefined for a package. */
function resolve(file: string, from: string): string | undefined {
  const path = from.replace(/\?\w+$/, '');
  if (path.startsWith('/')) return path.slice(1);
  if (path.startsWith('$lib')) return posix.join('src/lib', path.slice('$lib'.length));
  return path.startsWith('.') ? posix.join(posix.dirname(file), path) : undefined;
}

function targetsOf(file: string): string[] {
  return importsOf(file).flatMap(({ from }) => {
    const target = resolve(file, from);
    if (target === undefined) return [];
    const bare = target.replace(/\.js$/, '');
    return [target, `${bare}.ts`, `${bare}.svelte.ts`, `${bare}/index.ts`].find(isFile) ?? [];
  });
}

function isFile(path: string): boolean {
  const file = join(root, path);
  return existsSync(file) && statSync(file).isFile();
}

function cyclesIn(graph: Map<string, string[]>): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (done.has(file)) return;
    done.add(file);
    for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}

function importsOf(file: string): Import[] {
  const found: Import[] = [];
  walk(scriptOf(file), (node) => {
    if (ts.isImportDeclaration(node)) found.push(imported(node.moduleSpecifier, isTypeOnly(node.importClause)));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      found.push(imported(node.moduleSpecifier, node.isTypeOnly));
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      found.push(imported(node.argument.literal, true));
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0])
      found.push(imported(node.arguments[0], false));
  });
  return found.filter(({ from }) => from !== '');
}

function imported(node: ts.Node, typeOnly: boolean): Import {
  return { from: ts.isStringLiteralLike(node) ? node.text : '', typeOnly };
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  return clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

/** Addresses in string literals and markup; a source named in a comment is no request. */
function addressesIn(file: string): string[] {
  const text = /\.(ts|js)$/.test(file) ? literalsOf(file) : markupOf(file) + literalsOf(file);
  return (text.match(/https?:\/\/[^\s'"`)<>]*/g) ?? []).filter(
    (address) => !/^https?:\/\/(www\.w3\.org\/|localhost)/.test(address),
  );
}

function literalsOf(file: string): string {
  const found: string[] = [];
  walk(scriptOf(file), (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(node.text);
  });
  return found.join('\n');
}

function scriptOf(file: string): ts.SourceFile {
  const text = readFileSync(join(root, file), 'utf8');
  const scripts = [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map((match) => match[1]).join('\n');
  const code = /\.(ts|js)$/.test(file) ? text : scripts;
  return ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

function markupOf(file: string): string {
  const text = readFileSync(join(root, file), 'utf8');
  return text
    .replace(/<script[^>]*>.*?<\/script>/gs, '')
    .replace(/<!--.*?-->/gs, '')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/^\s*--.*$/gm, '');
}

function walk(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => walk(child, see));
}
