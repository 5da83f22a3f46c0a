import type { By } from '../support/history';
import { DAY, isHere, type Facts, type HandOver, type Message } from './facts';
import { talkWith, type Talk } from './talk';
import { endingInForce } from './turn';

const HOLDING_DAYS = 30;

/** Who of us talked with them last, and still has an account, until the conversation is done. */
export function lastTalker(facts: Facts, talk: Talk): By | null {
  const given = facts.handOvers.findLast((row) => row.who === talk.who);
  const spoke = talk.turns.findLast((message) => isTalk(message) && !comesBefore(message, given));
  const by = spoke?.by ?? given?.to;
  const since = spoke?.position.seq ?? given?.recorded.seq ?? 0;
  if (by === undefined || !facts.users[by].open || endingInForce(facts, talk) !== undefined) return null;
  return facts.endings.some((ending) => ending.who === talk.who && ending.seq > since) ? null : by;
}

/** A message of ours, or what was said on the telephone or in person to whoever logged it. */
function isTalk({ direction, channel, source }: Message): boolean {
  if (direction === 'outbound') return true;
  return source === 'logged' && (channel === 'phone' || channel === 'in_person');
}

function comesBefore(message: Message, given: HandOver | undefined): boolean {
  if (given === undefined) return false;
  return message.position.seq < given.recorded.seq || message.position.moment < given.recorded.at;
}

/** The colleague in conversation: who talked last, as long as there was a turn within thirty days. */
export function holder(facts: Facts, talk: Talk): By | null {
  const by = lastTalker(facts, talk);
  if (by === null) return null;
  const turns = talk.turns.map((message) => message.recordedAt);
  const given = facts.handOvers.flatMap((row) => (row.who === talk.who ? [row.recorded.at] : []));
  return facts.now < Math.max(...turns, ...given) + HOLDING_DAYS * DAY ? by : null;
}

/** Every conversation in which this user talked last. */
export function talksOf(facts: Facts, by: By): Talk[] {
  return [...facts.contacts.keys()]
    .filter((who) => isHere(facts, who))
    .map((who) => talkWith(facts, who))
    .filter((talk) => lastTalker(facts, talk) === by);
}
