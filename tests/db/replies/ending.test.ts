import { beforeAll, describe, expect, it } from 'vitest';
import type { Writer } from '@/lib/auth/actor';
import { dayIn } from '@/lib/replies/days';
import { hear, markDone, markNothingToAnswer, restContact } from '@/lib/replies/mutations';
import { listening, nextToListen, waitingToBeHeard } from '@/lib/replies/queries';
import { logMessage } from '@/lib/threads/mutations';
import { poolAs } from '@/tests/support/database';
import { aMember } from '@/tests/support/people';
import { aContact, heard, said, standingOf } from '@/tests/support/talk';

let member: Writer;

beforeAll(async () => {
  member = await aMember({ name: 'Nora' });
});

async function log(...[contactId, direction, body, rest]: Parameters<typeof said>): Promise<string> {
  const answer = await logMessage(member, said(contactId, direction, body, rest));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.messageId;
}

describe('whom to listen to next', () => {
  it('is who waits longest, then the one after them', async () => {
    await poolAs('owner').query('UPDATE standing SET unheard = 0, unheard_since = NULL WHERE unheard > 0');
    const [ana, tom] = [await aContact(), await aContact({ name: 'Tom' })];
    await log(ana, 'inbound', 'Uno.', { ago: 2 });
    const last = await log(ana, 'inbound', 'Dos.', { ago: 1 });
    const second = await log(tom, 'inbound', 'One.', { ago: 5 });
    expect(await waitingToBeHeard(member, 100)).toBe(2);
    expect(await nextToListen(member)).toBe(last);
    const here = await listening(member, last);
    expect(await nextToListen(member, here?.waiting ?? null)).toBe(second);
    await hear(member, last, heard('other'));
    expect(await nextToListen(member)).toBe(second);
    await hear(member, second, heard('other'));
    expect(await nextToListen(member)).toBe(null);
  });
});

describe('ending and resting', () => {
  it('a conversation is marked done on our turn, once everything is heard', async () => {
    const ana = await aContact();
    const reply = await log(ana, 'inbound', '¿Cuánto cuesta?');
    expect(await markDone(member, ana)).toEqual({ ok: false, reason: 'not_our_turn' });
    await hear(member, reply, heard('question'));
    expect(await markDone(member, ana)).toEqual({ ok: true });
    expect(await standingOf(ana)).toMatchObject({ turn: 'nobody', owed: 0 });
  });

  it('our last message may need no answer, unless it asks something', async () => {
    const ana = await aContact();
    await hear(member, await log(ana, 'inbound', 'Gracias.', { ago: 3 }), heard('other'));
    const asking = await log(ana, 'outbound', '¿Nos vemos?', { ago: 2 });
    expect(await markNothingToAnswer(member, ana, asking)).toEqual({
      ok: false,
      reason: 'something_to_answer',
    });
    const plain = await log(ana, 'outbound', 'Gracias a ti.', { ago: 1 });
    expect(await markNothingToAnswer(member, ana, plain)).toEqual({ ok: true });
    expect(await standingOf(ana)).toMatchObject({ turn: 'nobody' });
  });

  it('a rest of ours lies ahead, and ends when they write', async () => {
    const ana = await aContact();
    expect(await restContact(member, ana, '2020-01-01')).toEqual({
      ok: false,
      reason: 'rest_of_1_to_400_days',
    });
    const day = dayIn(30, new Date(), 'UTC');
    expect(await restContact(member, ana, day)).toEqual({ ok: true });
    expect((await standingOf(ana)).restsUntil?.toISOString()).toBe(`${day}T00:00:00.000Z`);
    await log(ana, 'inbound', 'Hola.');
    expect((await standingOf(ana)).restsUntil).toBe(null);
  });
});
