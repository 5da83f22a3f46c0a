import 'server-only';
import type {
  Channel,
  Direction,
  Mark,
  MessageKind,
  Outcome,
  OutboxState,
  Purpose,
  Scope,
  Source,
} from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import type { Answerable } from './guess';
import type { Place } from './place';
import { thankableSql, thanksSql } from './thanks-sql';
import type { Happening, HappeningKind, TimelineTurn } from './timeline';

/** The same as law.counting for messages `m` with their outbox row `o`: facts, and what is on its way or gone. */
export const countingSql = `m.kind = 'human' AND (m.source NOT IN ('composed', 'api') OR m.direction = 'inbound'
  OR o.state IN ('queued', 'sending', 'accepted', 'uncertain'))
  AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = m.id)`;

/** The same as law.unheard for a counting inbound message `m`. A test holds it against standing.unheard. */
export const unheardSql = `m.direction = 'inbound' AND m.kind = 'human'
  AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = m.id)
  AND NOT EXISTS (SELECT FROM hearings h WHERE h.message_id = m.id)
  AND NOT EXISTS (SELECT FROM hearings h JOIN messages n ON n.id = h.message_id
    WHERE h.contact_id = m.contact_id AND h.recorded_seq > m.recorded_seq
      AND (n.moment, n.depth, n.recorded_seq) >= (m.moment, m.depth, m.recorded_seq)
      AND NOT EXISTS (SELECT FROM retractions y WHERE y.message_id = n.id))`;

interface TurnRow {
  id: string;
  moment: Date;
  depth: number;
  seq: string;
  direction: Direction;
  mark: Mark | null;
  source: Source;
  kind: MessageKind;
  channel: Channel;
  occurred_at: Date;
  day_only: boolean;
  subject: string | null;
  body: string;
  pitch: string | null;
  author_id: string | null;
  author_name: string | null;
  recorded_by_id: string | null;
  recorded_by_name: string | null;
  state: OutboxState | 'copied' | null;
  purpose: Purpose | null;
  unheard: boolean;
  outcome: Outcome | null;
  scope: Scope | null;
  until: Date | null;
  heard_by_id: string | null;
  heard_by_name: string | null;
  against: string[] | null;
  against_at: Date | null;
  against_by_id: string | null;
  against_by_name: string | null;
  retracted_at: Date | null;
  retracted_by_id: string | null;
  retracted_by_name: string | null;
  retracted_reason: string | null;
  corrected: boolean;
  corrects_body: string | null;
  corrects_reason: string | null;
}

/**
 * The turns of a contact over all channels, oldest first: the last `most` before a place, or of all. What was composed
 * and has no row in the outbox never left, and is no turn.
 */
export async function turnsOf(
  _actor: Actor,
  contactId: string,
  { before, most }: { before: Place | null; most: number },
): Promise<{ turns: TimelineTurn[]; earlier: boolean }> {
  const found = await rows<TurnRow>(
    `SELECT m.id, m.moment, m.depth, m.recorded_seq::text AS seq, m.direction, m.source, m.kind, m.mark, m.channel, m.occurred_at,
      m.day_only, m.subject, m.body, p.name AS pitch, m.author_id, au.name AS author_name, m.recorded_by_id,
      ru.name AS recorded_by_name, CASE WHEN m.mark = 'breach' THEN NULL WHEN ${thanksSql} THEN 'thanks' ELSE o.purpose::text END AS purpose,
      CASE WHEN o.via = 'copy' AND o.state = 'queued' THEN 'copied' ELSE o.state::text END AS state, (${unheardSql}) AS unheard,
      h.outcome, h.scope, h.until, h.heard_by_id, hu.name AS heard_by_name,
      r.recorded_at AS retracted_at, r.retracted_by_id, tu.name AS retracted_by_name, r.reason AS retracted_reason,
      EXISTS (SELECT FROM messages c WHERE c.corrects_id = m.id) AS corrected,
      old.body AS corrects_body, oldr.reason AS corrects_reason,
      b.codes -> 'reasons' AS against, b.recorded_at AS against_at, b.actor_id AS against_by_id, bu.name AS against_by_name
    FROM messages m
      LEFT JOIN pitches p ON p.id = m.pitch_id LEFT JOIN users au ON au.id = m.author_id
      LEFT JOIN users ru ON ru.id = m.recorded_by_id LEFT JOIN outbox o ON o.message_id = m.id
      LEFT JOIN retractions r ON r.message_id = m.id LEFT JOIN users tu ON tu.id = r.retracted_by_id
      LEFT JOIN messages old ON old.id = m.corrects_id LEFT JOIN retractions oldr ON oldr.message_id = old.id
      LEFT JOIN LATERAL (SELECT * FROM hearings h WHERE h.message_id = m.id ORDER BY h.recorded_seq DESC LIMIT 1) h ON true
      LEFT JOIN users hu ON hu.id = h.heard_by_id
      LEFT JOIN LATERAL (SELECT * FROM events e WHERE e.contact_id = m.contact_id AND e.subject_id = m.id
        AND e.verb = 'message_logged_against_the_law' AND m.mark = 'breach' ORDER BY e.recorded_seq DESC LIMIT 1) b ON true LEFT JOIN users bu ON bu.id = b.actor_id
    WHERE m.contact_id = $1 AND (m.source NOT IN ('composed', 'api') OR m.direction = 'inbound' OR o.message_id IS NOT NULL)
      AND ($2::timestamptz IS NULL OR (m.moment, m.depth, m.recorded_seq) < ($2, $3::int, $4::bigint))
    ORDER BY m.moment DESC, m.depth DESC, m.recorded_seq DESC LIMIT $5`,
    [contactId, before?.moment ?? null, before?.depth ?? null, before?.seq ?? null, most + 1],
  );
  return { turns: found.slice(0, most).map(turnOf).reverse(), earlier: found.length > most };
}

/** Where the page of `most` turns begins that shows a message among what followed it; null where that is the last page. */
export async function placeAround(
  _actor: Actor,
  contactId: string,
  messageId: string,
  most: number,
): Promise<Place | null> {
  const later = await rows<{ moment: Date; depth: number; seq: string }>(
    `SELECT m.moment, m.depth, m.recorded_seq::text AS seq FROM messages here JOIN messages m ON m.contact_id = here.contact_id
      AND (m.moment, m.depth, m.recorded_seq) > (here.moment, here.depth, here.recorded_seq)
    WHERE here.id = $1 AND m.contact_id = $2 ORDER BY m.moment, m.depth, m.recorded_seq LIMIT $3`,
    [messageId, contactId, most],
  );
  return later.length < most ? null : (later[Math.floor(most / 2)] ?? null);
}

function turnOf(row: TurnRow): TimelineTurn {
  const { id, moment, depth, seq, direction, source, kind, channel } = row;
  const { subject, body, pitch, state, purpose, unheard } = row;
  return {
    ...{ id, moment, depth, seq, direction, source, kind, channel },
    ...{ subject, body, pitch, state, purpose, unheard },
    mark: row.mark,
    occurredAt: row.occurred_at,
    dayOnly: row.day_only,
    author: { id: row.author_id, name: row.author_name },
    recordedBy: { id: row.recorded_by_id, name: row.recorded_by_name },
    heard: row.outcome && {
      outcome: row.outcome,
      scope: row.scope,
      until: row.until,
      by: { id: row.heard_by_id, name: row.heard_by_name },
    },
    against: row.against_at && {
      by: { id: row.against_by_id, name: row.against_by_name },
      at: row.against_at,
      codes: row.against ?? [],
    },
    retracted: row.retracted_at && {
      by: { id: row.retracted_by_id, name: row.retracted_by_name },
      at: row.retracted_at,
      reason: row.retracted_reason ?? '',
      corrected: row.corrected,
    },
    corrects:
      row.corrects_body === null ? null : { body: row.corrects_body, reason: row.corrects_reason ?? '' },
  };
}

interface HappeningRow {
  id: string;
  kind: HappeningKind;
  at: Date;
  by_id: string | null;
  by_name: string | null;
  codes: string[] | null;
  until: Date | null;
  text: string | null;
  referred_id: string | null;
}

/** What happened around a contact in `[from, to)`: refusals, endings, our rests, what was closed or opened by hand. */
export async function happenedAround(
  _actor: Actor,
  contactId: string,
  { from, to }: { from: Date | null; to: Date | null },
): Promise<Happening[]> {
  const found = await rows<HappeningRow>(
    `SELECT x.id, x.kind, x.at, x.by_id, u.name AS by_name, x.codes, x.until, x.text, x.referred_id FROM (
      SELECT e.id, CASE e.verb WHEN 'message_refused' THEN 'refused' WHEN 'contact_handed_over' THEN 'handed_over' ELSE e.verb END AS kind, e.recorded_at AS at, e.actor_id AS by_id,
        CASE WHEN jsonb_typeof(e.codes -> 'reasons') = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(e.codes -> 'reasons')) END AS codes,
        NULL::timestamptz AS until, t.text, (SELECT c.id FROM contacts c WHERE e.verb = 'referral_recorded' AND c.id = (e.codes ->> 'referred_id')::uuid) AS referred_id
      FROM events e LEFT JOIN event_texts t ON t.event_id = e.id WHERE e.contact_id = $1
        AND e.verb IN ('message_refused', 'contact_handed_over', 'rest_lifted', 'decline_withdrawn', 'opt_out_lifted',
          'conversation_handed_over', 'exception_granted', 'closers_withdrawn', 'referral_recorded')
      UNION ALL SELECT id, kind::text, recorded_at, recorded_by_id, NULL, NULL, NULL, NULL FROM endings WHERE contact_id = $1
      UNION ALL SELECT id, 'rest', recorded_at, recorded_by_id, NULL, until, words, NULL FROM rests WHERE contact_id = $1 AND said_by = 'us'
      UNION ALL SELECT id, 'opted_out', recorded_at, recorded_by_id, ARRAY[cause::text], NULL, words, NULL FROM opt_outs WHERE contact_id = $1 AND hearing_id IS NULL
      UNION ALL SELECT id, 'declined', recorded_at, recorded_by_id, ARRAY[scope::text], NULL, words, NULL FROM declines WHERE contact_id = $1 AND hearing_id IS NULL
      UNION ALL SELECT h.id, 'heard_again', h.recorded_at, h.heard_by_id, ARRAY[h.outcome::text], NULL, h.reason, NULL FROM hearings h
        WHERE h.contact_id = $1 AND EXISTS (SELECT FROM hearings f WHERE f.message_id = h.message_id AND f.recorded_seq < h.recorded_seq)
    ) x LEFT JOIN users u ON u.id = x.by_id
    WHERE ($2::timestamptz IS NULL OR x.at >= $2) AND ($3::timestamptz IS NULL OR x.at < $3)
    ORDER BY x.at LIMIT 500`,
    [contactId, from, to],
  );
  return found.map(({ by_id, by_name, codes, referred_id, ...rest }) => ({
    ...{ ...rest, referredId: referred_id },
    codes: codes ?? [],
    by: { id: by_id, name: by_name },
  }));
}

/** The last words a contact said, on any channel, unless they were retracted; null for silence. */
export async function lastWordsOf(_actor: Actor, contactId: string) {
  return db().message.findFirst({
    where: { contactId, direction: 'inbound', kind: 'human', retraction: null },
    orderBy: [{ moment: 'desc' }, { depth: 'desc' }, { recordedSeq: 'desc' }],
    select: { id: true, body: true, channel: true, occurredAt: true, dayOnly: true },
  });
}

/** Their last replies, newest first, for "which one did you answer?". */
export async function answerableOf(_actor: Actor, contactId: string): Promise<Answerable[]> {
  return rows<Answerable & Record<string, unknown>>(
    `SELECT m.id, m.body, m.moment, NOT (${unheardSql}) AS heard,
      EXISTS (SELECT FROM messages a LEFT JOIN outbox o ON o.message_id = a.id WHERE a.contact_id = m.contact_id AND a.direction = 'outbound'
        AND (a.moment, a.depth, a.recorded_seq) > (m.moment, m.depth, m.recorded_seq)
        AND a.kind = 'human' AND (a.source NOT IN ('composed', 'api') OR o.state IN ('queued', 'sending', 'accepted', 'uncertain'))
        AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = a.id)) AS answered, ${thankableSql('m.id')} AS thankable
    FROM messages m WHERE m.contact_id = $1 AND m.direction = 'inbound' AND m.kind = 'human'
      AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = m.id)
    ORDER BY m.moment DESC, m.depth DESC, m.recorded_seq DESC LIMIT 10`,
    [contactId],
  );
}
