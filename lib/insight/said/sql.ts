import type { Place } from '@/lib/threads/place';
import { soughtSql, tsQueryOf, wordsOfHearing } from '../words';
import type { SaidFilter } from './asked';

/** A statement and its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * How far a page is looked for: among the last two hundred messages, which what every sixth says fills a page from;
 * in the month before them, by the index of words; everywhere, when a month held so few that all of them are.
 */
export const reaches = ['few', 'month', 'all'] as const;

export type Reach = (typeof reaches)[number];

const few = 200;
const decade = 864_000_000;
const aWord = `m.kind IN ('human', 'auto_reply')`;
const words = 'public.said_words(m.subject, m.body, m.moment)';

const hasWords = (of: string) => `(${of}.words IS NOT NULL OR ${of}.what_we_heard IS NOT NULL)`;

interface Looked {
  readonly reach: Reach;
  /** Whether a message `m` with its outbox row `o` was really said. */
  readonly stands: string;
  readonly most: number;
  readonly now: Date;
}

/**
 * One page of the messages in which all words looked for stand, or in what we heard in them; what was said last first,
 * or back from a place. Null where no word is looked for.
 */
export function saidSql(filter: SaidFilter, { reach, stands, most, now }: Looked): Statement | null {
  const { by, contactId, before, after } = filter;
  const sought = tsQueryOf(filter.search);
  if (sought === null) return null;
  const values: unknown[] = [];
  const take = (value: unknown) => `$${values.push(value)}`;
  const query = soughtSql(take(sought));
  const [sign, direction] = after ? ['>', 'ASC'] : ['<', 'DESC'];
  const from = after ?? before;
  const order = `m.moment ${direction}, m.depth ${direction}, m.recorded_seq ${direction}`;
  const month = reach === 'month' ? monthOf(from, after !== null, now) : null;
  const narrowed = [
    contactId && `m.contact_id = ${take(contactId)}::uuid`,
    from &&
      `(m.moment, m.depth, m.recorded_seq) ${sign} (${take(from.moment)}::timestamptz, ${take(from.depth)}::int, ${take(from.seq)}::bigint)`,
    by === 'them' && `m.direction = 'inbound'`,
    by === 'us' && `m.direction = 'outbound'`,
  ]
    .flatMap((one) => (one ? [` AND ${one}`] : []))
    .join('');
  const inNote = `EXISTS (SELECT FROM (SELECT h.words, h.what_we_heard FROM hearings h WHERE h.message_id = m.id ORDER BY h.recorded_seq DESC LIMIT 1) h
    WHERE ${hasWords('h')} AND ${wordsOfHearing('h')} @@ ${query})`;
  const noted = `m.id IN (SELECT w.message_id FROM hearings w WHERE ${hasWords('w')} AND ${wordsOfHearing('w')} @@ ${query})`;
  // Outside, so that the words are what it is found by.
  const within = month ? `m.moment ${after ? '<' : '>='} ${take(month.end)}::timestamptz AND ` : '';
  const inMonth = () => (month ? `(${query} && ${take(month.words)}::tsquery)` : query);
  const ways = [
    ...(by === 'noted' ? [] : [{ found: `${words} @@ ${inMonth()}`, met: 'true' }]),
    ...(by === null || by === 'noted' ? [{ found: noted, met: inNote }] : []),
  ];
  const limit = take(most);
  const anywhere = ways.map(
    ({ found, met }) =>
      `(SELECT m.id FROM (SELECT * FROM messages m WHERE ${aWord} AND ${found}${narrowed} OFFSET 0) m LEFT JOIN outbox o ON o.message_id = m.id
        WHERE ${within}${met} AND ${stands} ORDER BY ${order} LIMIT ${limit})`,
  );
  const last = `SELECT m.id FROM (SELECT * FROM messages m WHERE coalesce(${aWord}, false)${narrowed} ORDER BY ${order} LIMIT ${few}) m LEFT JOIN outbox o ON o.message_id = m.id
    WHERE (${ways.map(({ found, met }) => (met === 'true' ? found : met)).join(' OR ')}) AND ${stands}`;
  const text = `SELECT m.id AS "messageId", m.contact_id AS "contactId", c.name, c.language, g.name AS organization, m.direction, m.channel, m.kind,
      u.name AS author, m.subject, m.body, h.words, h.what_we_heard AS "whatWeHeard", m.occurred_at AS at, m.day_only AS "dayOnly",
      m.moment, m.depth, m.recorded_seq::text AS seq
    FROM (${reach === 'few' ? last : anywhere.join(' UNION ')}) f JOIN messages m ON m.id = f.id JOIN contacts c ON c.id = m.contact_id
      LEFT JOIN organizations g ON g.id = c.organization_id LEFT JOIN users u ON u.id = m.author_id
      LEFT JOIN LATERAL (SELECT h.words, h.what_we_heard FROM hearings h WHERE h.message_id = m.id ORDER BY h.recorded_seq DESC LIMIT 1) h ON true
    ORDER BY ${order} LIMIT ${limit}`;
  return { text, values };
}

interface Month {
  readonly words: string;
  /** Its end away from the place: nothing beyond it was looked for. */
  readonly end: Date;
}

// The thirty days and more before or after a place, as said_words writes them. What is known by its day alone may stand
// a day ahead of now.
function monthOf(from: Place | null, onward: boolean, now: Date): Month {
  const at = Math.floor((from?.moment ?? now).getTime() / decade);
  const parts = [-1, 0, 1, 2, 3].map((by) => (onward ? at + by : at - by));
  return {
    words: parts.map((part) => `'~${part}'`).join(' | '),
    end: new Date((onward ? at + 4 : at - 3) * decade),
  };
}
