import type { Mark, Reason } from '../support/history';
import { recordedNoes, countingHearings, restsSomebody } from './closers';
import { isHistory } from './debt';
import { organizationsAt } from './doors';
import type { Facts, Message } from './facts';
import { talkWith, type Talk } from './talk';
import { asOf } from './then';
import { compare, counts, namedBy, standsAfter } from './timeline';
import { verdict } from './verdict';

const counted: readonly Reason[] = ['opted_out', 'suppressed', 'declined', 'wrong_person', 'resting'];

/** A message of ours that did not pass through here, judged at its own time by what was recorded then. */
export function markOf(facts: Facts, message: Message): Mark | null {
  if (message.direction === 'inbound' || message.source === 'composed' || !counts(message)) return null;
  const mailbox = message.source === 'synced' ? facts.users[message.by].mailbox : null;
  const cameLater = mailbox !== null && message.position.moment < mailbox.openedAt;
  if (isHistory(facts, message) || cameLater) return 'history';
  const then = asOf(facts, message);
  const talk = talkWith(then, message.who);
  if (message.source === 'synced' && answersUnheard(facts, then, talk, message)) return 'answered_elsewhere';
  if (wasRefused(facts, then, talk, message)) return 'breach';
  return wasCrossed(facts, then, message) ? 'crossed' : null;
}

function answersUnheard(facts: Facts, then: Facts, talk: Talk, message: Message): boolean {
  const named = namedBy(message);
  if (named === null || !counts(named)) return false;
  const known = namedThen(facts, then, message);
  return known === null || !talk.replies.includes(known) || talk.unheard.includes(known);
}

/** The reply it names as it was known then, if it was: a correction by the row that it corrects. */
function namedThen(facts: Facts, then: Facts, message: Message): Message | null {
  for (let named = namedBy(message); named !== null; named = correctedWith(facts, named)) {
    const known = then.messages.find(({ id }) => id === named?.id);
    if (known !== undefined) return known;
  }
  return null;
}

const correctedWith = (facts: Facts, correction: Message): Message | null =>
  facts.messages.find(({ correctedBy }) => correctedBy === correction) ?? null;

function wasRefused(facts: Facts, then: Facts, talk: Talk, message: Message): boolean {
  const wish = {
    by: message.by,
    channel: message.channel,
    at: message.at,
    pitch: message.pitch,
    names: namedThen(facts, then, message),
    newFact: true,
  };
  const { reasons } = verdict(then, talk, wish, { exception: null, referral: null });
  if (reasons.some((reason) => counted.includes(reason))) return true;
  return reasons.includes('awaiting_reply') && !answerWasOnItsWay(facts, talk, message);
}

/** They had answered before we wrote again; it was only recorded later. */
function answerWasOnItsWay(facts: Facts, then: Talk, message: Message): boolean {
  const last = then.turns.findLast((one) => one.direction === 'outbound');
  return talkWith(facts, message.who).replies.some(
    (reply) =>
      !then.replies.some((known) => known.id === reply.id) &&
      standsAfter(message, reply) &&
      (last === undefined || standsAfter(reply, last)),
  );
}

/** Words that close them had been said before we wrote, and were recorded after. */
function wasCrossed(facts: Facts, then: Facts, message: Message): boolean {
  const named = namedBy(message);
  const known = new Set(recordedWords(then, message).map(({ seq }) => seq));
  return recordedWords(facts, message).some(
    ({ words, seq }) =>
      !known.has(seq) && standsAfter(message, words) && (named === null || compare(named, words) < 0),
  );
}

function recordedWords(facts: Facts, { who, at, channel }: Message): { words: Message; seq: number }[] {
  const organizations = organizationsAt(facts, who, at, channel);
  const noes = recordedNoes(facts).flatMap(({ kind, words, seq, speaker, organization }) => {
    const wide = kind === 'organization' && organization !== null && organizations.includes(organization);
    return words !== null && (speaker === who || wide) ? [{ words, seq }] : [];
  });
  const rests = countingHearings(facts)
    .filter((one) => one.outcome === 'later' && one.withdrawn === null && restsSomebody(one))
    .filter((one) => one.reply.who === who)
    .map((one) => ({ words: one.reply, seq: one.seq }));
  return [...noes, ...rests];
}
