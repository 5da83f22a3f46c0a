import { shownSql } from '@/lib/contacts/list/list-sql';
import { now, quietSql } from '@/lib/contacts/standing-filter';

/** Counting stops here. */
export const countedTo = 10_000;

// The same as law.in_conversation, for everybody at once: who talked last, for thirty days, while the account is open.
const talkingSql = `s.talked_last_id = u.id AND u.closed_at IS NULL AND s.talked_at > ${now} - interval '720 hours'`;

const countOf = (where: string) =>
  `(SELECT count(*)::int FROM (SELECT FROM standing s WHERE ${where} LIMIT ${countedTo}) x)`;

/** `id, people, unheard, owed` of every open account. */
export const countsSql = `SELECT u.id, ${countOf(talkingSql)} AS people,
    ${countOf('s.talked_last_id = u.id AND s.unheard > 0')} AS unheard,
    ${countOf('s.talked_last_id = u.id AND s.owed > 0')} AS owed
  FROM users u WHERE u.closed_at IS NULL`;

/** A page of those with whom `$1` talks, after the place `$2, $3`: at most `$4` rows as a list shows them. */
export const pageSql = `WITH ${quietSql}, found AS (SELECT s.contact_id AS id, s.talked_at AS key
    FROM users u JOIN standing s ON ${talkingSql}
    WHERE u.id = $1 AND ($2::timestamptz IS NULL OR (s.talked_at, s.contact_id) < ($2, $3::uuid))
    ORDER BY s.talked_at DESC, s.contact_id DESC LIMIT $4)
  ${shownSql('f.key DESC, f.id DESC')}`;
