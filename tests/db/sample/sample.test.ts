import { beforeAll, describe, expect, it } from 'vitest';
import type { Owner, Writer } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { lastActsOf } from '@/lib/replies/acts/queries';
import { peopleIn, todaySummary } from '@/lib/replies/today/queries';
import type { TodayTab } from '@/lib/replies/today/tabs';
import { loadSample, removeSample } from '@/lib/sample/mutations';
import { sampleIsHere } from '@/lib/sample/queries';
import { logMessage } from '@/lib/threads/mutations';
import { poolAs } from '@/tests/support/database';
import { aMember, anOwner } from '@/tests/support/people';
import { aContact, said, standingOf } from '@/tests/support/talk';

let owner: Owner;
let member: Writer;
let mine: string;

beforeAll(async () => {
  owner = await anOwner({ name: 'Olga', timeZone: 'Europe/Madrid' });
  member = await aMember();
  mine = await aContact({ name: 'Somebody of ours' });
  await logMessage(member, said(mine, 'outbound', 'Hello.', { ago: 3 }));
});

const namesIn = async (tab: TodayTab) =>
  (await peopleIn(owner, tab, { after: null, most: 50 })).people.map(({ name }) => name).sort();

const count = async (table: string) =>
  (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n;

const tables = [
  ...[
    'contacts',
    'addresses',
    'organizations',
    'pitches',
    'threads',
    'messages',
    'hearings',
    'declines',
    'opt_outs',
  ],
  ...['rests', 'endings', 'referrals', 'standing', 'retractions', 'outbox'],
];

describe('the sample people', () => {
  it('come once, each in a telling state, as the law sees it', async () => {
    expect(await loadSample(owner)).toBe(13);
    expect(await loadSample(owner)).toBe(0);
    expect(await namesIn('listen')).toEqual(['Ana Beltrán', 'Camille Roy']);
    expect(await namesIn('your_turn')).toEqual(['Marta Oliveira', 'Tom Adeyinka']);
    expect(await namesIn('their_turn')).toEqual(['Dev Anand', 'Somebody of ours']);
    expect(await namesIn('resting')).toEqual(['Samuel Okoro']);
    expect(await namesIn('stopped')).toEqual([
      'Jonas Weil',
      'Lucía Ferrer',
      'Priya Raman',
      'Ruth Calder',
      'Íñigo Salas',
    ]);
    expect(await todaySummary(owner, 100)).toMatchObject({ unheard: 2, owed: { count: 2 } });
    expect(await rows('SELECT * FROM law.differing_standings(5)')).toEqual([]);
  });

  it('spoke in the past, none of it against the law', async () => {
    expect(await db().message.count({ where: { occurredAt: { gt: new Date() } } })).toBe(0);
    expect(await db().event.count({ where: { verb: 'message_logged_against_the_law' } })).toBe(0);
  });

  it('end a conversation within days of its last word, as it is told', async () => {
    const ended = await rows<{ days: number }>(
      `SELECT extract(epoch FROM e.recorded_at - m.occurred_at) / 86400 AS days FROM endings e JOIN messages m ON m.id = e.message_id`,
    );
    expect(ended).toHaveLength(1);
    expect(Number(ended[0]?.days)).toBeLessThan(3);
  });

  it('came with a history that nobody did: what they said and how it was heard is no act to take back', async () => {
    const loader = await db().event.findFirstOrThrow({
      where: { verb: 'sample_loaded' },
      select: { actorId: true },
    });
    const who = [owner, member].find(({ userId }) => userId === loader.actorId);
    expect(
      who && (await lastActsOf(who, { most: 20 })).filter(({ contactId }) => contactId !== mine),
    ).toEqual([]);
  });

  it('are shown out by an owner alone', async () => {
    await expect(removeSample(member)).rejects.toThrow();
    expect(await sampleIsHere(owner)).toBe(true);
  });

  it('leave nothing behind, and take nobody else along', async () => {
    const before = await standingOf(mine);
    expect(await removeSample(owner)).toBe(13);
    expect(await sampleIsHere(owner)).toBe(false);
    const left = Object.fromEntries(
      await Promise.all(tables.map(async (table) => [table, await count(table)])),
    );
    const none = Object.fromEntries(tables.map((table) => [table, 0]));
    expect(left).toEqual({ ...none, contacts: 1, threads: 1, messages: 1, standing: 1 });
    expect(await standingOf(mine)).toEqual(before);
    const doors = await poolAs('owner').query(
      'SELECT count(*)::int AS n FROM doors WHERE contact_id IS NOT NULL',
    );
    expect(doors.rows).toEqual([{ n: 0 }]);
    expect(await removeSample(owner)).toBe(0);
  });

  it('may come again, and leave what a team has made its own', async () => {
    expect(await loadSample(owner)).toBe(13);
    const northlight = await db().organization.findFirstOrThrow({ where: { name: 'Northlight' } });
    const pitch = await db().pitch.findFirstOrThrow({ where: { name: 'Second visit' } });
    const real = await aContact({ name: 'A real volunteer', organizationId: northlight.id });
    await logMessage(member, said(real, 'outbound', 'Hello.', { ago: 1, pitchId: pitch.id }));
    expect(await removeSample(owner)).toBe(13);
    expect(await db().organization.count()).toBe(1);
    expect(await db().pitch.count()).toBe(1);
    expect(await standingOf(real)).toMatchObject({ turn: 'theirs' });
  });
});
