import { describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { rows } from '@/lib/db/pool';
import { closersOf, saidSince } from '@/lib/gate/closers/queries';
import { withdrawClosers } from '@/lib/gate/lifting/mutations';
import { liftOptOut, liftRest } from '@/lib/gate/mutations';
import { insteadOf } from '@/lib/gate/next-act';
import { plainly } from '@/lib/gate/parts';
import { explain, standingOf, verdictOn } from '@/lib/gate/queries';
import { kindOf } from '@/lib/gate/standing';
import { standingWords } from '@/lib/gate/standing-words';
import type { Actor } from '@/lib/auth/actor';
import { copyOut, notSent } from '@/lib/outbox/mutations';
import { readingNow } from '@/lib/policy/queries';
import { suppressAddress, suppressDomain, liftSuppression } from '@/lib/suppressions/mutations';
import { retract } from '@/lib/threads/mutations';
import { aMember, anOwner } from '@/tests/support/people';
import { aContact } from '@/tests/support/talk';
import { anOrganization, aPitch, heard, letter, logged, said, somebody } from './scene';

async function told(actor: Actor, contactId: string) {
  const standing = await standingOf(actor, contactId);
  const words = plainly(standingWords(standing, await readingNow('en')), { language: 'en' });
  // Days are as they fall on the day of the test.
  const today = words.replace(/\b\d{1,2} [A-Z][a-z]+( \d{4})?( at \d\d:\d\d)?/g, 'that day');
  return { ...standing, kind: kindOf(standing), words: today };
}

describe('where it stands with somebody', () => {
  it('a stranger may be written to', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana Beltrán')];
    expect(await told(nora, ana.id)).toMatchObject({
      kind: 'calm',
      words: 'Nobody here has written to Ana yet. The way is open.',
    });
  });

  it('a stranger without an address is not called open', async () => {
    const [nora, ana] = [await anOwner(), await aContact({ name: 'Zoe' })];
    expect((await told(nora, ana)).words).toBe(
      'Nobody here has written to Zoe yet. There is no address to write to yet.',
    );
  });

  it('a no is told with their words, and its one thanks is free until it is used', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana')];
    const no = await said(nora, ana.id, 'Thanks, we are all set.', {
      outcome: 'declined',
      scope: 'person',
      words: 'we are all set',
    });
    expect(await told(nora, ana.id)).toMatchObject({
      kind: 'closed',
      thankFor: no,
      words:
        'You can’t write to Ana now. On that day Ana said: “we are all set”. It opens if Ana shows interest.',
    });
    await copyOut(nora, letter(ana, { answersId: no, body: 'Thank you.' }));
    expect(await told(nora, ana.id)).toMatchObject({ kind: 'closed', thankFor: null });
  });

  it('a second thanks hears that the one was given, by whom and when', async () => {
    const [nora, marc, ana] = [await anOwner(), await aMember(), await somebody('Ana')];
    const no = await said(nora, ana.id, 'We are all set.', { outcome: 'declined', scope: 'person' });
    const asked = { addressId: ana.linkedin, answersId: no } as const;
    const question = {
      contactId: ana.id,
      channel: 'linkedin',
      pitchId: null,
      newFact: false,
      ...asked,
    } as const;
    const again = async (actor: Actor) =>
      (await explain(actor, ana.id, await verdictOn(actor, question), question)).thanked;
    expect(await again(nora)).toBe(null);
    const thanks = await copyOut(nora, letter(ana, { answersId: no, body: 'Thank you.' }));
    expect(await again(nora)).toEqual({ at: expect.any(Date), by: null });
    expect(await again(marc)).toEqual({ at: expect.any(Date), by: 'own' });
    await notSent(nora, thanks.ok ? thanks.messageId : '');
    expect(await again(marc)).toBe(null);
  });

  it('a colleague’s no for the organization is told with who said it', async () => {
    const organizationId = await anOrganization('Marea');
    const [nora, luis, carmen] = [
      await anOwner(),
      await somebody('Luis Vega', { organizationId }),
      await somebody('Carmen Soto', { organizationId }),
    ];
    await said(nora, luis.id, 'None of us, please.', {
      outcome: 'declined',
      scope: 'organization',
      words: 'None of us',
    });
    expect(await told(nora, carmen.id)).toMatchObject({
      thankFor: null,
      words:
        'You can’t write to anybody at Marea now. On that day Luis Vega said no for everybody there: “None of us”. It opens if Luis Vega shows interest.',
    });
  });

  it('an unheard reply is to be listened to, before anything else', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana')];
    const reply = await logged(nora, ana.id, { body: 'And what does it cost?' });
    const standing = await told(nora, ana.id);
    expect(standing).toMatchObject({
      kind: 'listen',
      words:
        'You can’t write to Ana yet. On that day Ana said: “And what does it cost?” Nobody here has heard it yet. It opens once somebody has listened.',
    });
    expect(insteadOf(standing.explained)).toEqual([{ act: 'listen', messageId: reply }]);
    await heard(nora, ana.id, reply, { outcome: 'question' });
    expect(await told(nora, ana.id)).toMatchObject({
      kind: 'owed',
      answers: { id: reply },
      words: 'On that day Ana said: “And what does it cost?” You owe an answer.',
    });
  });

  it('a question asked after a stop may be answered, and the stop is not forgotten', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana')];
    await said(nora, ana.id, 'Leave me out.', { outcome: 'opted_out' });
    await said(nora, ana.id, 'Who gave you my name?', { outcome: 'question' });
    expect(await told(nora, ana.id)).toMatchObject({
      kind: 'owed',
      words:
        'On that day Ana said: “Who gave you my name?” You owe an answer. What Ana closed stays closed: this one answer is free, without a pitch.',
    });
  });

  it('our own message without an answer is silence, and silence is calm', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana')];
    await copyOut(nora, letter(ana));
    expect(await told(nora, ana.id)).toMatchObject({
      kind: 'calm',
      words:
        'You can’t write to Ana now. Our message of that day is still unanswered. It opens when Ana answers, on any channel.',
    });
  });

  it('a rest of ours is ours to lift, and an answer is free all the while', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana')];
    const rest = v7();
    await rows(
      `INSERT INTO rests (id, contact_id, said_by, until, recorded_by_id) VALUES ($1, $2, 'us', now() + interval '30 days', $3)`,
      [rest, ana.id, nora.userId],
    );
    const standing = await told(nora, ana.id);
    expect(standing).toMatchObject({ kind: 'rest' });
    expect(insteadOf(standing.explained)).toEqual([{ act: 'lift_rest', restId: rest }]);
    const ben = await somebody('Ben');
    await said(nora, ben.id, 'Nice to hear from you.', { outcome: 'other' });
    await rows(
      `INSERT INTO rests (contact_id, said_by, until, recorded_by_id) VALUES ($1, 'us', now() + interval '30 days', $2)`,
      [ben.id, nora.userId],
    );
    expect(await told(nora, ben.id)).toMatchObject({
      kind: 'rest',
      words:
        'On that day Ben said: “Nice to hear from you”. It is your turn. We decided on a rest until that day; an answer may still be given.',
    });
    expect(await liftRest(nora, rest)).toEqual({ ok: true });
    expect(await liftRest(nora, rest)).toEqual({ ok: false, code: 'not_resting' });
    expect(await told(nora, ana.id)).toMatchObject({ kind: 'calm' });
  });

  it('where every address is closed, that is what is told; another one opens it', async () => {
    const [nora, marc, ana] = [await anOwner(), await aMember(), await somebody('Ana')];
    const [address] = await rows<{ handle: string }>('SELECT handle FROM addresses WHERE id = $1', [
      ana.linkedin,
    ]);
    await suppressAddress(marc, { channel: 'linkedin', handle: address?.handle ?? '' }, 'asked by phone');
    expect(await told(nora, ana.id)).toMatchObject({ kind: 'calm' });
    await suppressDomain(marc, 'mail.example', 'the same');
    expect(await told(nora, ana.id)).toMatchObject({ kind: 'closed' });
    const closers = await closersOf(nora, ana.id);
    expect(closers).toMatchObject([
      { kind: 'suppression', of: 'address', channel: 'linkedin', reason: 'asked by phone' },
      { kind: 'suppression', of: 'domain', channel: 'email' },
    ]);
    for (const { id } of closers)
      expect(await liftSuppression(nora, id, 'they asked again')).toEqual({ ok: true });
    expect(await told(nora, ana.id)).toMatchObject({ kind: 'calm' });
  });
});

describe('what closes somebody', () => {
  it('lists every kind of no, also those to pitches, until they are lifted', async () => {
    const [nora, ana, pitchId] = [await anOwner(), await somebody('Ana'), await aPitch('Second visit')];
    await said(nora, ana.id, 'Not that, thanks.', { outcome: 'declined', scope: 'this_pitch', pitchId });
    await said(nora, ana.id, 'And please stop selling.', { outcome: 'declined', scope: 'all_pitches' });
    const found = await closersOf(nora, ana.id);
    expect(found).toMatchObject([
      { kind: 'decline', scope: 'all_pitches', quote: { words: 'And please stop selling.' }, speaker: null },
      { kind: 'decline', scope: 'this_pitch', pitch: 'Second visit' },
    ]);
    await said(nora, ana.id, 'On second thoughts, show me.', { outcome: 'interested' });
    expect(await closersOf(nora, ana.id)).toEqual([]);
  });

  it('a no in words that stand is heard again; with words taken back the owner withdraws it, with a reason', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana')];
    const no = await said(nora, ana.id, 'No', { outcome: 'declined', scope: 'person' });
    expect(await closersOf(nora, ana.id)).toMatchObject([{ heardIn: { messageId: no, isTakenBack: false } }]);
    expect(await withdrawClosers(nora, no, 'the wrong Ana')).toEqual({ ok: false, code: 'hear_it_again' });
    await retract(nora, no, 'logged under the wrong Ana');
    expect(await closersOf(nora, ana.id)).toMatchObject([{ heardIn: { messageId: no, isTakenBack: true } }]);
    expect(await withdrawClosers(nora, no, ' ')).toEqual({ ok: false, code: 'owner_with_a_reason' });
    expect(await withdrawClosers(nora, no, 'the wrong Ana')).toEqual({ ok: true });
    expect(await closersOf(nora, ana.id)).toEqual([]);
  });

  it('a stop is lifted only by words of theirs said since, quoted letter by letter', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana')];
    await said(nora, ana.id, 'Leave me out of this.', { outcome: 'opted_out', words: 'Leave me out' });
    const [stop] = await closersOf(nora, ana.id);
    const id = stop?.id ?? '';
    expect(await saidSince(nora, id)).toEqual([]);
    const messageId = await said(nora, ana.id, 'Do write to me again, it is about the fair.', {
      outcome: 'other',
    });
    expect(await saidSince(nora, id)).toMatchObject([{ id: messageId }]);
    const invented = { messageId, words: 'I would love to hear from you' };
    expect(await liftOptOut(nora, id, invented)).toEqual({ ok: false, code: 'only_their_words_lift_it' });
    expect(await liftOptOut(nora, id, { messageId, words: 'Do write to me again' })).toEqual({ ok: true });
    expect(await closersOf(nora, ana.id)).toEqual([]);
  });
});
