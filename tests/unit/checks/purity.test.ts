import { describe, expect, it } from 'vitest';
import { check } from '../../../bin/checks/purity.js';
import { treeOf } from '../../../bin/checks/tree.js';

const said = (files: Record<string, string>) => check(treeOf(files)).map(({ says }) => says);

describe('a rule touches nothing', () => {
  it.each([
    '@/lib/db/client',
    'pg',
    '@/generated/prisma/client',
    'node:fs',
    'fs',
    'node:net',
    'next/headers',
    './queries',
    './mutations',
  ])('a pure file may not import %s', (target) => {
    const [only] = said({ 'lib/gate/wording.ts': `import { one } from '${target}';` });
    expect(only).toContain('read in lib/gate/queries.ts, write in lib/gate/mutations.ts');
  });

  it.each(['queries', 'mutations', 'actions'])('%s.ts may', (role) => {
    expect(said({ [`lib/gate/${role}.ts`]: "import { db } from '@/lib/db/client';" })).toEqual([]);
  });

  it('may know the shape of a row', () => {
    expect(
      said({ 'lib/gate/wording.ts': "import type { Contact } from '@/generated/prisma/client';" }),
    ).toEqual([]);
  });

  it.each(['new Date()', 'Date.now()', 'Math.random()', "fetch('https://example.org')"])(
    'is told what %s would say',
    (text) => {
      expect(said({ 'lib/gate/wording.ts': `export const it = () => ${text};` })[0]).toContain(
        'as an argument',
      );
    },
  );

  it('may read a date it was given', () => {
    expect(said({ 'lib/gate/wording.ts': 'export const at = (text: string) => new Date(text);' })).toEqual(
      [],
    );
  });

  it('reads the environment in lib/env only', () => {
    const text = 'export const port = process.env.PORT;';
    expect(said({ 'lib/gate/queries.ts': text })).toHaveLength(1);
    expect(said({ 'lib/env/env.ts': text })).toEqual([]);
  });

  it('fetches no font and draws no picture at run time', () => {
    expect(said({ 'app/layout.tsx': "import { Inter } from 'next/font/google';" })[0]).toContain(
      'nothing is fetched',
    );
  });
});
