import type { By, Channel } from '../support/history';
import { DAY, HOUR, type Facts } from './facts';
import type { Wish } from './purpose';
import type { Talk } from './talk';
import { standsAfter } from './timeline';

/** Where the answer to a message of ours would arrive. */
type Route = { author: By; channel: Channel };

/** Whether an answer may lie where nobody, or not the writer, has looked. Strangers owe no answer. */
export function isDeaf(facts: Facts, talk: Talk, wish: Wish): boolean {
  if (talk.ours.length === 0) return false;
  const lastReply = talk.replies.at(-1);
  const waiting = talk.ours.filter((message) => lastReply === undefined || standsAfter(message, lastReply));
  const routes = [
    ...waiting.map(({ by, channel }) => ({ author: by, channel })),
    { author: wish.by, channel: wish.channel },
  ];
  return routes.some((route) => !isListenedTo(facts, route, wish.by));
}

function isListenedTo(facts: Facts, { author, channel }: Route, writer: By): boolean {
  const { mailbox, open } = facts.users[author];
  if (channel === 'in_person') return true;
  if (channel === 'email' && mailbox !== null && open) {
    return mailbox.readAt !== null && facts.now < mailbox.readAt + HOUR;
  }
  return facts.looks.some(
    (look) => look.by === writer && look.channel === channel && facts.now < look.at + DAY,
  );
}
