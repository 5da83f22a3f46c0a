import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, test } from 'vitest';
import { verdictOn } from '@/lib/gate/queries';
import { database, poolAs } from '@/tests/support/database';
import { aMember } from '@/tests/support/people';
import { pace, report, strangers, type Stranger } from './people';

const count = 3000;
const kept: { one?: Client } = {};

function one(): Client {
  if (!kept.one) throw new Error('The connection opens first.');
  return kept.one;
}

beforeAll(async () => {
  kept.one = new Client({ connectionString: database().app });
  await one().connect();
});
afterAll(() => kept.one?.end());

test('verdicts: lib/gate against the same statement in a pg loop', async () => {
  const member = await aMember();
  const people = await strangers(count);
  const question = ({ contact, address }: Stranger) =>
    ({
      contactId: contact,
      channel: 'email',
      addressId: address,
      pitchId: null,
      answersId: null,
      newFact: false,
    }) as const;
  const loop = ({ contact, address }: Stranger) =>
    one().query(`SELECT law.verdict($1, $2, 'email', $3, null, null, false) AS verdict`, [
      contact,
      member.userId,
      address,
    ]);
  await pace(people.slice(0, 200), loop);
  await pace(people.slice(0, 200), (person) => verdictOn(member, question(person)));
  const bare = await pace(people, loop);
  const ours = await pace(people, (person) => verdictOn(member, question(person)));
  process.stdout.write(
    `verdicts a second: pg loop ${bare.perSecond.toFixed(0)}, lib/gate ${ours.perSecond.toFixed(0)}, preview p95 ${ours.p95.toFixed(2)} ms\n`,
  );
  report('verdicts, lib/gate : pg loop', ours.perSecond / bare.perSecond, 0.6);
});

test('gated inserts on one connection, and the same statements without the law', async () => {
  const member = await aMember();
  const people = await strangers(2 * count);
  // The same tables with the same indexes, checks and foreign keys: what is left out is the law.
  await poolAs('owner').query(
    `CREATE TABLE free_messages (LIKE messages INCLUDING ALL); CREATE TABLE free_outbox (LIKE outbox INCLUDING ALL);
     DO $$ DECLARE k record; BEGIN
       FOR k IN SELECT c.conrelid::regclass AS of, replace(pg_get_constraintdef(c.oid), 'REFERENCES messages(id, contact_id)', 'REFERENCES free_messages(id, contact_id)') AS key
         FROM pg_constraint c WHERE c.contype = 'f' AND c.conrelid IN ('messages'::regclass, 'outbox'::regclass) LOOP
         EXECUTE format('ALTER TABLE free_%s ADD %s', k.of, k.key);
       END LOOP;
     END $$;`,
  );
  await poolAs('owner').query('GRANT SELECT, INSERT ON free_messages, free_outbox TO earshot_app');
  const columns = `(id, contact_id, thread_id, channel, address_id, direction, source, author_id, body)`;
  const row = `VALUES ($1::uuid, $2::uuid, $3::uuid, 'email'::channel, $4::uuid, 'outbound'::direction, 'composed'::source, $5::uuid, 'Hello Ana, how do you do it?')`;
  // The law makes the row of the outbox itself; without it the statement has to.
  const statements = {
    gated: `INSERT INTO messages ${columns} ${row}`,
    free: `WITH m AS (INSERT INTO free_messages ${columns} ${row} RETURNING id, contact_id, address_id, author_id)
      INSERT INTO free_outbox (message_id, contact_id, address_id, via, queued_by_id) SELECT id, contact_id, address_id, 'copy', author_id FROM m`,
  };
  const send = (name: keyof typeof statements) => (person: Stranger) =>
    one().query({
      name,
      text: statements[name],
      values: [uuid(), person.contact, person.thread, person.address, member.userId],
    });
  await pace(people.slice(0, 200), send('free'));
  await pace(people.slice(0, 200), send('gated'));
  const free = await pace(people.slice(200, count), send('free'));
  const gated = await pace(people.slice(200, count), send('gated'));
  process.stdout.write(
    `messages a second, with the row of the outbox: gated ${gated.perSecond.toFixed(0)}, without the law ${free.perSecond.toFixed(0)}\n`,
  );
  report('gated inserts a second', gated.perSecond, 1500);
  report('gated inserts a second : the same rows without the law', gated.perSecond / free.perSecond, 0.1);
});
