import 'server-only';
import type { Channel, ClosedBy, Direction, SaidBy, Scope, Turn } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { unheardSql } from '@/lib/threads/queries';
import { joinQuiet, tabSql, withQuiet } from './sql';
import { tabs, type RowPlace, type TodayTab } from './tabs';

/** Somebody in a list of Today: their last words, or ours, and how it stands with them. */
export interface TodayRow extends RowPlace {
  readonly name: string;
  readonly organization: string | null;
  readonly language: string | null;
  readonly turn: Turn;
  readonly unheard: number;
  readonly owed: number;
  readonly ended: boolean;
  readonly everWritten: boolean;
  readonly closedBy: ClosedBy | null;
  readonly closedScope: Scope | null;
  readonly restsUntil: Date | null;
  readonly restSaidBy: SaidBy | null;
  /** The no or the rest is somebody else's, for the whole organization. */
  readonly throughOrganization: boolean;
  readonly message: {
    readonly id: string;
    readonly direction: Direction;
    readonly channel: Channel;
    readonly body: string;
    readonly at: Date;
    readonly dayOnly: boolean;
  } | null;
}

interface Row {
  contact_id: string;
  rank: number;
  at: Date;
  name: string;
  organization: string | null;
  language: string | null;
  turn: Turn;
  unheard: number;
  owed: number;
  ended_at: Date | null;
  ever_written: boolean;
  closed_by: ClosedBy | null;
  closed_scope: Scope | null;
  rests_until: Date | null;
  rest_said_by: SaidBy | null;
  through_organization: boolean;
  message_id: string | null;
  direction: Direction;
  channel: Channel;
  body: string;
  occurred_at: Date;
  day_only: boolean;
}

/** The people of one tab, from a place on: one more than `most` is never answered, but `more` says there is. */
export async function peopleIn(
  _actor: Actor,
  tab: TodayTab,
  { after, most }: { after: RowPlace | null; most: number },
): Promise<{ people: TodayRow[]; more: boolean }> {
  const { from, order } = tabSql[tab];
  // Of somebody to listen to, what is unheard; of somebody who stopped, the words that did it; else the last words.
  const shown =
    tab === 'listen'
      ? `(SELECT m.id FROM messages m WHERE m.contact_id = s.contact_id AND ${unheardSql} ORDER BY m.moment DESC, m.depth DESC, m.recorded_seq DESC LIMIT 1)`
      : tab === 'stopped'
        ? `coalesce((SELECT c.message_id FROM (SELECT message_id, recorded_at FROM opt_outs WHERE contact_id = s.contact_id
            UNION ALL SELECT message_id, recorded_at FROM declines WHERE contact_id = s.contact_id) c WHERE c.recorded_at = s.closed_at LIMIT 1), s.last_message_id)`
        : 's.last_message_id';
  const found = await rows<Row>(
    `${withQuiet}, page AS (SELECT x.* FROM (${from}) x
      WHERE $1::int IS NULL OR (x.rank, x.at, x.contact_id) ${order === 'ASC' ? '>' : '<'} ($1, $2::timestamptz, $3::uuid)
      ORDER BY x.rank ${order}, x.at ${order}, x.contact_id ${order} LIMIT $4)
    SELECT page.contact_id, page.rank, page.at, c.name, o.name AS organization, c.language, s.turn, s.unheard, s.owed, s.ended_at,
      s.ever_written, s.closed_by, s.closed_scope, greatest(s.rests_until, q.rests_until) AS rests_until, s.rest_said_by,
      (s.closed_by IS NULL AND q.closed_at IS NOT NULL) OR (q.rests_until IS NOT NULL AND s.rests_until IS NULL) AS through_organization,
      m.id AS message_id, m.direction, m.channel, m.body, m.occurred_at, m.day_only
    FROM page JOIN standing s ON s.contact_id = page.contact_id JOIN contacts c ON c.id = page.contact_id
      LEFT JOIN organizations o ON o.id = c.organization_id
      ${joinQuiet}
      LEFT JOIN messages m ON m.id = ${shown}
    ORDER BY page.rank ${order}, page.at ${order}, page.contact_id ${order}`,
    [after?.rank ?? null, after?.at ?? null, after?.contactId ?? null, most + 1],
  );
  return { people: found.slice(0, most).map(rowOf), more: found.length > most };
}

function rowOf({ contact_id, rest_said_by, ended_at, ...row }: Row): TodayRow {
  const { rank, at, name, organization, language, turn, unheard, owed, message_id: id } = row;
  const { direction, channel, body } = row;
  return {
    ...{ rank, at, name, organization, language, turn, unheard, owed },
    contactId: contact_id,
    ended: ended_at !== null,
    everWritten: row.ever_written,
    closedBy: row.closed_by,
    closedScope: row.closed_scope,
    restsUntil: row.rests_until,
    restSaidBy: rest_said_by,
    throughOrganization: row.through_organization,
    message:
      id === null ? null : { id, direction, channel, body, at: row.occurred_at, dayOnly: row.day_only },
  };
}

/** How many people each tab holds; counting stops at `cap`. */
export async function countsOf(_actor: Actor, cap: number): Promise<Record<TodayTab, number>> {
  const counts = tabs.map((tab) => `(SELECT count(*)::int FROM (${tabSql[tab].from} LIMIT $1) x) AS ${tab}`);
  const [row] = await rows<Record<TodayTab, number>>(`${withQuiet} SELECT ${counts.join(', ')}`, [cap]);
  return row ?? { listen: 0, your_turn: 0, their_turn: 0, resting: 0, stopped: 0 };
}

/** What the first sentences of Today say. Spans are the last seven days. */
export interface TodaySummary {
  /** Contacts there are at all, 0 or 1: whether this was ever used. */
  readonly contacts: number;
  readonly unheard: number;
  readonly owed: number;
  readonly owedSince: Date | null;
  /** Messages logged that had gone out after a no. */
  readonly harmed: number;
  /** Refusals: each person, each day and each writer once. */
  readonly spared: number;
  /** People who spoke for the first time. */
  readonly begun: number;
}

export async function todaySummary(_actor: Actor): Promise<TodaySummary> {
  const [row] = await rows<TodaySummary & Record<string, unknown>>(
    `WITH week AS (SELECT now() - interval '7 days' AS began)
    SELECT (SELECT count(*)::int FROM (SELECT FROM contacts LIMIT 1) x) AS contacts,
      (SELECT count(*)::int FROM standing WHERE unheard > 0) AS unheard,
      (SELECT count(*)::int FROM standing WHERE owed > 0 AND unheard = 0) AS owed,
      (SELECT min(owed_since) FROM standing WHERE owed > 0 AND unheard = 0) AS "owedSince",
      (SELECT count(*)::int FROM events WHERE verb = 'message_logged_against_the_law' AND recorded_at > began
        AND codes -> 'reasons' ?| '{opted_out,suppressed,declined,wrong_person}') AS harmed,
      (SELECT count(DISTINCT (contact_id, actor_id, recorded_at::date))::int FROM events
        WHERE verb = 'message_refused' AND recorded_at > began) AS spared,
      (SELECT count(DISTINCT m.contact_id)::int FROM messages m WHERE m.direction = 'inbound' AND m.kind = 'human' AND m.recorded_at > began
        AND NOT EXISTS (SELECT FROM messages e WHERE e.contact_id = m.contact_id AND e.direction = 'inbound' AND e.kind = 'human'
          AND e.recorded_at <= began)) AS begun
    FROM week`,
  );
  return row ?? { contacts: 0, unheard: 0, owed: 0, owedSince: null, harmed: 0, spared: 0, begun: 0 };
}
