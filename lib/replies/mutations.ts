import 'server-only';
import { v7 } from 'uuid';
import type { Outcome } from '@/generated/prisma/client';
import type { Writer } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { db, type Db } from '@/lib/db/client';
import { withRetry } from '@/lib/db/retry';
import { record } from '@/lib/events/mutations';
import { orImpossible, type Impossible } from '@/lib/threads/impossible';
import type { Log } from '@/lib/threads/log';
import {
  barredFrom,
  placed,
  recordMessage,
  unloggable,
  untakeable,
  type Correcting,
  type Logged,
  type Unloggable,
  type Untakeable,
} from '@/lib/threads/mutations';
import { mayHearAgain } from './again';
import type { HearingTold } from './hearing';
import { hearingsOf, type HearingBefore } from './heard/queries';
import { coveredBy } from './queries';
import { whomTheyNamed, type Named, type Unnamed } from './referrals/mutations';
import { wordsIn } from './words';

export const unheard = [
  'only_replies_are_heard',
  'only_replies_refer',
  'already_heard',
  'no_organization',
  'not_allowed',
] as const;

export type Unheard = (typeof unheard)[number] | 'not_found' | 'not_their_words' | Unnamed;

export interface Heard {
  readonly ok: true;
  readonly contactId: string;
  readonly hearingId: string;
}

/**
 * Records what a person heard in a reply. It covers every earlier unheard message of that contact, and what it
 * closes is closed by the law in the same statement. Heard again, the last hearing counts: its hearer may within ten
 * minutes, later the owner with a reason.
 */
export async function hear(
  actor: Writer,
  messageId: string,
  told: HearingTold,
): Promise<Heard | Impossible<Unheard>> {
  const covered = await coveredBy(actor, messageId);
  if (!covered) return { ok: false, reason: 'not_found' };
  const words = told.words && wordsIn(covered.bodies, told.words);
  if (told.words && !words) return { ok: false, reason: 'not_their_words' };
  const { contactId } = covered;
  const named = await whomTheyNamed(actor, told);
  if (typeof named === 'string') return { ok: false, reason: named };
  const work = () =>
    db().$transaction((tx) => recordHearing(tx, actor, { contactId, messageId }, { ...told, words, named }));
  return orImpossible(withRetry(work), unheard);
}

/**
 * Hears a reply as it was heard before the last time, with whom it named. Where that was the first, nothing changes (`stands`): what
 * somebody said never becomes nothing, so it counts as it was heard until it is heard anew. Only who heard it may,
 * within ten minutes. Rows stay: the last hearing counts.
 */
export async function unhear(
  actor: Writer,
  messageId: string,
): Promise<{ ok: true; undone: Outcome; stands: boolean } | Impossible<Unheard>> {
  const [last, before] = await hearingsOf(actor, messageId, 2);
  if (!last) return { ok: false, reason: 'not_found' };
  const who = { userId: actor.userId, owns: false, now: systemClock.now() };
  if (mayHearAgain(last, who) !== 'freely') return { ok: false, reason: 'already_heard' };
  if (!before) return { ok: true, undone: last.outcome, stands: true };
  const { contactId } = last;
  const told = { ...heardAs(before), named: before.referrals[0] ?? null };
  const work = () => db().$transaction((tx) => recordHearing(tx, actor, { contactId, messageId }, told));
  const answer = await orImpossible(withRetry(work), unheard);
  return answer.ok ? { ok: true, undone: last.outcome, stands: false } : answer;
}

function heardAs({ outcome, scope, pitchId, until, words, whatWeHeard }: HearingBefore): HearingTold {
  return {
    ...{ referral: null, referralId: null, referralAddress: null, reason: null },
    ...{ outcome, scope, pitchId, words, whatWeHeard },
    until: until?.toISOString().slice(0, 10) ?? null,
  };
}

/**
 * Logs a call or a talk in person: what they said, and the outcome somebody heard while it was said. With
 * `correcting` it takes the place of a row that was wrong.
 */
export async function logTalk(
  actor: Writer,
  log: Log,
  told: HearingTold,
  correcting: Correcting | null = null,
): Promise<Logged | Impossible<Unloggable | Untakeable | Unheard>> {
  const place = await placed(actor, log);
  if (typeof place === 'string') return { ok: false, reason: place };
  const { contactId } = log;
  const barred = correcting && (await barredFrom(actor, correcting.messageId, contactId));
  if (barred) return { ok: false, reason: barred };
  const words = told.words && wordsIn([log.body], told.words);
  if (told.words && !words) return { ok: false, reason: 'not_their_words' };
  const named = await whomTheyNamed(actor, told);
  if (typeof named === 'string') return { ok: false, reason: named };
  const work = () =>
    db().$transaction(async (tx) => {
      const logged = await recordMessage(tx, actor, log, place, correcting);
      await recordHearing(tx, actor, { contactId, messageId: logged.messageId }, { ...told, words, named });
      return logged;
    });
  return orImpossible(withRetry(work), [...unloggable, ...untakeable, ...unheard]);
}

/** Writes a hearing inside the caller's transaction, and whom it names. */
export async function recordHearing(
  tx: Db,
  actor: Writer,
  { contactId, messageId }: { contactId: string; messageId: string },
  told: HearingTold & { readonly named: Named | null },
): Promise<Heard> {
  const { outcome, scope, pitchId, until, named, words, whatWeHeard, reason } = told;
  const hearingId = v7();
  await tx.hearing.create({
    data: {
      ...{ id: hearingId, contactId, messageId, outcome, scope, pitchId, words, whatWeHeard, reason },
      heardById: actor.userId,
      until: until ? new Date(`${until}T00:00:00Z`) : null,
    },
    select: { id: true },
  });
  if (named) {
    const id = v7();
    const trace = { ...named, referrerId: contactId, hearingId, recordedById: actor.userId };
    // Heard again with the same person in it, they have named nobody anew.
    const before = await tx.referral.findFirst({
      where: { ...named, referrerId: contactId, messageId },
      select: { id: true },
    });
    await tx.referral.create({ data: { id, ...trace }, select: { id: true } });
    if (before) return { ok: true, contactId, hearingId };
    const codes = { referred_id: named.contactId };
    await record(tx, actor, 'referral_recorded', { contactId, subjectId: id, codes, text: named.named });
  }
  return { ok: true, contactId, hearingId };
}

const endless = ['not_our_turn', 'something_to_answer', 'contact_unknown', 'not_allowed'] as const;

export type Endless = (typeof endless)[number];

/** Says that the conversation is over: on our turn, with nothing unheard. What we still owed will not be answered. */
export async function markDone(
  actor: Writer,
  contactId: string,
): Promise<{ ok: true } | Impossible<Endless>> {
  return end(actor, { contactId, kind: 'done', messageId: null });
}

/** Says that our last message asks for no answer, so that the conversation ends with it. */
export async function markNothingToAnswer(
  actor: Writer,
  contactId: string,
  messageId: string,
): Promise<{ ok: true } | Impossible<Endless>> {
  return end(actor, { contactId, kind: 'nothing_to_answer', messageId });
}

async function end(
  actor: Writer,
  ending: { contactId: string; kind: 'done' | 'nothing_to_answer'; messageId: string | null },
): Promise<{ ok: true } | Impossible<Endless>> {
  const data = { id: v7(), ...ending, recordedById: actor.userId };
  const work = () => db().ending.create({ data, select: { id: true } });
  return orImpossible(
    withRetry(work).then(() => ({ ok: true as const })),
    endless,
  );
}

/** Lets somebody rest until a day (`YYYY-MM-DD`, 00:00 in the installation's zone). Ours, so ours to lift. */
export async function restContact(
  actor: Writer,
  contactId: string,
  until: string,
): Promise<{ ok: true } | Impossible<'rest_of_1_to_400_days' | 'contact_unknown'>> {
  const work = () => db().$executeRaw`
    INSERT INTO rests (contact_id, said_by, until, recorded_by_id)
    SELECT ${contactId}::uuid, 'us', ${until}::date::timestamp AT TIME ZONE time_zone, ${actor.userId}::uuid FROM policy`;
  return orImpossible(
    withRetry(work).then(() => ({ ok: true as const })),
    ['rest_of_1_to_400_days', 'contact_unknown'],
  );
}
