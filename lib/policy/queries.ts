import 'server-only';
import { cache } from 'react';
import { systemClock } from '@/lib/clock/clock';
import { db } from '@/lib/db/client';
import { pool, rows, type Queryable } from '@/lib/db/pool';
import { EarshotError } from '@/lib/errors/earshot-error';
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

/** The policy as it stands inside a transaction of plain SQL. */
export async function policyOn(on: Queryable): Promise<Policy> {
  const [policy] = await rows<Policy>(
    `SELECT time_zone AS "timeZone", follow_ups_never_answered AS "followUpsNeverAnswered",
      follow_ups_in_conversation AS "followUpsInConversation", invitation_needed AS "invitationNeeded"
    FROM policy WHERE id = 1`,
    [],
    on,
  );
  if (!policy) throw new EarshotError('law_not_whole');
  return policy;
}

/**
 * The law counts its days in PostgreSQL, which knows fewer names of zones than browsers do.
 * @throws EarshotError `invalid_input`, `problems: ['zone_unknown']`
 */
export async function requireZone(zone: string, on: Queryable = pool()): Promise<void> {
  const [known] = await rows('SELECT FROM pg_timezone_names WHERE name = $1', [zone], on);
  if (!known) throw new EarshotError('invalid_input', { problems: ['zone_unknown'] });
}

/** How moments are read here and now: in the installation's zone, from the clock. */
export async function readingNow(language: Language): Promise<Reading> {
  return { language, zone: (await currentPolicy()).timeZone, now: systemClock.now() };
}
