import { v7 as uuid } from 'uuid';
import type { Step } from '@/tests/support/history';
import { channels, Impossible, type Play } from './database-cast';
import { keepTeam } from './database-team';
import { addressOf, ago, contactOf, done, isOpen, named, run, somebody } from './naming';

type Talked = 'pass' | 'log_in' | 'log_out' | 'hear' | 'send' | 'settle' | 'retract' | 'correct';

/** What the team does besides talking: closing, listening, keeping. */
export async function keepHouse(play: Play, step: Exclude<Step, { do: Talked }>, at: number): Promise<void> {
  const { cast } = play;
  switch (step.do) {
    case 'done':
      await run(
        play,
        `INSERT INTO endings (id, contact_id, kind, recorded_by_id) VALUES ($1, $2, 'done', $3)`,
        [...[uuid(), contactOf(play, step.who), cast.users[step.by]]],
      );
      return;
    case 'rest':
      await run(
        play,
        `INSERT INTO rests (id, contact_id, said_by, until, recorded_by_id) VALUES ($1, $2, 'us', $3, $4)`,
        [uuid(), contactOf(play, step.who), ago(play, -24 * step.days), cast.users[step.by]],
      );
      return;
    case 'lift_rest': {
      const ours = await run(
        play,
        `SELECT id FROM rests WHERE contact_id = $1 AND said_by = 'us' AND lifted_at IS NULL AND until > $2
          AND NOT EXISTS (SELECT FROM messages m WHERE m.contact_id = rests.contact_id AND m.direction = 'inbound' AND m.kind = 'human' AND m.recorded_seq > rests.recorded_seq
            AND NOT EXISTS (SELECT FROM retractions r WHERE r.message_id = m.id))`,
        [contactOf(play, step.who), play.now],
      );
      done(ours);
      for (const rest of ours.rows)
        await run(play, `SELECT law.lift_rest($1, $2)`, [rest.id, cast.users[step.by]]);
      return;
    }
    case 'suppress':
      done(
        await run(
          play,
          `SELECT law.suppress_address(channel, handle, 'by_hand', $2, 'asked') AS id FROM addresses WHERE id = $1 AND contact_id = $3`,
          [addressOf(play, step.who, step.channel), await somebody(play), contactOf(play, step.who)],
        ),
      );
      return;
    case 'unsuppress':
      done(
        await run(
          play,
          `SELECT law.lift_suppression(s.id, $2, 'they asked') FROM addresses a JOIN suppressions s ON s.key_hash = a.door_hashes[1] AND s.lifted_at IS NULL WHERE a.id = $1 AND a.contact_id = $3`,
          [addressOf(play, step.who, step.channel), await somebody(play, 'owner'), contactOf(play, step.who)],
        ),
      );
      return;
    case 'suppress_domain': {
      const made = await run(play, `SELECT law.suppress_domain($1, 'by_hand', $2, 'asked') AS id`, [
        ...[cast.domains[step.domain], await somebody(play)],
      ]);
      cast.shut.set(step.domain, made.rows[0].id);
      return;
    }
    case 'unsuppress_domain': {
      const shut = cast.shut.get(step.domain);
      if (shut === undefined) throw new Impossible();
      await run(play, `SELECT law.lift_suppression($1, $2, 'they asked')`, [
        shut,
        await somebody(play, 'owner'),
      ]);
      cast.shut.delete(step.domain);
      return;
    }
    case 'retire':
      done(
        await run(
          play,
          `SELECT law.retire_address(id, $2) FROM addresses WHERE id = $1 AND contact_id = $3`,
          [...[addressOf(play, step.who, step.channel), await somebody(play), contactOf(play, step.who)]],
        ),
      );
      return;
    case 'opt_out':
      await run(play, `INSERT INTO opt_outs (contact_id, cause, recorded_by_id) VALUES ($1, 'by_hand', $2)`, [
        ...[contactOf(play, step.who), cast.users[step.by]],
      ]);
      return;
    case 'lift_opt_out':
      done(
        await run(
          play,
          `SELECT law.lift_opt_out(o.id, $2, $3, 'theirs') FROM (SELECT id FROM opt_outs WHERE contact_id = $1 ORDER BY recorded_seq LIMIT 1) o`,
          [play.messages.get(step.message)?.contact, cast.users[step.by], named(play, step.message)],
        ),
      );
      return;
    case 'withdraw':
      await run(play, `SELECT law.withdraw($1, $2, 'never said')`, [
        ...[named(play, step.message), cast.users[step.by]],
      ]);
      return;
    case 'succeed':
      done(
        await run(
          play,
          `SELECT law.name_successor(d.id, $2, $3) FROM declines d WHERE d.scope = 'organization'
            AND d.hearing_id = (SELECT h.id FROM hearings h WHERE h.message_id = $1 ORDER BY h.recorded_seq DESC LIMIT 1)`,
          [named(play, step.message), contactOf(play, step.who), cast.users[step.by]],
        ),
      );
      return;
    case 'read_mailbox':
      done(
        await run(
          play,
          `UPDATE mailboxes SET read_to_end_at = $2 WHERE user_id = $1 AND EXISTS (SELECT FROM users u WHERE u.id = $1 AND u.closed_at IS NULL)`,
          [cast.users[step.by], play.now],
        ),
      );
      return;
    case 'open_mailbox':
      done(
        await run(
          play,
          `INSERT INTO mailboxes (id, user_id, email, created_at) SELECT $2, id, email, $3 FROM users u
            WHERE id = $1 AND closed_at IS NULL AND NOT EXISTS (SELECT FROM mailboxes b WHERE b.user_id = u.id)`,
          [cast.users[step.by], uuid(), play.now],
        ),
      );
      return;
    case 'look':
      await look(play, cast.users[step.by], [step.channel]);
      return;
    case 'listen_everywhere':
      for (const user of Object.values(cast.users)) {
        if (!(await isOpen(play, user))) continue;
        await run(play, `UPDATE mailboxes SET read_to_end_at = $2 WHERE user_id = $1`, [user, play.now]);
        await look(play, user, channels);
      }
      return;
    default:
      return keepTeam(play, step, at);
  }
}

async function look(play: Play, user: string, where: readonly string[]): Promise<void> {
  await run(
    play,
    `INSERT INTO looks (id, user_id, channel) SELECT gen_random_uuid(), $1, c FROM unnest($2::channel[]) c`,
    [user, where],
  );
}
