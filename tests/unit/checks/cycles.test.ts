import { expect, it } from 'vitest';
import { check } from '../../../bin/checks/cycles.js';
import { treeOf } from '../../../bin/checks/tree.js';

const round = (how: string) =>
  check(
    treeOf({
      'lib/gate/a.ts': "import { b } from './b';",
      'lib/gate/b.ts': "export { c } from '@/lib/gate/c';",
      'lib/gate/c.ts': `${how} { a } from './a';`,
    }),
  );

it('three files that import each other in a ring are found once', () => {
  expect(round('import')).toHaveLength(1);
  expect(round('import')[0]?.says).toContain('lib/gate/a.ts → lib/gate/b.ts → lib/gate/c.ts → lib/gate/a.ts');
});

it('a ring that only types close is none', () => {
  expect(round('import type')).toEqual([]);
});
