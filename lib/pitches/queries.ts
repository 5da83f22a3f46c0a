import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';

/** A pitch with how many people it was put to, and how many of them said no to it. */
export interface ListedPitch {
  readonly id: string;
  readonly name: string;
  readonly proposal: string | null;
  readonly toLearn: string | null;
  readonly learnt: string | null;
  readonly archived: boolean;
  readonly heardBy: number;
  readonly declinedBy: number;
}

/** All pitches, those in use before the archived ones. */
export async function listPitches(_actor: Actor): Promise<ListedPitch[]> {
  return rows<ListedPitch & Record<string, unknown>>(
    `SELECT p.id, p.name, p.proposal, p.to_learn AS "toLearn", p.learnt, p.archived_at IS NOT NULL AS archived,
      (SELECT count(DISTINCT m.contact_id)::int FROM messages m LEFT JOIN outbox o ON o.message_id = m.id
        WHERE m.pitch_id = p.id AND (o.message_id IS NULL OR o.state IN ('accepted', 'uncertain'))) AS "heardBy",
      (SELECT count(DISTINCT d.contact_id)::int FROM declines d WHERE d.pitch_id = p.id AND d.withdrawn_at IS NULL) AS "declinedBy"
    FROM pitches p ORDER BY archived, lower(p.name), p.id`,
  );
}

/** A pitch as its own page shows it. */
export type KeptPitch = Omit<ListedPitch, 'heardBy' | 'declinedBy'>;

/** One pitch; null when there is none of that id. */
export async function pitchById(_actor: Actor, id: string): Promise<KeptPitch | null> {
  const [found] = await rows<KeptPitch & Record<string, unknown>>(
    `SELECT p.id, p.name, p.proposal, p.to_learn AS "toLearn", p.learnt, p.archived_at IS NOT NULL AS archived FROM pitches p WHERE p.id = $1`,
    [id],
  );
  return found ?? null;
}
