import 'server-only';
import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import type { PitchInput } from './pitch-form';

export type KeptPitch =
  { readonly ok: true } | { readonly ok: false; readonly reason: 'name_taken' | 'not_found' };

/** Keeps a new pitch. Its name is its own: two of one name could not be told apart in a no. */
export async function createPitch(
  _writer: Writer,
  { name, proposal, to_learn, learnt }: PitchInput,
): Promise<KeptPitch> {
  const made = await rows(
    `INSERT INTO pitches (id, name, proposal, to_learn, learnt) SELECT $1, $2, $3, $4, $5
      WHERE NOT EXISTS (SELECT FROM pitches WHERE lower(name) = lower($2)) ON CONFLICT DO NOTHING RETURNING id`,
    [v7(), name, proposal, to_learn, learnt],
  );
  return made.length === 1 ? { ok: true } : { ok: false, reason: 'name_taken' };
}

/** Changes the words of a pitch. What people said to it stays. */
export async function changePitch(
  _writer: Writer,
  id: string,
  { name, proposal, to_learn, learnt }: PitchInput,
): Promise<KeptPitch> {
  const [taken] = await rows('SELECT FROM pitches WHERE lower(name) = lower($2) AND id <> $1', [id, name]);
  if (taken) return { ok: false, reason: 'name_taken' };
  const changed = await rows(
    'UPDATE pitches SET name = $2, proposal = $3, to_learn = $4, learnt = $5 WHERE id = $1 RETURNING id',
    [id, name, proposal, to_learn, learnt],
  );
  return changed.length === 1 ? { ok: true } : { ok: false, reason: 'not_found' };
}

/** Puts a pitch away, or takes it out again. Noes to it stand all the same. */
export async function archivePitch(_writer: Writer, id: string, archived: boolean): Promise<KeptPitch> {
  const changed = await rows(
    'UPDATE pitches SET archived_at = CASE WHEN $2 THEN law.clock() END WHERE id = $1 RETURNING id',
    [id, archived],
  );
  return changed.length === 1 ? { ok: true } : { ok: false, reason: 'not_found' };
}
