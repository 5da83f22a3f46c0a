import { beforeAll, describe, expect, it } from 'vitest';
import type { Owner, Writer } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { judgeColleagues } from '@/lib/db/law';
import { hear } from '@/lib/replies/mutations';
import { placeOf, cursorOf } from '@/lib/threads/place';
import { correct, logMessage, retract } from '@/lib/threads/mutations';
import { answerableOf, happenedAround, lastWordsOf, turnsOf } from '@/lib/threads/queries';
import { turnsTaken } from '@/lib/threads/contact/queries';
import { guessAnswered } from '@/lib/threads/guess';
import { aMember, anOwner } from '@/tests/support/people';
import { aContact, anOrganization, aPitch, heard, justNow, said, standingOf } from '@/tests/support/talk';

let member: Writer;
let other: Writer;
let owner: Owner;

beforeAll(async () => {
  member = await aMember({ name: 'Nora' });
  other = await aMember({ name: 'Marc' });
  owner = await anOwner({ name: 'Olga' });
});

async function logged(...[actor, log]: Parameters<typeof logMessage>) {
  const answer = await logMessage(actor, log);
  if (!answer.ok) throw new Error(answer.reason);
  return answer;
}

const all = { before: null, most: 50 };

describe('logging what was said elsewhere', () => {
  it('keeps the real date, and finds the thread again', async () => {
    const ana = await aContact();
    const first = await logged(member, said(ana, 'outbound', 'Hola, Ana.', { ago: 9 }));
    const second = await logged(member, said(ana, 'inbound', 'Hola.', { ago: 8 }));
    const rows = await db().message.findMany({
      where: { id: { in: [first.messageId, second.messageId] } },
      orderBy: { occurredAt: 'asc' },
      select: {
        threadId: true,
        occurredAt: true,
        authorId: true,
        recordedById: true,
        source: true,
        dayOnly: true,
      },
    });
    expect(new Set(rows.map((row) => row.threadId)).size).toBe(1);
    expect(Math.round((Date.now() - Number(rows[0]?.occurredAt)) / 86_400_000)).toBe(9);
    expect(rows[0]).toMatchObject({
      authorId: member.userId,
      recordedById: member.userId,
      source: 'logged',
      dayOnly: false,
    });
    expect(rows[1]).toMatchObject({ authorId: null, recordedById: member.userId });
    expect(await standingOf(ana)).toMatchObject({ turn: 'ours', unheard: 1 });
  });

  it('takes a day without an hour', async () => {
    const ana = await aContact();
    const { messageId } = await logged(
      member,
      said(ana, 'outbound', 'Hola.', { day: '2026-03-02', hour: null }),
    );
    const row = await db().message.findUniqueOrThrow({ where: { id: messageId } });
    expect(row.dayOnly).toBe(true);
    expect(row.occurredAt.toISOString()).toBe('2026-03-02T12:00:00.000Z');
  });

  it('takes nothing from the future', async () => {
    const ana = await aContact();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    expect(await logMessage(member, said(ana, 'inbound', 'Hola.', { day: tomorrow, hour: null }))).toEqual({
      ok: false,
      reason: 'occurred_in_the_future',
    });
  });

  it('is never refused: a second message without an answer is kept, and said', async () => {
    const ana = await aContact();
    expect((await logged(member, said(ana, 'outbound', 'Hola.', { ago: 3 }))).wouldRefuse).toEqual([]);
    const second = await logged(member, said(ana, 'outbound', '¿Has visto mi mensaje?', justNow()));
    expect(second.wouldRefuse).toEqual(['awaiting_reply']);
    expect(await standingOf(ana)).toMatchObject({ turn: 'theirs', unanswered: 2 });
    expect(await happenedAround(member, ana, { from: null, to: null })).toEqual([]);
    const { turns } = await turnsOf(member, ana, { before: null, most: 10 });
    expect(turns.map(({ against }) => against)).toMatchObject([
      null,
      { codes: ['awaiting_reply'], by: { name: 'Nora' } },
    ]);
    expect(turns.map(({ mark }) => mark)).toEqual(['history', 'breach']);
  });

  it('judges a message of ours at its own time: before we met, crossed with their no, or after it', async () => {
    const ana = await aContact({ createdAt: new Date(Date.now() - 3 * 86_400_000) });
    const no = await logged(member, said(ana, 'inbound', 'No, gracias.', { ago: 2 }));
    await hear(member, no.messageId, heard('declined'));
    expect((await logged(member, said(ana, 'outbound', 'Hola.', { ago: 5 }))).wouldRefuse).toEqual([]);
    expect((await logged(member, said(ana, 'outbound', '¿Y ahora?', { ago: 1 }))).wouldRefuse).toEqual([]);
    expect((await logged(member, said(ana, 'outbound', '¿Y hoy?', justNow()))).wouldRefuse).toEqual([
      'declined',
      'awaiting_reply',
    ]);
    const { turns } = await turnsOf(member, ana, all);
    expect(turns.map(({ mark }) => mark)).toEqual(['history', null, 'crossed', 'breach']);
  });

  it('changes its judgement when words that had been said are recorded later', async () => {
    const ana = await aContact({ createdAt: new Date(Date.now() - 9 * 86_400_000) });
    const ours = await logged(member, said(ana, 'outbound', 'Hola.', { ago: 1 }));
    const markOfOurs = async () =>
      (await db().message.findUniqueOrThrow({ where: { id: ours.messageId } })).mark;
    expect(await markOfOurs()).toBe(null);
    const no = await logged(member, said(ana, 'inbound', 'No, gracias.', { ago: 2 }));
    await hear(member, no.messageId, heard('declined'));
    expect(await markOfOurs()).toBe('crossed');
    await retract(member, ours.messageId, 'never sent');
    expect(await markOfOurs()).toBe(null);
  });

  it('sees a minute later that a message crossed the no of a colleague for all of them', async () => {
    const organizationId = await anOrganization();
    const met = { organizationId, createdAt: new Date(Date.now() - 9 * 86_400_000) };
    const [ana, ben, eva] = [await aContact(met), await aContact(met), await aContact(met)];
    const toBen = await logged(member, said(ben, 'outbound', 'Hola.', { ago: 1 }));
    const toEva = await logged(member, said(eva, 'outbound', 'Hola.', { ago: 3 }));
    const no = await logged(member, said(ana, 'inbound', 'Nadie de aquí, gracias.', { ago: 2 }));
    await hear(member, no.messageId, heard('declined', { scope: 'organization', words: 'Nadie de aquí' }));
    const marks = async () => {
      const find = (id: string) => db().message.findUniqueOrThrow({ where: { id } });
      return [(await find(toBen.messageId)).mark, (await find(toEva.messageId)).mark];
    };
    expect(await marks()).toEqual([null, null]);
    expect(await judgeColleagues()).toBe(1);
    expect(await marks()).toEqual(['crossed', null]);
    expect(await judgeColleagues()).toBe(0);
  });

  it('leaves the turn alone for an accepted connection, a like and an automatic reply', async () => {
    const ana = await aContact();
    await logged(member, said(ana, 'outbound', 'Hola.', { ago: 3 }));
    for (const kind of ['connection', 'reaction', 'auto_reply'] as const)
      await logged(member, said(ana, 'inbound', '', { ago: 2, kind }));
    expect(await standingOf(ana)).toMatchObject({ turn: 'theirs', unheard: 0 });
  });

  it('guesses the latest heard reply that still waits as the one that was answered', async () => {
    const ana = await aContact();
    await logged(member, said(ana, 'outbound', 'Hola.', { ago: 9 }));
    const first = await logged(member, said(ana, 'inbound', '¿Cuánto dura?', { ago: 8 }));
    expect(guessAnswered(await answerableOf(member, ana))).toBe(null);
    await hear(member, first.messageId, heard('question'));
    expect(guessAnswered(await answerableOf(member, ana))).toBe(first.messageId);
    await logged(member, said(ana, 'outbound', 'Media hora.', { ago: 7, answersId: first.messageId }));
    expect(guessAnswered(await answerableOf(member, ana))).toBe(null);
    expect(await standingOf(ana)).toMatchObject({ turn: 'theirs', owed: 0 });
  });
});

describe('correcting and retracting', () => {
  it('is a retraction and a new row that corrects it', async () => {
    const ana = await aContact();
    const first = await logged(member, said(ana, 'inbound', 'Nos interesa.', { ago: 2 }));
    const log = said(ana, 'inbound', 'No nos interesa.', { ago: 2 });
    const second = await correct(member, { messageId: first.messageId, reason: 'I had misread it' }, log);
    if (!second.ok) throw new Error(second.reason);
    const { turns } = await turnsOf(member, ana, all);
    expect(turns.map(({ body }) => body)).toEqual(['Nos interesa.', 'No nos interesa.']);
    expect(turns[0]?.retracted).toMatchObject({
      corrected: true,
      reason: 'I had misread it',
      by: { name: 'Nora' },
    });
    expect(turns[1]).toMatchObject({ corrects: { body: 'Nos interesa.' }, unheard: true });
    expect(await standingOf(ana)).toMatchObject({ unheard: 1 });
    expect((await lastWordsOf(member, ana))?.id).toBe(second.messageId);
  });

  it('needs a reason, and happens once', async () => {
    const ana = await aContact();
    const { messageId } = await logged(member, said(ana, 'outbound', 'Hola.'));
    expect(await retract(member, messageId, '  ')).toEqual({
      ok: false,
      reason: 'retraction_needs_a_reason',
    });
    expect(await retract(member, messageId, 'wrong person')).toEqual({ ok: true });
    expect(await retract(member, messageId, 'wrong person')).toEqual({
      ok: false,
      reason: 'already_retracted',
    });
    expect(await standingOf(ana)).toMatchObject({ turn: 'nobody', unanswered: 0 });
  });

  it('is for who logged it and for the owner', async () => {
    const ana = await aContact();
    const { messageId } = await logged(member, said(ana, 'outbound', 'Hola.'));
    expect(await retract(other, messageId, 'not mine')).toEqual({ ok: false, reason: 'not_yours' });
    expect(await retract(owner, messageId, 'logged twice')).toEqual({ ok: true });
  });

  it('keeps a no that stood in the row', async () => {
    const ana = await aContact();
    const { messageId } = await logged(member, said(ana, 'inbound', 'No, gracias.'));
    await hear(member, messageId, heard('declined'));
    expect(await retract(member, messageId, 'wrong person')).toEqual({ ok: true });
    expect(await standingOf(ana)).toMatchObject({ closedBy: 'declined' });
  });
});

describe('the timeline', () => {
  it('gives the newest turns last, and an address for the earlier ones', async () => {
    const ana = await aContact();
    const pitchId = await aPitch();
    for (let ago = 9; ago > 0; ago -= 1)
      await logged(
        member,
        said(ana, ago % 2 ? 'outbound' : 'inbound', `vor ${ago}`, {
          ago,
          pitchId: ago === 9 ? pitchId : null,
        }),
      );
    const late = await turnsOf(member, ana, { before: null, most: 4 });
    expect(late.turns.map(({ body }) => body)).toEqual(['vor 4', 'vor 3', 'vor 2', 'vor 1']);
    expect(late.earlier).toBe(true);
    const first = late.turns[0];
    if (!first) throw new Error('no turn');
    const early = await turnsOf(member, ana, { before: placeOf(cursorOf(first)), most: 9 });
    expect(early.turns.map(({ body }) => body)).toEqual(['vor 9', 'vor 8', 'vor 7', 'vor 6', 'vor 5']);
    expect(early.earlier).toBe(false);
    expect(early.turns[0]?.pitch).toMatch(/^Pitch/);
    const taken = await turnsTaken(member, ana);
    expect(taken).toHaveLength(9);
    expect(taken[0]).toMatchObject({ by: 'us', words: 2, asks: false });
  });
});
