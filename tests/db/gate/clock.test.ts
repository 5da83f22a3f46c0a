import { afterEach, expect, it, vi } from 'vitest';
import { v7 } from 'uuid';
import { makeToken } from '@/lib/auth/tokens/mutations';
import { db } from '@/lib/db/client';
import { judgeColleagues, letCopiesGoUncertain } from '@/lib/db/law';
import { rows } from '@/lib/db/pool';
import { standingOf, verdictOn } from '@/lib/gate/queries';
import { copyOut } from '@/lib/outbox/mutations';
import { unhear } from '@/lib/replies/mutations';
import { poolAs } from '@/tests/support/database';
import { aMember } from '@/tests/support/people';
import { checked } from './asking';
import { heard, letter, logged, said, somebody } from './scene';

const hour = 3_600_000;
const day = 24 * hour;

afterEach(() => vi.useRealTimers());

/** Does something while the application's clock is wrong by so much; the database's is not. */
async function off<T>(by: number, work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + by });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
}

type Somebody = Awaited<ReturnType<typeof somebody>>;

const nora = await aMember({ name: 'Nora' });
const token = await makeToken(nora, { name: 'a clock', days: null });

/** Shifts when rows were recorded; the law lets nobody do that. */
async function recordedEarlier(table: 'looks' | 'hearings', where: string, hours: number) {
  await poolAs('superuser').query(
    `SET session_replication_role = replica;
    UPDATE ${table} SET recorded_at = recorded_at - interval '${hours} hours' WHERE ${where};
    RESET session_replication_role`,
  );
}

/** The last look on LinkedIn was so many hours ago. */
async function looked(hours: number) {
  await poolAs('owner').query('DELETE FROM looks WHERE user_id = $1', [nora.userId]);
  await db().look.create({ data: { id: v7(), userId: nora.userId, channel: 'linkedin' } });
  await recordedEarlier('looks', `user_id = '${nora.userId}'`, hours);
}

const tomorrow = new Date(Date.now() + day);
const thisMorning = new Date(Date.now() - 12 * hour);

/** What closes, and the reason the law gives. */
const closed: Record<string, { why: string; make: (to: Somebody) => Promise<unknown> }> = {
  'a no': {
    why: 'declined',
    make: (to) => said(nora, to.id, 'No, thank you.', { outcome: 'declined', scope: 'person' }),
  },
  'an opt-out': {
    why: 'opted_out',
    make: (to) => said(nora, to.id, 'Never again.', { outcome: 'opted_out' }),
  },
  'a rest until tomorrow': {
    why: 'resting',
    make: (to) => said(nora, to.id, 'Not now.', { outcome: 'later', until: tomorrow }),
  },
  'what we said this morning, unanswered,': {
    why: 'awaiting_reply',
    make: (to) => logged(nora, to.id, { body: 'May I?', direction: 'outbound', occurredAt: thisMorning }),
  },
  'a reply that nobody heard': {
    why: 'unheard_reply',
    make: (to) => logged(nora, to.id, { body: 'Who are you?', occurredAt: thisMorning }),
  },
};

it.each(Object.entries(closed))(
  'P10: %s stays closed while the clock of the application is a day ahead or behind',
  async (_, { why, make }) => {
    await looked(1);
    for (const born of [-day, 0, day]) {
      const to = await somebody('Ana Beltrán');
      await off(born, () => make(to));
      for (const by of [-day, 0, day]) {
        await off(by, async () => {
          const { verdict } = (await standingOf(nora, to.id)).explained;
          expect(verdict.reasons.map(({ code }) => code)).toContain(why);
          expect((await checked({ contact_id: to.id, channel: 'linkedin' }, token)).allowed).toBe(false);
          expect(await copyOut(nora, letter(to))).toMatchObject({ ok: false });
        });
      }
    }
  },
);

it('P10: a look of twenty-five hours ago proves nothing a day behind, and one of an hour ago proves it a day ahead', async () => {
  const to = await somebody('Ana Beltrán');
  await logged(nora, to.id, { body: 'May I?', direction: 'outbound', occurredAt: thisMorning });
  await said(nora, to.id, 'Who else shows there?', { outcome: 'other' });
  const rest = { pitchId: null, answersId: null, newFact: true };
  const asked = { contactId: to.id, channel: 'linkedin', addressId: to.linkedin, ...rest } as const;
  const codes = async () => (await verdictOn(nora, asked)).reasons.map(({ code }) => code);
  for (const by of [-day, 0, day]) {
    await looked(25);
    expect(await off(by, codes)).toEqual(['deaf']);
    await looked(1);
    expect(await off(by, codes)).toEqual([]);
  }
});

it('P10: what was heard yesterday is not taken back as if it were just now', async () => {
  const to = await somebody('Ana Beltrán');
  const messageId = await logged(nora, to.id, { body: 'No, thank you.' });
  await heard(nora, to.id, messageId, { outcome: 'interested' });
  await heard(nora, to.id, messageId, { outcome: 'declined', scope: 'person' });
  await recordedEarlier('hearings', `message_id = '${messageId}'`, 20);
  for (const by of [-day, 0, day])
    expect(await off(by, () => unhear(nora, messageId))).toEqual({ ok: false, reason: 'already_heard' });
  const [standing] = await rows('SELECT closed_by FROM standing WHERE contact_id = $1', [to.id]);
  expect(standing).toEqual({ closed_by: 'declined' });
});

it('P10: nothing that is due later happens now', async () => {
  await looked(1);
  const to = await somebody('Ana Beltrán');
  expect(await copyOut(nora, letter(to))).toMatchObject({ ok: true });
  for (const by of [-day, day]) {
    expect(await off(by, letCopiesGoUncertain)).toBe(0);
    expect(await off(by, judgeColleagues)).toBe(0);
  }
  expect(await db().outbox.findMany({ where: { contactId: to.id }, select: { state: true } })).toEqual([
    { state: 'queued' },
  ]);
});
