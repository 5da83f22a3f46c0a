import type { ReadMail } from '@/lib/mail/reading/mail';
import type { KeptSuggestion } from '@/lib/replies/suggested/suggestion';
import { handleOf, handlesIn, mostPeople, readHead, refsOf } from '../heads/head';
import { idOf } from '../identity';
import type { Mail } from '../matching/match';

/** A mail as it was fetched and read, before anybody asks whose it is. */
export interface Incoming {
  readonly bytes: Uint8Array;
  /** Only its beginning was fetched: `size` is that of the whole. */
  readonly cut: boolean;
  readonly size: number;
  /** When the server received it. */
  readonly internalDate: Date;
  /** Null where reading it was given up: then its header has to do. */
  readonly read: (ReadMail & { readonly suggestion?: KeptSuggestion }) | null;
}

/** A mail as it is matched and kept. */
export interface Prepared extends Incoming {
  readonly mail: Mail;
  readonly messageId: string;
  readonly name: string | null;
  /** Whom it is from or to, and whom it reports about; handles. */
  readonly people: readonly string[];
  /** Handles that a report is about. */
  readonly reported: readonly string[];
  readonly subject: string | null;
  readonly body: string;
}

const longestBody = 100_000;
const headerBytes = 64 * 1024;

export function prepare(incoming: Incoming): Prepared {
  const { bytes } = incoming;
  const top = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, headerBytes)).toString(
    'latin1',
  );
  const head = readHead(top);
  const read = incoming.read ?? unread(head);
  const about = read.bounce?.originalMessageId ?? read.complaint?.originalMessageId ?? null;
  const isReport = read.bounce !== null || read.complaint !== null;
  const reported = (read.bounce?.recipients ?? read.complaint?.recipients ?? []).flatMap(
    (one) => handleOf(one) ?? [],
  );
  const to = [...read.to, ...read.cc].flatMap(({ address }) => handleOf(address) ?? []);
  // What a report names in its header is the machine's; what it is about stands inside.
  const refs = isReport
    ? about
      ? [about]
      : []
    : refsOf(read.inReplyTo ? [read.inReplyTo] : [], read.references);
  return {
    ...incoming,
    mail: {
      read,
      from: handleOf(read.from?.address),
      to: [...new Set([...to, ...blindCopies(top)])].slice(0, mostPeople),
      refs: refs.map(clean),
    },
    messageId: idOf(read.messageId, bytes),
    name: clean(read.from?.name ?? '').slice(0, 200) || null,
    people: [...new Set([...head.people, ...reported])].slice(0, mostPeople),
    reported,
    subject: clean(read.subject).trim().slice(0, 1_000) || null,
    body: bodyOf(read),
  };
}

/** The words of a mail as they are kept. */
export function bodyOf({ replyText, text }: Pick<ReadMail, 'replyText' | 'text'>): string {
  return clean(replyText || (text ?? '')).slice(0, longestBody);
}

// A mail that cannot be read is somebody's words all the same: a person has to look at it.
function unread(head: ReturnType<typeof readHead>): ReadMail {
  const people = head.people.map((address) => ({ name: '', address }));
  return {
    ...{ kind: 'human', bounce: null, complaint: null, autoReply: null, messageId: head.messageId },
    ...{ inReplyTo: head.refs[0] ?? null, references: head.refs.slice(1).reverse() },
    ...{ from: head.from ? { name: '', address: head.from } : null, to: people, cc: [], replyTo: [] },
    ...{ date: null, subject: '', text: null, html: null, replyText: '' },
  };
}

function blindCopies(text: string): string[] {
  const end = /\r?\n\r?\n/.exec(text);
  const field = /^bcc:([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/im.exec(end ? text.slice(0, end.index) : text);
  return handlesIn(field?.[1] ?? '');
}

// PostgreSQL keeps no NUL in a text.
function clean(text: string): string {
  return text.replaceAll('\0', '');
}

/** Whether two readings of what came under one Message-ID are one mail: lists and servers add lines, people do not. */
export function isSameText(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.replace(/\s+/g, ' ').trim());
  return (
    a === b || (a !== '' && b !== '' && (a?.includes(b ?? '') === true || b?.includes(a ?? '') === true))
  );
}
