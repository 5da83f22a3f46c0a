import { expect, it } from 'vitest';
import { read } from '../../../bin/checks/unused.js';

it('what knip reports becomes a finding that says what to do', () => {
  const report = {
    issues: [
      { file: 'lib/gate/old.ts', files: [{ name: 'lib/gate/old.ts' }] },
      { file: 'lib/gate/verdict.ts', exports: [{ name: 'spare', line: 4 }] },
      { file: 'package.json', dependencies: [{ name: 'left-pad', line: 9 }] },
    ],
  };
  expect(read(report)).toEqual([
    { file: 'lib/gate/old.ts', line: undefined, says: 'nothing imports this file: use it or remove it' },
    { file: 'lib/gate/verdict.ts', line: 4, says: 'nothing imports spare: do not export it, or remove it' },
    { file: 'package.json', line: 9, says: 'nothing imports left-pad: remove it from package.json' },
  ]);
});
