import { ways } from '@/lib/contacts/list/ways';
import { heldByOthers } from '@/lib/contacts/holder';
import { notQuiet, now, promised, quietSql, still } from '@/lib/contacts/standing-filter';
import type { Rank, RowPlace, TodayTab } from './tabs';

interface Branch {
  readonly where: string;
  readonly from?: string | undefined;
  readonly key: string;
  /** Which branch comes first, whatever its keys; or the column that says so of each of its rows, along the same index. */
  readonly rank: Rank | 's.harm';
}

interface Way {
  readonly branches: readonly Branch[];
  readonly direction: 'ASC' | 'DESC';
}

const as = (tab: Exclude<TodayTab, 'your_turn'>, rank: Branch['rank'] = 0): Way => ({
  direction: ways[tab].direction,
  branches: ways[tab].branches.map(({ where, from, key }) => ({ where, from, key, rank })),
});

// The oldest question is the one that was asked first, whenever somebody heard it.
const askedAt = '(SELECT q.occurred_at FROM messages q WHERE q.id = s.owed_message_id)';

const promises = {
  where: `${promised} AND ${still} AND ${notQuiet}`,
  from: `(SELECT * FROM standing w WHERE w.promised_until > ${now} OFFSET 0)`,
} as const;

/** Everybody whom we promised something, a row each. */
export const promisedSql = `SELECT FROM ${promises.from} s WHERE ${promises.where}`;

/**
 * The people of each tab are those of the same tab of the contacts. Two have an order of their own. Listen: what is worst
 * to overlook, as far as it was suggested, then who waits longest. Your turn: what was asked longest ago, then what we
 * promised, soonest first, then who spoke longest ago.
 */
const todayWays: Record<TodayTab, Way> = {
  listen: as('listen', 's.harm'),
  your_turn: {
    direction: 'ASC',
    branches: [
      { where: 's.owed > 0 AND s.unheard = 0', key: askedAt, rank: 0 },
      { ...promises, key: 's.promised_until', rank: 1 },
      {
        where: `s.turn = 'ours' AND ${still} AND s.last_recorded_at > ${now} - interval '720 hours' AND ${notQuiet}`,
        // Those of thirty days are few; along the order one would walk past all who spoke last ever.
        from: `(SELECT * FROM standing w WHERE w.turn = 'ours' AND w.unheard = 0 AND w.owed = 0
          AND w.last_recorded_at > ${now} - interval '720 hours' OFFSET 0)`,
        key: 's.last_spoken_at',
        rank: 2,
      },
    ],
  },
  their_turn: as('their_turn'),
  resting: as('resting'),
  stopped: as('stopped'),
};

/** Stands before a statement that uses what follows. */
export const withQuiet = `WITH ${quietSql}`;

/** One page of a tab, `contact_id, rank, at`, from a place on; its parameters are `$1` at, `$2` contact, `$3` how many. */
export function pageSql(tab: TodayTab, after: RowPlace | null): { sql: string; order: string } {
  const { branches, direction } = todayWays[tab];
  const sign = direction === 'ASC' ? '>' : '<';
  const order = `rank, at ${direction}, contact_id ${direction}`;
  const parts = branches
    .filter(({ rank }) => after === null || rank === 's.harm' || rank >= after.rank)
    .map(({ where, from = 'standing', key, rank }) => {
      const along = rank === 's.harm' ? [rank, key, 's.contact_id'] : [key, 's.contact_id'];
      const there = `${rank === 's.harm' ? `${after?.rank}, ` : ''}$1::timestamptz, $2::uuid`;
      const goesOn = after !== null && (rank === 's.harm' || rank === after.rank);
      const place = goesOn ? ` AND (${along.join(', ')}) ${sign} (${there})` : '';
      return `(SELECT s.contact_id, ${rank} AS rank, ${key} AS at FROM ${from} s WHERE ${where}${place}
        ORDER BY ${along.map((one) => `${one} ${direction}`).join(', ')} LIMIT $3)`;
    });
  return { sql: `SELECT * FROM (${parts.join(' UNION ALL ')}) b ORDER BY ${order} LIMIT $3`, order };
}

/** A no, a not-now or a wrong person of `s` that nobody has thanked for yet, where the user `$4` could, if they like. */
export const thankableSql = `(${heldByOthers('$4::uuid')} AND s.talked_at > ${now} - interval '720 hours') IS NOT TRUE
  AND EXISTS (SELECT FROM addresses d WHERE d.contact_id = s.contact_id AND d.state = 'held') AND s.unheard = 0 AND s.owed = 0 AND s.closed_by IS DISTINCT FROM 'opted_out' AND s.last_recorded_at > ${now} - interval '720 hours'
  AND EXISTS (SELECT FROM hearings h WHERE h.message_id = s.last_message_id AND h.outcome IN ('declined', 'later', 'wrong_person')
    AND NOT EXISTS (SELECT FROM hearings l WHERE l.message_id = h.message_id AND l.recorded_seq > h.recorded_seq))
  AND NOT EXISTS (SELECT FROM messages a LEFT JOIN outbox o ON o.message_id = a.id WHERE a.answers_id = s.last_message_id
    AND (a.source NOT IN ('composed', 'api') OR o.state IN ('queued', 'sending', 'accepted', 'uncertain'))
    AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = a.id))`;

/** Whom one may still thank for a no, heard lately: `contact_id, rank, at`, the last first; `$3` says how many. */
export const thanksFreeSql = `SELECT s.contact_id, 2 AS rank, s.last_spoken_at AS at FROM (SELECT h.contact_id, max(h.recorded_seq) AS seq FROM hearings h
    WHERE h.recorded_at > ${now} - interval '720 hours' AND h.outcome IN ('declined', 'later', 'wrong_person') GROUP BY 1 ORDER BY 2 DESC LIMIT 200) lately
  JOIN standing s ON s.contact_id = lately.contact_id WHERE ${thankableSql} ORDER BY lately.seq DESC LIMIT $3`;

/** The people of a tab, each branch no further than `most`. */
export const heldIn = (tab: TodayTab, columns: string, most: string) =>
  todayWays[tab].branches
    .map(({ where, from = 'standing' }) => `(SELECT ${columns} FROM ${from} s WHERE ${where} LIMIT ${most})`)
    .join(' UNION ALL ');

/** How many people a tab holds, counted no further than `$1`. */
export const countSql = (tab: TodayTab) =>
  `(SELECT count(*)::int FROM (SELECT FROM (${heldIn(tab, '', '$1')}) b LIMIT $1) c)`;

/** Of somebody to listen to, what is unheard; of somebody who stopped, the words that did it; else the last words. */
export function shownSql(tab: TodayTab, unheardSql: string): string {
  const inOrder = 'ORDER BY m.moment DESC, m.depth DESC, m.recorded_seq DESC LIMIT 1';
  if (tab === 'listen')
    return `(SELECT m.id FROM messages m WHERE m.contact_id = s.contact_id AND ${unheardSql} ${inOrder})`;
  if (tab !== 'stopped') return 's.last_message_id';
  return `coalesce((SELECT c.message_id FROM (SELECT message_id, recorded_at FROM opt_outs WHERE contact_id = s.contact_id
      UNION ALL SELECT message_id, recorded_at FROM declines WHERE contact_id = s.contact_id) c
    WHERE c.recorded_at = s.closed_at LIMIT 1), s.last_message_id)`;
}

/** How often a message to `s` was refused, each day and each writer once. */
export const sparedSql = `(SELECT count(DISTINCT (e.actor_id, e.recorded_at::date))::int FROM events e
  WHERE e.contact_id = s.contact_id AND e.verb = 'message_refused')`;
