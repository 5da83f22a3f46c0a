import 'server-only';
import type { Channel, Direction } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { nameOfWriter } from '@/lib/threads/mails/other-writer';
import { otherWritersOf } from '@/lib/threads/mails/queries';
import { EarshotError } from '@/lib/errors/earshot-error';
import { quoteOf, type Explained, type ExplainedReason } from './explained';
import { cameBackAt, doorsOf, repliesOf, thanksOf } from './facts/queries';
import { nothingCarried, type Carried } from './lifting/carried';
import { exceptionFor, referralTo } from './lifting/queries';
import { doorAsked, naturalAnswer, thanksAsked, type ContactStanding } from './standing';
import { verdictSchema, type Reason, type Verdict } from './verdict';

/** A message that somebody thinks of sending. */
export interface Question {
  readonly contactId: string;
  readonly channel: Channel;
  /** Null where only the channel is asked about. */
  readonly addressId: string | null;
  readonly pitchId: string | null;
  readonly answersId: string | null;
  readonly newFact: boolean;
  /** What it would carry. */
  readonly referralId?: string | null;
  readonly exceptionId?: string | null;
}

/**
 * May the actor send this? The same function of the database answers that decides when it is sent.
 * @throws P0G02 `contact_unknown`, `answers_no_reply` (lib/gate/refusal.ts)
 */
export async function verdictOn(actor: Actor, question: Question): Promise<Verdict> {
  const { contactId, channel, addressId, pitchId, answersId, newFact } = question;
  const { referralId = null, exceptionId = null } = question;
  const [answer] = await rows<{ verdict: unknown }>(
    'SELECT law.verdict($1, $2, $3, $4, $5, $6, $7, NULL, $8, $9) AS verdict',
    [contactId, actor.userId, channel, addressId, pitchId, answersId, newFact, referralId, exceptionId],
  );
  return verdictSchema.parse(answer?.verdict);
}

/**
 * The verdict on a message that carries what opens it: an opening or a follow-up a referral as soon as one is there, any
 * message an exception, but only where the law refuses without it, since what is carried is used.
 */
export async function decidedOn(
  actor: Actor,
  question: Question,
): Promise<{ verdict: Verdict; carried: Carried }> {
  const bare = await verdictOn(actor, question);
  const { contactId } = question;
  const [referral, exception] = await Promise.all([
    bare.purpose === 'opening' || bare.purpose === 'follow_up' ? referralTo(actor, contactId) : null,
    bare.allowed ? null : exceptionFor(actor, contactId),
  ]);
  const ways = [
    { referral, exception: null },
    { referral: null, exception },
    ...(referral && exception ? [{ referral, exception }] : []),
  ];
  const bareAnswer = { verdict: bare, carried: nothingCarried };
  let nearest = bareAnswer;
  for (const carried of ways.filter((way) => way.referral ?? way.exception)) {
    const ids = { referralId: carried.referral?.id ?? null, exceptionId: carried.exception?.id ?? null };
    const verdict = await verdictOn(actor, { ...question, ...ids });
    const answer = { verdict, carried };
    if (verdict.allowed && isUsable(verdict)) return answer;
    // What is lifted may leave something that can be done at once, such as to look.
    if (liftsSome(bare, verdict) && nearest === bareAnswer) nearest = answer;
  }
  return nearest;
}

const isUsable = ({ warnings }: Verdict) => !warnings.some(({ code }) => code === 'not_usable');
const liftsSome = (before: Verdict, after: Verdict) =>
  before.reasons.some(({ code }) => !after.reasons.some((still) => still.code === code));

/** Loads what the sentences of a verdict need: words, days and names, as they stand now. */
export async function explain(
  actor: Actor,
  contactId: string,
  verdict: Verdict,
  { addressId = null, answersId = null }: { addressId?: string | null; answersId?: string | null } = {},
): Promise<Explained> {
  const contact = await db().contact.findUnique({
    where: { id: contactId },
    select: { name: true, givenName: true },
  });
  if (!contact) throw new EarshotError('not_found', { noun: 'contact' });
  const closed = verdict.reasons.flatMap(({ code, id }) => (code === 'suppressed' && id ? [id] : []));
  const [behind, thanked, cameBack] = await Promise.all([
    knownBehind(actor, verdict.reasons, addressId),
    answersId && !verdict.allowed ? thanksOf(actor, answersId) : null,
    cameBackAt(actor, contactId, closed),
  ]);
  const known = { ...behind, cameBack };
  return {
    contactId,
    name: contact.givenName ?? contact.name,
    fullName: contact.name,
    verdict,
    reasons: verdict.reasons.map((reason) => explained(reason, contactId, known)),
    thanked,
  };
}

/** The same for a handle that belongs to nobody here; `somebody` is what to call whoever is behind it. */
export async function explainStranger(
  actor: Actor,
  { somebody, typed }: { somebody: string; typed: string },
  verdict: Verdict,
): Promise<Explained> {
  const known = { ...(await knownBehind(actor, verdict.reasons, null)), address: typed, cameBack: new Map() };
  const reasons = verdict.reasons.map((reason) => explained(reason, null, known));
  return { contactId: '', name: somebody, fullName: typed, verdict, reasons, thanked: null };
}

type Known = Awaited<ReturnType<typeof knownBehind>> & { readonly cameBack: ReadonlyMap<string, Date> };

function explained(reason: Reason, contactId: string | null, known: Known): ExplainedReason {
  const message = reason.message_id ? known.messages.get(reason.message_id) : undefined;
  const theirs = message?.direction === 'inbound' ? message : null;
  const by = reason.contact_id && reason.contact_id !== contactId ? reason.contact_id : null;
  return {
    reason,
    quote: quoteOf(reason.id ? (known.words.get(reason.id) ?? null) : null, theirs),
    saidAt: message?.occurredAt ?? known.cameBack.get(reason.id ?? '') ?? null,
    speaker: by ? (known.names.get(by) ?? null) : null,
    writtenBy: theirs ? (known.writers.get(theirs.id) ?? null) : null,
    answersId: message?.answersId ?? null,
    organization: reason.organization_id ? (known.names.get(reason.organization_id) ?? null) : null,
    pitch: reason.pitch_id ? (known.names.get(reason.pitch_id) ?? null) : null,
    colleague: reason.user_id ? (known.names.get(reason.user_id) ?? null) : null,
    address: reason.code === 'suppressed' || reason.code === 'not_their_address' ? known.address : null,
  };
}

async function knownBehind(actor: Actor, reasons: readonly Reason[], addressId: string | null) {
  const named = (pick: (reason: Reason) => string | null | undefined) => ({
    id: { in: [...new Set(reasons.flatMap((reason) => pick(reason) ?? []))] },
  });
  const idAndName = { id: true, name: true } as const;
  const idAndWords = { id: true, words: true } as const;
  const closer = named(({ id }) => id);
  const [messages, words, names, address] = await Promise.all([
    db().message.findMany({
      where: named(({ message_id }) => message_id),
      select: {
        ...{ id: true, direction: true, body: true, channel: true, occurredAt: true, answersId: true },
        reply: { select: { language: true } },
      },
    }),
    Promise.all([
      db().decline.findMany({ where: closer, select: idAndWords }),
      db().optOut.findMany({ where: closer, select: idAndWords }),
      db().rest.findMany({ where: closer, select: idAndWords }),
    ]),
    Promise.all([
      db().contact.findMany({ where: named(({ contact_id }) => contact_id), select: idAndName }),
      db().organization.findMany({
        where: named(({ organization_id }) => organization_id),
        select: idAndName,
      }),
      db().pitch.findMany({ where: named(({ pitch_id }) => pitch_id), select: idAndName }),
      db().user.findMany({ where: named(({ user_id }) => user_id), select: idAndName }),
    ]),
    addressId ? db().address.findUnique({ where: { id: addressId }, select: { typed: true } }) : null,
  ]);
  return {
    messages: new Map(
      messages.map(({ reply, ...rest }) => [rest.id, { ...rest, language: reply?.language ?? null }]),
    ),
    words: new Map(words.flat().map(({ id, words: said }) => [id, said])),
    names: new Map(names.flat().map(({ id, name }) => [id, name])),
    address: address?.typed ?? null,
    writers: await namesOfWriters(actor, messages),
  };
}

/** What to call those who wrote these messages of theirs from addresses of others. */
async function namesOfWriters(
  actor: Actor,
  messages: readonly { readonly id: string; readonly direction: Direction; readonly channel: Channel }[],
): Promise<Map<string, string>> {
  const mails = messages.filter((one) => one.direction === 'inbound' && one.channel === 'email');
  const writers = await otherWritersOf(
    actor,
    mails.map(({ id }) => id),
  );
  return new Map([...writers].map(([id, writer]) => [id, nameOfWriter(writer)]));
}

/**
 * Where things stand with a contact: the verdict on the most natural message, the thanks if one is free, the
 * addresses. Asked for the address it would naturally go to, unless one is named.
 */
export async function standingOf(
  actor: Actor,
  contactId: string,
  door: Pick<Question, 'channel' | 'addressId'> | null = null,
): Promise<ContactStanding> {
  const [standing, replies, doors] = await Promise.all([
    db().standing.findUnique({
      where: { contactId },
      select: {
        ...{ turn: true, everWritten: true, owed: true, owedMessageId: true },
        ...{ restsUntil: true, restSaidBy: true, closedBy: true, promisedUntil: true },
      },
    }),
    repliesOf(actor, contactId),
    doorsOf(actor, contactId),
  ]);
  if (!standing) throw new EarshotError('not_found', { noun: 'contact' });
  const { turn, everWritten, owed, owedMessageId, restsUntil, restSaidBy, closedBy } = standing;
  const promise = standing.promisedUntil;
  const answers = naturalAnswer(replies, { turn, owedMessageId });
  const rest = { pitchId: null, answersId: answers?.id ?? null, newFact: false };
  const asked = { contactId, ...(door ?? doorAsked(doors)), ...rest };
  const { verdict, carried } = await decidedOn(actor, asked);
  const explanation = await explain(actor, contactId, verdict, asked);
  const thankFor = await freeThanks(actor, asked, thanksAsked(replies)?.id ?? null);
  const ourRest = restSaidBy === 'us' && restsUntil && restsUntil > verdict.at ? restsUntil : null;
  const isClosed = closedBy !== null;
  const writers = answers ? await namesOfWriters(actor, [{ ...answers, direction: 'inbound' }]) : null;
  const promisedUntil = promise && promise > verdict.at ? promise : null;
  return {
    explained: explanation,
    turn,
    everWritten,
    owed,
    isClosed,
    answers: answers && { ...answers, writtenBy: writers?.get(answers.id) ?? null },
    ourRest,
    thankFor,
    doors,
    carried,
    promisedUntil,
  };
}

async function freeThanks(actor: Actor, asked: Question, messageId: string | null): Promise<string | null> {
  if (!messageId) return null;
  const { allowed, purpose } = await verdictOn(actor, { ...asked, answersId: messageId });
  return allowed && purpose === 'thanks' ? messageId : null;
}
