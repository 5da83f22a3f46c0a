import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';

/** What is wrong with what Earshot rests on. */
export interface Trouble {
  /** `law`: it is not whole, or not the one of this version. `standing`: lists do not say what history does. */
  readonly what: 'law' | 'standing';
  /** Of how many people, for `standing`. */
  readonly people: number;
}

/** What the worker finds now, or the last examination found; null when nothing is wrong. It goes when it is mended. */
export async function troubleFound(_actor: Actor): Promise<Trouble | null> {
  const [found] = await rows<{ faults: number; differing: number }>(
    `SELECT coalesce((e.codes ->> 'differing')::int, 0) AS differing, coalesce((e.codes ->> 'faults')::int, 0)
        + (SELECT count(*)::int FROM heartbeats h WHERE h.part = 'worker' AND h.note = 'law_not_whole') AS faults
      FROM (SELECT) one LEFT JOIN LATERAL (SELECT * FROM events x WHERE x.verb = 'examination_made' ORDER BY x.recorded_seq DESC LIMIT 1) e ON true`,
  );
  if (!found) return null;
  if (found.faults > 0) return { what: 'law', people: 0 };
  return found.differing > 0 ? { what: 'standing', people: found.differing } : null;
}
