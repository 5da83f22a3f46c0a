import 'server-only';
import type { Channel } from '@/generated/prisma/client';
import type { Owner, Writer } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { withRetry } from '@/lib/db/retry';
import { doneUnlessImpossible, type Done } from '@/lib/errors/impossible';
import { record } from '@/lib/events/mutations';
import type { Verdict } from './verdict';

/** For so many minutes the same press, of the same person to the same contact for the same reasons, is one refusal. */
const oneRefusal = 5;

/**
 * Writes down that the law refused a message. The transaction that asked is rolled back by then, and with it
 * everything its trigger could have written. Who presses again within minutes is told again and counted once: twenty
 * presses are one attempt, and the log is to be read by people. The contact's row is locked first, so that two presses
 * at once are one too.
 */
export async function noteRefusal(
  writer: Writer,
  { contactId, channel, verdict }: { contactId: string; channel: Channel; verdict: Verdict },
): Promise<void> {
  const reasons = [...new Set(verdict.reasons.map(({ code }) => code))];
  const codes = { reasons, purpose: verdict.purpose, channel };
  await withRetry(() =>
    db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT FROM contacts WHERE id = ${contactId}::uuid FOR NO KEY UPDATE`;
      const [noted] = await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM events e WHERE e.contact_id = ${contactId}::uuid AND e.actor_id = ${writer.userId}::uuid
          AND e.verb = 'message_refused' AND e.codes -> 'reasons' = ${JSON.stringify(reasons)}::jsonb
          AND e.recorded_at > clock_timestamp() - ${oneRefusal}::int * interval '1 minute' LIMIT 1`;
      if (!noted) await record(tx, writer, 'message_refused', { contactId, codes });
    }),
  );
}

/** Lifts a stop by words of theirs, spoken after it, that ask us to write. The law looks for the words in the message. */
export async function liftOptOut(
  owner: Owner,
  optOutId: string,
  { messageId, words }: { messageId: string; words: string },
): Promise<Done> {
  return asked('SELECT law.lift_opt_out($1, $2, $3, $4)', [optOutId, owner.userId, messageId, words]);
}

/** Ends a rest of ours before its day. */
export async function liftRest(writer: Writer, restId: string): Promise<Done> {
  return asked('SELECT law.lift_rest($1, $2)', [restId, writer.userId]);
}

function asked(sql: string, values: readonly unknown[]): Promise<Done> {
  return doneUnlessImpossible(() => withRetry(() => rows(sql, values)));
}
