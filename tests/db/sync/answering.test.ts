import { expect, it } from 'vitest';
import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { readMail } from '@/lib/mail/reading/read-mail';
import {
  answerQuestion,
  answerWithSomebodyNew,
  forgetLeft,
  reopenQuestion,
} from '@/lib/sync/asking/mutations';
import { askedAbout, leftJustNow, openQuestions, questionsWaiting } from '@/lib/sync/asking/queries';
import { refileWanted } from '@/lib/sync/filing/again/mutations';
import { ownHandles } from '@/lib/sync/listening/own';
import { poolAs } from '@/tests/support/database';
import { fileAll } from '@/tests/support/mail/filing';
import { written } from '@/tests/support/mail/letters';
import { aMailbox, anAddress, held, timelineOf } from '@/tests/support/mail/listening';
import { aMember } from '@/tests/support/people';
import { aContact, standingOf } from '@/tests/support/talk';

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

const refiled = async () => refileWanted(await ownHandles(), readMail);

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
  expect(await answerQuestion(user, id, null)).toEqual({ ok: true, contactId: null });
  expect(await openQuestions(user)).toEqual([]);
  expect(await leftJustNow(user, id)).toEqual({ handle: from });
  expect(await leftJustNow(await aMember(), id)).toBeNull();
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
  const [open] = await openQuestions(user);
  const kept = await answerWithSomebodyNew(user, open?.id ?? '', { name: 'Jo Vance', organization: '' });
  await refiled();
  const jo = kept.ok ? kept.contactId : null;
  expect(await timelineOf(jo ?? '')).toMatchObject([{ direction: 'inbound', body: 'Gladly, on Thursday.' }]);
  expect([(await standingOf(eva)).unheard, (await standingOf(noor)).unheard]).toEqual([0, 0]);

  const other = await anAnswer();
  await anAddress(await aContact(), other.from);
  expect(await openQuestions(other.user)).toEqual([]);
  expect(from).not.toBe(other.from);
});

it('hears somebody else who answers in a conversation in their own, too, once they are known', async () => {
  const { user, eva, noor } = await anAnswer('eva');
  expect((await standingOf(eva)).unheard).toBe(1);
  const [open] = await openQuestions(user);
  const question = await askedAbout(user, open?.id ?? '', read);
  expect(question).toMatchObject({
    ...{ kind: 'other_address', words: 'Gladly, on Thursday.' },
    people: [
      { id: eva, isTheirConversation: true, written: { subject: 'Your collection' } },
      { id: noor, isNamesake: true, written: null },
    ],
  });
  expect(await answerQuestion(user, open?.id ?? '', noor)).toEqual({ ok: true, contactId: noor });
  await refiled();
  expect([(await standingOf(eva)).unheard, (await standingOf(noor)).unheard]).toEqual([1, 1]);
  expect(await timelineOf(eva)).toHaveLength(2);
});

it('answers nothing for somebody who is no contact (any more)', async () => {
  const { user } = await anAnswer();
  const [open] = await openQuestions(user);
  expect(await answerQuestion(user, open?.id ?? '', v7())).toEqual({ ok: false, reason: 'not_found' });
  expect(await openQuestions(user)).toHaveLength(1);
});
