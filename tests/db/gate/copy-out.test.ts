import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { draftOf } from '@/lib/outbox/drafts/queries';
import { keepDraft, removeDraft } from '@/lib/outbox/drafts/mutations';
import { copyOut, notSent, sent } from '@/lib/outbox/mutations';
import { waitingCopies } from '@/lib/outbox/queries';
import { aMember, anOwner } from '@/tests/support/people';
import { poolAs } from '@/tests/support/database';
import { letter, said, somebody } from './scene';

const codes = (answer: Awaited<ReturnType<typeof copyOut>>) =>
  !answer.ok && answer.why === 'refused' ? answer.verdict.reasons.map(({ code }) => code) : [];
const messages = (contactId: string) => db().message.count({ where: { contactId, direction: 'outbound' } });

describe('copying a message out', () => {
  it('an opening leaves, takes the turn, and a second message is refused at once', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana Beltrán')];
    const first = await copyOut(nora, letter(ana));
    expect(first).toMatchObject({ ok: true, purpose: 'opening' });
    const second = await copyOut(nora, letter(ana, { body: 'Just one more thing' }));
    expect(codes(second)).toEqual(['awaiting_reply']);
    expect(await messages(ana.id)).toBe(1);
  });

  it('a refusal is an event, written after everything else was rolled back', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana Beltrán')];
    await said(nora, ana.id, 'No, thank you.', {
      outcome: 'declined',
      scope: 'person',
      words: 'No, thank you',
    });
    await copyOut(nora, letter(ana));
    const events = await db().event.findMany({ where: { contactId: ana.id, verb: 'message_refused' } });
    expect(events).toMatchObject([
      { actorId: nora.userId, codes: { reasons: ['declined'], purpose: 'opening', channel: 'linkedin' } },
    ]);
    expect(await messages(ana.id)).toBe(0);
    expect(await db().outbox.count({ where: { contactId: ana.id } })).toBe(0);
  });

  it('a no is thanked for once, and after the thanks nothing leaves', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana Beltrán')];
    const no = await said(nora, ana.id, 'We are all set.', { outcome: 'declined', scope: 'person' });
    const thanks = await copyOut(nora, letter(ana, { answersId: no, body: 'Thank you for telling me.' }));
    expect(thanks).toMatchObject({ ok: true, purpose: 'thanks' });
    const [waiting] = await waitingCopies(nora, { contactId: ana.id });
    await sent(nora, waiting?.messageId ?? '');
    expect(codes(await copyOut(nora, letter(ana, { answersId: no })))).toEqual(['declined']);
    expect(codes(await copyOut(nora, letter(ana)))).toEqual(['declined']);
  });

  it('a thanks of more than 400 characters does not leave, and leaves nothing behind', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana Beltrán')];
    const no = await said(nora, ana.id, 'We are all set.', { outcome: 'declined', scope: 'person' });
    const long = await copyOut(nora, letter(ana, { answersId: no, body: 'ñ'.repeat(401) }));
    expect(long).toMatchObject({ ok: false, why: 'manners', found: [{ code: 'thanks_too_long' }] });
    expect(await messages(ana.id)).toBe(0);
  });

  it('what is impossible is said with its code: a reply that does not exist', async () => {
    const [nora, ana, ben] = [await anOwner(), await somebody('Ana'), await somebody('Ben')];
    const hers = await said(nora, ben.id, 'Hello', { outcome: 'other' });
    const answer = await copyOut(nora, letter(ana, { answersId: hers }));
    expect(answer).toEqual({ ok: false, why: 'impossible', code: 'answers_another' });
  });

  it('two channels are two threads, and the same channel is one', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana')];
    const first = await copyOut(nora, letter(ana));
    await notSent(nora, first.ok ? first.messageId : '');
    const second = await copyOut(nora, letter(ana));
    await notSent(nora, second.ok ? second.messageId : '');
    await copyOut(nora, letter(ana, { addressId: ana.email }));
    const threads = await db().thread.findMany({ where: { contactId: ana.id }, select: { channel: true } });
    expect(threads.map(({ channel }) => channel).sort()).toEqual(['email', 'linkedin']);
  });

  it('of sixteen who write at once, one gets through', async () => {
    const [nora, marc, ana] = [await anOwner(), await aMember(), await somebody('Ana')];
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, at) =>
        copyOut(at % 2 ? nora : marc, letter(ana, at % 3 ? {} : { addressId: ana.email })),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    // To the colleague it is also somebody else's conversation.
    expect(answers.flatMap((one) => codes(one).slice(0, 1))).toEqual(
      Array.from({ length: 15 }, () => 'awaiting_reply'),
    );
    expect(await messages(ana.id)).toBe(1);
    // Who tries again within minutes is counted once.
    expect(await db().event.count({ where: { contactId: ana.id, verb: 'message_refused' } })).toBe(2);
    expect(await db().thread.count({ where: { contactId: ana.id } })).toBe(1);
  });
});

describe('what became of a copy', () => {
  it('"I didn’t" gives the turn back and keeps the text as a draft', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana')];
    const first = await copyOut(nora, letter(ana, { body: 'How did it go?' }));
    expect(await draftOf(nora, ana.id)).toBeNull();
    expect(await notSent(nora, first.ok ? first.messageId : '')).toEqual({ ok: true, contactId: ana.id });
    expect(await draftOf(nora, ana.id)).toMatchObject({ body: 'How did it go?', addressId: ana.linkedin });
    expect(await copyOut(nora, letter(ana))).toMatchObject({ ok: true });
  });

  it('"I sent it" is said once; a colleague cannot say it for somebody else, the owner can', async () => {
    const [nora, marc, ana] = [await anOwner(), await aMember(), await somebody('Ana')];
    const copied = await copyOut(nora, letter(ana));
    const id = copied.ok ? copied.messageId : '';
    expect(await sent(marc, id)).toEqual({ ok: false, why: 'already_settled' });
    expect(await sent(nora, id)).toEqual({ ok: true, contactId: ana.id });
    expect(await notSent(nora, id)).toEqual({ ok: false, why: 'already_settled' });
    const other = await somebody('Ben');
    const his = await copyOut(marc, letter(other));
    expect(await sent(nora, his.ok ? his.messageId : '')).toMatchObject({ ok: true });
  });

  it('a day without a word makes it uncertain: it counts as sent, and may still be answered for', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana')];
    const copied = await copyOut(nora, letter(ana));
    const id = copied.ok ? copied.messageId : '';
    await poolAs('superuser').query('ALTER TABLE outbox DISABLE TRIGGER USER');
    await poolAs('superuser').query(
      `UPDATE outbox SET queued_at = now() - interval '25 hours' WHERE message_id = $1`,
      [id],
    );
    await poolAs('superuser').query(
      'ALTER TABLE outbox ENABLE ALWAYS TRIGGER law_outbox_change, ENABLE ALWAYS TRIGGER law_outbox',
    );
    await rows('SELECT law.let_copies_go_uncertain()');
    expect(await waitingCopies(nora, {})).toMatchObject([{ messageId: id, uncertain: true }]);
    expect(codes(await copyOut(nora, letter(ana)))).toEqual(['awaiting_reply']);
    expect(await notSent(nora, id)).toMatchObject({ ok: true });
    expect(await copyOut(nora, letter(ana))).toMatchObject({ ok: true });
  });
});

describe('drafts', () => {
  it('may always be kept, one a contact and author, also to somebody who said no', async () => {
    const [nora, marc, ana] = [await anOwner(), await aMember(), await somebody('Ana')];
    await said(nora, ana.id, 'Leave me out.', { outcome: 'opted_out', words: 'Leave me out' });
    await keepDraft(nora, letter(ana, { body: 'one' }));
    await keepDraft(nora, letter(ana, { body: 'two' }));
    await keepDraft(marc, letter(ana, { body: 'his' }));
    expect(await draftOf(nora, ana.id)).toMatchObject({ body: 'two' });
    await removeDraft(nora, ana.id);
    expect(await draftOf(nora, ana.id)).toBeNull();
    expect(await draftOf(marc, ana.id)).toMatchObject({ body: 'his' });
  });
});
