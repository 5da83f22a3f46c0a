import { readEmail } from '@/lib/contacts/email-address';
import { headerAtTop, valueOf, valuesOf } from '@/lib/mail/reading/mime/header';
import { messageId, messageIds } from '@/lib/mail/reading/mime/message-ids';

/** What a mail's header says of whom it concerns. Handles are normalized, ids without angle brackets. */
export interface Head {
  readonly messageId: string | null;
  /** Nearest first: In-Reply-To, then References from its end. */
  readonly refs: readonly string[];
  readonly from: string | null;
  /** Everybody it is from or to, also whoever stands in a name. */
  readonly people: readonly string[];
  /** It may be a report about a mail of ours, which names us nowhere but inside. */
  readonly mayBeReport: boolean;
  /** Its header says that a machine sent it to many. */
  readonly isBulk: boolean;
}

/** More names than this concern nobody in particular. */
export const mostPeople = 200;
const mostRefs = 30;

/** Reads a header, or a whole mail from its beginning. */
export function readHead(text: string): Head {
  const header = headerAtTop(text);
  const all = (name: string) => valuesOf(header, name).join(', ');
  const [from = null] = handlesIn(all('from'));
  return {
    messageId: messageId(valueOf(header, 'message-id')),
    refs: refsOf(messageIds(valueOf(header, 'in-reply-to')), messageIds(valueOf(header, 'references'))),
    from,
    people: handlesIn(['from', 'sender', 'reply-to', 'to', 'cc', 'bcc'].map(all).join(', ')),
    mayBeReport: mayBeReport((name) => valueOf(header, name)),
    isBulk: valueOf(header, 'list-id') !== null || valueOf(header, 'list-unsubscribe') !== null,
  };
}

/** What a mail names, nearest first, each once: the mail it answers, then those before it from the last to the first. */
export function refsOf(inReplyTo: readonly string[], references: readonly string[]): string[] {
  return [...new Set([...inReplyTo, ...[...references].reverse()])].slice(0, mostRefs);
}

/** The handles (normalized) in a list of addresses, at most `mostPeople`, each once. */
export function handlesIn(value: string): string[] {
  const found = new Set<string>();
  for (const [address] of value
    .slice(0, 100_000)
    .matchAll(/[^\s<>,;:"()[\]]{1,64}@[^\s<>,;:"()[\]]{1,255}/g)) {
    const handle = handleOf(address);
    if (handle) found.add(handle);
    if (found.size >= mostPeople) break;
  }
  return [...found];
}

const remembered = { most: 5_000, handles: new Map<string, string | null>() };

/** An address as Earshot keeps it; null when it is none. In one mailbox most stand again and again: the last ones are remembered. */
export function handleOf(address: string | null | undefined): string | null {
  const { most, handles } = remembered;
  const typed = address ?? '';
  const known = handles.get(typed);
  if (known !== undefined) return known;
  const read = readEmail(typed);
  const handle = read.ok ? read.handle : null;
  if (handles.size >= most) handles.clear();
  if (typed.length <= 320) handles.set(typed, handle);
  return handle;
}

const machines =
  /^(mailer-?daemon|post-?master|mail-?delivery|bounces?|.*-bounces?|abuse|fbl|feedback|complaints?|staff)$/i;
const reports =
  /undeliver|deliver|return|fail|bounce|delay|unzustellbar|nicht zugestellt|no se (ha )?(pudo|podido)|devuelt|remis|rejet|retour|consegn|entreg|complaint|abuse/i;

// Rather once too often: the body decides, and what turns out to be no report is remembered like any other mail.
function mayBeReport(value: (name: string) => string | null): boolean {
  const sender =
    handlesIn(value('from') ?? '')[0]?.split('@')[0] ?? (value('from') ?? '').replace(/[<>]/g, '').trim();
  return (
    machines.test(sender) ||
    sender === '' ||
    value('return-path')?.replace(/\s/g, '') === '<>' ||
    /^multipart\/report\b|^message\/(delivery-status|feedback-report)\b/i.test(value('content-type') ?? '') ||
    value('x-failed-recipients') !== null ||
    reports.test(value('subject') ?? '')
  );
}
