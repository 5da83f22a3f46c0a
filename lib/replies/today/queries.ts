import 'server-only';
import type { Channel, ClosedBy, Direction } from '@/generated/prisma/client';
import { mayWrite, type Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import {
  heldByOthers,
  holderJoin,
  holderOf,
  holderSql,
  type Holder,
  type HolderRow,
} from '@/lib/contacts/holder';
import { repliedSql } from '@/lib/contacts/replied';
import { promised } from '@/lib/contacts/standing-filter';
import { unheardSql } from '@/lib/threads/queries';
import {
  countSql,
  heldIn,
  pageSql,
  promisedSql,
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
  readonly holder: Holder;
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

interface Row extends HolderRow {
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
  actor: Actor,
  tab: TodayTab,
  { after, most }: { after: RowPlace | null; most: number },
): Promise<{ people: TodayRow[]; more: boolean }> {
  const { sql, order } = pageSql(tab, after);
  const found = await rows<Row>(rowsSql(tab, sql, order), [
    after?.at ?? null,
    after?.contactId ?? null,
    most + 1,
    actor.userId,
  ]);
  return { people: found.slice(0, most).map((row) => rowOf(actor, row)), more: found.length > most };
}

/** Whose no or not-now of the last thirty days may still be thanked for, if one likes; the last first. */
export async function thanksFree(actor: Actor, most: number): Promise<TodayRow[]> {
  const found = await rows<Row>(rowsSql('your_turn', thanksFreeSql, 'at DESC'), [
    null,
    null,
    most,
    actor.userId,
  ]);
  return found.map((row) => rowOf(actor, row));
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
      m.id AS message_id, m.direction, m.channel, left(m.body, 600) AS body, m.occurred_at, m.day_only, ${holderSql}
    FROM page JOIN standing s ON s.contact_id = page.contact_id JOIN contacts c ON c.id = page.contact_id
      LEFT JOIN organizations o ON o.id = c.organization_id LEFT JOIN messages m ON m.id = ${shownSql(tab, unheardSql)}
      ${holderJoin}
    ORDER BY ${order.replaceAll(/rank|at |contact_id/g, 'page.$&')}`;
}

function rowOf(actor: Actor, row: Row): TodayRow {
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
    holder: holderOf(actor, row),
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

/** Whether the turn that is not theirs is the reader's alone (`your_turn`), or a colleague's as well: the team's (`our_turn`). */
export async function turnHere(actor: Actor, cap: number): Promise<'your_turn' | 'our_turn'> {
  if (!mayWrite(actor)) return 'our_turn';
  const held = heldIn('your_turn', 's.*', '$2');
  const [row] = await rows<{ others: boolean }>(
    `${withQuiet} SELECT EXISTS (SELECT FROM (${held}) s WHERE ${heldByOthers('$1::uuid')}) AS others`,
    [actor.userId, cap],
  );
  return row?.others ? 'our_turn' : 'your_turn';
}

/** Answers owed, and since when the oldest of them was asked. */
export interface Owed {
  readonly count: number;
  readonly since: Date | null;
}

/** What the first sentences of Today say. */
export interface TodaySummary {
  /** Contacts there are at all, 0 or 1: whether this was ever used. */
  readonly contacts: number;
  readonly unheard: number;
  /** What the reader owes; what nobody holds is theirs too, if they write. */
  readonly owed: Owed;
  /** What colleagues owe whose conversations these are, and how many of them do; the name where it is one. */
  readonly owedByOthers: Owed & { readonly holders: number; readonly name: string | null };
  /** People whom the reader promised something. */
  readonly promised: number;
  /** Replies that came since the beginning of yesterday in the reader's zone. */
  readonly answers: number;
}

interface SummaryRow {
  contacts: number;
  unheard: number;
  mine: number;
  mine_since: Date | null;
  others: number;
  others_since: Date | null;
  holders: number;
  holder: string | null;
  promised: number;
  answers: number;
  [column: string]: unknown;
}

/** What stands in the first sentences; counting stops at `cap`. */
export async function todaySummary(actor: Actor, cap: number): Promise<TodaySummary> {
  const mine = mayWrite(actor)
    ? `(${heldByOthers('$3::uuid')}) IS NOT TRUE`
    : '(s.talked_last_id = $3::uuid) IS TRUE';
  const [row] = await rows<SummaryRow>(
    `${withQuiet}, yesterday AS MATERIALIZED (SELECT ((law.clock() AT TIME ZONE $1)::date - 1)::timestamp AT TIME ZONE $1 AS began),
      owed AS MATERIALIZED (SELECT m.occurred_at AS at, ${mine} AS mine, ${heldByOthers('$3::uuid')} AS held, s.talked_last_id AS holder
        FROM standing s JOIN messages m ON m.id = s.owed_message_id WHERE s.owed > 0 AND s.unheard = 0),
      owing AS (SELECT least(count(*) FILTER (WHERE mine), $2)::int AS mine, min(at) FILTER (WHERE mine) AS mine_since,
        least(count(*) FILTER (WHERE NOT mine), $2)::int AS others, min(at) FILTER (WHERE NOT mine) AS others_since,
        count(DISTINCT holder) FILTER (WHERE held)::int AS holders,
        (SELECT u.name FROM users u WHERE u.id = min(holder::text) FILTER (WHERE held)::uuid) AS holder FROM owed)
    SELECT (SELECT count(*)::int FROM (SELECT FROM contacts LIMIT 1) x) AS contacts,
      (SELECT count(*)::int FROM (SELECT FROM standing WHERE unheard > 0 LIMIT $2) x) AS unheard, owing.*,
      (SELECT count(*)::int FROM (${promisedSql} AND ${mine} LIMIT $2) x) AS promised,
      (SELECT count(*)::int FROM (SELECT FROM messages m WHERE ${repliedSql('(SELECT began FROM yesterday)')} LIMIT $2) x) AS answers
    FROM owing`,
    [actor.timeZone, cap, actor.userId],
  );
  if (!row) throw new Error('A count has no row.');
  const { contacts, unheard, promised, answers, holders } = row;
  return {
    ...{ contacts, unheard, promised, answers },
    owed: { count: row.mine, since: row.mine_since },
    owedByOthers: {
      ...{ count: row.others, since: row.others_since, holders },
      name: holders === 1 ? row.holder : null,
    },
  };
}
