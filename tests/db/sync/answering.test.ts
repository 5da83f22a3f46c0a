import { expect, it } from 'vitest';
import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { readMail } from '@/lib/mail/reading/read-mail';
import { hear } from '@/lib/replies/mutations';
import {
  answerQuestion,
  answerWithSomebodyNew,
  forgetLeft,
  reopenQuestion,
} from '@/lib/sync/asking/mutations';
import {
  answeredJustNow,
  answersToUndo,
  askedAbout,
  openQuestions,
  questionsWaiting,
} from '@/lib/sync/asking/queries';
import { settleAnswers, settleNow } from '@/lib/sync/asking/settling/mutations';
import { refileWanted } from '@/lib/sync/filing/again/mutations';
import { ownHandles } from '@/lib/sync/listening/own';
import { poolAs } from '@/tests/support/database';
import { fileAll } from '@/tests/support/mail/filing';
import { written } from '@/tests/support/mail/letters';
import { aMailbox, anAddress, held, timelineOf } from '@/tests/support/mail/listening';
import { aMember } from '@/tests/support/people';
import { aContact, heard, standingOf } from '@/tests/support/talk';

const at = (hours: number) => new Date(Date.now() + (hours - 100) * 3_600_000);
const read = (bytes: Uint8Array) => readMail(bytes);

interface Scene {
  readonly user: Writer;
  readonly eva: string;
  readonly noor: string;
  readonly from: string;
}

/** A mail that answers one of ours that went to Eva and Noor (or to Eva alone), from an address nobody knows. */
async function anAnswer(to: 'both' | 'eva' = 'both'): Promise<Scene> {
  const user = await aMember();
  const lease = await held(await aMailbox(user, { email: `${v7()}@atelier.example` }));
  const tag = v7().replaceAll('-', '');
  const [eva, noor] = [await aContact({ name: 'Eva Maas' }), await aContact({ name: `Noor ${tag}` })];
  await anAddress(eva, `eva.${tag}@museum.example`);
  await anAddress(noor, `noor.${tag}@gallery.example`);
  const from = `private.${tag}@home.example`;
  const ours = {
    ...{ id: `s.${tag}@x.example`, from: 'ana@atelier.example', subject: 'Your collection' },
    to: `eva.${tag}@museum.example${to === 'both' ? `, noor.${tag}@gallery.example` : ''}`,
  };
  const theirs = {
    ...{ id: `r.${tag}@x.example`, from: `Noor ${tag} <${from}>`, inReplyTo: `s.${tag}@x.example` },
    body: 'Gladly, on Thursday.\n\nOn Monday Ana wrote:\n> Would you show it to us?',
  };
  await fileAll(
    lease,
    user,
    ['ana@atelier.example'],
    [
      { at: at(1), sent: true, raw: written(ours) },
      { at: at(2), raw: written(theirs) },
    ],
  );
  return { user, eva, noor, from };
}

/** The minute is over, and what was given is filed. */
async function aMinuteLater(user: Writer): Promise<void> {
  await poolAs('owner').query(
    `UPDATE mail_questions SET answered_at = answered_at - interval '61 seconds' WHERE user_id = $1 AND settled_at IS NULL`,
    [user.userId],
  );
  await settleAnswers();
  await refileWanted(await ownHandles(), readMail);
}

const onlyQuestion = async (user: Writer) => (await openQuestions(user))[0]?.id ?? '';
const unheardOf = (...contacts: string[]) =>
  Promise.all(contacts.map(async (one) => (await standingOf(one)).unheard));
const holdersOf = (handle: string) => rows(`SELECT contact_id FROM addresses WHERE handle = $1`, [handle]);

it('shows what they wrote, and why it may be whose, to whom it came and to nobody else', async () => {
  const { user, eva, noor, from } = await anAnswer();
  const [open] = await openQuestions(user);
  const question = await askedAbout(user, open?.id ?? '', read);
  expect(question).toMatchObject({
    ...{ kind: 'which_contact', handle: from, subject: 'Your collection', words: 'Gladly, on Thursday.' },
    people: [
      { id: noor, isNamesake: true, written: { subject: 'Your collection' }, isTheirConversation: false },
      { id: eva, isNamesake: false, written: { subject: 'Your collection' } },
    ],
  });
  const colleague = await aMember();
  expect(await askedAbout(colleague, open?.id ?? '', read)).toBeNull();
  expect([await openQuestions(colleague), await questionsWaiting(colleague)]).toEqual([[], 0]);
  expect(await questionsWaiting(user)).toBe(1);
  // Whoever looks at Today meanwhile is told that there is something new, and not what.
  expect(
    await rows(`SELECT verb, contact_id, codes FROM events WHERE subject_id = $1`, [open?.id]),
  ).toStrictEqual([{ verb: 'mail_question_asked', contact_id: null, codes: {} }]);
});

it('leaves a mail alone, can be asked again for ten minutes, and then keeps nothing of it', async () => {
  const { user, eva, noor, from } = await anAnswer();
  const [open] = await openQuestions(user);
  const id = open?.id ?? '';
  expect(await answerQuestion(user, id, null)).toEqual({ ok: true });
  expect(await openQuestions(user)).toEqual([]);
  expect(await answeredJustNow(user, id)).toMatchObject({ answer: 'left', handle: from, isUndoable: true });
  expect(await answeredJustNow(await aMember(), id)).toBeNull();
  expect([await reopenQuestion(await aMember(), id), await reopenQuestion(user, id)]).toEqual([false, true]);
  expect(await openQuestions(user)).toHaveLength(1);
  await answerQuestion(user, id, null);
  expect(await forgetLeft()).toBe(0);
  await poolAs('owner').query(
    `UPDATE mail_questions SET answered_at = answered_at - interval '11 minutes' WHERE id = $1`,
    [id],
  );
  expect(await reopenQuestion(user, id)).toBe(false);
  expect(await forgetLeft()).toBe(1);
  expect(await rows('SELECT FROM raw_mails WHERE user_id = $1 AND waits', [user.userId])).toEqual([]);
  expect(await rows('SELECT FROM mail_questions WHERE user_id = $1', [user.userId])).toEqual([]);
  expect([await timelineOf(eva), await timelineOf(noor)].map((one) => one.length)).toEqual([1, 1]);
});

it('keeps somebody new with the mail, and asks no more about what was settled elsewhere', async () => {
  const { user, eva, noor, from } = await anAnswer();
  const id = await onlyQuestion(user);
  await answerWithSomebodyNew(user, id, { name: 'Jo Vance', organization: '' });
  expect(await answeredJustNow(user, id)).toMatchObject({ to: { id: null, name: 'Jo Vance' }, within: null });
  await aMinuteLater(user);
  const jo = (await answeredJustNow(user, id))?.to?.id;
  expect(await timelineOf(jo ?? '')).toMatchObject([{ direction: 'inbound', body: 'Gladly, on Thursday.' }]);
  expect(await unheardOf(eva, noor)).toEqual([0, 0]);
  const other = await anAnswer();
  await anAddress(await aContact(), other.from);
  expect(await openQuestions(other.user)).toEqual([]);
  expect(from).not.toBe(other.from);
});

it('gives nobody anything before a minute is over, and takes every answer back until then', async () => {
  for (const to of ['both', 'eva'] as const) {
    const { user, eva, noor, from } = await anAnswer(to);
    const id = await onlyQuestion(user);
    const before = await unheardOf(eva, noor);
    for (const answer of [
      () => answerQuestion(user, id, noor),
      () => answerWithSomebodyNew(user, id, { name: 'Jo Vance', organization: 'Vance' }),
      () => answerQuestion(user, id, null),
    ]) {
      expect(await answer()).toEqual({ ok: true });
      expect(await openQuestions(user)).toEqual([]);
      await settleAnswers();
      expect([await unheardOf(eva, noor), await holdersOf(from)]).toEqual([before, []]);
      expect(await answersToUndo(user, 20)).toMatchObject([{ id, handle: from }]);
      expect(await answersToUndo(await aMember(), 20)).toEqual([]);
      expect(await reopenQuestion(await aMember(), id)).toBe(false);
      expect([await reopenQuestion(user, id), await reopenQuestion(user, id)]).toEqual([true, false]);
      expect([await onlyQuestion(user), await answersToUndo(user, 20)]).toEqual([id, []]);
    }
    expect(
      await rows(`SELECT FROM contacts WHERE name = 'Jo Vance' AND created_by_id = $1`, [user.userId]),
    ).toEqual([]);
  }
});

it('gives it at once to whoever does not want to wait, and then takes nothing back', async () => {
  const { user, noor, from } = await anAnswer();
  const id = await onlyQuestion(user);
  await answerQuestion(user, id, noor);
  expect(await settleNow(await aMember(), id)).toBeNull();
  expect([await settleNow(user, id), await settleNow(user, id)]).toEqual([noor, null]);
  expect(await holdersOf(from)).toEqual([{ contact_id: noor }]);
  expect(await answeredJustNow(user, id)).toMatchObject({ to: { id: noor }, isUndoable: false });
  expect(await reopenQuestion(user, id)).toBe(false);
});

it('says at once that an address is somebody else’s for ever, and asks again where it became so meanwhile', async () => {
  const { user, eva, noor, from } = await anAnswer('eva');
  const id = await onlyQuestion(user);
  await answerQuestion(user, id, noor);
  await anAddress(eva, from);
  await aMinuteLater(user);
  expect(await answeredJustNow(user, id)).toMatchObject({ to: { id: eva }, isUndoable: false });
  expect(await unheardOf(eva, noor)).toEqual([1, 0]);

  const other = await anAnswer('eva');
  const open = await onlyQuestion(other.user);
  await anAddress(other.eva, other.from);
  expect(await answerQuestion(other.user, open, other.noor)).toMatchObject({
    ok: false,
    reason: 'of_another',
  });
});

it('moves a mail to whoever wrote it in somebody else’s conversation: one mail is one message, and one answer is owed', async () => {
  const { user, eva, noor, from } = await anAnswer('eva');
  expect(await unheardOf(eva, noor)).toEqual([1, 0]);
  const id = await onlyQuestion(user);
  expect(await askedAbout(user, id, read)).toMatchObject({
    ...{ kind: 'other_address', words: 'Gladly, on Thursday.', isHeard: false },
    people: [
      { id: eva, isTheirConversation: true, written: { subject: 'Your collection' } },
      { id: noor, isNamesake: true, written: null },
    ],
  });
  expect(await answerQuestion(user, id, noor)).toEqual({ ok: true });
  await aMinuteLater(user);
  expect(await unheardOf(eva, noor)).toEqual([0, 1]);
  const [taken] = await rows(
    `SELECT r.retracted_by_id, r.reason, m.body FROM retractions r JOIN messages m ON m.id = r.message_id WHERE m.contact_id = $1`,
    [eva],
  );
  expect(taken).toMatchObject({ retracted_by_id: user.userId, body: 'Gladly, on Thursday.' });
  expect(taken?.['reason']).toMatch(/^It is from Noor /);
  // Read again, it stays one.
  await rows(`UPDATE raw_mails SET wanted = true WHERE user_id = $1`, [user.userId]);
  await refileWanted(await ownHandles(), readMail);
  expect([await unheardOf(eva, noor), (await timelineOf(noor)).length]).toEqual([[0, 1], 1]);
  expect(await holdersOf(from)).toEqual([{ contact_id: noor }]);
});

it('leaves a mail where somebody heard it, and says it to nobody a second time', async () => {
  const { user, eva, noor, from } = await anAnswer('eva');
  const id = await onlyQuestion(user);
  const [said] = await rows<{ id: string }>(
    `SELECT id FROM messages WHERE contact_id = $1 AND direction = 'inbound'`,
    [eva],
  );
  await hear(user, said?.id ?? '', heard('interested'));
  expect(await askedAbout(user, id, read)).toMatchObject({ isHeard: true });
  await answerQuestion(user, id, noor);
  expect(await answeredJustNow(user, id)).toMatchObject({ isHeard: true, within: { id: eva } });
  await aMinuteLater(user);
  expect(await holdersOf(from)).toEqual([{ contact_id: noor }]);
  await rows(`UPDATE raw_mails SET wanted = true WHERE user_id = $1`, [user.userId]);
  await refileWanted(await ownHandles(), readMail);
  expect(await timelineOf(noor)).toEqual([]);
  expect(await rows(`SELECT FROM retractions WHERE message_id = $1`, [said?.id])).toEqual([]);
});

it('answers nothing for somebody who is no contact (any more)', async () => {
  const { user } = await anAnswer();
  const [open] = await openQuestions(user);
  expect(await answerQuestion(user, open?.id ?? '', v7())).toEqual({ ok: false, reason: 'not_found' });
  expect(await openQuestions(user)).toHaveLength(1);
});
