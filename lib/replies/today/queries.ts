import 'server-only';
import type { Channel, ClosedBy, Direction } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { promised } from '@/lib/contacts/standing-filter';
import { unheardSql } from '@/lib/threads/queries';
import {
  countSql,
  pageSql,
  promisedSql,
  repliedSql,
  shownSql,
  sparedSql,
  thankableSql,
  thanksFreeSql,
  withQuiet,
} from './sql';
import { tabs, type Rank, type RowPlace, type TodayTab } from './tabs';

/** Somebody in a list of Today: their last words, or ours, and how it stands with them. */
export interface TodayRow extends RowPlace {
  readonly name: string;
  readonly organization: string | null;
  readonly language: string | null;
  readonly owes: boolean;
  /** The day for which we promised something, as its midnight in the installation's zone. */
  readonly promisedFor: Date | null;
  /** Null where the no is somebody else's, for the whole organization. */
  readonly closedBy: ClosedBy | null;
  readonly restsUntil: Date | null;
  /** Whose no or not-now it is, where it is somebody else's of the same organization. */
  readonly speaker: string | null;
  /** One thanks is free, if one likes. */
  readonly thankable: boolean;
  /** Of somebody who stopped: how often a message to them was refused, each day and each writer once. */
  readonly spared: number;
  readonly mayEnd: boolean;
  readonly mayRest: boolean;
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
  rank: Rank;
  at: Date;
  name: string;
  organization: string | null;
  language: string | null;
  owes: boolean;
  promised_for: Date | null;
  closed_by: ClosedBy | null;
  rests_until: Date | null;
  speaker: string | null;
  thankable: boolean;
  spared: number;
  may_end: boolean;
  may_rest: boolean;
  message_id: string | null;
  direction: Direction;
  channel: Channel;
  body: string;
  occurred_at: Date;
  day_only: boolean;
}

/** The people of one tab, from a place on; `more` says that there are more than `most`. */
export async function peopleIn(
  _actor: Actor,
  tab: TodayTab,
  { after, most }: { after: RowPlace | null; most: number },
): Promise<{ people: TodayRow[]; more: boolean }> {
  const { sql, order } = pageSql(tab, after);
  const found = await rows<Row>(rowsSql(tab, sql, order), [
    after?.at ?? null,
    after?.contactId ?? null,
    most + 1,
  ]);
  return { people: found.slice(0, most).map(rowOf), more: found.length > most };
}

/** Whose no or not-now of the last thirty days may still be thanked for, if one likes; the last first. */
export async function thanksFree(_actor: Actor, most: number): Promise<TodayRow[]> {
  const found = await rows<Row>(rowsSql('your_turn', thanksFreeSql, 'at DESC'), [null, null, most]);
  return found.map(rowOf);
}

// What a row shows, for the people of a statement that answers `contact_id, rank, at`.
function rowsSql(tab: TodayTab, sql: string, order: string): string {
  return `${withQuiet}, page AS (SELECT p.* FROM (${sql}) p WHERE $1::timestamptz IS NULL OR $2::uuid IS NOT NULL)
    SELECT page.contact_id, page.rank, page.at, c.name, o.name AS organization, c.language, s.owed > 0 AS owes, s.closed_by,
      CASE WHEN ${promised} THEN s.promised_until - interval '168 hours' END AS promised_for,
      coalesce(s.rests_until, (SELECT max(q.rests_until) FROM quiet q WHERE q.organization_id = s.organization_id)) AS rests_until,
      CASE WHEN s.closed_by IS NULL AND s.rests_until IS NULL THEN (SELECT k.name FROM quiet q JOIN contacts k ON k.id = q.contact_id
        WHERE q.organization_id = s.organization_id AND q.contact_id <> s.contact_id ORDER BY q.closed_at DESC NULLS LAST LIMIT 1) END AS speaker,
      (${thankableSql}) AS thankable, ${tab === 'stopped' ? sparedSql : '0'} AS spared, s.turn = 'ours' AND s.unheard = 0 AS may_end,
      s.closed_by IS NULL AND s.unheard = 0 AS may_rest,
      m.id AS message_id, m.direction, m.channel, left(m.body, 600) AS body, m.occurred_at, m.day_only
    FROM page JOIN standing s ON s.contact_id = page.contact_id JOIN contacts c ON c.id = page.contact_id
      LEFT JOIN organizations o ON o.id = c.organization_id LEFT JOIN messages m ON m.id = ${shownSql(tab, unheardSql)}
    ORDER BY ${order.replaceAll(/rank|at |contact_id/g, 'page.$&')}`;
}

function rowOf(row: Row): TodayRow {
  const { rank, at, name, organization, language, owes, speaker, thankable, spared } = row;
  const { message_id: id, direction, channel, body } = row;
  return {
    ...{
      contactId: row.contact_id,
      rank,
      at,
      name,
      organization,
      language,
      owes,
      speaker,
      thankable,
      spared,
    },
    promisedFor: row.promised_for,
    closedBy: row.closed_by,
    restsUntil: row.rests_until,
    mayEnd: row.may_end,
    mayRest: row.may_rest,
    message:
      id === null ? null : { id, direction, channel, body, at: row.occurred_at, dayOnly: row.day_only },
  };
}

/** How many people each tab holds; counting stops at `cap`. */
export async function countsOf(_actor: Actor, cap: number): Promise<Record<TodayTab, number>> {
  const counts = tabs.map((tab) => `${countSql(tab)} AS ${tab}`);
  const [row] = await rows<Record<TodayTab, number>>(`${withQuiet} SELECT ${counts.join(', ')}`, [cap]);
  return row ?? { listen: 0, your_turn: 0, their_turn: 0, resting: 0, stopped: 0 };
}

/** What the first sentences of Today say. */
export interface TodaySummary {
  /** Contacts there are at all, 0 or 1: whether this was ever used. */
  readonly contacts: number;
  readonly unheard: number;
  readonly owed: number;
  /** People whom we promised something. */
  readonly promised: number;
  /** When the oldest of what is owed was asked. */
  readonly owedSince: Date | null;
  /** Replies that came since the beginning of yesterday in the reader's zone. */
  readonly answers: number;
}

/** What stands in the first sentences; counting stops at `cap`. */
export async function todaySummary(actor: Actor, cap: number): Promise<TodaySummary> {
  const [row] = await rows<TodaySummary & Record<string, unknown>>(
    `${withQuiet}, yesterday AS MATERIALIZED (SELECT ((law.clock() AT TIME ZONE $1)::date - 1)::timestamp AT TIME ZONE $1 AS began)
    SELECT (SELECT count(*)::int FROM (SELECT FROM contacts LIMIT 1) x) AS contacts,
      (SELECT count(*)::int FROM (SELECT FROM standing WHERE unheard > 0 LIMIT $2) x) AS unheard,
      (SELECT count(*)::int FROM (SELECT FROM standing WHERE owed > 0 AND unheard = 0 LIMIT $2) x) AS owed,
      (SELECT count(*)::int FROM (${promisedSql} LIMIT $2) x) AS promised,
      (SELECT min(m.occurred_at) FROM standing s JOIN messages m ON m.id = s.owed_message_id WHERE s.owed > 0 AND s.unheard = 0) AS "owedSince",
      (SELECT count(*)::int FROM (SELECT FROM messages m WHERE ${repliedSql('(SELECT began FROM yesterday)')} LIMIT $2) x) AS answers`,
    [actor.timeZone, cap],
  );
  return row ?? { contacts: 0, unheard: 0, owed: 0, promised: 0, owedSince: null, answers: 0 };
}
