import { beforeAll, describe, expect, it } from 'vitest';
import type { Writer } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { referralTo } from '@/lib/gate/lifting/queries';
import { hear } from '@/lib/replies/mutations';
import { linkReferral } from '@/lib/replies/referrals/mutations';
import { namedAloneIn } from '@/lib/replies/referrals/queries';
import { logMessage } from '@/lib/threads/mutations';
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
  const answer = await logMessage(member, said(ana, 'inbound', 'Better ask Luis.', { ago: 1 }));
  if (!answer.ok) throw new Error(answer.reason);
  await hear(member, answer.messageId, heard('wrong_person', { referral: 'Luis' }));
  const [alone] = await namedAloneIn(member, answer.messageId);
  return { ana, reply: answer.messageId, id: alone?.id ?? '' };
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
