import { beforeAll, describe, expect, it } from 'vitest';
import type { Owner, Writer } from '@/lib/auth/actor';
import { closeAccount } from '@/lib/auth/team/mutations';
import { db } from '@/lib/db/client';
import { inTransaction, rows } from '@/lib/db/pool';
import { handOver, handOverAll } from '@/lib/gate/lifting/mutations';
import { talkingByUser, talkingWith } from '@/lib/insight/talking/queries';
import { countsSql, pageSql } from '@/lib/insight/talking/sql';
import { markDone } from '@/lib/replies/mutations';
import { poolAs } from '@/tests/support/database';
import { aMember, anOwner, aReader } from '@/tests/support/people';
import { heard, logged, somebody } from '../gate/scene';

let nora: Owner;
let marc: Writer;
let lea: Writer;
const cast: Record<string, string> = {};

async function writes(by: Writer, name: string) {
  const { id } = await somebody(name);
  cast[name] = id;
  await logged(by, id, { body: `Hello ${name}.`, direction: 'outbound' });
}

const idOf = (name: string) => cast[name] ?? '';
const of = async (by: Writer) => (await talkingByUser(nora)).get(by.userId);
const namesOf = async (by: Writer) =>
  (await talkingWith(nora, by.userId, { after: null, most: 50 })).people.map(({ name }) => name);

/** Makes the last turn with somebody so many hours old, as time would. */
const hoursAgo = (name: string, hours: number) =>
  poolAs('superuser').query(
    `UPDATE standing SET talked_at = law.clock() - make_interval(hours => $2) WHERE contact_id = $1`,
    [idOf(name), hours],
  );

beforeAll(async () => {
  nora = await anOwner({ name: 'Nora' });
  marc = await aMember({ name: 'Marc' });
  lea = await aMember({ name: 'Lea' });
  for (const name of ['Ana', 'Bo', 'Carla', 'Dev']) await writes(marc, name);
  await writes(nora, 'Eva');
});

describe('who is in conversation with whom', () => {
  it('is whoever talked last, and lists those who talked last first', async () => {
    expect(await of(marc)).toEqual({ people: 4, unheard: 0, owed: 0 });
    expect(await of(nora)).toEqual({ people: 1, unheard: 0, owed: 0 });
    expect(await of(lea)).toEqual({ people: 0, unheard: 0, owed: 0 });
    expect(await namesOf(marc)).toEqual(['Dev', 'Carla', 'Bo', 'Ana']);
  });

  it('counts who waits to be heard, and who for an answer', async () => {
    await logged(marc, idOf('Ana'), { body: 'Who are you?' });
    expect(await of(marc)).toEqual({ people: 4, unheard: 1, owed: 0 });
    const asked = await logged(marc, idOf('Bo'), { body: 'What does it cost?' });
    await heard(marc, idOf('Bo'), asked, { outcome: 'question' });
    expect(await of(marc)).toEqual({ people: 4, unheard: 1, owed: 1 });
    const { people } = await talkingWith(nora, marc.userId, { after: null, most: 50 });
    expect(people.map(({ name, state }) => `${name} ${state}`).slice(0, 2)).toEqual([
      'Bo your_turn',
      'Ana listen',
    ]);
  });

  it('goes on where a page ended', async () => {
    const first = await talkingWith(nora, marc.userId, { after: null, most: 3 });
    const second = await talkingWith(nora, marc.userId, { after: first.older, most: 3 });
    expect([...first.people, ...second.people].map(({ name }) => name)).toEqual(await namesOf(marc));
    expect(second).toMatchObject({ people: [{ name: 'Carla' }], older: null });
  });

  it('lapses after thirty days, as the law says, and not an hour sooner', async () => {
    await hoursAgo('Carla', 719);
    expect(await namesOf(marc)).toContain('Carla');
    await hoursAgo('Carla', 720);
    expect(await namesOf(marc)).not.toContain('Carla');
    expect(await of(marc)).toMatchObject({ people: 3 });
  });

  it('ends when it is done', async () => {
    const bye = await logged(nora, idOf('Eva'), { body: 'All clear, bye.' });
    await heard(nora, idOf('Eva'), bye, { outcome: 'other' });
    await markDone(nora, idOf('Eva'));
    expect(await namesOf(nora)).toEqual([]);
  });

  it('goes with one conversation that is handed over, and with all of them', async () => {
    await handOver(nora, { contactId: idOf('Dev'), toId: lea.userId, note: null });
    expect(await namesOf(lea)).toEqual(['Dev']);
    await handOverAll(nora, { fromId: marc.userId, toId: lea.userId, note: null });
    expect(await of(marc)).toEqual({ people: 0, unheard: 0, owed: 0 });
    expect(await of(lea)).toEqual({ people: 4, unheard: 1, owed: 1 });
  });

  it('agrees with the law about every contact', async () => {
    const told = await rows<{ contact_id: string; holder: string | null }>(
      `SELECT contact_id, law.in_conversation(contact_id) AS holder FROM standing`,
    );
    for (const by of [nora, marc, lea]) {
      const { people } = await talkingWith(nora, by.userId, { after: null, most: 50 });
      const held = told.filter(({ holder }) => holder === by.userId).map(({ contact_id }) => contact_id);
      expect(people.map(({ id }) => id).sort()).toEqual(held.sort());
      expect((await of(by))?.people).toBe(held.length);
    }
  });

  it('is nobody once the account is closed', async () => {
    await closeAccount(nora, lea.userId, marc.userId);
    expect(await of(lea)).toBeUndefined();
    await db().user.update({ where: { id: marc.userId }, data: { role: 'reader' } });
    expect(await of(marc)).toMatchObject({ people: 4 });
    await poolAs('superuser').query(`UPDATE users SET closed_at = now() WHERE id = $1`, [marc.userId]);
    expect(await namesOf(marc)).toEqual([]);
    expect(await talkingWith(await aReader(), marc.userId, { after: null, most: 50 })).toMatchObject({
      people: [],
    });
  });

  it('is read and counted along its indexes', async () => {
    const planOf = (text: string, values: readonly unknown[]) =>
      inTransaction(async (client) => {
        await client.query('SET LOCAL enable_seqscan = off');
        const plan = await rows<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values, client);
        return plan.map((row) => row['QUERY PLAN']).join('\n');
      });
    const page = await planOf(pageSql, [marc.userId, null, null, 51]);
    expect(page).toMatch(/Index Only Scan Backward using standing_talking/);
    const counts = await planOf(countsSql, []);
    expect(counts).toContain('standing_talking');
    expect(counts).not.toContain('Seq Scan on standing');
  });
});
