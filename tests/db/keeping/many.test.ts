import { beforeAll, describe, expect, it } from 'vitest';
import type { Writer } from '@/lib/auth/actor';
import { listChoices } from '@/lib/contacts/list/choices/queries';
import { contactLines } from '@/lib/contacts/list/export/queries';
import { readListFilter } from '@/lib/contacts/list/list-filter';
import { contactList } from '@/lib/contacts/list/queries';
import { contactById } from '@/lib/contacts/queries';
import { forgetView, saveView } from '@/lib/contacts/views/mutations';
import { savedViews } from '@/lib/contacts/views/queries';
import { giveContact } from '@/lib/contacts/whose/mutations';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { doWithMany } from '@/lib/keeping/many/mutations';
import { dayIn } from '@/lib/replies/days';
import { logMessage } from '@/lib/threads/mutations';
import { aMember, aReader } from '@/tests/support/people';
import { aContact, aPitch, said, standingOf } from '@/tests/support/talk';

let member: Writer;
const who = { ana: '', bo: '', cas: '' };

const names = async (address: Record<string, string | string[]>) =>
  (await contactList(member, readListFilter(address))).contacts.map(({ name }) => name);

beforeAll(async () => {
  member = await aMember({ name: 'Nora' });
  [who.ana, who.bo, who.cas] = [
    await aContact({ name: 'Ana' }),
    await aContact({ name: 'Bo' }),
    await aContact({ name: 'Cas' }),
  ];
});

describe('several at once', () => {
  const all = () => Object.values(who);

  it('are tagged once, whatever the capitals, and lose it again', async () => {
    expect(await doWithMany(member, all(), { act: 'tag', tag: 'Pools' })).toEqual({ done: 3, not: 0 });
    expect(await doWithMany(member, all(), { act: 'tag', tag: 'pools' })).toEqual({ done: 3, not: 0 });
    const tags = await db().tag.findMany({ include: { contacts: true } });
    expect(tags.map(({ name, contacts }) => [name, contacts.length])).toEqual([['Pools', 3]]);
    expect(await doWithMany(member, [who.cas], { act: 'untag', tag: 'POOLS' })).toEqual({ done: 1, not: 0 });
    expect(await names({ tag: tags[0]?.id ?? '' })).toEqual(['Ana', 'Bo']);
  });

  it('are given to somebody who writes here, never to a reader nor to somebody who left', async () => {
    const [away, reader] = [await aMember(), await aReader()];
    await rows('UPDATE users SET closed_at = now() WHERE id = $1', [away.userId]);
    for (const { userId } of [away, reader]) {
      const refused = { done: 0, not: 3, refused: 'owner_must_write' };
      expect(await doWithMany(member, all(), { act: 'assign', ownerId: userId })).toEqual(refused);
      expect(await giveContact(member, who.ana, userId)).toEqual({ ok: false, code: 'owner_must_write' });
      await expect(rows('UPDATE contacts SET owner_id = $1', [userId])).rejects.toThrow('owner_must_write');
      await expect(
        rows(`INSERT INTO contacts (id, name, name_key, owner_id) VALUES (gen_random_uuid(), 'x', 'x', $1)`, [
          userId,
        ]),
      ).rejects.toThrow('owner_must_write');
    }
    expect((await listChoices(member)).people.map(({ id }) => id)).toEqual([member.userId]);
    await doWithMany(member, [who.ana, who.bo], { act: 'assign', ownerId: member.userId });
    expect(await names({ owner: member.userId })).toEqual(['Ana', 'Bo']);
    expect((await contactById(member, who.ana))?.owner).toEqual({ id: member.userId, name: 'Nora' });
    await doWithMany(member, [who.bo], { act: 'assign', ownerId: null });
    expect(await names({ owner: member.userId })).toEqual(['Ana']);
  });

  it('rest, and are done with where it is our turn; the others stay as they are', async () => {
    await logMessage(member, said(who.bo, 'outbound', 'Hello Bo?', { ago: 3 }));
    const until = dayIn(30, new Date(), 'UTC');
    expect(await doWithMany(member, [who.ana], { act: 'rest', until })).toEqual({ done: 1, not: 0 });
    expect((await standingOf(who.ana)).restsUntil).not.toBe(null);
    expect(await doWithMany(member, [who.bo], { act: 'close' })).toEqual({ done: 0, not: 1 });
    expect(await db().ending.count()).toBe(0);
  });
});

describe('a list', () => {
  it('narrows by channel, pitch, how we met and the last word', async () => {
    const pitch = await aPitch();
    await logMessage(member, said(who.cas, 'outbound', 'A pitch.', { ago: 100, pitchId: pitch }));
    await rows(
      `INSERT INTO addresses (id, contact_id, channel, handle, typed) VALUES (gen_random_uuid(), $1, 'x', 'cas', '@cas')`,
      [who.cas],
    );
    await rows(`UPDATE contacts SET met_how = 'event' WHERE id = $1`, [who.bo]);
    expect(await names({ channel: 'x' })).toEqual(['Cas']);
    expect(await names({ channel: 'x', q: 'ca' })).toEqual(['Cas']);
    expect(await names({ channel: 'x', q: 'bo' })).toEqual([]);
    expect(await names({ pitch })).toEqual(['Cas']);
    expect(await names({ met: 'event' })).toEqual(['Bo']);
    expect(await names({ spoken: 'week' })).toEqual(['Bo']);
    expect(await names({ spoken: 'longer' })).toEqual(['Cas']);
    expect(await names({ channel: 'smoke', met: 'x', spoken: 'ever', pitch: 'y' })).toEqual([
      'Ana',
      'Bo',
      'Cas',
    ]);
  });

  it('is taken along whole, as a file, with the filters of the page, who looks after whom and who talks with them', async () => {
    await giveContact(member, who.bo, (await aMember({ name: 'Inés' })).userId);
    const lines: string[] = [];
    for await (const line of contactLines(member, readListFilter({ met: 'event', show: ['owner'] }), 'en'))
      lines.push(line);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^Bo,,Their turn,\d{4}-.*Z,Inés,Nora,Pools,At an event,/);
  });

  it('is kept as a view of one’s own, under a name that is one’s own too', async () => {
    const other = await aMember();
    await saveView(member, 'Swimmers', '/contacts?order=recent');
    await saveView(member, 'Swimmers', '/contacts?met=event');
    await saveView(other, 'Swimmers', '/contacts?met=found');
    const [view] = await savedViews(member);
    expect(view).toMatchObject({ name: 'Swimmers', address: '/contacts?met=event' });
    await forgetView(other, view?.id ?? '');
    expect(await savedViews(member)).toHaveLength(1);
    await forgetView(member, view?.id ?? '');
    expect(await savedViews(member)).toEqual([]);
    expect(await savedViews(other)).toHaveLength(1);
  });
});
