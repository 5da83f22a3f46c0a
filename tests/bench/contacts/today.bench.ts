import { test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { countsOf, peopleIn, thanksFree, todaySummary } from '@/lib/replies/today/queries';
import { weekInNumbers } from '@/lib/replies/today/week/queries';
import { report } from '@/tests/bench/law/people';
import { poolAs } from '@/tests/support/database';
import { aMember } from '@/tests/support/people';
import { fill } from './fill';

const cap = 10_000;
const screenful = { after: null, most: 50 };

// What the page of Today asks, one after the other.
const asked: readonly { name: string; ask: (actor: Actor) => Promise<unknown> }[] = [
  { name: 'counts', ask: (actor) => countsOf(actor, cap) },
  { name: 'summary', ask: (actor) => todaySummary(actor, cap) },
  { name: 'week', ask: weekInNumbers },
  { name: 'listen', ask: (actor) => peopleIn(actor, 'listen', screenful) },
  { name: 'your turn', ask: (actor) => peopleIn(actor, 'your_turn', screenful) },
  { name: 'their turn', ask: (actor) => peopleIn(actor, 'their_turn', screenful) },
  { name: 'thanks', ask: (actor) => thanksFree(actor, 5) },
];

/** So many conversations in which they have answered: half of them unheard, half heard as a question. */
const open = `
  ALTER TABLE messages DISABLE TRIGGER USER;
  ALTER TABLE hearings DISABLE TRIGGER USER;
  CREATE TEMP TABLE talker AS SELECT c.id, gen_random_uuid() AS thread, gen_random_uuid() AS reply, row_number() OVER () AS n
    FROM contacts c WHERE NOT EXISTS (SELECT FROM threads t WHERE t.contact_id = c.id) ORDER BY c.id LIMIT :open;
  INSERT INTO threads (id, contact_id, channel) SELECT thread, id, 'email' FROM talker;
  INSERT INTO messages (id, contact_id, thread_id, channel, direction, source, occurred_at, moment, recorded_at, author_id, body)
    SELECT CASE turn WHEN 1 THEN gen_random_uuid() ELSE reply END, id, thread, 'email', (ARRAY['outbound', 'inbound'])[turn]::direction, 'logged',
      at, at, at, CASE turn WHEN 1 THEN ':author'::uuid END, 'What we do, and what we would like to ask.'
    FROM talker, generate_series(1, 2) turn, LATERAL (SELECT now() - (3 - turn) * interval '1 day' - n * interval '1 second' AS at) w;
  INSERT INTO hearings (id, message_id, contact_id, heard_by_id, outcome)
    SELECT gen_random_uuid(), reply, id, ':author'::uuid, 'question' FROM talker WHERE n % 2 = 0;
  ANALYZE;
  SELECT count(law.stand(id)) FROM talker;
  ALTER TABLE messages ENABLE ALWAYS TRIGGER law_message;
  ALTER TABLE messages ENABLE ALWAYS TRIGGER law_message_recorded;
  ALTER TABLE hearings ENABLE ALWAYS TRIGGER law_hearing;
  ALTER TABLE hearings ENABLE ALWAYS TRIGGER law_heard;`;

async function among(conversations: number): Promise<Map<string, number>> {
  const member = await aMember();
  await fill(20_000);
  const owner = await poolAs('owner').connect();
  await owner
    .query(open.replaceAll(':author', member.userId).replaceAll(':open', String(conversations)))
    .finally(() => owner.release(true));
  await poolAs('superuser').query('VACUUM ANALYZE');
  const took = new Map<string, number>();
  for (const { name, ask } of asked) {
    const times: number[] = [];
    for (let run = -3; run < 40; run += 1) {
      const from = performance.now();
      await ask(member);
      if (run >= 0) times.push(performance.now() - from);
    }
    times.sort((a, b) => a - b);
    took.set(name, times[37] ?? 0);
  }
  return took;
}

test('Today with a hundred open conversations, and with 10,000', async () => {
  const [few, many] = [await among(100), await among(10_000)];
  for (const { name } of asked) {
    const [short, long] = [few.get(name) ?? 0, many.get(name) ?? 0];
    process.stdout.write(
      `Today, ${name}: p95 ${short.toFixed(1)} ms with 100, ${long.toFixed(1)} ms with 10,000\n`,
    );
  }
  const whole = (took: Map<string, number>) => [...took.values()].reduce((sum, one) => sum + one, 0);
  report('Today, all it asks, 200 ms : its p95 with 10,000 open', 200 / whole(many), 1);
});
