import { beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '@/generated/prisma/client';
import type { Writer } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { inTransaction, rows } from '@/lib/db/pool';
import { hear } from '@/lib/replies/mutations';
import { nextToListen, placeInLine } from '@/lib/replies/queries';
import { byHarm } from '@/lib/replies/suggested/guess';
import { keepSuggestions, suggestWaiting } from '@/lib/replies/suggested/mutations';
import { peopleIn } from '@/lib/replies/today/queries';
import { pageSql } from '@/lib/replies/today/sql';
import { rowCursor, rowPlace, type RowPlace } from '@/lib/replies/today/tabs';
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

// What a reader of replies takes it for.
async function suggested(messageId: string, outcome: Outcome | null): Promise<void> {
  const said = { outcome, scope: null, until: null, lang: 'en' as const, evidence: [], sure: 0.9 };
  await keepSuggestions([{ id: messageId, said }]);
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

describe('the line of those to listen to', () => {
  const listed = async () =>
    (await peopleIn(member, 'listen', { after: null, most: 50 })).people.map(({ contactId }) => contactId);

  // Going on from each to the next, as whoever listens does.
  async function listenedTo(): Promise<string[]> {
    const people: string[] = [];
    for (let next = await nextToListen(member); next !== null;) {
      const place = await placeInLine(member, next);
      people.push(place?.contactId ?? '');
      next = await nextToListen(member, place);
    }
    return people;
  }

  it('is one on Today and in Listen: harm first, then who waits longest, page by page', async () => {
    const outcomes = [...byHarm.slice(0, 4), null, ...byHarm.slice(4)];
    const told = new Map<string, string>();
    for (const outcome of outcomes.toReversed()) {
      for (const nth of ['first', 'second']) {
        const { contactId, messageId } = await theySaid(`${nth} of ${outcome}`, 1);
        await suggested(messageId, outcome);
        told.set(contactId, `${nth} ${outcome}`);
      }
    }
    const wanted = outcomes.flatMap((outcome) => [`first ${outcome}`, `second ${outcome}`]);
    const names = (people: readonly string[]) => people.flatMap((id) => told.get(id) ?? []);
    expect(names(await listed())).toEqual(wanted);
    expect(await listenedTo()).toEqual(await listed());
    const paged: string[] = [];
    for (let after: RowPlace | null = null; ;) {
      const { people, more } = await peopleIn(member, 'listen', { after, most: 3 });
      paged.push(...people.map(({ contactId }) => contactId));
      const last = people.at(-1);
      if (!more || !last) break;
      after = rowPlace(rowCursor(last));
    }
    expect(paged).toEqual(await listed());
  });

  it('follows what is suggested of what is unheard, and nothing else of somebody changes with it', async () => {
    const { contactId, messageId } = await theySaid('Sounds good.', 9);
    const asIs = async () => {
      const [row] = await rows<{ harm: number; rest: string; whole: boolean }>(
        `SELECT s.harm, (to_jsonb(s) - 'harm' - 'touched')::text || (law.verdict($1, $2, 'email', NULL, NULL, NULL, false) - 'at')::text AS rest,
          NOT law.standing_differs($1) AS whole FROM standing s WHERE s.contact_id = $1`,
        [contactId, member.userId],
      );
      return row;
    };
    const before = await asIs();
    await suggested(messageId, 'interested');
    expect(await asIs()).toEqual({ ...before, harm: 6, whole: true });
    await suggested(messageId, 'opted_out');
    expect(await asIs()).toEqual({ ...before, harm: 0, whole: true });
    expect((await listed())[2]).toBe(contactId);
    await hear(member, messageId, heard('other'));
    const later = await logMessage(member, said(contactId, 'inbound', 'And one more thing.'));
    expect(later.ok && (await asIs())).toMatchObject({ harm: 4, whole: true });
  });

  it('is served by an index however many wait', async () => {
    const { contactId } = await theySaid('Hello again.', 2);
    const [some] = await rows<{ messageId: string }>(
      'SELECT id AS "messageId" FROM messages WHERE contact_id = $1',
      [contactId],
    );
    const place = await placeInLine(member, some?.messageId ?? '');
    for (const after of [null, place]) {
      const plan = await inTransaction(async (client) => {
        for (const way of ['seqscan', 'bitmapscan', 'sort'])
          await client.query(`SET LOCAL enable_${way} = off`);
        const page = `SELECT * FROM (${pageSql('listen', after).sql}) p WHERE $1::timestamptz IS NULL OR $2::uuid IS NOT NULL`;
        const values = [after?.at ?? null, after?.contactId ?? null, 51];
        return (await rows<{ 'QUERY PLAN': string }>(`EXPLAIN ${page}`, values, client))
          .map((row) => row['QUERY PLAN'])
          .join('\n');
      });
      expect(plan).toMatch(/Index (Only )?Scan using standing_line/);
      expect(plan).not.toMatch(/Seq Scan|Sort/);
    }
  });
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
