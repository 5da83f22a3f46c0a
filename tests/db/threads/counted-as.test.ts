import { beforeAll, describe, expect, it } from 'vitest';
import type { Writer } from '@/lib/auth/actor';
import { hear } from '@/lib/replies/mutations';
import { countedAs } from '@/lib/threads/contact/queries';
import { logMessage } from '@/lib/threads/mutations';
import { answerableOf, countingSql, turnsOf } from '@/lib/threads/queries';
import { thanksSql } from '@/lib/threads/thanks-sql';
import { poolAs } from '@/tests/support/database';
import { aMember } from '@/tests/support/people';
import { aContact, heard, justNow, said } from '@/tests/support/talk';

let nora: Writer;
beforeAll(async () => {
  nora = await aMember({ name: 'Nora' });
});

async function logged(...[actor, log]: Parameters<typeof logMessage>) {
  const answer = await logMessage(actor, log);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.messageId;
}

const acquainted = () => aContact({ createdAt: new Date(Date.now() - 9 * 86_400_000) });
const thanksIn = async (contactId: string) =>
  (await turnsOf(nora, contactId, { before: null, most: 50 })).turns
    .filter(({ purpose }) => purpose === 'thanks')
    .map(({ id }) => id);

describe('what a logged message of ours counts as is said', () => {
  it('the first that answers a no is the one thank-you, and the second is against the rule', async () => {
    const ana = await acquainted();
    const no = await logged(nora, said(ana, 'inbound', 'No, thank you.', { ago: 5 }));
    await hear(nora, no, heard('declined'));
    expect(await answerableOf(nora, ana)).toMatchObject([{ id: no, thankable: true }]);
    const answersNo = { answersId: no };
    const first = await logged(nora, {
      ...said(ana, 'outbound', 'Happy new year!', justNow()),
      ...answersNo,
    });
    const second = await logged(nora, {
      ...said(ana, 'outbound', 'And next year?', justNow()),
      ...answersNo,
    });
    expect(await countedAs(nora, ana, first)).toEqual({ as: 'thanks', reasons: [] });
    expect(await countedAs(nora, ana, second)).toEqual({ as: null, reasons: ['declined'] });
    expect(await thanksIn(ana)).toEqual([first]);
  });

  it('one that answers nothing in particular is none, and one of somebody else says nothing', async () => {
    const [ana, ben] = [await acquainted(), await acquainted()];
    const no = await logged(nora, said(ana, 'inbound', 'No, thank you.', { ago: 5 }));
    await hear(nora, no, heard('declined'));
    const ours = await logged(nora, said(ana, 'outbound', 'Is next year better?', justNow()));
    expect(await countedAs(nora, ana, ours)).toEqual({ as: null, reasons: ['declined'] });
    expect(await countedAs(nora, ben, ours)).toBeNull();
  });

  it('as the law has it, of every message', async () => {
    const { rows } = await poolAs('superuser').query<{ ours: string; law: boolean }>(
      `SELECT ${thanksSql} AS ours, law.is_thanks(m, NULL) AS law FROM messages m LEFT JOIN outbox o ON o.message_id = m.id WHERE ${countingSql}`,
    );
    expect(rows.filter(({ law }) => law)).toHaveLength(1);
    expect(rows.filter(({ ours, law }) => String(ours) !== String(law))).toEqual([]);
  });
});
