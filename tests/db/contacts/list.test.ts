import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Writer } from '@/lib/auth/actor';
import { cursorText } from '@/lib/contacts/list/cursor';
import { readListFilter, tabs } from '@/lib/contacts/list/list-filter';
import { nearSql, nearWords } from '@/lib/contacts/list/near/near-sql';
import { contactsNear } from '@/lib/contacts/list/near/queries';
import { contactList, countsShown, tabCounts } from '@/lib/contacts/list/queries';
import { nameKey } from '@/lib/contacts/name-key';
import { db } from '@/lib/db/client';
import { inTransaction, rows } from '@/lib/db/pool';
import { hear } from '@/lib/replies/mutations';
import { logMessage } from '@/lib/threads/mutations';
import { aMember, aReader } from '@/tests/support/people';
import { aContact, anOrganization, heard, said } from '@/tests/support/talk';

let member: Writer;
let reader: Actor;

/** All names of a list, page after page, and back again to the first. */
async function leafed(address: Record<string, string>) {
  const pages: string[][] = [];
  let page = await contactList(reader, readListFilter(address));
  for (;;) {
    pages.push(page.contacts.map(({ name }) => name));
    if (!page.older) break;
    page = await contactList(reader, readListFilter({ ...address, after: cursorText(page.older) }));
  }
  const back: string[][] = [page.contacts.map(({ name }) => name)];
  while (page.newer) {
    page = await contactList(reader, readListFilter({ ...address, before: cursorText(page.newer) }));
    back.unshift(page.contacts.map(({ name }) => name));
  }
  return { pages, back };
}

beforeAll(async () => {
  [member, reader] = [await aMember(), await aReader()];
  const names = Array.from({ length: 130 }, (_, at) => `Twin ${['Ána', 'Bo', 'Cé'][at % 3]}`);
  await db().contact.createMany({ data: names.map((name) => ({ id: v7(), name, nameKey: nameKey(name) })) });
});

describe('a list of contacts', () => {
  it('leafs through people of the same name without losing or doubling one, there and back', async () => {
    const { pages, back } = await leafed({});
    expect(pages.map((page) => page.length)).toEqual([50, 50, 30]);
    expect(back).toEqual(pages);
    const all = await contactList(reader, readListFilter({}));
    expect(all.newer).toBeNull();
    expect(new Set(pages.flat()).size).toBe(3);
    expect(pages.flat()).toEqual([...pages.flat()].sort((a, b) => (nameKey(a) < nameKey(b) ? -1 : 1)));
  });

  it('leafs through those never written to, the last one kept first', async () => {
    const { pages, back } = await leafed({ standing: 'never_written' });
    expect(pages.map((page) => page.length)).toEqual([50, 50, 30]);
    expect(back).toEqual(pages);
  });

  it('leafs through everybody by who spoke last, though many spoke in the same moment', async () => {
    const ids = await rows<{ id: string }>('SELECT id FROM contacts ORDER BY id LIMIT 60');
    for (const { id } of ids)
      await logMessage(member, said(id, 'outbound', 'Hello.', { ago: 3, hour: null }));
    const { pages, back } = await leafed({ order: 'recent' });
    expect(pages.map((page) => page.length)).toEqual([50, 10]);
    expect(back).toEqual(pages);
    expect((await leafed({ standing: 'their_turn' })).pages).toEqual(pages);
  });

  it('shows in each tab whom its chip names, and counts as many', async () => {
    const bo = await aContact({ name: 'Asks Bo' });
    const spoken = await logMessage(member, said(bo, 'inbound', 'How long does it take?', { ago: 1 }));
    if (spoken.ok) await hear(member, spoken.messageId, heard('question'));
    const counts = await tabCounts(reader, { organizationId: null, tagId: null });
    for (const tab of tabs.filter((one) => one !== 'everybody')) {
      const { contacts } = await contactList(reader, readListFilter({ standing: tab }));
      expect(new Set(contacts.map(({ state }) => state)), tab).toEqual(
        new Set(contacts.length > 0 ? [tab] : []),
      );
      expect(Math.min(counts[tab], 50), tab).toBe(contacts.length);
    }
    expect(counts.your_turn).toBe(1);
  });

  it('counts each tab, and within an organization or a tag', async () => {
    const organizationId = await anOrganization('Fundación Marea');
    const ana = await aContact({ name: 'Ana Beltrán', organizationId });
    const ben = await aContact({ name: 'Ben Weil', organizationId });
    const spoken = await logMessage(member, said(ana, 'inbound', 'Nobody here wants this.', { ago: 1 }));
    const nothing = { organizationId: null, tagId: null };
    const before = await tabCounts(reader, nothing);
    expect(before).toMatchObject({ listen: 1, their_turn: 60, stopped: 0 });
    expect(before.everybody).toBe(133);
    if (spoken.ok)
      await hear(
        member,
        spoken.messageId,
        heard('declined', { scope: 'organization', words: 'Nobody here' }),
      );
    expect(await tabCounts(reader, nothing)).toMatchObject({
      listen: 0,
      stopped: 2,
      never_written: before.never_written - 1,
    });
    expect(await tabCounts(reader, { ...nothing, organizationId })).toMatchObject({
      everybody: 2,
      stopped: 2,
      never_written: 0,
    });
    const stopped = await contactList(
      reader,
      readListFilter({ standing: 'stopped', organization: organizationId }),
    );
    expect(stopped.contacts.map(({ id, closedBy }) => [id, closedBy])).toEqual(
      expect.arrayContaining([
        [ana, 'declined'],
        [ben, null],
      ]),
    );
    const tag = await db().tag.create({
      data: { id: v7(), name: 'fair', contacts: { create: { contactId: ben } } },
    });
    const tagged = await contactList(reader, readListFilter({ tag: tag.id }));
    expect(tagged.contacts.map(({ id }) => id)).toEqual([ben]);
  });
});

describe('a search of contacts', () => {
  const find = async (q: string, more: Record<string, string> = {}) =>
    (await contactList(reader, readListFilter({ q, ...more }))).contacts.map(({ name }) => name);

  beforeAll(async () => {
    const organizationId = await anOrganization('rádio cais'.normalize('NFD').replace(/\u0301/g, ''));
    const marta = await aContact({ name: 'marta oliveira', organizationId });
    await aContact({ name: 'oliver marta' });
    await aContact({ name: 'li wu' });
    await aContact({ name: 'jonas weisenfeld' });
    await rows(
      `INSERT INTO addresses (id, contact_id, channel, handle, typed) VALUES (gen_random_uuid(), $1, 'email', 'm.oliveira@cais.example', 'x'),
        (gen_random_uuid(), $1, 'linkedin', 'marta-o', 'x'), (gen_random_uuid(), $1, 'phone', '+351912345678', 'x')`,
      [marta],
    );
  });

  it.each([
    ['marta', ['marta oliveira', 'oliver marta']],
    ['MÁRTA', ['marta oliveira', 'oliver marta']],
    ['oliveira marta', ['marta oliveira']],
    ['oliver', ['oliver marta']],
    ['li', ['li wu']],
    ['l', ['li wu']],
    ['cais', ['marta oliveira']],
    ['marta cais', ['marta oliveira']],
    ['radio ca', ['marta oliveira']],
    ['m.oliv', ['marta oliveira', 'oliver marta']],
    ['@cais.example', ['marta oliveira']],
    ['M.Oliveira+news@cais.example', ['marta oliveira']],
    ['https://pt.linkedin.com/in/Marta-O/', ['marta oliveira']],
    ['+351 912 345 678', ['marta oliveira']],
    ['in/marta', ['marta oliveira']],
    ['+351 912 34', ['marta oliveira']],
    ['%', []],
    ['_', []],
    ['nobody of that name', []],
  ])('for %j finds %j', async (q, names) => {
    expect(await find(q)).toEqual(names);
  });

  it('stays in its tab', async () => {
    expect(await find('marta', { standing: 'never_written' })).toEqual(['marta oliveira', 'oliver marta']);
    expect(await find('marta', { standing: 'stopped' })).toEqual([]);
    expect(await find('ana', { standing: 'stopped' })).toEqual(['Ana Beltrán']);
    expect(await find('marea', { standing: 'stopped' })).toEqual(['Ana Beltrán', 'Ben Weil']);
  });

  it.each([
    ['olivera', ['oliver marta', 'marta oliveira']],
    ['mrata', ['marta oliveira', 'oliver marta']],
    ['Marta Oliveria', ['marta oliveira', 'oliver marta']],
    ['weisenfld', ['jonas weisenfeld']],
    ['Beisenfeld', ['jonas weisenfeld']],
    ['weissenfeld jonas', ['jonas weisenfeld']],
    ['jonsa', ['jonas weisenfeld']],
    ['somebody else entirely', []],
    ['li', []],
  ])('finds who comes near when a letter was typed wrong: %j is near %j', async (q, names) => {
    expect(q === 'li' ? [] : await find(q)).toEqual([]);
    expect((await contactsNear(reader, q)).map(({ name }) => name)).toEqual(names);
  });

  it('asks the index of names for who comes near, and reads no more of them than it shows', async () => {
    const { text, values } = nearSql(nearWords('Marta Oliveria'));
    const plan = await inTransaction(async (client) => {
      await client.query(`SELECT set_config('enable_seqscan', 'off', true)`);
      return client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, [...values]);
    });
    const lines = plan.rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(lines).toContain('contacts_name_trgm');
    expect(lines).not.toContain('Seq Scan on contacts');
  });

  it('counts in each tab who fits, and no more than that', async () => {
    const counts = await countsShown(reader, readListFilter({ q: 'marta' }));
    expect(counts.tabs).toMatchObject({ everybody: 2, never_written: 2, stopped: 0 });
    expect(counts.all).toBeGreaterThan(130);
    expect((await countsShown(reader, readListFilter({ q: 'twin' }))).tabs).toEqual({});
  });

  it('shows a hundred, and says that there are more', async () => {
    const page = await contactList(reader, readListFilter({ q: 'twin' }));
    expect([page.contacts.length, page.more, page.older]).toEqual([100, true, null]);
  });
});
