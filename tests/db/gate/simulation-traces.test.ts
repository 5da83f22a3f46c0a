import { v7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import type { Owner, Writer } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { inTransaction, rows } from '@/lib/db/pool';
import { supposing } from '@/lib/db/supposing';
import { simulate, simulateOn, usualLimits } from '@/lib/gate/simulation/queries';
import { changePolicy } from '@/lib/policy/mutations';
import { defaultPolicy, type Policy } from '@/lib/policy/policy';
import { poolAs } from '@/tests/support/database';
import { anOwner } from '@/tests/support/people';
import { somebody } from './scene';
import { forgetEverybody, withClockInARow, writtenTo } from './simulating';

withClockInARow();
let nora: Owner;
beforeAll(async () => {
  nora = await anOwner({ name: 'Nora' });
});
beforeEach(async () => {
  await changePolicy(nora, defaultPolicy);
  await forgetEverybody();
});

describe('a simulation', () => {
  const more: Policy = { ...defaultPolicy, followUpsNeverAnswered: 2, invitationNeeded: 'block' };

  it('leaves nothing behind: no policy, no event, no row, no lock', async () => {
    await writtenTo(nora, 'Ana');
    const everything = async () => {
      const found = await poolAs('owner').query(
        `SELECT (SELECT jsonb_agg(p) FROM policy p) AS policy, (SELECT count(*) FROM events) AS events,
          (SELECT jsonb_agg(s ORDER BY s.contact_id) FROM standing s) AS standing, (SELECT last_value FROM fact_seq) AS facts`,
      );
      return found.rows;
    };
    const before = await everything();
    expect(await simulate(nora, more)).toMatchObject({ reached: 'whole' });
    expect(await everything()).toEqual(before);
    const held = await rows(
      `SELECT FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_database b ON b.oid = l.database AND b.datname = current_database() WHERE c.relname = 'policy' AND l.pid <> pg_backend_pid()`,
    );
    expect(held).toEqual([]);
  });

  it('keeps no sender waiting, even while the other policy stands in its place', async () => {
    const ana = await somebody('Ana');
    await supposing(async (client) => {
      await client.query(`UPDATE policy SET follow_ups_never_answered = 2, invitation_needed = 'block'`);
      await inTransaction(async (sender) => {
        await sender.query(`SET LOCAL lock_timeout = '1ms'`);
        const thread = v7();
        await sender.query(`INSERT INTO threads (id, contact_id, channel) VALUES ($1, $2, 'linkedin')`, [
          thread,
          ana.id,
        ]);
        await sender.query(
          `INSERT INTO messages (id, contact_id, thread_id, channel, direction, source, via, body, occurred_at, author_id, address_id)
            VALUES ($1, $2, $3, 'linkedin', 'outbound', 'composed', 'copy', 'Hello.', law.clock(), $4, $5)`,
          [v7(), ana.id, thread, nora.userId, ana.linkedin],
        );
      });
    });
    expect(await db().outbox.count({ where: { contactId: ana.id } })).toBe(1);
  });

  it('says that it is busy while somebody else is changing the policy, and waits no longer than two seconds', async () => {
    await writtenTo(nora, 'Ana');
    await inTransaction(async (other) => {
      await other.query('SELECT FROM policy FOR UPDATE');
      expect(await simulate(nora, more)).toBe('busy');
    });
    expect(await simulate(nora, more)).toMatchObject({ reached: 'whole' });
  });

  it('stops counting where nobody counts on, and stops asking when it takes too long', async () => {
    for (const name of ['Ana', 'Ben', 'Cleo']) await somebody(name);
    const limited = (limits: Partial<typeof usualLimits>) =>
      supposing((client) => simulateOn(client, nora, more, { ...usualLimits, batch: 1, ...limits }));
    const shown = await limited({ shown: 2 });
    expect([shown.first.length, shown.counts.pitch.closes, shown.reached]).toEqual([2, 3, 'whole']);
    const enough = await limited({ counted: 1 });
    expect([enough.counts.pitch.closes, enough.reached]).toEqual([2, 'counted_enough']);
    const late = await limited({ patience: -1 });
    expect([late.counts.pitch.closes, late.asked, late.reached]).toEqual([0, 0, 'out_of_time']);
  });

  it('refuses a zone that PostgreSQL does not know, as saving does', async () => {
    await expect(simulate(nora, { ...more, timeZone: 'europe/madrid' })).rejects.toMatchObject({
      facts: { problems: ['zone_unknown'] },
    });
  });

  it('is an owner’s, like saving', () => {
    // The compiler holds this: whoever has no proof of an owner cannot even call it.
    expectTypeOf(simulate).parameter(0).toEqualTypeOf<Owner>();
    expectTypeOf<Writer>().not.toExtend<Owner>();
  });
});

it('what somebody else changed meanwhile is not saved over', async () => {
  await changePolicy(nora, { ...defaultPolicy, followUpsNeverAnswered: 1 }, defaultPolicy);
  const late = changePolicy(nora, { ...defaultPolicy, invitationNeeded: 'block' }, defaultPolicy);
  await expect(late).rejects.toMatchObject({ code: 'conflict' });
});
