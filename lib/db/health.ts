import 'server-only';
import { rowsWithin } from './pool';

/** `law_not_whole`: the worker lives, but does nothing until the law is whole again. */
export interface Health {
  readonly ok: boolean;
  readonly database: 'up' | 'down';
  readonly worker: 'up' | 'down' | 'law_not_whole';
}

const patience = 3_000;

/** Whether the parts work, asked of the database; answers within three seconds, whatever hangs. */
export async function health(): Promise<Health> {
  const beats = await Promise.race([lastBeats(), silence()]).catch(() => null);
  if (!beats) return { ok: false, database: 'down', worker: 'down' };
  const beat = beats[0];
  const worker = !beat?.fresh ? 'down' : beat.note === 'law_not_whole' ? 'law_not_whole' : 'up';
  return { ok: worker === 'up', database: 'up', worker };
}

// The worker beats every few seconds; the database's own clock says how long ago the last one was.
function lastBeats(): Promise<{ fresh: boolean; note: string | null }[]> {
  return rowsWithin(
    patience,
    `select at > clock_timestamp() - interval '30 seconds' as fresh, note from heartbeats where part = 'worker'`,
  );
}

function silence(): Promise<null> {
  return new Promise((answer) => setTimeout(answer, patience, null).unref());
}
