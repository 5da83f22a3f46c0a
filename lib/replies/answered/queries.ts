import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { countingSql } from '@/lib/threads/queries';

/** The message of ours that answered a reply, whoever has heard it or not. */
export interface AnswerGiven {
  readonly id: string;
  readonly body: string;
  readonly occurredAt: Date;
  readonly dayOnly: boolean;
  /** It left from a mail program of ours. */
  readonly isFromElsewhere: boolean;
  readonly author: { readonly id: string | null; readonly name: string | null };
  /** Nothing of theirs has come since. */
  readonly isTheirTurn: boolean;
  /** It names that very reply and makes no pitch: after a no or a not-now it is the one thanks. */
  readonly isThanks: boolean;
}

const place = (one: string) => `(${one}.moment, ${one}.depth, ${one}.recorded_seq)`;

/**
 * What answered a reply, as law.answered has it: what names it or a later one, or a fact that names none and stands
 * after it; the first of them. Null where nothing did.
 */
export async function answerTo(_actor: Actor, messageId: string): Promise<AnswerGiven | null> {
  const [found] = await rows<AnswerGiven & Record<string, unknown>>(
    `SELECT m.id, m.body, m.occurred_at AS "occurredAt", m.day_only AS "dayOnly", m.source = 'synced' AS "isFromElsewhere",
      jsonb_build_object('id', m.author_id, 'name', u.name) AS author, m.answers_id = q.id AND m.pitch_id IS NULL AS "isThanks",
      NOT EXISTS (SELECT FROM messages l WHERE l.contact_id = m.contact_id AND l.direction = 'inbound' AND l.kind = 'human'
        AND ${place('l')} > ${place('m')} AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = l.id)) AS "isTheirTurn"
    FROM messages q JOIN messages m ON m.contact_id = q.contact_id AND m.direction = 'outbound'
      LEFT JOIN outbox o ON o.message_id = m.id LEFT JOIN messages n ON n.id = m.answers_id LEFT JOIN users u ON u.id = m.author_id
    WHERE q.id = $1 AND ${countingSql}
      AND NOT (m.source = 'synced' AND EXISTS (SELECT FROM messages b WHERE b.contact_id = m.contact_id AND b.in_reply_to_id = m.id AND b.kind = 'bounce'))
      AND (m.answers_id = q.id OR (${place('m')} > ${place('q')} AND CASE WHEN m.answers_id IS NULL THEN m.source IN ('logged', 'synced', 'imported')
        ELSE ${place('n')} >= ${place('q')} AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = n.id) END))
    ORDER BY m.moment, m.depth, m.recorded_seq LIMIT 1`,
    [messageId],
  );
  return found ? { ...found, isThanks: found.isThanks === true } : null;
}
