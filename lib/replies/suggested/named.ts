import { nameKey } from '@/lib/contacts/name-key';
import { replyTextOf } from '@/lib/mail/reply-text/reply-text';
import { wordsOf } from '@/lib/mail/reply-text/words';
import { referralOf } from '../suggesting/referral';

/** Whom words seem to name instead of whoever wrote them: a guess, which nobody has taken yet. */
export interface NamedInstead {
  /** As they put it; '' where they give an address alone. */
  readonly name: string;
  /** '' where they give a name alone. */
  readonly address: string;
}

/**
 * Whom what was said seems to name, the last thing said first; null where it names nobody, or only those who talk:
 * themselves and us.
 */
export function namedIn(bodies: readonly string[], talking: readonly string[]): NamedInstead | null {
  const known = new Set(talking.map(nameKey));
  for (const body of bodies.toReversed()) {
    const found = referralOf(wordsOf(replyTextOf({ text: body, html: null })))?.referral ?? '';
    const parts = found.split(', ');
    const address = parts.find((part) => part.includes('@')) ?? '';
    const name = parts.filter((part) => part !== address).join(', ');
    const whom = {
      name: known.has(nameKey(name)) ? '' : name,
      address: known.has(nameKey(address)) ? '' : address,
    };
    if (whom.name || whom.address) return whom;
  }
  return null;
}
