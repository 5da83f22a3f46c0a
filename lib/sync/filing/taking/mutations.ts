import 'server-only';
import { writerStandingIn } from '@/lib/auth/standing-in/queries';
import { type PoolClient, rows } from '@/lib/db/pool';
import { translate } from '@/lib/language/translate';
import { unheardSql } from '@/lib/threads/queries';

interface Elsewhere {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
}

/**
 * One mail is one message: what somebody was said to have written, in somebody else's conversation, is theirs alone, and is
 * taken back there in the name of whoever said so, unless it was heard or answered there.
 */
export async function takeBackElsewhere(
  client: PoolClient,
  rawMailId: string,
  from: string | null,
): Promise<void> {
  const found = await rows<Elsewhere & Record<string, unknown>>(
    `SELECT m.id, q.answered_by_id AS "userId", c.name FROM message_mails k JOIN messages m ON m.id = k.message_id
      JOIN mail_questions q ON q.kind = 'other_address' AND q.handle = $2 AND q.settled_at IS NOT NULL
      JOIN contacts w ON w.id = q.contact_id AND coalesce(w.merged_into_id, w.id) = m.contact_id
      JOIN contacts g ON g.id = q.given_to_id JOIN contacts c ON c.id = coalesce(g.merged_into_id, g.id)
    WHERE k.raw_mail_id = $1 AND c.id <> m.contact_id AND m.source = 'synced' AND m.address_id IS NULL AND m.kind = 'human'
      AND ${unheardSql} AND NOT EXISTS (SELECT FROM messages a WHERE a.answers_id = m.id)
      AND EXISTS (SELECT FROM message_mails o JOIN messages t ON t.id = o.message_id WHERE o.raw_mail_id = k.raw_mail_id AND t.contact_id = c.id)
    ORDER BY m.recorded_seq, q.settled_at`,
    [rawMailId, from],
    client,
  );
  const taken = new Set<string>();
  for (const { id, userId, name } of found) {
    const writer = taken.has(id) ? null : await writerStandingIn(userId);
    if (!writer) continue;
    taken.add(id);
    const reason = translate(writer.language, 'mail')('theirs_alone', { name });
    await client.query('SELECT law.retract($1, $2, $3)', [id, writer.userId, reason]);
  }
}
