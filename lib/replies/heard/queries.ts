import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';

export type HearingBefore = Awaited<ReturnType<typeof hearingsOf>>[number];

/** How a reply was heard, the last time first. */
export async function hearingsOf(_actor: Actor, messageId: string, most: number) {
  return db().hearing.findMany({
    where: { messageId },
    orderBy: { recordedSeq: 'desc' },
    take: most,
    select: {
      ...{ contactId: true, outcome: true, scope: true, pitchId: true, until: true, words: true },
      ...{ whatWeHeard: true, heardById: true, recordedAt: true },
      referrals: { take: 1, select: { named: true, contactId: true } },
    },
  });
}

/** How a reply was heard last, by whom, until when that lets them rest, and whom they named; null when nobody has heard it. */
export async function lastHearingOf(_actor: Actor, messageId: string) {
  const found = await db().hearing.findFirst({
    where: { messageId },
    orderBy: { recordedSeq: 'desc' },
    select: {
      outcome: true,
      heardById: true,
      recordedAt: true,
      until: true,
      rests: { select: { until: true }, take: 1 },
      referrals: {
        where: { contactId: { not: null } },
        select: { contact: { select: { id: true, name: true, givenName: true } } },
        take: 1,
      },
      contact: { select: { id: true, name: true, givenName: true, standing: { select: { owed: true } } } },
    },
  });
  if (!found) return null;
  const { contact, rests, referrals, ...hearing } = found;
  const isOwed = (contact.standing?.owed ?? 0) > 0;
  const named = referrals[0]?.contact ?? null;
  return {
    ...{ ...hearing, contactId: contact.id, name: called(contact), isOwed },
    restsUntil: rests[0]?.until ?? null,
    named: named && { id: named.id, name: called(named) },
  };
}

const called = ({ name, givenName }: { readonly name: string; readonly givenName: string | null }) =>
  givenName ?? name;
