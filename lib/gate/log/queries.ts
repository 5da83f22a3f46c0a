import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { likeEscaped, nameKey } from '@/lib/contacts/name-key';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { reasonCodes } from '../verdict';
import type { LogFilter } from './asked';
import { allVerbs, kinds, type LoggedVerb } from './kinds';
import { happenedSql } from './sources';

const codesSchema = z
  .object({
    reasons: z.array(z.string()).transform((all) => reasonCodes.filter((code) => all.includes(code))),
    purpose: z.enum(['opening', 'follow_up', 'response', 'thanks']),
    cause: z.string(),
    scope: z.string(),
    said_by: z.enum(['them', 'us']),
    until: z.coerce.date(),
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
  /** The text is what they said. */
  readonly theirs: boolean;
  /** A suppression that still stands. */
  readonly stands: boolean;
}

type RawRow = Omit<LogRow, 'contact' | 'codes'> & {
  contactId: string | null;
  contactName: string | null;
  codes: unknown;
};

const onAPage = 50;

/** A page of the log, newest first, and whether there is more on either side. `most` rows, 50 where nothing is said. */
export async function gateLog(_actor: Actor, filter: LogFilter, most = onAPage) {
  const { before, after } = filter;
  const order = after ? 'ASC' : 'DESC';
  const { narrow, values } = narrowing(filter);
  const verbs = filter.kind ? kinds[filter.kind] : allVerbs;
  const found = await rows<RawRow>(
    `SELECT e.recorded_seq::text AS seq, e.verb, e.recorded_at AS "recordedAt", u.name AS by, c.id AS "contactId",
        c.name AS "contactName", e.subject_id AS "subjectId", e.codes, e.text, e.theirs,
        EXISTS (SELECT FROM suppressions s WHERE s.id = e.subject_id AND s.lifted_at IS NULL) AS stands
      FROM (${happenedSql(verbs, narrow, order, '$2')}) e
        LEFT JOIN users u ON u.id = e.actor_id LEFT JOIN contacts c ON c.id = e.contact_id
      ORDER BY e.recorded_seq ${order} LIMIT $2`,
    [verbs, most + 1, ...values],
  );
  const more = found.length > most;
  const page = found.slice(0, most).map(rowOf);
  if (after) page.reverse();
  return { rows: page, older: after !== null || more, newer: after ? more : before !== null };
}

// What narrows a source, from $3 on: each part is there only when it was asked for, so that an index serves it.
function narrowing({ contactId, person, byId, from, until, before, after }: LogFilter) {
  const values: unknown[] = [];
  const take = (value: unknown) => `$${values.push(value) + 2}`;
  const zone = `(SELECT time_zone FROM policy)`;
  const parts: string[] = [];
  if (contactId) parts.push(`x.contact_id = ${take(contactId)}::uuid`);
  if (person)
    parts.push(
      `x.contact_id IN (SELECT k.id FROM contacts k WHERE k.name_key LIKE ${take(`%${likeEscaped(nameKey(person))}%`)})`,
    );
  if (from) parts.push(`x.recorded_at >= ${take(from)}::date::timestamp AT TIME ZONE ${zone}`);
  if (until) parts.push(`x.recorded_at < (${take(until)}::date + 1)::timestamp AT TIME ZONE ${zone}`);
  if (before) parts.push(`x.recorded_seq < ${take(before)}::bigint`);
  if (after) parts.push(`x.recorded_seq > ${take(after)}::bigint`);
  const who = byId ? take(byId) : null;
  const narrow = (by: string) => [...parts, who ? `x.${by} = ${who}::uuid` : 'true'].join(' AND ');
  return { narrow, values };
}

function rowOf({ contactId, contactName, codes, ...row }: RawRow): LogRow {
  const contact = contactId && contactName ? { id: contactId, name: contactName } : null;
  return { ...row, contact, codes: codesSchema.parse(codes) };
}

/** The names that the log can be filtered by: everybody with an account, open or closed. */
export async function whoIsInTheLog(_actor: Actor) {
  return db().user.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } });
}

/** The name of whom the log is about. */
export async function whomItConcerns(_actor: Actor, contactId: string): Promise<string | null> {
  const found = await db().contact.findUnique({ where: { id: contactId }, select: { name: true } });
  return found?.name ?? null;
}

/** How many messages were refused so far; counting stops at `most`. */
export async function refusedSoFar(_actor: Actor, most: number): Promise<number> {
  const [row] = await rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT FROM events WHERE verb = 'message_refused' LIMIT $1) x`,
    [most],
  );
  return row?.count ?? 0;
}
