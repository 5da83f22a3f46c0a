import type { Who } from '../support/history';
import { countingHearings, lifterOf, reaches, recordedNoes } from './closers';
import { DAY, type Facts, type Hearing, type Organization, type OwnRest } from './facts';
import type { Talk } from './talk';

const REST_DAYS = 180;

/** A not-now of theirs, until a date they named or for the usual span. */
export type Rest = { hearing: Hearing; named: boolean; until: number };

/** The rest that decides for the person who spoke, whether it still runs or has ended. */
export function restOf(facts: Facts, who: Who): Rest | undefined {
  return deciding(rests(facts).filter((rest) => rest.hearing.reply.who === who));
}

/** Whether somebody else's not-now still rests the organization this contact belongs to. */
export function organizationRests(facts: Facts, who: Who): boolean {
  const organization = facts.organizationOf[who];
  if (organization === null) return false;
  const wide = rests(facts).filter((rest) => organizationsOf(facts, rest).includes(organization));
  return ([0, 1, 2] as const).some((speaker) => {
    const rest = deciding(wide.filter((candidate) => candidate.hearing.reply.who === speaker));
    return speaker !== who && rest !== undefined && facts.now < rest.until;
  });
}

/** Rests that count and were not lifted. A date that had come when it was recorded rests nobody. */
function rests(facts: Facts): Rest[] {
  return countingHearings(facts)
    .filter((hearing) => hearing.outcome === 'later')
    .map((hearing) => ({
      hearing,
      named: hearing.date !== null,
      until: hearing.date ?? hearing.recordedAt + REST_DAYS * DAY,
    }))
    .filter((rest) => rest.until > rest.hearing.recordedAt)
    .filter((rest) => lifterOf(facts, rest.hearing, ['interested']) === undefined);
}

/** A `later` rests an organization too where it was what lifted that organization's no. */
function organizationsOf(facts: Facts, rest: Rest): (Organization | null)[] {
  return recordedNoes(facts)
    .filter((no) => no.kind === 'organization')
    .filter((no) => lifterOf(facts, no.hearing, ['interested', 'later']) === rest.hearing)
    .map((no) => no.organization);
}

/** A newer named date, spoken after, replaces what stood before; otherwise the longest decides. */
function deciding(candidates: Rest[]): Rest | undefined {
  const kept = candidates.filter(
    (rest) => !candidates.some((newer) => newer.named && reaches(newer.hearing, rest.hearing)),
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
      !rest.lifted &&
      facts.now < rest.until &&
      !talk.replies.some((reply) => reply.position.seq > rest.seq),
  );
}
