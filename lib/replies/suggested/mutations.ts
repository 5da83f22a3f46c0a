import 'server-only';
import type { Channel } from '@/generated/prisma/client';
import { type Queryable, pool, rows } from '@/lib/db/pool';
import { unheardSql } from '@/lib/threads/queries';
import { learntModel } from './queries';
import { type KeptSuggestion, suggestionFor } from './suggestion';

/**
 * Which reader of replies it was: a better one reads again what nobody has heard yet. Counts up with every change of
 * lib/replies/suggesting that reaches people, the model's own too.
 */
export const suggesterVersion = 6;

/** A reply as its row has it. */
export interface ReplyKept {
  readonly id: string;
  readonly body: string;
  readonly occurredAt: Date;
  readonly channel: Channel;
}

/**
 * Keeps beside replies what they seem to say, for whoever hears them, in one statement. It opens nothing; a no for an
 * organization holds.
 */
export async function keepSuggestions(
  replies: readonly { readonly id: string; readonly said: KeptSuggestion }[],
  on: Queryable = pool(),
): Promise<void> {
  if (replies.length === 0) return;
  const each = <T>(of: (said: KeptSuggestion) => T): T[] => replies.map(({ said }) => of(said));
  await rows(
    `INSERT INTO replies (message_id, outcome, scope, until, language, evidence, sure, reader_version)
      SELECT x.*, $8 FROM unnest($1::uuid[], $2::outcome[], $3::scope[], $4::date[], $5::text[], $6::jsonb[], $7::float8[]) x
      ON CONFLICT (message_id) DO UPDATE SET outcome = excluded.outcome, scope = excluded.scope, until = excluded.until,
        language = excluded.language, evidence = excluded.evidence, sure = excluded.sure,
        reader_version = excluded.reader_version, model_version = NULL`,
    [
      ...[replies.map(({ id }) => id), each(({ outcome }) => outcome), each(({ scope }) => scope)],
      ...[each(({ until }) => until), each(({ lang }) => lang)],
      ...[each(({ evidence }) => JSON.stringify(evidence)), each(({ sure }) => sure), suggesterVersion],
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
  if (waiting.length === 0) return 0;
  const model = await learntModel();
  for (const reply of waiting) await keepSuggestions([{ id: reply.id, said: suggestionFor(reply, model) }]);
  return waiting.length;
}
