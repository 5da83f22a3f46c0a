import { nameKey } from '@/lib/contacts/name-key';
import type { Reader, Side } from './pasted';

const ourWords = new Set(
  'you me i tu yo usted mi eu voce moi vous ich du sie io nosotros nosotras we us'.split(' '),
);
const theirWords = new Set(
  'them they he she her him ellos ella el lui elle er ihnen lei loro ele ela'.split(' '),
);

/** A name without what programs set beside it: pronouns, degrees, addresses, `~`. */
export function bareName(text: string): string {
  return text
    .replace(/<[^<>]*>|\[mailto:[^[\]]*\]/g, ' ')
    .replace(/\((?:mailto:)?[^()\s]*@[^()\s]*\)/g, ' ')
    .replace(/\((?:[\p{L}]{1,9}[/|,] ?){1,3}[\p{L}]{1,9}\)|\((?:you|tú|usted|vous|du|você|tu)\)/giu, ' ')
    .replace(/[·•]\s*\d(?:st|nd|rd|º|er|e|\.º)?\+?\s*$/i, ' ')
    .replace(/^\s*[~"'“”‘’]+|["'“”‘’:,]+\s*$/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The email addresses that stand in a text. */
export function emailsIn(text: string): string[] {
  return (text.slice(0, 400).match(/[^\s<>()[\]:;,"'@]{1,64}@[^\s<>()[\]:;,"'@]{1,180}/g) ?? []).map((one) =>
    one.toLowerCase().replace(/[.?!]+$/, ''),
  );
}

/** Whether a text can be the name of a person: a few words, no sentence. */
export function isNameLike(text: string): boolean {
  const bare = bareName(text);
  if (bare === '') return emailsIn(text).length === 1;
  if (
    bare.length > 60 ||
    /[?!;:…=<>{}[\]|\\]|https?\/\//.test(bare) ||
    /\.\s*$/.test(bare.replace(/\b(\p{L}|Jr|Sr|Dr)\.$/u, ''))
  )
    return false;
  if (/^\+?[\d\s().-]{6,}$/.test(bare)) return true;
  return /^[\p{L}@(]/u.test(bare) && bare.split(' ').length <= 6;
}

/** Whether a text is written as names are: every word begins with a capital, save "de", "von" and the like. */
export function isWrittenAsName(text: string): boolean {
  const words = bareName(text).split(' ').filter(Boolean);
  const small = /^(de|del|da|das|do|dos|di|du|van|von|der|den|la|las|los|el|y|e|bin|ibn|al)$/;
  return (
    isNameLike(text) &&
    words.length > 0 &&
    words.every((word) => /^[\p{Lu}\p{Lo}@+(\d“"]/u.test(word) || small.test(word))
  );
}

/** Whose name it is, as far as one knows the two who talk. `sure` where it is more than a first name. */
export function sideOf(name: string, { contact, user }: Reader): { side: Side; sure: boolean } {
  const key = nameKey(bareName(name)) || '';
  const addresses = emailsIn(name);
  if (user.email && addresses.includes(user.email.toLowerCase())) return { side: 'ours', sure: true };
  if (contact?.handles.some((handle) => isHandle(name, addresses, handle)))
    return { side: 'theirs', sure: true };
  if (ourWords.has(key)) return { side: 'ours', sure: true };
  if (theirWords.has(key)) return { side: 'theirs', sure: true };
  const [ours, theirs] = [
    likeness(key, nameKey(user.name)),
    contact ? likeness(key, nameKey(contact.name)) : 0,
  ];
  if (ours === theirs) return { side: 'unknown', sure: false };
  return ours > theirs ? { side: 'ours', sure: ours > 1 } : { side: 'theirs', sure: theirs > 1 };
}

/** How much two names (as keys) are one: 3 the same, 2 one within the other, 1 the same first name, 0 not. */
export function likeness(a: string, b: string): 0 | 1 | 2 | 3 {
  if (a === '' || b === '') return 0;
  if (a === b) return 3;
  const [one, other] = [a.split(' '), b.split(' ')];
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  const within = few.every(
    (word) => many.includes(word) || (word.length === 1 && many.some((long) => long.startsWith(word))),
  );
  // What is much longer is a sentence with a name in it.
  if (within && few.length > 1 && many.length - few.length < 3) return 2;
  if (within && many.length < 4) return 1;
  return few.length === 1 && many[0] === few[0] ? 1 : 0;
}

function isHandle(name: string, addresses: readonly string[], handle: string): boolean {
  const digits = name.replace(/\D/g, '');
  if (/^\+\d{6,}$/.test(handle))
    return digits.length >= 9 && (handle.slice(1) === digits || handle.endsWith(digits));
  return addresses.includes(handle) || nameKey(name) === `@${handle}` || name.trim().toLowerCase() === handle;
}
