import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';

/** What the actor has begun to write to somebody; null if nothing. */
export async function draftOf(actor: Actor, contactId: string) {
  return db().draft.findUnique({
    where: { contactId_authorId: { contactId, authorId: actor.userId } },
    select: {
      ...{ addressId: true, pitchId: true, answersId: true },
      ...{ subject: true, body: true, newFact: true, updatedAt: true },
    },
  });
}
