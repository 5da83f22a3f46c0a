import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { contactSchema } from '@/lib/contacts/contact-form';
import { createContact } from '@/lib/contacts/mutations';
import { db, type Db } from '@/lib/db/client';
import { withRetry } from '@/lib/db/retry';
import { isoDay } from '@/lib/language/moments';
import { guessAnswered, type Answerable } from '@/lib/threads/guess';
import { orImpossible, type Impossible } from '@/lib/threads/impossible';
import { kindOf } from '@/lib/threads/log';
import { recordMessage, unloggable, type Unloggable } from '@/lib/threads/mutations';
import { orderedPlaces, type OrderedPlace } from '@/lib/threads/pasted/day-places';
import { keptAlready } from '@/lib/threads/pasted/known';
import { answerableOf } from '@/lib/threads/queries';
import { instantOf, placeInTime } from '@/lib/threads/when';
import { recordHearing, unheard, type Unheard } from '../mutations';
import { guessDoor, nothingKnown, type Newcomer } from '../newcomer';
import { keptAround } from './queries';
import type { ExchangeTurn } from './told';

export interface ExchangeLogged {
  readonly ok: true;
  /** The rows written, oldest first; empty when all of it was here. */
  readonly messageIds: readonly string[];
  /** How many turns were here already. */
  readonly here: number;
  /** What the law would have refused, by the row. */
  readonly refused: readonly { readonly messageId: string; readonly codes: readonly string[] }[];
}

export type ExchangeUnloggable = Unloggable | Unheard;

/**
 * Logs a whole exchange, oldest first, in one transaction: all of it or nothing. What is here already is not written
 * again, so sending it twice, even at once, is the same as once. A message of ours answers what they said last before it.
 */
export async function logExchange(
  actor: Writer,
  contactId: string,
  turns: readonly ExchangeTurn[],
): Promise<ExchangeLogged | Impossible<ExchangeUnloggable>> {
  const places = await placesOf(actor, turns);
  if (typeof places === 'string') return { ok: false, reason: places };
  const replies = await answerableOf(actor, contactId);
  const waiting = replies.find(({ id }) => id === guessAnswered(replies)) ?? null;
  const work = () =>
    db().$transaction((tx) => recorded(tx, actor, contactId, { turns, places, waiting }), {
      timeout: 120_000,
      maxWait: 20_000,
    });
  return orImpossible(withRetry(work), [...unloggable, ...unheard]);
}

async function recorded(
  tx: Db,
  actor: Writer,
  contactId: string,
  {
    turns,
    places,
    waiting,
  }: {
    turns: readonly ExchangeTurn[];
    places: readonly OrderedPlace[];
    waiting: Pick<Answerable, 'id' | 'moment'> | null;
  },
): Promise<ExchangeLogged> {
  // Two of the same must not both look before either has written.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${contactId}, 20261122))`;
  const moments = places.map(({ occurredAt }) => occurredAt);
  const asSaid = turns.map(({ log: { direction, body } }, at) => ({
    ...{
      direction,
      body,
      occurredAt: places[at]?.occurredAt ?? new Date(0),
      dayOnly: places[at]?.dayOnly ?? true,
    },
  }));
  const kept = keptAlready(asSaid, await keptAround(actor, contactId, moments, tx));
  const messageIds: string[] = [];
  const refused: { messageId: string; codes: readonly string[] }[] = [];
  // What a message of ours answers: what they said last in here; at first, what waits for an answer.
  let answers: string | null = null;
  let spoken = false;
  for (const [at, { log, hearing }] of turns.entries()) {
    const place = places[at];
    const human = kindOf[log.kind] === 'human';
    const known = kept[at]?.id;
    let id = known;
    if (!known && place) {
      const owed = !spoken && waiting && waiting.moment <= place.occurredAt ? waiting.id : null;
      const answersId = human && log.direction === 'outbound' ? (answers ?? owed) : null;
      const logged = await recordMessage(tx, actor, { ...log, answersId }, place);
      id = logged.messageId;
      messageIds.push(id);
      if (logged.wouldRefuse.length > 0) refused.push({ messageId: id, codes: logged.wouldRefuse });
      if (hearing) await recordHearing(tx, actor, { contactId, messageId: id }, { ...hearing, named: null });
    }
    if (!human) continue;
    answers = log.direction === 'inbound' ? (id ?? null) : null;
    spoken = true;
  }
  return { ok: true, messageIds, here: turns.length - messageIds.length, refused };
}

async function placesOf(
  actor: Writer,
  turns: readonly ExchangeTurn[],
): Promise<OrderedPlace[] | 'no_such_day' | 'occurred_in_the_future'> {
  const { timeZone } = await db().policy.findUniqueOrThrow({ where: { id: 1 }, select: { timeZone: true } });
  const at = { zone: actor.timeZone, installationZone: timeZone, now: systemClock.now() };
  const places = [];
  for (const { log } of turns) {
    const place = placeInTime(log, at);
    if (typeof place === 'string') return place;
    places.push(place);
  }
  return orderedPlaces(
    places,
    ({ occurredAt }) => instantOf(isoDay(occurredAt, timeZone), '00:00', timeZone) ?? occurredAt,
  );
}

/** Keeps somebody new with as little as there is; says why not where the address stands in the way. */
export async function keepNewcomer(actor: Writer, { address, ...known }: Newcomer) {
  const typed = address === '' ? [] : [{ channel: guessDoor(address), typed: address }];
  return createContact(actor, contactSchema.parse({ ...nothingKnown, ...known }), typed, { share: false });
}
