import { describe, expect, it } from 'vitest';
import { check } from '../../../bin/checks/sizes.js';
import { treeOf } from '../../../bin/checks/tree.js';

const long = (lines: number) => 'const one = 1;\n'.repeat(lines);
const said = (path: string, text: string) => check(treeOf({ [path]: text })).map(({ says }) => says);

describe('sizes', () => {
  it.each([
    ['app/today/page.tsx', 25],
    ['app/api/health/route.ts', 40],
    ['lib/gate/wording.ts', 120],
    ['lib/gate/queries.ts', 250],
    ['components/gate/sentence.tsx', 250],
    ['bin/start.js', 250],
    ['tests/db/law.test.ts', 250],
  ])('%s holds at most %i lines', (path, most) => {
    expect(said(path, long(most))).toEqual([]);
    expect(said(path, long(most + 1))[0]).toContain(`${most + 1} lines, at most ${most}`);
  });

  it.each([
    'prisma/law/verdict.sql',
    'lib/language/messages/en/gate.json',
    'docs/glossary.md',
    'app/globals.css',
  ])('%s may be long', (path) => {
    expect(said(path, long(400))).toEqual([]);
  });

  it('counts each action on its own', () => {
    const action = (name: string, lines: number) => `export async function ${name}() {\n${long(lines)}}\n`;
    expect(
      said('lib/gate/actions.ts', `'use server';\n${action('short', 30)}${action('other', 30)}`),
    ).toEqual([]);
    expect(said('lib/gate/actions.ts', `'use server';\n${action('endless', 60)}`)[0]).toContain(
      'endless has 62 lines',
    );
  });
});
