import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const alias = { '@': at('.'), 'server-only': at('node_modules/server-only/empty.js') };

export default defineConfig({
  resolve: { alias },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        // Pure rules share one process: nothing they do could be seen by another file.
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx,js}'], isolate: false },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          globalSetup: [at('tests/support/cluster.ts')],
          setupFiles: [at('tests/support/clone.ts')],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'bench',
          include: ['tests/bench/**/*.bench.ts'],
          globalSetup: [at('tests/support/cluster.ts')],
          setupFiles: [at('tests/support/clone.ts')],
          testTimeout: 3_600_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
