import { v7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Owner } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { simulate } from '@/lib/gate/simulation/queries';
import { changePolicy } from '@/lib/policy/mutations';
import { defaultPolicy, type Policy } from '@/lib/policy/policy';
import { aMember, anOwner } from '@/tests/support/people';
import { heard, logged, somebody } from './scene';
import { day, forgetEverybody, itIs, weeksAgo, withClockInARow, writtenTo } from './simulating';

withClockInARow();
let nora: Owner;
beforeAll(async () => {
  nora = await anOwner({ name: 'Nora' });
});
beforeEach(async () => {
  await changePolicy(nora, defaultPolicy);
  await forgetEverybody();
});

/** May this be written? Asked of the law in so many words; who looked this morning does not matter here. */
async function isOpen({ id, linkedin }: { id: string; linkedin: string }, pitch: string | null = null) {
  const [answer] = await rows<{ codes: string[] }>(
    `SELECT ARRAY(SELECT r ->> 'code' FROM jsonb_array_elements(law.verdict($1, $2, 'linkedin', $3, $4, NULL, true) -> 'reasons') r) AS codes`,
    [id, nora.userId, linkedin, pitch],
  );
  return answer?.codes.every((code) => code === 'deaf') ?? false;
}

async function told(policy: Partial<Policy>) {
  const answer = await simulate(nora, { ...defaultPolicy, ...policy });
  if (typeof answer === 'string') throw new Error(answer);
  return answer;
}

const pairs = ({ first }: Awaited<ReturnType<typeof told>>) =>
  first.map(({ contactId, wish, change }) => `${contactId} ${wish} ${change}`).sort();

describe('before a policy is saved, one is told whom it touches', () => {
  it('a first follow-up opens whoever never answered one message, and nobody who spoke or had two', async () => {
    const ana = await writtenTo(nora, 'Ana');
    await writtenTo(nora, 'Ben', { times: 2 });
    await writtenTo(nora, 'Cleo', { spoke: true });
    const answer = await told({ followUpsNeverAnswered: 1 });
    expect(pairs(answer)).toEqual([`${ana.id} message opens`]);
    expect(answer.counts.message).toEqual({ closes: 0, opens: 1, later: 0, no_longer: 0 });
    expect(answer.first[0]?.before.map(({ code }) => code)).toEqual(['awaiting_reply']);
    expect(await isOpen(ana)).toBe(false);
    await changePolicy(nora, { ...defaultPolicy, followUpsNeverAnswered: 1 });
    expect(await isOpen(ana)).toBe(true);
    expect((await told({})).counts.message).toEqual({ closes: 1, opens: 0, later: 0, no_longer: 0 });
  });

  it('messages into a silence open whoever spoke and was written to once; a second one those written to twice', async () => {
    const cleo = await writtenTo(nora, 'Cleo', { spoke: true });
    const dora = await writtenTo(nora, 'Dora', { spoke: true, times: 2 });
    await writtenTo(nora, 'Ana');
    expect(pairs(await told({ followUpsInConversation: 1 }))).toEqual([`${cleo.id} message opens`]);
    const both = [`${cleo.id} message opens`, `${dora.id} message opens`].sort();
    expect(pairs(await told({ followUpsInConversation: 2 }))).toEqual(both);
    await changePolicy(nora, { ...defaultPolicy, followUpsInConversation: 2 });
    expect([await isOpen(cleo), await isOpen(dora)]).toEqual([true, true]);
    expect(pairs(await told({ followUpsInConversation: 1 }))).toEqual([`${dora.id} message closes`]);
  });

  it('whoever was written to a week ago opens later, on the day the law names', async () => {
    const ana = await writtenTo(nora, 'Ana');
    await itIs(new Date(weeksAgo.getTime() + 7 * day));
    const answer = await told({ followUpsNeverAnswered: 1 });
    expect(pairs(answer)).toEqual([`${ana.id} message later`]);
    expect(answer.first[0]?.after[0]?.until).toEqual(new Date(weeksAgo.getTime() + 14 * day));
    await changePolicy(nora, { ...defaultPolicy, followUpsNeverAnswered: 1 });
    expect(pairs(await told({}))).toEqual([`${ana.id} message no_longer`]);
    await itIs(new Date());
  });

  it('refusing pitches closes strangers to pitches alone; off and warn close nobody', async () => {
    const [ana, ben] = [await somebody('Ana'), await somebody('Ben')];
    await db().contact.update({
      where: { id: ben.id },
      data: { metHow: 'event', metWhere: 'Fira' },
      select: { id: true },
    });
    expect(pairs(await told({ invitationNeeded: 'off' }))).toEqual([]);
    const answer = await told({ invitationNeeded: 'block' });
    expect(pairs(answer)).toEqual([`${ana.id} pitch closes`]);
    expect(answer.first[0]?.after.map(({ code }) => code)).toEqual(['invitation_needed']);
    const pitch = v7();
    await changePolicy(nora, { ...defaultPolicy, invitationNeeded: 'block' });
    expect([await isOpen(ana), await isOpen(ana, pitch), await isOpen(ben, pitch)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(pairs(await told({ invitationNeeded: 'off' }))).toEqual([`${ana.id} pitch opens`]);
  });

  it('another zone closes whoever took a no back on what is, there, the same day', async () => {
    const ana = await somebody('Ana');
    const [late, nextDay] = [new Date('2026-03-02T23:00:00Z'), new Date('2026-03-03T00:30:00Z')];
    const no = await logged(nora, ana.id, { body: 'No.', occurredAt: late });
    await heard(nora, ana.id, no, { outcome: 'declined', scope: 'person' });
    const yes = await logged(nora, ana.id, { body: 'Yes, after all.', occurredAt: nextDay, dayOnly: true });
    await heard(nora, ana.id, yes, { outcome: 'interested' });
    await logged(nora, ana.id, {
      body: 'Good.',
      direction: 'outbound',
      answersId: yes,
      occurredAt: new Date(weeksAgo),
    });
    const before = { ...defaultPolicy, followUpsInConversation: 1 as const };
    await changePolicy(nora, before);
    await itIs(new Date(Date.now() + 20 * day));
    const answer = await simulate(nora, { ...before, timeZone: 'America/Bogota' });
    expect(answer).toMatchObject({
      counts: { message: { closes: 1, opens: 0 } },
      first: [{ contactId: ana.id, change: 'closes', after: [{ code: 'declined' }] }],
    });
    expect(await isOpen(ana)).toBe(true);
    await changePolicy(nora, { ...before, timeZone: 'America/Bogota' });
    expect(await isOpen(ana)).toBe(false);
    await itIs(new Date());
  });

  it('a conversation of a colleague is asked about for that colleague', async () => {
    const marc = await aMember({ name: 'Marc' });
    const ana = await writtenTo(marc, 'Ana');
    expect(await isOpen(ana)).toBe(false);
    expect(pairs(await told({ followUpsNeverAnswered: 1 }))).toEqual([`${ana.id} message opens`]);
  });

  it('whoever has no open way to them is not said to open', async () => {
    const ana = await writtenTo(nora, 'Ana');
    await rows(
      `SELECT law.suppress_address(a.channel, a.handle, 'by_hand', $2, 'Asked.') FROM addresses a WHERE a.contact_id = $1`,
      [ana.id, nora.userId],
    );
    expect(pairs(await told({ followUpsNeverAnswered: 1 }))).toEqual([]);
  });
});
