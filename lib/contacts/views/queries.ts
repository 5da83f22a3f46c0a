import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';

/** A view of contacts somebody comes back to. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** The address of the list. */
  readonly address: string;
}

/** One's own views, by name. */
export async function savedViews(actor: Actor): Promise<SavedView[]> {
  return db().savedView.findMany({
    where: { userId: actor.userId },
    orderBy: { name: 'asc' },
    take: 50,
    select: { id: true, name: true, address: true },
  });
}
