import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { foundIn } from '@/lib/outbox/writing/queries';
import { copyOut, notSent, type CopiedOut } from '@/lib/outbox/mutations';
import { createTemplate } from '@/lib/outbox/templates/mutations';
import { poolAs } from '@/tests/support/database';
import { aMember, anOwner } from '@/tests/support/people';
import { aPitch, letter, said, somebody } from '../gate/scene';

const codes = (answer: CopiedOut) =>
  !answer.ok && answer.why === 'manners' ? answer.found.map(({ code }) => code) : [];
const outbound = (contactId: string) => db().message.count({ where: { contactId, direction: 'outbound' } });

const story =
  'we keep the visits of small museums in one place, so that somebody who came once is remembered when they come again. I read how many of your visitors travel from far away. What makes one of them return?';
const to = (name: string, body = story) => `Hi ${name},\n\n${body}\n\nBest,\nNora`;

beforeEach(async () => {
  await rows('DELETE FROM fingerprints');
});

describe('manners, in the outbox', () => {
  it.each([
    ['Dear friend,\n\nwhat is hardest?', ['nameless']],
    ['Hi Marcus,\n\nwhat is hardest?', ['other_name']],
    ['Hi {{name}}, what is hardest?', ['placeholder']],
    ['Hi Ana, I like [Company]. What is hardest?', ['placeholder']],
    ['Hi Ana,\njust checking in!', ['checking_in']],
  ])('%j does not leave, and leaves nothing behind', async (body, expected) => {
    const [nora, ana] = [await anOwner(), await somebody('Ana Beltrán')];
    expect(codes(await copyOut(nora, letter(ana, { body })))).toEqual(expected);
    expect(await outbound(ana.id)).toBe(0);
    expect(await db().outbox.count({ where: { contactId: ana.id } })).toBe(0);
    expect(await copyOut(nora, letter(ana, { body: to('Ana') }))).toMatchObject({ ok: true });
  });

  it('the law is told first: nobody mends a greeting for a letter that may not leave', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana Beltrán')];
    await said(nora, ana.id, 'No.', { outcome: 'declined', scope: 'person' });
    expect(await copyOut(nora, letter(ana, { body: 'Dear friend, hello' }))).toMatchObject({
      why: 'refused',
    });
  });

  it('a first e-mail with a pitch says how to decline; the next one need not', async () => {
    const [nora, ana, pitchId] = [
      await anOwner(),
      await somebody('Ana Beltrán'),
      await aPitch('Half an hour'),
    ];
    const mail = { addressId: ana.email, pitchId, subject: 'Lighthouses' };
    expect(codes(await copyOut(nora, letter(ana, { ...mail, body: to('Ana') })))).toEqual(['no_way_out']);
    const polite = to('Ana', `${story} If this is not for you, a short “no” is enough.`);
    expect(await copyOut(nora, letter(ana, { ...mail, body: polite }))).toMatchObject({ ok: true });
  });

  it('a thanks carries no link and one question', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana Beltrán')];
    const no = await said(nora, ana.id, 'We are all set.', { outcome: 'declined', scope: 'person' });
    const body = 'Thank you, Ana. See https://atelier.example. What did not fit? Who decides?';
    expect(codes(await copyOut(nora, letter(ana, { answersId: no, body })))).toEqual([
      'thanks_link',
      'thanks_questions',
    ]);
    const thanks = letter(ana, { answersId: no, body: 'Thank you, Ana. What did not fit?' });
    expect(await copyOut(nora, thanks)).toMatchObject({ ok: true, purpose: 'thanks' });
  });

  it('where the team lets manners warn, it leaves', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana Beltrán')];
    await db().policy.update({ where: { id: 1 }, data: { mannersRefuse: false }, select: { id: true } });
    const rude = letter(ana, { body: 'Dear friend, what is hardest?' });
    expect(await foundIn(nora, rude)).toMatchObject([{ code: 'nameless', refuses: false }]);
    expect(await copyOut(nora, rude)).toMatchObject({ ok: true });
    await db().policy.update({ where: { id: 1 }, data: { mannersRefuse: true }, select: { id: true } });
  });
});

describe('the same to many', () => {
  const names = ['Ben', 'Carla', 'Dora', 'Emil'] as const;

  it('the fourth person in fourteen days does not get it, whoever of the team writes', async () => {
    const [nora, marc] = [await anOwner(), await aMember()];
    const people = await Promise.all(names.map((name) => somebody(name)));
    for (const [at, person] of people.slice(0, 3).entries())
      expect(
        await copyOut(at % 2 ? marc : nora, letter(person, { body: to(names[at] ?? '') })),
      ).toMatchObject({ ok: true });
    const [, , , emil] = people;
    if (!emil) throw new Error('nobody');
    const fourth = letter(emil, { body: to('Emil') });
    expect((await foundIn(marc, fourth)).map(({ code }) => code)).toContain('near_copy');
    expect(codes(await copyOut(marc, fourth))).toEqual(['near_copy']);
    expect(await outbound(emil.id)).toBe(0);

    // What came back reached nobody.
    const [copy] = await rows<{ message_id: string; queued_by_id: string }>(
      `SELECT o.message_id, o.queued_by_id FROM outbox o JOIN fingerprints USING (message_id) WHERE o.state = 'queued' AND o.queued_by_id = $1`,
      [nora.userId],
    );
    await notSent(nora, copy?.message_id ?? '');
    expect(await foundIn(marc, fourth)).toEqual([]);
  });

  it('after fourteen days it is forgotten, and its fingerprint is gone', async () => {
    const nora = await anOwner();
    for (const name of names.slice(0, 3))
      await copyOut(nora, letter(await somebody(name), { body: to(name) }));
    const emil = letter(await somebody('Emil'), { body: to('Emil') });
    await poolAs('superuser').query(
      `UPDATE fingerprints SET left_at = left_at - interval '13 days 23 hours'`,
    );
    expect(codes(await copyOut(nora, emil))).toEqual(['near_copy']);
    await poolAs('superuser').query(`UPDATE fingerprints SET left_at = left_at - interval '2 hours'`);
    expect(await copyOut(nora, emil)).toMatchObject({ ok: true });
    expect(await rows('SELECT FROM fingerprints')).toHaveLength(1);
  });

  it('of eight that leave at once, three get it', async () => {
    const nora = await anOwner();
    const people = await Promise.all(Array.from({ length: 8 }, () => somebody('Ana Beltrán')));
    const answers = await Promise.all(
      people.map((person) => copyOut(nora, letter(person, { body: to('Ana') }))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(answers.flatMap(codes)).toEqual(Array.from({ length: 5 }, () => 'near_copy'));
  });

  it('what is kept of a text is numbers, and a message that is gone takes them along', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana Beltrán')];
    const out = await copyOut(nora, letter(ana, { body: to('Ana', story.replace('small', 'tiny')) }));
    const messageId = out.ok ? out.messageId : '';
    const kept = await db().fingerprint.findUniqueOrThrow({ where: { messageId } });
    expect(Object.keys(kept).sort()).toEqual(['hashes', 'leftAt', 'messageId']);
    expect(kept.hashes.length).toBeGreaterThan(10);
    await expect(
      rows('UPDATE fingerprints SET hashes = ARRAY[1] WHERE message_id = $1', [messageId]),
    ).rejects.toThrow(/permission denied/);
  });

  it('a template alone goes to nobody; with a sentence of one’s own it goes', async () => {
    const [nora, marc] = [await anOwner(), await aMember()];
    const unlike =
      'On Saturday the ferry brings the school from the island, and nobody counts how many stay for the afternoon. Would you show me the desk once?';
    await createTemplate(nora, {
      name: 'Ferry',
      subject: null,
      body: `Hi {{name}},\n\n{{what you noticed}}\n\n${unlike}`,
      shared: true,
    });
    const ana = await somebody('Ana Beltrán');
    expect(codes(await copyOut(marc, letter(ana, { body: to('Ana', unlike) })))).toEqual(['nothing_own']);
    const own = to('Ana', `Your note on the lamp room at Cape Finisterre made me laugh. ${unlike}`);
    expect(await copyOut(marc, letter(ana, { body: own }))).toMatchObject({ ok: true });
  });
});
