import type { Actor } from '@/lib/auth/actor';

/** Whose answer it is: the reader's, a colleague's who talks with them, or the team's. */
export type Holder = 'me' | 'us' | { readonly colleague: string };

/** What `holderSql` adds to a row. */
export interface HolderRow {
  holder_id: string | null;
  holder_name: string | null;
}

/** Columns of a row of standing `s` after `holderJoin`: who talked with them last, while their account is open. */
export const holderSql = 'holder.id AS holder_id, holder.name AS holder_name';
export const holderJoin =
  'LEFT JOIN users holder ON holder.id = s.talked_last_id AND holder.closed_at IS NULL';

/** Held by another open account than the one of that parameter. */
export const heldByOthers = (me: string) =>
  `s.talked_last_id IN (SELECT u.id FROM users u WHERE u.closed_at IS NULL AND u.id <> ${me})`;

/** What nobody holds is anybody's who writes, and so mine; a reader answers nobody. */
export function holderOf(
  { userId, role }: Pick<Actor, 'userId' | 'role'>,
  { holder_id: id, holder_name: name }: HolderRow,
): Holder {
  if (id !== null && name !== null) return id === userId ? 'me' : { colleague: name };
  return role === 'reader' ? 'us' : 'me';
}
