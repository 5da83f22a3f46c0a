import 'server-only';
import { v7 } from 'uuid';
import { mayOwn, type Writer } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { db, type Db } from '@/lib/db/client';
import { withRetry } from '@/lib/db/retry';
import { orImpossible, type Impossible } from './impossible';
import { kindOf, type Log } from './log';
import { placeInTime, type PlaceInTime } from './when';

export const unloggable = [
  'contact_unknown',
  'occurred_in_the_future',
  'address_of_another',
  'answers_another',
  'answers_no_reply',
] as const;
export const untakeable = [
  'only_facts_are_retracted',
  'retraction_needs_a_reason',
  'already_retracted',
] as const;

/** Which row a new one corrects, and why. */
export interface Correcting {
  readonly messageId: string;
  readonly reason: string;
}

export type Unloggable = (typeof unloggable)[number] | 'no_such_day';
export type Untakeable = (typeof untakeable)[number] | 'not_yours' | 'not_found';

/** `wouldRefuse`: the codes with which the law would have refused a message of ours that has already gone out. */
export interface Logged {
  readonly ok: true;
  readonly messageId: string;
  readonly wouldRefuse: readonly string[];
}

/**
 * Records what was said elsewhere, with its real date. A fact is never refused: what the law would have refused is
 * kept all the same; the law judges it at its own time, notes it in the log, and it is answered here.
 */
export async function logMessage(actor: Writer, log: Log): Promise<Logged | Impossible<Unloggable>> {
  const place = await placed(actor, log);
  if (typeof place === 'string') return { ok: false, reason: place };
  const work = () => db().$transaction((tx) => recordMessage(tx, actor, log, place));
  return orImpossible(withRetry(work), unloggable);
}

/** Takes a logged row back and writes it anew, in one step. Who logged it may, and the owner. */
export async function correct(
  actor: Writer,
  correcting: Correcting,
  log: Log,
): Promise<Logged | Impossible<Unloggable | Untakeable>> {
  const place = await placed(actor, log);
  if (typeof place === 'string') return { ok: false, reason: place };
  const barred = await barredFrom(actor, correcting.messageId, log.contactId);
  if (barred) return { ok: false, reason: barred };
  const work = () => db().$transaction((tx) => recordMessage(tx, actor, log, place, correcting));
  return orImpossible(withRetry(work), [...unloggable, ...untakeable]);
}

/** Takes a wrongly logged row back. A no in it stays until the owner withdraws that. */
export async function retract(
  actor: Writer,
  messageId: string,
  reason: string,
): Promise<{ readonly ok: true } | Impossible<Untakeable>> {
  const barred = await barredFrom(actor, messageId);
  if (barred) return { ok: false, reason: barred };
  const work = () => db().$transaction((tx) => takeBack(tx, actor, messageId, reason));
  return orImpossible(
    withRetry(work).then(() => ({ ok: true as const })),
    untakeable,
  );
}

/** Takes back what was logged in one go: all of the rows that still stand, or none of them. */
export async function retractAll(
  actor: Writer,
  messageIds: readonly string[],
  reason: string,
): Promise<{ readonly ok: true } | Impossible<Untakeable>> {
  const barred = await Promise.all(messageIds.map((id) => barredFrom(actor, id)));
  const first = barred.find((why) => why !== null);
  if (first) return { ok: false, reason: first };
  const work = () =>
    db().$transaction(async (tx) => {
      for (const id of messageIds) await takeBack(tx, actor, id, reason);
    });
  return orImpossible(
    withRetry(work).then(() => ({ ok: true as const })),
    untakeable,
  );
}

/** When it was said, by the actor's clock; the day alone by the installation's. */
export async function placed(actor: Writer, log: Pick<Log, 'day' | 'hour'>) {
  const policy = await db().policy.findUniqueOrThrow({ where: { id: 1 }, select: { timeZone: true } });
  const at = { zone: actor.timeZone, installationZone: policy.timeZone, now: systemClock.now() };
  return placeInTime(log, at);
}

/** Writes a message inside the caller's transaction; the row it corrects is taken back there first. */
export async function recordMessage(
  tx: Db,
  actor: Writer,
  log: Log,
  { occurredAt, dayOnly, dayOrder = null }: PlaceInTime & { readonly dayOrder?: number | null },
  correcting: Correcting | null = null,
): Promise<Logged> {
  if (correcting) await takeBack(tx, actor, correcting.messageId, correcting.reason);
  const correctsId = correcting?.messageId ?? null;
  const { contactId, channel, direction, addressId, body, subject, pitchId, answersId } = log;
  const id = v7();
  const threadId = await threadFor(tx, log);
  const authorId = direction === 'outbound' ? actor.userId : null;
  // Not through Prisma's create: it would send its own default for `depth`, which only the law may write.
  await tx.$executeRaw`
    INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, kind, author_id, recorded_by_id,
      occurred_at, day_only, day_order, subject, body, pitch_id, answers_id, corrects_id)
    VALUES (${id}::uuid, ${contactId}::uuid, ${threadId}::uuid, ${channel}::channel, ${addressId}::uuid, ${direction}::direction,
      'logged', ${kindOf[log.kind]}::message_kind, ${authorId}::uuid, ${actor.userId}::uuid, ${occurredAt}, ${dayOnly}, ${dayOrder}, ${subject},
      ${body}, ${pitchId}::uuid, ${answersId}::uuid, ${correctsId}::uuid)`;
  // The law has judged it at its own time, and noted a breach.
  const against = await tx.$queryRaw<{ reason: string }[]>`
    SELECT jsonb_array_elements_text(e.codes -> 'reasons') AS reason FROM events e
    WHERE e.contact_id = ${contactId}::uuid AND e.subject_id = ${id}::uuid AND e.verb = 'message_logged_against_the_law'`;
  return { ok: true, messageId: id, wouldRefuse: against.map(({ reason }) => reason) };
}

async function takeBack(tx: Db, actor: Writer, messageId: string, reason: string): Promise<void> {
  await tx.$executeRaw`SELECT law.retract(${messageId}::uuid, ${actor.userId}::uuid, ${reason})`;
}

/** What bars the actor from taking back or correcting this row (of this contact). */
export async function barredFrom(
  actor: Writer,
  messageId: string,
  contactId: string | null = null,
): Promise<'not_found' | 'not_yours' | null> {
  const found = await db().message.findUnique({
    where: { id: messageId },
    select: { recordedById: true, contactId: true },
  });
  if (!found || (contactId !== null && found.contactId !== contactId)) return 'not_found';
  return found.recordedById === actor.userId || mayOwn(actor) ? null : 'not_yours';
}

// The thread of the reply it answers, if that runs on this channel; else the newest with this address; else a new one.
async function threadFor(
  tx: Db,
  { contactId, channel, addressId, answersId, subject }: Log,
): Promise<string> {
  const answered = answersId
    ? await tx.thread.findFirst({
        where: { contactId, channel, messages: { some: { id: answersId } } },
        select: { id: true },
      })
    : null;
  const found =
    answered ??
    (await tx.thread.findFirst({
      where: { contactId, channel, addressId },
      orderBy: { createdAt: 'desc' },
      select: { id: true },
    }));
  if (found) return found.id;
  const made = await tx.thread.create({
    data: { id: v7(), contactId, channel, addressId, subject },
    select: { id: true },
  });
  return made.id;
}
