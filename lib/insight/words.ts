const most = 8;

/** The words somebody looks for, as they typed them; at most eight. Signs divide words and are none. */
export function soughtWords(search: string): string[] {
  // Letters that only modify (ʼ, ˈ) are left out: without accents they are quotation marks.
  return (search.normalize('NFKC').match(/[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}]+/gu) ?? []).slice(0, most);
}

/**
 * The words looked for as PostgreSQL's full text asks for them: all of them, each from its beginning; one or two letters
 * stand for themselves, since half of all words begin with them. Null for none.
 */
export function tsQueryOf(search: string): string | null {
  const words = soughtWords(search);
  if (words.length === 0) return null;
  return words.map((word) => `'${word}'${word.length > 2 || words.length === 1 ? ':*' : ''}`).join(' & ');
}

/** What the index of words knows of a hearing, for those that have words or a line. */
export const wordsOfHearing = (of: string) =>
  `public.words_in(coalesce(${of}.words, '') || ' ' || coalesce(${of}.what_we_heard, ''))`;

/** The words of a parameter, as those are asked for them. */
export const soughtSql = (parameter: string) =>
  `to_tsquery('pg_catalog.simple', public.unaccent('public.unaccent', ${parameter}))`;
