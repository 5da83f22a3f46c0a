// What copying from web pages, chats and PDFs leaves between the letters: zero-width characters, direction
// marks, the soft hyphen, the byte order mark.
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** A typed handle as people meant it: full-width letters folded (NFKC), what cannot be seen taken out, trimmed. */
export function folded(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(unseen, '')
    .replace(/[\u2019\u02bc]/g, "'")
    .trim();
}

/** Whether a line break stands inside: nobody types one, but header injection does. */
export function hasLineBreak(text: string): boolean {
  return /[\r\n\u0085\u2028\u2029]|%0[ad]/i.test(text);
}

export function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

/** Percent-decoding (RFC 3986 §2.1) that leaves alone what it cannot decode; twice, since links get wrapped twice. */
export function decoded(text: string): string {
  let answer = text;
  for (let times = 0; times < 2 && answer.includes('%'); times += 1) {
    try {
      answer = decodeURIComponent(answer);
    } catch {
      return answer;
    }
  }
  return answer;
}
