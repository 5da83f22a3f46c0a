import type { Channel, Who } from '@/tests/support/history';
import { Impossible, type Play } from './database-cast';

/** Runs one statement as the application's role. */
export const run = (play: Play, sql: string, values: readonly unknown[] = []) =>
  play.app.query(sql, [...values]);

export function ago(play: Play, hours: number): Date {
  return new Date(play.now.getTime() - hours * 3_600_000);
}

/** The UTC day so many days after today. */
export const dayIn = (play: Play, days: number) =>
  ago(play, -24 * days)
    .toISOString()
    .slice(0, 10);

export function pitchOf(play: Play, pitch: number | undefined): string | null {
  return pitch === undefined ? null : (play.cast.pitches[pitch] ?? null);
}

export function named(play: Play, step: number | undefined): string | null {
  if (step === undefined) return null;
  const message = play.messages.get(step);
  if (message === undefined) throw new Impossible();
  return message.id;
}

/** In this history a reply replies to a message of ours. */
export function ours(play: Play, step: number | undefined): string | null {
  if (step !== undefined && play.messages.get(step)?.direction !== 'outbound') throw new Impossible();
  return named(play, step);
}

export function contactOf(play: Play, who: Who): string {
  return play.cast.contacts[who] ?? '';
}

export function addressOf(play: Play, who: Who, channel: Channel): string | null {
  if (channel === 'in_person') return null;
  const address = play.cast.addresses.get(`${who}${channel}`);
  if (address === undefined) throw new Impossible();
  return address;
}

export function threadOf(play: Play, who: Who, channel: Channel): string {
  const thread = play.cast.threads.get(`${who}${channel}`);
  if (thread === undefined) throw new Impossible();
  return thread;
}

/** Somebody with an open account, an owner where one is needed, for what the application does in anybody's name. */
export async function somebody(play: Play, needed: 'anybody' | 'owner' = 'anybody'): Promise<string> {
  const found = await run(
    play,
    `SELECT id FROM users WHERE id = ANY ($1) AND closed_at IS NULL AND ($2 = 'anybody' OR role = 'owner') ORDER BY id`,
    [Object.values(play.cast.users), needed],
  );
  if (found.rowCount === 0) throw new Impossible();
  return found.rows[0].id;
}

export async function isOpen(play: Play, user: string): Promise<boolean> {
  const found = await run(play, 'SELECT FROM users WHERE id = $1 AND closed_at IS NULL', [user]);
  return found.rowCount === 1;
}

/** Throws where nothing was done. */
export function done({ rowCount }: { rowCount: number | null }): void {
  if (!rowCount) throw new Impossible();
}
