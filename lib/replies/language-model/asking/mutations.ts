import 'server-only';
import type { Channel } from '@/generated/prisma/client';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { record } from '@/lib/events/mutations';
import type { WebResolving } from '@/lib/web/ask';
import { wordsOf } from '@/lib/mail/reply-text/words';
import { unheardSql } from '@/lib/threads/queries';
import { suggesterVersion } from '@/lib/replies/suggested/mutations';
import { learntModel } from '@/lib/replies/suggested/queries';
import { readReply } from '@/lib/replies/suggesting/read-reply';
import { askModel, type ModelAnswer } from '../ask-model';
import { isOfTheReply, secondsToRest, type ModelFault } from '../fault';
import { keyColumns, keyIn, type KeyRow } from '../queries';
import { together } from '../together';

/** How a worker asks: how long it waits for one answer (milliseconds), and when it is told to stop. */
export interface Asking {
  readonly patience: number;
  readonly signal: AbortSignal;
  readonly dice: () => number;
  readonly resolving?: WebResolving;
}

interface Waiting {
  readonly id: string;
  readonly body: string;
  readonly occurredAt: Date;
  readonly channel: Channel;
}

interface Turn extends KeyRow {
  readonly model: string;
  readonly version: number;
  readonly failures: number;
}

/** Replies in one go; then the other duties of the worker have their turn. */
const mostAtOnce = 20;

/**
 * For the worker: asks the language model, if one is on, about replies that wait to be heard, one after the other, and
 * puts what it says beside what was suggested without it. No transaction is open meanwhile. After a failure it is left
 * in peace for a while, and the suggestion stands as it is. Answers how many replies it was asked about.
 */
export async function askAboutWaiting(asking: Asking): Promise<number> {
  let asked = 0;
  while (asked < mostAtOnce && !asking.signal.aborted) {
    const reply = await nextWaiting();
    const turn = reply && (await takeTurn(asking.patience));
    if (!turn) break;
    const read = readReply(
      {
        ...{ message: reply.body, channel: reply.channel },
        sentOn: reply.occurredAt.toISOString().slice(0, 10),
      },
      await learntModel(),
    );
    const answer = await answerOf(turn, reply, wordsOf(read.replyText), asking);
    if (asking.signal.aborted) {
      await giveTurnBack(turn);
      break;
    }
    asked += 1;
    if (answer.ok) {
      await keep(turn, reply, read, answer);
      await answered(turn);
      continue;
    }
    if (isOfTheReply(answer.fault)) await keep(turn, reply, read, null);
    await failed(turn, answer, asking.dice());
    break;
  }
  return asked;
}

async function nextWaiting(): Promise<Waiting | null> {
  const [reply] = await rows<Waiting & Record<string, unknown>>(
    `SELECT m.id, m.body, m.occurred_at AS "occurredAt", m.channel
      FROM language_model l JOIN standing s ON s.unheard > 0 JOIN messages m ON m.contact_id = s.contact_id JOIN replies y ON y.message_id = m.id
      WHERE l.id = 1 AND l.is_on AND (l.not_before IS NULL OR l.not_before <= law.clock()) AND ${unheardSql}
        AND y.reader_version = $1 AND y.model_version IS NULL
      ORDER BY s.unheard_since, s.contact_id LIMIT 1`,
    [suggesterVersion],
  );
  return reply ?? null;
}

// One worker asks at a time; one that dies meanwhile keeps the others waiting for little longer than an answer takes.
async function takeTurn(patience: number): Promise<Turn | null> {
  const [turn] = await rows<Turn & Record<string, unknown>>(
    `UPDATE language_model SET not_before = law.clock() + make_interval(secs => $1)
      WHERE id = 1 AND is_on AND (not_before IS NULL OR not_before <= law.clock())
      RETURNING ${keyColumns}, model, version, failures`,
    [(patience * 2) / 1_000 + 30],
  );
  return turn ?? null;
}

async function giveTurnBack({ version }: Turn): Promise<void> {
  await rows('UPDATE language_model SET not_before = NULL WHERE id = 1 AND version = $1', [version]);
}

async function answerOf(
  turn: Turn,
  { channel, occurredAt }: Waiting,
  text: string,
  { patience, signal, resolving }: Asking,
): Promise<ModelAnswer> {
  const opened = keyIn(turn);
  if (opened === 'locked') return { ok: false, fault: 'secret_locked', retryAfter: null };
  const { baseUrl, model } = turn;
  const sentOn = occurredAt.toISOString().slice(0, 10);
  return askModel(
    { baseUrl, model, key: opened.key },
    { text, channel, sentOn },
    { whole: patience, signal },
    resolving,
  );
}

// Only while the setting is still the one that was asked, and no better reader has read the reply meanwhile. Without an
// answer it is only noted that there was one chance.
async function keep(
  { version }: Turn,
  { id, occurredAt }: Waiting,
  read: ReturnType<typeof readReply>,
  answer: Extract<ModelAnswer, { ok: true }> | null,
): Promise<void> {
  const here = `FROM language_model l WHERE l.id = 1 AND l.is_on AND l.version = $2 AND y.message_id = $1 AND y.reader_version = $3`;
  if (answer === null) {
    await rows(`UPDATE replies y SET model_version = $2 ${here}`, [id, version, suggesterVersion]);
    return;
  }
  const sentOn = occurredAt.toISOString().slice(0, 10);
  const joint = together(read, answer.opinion, { text: wordsOf(read.replyText), sentOn });
  const until = joint.until?.length === 7 ? `${joint.until}-01` : joint.until;
  await rows(
    `UPDATE replies y SET model_version = $2, outcome = $4, scope = $5, until = $6, evidence = $7, sure = $8 ${here}`,
    [
      ...[id, version, suggesterVersion, joint.outcome, joint.scope, until],
      ...[JSON.stringify(joint.evidence), joint.sure],
    ],
  );
}

async function answered({ version, failures }: Turn): Promise<void> {
  await db().$transaction(async (tx) => {
    const noted = await tx.$executeRaw`
      UPDATE language_model SET failures = 0, failing_since = NULL, fault = NULL, not_before = NULL, answered_at = law.clock()
      WHERE id = 1 AND version = ${version} AND is_on`;
    if (noted === 1 && failures > 0) await record(tx, null, 'language_model_worked_again');
  });
}

async function failed(
  { version, failures }: Turn,
  { fault, retryAfter }: { fault: ModelFault; retryAfter: number | null },
  dice: number,
): Promise<void> {
  const rest = secondsToRest({ failures: failures + 1, fault, retryAfter }, dice);
  await db().$transaction(async (tx) => {
    const noted = await tx.$executeRaw`
      UPDATE language_model SET failures = failures + 1, failing_since = coalesce(failing_since, law.clock()), fault = ${fault},
        not_before = law.clock() + make_interval(secs => ${rest}) WHERE id = 1 AND version = ${version} AND is_on`;
    // Said once, when it begins.
    if (noted === 1 && failures === 0) await record(tx, null, 'language_model_failed', { codes: { fault } });
  });
}
