import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.js';

/** Where the build for browser tests lies, and the key of the server actions in it: the same for every run. */
export const testBuild = {
  dist: '.next-test',
  actionsKey: Buffer.from('earshot tests: never for people!').toString('base64'),
};

const bin = (name) => join(root, 'node_modules', name);

const vitest = (...projects) => ({
  program: [
    ...[bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json'],
    ...projects.map((one) => `--project=${one}`),
  ],
  report: 'vitest',
});

/** The steps of `npm test`. `needs` is what must have run before when a step is asked for alone. */
export const testSteps = {
  format: { program: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
  types: { program: [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
  lint: { program: [bin('eslint/bin/eslint.js'), '.', '--max-warnings=0'] },
  layers: { program: [join(root, 'bin/checks/run.js')], report: 'line' },
  unit: vitest('unit'),
  db: vitest('db', 'apart'),
  build: { builds: true },
  e2e: {
    program: [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    report: 'playwright',
    needs: ['build'],
    possible: async () => {
      if (!existsSync(join(root, 'tests/e2e'))) return 'there are no browser tests';
      const { findBrowser } = await import('./browser.js');
      return (await findBrowser()) ? null : 'there is no Chromium here';
    },
  },
};

/** Their order: group after group; in a group the rows run at the same time, each step by step. Two cores are reckoned with. */
export const testRows = [
  [
    ['types', 'lint', 'db'],
    ['format', 'layers', 'unit', 'build'],
  ],
  [['e2e']],
];
