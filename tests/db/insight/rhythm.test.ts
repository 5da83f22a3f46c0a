import { beforeAll, describe, expect, it } from 'vitest';
import type { Writer } from '@/lib/auth/actor';
import { inTransaction, rows } from '@/lib/db/pool';
import { ourAnswers, theirFirstAnswers, weeksSpoken } from '@/lib/insight/rhythm/queries';
import { rhythmSql } from '@/lib/insight/rhythm/sql';
import { copyOut } from '@/lib/outbox/mutations';
import { retract } from '@/lib/threads/mutations';
import { countingSql } from '@/lib/threads/queries';
import { aMember } from '@/tests/support/people';
import { letter, logged, somebody } from '../gate/scene';

let nora: Writer;

const minute = 60_000;
const hour = 60 * minute;
const start = Date.now();
/** So many hours before now. */
const ago = (hours: number) => new Date(start - hours * hour);
const us = (id: string, body: string, hours: number, dayOnly = false) =>
  logged(nora, id, { body, direction: 'outbound', occurredAt: ago(hours), dayOnly });
const them = (id: string, body: string, hours: number, dayOnly = false) =>
  logged(nora, id, { body, occurredAt: ago(hours), dayOnly });
const hoursOf = (waits: readonly { wait: number | null }[]) =>
  waits.map(({ wait }) => (wait === null ? null : wait / hour)).sort((a, b) => (a ?? -1) - (b ?? -1));

beforeAll(async () => {
  nora = await aMember({ name: 'Nora' });
});

describe('the rhythm of twelve weeks', () => {
  it('is silent while nothing was said, and shows each week all the same', async () => {
    const weeks = await weeksSpoken(nora);
    expect(weeks).toHaveLength(12);
    for (const { week, ...rest } of weeks) {
      expect(new Date(week).getUTCDay()).toBe(1);
      expect(rest).toEqual({ replies: 0, wordsIn: 0, messages: 0, wordsOut: 0 });
    }
    expect(await theirFirstAnswers(nora)).toEqual([]);
    expect(await ourAnswers(nora)).toEqual([]);
  });

  it('measures the first answer of theirs from our first message, and our answer from their first words', async () => {
    const { id } = await somebody('Ana');
    await us(id, 'Would you talk to us?', 100);
    await us(id, 'Half an hour?', 98);
    await them(id, 'With pleasure.', 90);
    await them(id, 'When?', 80);
    await us(id, 'On Tuesday.', 78);
    await us(id, 'At nine.', 77);
    expect(hoursOf(await theirFirstAnswers(nora))).toEqual([10]);
    expect(hoursOf(await ourAnswers(nora))).toEqual([12]);
  });

  it('keeps those who have not answered, and leaves out those who wrote first or were written to before', async () => {
    await us((await somebody('Bo')).id, 'Hello Bo.', 50);
    const carla = await somebody('Carla');
    await them(carla.id, 'Who are you?', 60);
    await us(carla.id, 'We are a studio.', 57);
    await them(carla.id, 'Thanks.', 55);
    const dev = await somebody('Dev');
    await us(dev.id, 'Hello Dev.', 24 * 100);
    await us(dev.id, 'Hello again.', 30);
    await them(dev.id, 'Hello.', 29);
    expect(hoursOf(await theirFirstAnswers(nora))).toEqual([null, 10]);
    expect(hoursOf(await ourAnswers(nora))).toEqual([3, 12]);
  });

  it('marks a wait of which only the days are known', async () => {
    const { id } = await somebody('Eva');
    await us(id, 'Hello Eva.', 24 * 20, true);
    await them(id, 'Hello.', 24 * 15);
    const waits = await theirFirstAnswers(nora);
    expect(waits.filter(({ dated }) => dated)).toHaveLength(1);
  });

  it('counts nothing that was taken back, and nothing that waits as a draft', async () => {
    const before = await weeksSpoken(nora);
    const finn = await somebody('Finn');
    const wrong = await them(finn.id, 'Said by somebody else altogether.', 3);
    await retract(nora, wrong, 'it was somebody else');
    expect(await weeksSpoken(nora)).toEqual(before);
    expect((await copyOut(nora, letter(finn))).ok).toBe(true);
    const after = await weeksSpoken(nora);
    expect(after.at(-1)?.messages).toBe((before.at(-1)?.messages ?? 0) + 1);
  });

  it('counts words by the week in which they were said', async () => {
    const sum = async () => (await weeksSpoken(nora)).map(({ replies, wordsIn }) => ({ replies, wordsIn }));
    const { id } = await somebody('Gul');
    const before = await sum();
    await them(id, '  four words\nof mine ', 24 * 7 * 5);
    await them(id, 'long before all this', 24 * 7 * 13);
    const after = await sum();
    const changed = after.flatMap((week, place) =>
      week.replies === before[place]?.replies
        ? []
        : [{ place, words: week.wordsIn - (before[place]?.wordsIn ?? 0) }],
    );
    expect(changed).toEqual([{ place: 6, words: 4 }]);
  });

  it.each(['words', 'firstAnswers', 'ourAnswers'] as const)(
    'can read the %s along the days on which they were recorded',
    async (name) => {
      const plan = await inTransaction(async (client) => {
        // What is left are the ways that a condition on the days opens.
        await client.query('SET LOCAL enable_seqscan = off');
        await client.query('SET LOCAL enable_indexscan = off');
        const sql = rhythmSql(countingSql)[name];
        const told = await rows<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, [], client);
        return told.map((row) => row['QUERY PLAN']).join('\n');
      });
      expect(plan).not.toMatch(/Seq Scan on messages/);
    },
  );
});
