import { describe, expect, it } from 'vitest';
import { check } from '../../../bin/checks/casts.js';
import { treeOf } from '../../../bin/checks/tree.js';

const found = (text: string, path = 'lib/gate/verdict.ts') => check(treeOf({ [path]: text }));

describe('casts', () => {
  it.each([
    'export const it = (one: any) => one;',
    'export const it = value as any;',
    'export const it = value as unknown as Verdict;',
    'export const it = value as never;',
    'export const it = <any>value;',
    'export const it = list[0]!;',
    'let it!: string;',
    '// @ts-ignore\nexport const it = 1;',
    '// @ts-nocheck\nexport const it = 1;',
    '// @ts-expect-error the types are wrong\nexport const it = 1;',
  ])('%s is refused', (text) => {
    expect(found(text)).toHaveLength(1);
  });

  it.each([
    'export const it = value as const;',
    'export const it = !value;',
    'export const it = "as any";',
    'export const company = 1;',
  ])('%s is fine', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('tells the line', () => {
    expect(found('\n\nexport const it = list[0]!;')[0]).toMatchObject({
      file: 'lib/gate/verdict.ts',
      line: 3,
    });
  });

  it('lets a test show that something does not compile, when it says what', () => {
    const path = 'tests/unit/actor.test.ts';
    expect(found('// @ts-expect-error nobody can make an Actor by hand', path)).toHaveLength(0);
    expect(found('// @ts-expect-error', path)).toHaveLength(1);
  });
});
