import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { countingSql } from '@/lib/threads/queries';
import { reasonCodes } from '../verdict';
import { allVerbs, kinds, type Kind, type LoggedVerb } from './kinds';

/** Which part of the log one looks at; `before` and `after` are the places (`recorded_seq`) a page begins at. */
export interface LogFilter {
  readonly kind: Kind | null;
  readonly contactId: string | null;
  readonly byId: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

const codesSchema = z
  .object({
    reasons: z.array(z.string()).transform((all) => reasonCodes.filter((code) => all.includes(code))),
    purpose: z.enum(['opening', 'follow_up', 'response', 'thanks']),
    cause: z.string(),
    scope: z.string(),
    changed: z.array(z.string()),
  })
  .partial()
  .catch({});

export interface LogRow {
  /** Its place in the log. */
  readonly seq: string;
  readonly verb: LoggedVerb;
  readonly recordedAt: Date;
  readonly by: string | null;
  readonly contact: { readonly id: string; readonly name: string } | null;
  readonly subjectId: string | null;
  readonly codes: z.infer<typeof codesSchema>;
  /** The reason or the words beside it, unless they were erased. */
  readonly text: string | null;
  /** A suppression that still stands. */
  readonly stands: boolean;
}

type RawRow = Omit<LogRow, 'contact' | 'codes'> & {
  contactId: string | null;
  contactName: string | null;
  codes: unknown;
};

const atOnce = 50;

/** A page of the log, newest first, and whether there is more on either side. */
export async function gateLog(_actor: Actor, filter: LogFilter) {
  const { kind, contactId, byId, before, after } = filter;
  const found = await rows<RawRow>(
    `SELECT e.recorded_seq::text AS seq, e.verb, e.recorded_at AS "recordedAt", u.name AS by, c.id AS "contactId",
        c.name AS "contactName", e.subject_id AS "subjectId", e.codes, t.text,
        EXISTS (SELECT FROM suppressions s WHERE s.id = e.subject_id AND s.lifted_at IS NULL) AS stands
      FROM events e LEFT JOIN users u ON u.id = e.actor_id LEFT JOIN contacts c ON c.id = e.contact_id
        LEFT JOIN event_texts t ON t.event_id = e.id
      WHERE e.verb = ANY ($1) AND ($2::uuid IS NULL OR e.contact_id = $2) AND ($3::uuid IS NULL OR e.actor_id = $3)
        AND ($4::bigint IS NULL OR e.recorded_seq < $4) AND ($5::bigint IS NULL OR e.recorded_seq > $5)
      ORDER BY e.recorded_seq ${after ? 'ASC' : 'DESC'} LIMIT $6`,
    [kind ? kinds[kind] : allVerbs, contactId, byId, before, after, atOnce + 1],
  );
  const more = found.length > atOnce;
  const page = found.slice(0, atOnce).map(rowOf);
  if (after) page.reverse();
  return { rows: page, older: after !== null || more, newer: after ? more : before !== null };
}

function rowOf({ contactId, contactName, codes, ...row }: RawRow): LogRow {
  const contact = contactId && contactName ? { id: contactId, name: contactName } : null;
  return { ...row, contact, codes: codesSchema.parse(codes) };
}

/** The names that the log can be filtered by: everybody with an account, open or closed. */
export async function whoIsInTheLog(_actor: Actor) {
  return db().user.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } });
}

/** How many messages were refused so far; counting stops at `most`. */
export async function refusedSoFar(_actor: Actor, most: number): Promise<number> {
  const [row] = await rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT FROM events WHERE verb = 'message_refused' LIMIT $1) x`,
    [most],
  );
  return row?.count ?? 0;
}

// A closer made by a hearing lives as long as no later hearing of the same reply replaces it.
const stillHeard = (closer: string) => `NOT EXISTS (SELECT FROM hearings h JOIN hearings l
  ON l.message_id = h.message_id AND l.recorded_seq > h.recorded_seq WHERE h.id = ${closer}.hearing_id)`;
const lastOutcome = (message: string) =>
  `(SELECT h.outcome FROM hearings h WHERE h.message_id = ${message} ORDER BY h.recorded_seq DESC LIMIT 1)`;
// q was said after the words of the closer k, or after it was recorded where it has none.
const saidAfter = (q: string) => `CASE WHEN km.id IS NULL THEN ${q}.recorded_seq > k.recorded_seq
  ELSE (${q}.moment, ${q}.depth, ${q}.recorded_seq) > (km.moment, km.depth, km.recorded_seq) END`;

/**
 * The number that must be 0: messages of ours that left after their own no to the person, or their stop, had been
 * recorded and while it stood, other than its one thanks and answers to what they asked afterwards. Of logged days
 * without an hour the beginning counts. Noes of colleagues and noes to pitches are not in it: who belonged where at
 * the time, and what was proposed, is not known for logged messages.
 */
export async function messagesAfterANo(_actor: Actor): Promise<number> {
  const [row] = await rows<{ count: number }>(
    `WITH closers AS (
        SELECT d.contact_id, d.recorded_at, d.recorded_seq, d.message_id, true AS is_no, NULL::timestamptz AS lifted_at
          FROM declines d WHERE d.cause = 'no' AND d.scope IN ('person', 'organization') AND d.withdrawn_at IS NULL AND ${stillHeard('d')}
        UNION ALL SELECT s.contact_id, s.recorded_at, s.recorded_seq, s.message_id, false, s.lifted_at FROM opt_outs s WHERE ${stillHeard('s')}
      ), ours AS (
        SELECT m.*, CASE WHEN m.source IN ('composed', 'api') THEN m.recorded_at
            WHEN m.day_only THEN (m.occurred_at AT TIME ZONE p.time_zone)::date::timestamp AT TIME ZONE p.time_zone ELSE m.moment END AS sent_at
          FROM closers c JOIN messages m ON m.contact_id = c.contact_id LEFT JOIN outbox o ON o.message_id = m.id, policy p
          WHERE m.direction = 'outbound' AND ${countingSql}
      )
      SELECT count(DISTINCT w.id)::int AS count FROM ours w JOIN closers k ON k.contact_id = w.contact_id
        LEFT JOIN messages km ON km.id = k.message_id LEFT JOIN messages a ON a.id = w.answers_id
      WHERE k.recorded_seq < w.recorded_seq AND k.recorded_at <= w.sent_at AND (k.lifted_at IS NULL OR k.lifted_at > w.sent_at)
        AND NOT (k.is_no AND EXISTS (SELECT FROM hearings h JOIN messages q ON q.id = h.message_id
          WHERE h.contact_id = w.contact_id AND h.outcome IN ('interested', 'later') AND h.recorded_seq > k.recorded_seq
            AND h.recorded_at <= w.sent_at AND ${lastOutcome('q.id')} = h.outcome AND ${saidAfter('q')}
            AND NOT EXISTS (SELECT FROM retractions r WHERE r.message_id = q.id)))
        AND NOT (k.is_no AND w.pitch_id IS NULL AND a.id IS NOT NULL AND coalesce(${lastOutcome('a.id')} IN ('declined', 'later', 'wrong_person'), false)
          AND NOT EXISTS (SELECT FROM ours e WHERE e.answers_id = a.id AND (e.moment, e.depth, e.recorded_seq) < (w.moment, w.depth, w.recorded_seq)))
        AND NOT (w.pitch_id IS NULL AND EXISTS (SELECT FROM messages q WHERE q.contact_id = w.contact_id AND q.direction = 'inbound'
          AND ${lastOutcome('q.id')} IN ('question', 'interested') AND ${saidAfter('q')}
          AND CASE WHEN a.id IS NOT NULL THEN q.id = a.id
            ELSE w.source NOT IN ('composed', 'api') AND (q.moment, q.depth, q.recorded_seq) < (w.moment, w.depth, w.recorded_seq)
              AND NOT EXISTS (SELECT FROM ours e WHERE e.contact_id = w.contact_id
                AND (e.moment, e.depth, e.recorded_seq) < (w.moment, w.depth, w.recorded_seq)
                AND (e.moment, e.depth, e.recorded_seq) > (q.moment, q.depth, q.recorded_seq)) END))`,
  );
  return row?.count ?? 0;
}
