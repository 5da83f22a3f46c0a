import { v7 as uuid } from 'uuid';
import type { Channel, Step, Who } from '@/tests/support/history';
import { Impossible, type Play } from './database-cast';

/** Does one step as the application would; nothing here decides anything. */
export async function act(play: Play, step: Step, at: number): Promise<void> {
  const run = (sql: string, values: readonly unknown[]) => play.app.query(sql, [...values]);
  switch (step.do) {
    case 'pass':
      play.now = new Date(play.now.getTime() + step.hours * 3_600_000);
      await run(`SELECT set_config('earshot.test_clock', $1, false)`, [play.now.toISOString()]);
      return;
    case 'log_in':
      await run(
        `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, kind, occurred_at, day_only, body, in_reply_to_id, recorded_by_id)
          VALUES ($1, $2, $3, $4, $5, 'inbound', 'logged', $6, $7, $8, 'theirs', $9, $10)`,
        [
          ...placed(play, at, step.who, step.channel, 'inbound'),
          step.kind,
          ago(play, step.hoursAgo),
          step.dayOnly,
          ours(play, step.inReplyTo),
          play.users.owner,
        ],
      );
      return;
    case 'log_out':
      await run(
        `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, occurred_at, day_only, body, pitch_id, answers_id, author_id, recorded_by_id)
          VALUES ($1, $2, $3, $4, $5, 'outbound', 'logged', $6, $7, 'ours', $8, $9, $10, $10)`,
        [
          ...placed(play, at, step.who, step.channel, 'outbound'),
          ago(play, step.hoursAgo),
          step.dayOnly,
          pitchOf(play, step.pitch),
          named(play, step.answers),
          play.users.owner,
        ],
      );
      return;
    case 'hear':
      await run(
        `INSERT INTO hearings (id, message_id, contact_id, heard_by_id, outcome, scope, pitch_id, until, words, reason)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'their words', $9)`,
        [
          uuid(),
          named(play, step.message),
          contactOf(play, step.message),
          play.users[step.by],
          step.outcome,
          step.outcome === 'declined' ? (step.scope ?? 'person') : null,
          pitchOf(play, step.pitch),
          step.untilHours === undefined ? null : ago(play, -step.untilHours).toISOString().slice(0, 10),
          step.by === 'owner' ? 'heard again' : null,
        ],
      );
      return;
    case 'send': {
      const place = placed(play, at, step.who, step.channel, 'outbound');
      await run(
        `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, author_id, body, pitch_id, answers_id, new_fact)
          VALUES ($1, $2, $3, $4, $5, 'outbound', 'composed', $6, 'ours', $7, $8, $9)`,
        [
          ...place,
          play.users[step.by],
          pitchOf(play, step.pitch),
          named(play, step.answers),
          step.newFact ? 'a new fact' : null,
        ],
      );
      return;
    }
    case 'settle': {
      const done = await run(`UPDATE outbox SET state = $2 WHERE message_id = $1 AND state <> $2`, [
        named(play, step.message),
        step.as,
      ]);
      if (done.rowCount !== 1) throw new Impossible();
      return;
    }
    case 'done':
      await run(`INSERT INTO endings (id, contact_id, kind, recorded_by_id) VALUES ($1, $2, 'done', $3)`, [
        uuid(),
        play.cast.contacts[step.who],
        play.users[step.by],
      ]);
      return;
    case 'rest':
      await run(
        `INSERT INTO rests (id, contact_id, said_by, until, recorded_by_id) VALUES ($1, $2, 'us', $3, $4)`,
        [uuid(), play.cast.contacts[step.who], ago(play, -24 * step.days), play.users[step.by]],
      );
      return;
    case 'lift_rest': {
      const ours = await run(
        `SELECT id FROM rests WHERE contact_id = $1 AND said_by = 'us' AND lifted_at IS NULL AND until > $2
        AND NOT EXISTS (SELECT FROM messages m WHERE m.contact_id = rests.contact_id AND m.direction = 'inbound' AND m.kind = 'human' AND m.recorded_seq > rests.recorded_seq
          AND NOT EXISTS (SELECT FROM retractions r WHERE r.message_id = m.id))`,
        [play.cast.contacts[step.who], play.now],
      );
      if (ours.rowCount === 0) throw new Impossible();
      for (const rest of ours.rows) await run(`SELECT law.lift_rest($1, $2)`, [rest.id, play.users[step.by]]);
      return;
    }
    case 'suppress': {
      const made = await run(
        `SELECT law.suppress_address(channel, handle, 'by_hand', $2, 'asked') AS id FROM addresses WHERE id = $1`,
        [play.cast.addresses.get(`${step.who}${step.channel}`), play.users.owner],
      );
      play.cast.suppressions.set(`${step.who}${step.channel}`, made.rows[0].id);
      return;
    }
    case 'unsuppress': {
      const suppression = play.cast.suppressions.get(`${step.who}${step.channel}`);
      if (suppression === undefined) throw new Impossible();
      await run(`SELECT law.lift_suppression($1, $2, 'they asked')`, [suppression, play.users.owner]);
      return;
    }
    case 'suppress_domain':
      await run(`SELECT law.suppress_domain($1, 'by_hand', $2, 'asked')`, [
        play.cast.domains[step.domain],
        play.users.owner,
      ]);
      return;
    case 'retire':
      await run(`SELECT law.retire_address($1, $2)`, [
        play.cast.addresses.get(`${step.who}${step.channel}`),
        play.users.owner,
      ]);
      return;
    case 'retract':
      await run(`SELECT law.retract($1, $2, 'wrongly logged')`, [
        named(play, step.message),
        play.users.owner,
      ]);
      return;
    case 'move': {
      const moved = await run(
        `UPDATE contacts SET organization_id = $2 WHERE id = $1 AND organization_id IS DISTINCT FROM $2`,
        [play.cast.contacts[step.who], step.to === null ? null : play.cast.organizations[step.to]],
      );
      if (moved.rowCount !== 1) throw new Impossible();
    }
  }
}

function placed(play: Play, at: number, who: Who, channel: Channel, direction: 'inbound' | 'outbound') {
  const [id, contact] = [uuid(), play.cast.contacts[who] ?? ''];
  const place = [
    id,
    contact,
    play.cast.threads.get(`${who}${channel}`),
    channel,
    play.cast.addresses.get(`${who}${channel}`),
  ] as const;
  play.messages.set(at, { id, contact, direction });
  return place;
}

function ago(play: Play, hours: number): Date {
  return new Date(play.now.getTime() - hours * 3_600_000);
}

function pitchOf(play: Play, pitch: number | undefined): string | null {
  return pitch === undefined ? null : (play.cast.pitches[pitch] ?? null);
}

function named(play: Play, step: number | undefined): string | null {
  if (step === undefined) return null;
  const message = play.messages.get(step);
  if (message === undefined) throw new Impossible();
  return message.id;
}

/** In this history a reply replies to a message of ours. */
function ours(play: Play, step: number | undefined): string | null {
  if (step !== undefined && play.messages.get(step)?.direction !== 'outbound') throw new Impossible();
  return named(play, step);
}

function contactOf(play: Play, step: number): string {
  return play.messages.get(step)?.contact ?? uuid();
}
