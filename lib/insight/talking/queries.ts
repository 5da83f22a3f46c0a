import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import type { Cursor } from '@/lib/contacts/list/cursor';
import { listed, type ListedContact, type ListRow } from '@/lib/contacts/list/queries';
import { rows } from '@/lib/db/pool';
import { countsSql, pageSql } from './sql';

/** Whom somebody of the team talks with, and who waits for them; counted in people, to `countedTo`. */
export interface Talking {
  readonly people: number;
  /** Who talked with them last and has said something that nobody has heard. */
  readonly unheard: number;
  /** Who talked with them last and waits for an answer. */
  readonly owed: number;
}

/** What each open account talks in, by its id. */
export async function talkingByUser(_actor: Actor): Promise<ReadonlyMap<string, Talking>> {
  const found = await rows<Talking & { id: string }>(countsSql);
  return new Map(found.map(({ id, ...talking }) => [id, talking]));
}

/** Those with whom one of the team is in conversation, who talked last first, from a place on. */
export async function talkingWith(
  actor: Actor,
  userId: string,
  { after, most }: { after: Cursor | null; most: number },
): Promise<{ people: ListedContact[]; older: Cursor | null }> {
  const found = await rows<ListRow>(pageSql, [userId, after?.key ?? null, after?.id ?? null, most + 1]);
  const last = found.length > most ? found[most - 1] : undefined;
  return {
    people: found.slice(0, most).map((row) => listed(actor, row)),
    older: last ? { key: last.key, id: last.id } : null,
  };
}
