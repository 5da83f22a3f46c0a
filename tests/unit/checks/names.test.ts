import { describe, expect, it } from 'vitest';
import { check } from '../../../bin/checks/names.js';
import { treeOf } from '../../../bin/checks/tree.js';

const said = (files: Record<string, string>) => check(treeOf(files)).map(({ says }) => says);

describe('names of files', () => {
  it.each([
    'lib/gate/utils.ts',
    'lib/helpers/dates.ts',
    'tests/support/helpers.ts',
    'components/ui/types.ts',
    'lib/gate/constants.test.ts',
  ])('%s is a drawer', (path) => {
    expect(said({ [path]: 'export const one = 1;' })[0]).toContain('says nothing');
  });

  it('a file that only passes on what others hold is a barrel', () => {
    expect(
      said({ 'lib/gate/gate.ts': "export * from './verdict';\nexport { say } from './wording';" })[0],
    ).toContain('a barrel');
  });

  it('a file called after what it holds is fine', () => {
    expect(said({ 'lib/gate/verdict.ts': 'export const verdict = 1;' })).toEqual([]);
  });
});
