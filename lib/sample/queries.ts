import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';

/** What the import key of an invented person begins with. */
export const sampleKey = 'sample:';

/** Whether invented people are among the contacts. */
export async function sampleIsHere(_actor: Actor): Promise<boolean> {
  return (await db().contact.count({ where: { importKey: { startsWith: sampleKey } } })) > 0;
}
