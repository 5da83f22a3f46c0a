import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Writer } from '@/lib/auth/actor';
import { closeAccount } from '@/lib/auth/team/mutations';
import { db } from '@/lib/db/client';
import { closersOf } from '@/lib/gate/closers/queries';
import {
  grantException,
  handOver,
  handOverAll,
  look,
  nameSuccessor,
  withdrawClosers,
} from '@/lib/gate/lifting/mutations';
import { conversationWith, reasonsFor } from '@/lib/gate/lifting/queries';
import { decidedOn, standingOf } from '@/lib/gate/queries';
import { standingWords } from '@/lib/gate/standing-words';
import { plainly } from '@/lib/gate/parts';
import { copyOut, notSent, sent } from '@/lib/outbox/mutations';
import { hearingSchema } from '@/lib/replies/hearing';
import { hear } from '@/lib/replies/mutations';
import { readingNow } from '@/lib/policy/queries';
import { retract } from '@/lib/threads/mutations';
import { aMember, anOwner } from '@/tests/support/people';
import { anOrganization, heard, letter, logged, said, somebody } from './scene';

const none = { referralId: null, exceptionId: null, promisedOn: null, nothingToAnswer: false };
const nothingSaid = {
  ...{ scope: '', aboutPitchId: '', until: '', referral: '', referralAddress: '', words: '' },
  ...{ whatWeHeard: '', reason: '' },
};
const news = 'The museum has opened a second house.';

const question = (contactId: string, addressId: string | null = null) => {
  const channel = 'linkedin' as const;
  return { contactId, channel, addressId, pitchId: null, answersId: null, newFact: false };
};

async function codes(by: Writer, contactId: string) {
  const { verdict } = await decidedOn(by, question(contactId));
  return verdict.reasons.map(({ code }) => code);
}

/** What they said last was long ago and asked nothing: silence would decide now. */
async function longEnded(by: Writer, contactId: string) {
  await logged(by, contactId, { body: 'Hello?', direction: 'outbound', occurredAt: daysAgo(40) });
  const reply = await logged(by, contactId, { body: 'Bye.', occurredAt: daysAgo(39) });
  await heard(by, contactId, reply, { outcome: 'other' });
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

async function wordsFor(actor: Writer, contactId: string): Promise<string> {
  const standing = await standingOf(actor, contactId);
  return plainly(standingWords(standing, await readingNow('en')), { language: 'en' });
}

describe('a look', () => {
  it('counts for the one who looked, and opens what only silence would decide', async () => {
    const [nora, marc, ana] = [await anOwner(), await aMember(), await somebody('Ana')];
    await longEnded(nora, ana.id);
    const asMarc = { ...question(ana.id), pitchId: v7() };
    const before = (await decidedOn(marc, asMarc)).verdict.reasons.map(({ code }) => code);
    expect(await look(marc, 'linkedin')).toEqual({ ok: true });
    const after = (await decidedOn(marc, asMarc)).verdict.reasons.map(({ code }) => code);
    expect(after).toEqual(before.filter((code) => code !== 'deaf'));
    const looks = await db().look.count({ where: { userId: marc.userId, channel: 'linkedin' } });
    expect(looks).toBe(1);
    expect(await db().event.count({ where: { actorId: marc.userId, verb: 'channel_looked_at' } })).toBe(1);
  });
});

describe('a hand-over', () => {
  it('is made by who talked last, and from then on only the colleague writes', async () => {
    const [nora, marc, ana] = [
      await anOwner({ name: 'Nora' }),
      await aMember({ name: 'Marc' }),
      await somebody('Ana'),
    ];
    const out = await copyOut(marc, letter(ana));
    expect(out.ok).toBe(true);
    expect(await conversationWith(nora, ana.id)).toMatchObject({ name: 'Marc', keepsOthersAway: true });
    await said(nora, ana.id, 'And what would it cost?', { outcome: 'question' });
    expect(await codes(nora, ana.id)).toContain('colleague_in_conversation');
    expect(await wordsFor(nora, ana.id)).toContain('Marc is in conversation with Ana; the last word was on ');
    const lea = await aMember();
    const given = { contactId: ana.id, toId: nora.userId, note: 'She knows you.' };
    expect(await handOver(lea, given)).toEqual({ ok: false, code: 'not_theirs_to_give' });
    expect(await handOver(marc, given)).toEqual({ ok: true });
    expect(await codes(nora, ana.id)).not.toContain('colleague_in_conversation');
    expect(await codes(marc, ana.id)).toContain('colleague_in_conversation');
    const event = await db().event.findFirstOrThrow({
      where: { contactId: ana.id, verb: 'conversation_handed_over' },
      select: { codes: true, text: { select: { text: true } } },
    });
    expect(event).toEqual({ codes: { handed_to: nora.userId }, text: { text: 'She knows you.' } });
  });

  it('of all conversations at once is the owner’s to make', async () => {
    const [nora, marc, lea] = [await anOwner(), await aMember(), await aMember()];
    const people = [await somebody('Ana'), await somebody('Ben')];
    for (const one of people) await copyOut(marc, letter(one));
    expect(await handOverAll(nora, { fromId: marc.userId, toId: lea.userId, note: null })).toEqual({
      ok: true,
    });
    for (const { id } of people) expect((await conversationWith(nora, id))?.userId).toBe(lea.userId);
  });

  it('comes with the closing of an account', async () => {
    const [nora, marc, lea, ana] = [await anOwner(), await aMember(), await aMember(), await somebody('Ana')];
    await copyOut(marc, letter(ana));
    expect(await closeAccount(nora, marc.userId, lea.userId)).toEqual({ ok: true });
    expect(await conversationWith(nora, ana.id)).toMatchObject({ userId: lea.userId, keepsOthersAway: true });
  });
});

describe('an exception', () => {
  it('opens one message for the one it was granted to, and comes back when that is withdrawn', async () => {
    const [nora, marc, ana] = [await anOwner({ name: 'Nora' }), await aMember(), await somebody('Ana')];
    const first = await copyOut(marc, letter(ana));
    await sent(marc, first.ok ? first.messageId : '');
    const reasons = await reasonsFor(nora, question(ana.id, ana.linkedin), [marc.userId]);
    expect(reasons).toEqual(['awaiting_reply']);
    const granting = { contactId: ana.id, toId: marc.userId, reasons, newFact: news };
    expect(await grantException(marc, granting)).toEqual({ ok: false, code: 'granted_never_taken' });
    expect(await grantException(nora, granting)).toEqual({ ok: true });
    expect(await codes(marc, ana.id)).toEqual(['deaf']);
    await look(marc, 'linkedin');
    const { verdict, carried } = await decidedOn(marc, question(ana.id, ana.linkedin));
    expect(verdict.allowed).toBe(true);
    expect(carried.exception).toMatchObject({ givenBy: 'Nora', newFact: news });
    expect(await wordsFor(marc, ana.id)).toContain('Nora made an exception, good for one message until');
    const enclosed = { ...none, exceptionId: carried.exception?.id ?? null };
    const again = await copyOut(marc, letter(ana, { enclosed }));
    expect(again.ok).toBe(true);
    expect((await decidedOn(marc, question(ana.id))).carried.exception).toBe(null);
    await notSent(marc, again.ok ? again.messageId : '');
    expect((await decidedOn(marc, question(ana.id, ana.linkedin))).verdict.allowed).toBe(true);
    const event = await db().event.findFirstOrThrow({
      where: { contactId: ana.id, verb: 'exception_granted' },
      select: { codes: true, text: { select: { text: true } } },
    });
    expect(event.text?.text).toBe(news);
  });

  it('of the colleague in conversation opens an answer', async () => {
    const [marc, lea, ana] = [await aMember(), await aMember(), await somebody('Ana')];
    const first = await copyOut(marc, letter(ana));
    await sent(marc, first.ok ? first.messageId : '');
    const asked = await said(marc, ana.id, 'What would it cost?', { outcome: 'question' });
    const question_ = { ...question(ana.id, ana.linkedin), answersId: asked };
    expect((await decidedOn(lea, question_)).verdict.allowed).toBe(false);
    const reasons = ['colleague_in_conversation'] as const;
    const granting = { contactId: ana.id, toId: lea.userId, reasons, newFact: news };
    expect(await grantException(marc, granting)).toEqual({ ok: true });
    const { verdict, carried } = await decidedOn(lea, question_);
    expect(verdict).toMatchObject({ allowed: true, purpose: 'response' });
    const enclosed = { ...none, exceptionId: carried.exception?.id ?? null };
    expect(await copyOut(lea, letter(ana, { answersId: asked, enclosed }))).toMatchObject({ ok: true });
  });

  it('that was granted to somebody else sends nothing', async () => {
    const [nora, marc, lea, ana] = [await anOwner(), await aMember(), await aMember(), await somebody('Ana')];
    const granting = {
      contactId: ana.id,
      toId: lea.userId,
      reasons: ['awaiting_reply'],
      newFact: news,
    } as const;
    expect(await grantException(nora, granting)).toEqual({ ok: true });
    const { id } = await db().exception.findFirstOrThrow({
      where: { contactId: ana.id },
      select: { id: true },
    });
    const out = await copyOut(marc, letter(ana, { enclosed: { ...none, exceptionId: id } }));
    expect(out).toEqual({ ok: false, why: 'impossible', code: 'cannot_be_used' });
    expect(await db().message.count({ where: { contactId: ana.id } })).toBe(0);
  });
});

describe('a referral', () => {
  it('opens one message to the person named, with the trace of who sent us', async () => {
    const [nora, ana, carmen] = [await anOwner(), await somebody('Ana'), await somebody('Carmen')];
    const first = await copyOut(nora, letter(carmen));
    await sent(nora, first.ok ? first.messageId : '');
    const reply = await logged(nora, ana.id, { body: 'Ask Carmen.' });
    const named = hearingSchema.parse({ outcome: 'wrong_person', referralId: carmen.id, ...nothingSaid });
    expect(await hear(nora, reply, named)).toMatchObject({ ok: true });
    const { verdict, carried } = await decidedOn(nora, question(carmen.id, carmen.linkedin));
    expect(verdict.allowed).toBe(true);
    expect(carried.referral).toMatchObject({ referrer: 'Ana' });
    expect(await wordsFor(nora, carmen.id)).toContain('Ana sent you here, which opens one message.');
    const enclosed = { ...none, referralId: carried.referral?.id ?? null };
    expect(await copyOut(nora, letter(carmen, { enclosed }))).toMatchObject({ ok: true });
    expect(await codes(nora, carmen.id)).toEqual(['awaiting_reply']);
  });
});

describe('a message that', () => {
  it('asks for no answer ends the conversation, and one that promises keeps the turn', async () => {
    const [nora, ana, ben] = [await anOwner(), await somebody('Ana'), await somebody('Ben')];
    const asked = await said(nora, ana.id, 'Who are you?', { outcome: 'question' });
    const last = { ...none, nothingToAnswer: true };
    await copyOut(nora, letter(ana, { answersId: asked, body: 'Nora, of the atelier.', enclosed: last }));
    const { turn } = await standingOf(nora, ana.id);
    expect(turn).toBe('nobody');
    const wanted = await said(nora, ben.id, 'Do you have figures?', { outcome: 'question' });
    const promise = { ...none, promisedOn: new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10) };
    const answer = letter(ben, { answersId: wanted, body: 'On Friday.', enclosed: promise });
    const out = await copyOut(nora, answer);
    await sent(nora, out.ok ? out.messageId : '');
    expect(await wordsFor(nora, ben.id)).toContain('You promised Ben something, so it is your turn');
  });
});

describe('what a retracted message closed', () => {
  it('stands until an owner withdraws it, all at once', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana')];
    const no = await said(nora, ana.id, 'We are all set.', { outcome: 'declined', scope: 'person' });
    expect(await withdrawClosers(nora, no, 'it was Ben')).toEqual({ ok: false, code: 'hear_it_again' });
    await retract(nora, no, 'it was Ben');
    expect(await closersOf(nora, ana.id)).toMatchObject([
      { kind: 'decline', heardIn: { messageId: no, isTakenBack: true } },
    ]);
    expect(await withdrawClosers(nora, no, 'it was Ben')).toEqual({ ok: true });
    expect(await closersOf(nora, ana.id)).toEqual([]);
  });
});

describe('a successor', () => {
  it('opens what somebody closed for an organization, by showing interest', async () => {
    const organizationId = await anOrganization('Marea');
    const nora = await anOwner();
    const luis = await somebody('Luis', { organizationId });
    const carmen = await somebody('Carmen', { organizationId });
    await said(nora, luis.id, 'None of us.', {
      outcome: 'declined',
      scope: 'organization',
      words: 'None of us',
    });
    const [no] = await closersOf(nora, carmen.id);
    expect(await nameSuccessor(nora, no?.id ?? '', carmen.id)).toEqual({ ok: true });
    await said(nora, carmen.id, 'I would like to hear more.', { outcome: 'interested' });
    expect(await closersOf(nora, carmen.id)).toEqual([]);
  });
});
