import { expect, it } from 'vitest';
import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import { readListFilter } from '@/lib/contacts/list/list-filter';
import { contactList } from '@/lib/contacts/list/queries';
import { closersOf } from '@/lib/gate/closers/queries';
import { standingOf } from '@/lib/gate/queries';
import { tell } from '@/lib/gate/told';
import { plainly } from '@/lib/gate/parts';
import { cameBackLately } from '@/lib/threads/came-back/queries';
import { mailsOf } from '@/lib/threads/mails/queries';
import { poolAs } from '@/tests/support/database';
import { fileAll } from '@/tests/support/mail/filing';
import { complained, returned, written } from '@/tests/support/mail/letters';
import { aMailbox, anAddress, held, timelineOf } from '@/tests/support/mail/listening';
import { aMember } from '@/tests/support/people';
import { aContact } from '@/tests/support/talk';

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000);

interface Report {
  readonly status?: string;
  readonly action?: 'failed' | 'delayed';
  readonly complaint?: true;
}

/** Somebody we wrote to twelve days ago, and what a server said of it two days later; both are read now. */
async function aReport(user: Writer, { complaint, ...rest }: Report) {
  const tag = v7();
  const lease = await held(await aMailbox(user, { email: `${tag}@atelier.example` }));
  const handle = `petra.${tag}@druck.example`;
  const petra = await aContact({ name: `Petra ${tag}`, createdAt: daysAgo(40) });
  const addressId = await anAddress(petra, handle);
  const about = { id: `s.${tag}@x.example`, recipient: handle, date: daysAgo(10), reportId: v7(), ...rest };
  await fileAll(
    lease,
    user,
    ['ana@atelier.example'],
    [
      {
        ...{ at: daysAgo(12), sent: true },
        raw: written({ id: about.id, from: 'ana@atelier.example', to: handle, date: daysAgo(12) }),
      },
      { at: daysAgo(10), raw: complaint ? complained(about) : returned(about) },
    ],
  );
  const report = (await timelineOf(petra)).find(({ direction }) => direction === 'inbound');
  const mails = await mailsOf(user, [report?.id ?? '']);
  return { petra, addressId, kind: report?.kind, mail: mails.get(report?.id ?? ''), name: `Petra ${tag}` };
}

const inList = async (user: Writer, name: string) =>
  (await contactList(user, readListFilter({ q: name }))).contacts.map(({ state, cameBack }) => ({
    state,
    cameBack,
  }));

it('says on which day a mail came back, and not when it was read', async () => {
  const user = await aMember();
  const { petra, mail, kind } = await aReport(user, {});
  expect({ kind, mail }).toEqual({
    kind: 'bounce',
    mail: { returnsOn: null, returned: { why: 'no_address', stillTrying: false } },
  });
  const [closer] = await closersOf(user, petra);
  expect(closer).toMatchObject({ kind: 'suppression', cause: 'hard_bounce' });
  const came = daysAgo(10).toISOString().slice(0, 10);
  const at = closer?.kind === 'suppression' ? closer.cameBackAt : null;
  expect(at?.toISOString().slice(0, 10)).toBe(came);
  const { explained } = await standingOf(user, petra);
  const reading = { language: 'en', zone: 'UTC', now: new Date() } as const;
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
  expect(plainly(tell(explained, reading)?.sentence ?? [], reading)).toContain(
    `On ${day.format(daysAgo(10))} a message came back`,
  );
});

it('tells what failed for good from what a server still tries, and neither closes the address', async () => {
  const user = await aMember();
  const full = await aReport(user, { status: '4.2.2' });
  const late = await aReport(user, { status: '4.2.2', action: 'delayed' });
  expect([full.kind, full.mail?.returned]).toEqual(['soft_bounce', { why: 'full', stillTrying: false }]);
  expect([late.kind, late.mail?.returned]).toEqual(['soft_bounce', { why: 'full', stillTrying: true }]);
  expect((await aReport(user, { complaint: true })).mail?.returned).toBeNull();
  expect([await closersOf(user, full.petra), await closersOf(user, late.petra)]).toEqual([[], []]);
  expect(await inList(user, full.name)).toEqual([{ state: 'their_turn', cameBack: false }]);
});

it('names to whoever wrote whom nothing reaches, until there is another way to them', async () => {
  const user = await aMember();
  const { petra, name } = await aReport(user, {});
  expect(await cameBackLately(user, 100)).toEqual([{ id: petra, name }]);
  expect(await cameBackLately(await aMember(), 100)).toEqual([]);
  expect(await inList(user, name)).toEqual([{ state: 'never_written', cameBack: true }]);

  await anAddress(petra, `another.${v7()}@druck.example`);
  expect(await cameBackLately(user, 100)).toEqual([]);
  expect(await inList(user, name)).toEqual([{ state: 'never_written', cameBack: false }]);

  const old = await aReport(user, {});
  await poolAs('owner').query(
    `UPDATE messages SET moment = moment - interval '21 days' WHERE contact_id = $1`,
    [old.petra],
  );
  expect(await cameBackLately(user, 100)).toEqual([]);
});

it('finds them by an index, however many mails there are', async () => {
  const client = await poolAs('owner').connect();
  try {
    await client.query('BEGIN; SET LOCAL enable_seqscan = off');
    const { rows: plan } = await client.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT b.contact_id FROM messages b WHERE b.kind = 'bounce' AND b.direction = 'inbound'
        AND b.moment > law.clock() - interval '30 days' ORDER BY b.moment DESC, b.id DESC LIMIT 1000`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('messages_came_back');
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});
