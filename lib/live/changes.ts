import { z } from 'zod';
import type { News } from './news';

/** Whom or what a change is about: one contact, how far one mailbox was read, or perhaps anybody. */
export interface About {
  readonly contactId: string | null;
  readonly mailboxId: string | null;
}

/** What changed, and when this process heard of it (ms since 1970). */
export interface Change extends About {
  readonly at: number;
}

/** What a process remembers: everything it heard since `from`. */
export interface Memory {
  readonly from: number;
  readonly changes: readonly Change[];
}

const namedAtMost = 50;
/** Two processes hear of one change at slightly different moments; told twice is better than never. */
const overlap = 2_000;

/** One report of several changes; of many people it says only that there were many. */
export function newsOf(changes: readonly Change[], at: number): News {
  const contacts = [...new Set(changes.flatMap(({ contactId }) => contactId ?? []))];
  const mailboxes = [...new Set(changes.flatMap(({ mailboxId }) => mailboxId ?? []))];
  const all = contacts.length + mailboxes.length > namedAtMost || changes.some(namesNobody);
  return { at, all, contacts: all ? [] : contacts, mailboxes: all ? [] : mailboxes };
}

function namesNobody({ contactId, mailboxId }: About): boolean {
  return contactId === null && mailboxId === null;
}

/** What changed since a moment that another process may have named; null when nothing did. */
export function newsSince({ from, changes }: Memory, since: number, now: number): News | null {
  const latest = changes.at(-1)?.at ?? now;
  if (since < from) return { at: latest, all: true, contacts: [], mailboxes: [] };
  const missed = changes.filter(({ at }) => at > since - overlap);
  return missed.length === 0 ? null : newsOf(missed, latest);
}

/** A row of `law.changed_since`: always `upto`, to ask with next; the rest where something changed. */
export interface ChangedRow {
  readonly upto: string;
  readonly xid: string | null;
  readonly contact_id: string | null;
  readonly mailbox_id: string | null;
}

export interface Heard {
  readonly upto: string | null;
  /** What was seen already, by transaction and whom it is about: a transaction older than one still open is answered again. */
  readonly seen: ReadonlySet<string>;
  readonly about: readonly About[];
}

/** Perhaps anybody. */
export const anybody: About = { contactId: null, mailboxId: null };

const answeredAtMost = 2_001;

/** What an answer tells beyond the one before. More than it can hold is perhaps anybody. */
export function heardIn(answer: readonly ChangedRow[], before: ReadonlySet<string>): Heard {
  const fresh = new Map<string, About>();
  const seen = new Set<string>();
  for (const { xid, contact_id: contactId, mailbox_id: mailboxId } of answer) {
    if (xid === null) continue;
    const key = `${xid} ${contactId} ${mailboxId}`;
    seen.add(key);
    if (!before.has(key)) fresh.set(key, { contactId, mailboxId });
  }
  const about = answer.length < answeredAtMost ? [...fresh.values()] : [anybody];
  return { upto: answer[0]?.upto ?? null, seen, about };
}

/** How long to wait before asking again after the nth failure in a row, in ms: a moment at first, at most five seconds. */
export function backOff(failures: number): number {
  return Math.min(5_000, 250 * 2 ** Math.min(failures, 10));
}

const moment = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** From when on somebody wants to know: what they heard last (`Last-Event-ID`), else when their page was made (`since`). */
export function sinceIn(address: string, lastEventId: string | null): number | null {
  const asked = lastEventId ?? new URL(address).searchParams.get('since');
  return moment.safeParse(asked).data ?? null;
}

/** One message of an event stream (HTML, 9.2). */
export function eventOf(news: News): string {
  return `id: ${news.at}\ndata: ${JSON.stringify(news)}\n\n`;
}
