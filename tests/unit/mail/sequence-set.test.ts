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
    expect(uidsIn(set)).toEqual([...uids].sort((a, b) => a - b));
  });

  it('reads runs written from their end, and one within another', () => {
    expect(uidsIn('4:2,3,9')).toEqual([2, 3, 4, 9]);
  });
});
