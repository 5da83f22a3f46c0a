import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { nameKey } from '@/lib/contacts/name-key';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import type { Direction } from '@/generated/prisma/client';
import type { TurnTaken } from '../balance';
import { countingSql } from '../queries';
import { thanksSql } from '../thanks-sql';

/** What one may do next in a conversation, as its standing says. */
export async function whereItStands(_actor: Actor, contactId: string) {
  const found = await db().standing.findUnique({
    where: { contactId },
    select: {
      turn: true,
      unheard: true,
      owed: true,
      everWritten: true,
      everSpoke: true,
      closedBy: true,
      lastMessageId: true,
    },
  });
  if (!found) return null;
  const last = found.lastMessageId
    ? await db().message.findUnique({
        where: { id: found.lastMessageId },
        select: { id: true, direction: true, channel: true, addressId: true, pitchId: true, body: true },
      })
    : null;
  return { ...found, last };
}

export type WhereItStands = NonNullable<Awaited<ReturnType<typeof whereItStands>>>;

/** With whom a contact became one; null for anybody who still stands alone. */
export async function becameOne(_actor: Actor, contactId: string): Promise<string | null> {
  const found = await db().contact.findUnique({ where: { id: contactId }, select: { mergedIntoId: true } });
  return found?.mergedIntoId ?? null;
}

/** The contact who introduced somebody: the one the row names, else the only one of the name written down; or null. */
export async function introducerOf(
  _actor: Actor,
  { id, introducer }: { readonly id: string; readonly introducer: string | null },
): Promise<{ id: string; name: string } | null> {
  const found = await rows<{ id: string; name: string }>(
    `SELECT i.id, i.name FROM contacts c JOIN contacts i ON i.id = c.introduced_by_id WHERE c.id = $1
    UNION ALL SELECT i.id, i.name FROM contacts i WHERE i.name_key = $2 AND i.id <> $1 AND i.merged_into_id IS NULL
      AND NOT EXISTS (SELECT FROM contacts c WHERE c.id = $1 AND c.introduced_by_id IS NOT NULL) LIMIT 2`,
    [id, introducer === null ? null : nameKey(introducer)],
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** What the law took a logged message for. */
export interface CountedAs {
  readonly as: 'thanks' | 'crossed' | 'history' | null;
  /** The codes with which the law would have refused it; none for a lawful one. */
  readonly reasons: readonly string[];
}

/** What the law took this message for; of a contact's own only. */
export async function countedAs(
  _actor: Actor,
  contactId: string,
  messageId: string,
): Promise<CountedAs | null> {
  const [found] = await rows<CountedAs & Record<string, unknown>>(
    `SELECT CASE WHEN m.mark IN ('crossed', 'history') THEN m.mark::text WHEN m.mark IS NULL AND ${thanksSql} THEN 'thanks' END AS as,
      ARRAY(SELECT jsonb_array_elements_text(e.codes -> 'reasons') FROM events e WHERE e.contact_id = m.contact_id
        AND e.subject_id = m.id AND e.verb = 'message_logged_against_the_law') AS reasons
    FROM messages m WHERE m.id = $1 AND m.contact_id = $2`,
    [messageId, contactId],
  );
  return found ?? null;
}

/** A logged row as the form shows it that corrects it; null unless it is a fact of this contact that still stands. */
export async function correctable(_actor: Actor, contactId: string, messageId: string) {
  return db().message.findFirst({
    where: { id: messageId, contactId, source: 'logged', retraction: null },
    select: {
      ...{
        id: true,
        direction: true,
        kind: true,
        channel: true,
        addressId: true,
        occurredAt: true,
        dayOnly: true,
      },
      ...{ subject: true, body: true, pitchId: true, answersId: true, recordedById: true },
      hearings: {
        orderBy: { recordedSeq: 'desc' },
        take: 1,
        select: { outcome: true, scope: true, until: true, words: true, whatWeHeard: true },
      },
    },
  });
}

export type Correctable = NonNullable<Awaited<ReturnType<typeof correctable>>>;

/** Pitches to choose from, those still in use, by name. */
export async function openPitches(_actor: Actor) {
  return db().pitch.findMany({
    where: { archivedAt: null },
    orderBy: { name: 'asc' },
    take: 200,
    select: { id: true, name: true },
  });
}

/** The turns of a conversation as its balance weighs them: at most the last 500 that count, oldest first. */
export async function turnsTaken(_actor: Actor, contactId: string): Promise<TurnTaken[]> {
  const found = await rows<{
    direction: Direction;
    at: Date;
    day_only: boolean;
    words: number;
    asks: boolean;
  }>(
    `SELECT m.direction, m.moment AS at, m.day_only,
      CASE WHEN btrim(m.body) = '' THEN 0 ELSE array_length(regexp_split_to_array(btrim(m.body), '\\s+'), 1) END AS words,
      m.body ~ '[?？؟]($|[^[:alnum:]/&=%])' AS asks
    FROM messages m LEFT JOIN outbox o ON o.message_id = m.id WHERE m.contact_id = $1 AND ${countingSql}
    ORDER BY m.moment DESC, m.depth DESC, m.recorded_seq DESC LIMIT 500`,
    [contactId],
  );
  return found
    .map(({ direction, at, day_only, words, asks }) => ({
      by: direction === 'inbound' ? ('them' as const) : ('us' as const),
      ...{ at, dayOnly: day_only, words, asks },
    }))
    .reverse();
}
