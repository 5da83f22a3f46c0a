import { wordsOf } from '@/lib/mail/reply-text/words';
import type { Quote } from './parts';
import type { Thanked } from './thanked';
import type { Reason, Verdict } from './verdict';

/** A reason with what its sentence needs. Names are as they stand now. */
export interface ExplainedReason {
  readonly reason: Reason;
  /** Words of theirs; null where we have none, or only our notes of a talk. */
  readonly quote: Quote | null;
  /** When it was said, when our own message went, or when it came back; null where nothing of that stands behind it. */
  readonly saidAt: Date | null;
  /** Who said it, when it was somebody else at the organization. */
  readonly speaker: string | null;
  /** Who wrote it, where it came from an address that is none of the contact's. */
  readonly writtenBy: string | null;
  /** Of a message of ours: the reply that it answers. */
  readonly answersId: string | null;
  readonly organization: string | null;
  readonly pitch: string | null;
  readonly address: string | null;
  /** The one of the team who is in conversation. */
  readonly colleague: string | null;
}

/** A verdict about one person, ready to be put into words. */
export interface Explained {
  readonly contactId: string;
  /** What to call the contact: the given name where there is one. */
  readonly name: string;
  readonly fullName: string;
  readonly verdict: Verdict;
  /** In the order of the verdict's reasons. */
  readonly reasons: readonly ExplainedReason[];
  /** Refused, and the reply that it answers has had its one thanks. */
  readonly thanked: Thanked | null;
}

const notes = new Set(['phone', 'in_person']);
const longest = 220;

/**
 * The words a sentence quotes: those that somebody marked as what it rests on, else the message itself, cut at a
 * word. What was logged of a talk is our account of it and is never quoted as theirs.
 */
export function quoteOf(
  marked: string | null,
  message: { readonly body: string; readonly channel: string; readonly language: string | null } | null,
): Quote | null {
  // A name, a role and a number below what they said are none of it.
  const own = message && !notes.has(message.channel) ? wordsOf(message.body) : '';
  const words = (marked?.trim() || own).replace(/\s+/g, ' ').trim();
  return words === '' ? null : { words: shortened(words), language: message?.language ?? null };
}

function shortened(words: string): string {
  if (words.length <= longest) return words;
  const cut = words.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest - 40)).replace(/[\s,;:.]+$/, '')}…`;
}
