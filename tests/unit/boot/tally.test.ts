import { describe, expect, it } from 'vitest';
import { tallyLine, tallyPlaywright, tallyVitest } from '@/bin/boot/tally.js';

describe('the sum of a test run', () => {
  it('counts what vitest wrote and names what was skipped', () => {
    const file = (status: string, ...tests: [string, string][]) => ({
      name: 'a.test.ts',
      status,
      message: 'broke',
      assertionResults: tests.map(([of, fullName]) => ({ status: of, fullName })),
    });
    expect(
      tallyVitest({
        testResults: [
          file('passed', ['passed', 'one'], ['pending', 'two']),
          file('failed', ['failed', 'three']),
          file('failed', ['passed', 'four']),
        ],
      }),
    ).toEqual({ passed: 2, failed: 2, skipped: ['two'], broken: ['three', 'a.test.ts: broke'] });
  });

  it('counts what Playwright wrote, a test that passed only at the second try as failed', () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
    const report = {
      errors: [{ message: 'no browser' }],
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('one', 'expected'), spec('two', 'skipped')],
          suites: [{ title: 'inner', specs: [spec('three', 'unexpected'), spec('four', 'flaky')] }],
        },
      ],
    };
    expect(tallyPlaywright(report)).toEqual({
      passed: 1,
      failed: 3,
      skipped: ['a.spec.ts › two'],
      broken: ['a.spec.ts › inner › three', 'a.spec.ts › inner › four', 'no browser'],
    });
  });

  it('reads the closing line of a program, the last one if there are more', () => {
    expect(tallyLine('1 passed, 0 failed\nx\n3 passed, 2 failed\n')).toMatchObject({ passed: 3, failed: 2 });
    expect(tallyLine('all is well')).toBeNull();
  });
});
