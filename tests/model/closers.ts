import type { Outcome, Pitch, Who } from '../support/history';
import { spokenAfter } from './timeline';
import type { Facts, Hearing, Organization } from './facts';

/** A no, or a stop, that a hearing recorded. */
export type No = {
  hearing: Hearing;
  speaker: Who;
  kind: 'opt_out' | 'person' | 'organization' | 'all_pitches' | 'this_pitch' | 'wrong_person';
  pitch: Pitch | null;
  organization: Organization | null;
};

/** Hearings that are the last of their reply. */
export function countingHearings(facts: Facts): Hearing[] {
  return facts.hearings.filter((hearing) => hearing.reply.hearing === hearing);
}

/** Every no that was recorded and is not undone, lifted or not. */
export function recordedNoes(facts: Facts): No[] {
  return countingHearings(facts).flatMap((hearing) => noesIn(hearing));
}

function noesIn(hearing: Hearing): No[] {
  const no = { hearing, speaker: hearing.reply.who, pitch: hearing.pitch, organization: null };
  if (hearing.outcome === 'opted_out') return [{ ...no, kind: 'opt_out' }];
  if (hearing.outcome === 'wrong_person') return [{ ...no, kind: 'wrong_person' }];
  if (hearing.outcome !== 'declined') return [];
  if (hearing.scope !== 'organization') return [{ ...no, kind: hearing.scope }];
  return [
    { ...no, kind: 'person' },
    { ...no, kind: 'organization', organization: hearing.organization },
  ];
}

/** Whether what the same person said later may act on what they said in `earlier`. */
export function reaches(later: Hearing, earlier: Hearing): boolean {
  return (
    later.reply.who === earlier.reply.who &&
    !later.reply.retracted &&
    later.seq > earlier.seq &&
    spokenAfter(later.reply, earlier.reply)
  );
}

/** The hearing that lifted a closer first, if one did. */
export function lifterOf(facts: Facts, closer: Hearing, by: readonly Outcome[]): Hearing | undefined {
  return countingHearings(facts).find(
    (hearing) => by.includes(hearing.outcome) && restsSomebody(hearing) && reaches(hearing, closer),
  );
}

/** A `later` whose date had come when it was recorded rests nobody, and so lifts nothing. */
function restsSomebody(hearing: Hearing): boolean {
  return hearing.outcome !== 'later' || hearing.date === null || hearing.date > hearing.recordedAt;
}

export function noStands(facts: Facts, no: No): boolean {
  return no.kind === 'opt_out' || lifterOf(facts, no.hearing, ['interested', 'later']) === undefined;
}

/** The noes that close this contact now: their own, and those of the organization they belong to now. */
export function standingNoes(facts: Facts, who: Who): No[] {
  const organization = facts.organizationOf[who];
  return recordedNoes(facts).filter((no) => {
    const closesThem =
      no.kind === 'organization'
        ? organization !== null && no.organization === organization
        : no.speaker === who;
    return closesThem && noStands(facts, no);
  });
}
