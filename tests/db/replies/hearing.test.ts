import { beforeAll, describe, expect, it } from 'vitest';
import type { Owner, Writer } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { hear, logTalk } from '@/lib/replies/mutations';
import { coveredBy, listening, whatWeHeardFrom } from '@/lib/replies/queries';
import { logMessage } from '@/lib/threads/mutations';
import { poolAs } from '@/tests/support/database';
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

async function log(...[contactId, direction, body, rest]: Parameters<typeof said>): Promise<string> {
  const answer = await logMessage(member, said(contactId, direction, body, rest));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.messageId;
}

/** Lets every hearing of a contact have happened so many minutes earlier. */
async function minutesPass(contactId: string, minutes: number): Promise<void> {
  await poolAs('owner').query(
    `UPDATE hearings SET recorded_at = recorded_at - $2 * interval '1 minute' WHERE contact_id = $1`,
    [contactId, minutes],
  );
}

describe('hearing a reply', () => {
  it.each([
    ['interested', { owed: 1, closedBy: null }],
    ['question', { owed: 1, closedBy: null }],
    ['other', { owed: 0, closedBy: null }],
    ['wrong_person', { owed: 0, closedBy: 'wrong_person' }],
    ['declined', { owed: 0, closedBy: 'declined', closedScope: 'person' }],
    ['opted_out', { owed: 0, closedBy: 'opted_out' }],
  ] as const)('as %s leaves the standing that follows from it', async (outcome, standing) => {
    const ana = await aContact();
    const reply = await log(ana, 'inbound', 'Gracias por escribir.');
    expect(await hear(member, reply, heard(outcome))).toMatchObject({ ok: true, contactId: ana });
    expect(await standingOf(ana)).toMatchObject({ turn: 'ours', unheard: 0, ...standing });
  });

  it('as "not now" rests them until the day they named, else for half a year', async () => {
    const [ana, tom] = [await aContact(), await aContact({ name: 'Tom' })];
    await hear(
      member,
      await log(ana, 'inbound', 'Después del verano.'),
      heard('later', { until: '2032-09-21' }),
    );
    expect((await standingOf(ana)).restsUntil?.toISOString()).toBe('2032-09-21T00:00:00.000Z');
    await hear(member, await log(tom, 'inbound', 'Not now.'), heard('later'));
    const days = (Number((await standingOf(tom)).restsUntil) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(180);
  });

  it('keeps whom they named instead', async () => {
    const ana = await aContact();
    const reply = await log(ana, 'inbound', 'Eso lo lleva Carmen Soto.');
    await hear(member, reply, heard('wrong_person', { referral: 'Carmen Soto' }));
    expect(await db().referral.findFirst({ where: { referrerId: ana } })).toMatchObject({
      named: 'Carmen Soto',
      messageId: reply,
      contactId: null,
    });
  });

  it('keeps whom they named by an address, once, and never in a stop', async () => {
    const [ana, ben, eva] = [await aContact(), await aContact(), await aContact()];
    const carmen = { referral: 'Carmen Soto', referralAddress: 'carmen.soto@named.example' };
    for (const one of [ana, ben]) {
      const reply = await log(one, 'inbound', 'Eso lo lleva Carmen Soto.');
      await hear(member, reply, heard('other', carmen));
    }
    const stop = await log(eva, 'inbound', 'Escribid a Carmen Soto y a mí nunca más.');
    await hear(member, stop, heard('opted_out', carmen));
    const traces = await db().referral.findMany({ where: { referrerId: { in: [ana, ben, eva] } } });
    expect(traces.map(({ referrerId }) => referrerId).sort()).toEqual([ana, ben].sort());
    expect(new Set(traces.map(({ contactId }) => contactId)).size).toBe(1);
    const kept = await db().contact.findUnique({ where: { id: traces[0]?.contactId ?? '' } });
    expect(kept).toMatchObject({ name: 'Carmen Soto', metHow: 'unknown' });
  });

  it('names somebody who is here already, and nobody who is not', async () => {
    const [ana, carmen] = [await aContact(), await aContact({ name: 'Carmen Soto' })];
    const reply = await log(ana, 'inbound', 'Eso lo lleva Carmen.');
    const nobody = await hear(member, reply, heard('wrong_person', { referralId: ana.replace(/.$/, '0') }));
    expect(nobody).toMatchObject({ ok: false });
    expect(await hear(member, reply, heard('wrong_person', { referralId: ana }))).toEqual({
      ok: false,
      reason: 'only_replies_refer',
    });
    expect(await hear(member, reply, heard('wrong_person', { referralId: carmen }))).toMatchObject({
      ok: true,
    });
    expect(await db().referral.findFirst({ where: { contactId: carmen } })).toMatchObject({
      named: 'Carmen Soto',
      referrerId: ana,
    });
  });

  it('covers every earlier reply that nobody has heard, and none after it', async () => {
    const ana = await aContact();
    const first = await log(ana, 'inbound', 'No es para nosotros.', { ago: 3 });
    const second = await log(ana, 'inbound', 'Perdona, ¿quién eres?', { ago: 2 });
    const third = await log(ana, 'inbound', 'Gracias.', { ago: 1 });
    expect((await coveredBy(member, second))?.bodies).toEqual([
      'Perdona, ¿quién eres?',
      'No es para nosotros.',
    ]);
    expect(await listening(member, second)).toMatchObject({
      said: [{ id: first }, { id: second }],
      later: 1,
    });
    await hear(member, second, heard('question'));
    expect(await standingOf(ana)).toMatchObject({ unheard: 1 });
    expect(await listening(member, third)).toMatchObject({ said: [{ id: third }], later: 0 });
    await hear(member, third, heard('other'));
    expect(await standingOf(ana)).toMatchObject({ unheard: 0, owed: 1 });
  });

  it('rests on words of theirs: from any message it covers, whatever became of the quotation marks', async () => {
    const ana = await aContact();
    await log(ana, 'inbound', 'I’ll have to ask you\nnot to include me.', { ago: 2 });
    const second = await log(ana, 'inbound', 'If we are going to talk, let’s talk.', { ago: 1 });
    expect(await hear(member, second, heard('opted_out', { words: 'never write again' }))).toEqual({
      ok: false,
      reason: 'not_their_words',
    });
    await hear(
      member,
      second,
      heard('opted_out', {
        words: "i'll have to ask you not to include me",
        whatWeHeard: 'Wants to talk, not be sold to.',
      }),
    );
    const [kept] = await whatWeHeardFrom(member, ana, 5);
    expect(kept).toMatchObject({
      words: 'I’ll have to ask you\nnot to include me',
      whatWeHeard: 'Wants to talk, not be sold to.',
    });
    expect(await db().optOut.findFirst({ where: { contactId: ana } })).toMatchObject({
      words: 'I’ll have to ask you\nnot to include me',
    });
  });

  it('as a no of the organization asks for their words, and closes their colleague', async () => {
    const marea = await anOrganization();
    const ana = await aContact({ organizationId: marea });
    const eva = await aContact({ name: 'Eva', organizationId: marea });
    const reply = await log(ana, 'inbound', 'En Marea no compramos fuera.');
    expect((await listening(member, reply))?.contact.people).toBe(2);
    expect(
      await hear(member, reply, heard('declined', { scope: 'organization', words: 'no compramos fuera' })),
    ).toMatchObject({ ok: true });
    const late = await logMessage(member, said(eva, 'outbound', 'Hola, Eva.', justNow()));
    expect(late).toMatchObject({ ok: true, wouldRefuse: ['declined'] });
    const lone = await aContact();
    const no = await log(lone, 'inbound', 'Nadie aquí.');
    expect(await hear(member, no, heard('declined', { scope: 'organization', words: 'Nadie aquí' }))).toEqual(
      { ok: false, reason: 'no_organization' },
    );
  });

  it('as a no to one pitch takes the pitch of the conversation when none is named', async () => {
    const ana = await aContact();
    const pitchId = await aPitch();
    await log(ana, 'outbound', 'Hola.', { ago: 3, pitchId });
    const reply = await log(ana, 'inbound', 'Esto no.', { ago: 2 });
    expect((await listening(member, reply))?.pitches).toMatchObject([{ id: pitchId }]);
    await hear(member, reply, heard('declined', { scope: 'this_pitch' }));
    expect(await db().decline.findFirst({ where: { contactId: ana } })).toMatchObject({
      pitchId,
      scope: 'this_pitch',
    });
  });

  it('is not possible for our own messages and automatic ones', async () => {
    const ana = await aContact();
    const ours = await log(ana, 'outbound', 'Hola.');
    const auto = await log(ana, 'inbound', 'Estoy fuera.', { kind: 'auto_reply' });
    for (const id of [ours, auto]) {
      expect(await listening(member, id)).toBe(null);
      expect(await hear(member, id, heard('other'))).toEqual({ ok: false, reason: 'only_replies_are_heard' });
    }
  });
});

describe('hearing again', () => {
  it('is for its hearer within ten minutes, and takes back what the first hearing closed', async () => {
    const ana = await aContact();
    const reply = await log(ana, 'inbound', 'Ahora no.');
    await hear(member, reply, heard('opted_out'));
    expect(await hear(other, reply, heard('later'))).toEqual({ ok: false, reason: 'already_heard' });
    expect(await hear(member, reply, heard('later', { until: '2032-01-07' }))).toMatchObject({ ok: true });
    expect(await standingOf(ana)).toMatchObject({ closedBy: null });
    await minutesPass(ana, 11);
    expect(await hear(member, reply, heard('other'))).toEqual({ ok: false, reason: 'already_heard' });
  });

  it('is later for the owner, with a reason', async () => {
    const ana = await aContact();
    const reply = await log(ana, 'inbound', 'Ahora no.');
    await hear(member, reply, heard('declined'));
    await minutesPass(ana, 60);
    expect(await hear(owner, reply, heard('later'))).toEqual({ ok: false, reason: 'already_heard' });
    expect(await hear(owner, reply, heard('later', { reason: 'She said not now' }))).toMatchObject({
      ok: true,
    });
    expect(await standingOf(ana)).toMatchObject({ closedBy: null });
    expect((await listening(member, reply))?.hearing).toMatchObject({ outcome: 'later', heardBy: 'Olga' });
  });
});

describe('a talk', () => {
  it('is logged as already heard, with its outcome', async () => {
    const tom = await aContact({ name: 'Tom' });
    const talk = said(tom, 'inbound', 'Send me the two pages, I’ll read them on the train.', {
      kind: 'talk',
      channel: 'in_person',
    });
    expect(
      await logTalk(member, talk, heard('interested', { words: 'Send me the two pages' })),
    ).toMatchObject({ ok: true });
    expect(await standingOf(tom)).toMatchObject({ turn: 'ours', unheard: 0, owed: 1 });
  });

  it('leaves nothing behind when its outcome cannot be kept', async () => {
    const tom = await aContact({ name: 'Tom' });
    const talk = said(tom, 'inbound', 'Nobody here wants it.', { kind: 'talk', channel: 'phone' });
    const told = heard('declined', { scope: 'organization', words: 'Nobody here' });
    expect(await logTalk(member, talk, told)).toEqual({ ok: false, reason: 'no_organization' });
    expect(await db().message.count({ where: { contactId: tom } })).toBe(0);
  });
});
