import type { By, Heard, Pitch } from '../support/history';
import { HOUR, isHere, isOpen, isOwner, startOfDay, type Facts, type Hearing, type Message } from './facts';
import { conversationPitch } from './purpose';
import { talkWith } from './talk';
import { counts } from './timeline';

const TEN_MINUTES = HOUR / 6;

export function isReply(message: Message | null): message is Message {
  return message !== null && message.direction === 'inbound' && counts(message);
}

export function heard(facts: Facts, reply: Message | null, by: By, said: Heard, id: number): boolean {
  if (!isReply(reply) || !mayHear(facts, reply, by) || !makesSense(facts, reply, said)) return false;
  const scope = said.outcome === 'declined' ? (said.scope ?? 'person') : 'person';
  const hearing: Hearing = {
    id,
    reply,
    by,
    outcome: said.outcome,
    scope,
    pitch: pitchOf(facts, said, scope, reply),
    organization: scope === 'organization' ? organizationOf(facts, reply) : null,
    date: dateOf(facts, said),
    refers: said.refers ?? null,
    recordedAt: facts.now,
    seq: ++facts.seq,
    withdrawn: null,
    lifted: null,
    successors: [],
  };
  reply.hearing = hearing;
  facts.hearings.push(hearing);
  return true;
}

export function makesSense(facts: Facts, reply: Pick<Message, 'who'>, said: Heard): boolean {
  const wide = said.outcome === 'declined' && said.scope === 'organization';
  if (wide && organizationOf(facts, reply) === null) return false;
  if (said.refers === undefined) return true;
  return said.outcome !== 'opted_out' && said.refers !== reply.who && isHere(facts, said.refers);
}

const organizationOf = (facts: Facts, { who }: Pick<Message, 'who'>) =>
  facts.contacts.get(who)?.organization ?? null;

/** Whoever heard it last may hear it anew for ten minutes; afterwards that is an owner's. */
function mayHear(facts: Facts, reply: Message, by: By): boolean {
  const last = reply.hearing;
  if (last === null || isOwner(facts, by)) return isOpen(facts, by);
  return isOpen(facts, by) && last.by === by && facts.now <= last.recordedAt + TEN_MINUTES;
}

/** The conversation's pitch is settled when the no is recorded; later corrections do not move it. */
function pitchOf(facts: Facts, said: Heard, scope: Hearing['scope'], reply: Message): Pitch | null {
  if (scope !== 'this_pitch' && said.outcome !== 'wrong_person') return null;
  return said.pitch ?? conversationPitch(talkWith(facts, reply.who), reply);
}

function dateOf(facts: Facts, said: Heard): number | null {
  if (said.outcome !== 'later' || said.untilHours === undefined) return null;
  return startOfDay(facts.now + said.untilHours * HOUR);
}
