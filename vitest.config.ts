import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// A clone of the database for each file.
const database = {
  globalSetup: [at('tests/support/cluster.ts')],
  setupFiles: [at('tests/support/clone.ts')],
};

const alias = { '@': at('.'), 'server-only': at('node_modules/server-only/empty.js') };

export default defineConfig({
  resolve: { alias },
  test: {
    pool: 'forks',
    // More than the cores of a small machine: much of their time is waiting for the database.
    maxWorkers: 3,
    projects: [
      {
        resolve: { alias },
        // Pure rules share one process: nothing they do could be seen by another file.
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx,js}'], isolate: false },
      },
      {
        resolve: { alias },
        // Loading the modules anew for each file would take a third of the time.
        test: {
          ...database,
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          exclude: ['**/*.apart.test.ts'],
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        // These replace modules, or change the environment, and have a process of their own.
        test: {
          ...database,
          name: 'apart',
          include: ['tests/db/**/*.apart.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          ...database,
          name: 'bench',
          include: ['tests/bench/**/*.bench.ts'],
          testTimeout: 3_600_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
