import { readFileSync } from 'node:fs';
import { v7 as uuid } from 'uuid';
import { test } from 'vitest';
import { verdictOn } from '@/lib/gate/queries';
import { fill } from '@/tests/bench/contacts/fill';
import { database, poolAs } from '@/tests/support/database';
import { aMember } from '@/tests/support/people';
import { Client } from 'pg';
import { pace, report, strangers } from './people';

const most = Number(process.env['EARSHOT_PEOPLE'] ?? 1_000_000);
const asked = 2000;

interface Measured {
  readonly preview: number;
  readonly perSecond: number;
}

/** Preview p95 in milliseconds on people with ten messages, and gated inserts a second to strangers, among so many. */
async function among(people: number, talkers: number): Promise<Measured> {
  const member = await aMember();
  await fill(people);
  const sql = readFileSync(new URL('talks.sql', import.meta.url), 'utf8')
    .replaceAll(':talkers', String(talkers))
    .replaceAll(':author', `'${member.userId}'`);
  const owner = await poolAs('owner').connect();
  await owner.query(sql).finally(() => owner.release(true));
  await poolAs('superuser').query('VACUUM ANALYZE');
  const talks = await poolAs('app').query<{ contactId: string; addressId: string; answersId: string }>(
    `SELECT s.contact_id AS "contactId", a.id AS "addressId", s.owed_message_id AS "answersId" FROM standing s
      JOIN addresses a ON a.contact_id = s.contact_id AND a.channel = 'email' WHERE s.owed > 1 OR s.talked_last_id = $1 ORDER BY random() LIMIT $2`,
    [member.userId, asked],
  );
  const ask = (one: (typeof talks.rows)[number]) =>
    verdictOn(member, { ...one, channel: 'email', pitchId: null, newFact: false });
  await pace(talks.rows.slice(0, 200), ask);
  const preview = await pace(talks.rows, ask);

  const fresh = await strangers(asked + 200);
  const one = new Client({ connectionString: database().app });
  await one.connect();
  const send = ({ contact, thread, address }: (typeof fresh)[number]) =>
    one.query({
      name: 'gated',
      text: `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, author_id, body)
        VALUES ($1::uuid, $2::uuid, $3::uuid, 'email', $4::uuid, 'outbound', 'composed', $5::uuid, 'Hello Ana, how do you do it?')`,
      values: [uuid(), contact, thread, address, other.userId],
    });
  // Whoever has so many questions waiting opens nothing: a colleague writes.
  const other = await aMember();
  await pace(fresh.slice(0, 200), send);
  const gated = await pace(fresh.slice(200), send).finally(() => one.end());
  process.stdout.write(
    `among ${people}: preview p95 ${preview.p95.toFixed(2)} ms over ${talks.rows.length} people with ten messages, gated inserts ${gated.perSecond.toFixed(0)}/s\n`,
  );
  return { preview: preview.p95, perSecond: gated.perSecond };
}

test(`the gate among 10,000 and among ${most}`, async () => {
  const small = await among(10_000, 1_000);
  const large = await among(most, most / 10);
  report(`preview p95 among 10,000 : among ${most}`, small.preview / large.preview, 1 / 1.3);
  report(`gated inserts among ${most} : among 10,000`, large.perSecond / small.perSecond, 1 / 1.3);
});

test('adding up a contact with a thousand messages, and with a hundred', async () => {
  const member = await aMember();
  const owner = poolAs('owner');
  const took = async (messages: number): Promise<number> => {
    const [person] = await strangers(1);
    if (!person) throw new Error('nobody');
    for (let n = 0; n < messages; n += 1)
      await owner.query(
        `INSERT INTO messages (id, contact_id, thread_id, channel, direction, source, occurred_at, author_id, recorded_by_id, body)
          VALUES (gen_random_uuid(), $1, $2, 'email', $3, 'logged', now() - interval '1 hour' * (2000 - $4::int), $5, $6, 'words')`,
        [
          ...[person.contact, person.thread, n % 2 === 0 ? 'outbound' : 'inbound', n],
          ...[n % 2 === 0 ? member.userId : null, member.userId],
        ],
      );
    const { p95 } = await pace(Array.from({ length: 20 }), () =>
      owner.query('SELECT law.stand($1)', [person.contact]),
    );
    return p95;
  };
  const [hundred, thousand] = [await took(100), await took(1000)];
  process.stdout.write(
    `stand(): ${hundred.toFixed(1)} ms with 100 messages, ${thousand.toFixed(1)} ms with 1,000\n`,
  );
  report('stand() with 100 messages x 10 : with 1,000', (10 * hundred) / thousand, 0.5);
});
