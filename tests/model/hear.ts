import type { By, Pitch, Step } from '../support/history';
import { HOUR, startOfDay, type Facts, type Hearing, type Message } from './facts';
import { conversationPitch } from './purpose';
import { isReply, messageOf } from './speak';
import { talkWith } from './talk';

type Hear = Extract<Step, { do: 'hear' }>;

const TEN_MINUTES = HOUR / 6;

export function heard(facts: Facts, step: Hear): boolean {
  const reply = messageOf(facts, step.message);
  if (!isReply(reply) || !mayHear(facts, reply, step.by)) return false;
  const scope = step.outcome === 'declined' ? (step.scope ?? 'person') : 'person';
  const organization = scope === 'organization' ? facts.organizationOf[reply.who] : null;
  if (scope === 'organization' && organization === null) return false;
  const hearing: Hearing = {
    reply,
    by: step.by,
    outcome: step.outcome,
    scope,
    pitch: pitchOf(facts, step, scope, reply),
    organization,
    date: dateOf(facts, step),
    recordedAt: facts.now,
    seq: ++facts.seq,
  };
  reply.hearing = hearing;
  facts.hearings.push(hearing);
  return true;
}

/** Whoever heard it last may hear it anew for ten minutes; afterwards that is the owner's. */
function mayHear(facts: Facts, reply: Message, by: By): boolean {
  const last = reply.hearing;
  if (last === null || by === 'owner') return true;
  return last.by === by && facts.now <= last.recordedAt + TEN_MINUTES;
}

/** The conversation's pitch is settled when the no is recorded; later corrections do not move it. */
function pitchOf(facts: Facts, step: Hear, scope: Hearing['scope'], reply: Message): Pitch | null {
  if (scope !== 'this_pitch' && step.outcome !== 'wrong_person') return null;
  return step.pitch ?? conversationPitch(talkWith(facts, reply.who), reply);
}

function dateOf(facts: Facts, step: Hear): number | null {
  if (step.outcome !== 'later' || step.untilHours === undefined) return null;
  return startOfDay(facts.now + step.untilHours * HOUR);
}
