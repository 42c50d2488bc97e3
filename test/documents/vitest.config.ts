import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { root } from '../../src/cli/prepare.js';

export default defineConfig({
  root,
  test: {
    projects: [
      {
        extends: join(root, 'vite.config.ts'),
        test: {
          name: 'documents',
          environment: 'node',
          include: ['test/documents/**/*.check.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
