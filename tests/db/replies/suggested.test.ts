import { beforeAll, expect, it } from 'vitest';
import type { Writer } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { hear } from '@/lib/replies/mutations';
import { nextToListen } from '@/lib/replies/queries';
import { suggestWaiting } from '@/lib/replies/suggested/mutations';
import { logMessage } from '@/lib/threads/mutations';
import { aMember } from '@/tests/support/people';
import { aContact, anOrganization, heard, said } from '@/tests/support/talk';

let member: Writer;

beforeAll(async () => {
  member = await aMember();
});

async function theySaid(words: string, ago: number, organizationId?: string) {
  const contactId = await aContact(organizationId ? { organizationId } : {});
  const answer = await logMessage(member, said(contactId, 'inbound', words, { ago }));
  if (!answer.ok) throw new Error(answer.reason);
  return { contactId, messageId: answer.messageId };
}

it('reads what people logged, and puts what is worst to overlook first in the line', async () => {
  const price = await theySaid('What does it cost per seat, and is there a trial?', 3);
  const stop = await theySaid('Please take me off your list and do not write to me again.', 2);
  expect(await nextToListen(member)).toBe(price.messageId);
  expect(await suggestWaiting(100)).toBe(2);
  expect(await suggestWaiting(100)).toBe(0);
  const kept = await db().reply.findMany({ select: { messageId: true, outcome: true, language: true } });
  expect(new Map(kept.map((one) => [one.messageId, one.outcome])).get(stop.messageId)).toBe('opted_out');
  expect(await nextToListen(member)).toBe(stop.messageId);
  await hear(member, stop.messageId, heard('opted_out'));
  expect(await nextToListen(member)).toBe(price.messageId);
  await hear(member, price.messageId, heard('question'));
});

it('holds the colleagues while what reads like a no for all of them waits to be heard', async () => {
  const organizationId = await anOrganization();
  const colleague = await aContact({ organizationId });
  const no = await theySaid(
    'Thank you, but nobody at our company is interested. Please do not contact any of us again.',
    1,
    organizationId,
  );
  await suggestWaiting(100);
  const asked = async () => {
    const [answer] = await rows<{ codes: string[] }>(
      `SELECT array(SELECT r ->> 'code' FROM jsonb_array_elements(law.verdict($1, $2, 'email', NULL, NULL, NULL, false) -> 'reasons') r) AS codes`,
      [colleague, member.userId],
    );
    return answer?.codes;
  };
  expect(await asked()).toEqual(['unheard_reply']);
  await hear(member, no.messageId, heard('other'));
  expect(await asked()).toEqual([]);
});

it('reads what they wrote, and not our own words below it', async () => {
  const words =
    'Thank you.\n\nOn 3 March 2026 at 10:02, Nora wrote:\n> Nobody at your company should miss this.\n> Interested? Unsubscribe: never contact any of us again.';
  const thanks = await theySaid(words, 1);
  const alone = await theySaid('Thank you.', 1);
  await suggestWaiting(100);
  const kept = await db().reply.findMany({
    where: { messageId: { in: [thanks.messageId, alone.messageId] } },
    select: { outcome: true, scope: true, sure: true },
  });
  expect(kept).toHaveLength(2);
  expect(kept[0]).toEqual(kept[1]);
});
