import 'server-only';
import { v7 } from 'uuid';
import type { Db } from '@/lib/db/client';
import type { Verb } from './verbs';

/** Ids, codes, counts: what may stay for ever. Never what people wrote, their names or handles. */
export type EventCodes = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface EventDetails {
  readonly contactId?: string | null;
  /** The row it is about: an account, an invitation, a message. */
  readonly subjectId?: string | null;
  readonly codes?: EventCodes;
  /** Quotes, reasons, new facts. Kept beside the event, and erasable. */
  readonly text?: string | null;
}

/**
 * Appends one line to the log, in the caller's transaction. `by` is null for the machine and for whoever
 * has no account yet.
 */
export async function record(
  db: Db,
  by: { readonly userId: string } | null,
  verb: Verb,
  { contactId = null, subjectId = null, codes = {}, text = null }: EventDetails = {},
): Promise<void> {
  const id = v7();
  await db.event.create({
    data: { id, verb, actorId: by?.userId ?? null, contactId, subjectId, codes: { ...codes } },
    select: { id: true },
  });
  if (text !== null && text !== '') await db.eventText.create({ data: { eventId: id, text } });
}
