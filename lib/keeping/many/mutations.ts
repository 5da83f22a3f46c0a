import 'server-only';
import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import { giveContact } from '@/lib/contacts/whose/mutations';
import { rows } from '@/lib/db/pool';
import { withRetry } from '@/lib/db/retry';
import { markDone, restContact } from '@/lib/replies/mutations';

/** What may be done with several people at once. Writing is none of it. */
export type Many =
  | { readonly act: 'tag' | 'untag'; readonly tag: string }
  | { readonly act: 'assign'; readonly ownerId: string | null }
  | { readonly act: 'rest'; readonly until: string }
  | { readonly act: 'close' };

/** How many it was done for; the others could not be. `refused`: nobody could, for the same reason. */
export interface ManyDone {
  readonly done: number;
  readonly not: number;
  readonly refused?: 'owner_must_write';
}

/** Does one thing with several people, for each by itself: who cannot be is left as they are. */
export async function doWithMany(writer: Writer, ids: readonly string[], what: Many): Promise<ManyDone> {
  if (what.act === 'assign') return assignAll(writer, ids, what.ownerId);
  let done = 0;
  for (const id of ids) if (await doWithOne(writer, id, what)) done += 1;
  return { done, not: ids.length - done };
}

async function assignAll(writer: Writer, ids: readonly string[], ownerId: string | null): Promise<ManyDone> {
  let done = 0;
  for (const id of ids) {
    const given = await giveContact(writer, id, ownerId);
    if (given.ok) done += 1;
    else if (given.code === 'owner_must_write') return { done, not: ids.length - done, refused: given.code };
  }
  return { done, not: ids.length - done };
}

async function doWithOne(
  writer: Writer,
  id: string,
  what: Exclude<Many, { act: 'assign' }>,
): Promise<boolean> {
  switch (what.act) {
    case 'tag':
      return tagOne(id, what.tag);
    case 'untag':
      return changed(
        'DELETE FROM contact_tags k USING tags t WHERE t.id = k.tag_id AND k.contact_id = $1 AND lower(t.name) = lower($2) RETURNING k.tag_id',
        [id, what.tag],
      );
    case 'rest':
      return (await restContact(writer, id, what.until)).ok;
    case 'close':
      return (await markDone(writer, id)).ok;
  }
}

async function tagOne(id: string, tag: string): Promise<boolean> {
  await rows(
    'INSERT INTO tags (id, name) SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM tags t WHERE lower(t.name) = lower($2)) ON CONFLICT DO NOTHING',
    [v7(), tag],
  );
  return changed(
    `INSERT INTO contact_tags (contact_id, tag_id) SELECT c.id, t.id FROM contacts c, tags t WHERE c.id = $1 AND c.merged_into_id IS NULL
      AND lower(t.name) = lower($2) ON CONFLICT (contact_id, tag_id) DO UPDATE SET tag_id = excluded.tag_id RETURNING tag_id`,
    [id, tag],
  );
}

async function changed(sql: string, values: readonly unknown[]): Promise<boolean> {
  return (await withRetry(() => rows(sql, values))).length > 0;
}
