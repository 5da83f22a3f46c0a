import type { Organization } from '../support/history';
import {
  countingHearings,
  lifterOf,
  organizationsLifter,
  reaches,
  recordedNoes,
  restsSomebody,
  wordsOf,
} from './closers';
import { DAY, type Facts, type Hearing, type OwnRest, type Person } from './facts';
import type { Talk } from './talk';

const REST_DAYS = 180;

/** A not-now of theirs, until a date they named or for the usual span. */
export type Rest = { hearing: Hearing; named: boolean; until: number };

/** The rest that decides for the person who spoke, whether it still runs or has ended. */
export function restOf(facts: Facts, who: Person): Rest | undefined {
  return deciding(rests(facts).filter((rest) => rest.hearing.reply.who === who));
}

/** Whether somebody else's not-now still rests an organization this contact is written to at. */
export function organizationRests(
  facts: Facts,
  who: Person,
  organizations: readonly Organization[],
): boolean {
  const wide = rests(facts).filter((rest) =>
    organizationsOf(facts, rest).some((one) => one !== null && organizations.includes(one)),
  );
  return [...facts.contacts.keys()].some((speaker) => {
    const rest = deciding(wide.filter((candidate) => candidate.hearing.reply.who === speaker));
    return speaker !== who && rest !== undefined && facts.now < rest.until;
  });
}

/** Rests that count and were neither lifted nor withdrawn. */
function rests(facts: Facts): Rest[] {
  return countingHearings(facts)
    .filter((hearing) => hearing.outcome === 'later' && hearing.withdrawn === null)
    .filter(restsSomebody)
    .filter((hearing) => lifterOf(facts, hearing, ['interested']) === undefined)
    .map((hearing) => ({
      hearing,
      named: hearing.date !== null,
      until: hearing.date ?? hearing.recordedAt + REST_DAYS * DAY,
    }));
}

/** A `later` rests an organization too where it was what lifted that organization's no. */
function organizationsOf(facts: Facts, rest: Rest): (Organization | null)[] {
  return recordedNoes(facts).flatMap((no) => {
    if (no.kind !== 'organization' || no.hearing === null) return [];
    return organizationsLifter(facts, no.hearing) === rest.hearing ? [no.organization] : [];
  });
}

/** A newer named date, spoken after, replaces what stood before; otherwise the longest decides. */
function deciding(candidates: Rest[]): Rest | undefined {
  const kept = candidates.filter(
    (rest) => !candidates.some((newer) => newer.named && reaches(newer.hearing, wordsOf(rest.hearing))),
  );
  return kept.sort((a, b) => b.until - a.until || Number(a.named) - Number(b.named))[0];
}

/** Whether the end of a rest opened one door that we have not walked through yet. */
export function openingWaits(facts: Facts, talk: Talk, rest: Rest): boolean {
  const used = talk.turns.some(
    (message) => message.direction === 'outbound' && message.recordedAt >= rest.until,
  );
  return facts.now >= rest.until && !used;
}

/** A rest of ours: until its date, until lifted, or until they write. */
export function ownRestsInForce(facts: Facts, talk: Talk): OwnRest[] {
  return facts.ownRests.filter(
    (rest) =>
      rest.who === talk.who &&
      rest.lifted === null &&
      facts.now < rest.until &&
      !talk.replies.some((reply) => reply.position.seq > rest.seq),
  );
}
