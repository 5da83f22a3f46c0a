import 'server-only';
import type { Channel } from '@/generated/prisma/client';
import type { Owner, Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { withRetry } from '@/lib/db/retry';
import { doneUnlessImpossible, type Done } from '@/lib/errors/impossible';

/** Closes one handle (normalized, lib/contacts), whoever it belongs to now or later. The law writes the event. */
export async function suppressAddress(
  writer: Writer,
  { channel, handle }: { channel: Channel; handle: string },
  reason: string,
): Promise<Done> {
  return asked(`SELECT law.suppress_address($1, $2, 'by_hand', $3, $4)`, [
    channel,
    handle,
    writer.userId,
    reason,
  ]);
}

/** Closes a domain (lower case, A-labels) and everything under it. */
export async function suppressDomain(writer: Writer, domain: string, reason: string): Promise<Done> {
  return asked(`SELECT law.suppress_domain($1, 'by_hand', $2, $3)`, [domain, writer.userId, reason]);
}

/** Opens a suppressed address or domain again. The law writes the event, with the reason. */
export async function liftSuppression(owner: Owner, suppressionId: string, reason: string): Promise<Done> {
  return asked('SELECT law.lift_suppression($1, $2, $3)', [suppressionId, owner.userId, reason]);
}

function asked(sql: string, values: readonly unknown[]): Promise<Done> {
  return doneUnlessImpossible(() => withRetry(() => rows(sql, values)));
}
