import 'server-only';
import { rows } from './pool';

/** Writes down that a part lives, and what keeps it from working, if anything does. */
export async function beat(part: 'worker', note: 'law_not_whole' | null): Promise<void> {
  await rows(
    `insert into heartbeats (part, at, note) values ($1, clock_timestamp(), $2)
     on conflict (part) do update set at = excluded.at, note = excluded.note`,
    [part, note],
  );
}
