import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import type { Writer } from '@/lib/auth/actor';
import { saidFrom } from '@/lib/insight/said/asked';
import { saidWith } from '@/lib/insight/said/queries';
import { fill } from '@/tests/bench/contacts/fill';
import { pace, report } from '@/tests/bench/law/people';
import { poolAs } from '@/tests/support/database';
import { aMember } from '@/tests/support/people';

const most = Number(process.env['EARSHOT_PEOPLE'] ?? 1_000_000);
const page = 50;

const common =
  'the and to you we of for our with that your is it in on have this be at are if can not from would about so as time ' +
  'work help team week call look good need want more day over know make see let talk like price year plan send meet ' +
  'visit museum roof boat garden kitchen school training workshop concert ticket energy heating harbour bakery ' +
  'flour sample catalogue budget board director answer question programme archive volunteer festival';
const rare = { every_thousand: 'kelpworks', every_hundred_thousand: 'tidewheel' };

// Thirty words a message, the first ones of the list far more often than the last.
const bodies = `(SELECT string_agg((string_to_array('${common}', ' '))[1 + floor(power(random(), 2) * 90)::int], ' ')
    FROM generate_series(1, 30) s WHERE s > 0 AND n > 0) ||
  CASE WHEN random() < 0.001 THEN ' ${rare.every_thousand}' ELSE '' END ||
  CASE WHEN random() < 0.00001 THEN ' ${rare.every_hundred_thousand}' ELSE '' END`;

const searches: readonly Record<string, string>[] = [
  { q: rare.every_hundred_thousand },
  { q: rare.every_thousand },
  { q: 'weidezton' },
  { q: 'festival' },
  { q: 'the' },
  { q: 'harbour bakery' },
  { q: `the ${rare.every_thousand}` },
  { q: 'festival', by: 'them' },
  { q: 'fest' },
];

async function talkAmong(people: number, member: Writer): Promise<void> {
  await fill(people);
  const sql = readFileSync(new URL('../law/talks.sql', import.meta.url), 'utf8')
    .replaceAll(':talkers', String(people / 10))
    .replaceAll(':author', `'${member.userId}'`)
    .replace("repeat('Some words about what we do and ask. ', 6)", bodies);
  const owner = await poolAs('owner').connect();
  await owner.query(sql).finally(() => owner.release(true));
  await poolAs('superuser').query('VACUUM ANALYZE');
}

/** 95th percentile in milliseconds of each search, its first page and the one after it. */
async function measured(member: Writer): Promise<Map<string, number>> {
  const took = new Map<string, number>();
  for (const asked of searches) {
    const filter = saidFrom(asked);
    const first = await saidWith(member, filter, page);
    const ways = { '': filter, ', second page': { ...filter, before: first.older } };
    for (const [which, one] of Object.entries(ways)) {
      if (which && !first.older) continue;
      const look = () => saidWith(member, one, page);
      await pace(Array.from({ length: 3 }), look);
      const { p95 } = await pace(Array.from({ length: 40 }), look);
      const name = `${Object.values(asked).join(', by ')}${which}`;
      took.set(name, p95);
      process.stdout.write(
        `  ${name}: p95 ${p95.toFixed(1)} ms, ${first.lines.length} lines${first.tooMany ? ', too many' : ''}\n`,
      );
    }
  }
  return took;
}

test(`what was said, among 10,000 messages and among ${most}`, async () => {
  const member = await aMember();
  await talkAmong(10_000, member);
  const small = await measured(member);
  await talkAmong(most, member);
  for (const [name, there] of await measured(member)) {
    const here = small.get(name);
    if (here) report(`${name}, among 10,000 : among ${most}`, here / there, 1 / 20);
  }
});
