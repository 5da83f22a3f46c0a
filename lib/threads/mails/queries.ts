import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { type Returned, whyBack } from './why-back';

/** What is known of the mail a message came in. */
export interface CameByMail {
  /** Of an automatic reply: the day (`YYYY-MM-DD`) on which they are back, where that is certain. */
  readonly returnsOn: string | null;
  /** Of a mail of ours that came back: why, and whether the server still tries; null of other mail. */
  readonly returned: Returned | null;
}

/** Which of these messages came in a mail that is kept as it came. */
export async function mailsOf(
  _actor: Actor,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, CameByMail>> {
  const found = await rows<MailRow>(
    `SELECT k.message_id AS id, k.returns_on::text AS "returnsOn", k.bounce_reason AS reason, k.still_trying AS "stillTrying" FROM message_mails k WHERE k.message_id = ANY ($1)`,
    [messageIds],
  );
  return new Map(
    found.map(({ id, returnsOn, reason, stillTrying }) => [
      id,
      {
        returnsOn,
        returned: reason === null ? null : { why: whyBack(reason), stillTrying: stillTrying === true },
      },
    ]),
  );
}

interface MailRow {
  id: string;
  returnsOn: string | null;
  reason: string | null;
  stillTrying: boolean | null;
}

/**
 * The day (`YYYY-MM-DD`) on which somebody is back, as the automatic reply says that came last with a day: while that
 * day lies ahead in the installation's zone, and they have not written since. Null otherwise.
 */
export async function awayUntil(_actor: Actor, contactId: string): Promise<string | null> {
  const [found] = await rows<{ day: string }>(
    `SELECT x.day::text FROM (SELECT k.returns_on AS day, m.moment, m.depth, m.recorded_seq FROM messages m JOIN message_mails k ON k.message_id = m.id
      WHERE m.contact_id = $1 AND m.direction = 'inbound' AND m.kind = 'auto_reply' AND k.returns_on IS NOT NULL
        AND NOT EXISTS (SELECT FROM retractions r WHERE r.message_id = m.id)
      ORDER BY m.moment DESC, m.depth DESC, m.recorded_seq DESC LIMIT 1) x, policy p
    WHERE x.day > (law.clock() AT TIME ZONE p.time_zone)::date AND NOT EXISTS (SELECT FROM messages h WHERE h.contact_id = $1
      AND h.direction = 'inbound' AND h.kind = 'human' AND (h.moment, h.depth, h.recorded_seq) > (x.moment, x.depth, x.recorded_seq)
      AND NOT EXISTS (SELECT FROM retractions r WHERE r.message_id = h.id))`,
    [contactId],
  );
  return found?.day ?? null;
}
