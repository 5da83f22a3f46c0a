import { expect, it } from 'vitest';
import { changeBetween, opennessOf } from '@/lib/gate/simulation/openness';
import { tally } from '@/lib/gate/simulation/simulation';
import type { Reason, ReasonCode } from '@/lib/gate/verdict';

const reason = (code: ReasonCode, until: Date | null = null): Reason => ({
  ...{ code, until, since: null, message_id: null },
});
const dated = reason('awaiting_reply', new Date('2026-12-06'));
const silent = reason('awaiting_reply');

it('somebody is open whom nothing but the asker’s own listening keeps closed', () => {
  expect(opennessOf([])).toBe('open');
  expect(opennessOf([reason('listening_debt'), reason('deaf')])).toBe('open');
  expect(opennessOf([dated, reason('deaf')])).toBe('later');
  expect(opennessOf([dated, reason('declined')])).toBe('shut');
});

it('a change is told from one openness to another, and no other', () => {
  expect(changeBetween([silent], [reason('declined')])).toBeNull();
  expect(changeBetween([silent], [])).toBe('opens');
  expect(changeBetween([dated], [])).toBe('opens');
  expect(changeBetween([], [dated])).toBe('closes');
  expect(changeBetween([silent], [dated])).toBe('later');
  expect(changeBetween([dated], [silent])).toBe('no_longer');
});

it('all are counted, the first are kept, those who would be closed before the others', () => {
  const touched = tally(2);
  const one = { wish: 'message', before: [], after: [] } as const;
  for (const contactId of ['a', 'b', 'c']) touched.add({ ...one, contactId, change: 'opens' });
  touched.add({ ...one, contactId: 'd', change: 'closes' });
  expect(touched.total()).toBe(4);
  expect(touched.counts.message).toEqual({ closes: 1, opens: 3, later: 0, no_longer: 0 });
  expect(touched.first().map(({ contactId }) => contactId)).toEqual(['d', 'a']);
});
