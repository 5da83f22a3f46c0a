import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { changePolicy } from '@/lib/policy/mutations';
import { defaultPolicy, policySchema } from '@/lib/policy/policy';
import { currentPolicy } from '@/lib/policy/queries';
import { hear } from '@/lib/replies/mutations';
import { logMessage } from '@/lib/threads/mutations';
import { anOwner } from '@/tests/support/people';
import { aContact, heard, said } from '@/tests/support/talk';

it('an installation begins with the default policy', async () => {
  expect(await currentPolicy()).toEqual(defaultPolicy);
});

it('every change of the policy is an event that says what was there before', async () => {
  const nora = await anOwner();
  const madrid = { ...defaultPolicy, timeZone: 'Europe/Madrid', followUpsNeverAnswered: 1 };
  expect(await changePolicy(nora, madrid)).toEqual(['timeZone', 'followUpsNeverAnswered']);
  expect(await changePolicy(nora, madrid)).toEqual([]);
  expect(await currentPolicy()).toEqual(madrid);
  const events = await db().event.findMany({
    where: { verb: 'policy_changed' },
    select: { actorId: true, codes: true },
  });
  expect(events).toEqual([
    {
      actorId: nora.userId,
      codes: {
        changed: ['timeZone', 'followUpsNeverAnswered'],
        timeZone_before: 'UTC',
        timeZone_after: 'Europe/Madrid',
        followUpsNeverAnswered_before: 0,
        followUpsNeverAnswered_after: 1,
      },
    },
  ]);
});

it.each([
  { rule: 'timeZone', to: 'Europe/Madrid' },
  { rule: 'followUpsNeverAnswered', to: 2 },
  { rule: 'followUpsInConversation', to: 1 },
  { rule: 'invitationNeeded', to: 'block' },
] as const)('a change of $rule is an event with the old value and the new one', async ({ rule, to }) => {
  const nora = await anOwner();
  await changePolicy(nora, defaultPolicy);
  const before = await db().event.count({ where: { verb: 'policy_changed' } });
  await changePolicy(nora, policySchema.parse({ ...defaultPolicy, [rule]: to }));
  const events = await db().event.findMany({
    where: { verb: 'policy_changed' },
    orderBy: { recordedSeq: 'asc' },
    skip: before,
    select: { actorId: true, codes: true },
  });
  const codes = { changed: [rule], [`${rule}_before`]: defaultPolicy[rule], [`${rule}_after`]: to };
  expect(events).toEqual([{ actorId: nora.userId, codes }]);
});

it('in another zone a promise ends at another hour, and the standing says so at once', async () => {
  const nora = await anOwner();
  await changePolicy(nora, defaultPolicy);
  const ana = await aContact();
  const question = await logMessage(nora, said(ana, 'inbound', '¿Cuánto cuesta?', { ago: 1 }));
  if (!question.ok) throw new Error(question.reason);
  await hear(nora, question.messageId, heard('question'));
  await rows(
    `INSERT INTO messages (id, contact_id, thread_id, channel, direction, source, author_id, recorded_by_id, occurred_at, body, answers_id, promised_on)
      SELECT $1, m.contact_id, m.thread_id, m.channel, 'outbound', 'logged', $2, $2, now(), 'El viernes.', m.id, current_date + 3 FROM messages m WHERE m.id = $3`,
    [v7(), nora.userId, question.messageId],
  );
  const until = async () =>
    (await db().standing.findUniqueOrThrow({ where: { contactId: ana } })).promisedUntil?.getTime() ?? 0;
  const before = await until();
  await changePolicy(nora, { ...defaultPolicy, timeZone: 'Asia/Tokyo' });
  expect(before - (await until())).toBe(9 * 3_600_000);
  expect(await rows('SELECT law.standing_differs($1) AS differs', [ana])).toEqual([{ differs: false }]);
});

it('a zone that nobody knows, and a third message into a silence, are no policy', async () => {
  const nora = await anOwner();
  await expect(changePolicy(nora, { ...defaultPolicy, timeZone: 'Atlantis' })).rejects.toThrow();
  await expect(changePolicy(nora, { ...defaultPolicy, followUpsInConversation: 3 })).rejects.toThrow();
});

it('a zone that the browser knows and PostgreSQL does not is refused before anything changes', async () => {
  const nora = await anOwner();
  const before = await currentPolicy();
  // Intl takes a zone in any case; the list of PostgreSQL does not.
  for (const timeZone of ['europe/madrid', 'EuRoPe/LoNdOn'])
    await expect(
      changePolicy(nora, { ...before, timeZone, followUpsInConversation: 2 }),
    ).rejects.toMatchObject({
      code: 'invalid_input',
      facts: { problems: ['zone_unknown'] },
    });
  expect(await currentPolicy()).toEqual(before);
});
