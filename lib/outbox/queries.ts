import 'server-only';
import type { Channel } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';

/** A copied message of which nobody has said what became of it. */
export interface WaitingCopy {
  readonly messageId: string;
  readonly contact: { readonly id: string; readonly name: string };
  readonly channel: Channel;
  readonly handle: string;
  readonly subject: string | null;
  readonly body: string;
  readonly queuedAt: Date;
  /** A day has passed without a word: it counts as sent. */
  readonly uncertain: boolean;
  readonly by: { readonly id: string; readonly name: string };
}

/**
 * The copies that wait for "I sent it" or "I didn't", oldest first: of one contact those of everybody, otherwise the
 * actor's own.
 */
export async function waitingCopies(
  actor: Actor,
  { contactId, limit = 20 }: { contactId?: string; limit?: number } = {},
): Promise<WaitingCopy[]> {
  const found = await db().outbox.findMany({
    where: {
      via: 'copy',
      state: { in: ['queued', 'uncertain'] },
      ...(contactId ? { contactId } : { queuedById: actor.userId }),
    },
    orderBy: [{ queuedAt: 'asc' }, { messageId: 'asc' }],
    take: limit,
    select: {
      ...{ messageId: true, state: true, queuedAt: true },
      contact: { select: { id: true, name: true } },
      address: { select: { handle: true } },
      queuedBy: { select: { id: true, name: true } },
      message: { select: { channel: true, subject: true, body: true } },
    },
  });
  return found.map(({ messageId, state, queuedAt, contact, address, queuedBy, message }) => ({
    ...{ messageId, contact, queuedAt, by: queuedBy, uncertain: state === 'uncertain' },
    ...{ ...message, handle: address.handle },
  }));
}
