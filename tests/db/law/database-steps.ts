import { v7 as uuid } from 'uuid';
import type { By, Heard, Step } from '@/tests/support/history';
import { Impossible, type Play } from './database-cast';
import { keepHouse } from './database-keeping';
import {
  addressOf,
  ago,
  contactOf,
  dayIn,
  done,
  isOpen,
  named,
  ours,
  pitchOf,
  run,
  somebody,
  threadOf,
} from './naming';

type Steps<Do extends Step['do']> = Extract<Step, { do: Do }>;

/** Does one step as the application would; nothing here decides anything. */
export async function act(play: Play, step: Step, at: number): Promise<void> {
  switch (step.do) {
    case 'pass':
      play.now = new Date(play.now.getTime() + step.hours * 3_600_000);
      await run(play, `SELECT set_config('earshot.test_clock', $1, false)`, [play.now.toISOString()]);
      return;
    case 'log_in':
      return logIn(play, step, at);
    case 'log_out':
      return logOut(play, step, at);
    case 'hear':
      return hear(play, step.message, step.by, step, at);
    case 'send':
      return send(play, step, at);
    case 'settle':
      return settle(play, step);
    case 'retract':
      await run(play, `SELECT law.retract($1, $2, 'wrongly logged')`, [
        named(play, step.message),
        await somebody(play),
      ]);
      return;
    case 'correct':
      return correct(play, step, at);
    default:
      return keepHouse(play, step, at);
  }
}

async function bySync(play: Play, by: string, channel: string): Promise<void> {
  const box = await run(play, 'SELECT FROM mailboxes WHERE user_id = $1', [by]);
  if (channel !== 'email' || box.rowCount === 0 || !(await isOpen(play, by))) throw new Impossible();
}

async function logIn(play: Play, step: Steps<'log_in'>, at: number): Promise<void> {
  const { who, channel, source = 'logged' } = step;
  const by = play.cast.users[step.by ?? 'owner'];
  if (source === 'synced') await bySync(play, by, channel);
  if (step.heard && (source === 'synced' || step.kind !== 'human')) throw new Impossible();
  const id = uuid();
  await run(
    play,
    `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, kind, occurred_at, day_only, body, in_reply_to_id, recorded_by_id)
      VALUES ($1, $2, $3, $4, $5, 'inbound', $6, $7, $8, $9, 'theirs', $10, $11)`,
    [
      ...[id, contactOf(play, who), threadOf(play, who, channel), channel, addressOf(play, who, channel)],
      ...[source, step.kind, ago(play, step.hoursAgo), step.dayOnly, ours(play, step.inReplyTo)],
      source === 'synced' ? null : by,
    ],
  );
  play.messages.set(at, { id, contact: contactOf(play, who), direction: 'inbound' });
  if (step.heard) await hear(play, at, step.by ?? 'owner', step.heard, at);
}

async function logOut(play: Play, step: Steps<'log_out'>, at: number): Promise<void> {
  const { who, channel, source = 'logged', kind = 'human' } = step;
  const by = play.cast.users[step.by ?? 'owner'];
  if (source === 'synced') await bySync(play, by, channel);
  const says = step.pitch !== undefined || step.answers !== undefined || step.nothingToAnswer === true;
  if (kind === 'connection' && says) throw new Impossible();
  const id = uuid();
  await run(
    play,
    `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, kind, occurred_at, day_only, body,
        pitch_id, answers_id, nothing_to_answer, promised_on, author_id, recorded_by_id)
      VALUES ($1, $2, $3, $4, $5, 'outbound', $6, $7, $8, $9, 'ours', $10, $11, $12, $13, $14, $15)`,
    [
      ...[id, contactOf(play, who), threadOf(play, who, channel), channel, addressOf(play, who, channel)],
      ...[source, kind, ago(play, step.hoursAgo), step.dayOnly],
      ...[pitchOf(play, step.pitch), named(play, step.answers), step.nothingToAnswer === true],
      step.promisedDays === undefined ? null : dayIn(play, step.promisedDays),
      ...[by, source === 'synced' ? null : by],
    ],
  );
  play.messages.set(at, { id, contact: contactOf(play, who), direction: 'outbound' });
}

/** A hearing, and the referral in it, in the caller's transaction. */
async function hear(play: Play, message: number, by: By, heard: Heard, at: number): Promise<void> {
  const id = uuid();
  const of = play.messages.get(message);
  if (of === undefined) throw new Impossible();
  const user = play.cast.users[by];
  await run(
    play,
    `INSERT INTO hearings (id, message_id, contact_id, heard_by_id, outcome, scope, pitch_id, until, words, reason)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'their words', 'heard again')`,
    [
      ...[id, of.id, of.contact, user, heard.outcome],
      heard.outcome === 'declined' ? (heard.scope ?? 'person') : null,
      pitchOf(play, heard.pitch),
      heard.untilHours === undefined ? null : ago(play, -heard.untilHours).toISOString().slice(0, 10),
    ],
  );
  if (heard.refers === undefined) return;
  const referral = uuid();
  await run(
    play,
    `INSERT INTO referrals (id, referrer_id, contact_id, named, hearing_id, recorded_by_id) VALUES ($1, $2, $3, 'her', $4, $5)`,
    [referral, of.contact, contactOf(play, heard.refers), id, user],
  );
  play.referrals.set(at, referral);
}

async function send(play: Play, step: Steps<'send'>, at: number): Promise<void> {
  const { who, channel } = step;
  const id = uuid();
  const known = (kept: Map<number, string>, name: number | undefined) =>
    name === undefined ? null : (kept.get(name) ?? null);
  await run(
    play,
    `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, author_id, body, pitch_id, answers_id, new_fact,
        nothing_to_answer, promised_on, exception_id, referral_id)
      VALUES ($1, $2, $3, $4, $5, 'outbound', 'composed', $6, 'ours', $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[id, contactOf(play, who), threadOf(play, who, channel), channel],
      ...[addressOf(play, step.at ?? who, channel), play.cast.users[step.by], pitchOf(play, step.pitch)],
      ...[named(play, step.answers), step.newFact ? 'a new fact' : null, step.nothingToAnswer === true],
      step.promisedDays === undefined ? null : dayIn(play, step.promisedDays),
      ...[known(play.grants, step.exception), known(play.referrals, step.referral)],
    ],
  );
  // The law refuses first; what names nothing that exists cannot be sent either.
  const missing = [
    [play.grants, step.exception],
    [play.referrals, step.referral],
  ].some(([kept, name]) => kept instanceof Map && typeof name === 'number' && !kept.has(name));
  if (missing) throw new Impossible();
  play.messages.set(at, { id, contact: contactOf(play, who), direction: 'outbound' });
}

async function settle(play: Play, step: Steps<'settle'>): Promise<void> {
  const id = named(play, step.message);
  if (step.as !== 'bounced') {
    done(
      await run(
        play,
        `UPDATE outbox SET state = $2::outbox_state WHERE message_id = $1 AND state <> $2::outbox_state`,
        [id, step.as],
      ),
    );
    return;
  }
  done(
    await run(
      play,
      `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, kind, occurred_at, body, in_reply_to_id)
        SELECT $2, m.contact_id, m.thread_id, m.channel, NULL, 'inbound', 'synced', 'bounce', $3, 'no such mailbox', m.id
        FROM messages m JOIN outbox o ON o.message_id = m.id WHERE m.id = $1 AND m.channel = 'email' AND o.state NOT IN ('withdrawn', 'failed')`,
      [id, uuid(), play.now],
    ),
  );
}

async function correct(play: Play, step: Steps<'correct'>, at: number): Promise<void> {
  const old = play.messages.get(step.message);
  if (!old || (step.pitch !== undefined && old.direction === 'inbound')) throw new Impossible();
  await run(play, `SELECT law.retract($1, $2, 'corrected')`, [old.id, await somebody(play)]);
  const id = uuid();
  done(
    await run(
      play,
      `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, kind, occurred_at, day_only, body, pitch_id, answers_id,
          in_reply_to_id, author_id, recorded_by_id, corrects_id)
        SELECT $2, contact_id, thread_id, channel, address_id, direction, source, kind, $3, $4, body, $5, answers_id, in_reply_to_id, author_id, recorded_by_id, id
        FROM messages WHERE id = $1 AND kind = 'human'`,
      [old.id, id, ago(play, step.hoursAgo), step.dayOnly, pitchOf(play, step.pitch)],
    ),
  );
  play.messages.set(at, { ...old, id });
}
