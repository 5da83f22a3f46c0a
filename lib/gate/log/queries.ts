import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
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
