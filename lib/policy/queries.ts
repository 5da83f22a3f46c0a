import 'server-only';
import { cache } from 'react';
import { systemClock } from '@/lib/clock/clock';
import { db } from '@/lib/db/client';
import type { Language } from '@/lib/language/language';
import type { Reading } from '@/lib/language/moments';
import type { Policy } from './policy';

export const policyColumns = {
  ...{ timeZone: true, followUpsNeverAnswered: true, followUpsInConversation: true },
  invitationNeeded: true,
} as const;

/** The one row of policy. Read once a request. */
export const currentPolicy = cache(async (): Promise<Policy> => {
  return db().policy.findUniqueOrThrow({
    where: { id: 1 },
    select: policyColumns,
  });
});

/** How moments are read here and now: in the installation's zone, from the clock. */
export async function readingNow(language: Language): Promise<Reading> {
  return { language, zone: (await currentPolicy()).timeZone, now: systemClock.now() };
}
