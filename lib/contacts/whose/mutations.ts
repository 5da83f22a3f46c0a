import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { withRetry } from '@/lib/db/retry';
import { type Done, impossibleOf } from '@/lib/errors/impossible';

/**
 * Says who looks after a contact; null is nobody in particular. It hands no conversation over. The law refuses whoever
 * does not write here (`owner_must_write`).
 */
export async function giveContact(_writer: Writer, id: string, ownerId: string | null): Promise<Done> {
  try {
    const given = await withRetry(() =>
      rows('UPDATE contacts SET owner_id = $2 WHERE id = $1 AND merged_into_id IS NULL RETURNING id', [
        id,
        ownerId,
      ]),
    );
    return given.length > 0 ? { ok: true } : { ok: false, code: 'contact_unknown' };
  } catch (error) {
    const code = impossibleOf(error);
    if (code) return { ok: false, code };
    throw error;
  }
}
