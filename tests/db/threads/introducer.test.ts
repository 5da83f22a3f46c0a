import { expect, it } from 'vitest';
import { rows } from '@/lib/db/pool';
import { introducerOf } from '@/lib/threads/contact/queries';
import { aReader } from '@/tests/support/people';
import { aContact } from '@/tests/support/talk';

it('who introduced somebody is found by the row, else by the name while only one has it', async () => {
  const reader = await aReader();
  const [id, tom] = [await aContact({ name: 'Priya' }), await aContact({ name: 'Tom' })];
  expect(await introducerOf(reader, { id, introducer: 'tom' })).toEqual({ id: tom, name: 'Tom' });
  expect(await introducerOf(reader, { id, introducer: 'Somebody else' })).toBe(null);
  expect(await introducerOf(reader, { id, introducer: null })).toBe(null);
  expect(await introducerOf(reader, { id, introducer: 'Priya' })).toBe(null);
  const other = await aContact({ name: 'Tom' });
  expect(await introducerOf(reader, { id, introducer: 'Tom' })).toBe(null);
  await rows('UPDATE contacts SET introduced_by_id = $2 WHERE id = $1', [id, other]);
  expect(await introducerOf(reader, { id, introducer: 'Tom' })).toEqual({ id: other, name: 'Tom' });
});
