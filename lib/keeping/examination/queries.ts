import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';

/** What is wrong with what Earshot rests on. */
export interface Trouble {
  /** `law`: it is not whole, or not the one of this version. `standing`: lists do not say what history does. */
  readonly what: 'law' | 'standing';
  /** Of how many people, for `standing`. */
  readonly people: number;
  readonly since: Date;
}

/** What the worker finds now, or the last examination found; null when nothing is wrong. It goes when it is mended. */
export async function troubleFound(_actor: Actor): Promise<Trouble | null> {
  const [found] = await rows<{ broken_at: Date | null; at: Date | null; faults: number; differing: number }>(
    `SELECT (SELECT h.at FROM heartbeats h WHERE h.part = 'worker' AND h.note = 'law_not_whole') AS broken_at, e.recorded_at AS at,
        coalesce((e.codes ->> 'faults')::int, 0) AS faults, coalesce((e.codes ->> 'differing')::int, 0) AS differing
      FROM (SELECT) one LEFT JOIN LATERAL (SELECT * FROM events x WHERE x.verb = 'examination_made' ORDER BY x.recorded_seq DESC LIMIT 1) e ON true`,
  );
  if (!found) return null;
  if (found.broken_at) return { what: 'law', people: 0, since: found.broken_at };
  if (!found.at) return null;
  if (found.faults > 0) return { what: 'law', people: 0, since: found.at };
  return found.differing > 0 ? { what: 'standing', people: found.differing, since: found.at } : null;
}
