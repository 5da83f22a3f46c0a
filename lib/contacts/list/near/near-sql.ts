import { likeEscaped, nameKey } from '../../name-key';
import { quietSql } from '../../standing-filter';
import { parameters, shownSql, type Statement } from '../list-sql';

/** How near a word of a name comes (pg_trgm's word similarity, 0 to 1): one letter wrong, missing or changed about. */
export const nearness = '0.5';
/** Milliseconds. */
export const patience = '1000';

/** So many names are compared, so many shown. */
const compared = 300;
const shown = 6;

/** The words that can be near one: those that have trigrams, the longest three. */
export function nearWords(search: string): string[] {
  return nameKey(search)
    .split(' ')
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length)
    .slice(0, 3);
}

// Two letters changed about leave a short word few trigrams of its own, so it is looked for put right, too.
function putRight(word: string): string[] {
  const letters = [...word];
  if (letters.length < 4 || letters.length > 10) return [];
  return letters.slice(1).flatMap((letter, at) => {
    const before = letters[at] ?? '';
    if (letter === before) return [];
    const swapped = [...letters.slice(0, at), letter, before, ...letters.slice(at + 2)].join('');
    return [`%${likeEscaped(swapped)}%`];
  });
}

/** Contacts in whose name every word has one that comes near it; served by the trigrams of names. */
export function nearSql(words: readonly string[]): Statement {
  const { values, take } = parameters();
  const given = words.map((word) => ({
    word: `${take(word)}::text`,
    right: putRight(word).map((pattern) => `name_key LIKE ${take(pattern)}::text`),
  }));
  const near = given
    .map(({ word, right }) => `(${[`name_key %> ${word}`, ...right].map((one) => `c.${one}`).join(' OR ')})`)
    .join(' AND ');
  const how = given
    .map(
      ({ word, right }) =>
        `CASE WHEN ${right.map((one) => `n.${one}`).join(' OR ') || 'false'} THEN 1 ELSE word_similarity(${word}, n.name_key) END`,
    )
    .join(' + ');
  const text = `WITH ${quietSql}, named AS MATERIALIZED (SELECT c.id, c.name_key FROM contacts c WHERE ${near} LIMIT ${compared}),
    found AS (SELECT n.id, ${how} AS key FROM named n JOIN standing s ON s.contact_id = n.id ORDER BY key DESC, n.name_key, n.id LIMIT ${shown})
    ${shownSql('f.key DESC, c.name_key, f.id')}`;
  return { text, values };
}
