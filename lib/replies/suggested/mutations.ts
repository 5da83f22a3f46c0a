import 'server-only';
import type { Channel } from '@/generated/prisma/client';
import { type Queryable, pool, rows } from '@/lib/db/pool';
import { readReply } from '@/lib/replies/suggesting/read-reply';
import { unheardSql } from '@/lib/threads/queries';
import { learntModel } from './queries';

/** Which reader of replies it was: a better one reads again what nobody has heard yet. */
export const suggesterVersion = 1;

/** A reply as its row has it. */
export interface ReplyKept {
  readonly id: string;
  readonly body: string;
  readonly occurredAt: Date;
  readonly channel: Channel;
}

/** Keeps beside a reply what it seems to say, for whoever hears it. It opens nothing; a no for an organization holds. */
export async function keepSuggestion(
  { id, body, occurredAt, channel }: ReplyKept,
  on: Queryable = pool(),
): Promise<void> {
  const sentOn = occurredAt.toISOString().slice(0, 10);
  // The whole message is read as if it had just come: what somebody pasted may have our own words below it.
  const { outcome, scope, until, lang, evidence, sure } = readReply(
    { message: body, sentOn, channel },
    await learntModel(on),
  );
  await rows(
    `INSERT INTO replies (message_id, outcome, scope, until, language, evidence, sure, reader_version)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (message_id) DO UPDATE SET outcome = excluded.outcome, scope = excluded.scope, until = excluded.until,
        language = excluded.language, evidence = excluded.evidence, sure = excluded.sure,
        reader_version = excluded.reader_version, model_version = NULL`,
    [
      ...[id, outcome, scope, until?.length === 7 ? `${until}-01` : until],
      ...[lang, JSON.stringify(evidence), sure, suggesterVersion],
    ],
    on,
  );
}

/**
 * Reads what waits to be heard and was not read yet, by an older reader, or with a language model that is off or another
 * by now; answers how many replies, at most `most`.
 */
export async function suggestWaiting(most: number): Promise<number> {
  const waiting = await rows<ReplyKept & Record<string, unknown>>(
    `SELECT m.id, m.body, m.occurred_at AS "occurredAt", m.channel
      FROM standing s JOIN messages m ON m.contact_id = s.contact_id LEFT JOIN replies y ON y.message_id = m.id
      WHERE s.unheard > 0 AND ${unheardSql} AND (y.message_id IS NULL OR y.reader_version < $1
          OR y.model_version <> (SELECT l.version FROM language_model l WHERE l.id = 1))
      ORDER BY s.unheard_since, s.contact_id LIMIT $2`,
    [suggesterVersion, most],
  );
  for (const reply of waiting) await keepSuggestion(reply);
  return waiting.length;
}
