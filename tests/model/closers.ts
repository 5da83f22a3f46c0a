import type { Organization, Outcome, Pitch } from '../support/history';
import { spokenAfter } from './timeline';
import type { Facts, Hearing, Message, Person, Stop } from './facts';

/** A no, or a stop, that was recorded. */
export type No = {
  kind: 'opt_out' | 'person' | 'organization' | 'all_pitches' | 'this_pitch' | 'wrong_person';
  speaker: Person;
  /** What they said it with, unless somebody recorded it by hand. */
  words: Message | null;
  /** A complaint or a stop by hand has none. */
  hearing: Hearing | null;
  recordedAt: number;
  seq: number;
  pitch: Pitch | null;
  organization: Organization | null;
  lifted: boolean;
};

/** Hearings that are the last of their reply. */
export function countingHearings(facts: Facts): Hearing[] {
  return facts.hearings.filter((hearing) => hearing.reply.hearing === hearing);
}

/** Every no that was recorded and is not undone, lifted or not. */
export function recordedNoes(facts: Facts): No[] {
  return [...countingHearings(facts).flatMap(noesIn), ...facts.stops.map(stopped)];
}

function stopped(stop: Stop): No {
  return {
    kind: 'opt_out',
    speaker: stop.who,
    words: stop.words,
    hearing: null,
    recordedAt: stop.recorded.at,
    seq: stop.recorded.seq,
    pitch: null,
    organization: null,
    lifted: stop.lifted !== null,
  };
}

function noesIn(hearing: Hearing): No[] {
  const { reply, recordedAt, seq, pitch } = hearing;
  const lifted = hearing.lifted !== null;
  const no = {
    hearing,
    speaker: reply.who,
    words: reply,
    recordedAt,
    seq,
    pitch,
    organization: null,
    lifted,
  };
  if (hearing.withdrawn !== null) return [];
  if (hearing.outcome === 'opted_out') return [{ ...no, kind: 'opt_out' }];
  if (hearing.outcome === 'wrong_person') return [{ ...no, kind: 'wrong_person' }];
  if (hearing.outcome !== 'declined') return [];
  if (hearing.scope !== 'organization') return [{ ...no, kind: hearing.scope }];
  return [
    { ...no, kind: 'person' },
    { ...no, kind: 'organization', organization: hearing.organization },
  ];
}

/** What something was said with; recorded by hand, it has only the moment of its recording. */
export type Said = { words: Message | null; seq: number };

export const wordsOf = (hearing: Hearing): Said => ({ words: hearing.reply, seq: hearing.seq });

export function spokenSince(reply: Message, earlier: Said): boolean {
  if (earlier.words === null) return reply.position.seq > earlier.seq;
  return spokenAfter(reply, earlier.words);
}

/** Whether this hearing may act on what its speaker said in `earlier`. */
export function reaches(later: Hearing, earlier: Said): boolean {
  return later.reply.retracted === null && later.seq > earlier.seq && spokenSince(later.reply, earlier);
}

/** The hearing of the same person that lifted a closer first, if one did. */
export function lifterOf(facts: Facts, closer: Hearing, by: readonly Outcome[]): Hearing | undefined {
  return countingHearings(facts).find(
    (hearing) =>
      hearing.reply.who === closer.reply.who &&
      by.includes(hearing.outcome) &&
      restsSomebody(hearing) &&
      reaches(hearing, wordsOf(closer)),
  );
}

/** The same for a whole organization, for which a successor may speak: interest of theirs lifts too. */
export function organizationsLifter(facts: Facts, closer: Hearing): Hearing | undefined {
  const successor = closer.successors.at(-1)?.who;
  const successors = countingHearings(facts).find(
    (hearing) =>
      hearing.reply.who === successor &&
      hearing.outcome === 'interested' &&
      reaches(hearing, wordsOf(closer)),
  );
  const own = lifterOf(facts, closer, ['interested', 'later']);
  if (own === undefined || successors === undefined) return own ?? successors;
  return own.seq < successors.seq ? own : successors;
}

/** A `later` whose date had come when it was recorded rests nobody, and so lifts nothing. */
export function restsSomebody(hearing: Hearing): boolean {
  return hearing.outcome !== 'later' || hearing.date === null || hearing.date > hearing.recordedAt;
}

export function noStands(facts: Facts, no: No): boolean {
  if (no.hearing === null || no.kind === 'opt_out') return !no.lifted;
  if (no.kind === 'organization') return organizationsLifter(facts, no.hearing) === undefined;
  return lifterOf(facts, no.hearing, ['interested', 'later']) === undefined;
}

/** The noes that close this contact now: their own, and those of the organizations they are written to at. */
export function standingNoes(facts: Facts, who: Person, organizations: readonly Organization[]): No[] {
  return recordedNoes(facts).filter((no) => {
    const closesThem =
      no.kind === 'organization'
        ? no.organization !== null && organizations.includes(no.organization)
        : no.speaker === who;
    return closesThem && noStands(facts, no);
  });
}
