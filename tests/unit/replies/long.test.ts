import { expect, it } from 'vitest';
import { isLong } from '@/components/replies/long';

it('folds what would push the question out of sight, by its lines and by its length', () => {
  expect(isLong('Yes, please.')).toBe(false);
  expect(isLong('A line\n'.repeat(10))).toBe(false);
  expect(isLong('A line\n'.repeat(30))).toBe(true);
  expect(isLong('word '.repeat(100))).toBe(false);
  expect(isLong('word '.repeat(500))).toBe(true);
});
