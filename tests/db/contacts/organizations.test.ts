import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Writer } from '@/lib/auth/actor';
import { cursorText } from '@/lib/contacts/list/cursor';
import { nameKey } from '@/lib/contacts/name-key';
import { readOrganizationFilter } from '@/lib/contacts/organizations/list/asked';
import { organizationCount, organizationList } from '@/lib/contacts/organizations/list/queries';
import { organizationFor, renameOrganization } from '@/lib/contacts/organizations/mutations';
import { organizationById } from '@/lib/contacts/organizations/queries';
import { db } from '@/lib/db/client';
import { inTransaction, rows } from '@/lib/db/pool';
import { closersOfOrganization } from '@/lib/gate/closers/queries';
import { pitchesPutAt } from '@/lib/insight/pitches/queries';
import { hear } from '@/lib/replies/mutations';
import { logMessage } from '@/lib/threads/mutations';
import { aMember, anOwner, aReader } from '@/tests/support/people';
import { aContact, anOrganization, aPitch, heard, said } from '@/tests/support/talk';

let member: Writer;
let reader: Actor;

const list = (address: Record<string, string>) => organizationList(reader, readOrganizationFilter(address));
const namesOf = async (address: Record<string, string>) =>
  (await list(address)).organizations.map(({ name }) => name);
const rowOf = async (name: string) =>
  (await list({ q: name })).organizations.find((one) => one.name === name);

/** All names of a list, page after page, and back again to the first. */
async function leafed(address: Record<string, string>) {
  let page = await list(address);
  const pages = [page];
  while (page.older) pages.push((page = await list({ ...address, after: cursorText(page.older) })));
  const back = [page];
  while (page.newer) back.unshift((page = await list({ ...address, before: cursorText(page.newer) })));
  const named = (of: typeof pages) => of.map(({ organizations }) => organizations.map(({ id }) => id));
  return { pages: named(pages), back: named(back) };
}

async function logged(contactId: string, direction: 'inbound' | 'outbound', ago: number, body = 'Hello.') {
  const done = await logMessage(member, said(contactId, direction, body, { ago }));
  if (!done.ok) throw new Error('It was not logged.');
  return done.messageId;
}

beforeAll(async () => {
  [member, reader] = [await aMember(), await aReader()];
  const names = Array.from({ length: 120 }, (_, at) => `Zeta ${['Älter', 'Bo', 'Cé'][at % 3]}`);
  await db().organization.createMany({
    data: names.map((name) => ({ id: v7(), name, nameKey: nameKey(name) })),
  });
});

describe('a list of organizations', () => {
  it('leafs through organizations of one name without losing or doubling one, there and back', async () => {
    const { pages, back } = await leafed({});
    expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
    expect(back).toEqual(pages);
    expect(new Set(pages.flat()).size).toBe(120);
    expect(await organizationCount(reader)).toBe(120);
    const names = await namesOf({});
    expect(names).toEqual([...names].sort((a, b) => (nameKey(a) < nameKey(b) ? -1 : 1)));
  });

  it('leafs through them by who spoke last, each once, though many spoke in the same moment', async () => {
    const some = await rows<{ id: string }>('SELECT id FROM organizations ORDER BY id LIMIT 60');
    for (const { id } of some)
      for (const ago of [9, 9]) {
        const contactId = await aContact({ organizationId: id });
        await logMessage(member, said(contactId, 'outbound', 'Hello.', { ago, hour: null }));
      }
    await aContact({ organizationId: some[0]?.id ?? '' });
    const { pages, back } = await leafed({ order: 'recent' });
    expect(pages.map((page) => page.length)).toEqual([50, 10]);
    expect(back).toEqual(pages);
    expect(new Set(pages.flat())).toEqual(new Set(some.map(({ id }) => id)));
  });

  it('puts first where somebody spoke last, and shows with whom and what', async () => {
    const organizationId = await anOrganization('Marea');
    const [ana, ben] = [
      await aContact({ organizationId, name: 'Ana Beltrán' }),
      await aContact({ organizationId, name: 'Ben Weil' }),
    ];
    await logged(ana, 'outbound', 5);
    await logged(ben, 'inbound', 2, 'We would rather meet.');
    const [first] = (await list({ order: 'recent' })).organizations;
    expect(first).toMatchObject({
      ...{ id: organizationId, people: 2, unheard: 1, talking: 1, stopped: false, held: false },
      said: { with: 'Ben Weil', by: 'them', text: 'We would rather meet.', channel: 'linkedin' },
    });
    expect(await organizationById(reader, organizationId)).toMatchObject({
      ...{ name: 'Marea', people: 2, unheard: 1, talking: 1, domains: [] },
    });
  });

  it('counts nobody as there who became one with somebody else', async () => {
    const organizationId = await anOrganization('Two of one');
    const [one, other] = [await aContact({ organizationId }), await aContact({ organizationId })];
    await rows('SELECT law.merge_contacts($1, $2, $3, $4)', [one, other, member.userId, 'the same']);
    expect(await rowOf('Two of one')).toMatchObject({ people: 1 });
  });
});

describe('a search of organizations', () => {
  beforeAll(async () => {
    for (const name of ['Núñez & Söhne', 'Ateliers Nunez', 'li']) {
      await db().organization.create({ data: { id: v7(), name, nameKey: nameKey(name) } });
    }
    const id = await anOrganization('harbour');
    await rows(`INSERT INTO organization_domains (domain, organization_id) VALUES ('quayside.example', $1)`, [
      id,
    ]);
  });

  it.each([
    ['the start of a name before a word within', 'nunez', ['Núñez & Söhne', 'Ateliers Nunez']],
    ['words in any order, with accents or without', 'sohne NÚÑEZ', ['Núñez & Söhne']],
    ['two letters, where the name begins with them', 'li', ['li']],
    ['the start of a domain', '@quays', ['harbour']],
    ['what LIKE reads, for itself', '%', []],
    ['what nobody is called', 'weidezton', []],
  ])('finds by %s', async (_, q, names) => {
    expect(await namesOf({ q })).toEqual(names);
  });

  it('stops at a hundred and says that there are more', async () => {
    const page = await list({ q: 'zeta' });
    expect([page.organizations.length, page.more]).toEqual([100, true]);
  });
});

describe('what somebody said for a whole organization', () => {
  let organizationId: string;
  let ana: string;

  beforeAll(async () => {
    organizationId = await anOrganization('Cais');
    ana = await aContact({ organizationId, name: 'Ana Beltrán' });
    await aContact({ organizationId, name: 'Ben Weil' });
  });

  it('is held while nobody has heard it', async () => {
    const messageId = await logged(ana, 'inbound', 8, 'None of us wants this, leave the whole house alone.');
    await rows(
      `INSERT INTO replies (message_id, outcome, scope, reader_version) VALUES ($1, 'declined', 'organization', 1)`,
      [messageId],
    );
    const there = await closersOfOrganization(reader, organizationId);
    expect(there).toMatchObject({ closers: [], held: { messageId, speaker: 'Ana Beltrán' } });
    expect(await rowOf('Cais')).toMatchObject({ held: true, stopped: false, unheard: 1, talking: 0 });
    await hear(
      member,
      messageId,
      heard('declined', { scope: 'organization', words: 'leave the whole house alone' }),
    );
  });

  it('is told with whose words it was, once it is heard', async () => {
    const { closers, held } = await closersOfOrganization(reader, organizationId);
    expect(held).toBeNull();
    expect(closers).toMatchObject([
      {
        ...{ kind: 'decline', scope: 'organization', organization: 'Cais' },
        speaker: { id: ana, name: 'Ana Beltrán' },
        quote: { words: 'leave the whole house alone' },
      },
    ]);
    expect(await rowOf('Cais')).toMatchObject({ held: false, stopped: true, unheard: 0, talking: 0 });
  });

  it('rests once they say not now, and is open once they are interested', async () => {
    const later = await logged(ana, 'inbound', 3, 'Ask us again in spring.');
    const until = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
    await hear(member, later, heard('later', { until }));
    const { closers } = await closersOfOrganization(reader, organizationId);
    expect(closers).toMatchObject([{ kind: 'rest', isOurs: false, speaker: { name: 'Ana Beltrán' } }]);
    const row = await rowOf('Cais');
    expect(row?.stopped).toBe(false);
    expect(row?.restsUntil?.toISOString()).toBe(new Date(until).toISOString());
    await hear(member, await logged(ana, 'inbound', 1, 'Do come.'), heard('interested'));
    expect(await closersOfOrganization(reader, organizationId)).toEqual({ closers: [], held: null });
    expect(await rowOf('Cais')).toMatchObject({ stopped: false, restsUntil: null });
  });
});

it('what was put to an organization stands with how many answered what', async () => {
  const organizationId = await anOrganization('Hearers');
  const pitchId = await aPitch('Second visit');
  const people = await Promise.all(['A', 'B', 'C'].map((name) => aContact({ name, organizationId })));
  for (const contactId of people)
    await logMessage(member, said(contactId, 'outbound', 'Come again?', { ago: 6, pitchId }));
  const [no] = people;
  if (no)
    await hear(
      member,
      await logged(no, 'inbound', 4, 'No.'),
      heard('declined', { scope: 'this_pitch', aboutPitchId: pitchId }),
    );
  expect(await pitchesPutAt(reader, organizationId)).toMatchObject([
    {
      ...{ id: pitchId, name: 'Second visit' },
      answers: [
        { answer: 'no_answer', count: 2 },
        { answer: 'declined', count: 1 },
      ],
    },
  ]);
});

describe('another name', () => {
  it('is kept, and found by', async () => {
    const id = await anOrganization('old name');
    expect(await renameOrganization(member, id, 'Öl & Söhne')).toEqual({ ok: true });
    expect(await namesOf({ q: 'ol sohne' })).toEqual(['Öl & Söhne']);
    expect(await renameOrganization(member, id, 'ÖL & SÖHNE')).toEqual({ ok: true });
    expect(await organizationById(reader, id)).toMatchObject({ name: 'ÖL & SÖHNE' });
  });

  it('that another one has is refused, however it is written, and makes of two none', async () => {
    const [one, other] = [await anOrganization('tide works'), await anOrganization('ebb works')];
    expect(await renameOrganization(await anOwner(), other, 'Tide-Works')).toEqual({
      ...{ ok: false, reason: 'name_taken' },
    });
    expect(await organizationById(reader, other)).toMatchObject({ name: 'ebb works' });
    expect(await organizationById(reader, one)).toMatchObject({ name: 'tide works' });
    expect(await renameOrganization(member, v7(), 'nobody there')).toEqual({
      ...{ ok: false, reason: 'not_found' },
    });
  });

  it('never makes two of one name, though somebody brings that name along in the same moment', async () => {
    const id = await anOrganization('before the storm');
    const [renamed, brought] = await Promise.all([
      renameOrganization(member, id, 'Both at once'),
      inTransaction((client) => organizationFor(member, client, { name: 'both at once', email: null })),
    ]);
    const there = await rows<{ id: string }>(`SELECT id FROM organizations WHERE name_key = 'both at once'`);
    expect(there).toHaveLength(1);
    expect(there[0]?.id).toBe(brought);
    expect(renamed.ok).toBe(brought === id);
  });
});
