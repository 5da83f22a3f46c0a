import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';

/** Somebody one wrote to who cannot be reached there. */
export interface Unreached {
  readonly id: string;
  readonly name: string;
}

/**
 * Whom a mail of one's own did not reach in the last thirty days because their address is dead, the newest first, while
 * there is no other way to them; at most so many.
 */
export async function cameBackLately(actor: Actor, most: number): Promise<Unreached[]> {
  return rows<Unreached & Record<string, unknown>>(
    `WITH lately AS (SELECT b.contact_id, b.in_reply_to_id, b.moment FROM messages b WHERE b.kind = 'bounce' AND b.direction = 'inbound'
        AND b.moment > law.clock() - interval '30 days' ORDER BY b.moment DESC, b.id DESC LIMIT 1000)
    SELECT c.id, c.name FROM lately l JOIN messages o ON o.id = l.in_reply_to_id AND o.author_id = $1
      JOIN contacts c ON c.id = l.contact_id JOIN standing s ON s.contact_id = c.id AND s.closed_by IS NULL
    WHERE EXISTS (SELECT FROM addresses a JOIN suppressions x ON x.key_hash = a.door_hashes[1] AND x.lifted_at IS NULL AND x.cause = 'hard_bounce'
        WHERE a.id = o.address_id AND a.state = 'held')
      AND NOT EXISTS (SELECT FROM addresses e WHERE e.contact_id = c.id AND e.state = 'held'
        AND NOT EXISTS (SELECT FROM suppressions x WHERE x.lifted_at IS NULL AND x.key_hash = ANY (e.door_hashes)))
    GROUP BY c.id, c.name ORDER BY max(l.moment) DESC, c.id LIMIT $2`,
    [actor.userId, most],
  );
}
