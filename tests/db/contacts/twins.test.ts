import { beforeAll, expect, it } from 'vitest';
import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import { mergeContacts, sayTheyAreTwo } from '@/lib/contacts/twins/mutations';
import { twinsAfter } from '@/lib/contacts/twins/queries';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { logMessage } from '@/lib/threads/mutations';
import { poolAs } from '@/tests/support/database';
import { aMember } from '@/tests/support/people';
import { aContact, anOrganization, said } from '@/tests/support/talk';

let member: Writer;

const pairs = async () =>
  (await twinsAfter(member, null)).twins.map(({ one, other, why }) => [[one.id, other.id], why]);
const inOrder = (...ids: string[]) => ids.sort();

async function address(contactId: string, handle: string, state: 'held' | 'shared') {
  await rows(
    `INSERT INTO addresses (id, contact_id, channel, handle, typed, state) VALUES ($1, $2, 'email', $3, $3, $4)`,
    [v7(), contactId, handle, state],
  );
}

beforeAll(async () => {
  member = await aMember();
});

it('who shares a handle, and who has the same name at the same organization or where one or both have none, may be one', async () => {
  const marea = await anOrganization();
  const [here, there] = [
    await aContact({ name: 'Ana Gil', organizationId: marea }),
    await aContact({ name: 'Ana Gil', organizationId: marea }),
  ];
  const [nowhere, lighthouse] = [
    await aContact({ name: 'Bo Li' }),
    await aContact({ name: 'Bo Li', organizationId: await anOrganization('Faro') }),
  ];
  const elsewhere = [
    await aContact({ name: 'Cas Oro', organizationId: marea }),
    await aContact({ name: 'Cas Oro', organizationId: await anOrganization('Norte') }),
  ];
  const [alone, lonely] = [await aContact({ name: 'Cy Roa' }), await aContact({ name: 'Cy Roa' })];
  const [desk, person] = [await aContact({ name: 'Desk' }), await aContact({ name: 'Dee Roe' })];
  await address(desk, 'desk@marea.example', 'held');
  await address(person, 'desk@marea.example', 'shared');
  expect(await pairs()).toEqual([
    [inOrder(desk, person), ['same_handle']],
    [inOrder(here, there), ['same_name_there']],
    [inOrder(nowhere, lighthouse), ['same_name']],
    [inOrder(alone, lonely), ['same_name_nowhere']],
  ]);
  expect(elsewhere).toHaveLength(2);
});

it('who was said to be two is not asked about again, from whichever side it was said', async () => {
  const [{ one, other } = { one: null, other: null }] = (await twinsAfter(member, null)).twins;
  if (!one || !other) throw new Error('nobody is there twice');
  await sayTheyAreTwo(member, other.id, one.id);
  await sayTheyAreTwo(member, one.id, other.id);
  expect((await pairs()).map(([ids]) => ids)).not.toContainEqual([one.id, other.id]);
  expect(await pairs()).toHaveLength(3);
});

it('who became one is there once, with what was said to either', async () => {
  const [{ one, other } = { one: null, other: null }] = (await twinsAfter(member, null)).twins;
  if (!one || !other) throw new Error('nobody is there twice');
  await logMessage(member, said(other.id, 'outbound', 'Hello.'));
  const merging = { from: other.id, into: one.id, reason: 'the same person' };
  expect(await mergeContacts(member, merging)).toEqual({ ok: true });
  expect(await db().message.count({ where: { contactId: one.id } })).toBe(1);
  expect(await pairs()).toHaveLength(2);
  expect(await mergeContacts(member, merging)).toEqual({ ok: false, code: 'contact_unknown' });
});

it('pairs are shown some at a time, each once, to the end of the names', async () => {
  await db().contact.createMany({
    data: Array.from({ length: 90 }, (_, at) => `Pair ${Math.floor(at / 2)}`).map((name) => ({
      ...{ id: v7(), name, nameKey: name.toLowerCase() },
    })),
  });
  const seen: string[] = [];
  let page = await twinsAfter(member, null);
  for (;;) {
    seen.push(...page.twins.map(({ one }) => one.name));
    if (!page.further) break;
    page = await twinsAfter(member, page.further);
  }
  expect(seen.filter((name) => name.startsWith('Pair'))).toHaveLength(45);
  expect(new Set(seen).size).toBe(seen.length);
});

it('the names are walked along their index', async () => {
  const owner = poolAs('owner');
  await owner.query('SET enable_seqscan = off');
  const { rows: plan } = await owner.query<{ 'QUERY PLAN': string }>(
    `EXPLAIN SELECT w.contact_id FROM standing w WHERE (w.name_key, w.contact_id) > ('ana', '${v7()}') ORDER BY w.name_key, w.contact_id LIMIT 20000`,
  );
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('standing_name_key_contact_id_idx');
});
