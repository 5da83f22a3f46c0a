import { beforeAll, describe, expect, it } from 'vitest';
import type { Writer } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { referralTo } from '@/lib/gate/lifting/queries';
import { lastHearingOf } from '@/lib/replies/heard/queries';
import { hear, unhear } from '@/lib/replies/mutations';
import { listening } from '@/lib/replies/queries';
import { linkReferral } from '@/lib/replies/referrals/mutations';
import { namedAloneIn, whoNamed } from '@/lib/replies/referrals/queries';
import { logMessage } from '@/lib/threads/mutations';
import { happenedAround } from '@/lib/threads/queries';
import { poolAs } from '@/tests/support/database';
import { aMember } from '@/tests/support/people';
import { aContact, heard, said } from '@/tests/support/talk';

let member: Writer;
let other: Writer;

beforeAll(async () => {
  member = await aMember({ name: 'Nora' });
  other = await aMember({ name: 'Marc' });
});

async function named(): Promise<{ ana: string; reply: string; id: string }> {
  const ana = await aContact();
  const reply = await replied(ana, 'Better ask Luis.');
  await hear(member, reply, heard('wrong_person', { referral: 'Luis' }));
  const [alone] = await namedAloneIn(member, reply);
  return { ana, reply, id: alone?.id ?? '' };
}

async function replied(contactId: string, words: string): Promise<string> {
  const answer = await logMessage(member, said(contactId, 'inbound', words, { ago: 1 }));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.messageId;
}

describe('somebody who was named by name alone', () => {
  it('is linked to a contact later, and then opens a message to them', async () => {
    const { ana, reply, id } = await named();
    const luis = await aContact({ name: 'Luis Vega' });
    expect(await referralTo(member, luis)).toBe(null);
    const words = await db().referral.findUniqueOrThrow({ where: { id } });
    expect(await linkReferral(member, reply, { id, referralId: luis, referralAddress: null })).toEqual({
      ok: true,
    });
    expect(await referralTo(member, luis)).toMatchObject({ referrerId: ana });
    expect(await namedAloneIn(member, reply)).toEqual([]);
    // It is as old as the words were.
    expect(await db().referral.findUniqueOrThrow({ where: { id } })).toEqual({ ...words, contactId: luis });
    expect(await linkReferral(member, reply, { id, referralId: ana, referralAddress: null })).toMatchObject({
      ok: false,
      reason: 'referral_unknown',
    });
  });

  it('is kept as a contact, where only an address is known', async () => {
    const { reply, id } = await named();
    const told = { id, referralId: null, referralAddress: `luis-${id.slice(-6)}@marea.example` };
    expect(await linkReferral(member, reply, told)).toEqual({ ok: true });
    const kept = await db().contact.findFirst({
      where: { addresses: { some: { typed: told.referralAddress } } },
    });
    expect(kept).toMatchObject({ name: 'Luis' });
  });

  it('is not kept under something that is no address, and what was typed is said to be wrong', async () => {
    const ana = await aContact();
    const reply = await replied(ana, 'Write to Jeanne, at the Atelier.');
    const told = { referral: 'Jeanne Petit', referralAddress: 'jeanne at atelier' };
    expect(await hear(member, reply, heard('wrong_person', told))).toEqual({
      ...{ ok: false, reason: 'referral_unreadable' },
    });
    expect(await db().contact.count({ where: { name: 'Jeanne Petit' } })).toBe(0);
    expect(await db().hearing.count({ where: { messageId: reply } })).toBe(0);
  });

  it('is named once in the log, however often the reply is heard, keeps an address that comes later, and shows who named them', async () => {
    const ana = await aContact();
    const bruno = await aContact({ name: 'Bruno' });
    const reply = await replied(ana, 'Bruno is the one.');
    const told = { referral: 'Bruno', referralId: bruno };
    await hear(member, reply, heard('wrong_person', told));
    const address = `bruno-${bruno.slice(-6)}@marea.example`;
    await hear(member, reply, heard('question', { ...told, referralAddress: address }));
    const events = { verb: 'referral_recorded', contactId: ana } as const;
    expect(await db().event.count({ where: events })).toBe(1);
    expect(await referralTo(member, bruno)).toMatchObject({ referrerId: ana });
    expect(await whoNamed(member, bruno)).toMatchObject([{ contactId: ana, messageId: reply }]);
    const happened = await happenedAround(member, ana, { from: null, to: null });
    expect(happened.filter(({ kind }) => kind === 'referral_recorded')).toMatchObject([
      { text: 'Bruno', referredId: bruno },
    ]);
    expect(await db().address.count({ where: { contactId: bruno, typed: address } })).toBe(1);
    const elsewhere = { ...told, referralId: await aContact({ name: 'Eva' }), referralAddress: address };
    expect(await hear(member, reply, heard('question', elsewhere))).toEqual({
      ...{ ok: false, reason: 'referral_of_another' },
    });
  });

  it('is named again when a hearing without them is undone', async () => {
    const ana = await aContact();
    const bruno = await aContact({ name: 'Bruno' });
    const reply = await replied(ana, 'Bruno is the one.');
    await hear(member, reply, heard('wrong_person', { referral: 'Bruno', referralId: bruno }));
    await hear(member, reply, heard('declined', { scope: 'person' }));
    await unhear(member, reply);
    const { hearing } = (await listening(member, reply)) ?? { hearing: null };
    expect(hearing).toMatchObject({ outcome: 'wrong_person', named: { contact: { id: bruno } } });
    expect(await lastHearingOf(member, reply)).toMatchObject({ named: { id: bruno, name: 'Bruno' } });
  });

  it('is linked by nobody but who heard it, to somebody, and within 90 days', async () => {
    const { ana, reply, id } = await named();
    const luis = await aContact({ name: 'Luis Vega' });
    const told = { id, referralId: luis, referralAddress: null };
    expect(await linkReferral(other, reply, told)).toEqual({ ok: false, reason: 'only_replies_refer' });
    expect(await linkReferral(member, reply, { ...told, referralId: null })).toEqual({
      ok: false,
      reason: 'nobody_named',
    });
    expect(await linkReferral(member, reply, { ...told, referralId: ana })).toEqual({
      ok: false,
      reason: 'only_replies_refer',
    });
    await poolAs('owner').query(
      `UPDATE referrals SET recorded_at = recorded_at - interval '91 days' WHERE id = $1`,
      [id],
    );
    expect(await linkReferral(member, reply, told)).toEqual({ ok: false, reason: 'referral_unknown' });
  });
});
