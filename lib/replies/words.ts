const alike: readonly RegExp[] = [/['‘’´`]/, /["“”«»„]/, /[-–—]/];

/**
 * Those words as they stand in one of the texts, or null when none holds them. Capitals, blanks, and the kind of
 * quotation mark, apostrophe or dash do not count: people copy from screens that change them.
 */
export function wordsIn(texts: readonly string[], words: string): string | null {
  const wanted = words.trim();
  if (wanted === '') return null;
  const pattern = new RegExp([...wanted.replace(/\s+/g, ' ')].map(loose).join(''), 'iu');
  for (const text of texts) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return null;
}

function loose(sign: string): string {
  if (sign === ' ') return '\\s+';
  const same = alike.find((one) => one.test(sign));
  return same ? same.source : sign.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}
