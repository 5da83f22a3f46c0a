import { describe, expect, it } from 'vitest';
import { rangeOf, uidsIn } from '@/lib/mail/sequence-set';

describe('UIDs as a sequence set', () => {
  it.each([
    [[], ''],
    [[7], '7'],
    [[4, 1, 2, 3, 9, 7], '1:4,7,9'],
    [[1, 3, 5], '1,3,5'],
  ])('writes %j as “%s”, and reads it', (uids, set) => {
    expect(rangeOf(uids)).toBe(set);
    expect(uidsIn(set, 10)).toEqual([...uids].sort((a, b) => a - b));
  });

  it('reads runs written from their end, and one within another', () => {
    expect(uidsIn('9,4:2,3,3:5', 10)).toEqual([2, 3, 4, 5, 9]);
  });

  it.each(['1:4294967295', '4294967295:1', '1:5,3:8', '1:6,7'])(
    'names no more than are asked for: “%s”',
    (set) => {
      expect(uidsIn(set, 6)).toBeNull();
    },
  );

  it.each(['*', '1:*', 'x', '1:2:3', '0', '-1', '1.5', '1,,2', ','])('is none: “%s”', (set) => {
    expect(uidsIn(set, 10)).toBeNull();
  });
});
