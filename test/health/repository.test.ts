import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/cli/prepare.js';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

test('package-lock.json names no registry, so that it installs from any', () => {
  const lines = read('package-lock.json')
    .split('\n')
    .filter((line) => line.includes('"resolved"'));
  expect(lines).toEqual([]);
});

test('every dependency is one exact version', () => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(read('package.json'));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)),
  );
  expect(loose).toEqual([]);
});
