import { expect, it } from 'vitest';
import type { Writer } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { pool } from '@/lib/db/pool';
import { hear } from '@/lib/replies/mutations';
import { guessOf } from '@/lib/replies/suggested/guess';
import { suggestWaiting } from '@/lib/replies/suggested/mutations';
import { learntModel } from '@/lib/replies/suggested/queries';
import { shippedModel } from '@/lib/replies/suggesting/model';
import { logMessage, retract } from '@/lib/threads/mutations';
import { poolAs } from '@/tests/support/database';
import { aMember, anOwner } from '@/tests/support/people';
import { aContact, heard, said } from '@/tests/support/talk';

const yes = 'Sounds great, send me the price list and we can talk on Thursday.';
const trial = 'We would love a trial, could you send us the details?';
const no = 'No thanks, please take me off your list.';

async function theySay(member: Writer, words: string): Promise<string> {
  const answer = await logMessage(member, said(await aContact(), 'inbound', words, { ago: 1 }));
  if (!answer.ok) throw new Error(answer.reason);
  await suggestWaiting(100);
  return answer.messageId;
}

const suggested = async (messageId: string) =>
  (await db().reply.findUniqueOrThrow({ where: { messageId } })).outcome;

const guessed = async (body: string) => {
  const one = { id: 'x', body, occurredAt: new Date(0), channel: 'email' as const, joint: null };
  return guessOf([one], await learntModel())?.outcome ?? null;
};

it('suggests replies like one that was heard otherwise more carefully, wherever a suggestion is made', async () => {
  const member = await aMember();
  const first = await theySay(member, `${yes}\n\nBest,\nEva`);
  expect(await suggested(first)).toBe('interested');
  await hear(member, first, heard('declined'));
  expect(await suggested(await theySay(member, yes))).toBe('declined');
  expect(await guessed(`${yes}\n\nOn Monday Ana wrote:\n> Would you like to see it?`)).toBe('declined');
  expect(await guessed('How much is it for ten seats?')).toBe('question');
  // Heard anew, the last hearing counts.
  await hear(member, first, heard('interested'));
  expect(await guessed(yes)).toBe('interested');
});

it('never takes a no for a yes, whatever was heard in one like it', async () => {
  const member = await aMember();
  for (const outcome of ['interested', 'question', 'other'] as const) {
    const stop = await theySay(member, no);
    await hear(member, stop, heard(outcome));
    expect(await suggested(await theySay(member, no))).toBe('opted_out');
    expect(await guessed(no)).toBe('opted_out');
  }
});

it('forgets what it learnt within a minute, when the words it learnt it from are taken back or erased', async () => {
  const member = await aMember();
  const [one, other] = [await theySay(member, trial), await theySay(member, `${trial} Thank you!`)];
  const before = await suggested(one);
  expect(before).not.toBeNull();
  await hear(member, one, heard('other'));
  await hear(member, other, heard('other'));
  expect(await guessed(trial)).toBeNull();
  const minutes = (n: number) => learntModel(pool(), performance.now() + n * 60_000);
  const all = (await minutes(0)).learnt.length;
  expect(await retract(await anOwner(), one, 'another Eva')).toMatchObject({ ok: true });
  expect((await minutes(2)).learnt).toHaveLength(all - 1);
  await poolAs('owner').query('DELETE FROM hearings WHERE message_id = $1', [other]);
  expect((await minutes(4)).learnt).toHaveLength(all - 2);
  expect(shippedModel().learnt).toEqual([]);
});

it('learns nothing from sample people', async () => {
  const member = await aMember();
  const message = await theySay(member, 'Oui, avec plaisir, envoyez-moi le tarif.');
  const learnt = (await learntModel()).learnt.length;
  await poolAs('owner').query(
    `UPDATE contacts SET import_key = 'sample:x' WHERE id = (SELECT contact_id FROM messages WHERE id = $1)`,
    [message],
  );
  await hear(member, message, heard('later', { until: '2099-01-05' }));
  expect((await learntModel()).learnt).toHaveLength(learnt);
});
