import 'server-only';
import { inTransaction, type PoolClient, rows } from '@/lib/db/pool';
import { withRetry } from '@/lib/db/retry';
import { asMailFault } from '@/lib/mail/fault';
import { failed, works } from '@/lib/mailboxes/mutations';

/** The right to read one mailbox for a while: one worker at a time, and nothing is kept without it. */
export interface Lease {
  readonly mailboxId: string;
  /** The worker that holds it. */
  readonly holder: string;
}

/** Somebody else reads this mailbox now, or nobody may. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** Seconds for which a lease holds unless it is renewed. */
export const leaseSeconds = 30;

/** Takes a mailbox that nobody reads, the longest neglected first; null when there is none. */
export async function claim(holder: string): Promise<Lease | null> {
  const [claimed] = await rows<{ mailboxId: string }>(
    `UPDATE mailboxes SET lease_holder = $1, leased_until = law.clock() + make_interval(secs => $2)
    WHERE id = (SELECT b.id FROM mailboxes b JOIN users u ON u.id = b.user_id
      WHERE b.closed_at IS NULL AND u.closed_at IS NULL AND b.state <> 'paused' AND b.secret IS NOT NULL
        AND (b.leased_until IS NULL OR b.leased_until <= law.clock() OR b.leased_until > law.clock() + interval '1 hour')
      ORDER BY b.read_to_end_at NULLS FIRST, b.id LIMIT 1 FOR UPDATE OF b SKIP LOCKED)
    RETURNING id AS "mailboxId"`,
    [holder, leaseSeconds],
  );
  return claimed ? { ...claimed, holder } : null;
}

/** Holds it for another while. @throws LeaseLost */
export async function renew({ mailboxId, holder }: Lease): Promise<void> {
  const renewed = await rows(
    `UPDATE mailboxes SET leased_until = law.clock() + make_interval(secs => $3)
    WHERE id = $1 AND lease_holder = $2 AND leased_until > law.clock() AND closed_at IS NULL AND state <> 'paused' RETURNING id`,
    [mailboxId, holder, leaseSeconds],
  );
  if (renewed.length === 0) throw new LeaseLost();
}

/** Gives it back, for anybody to take after so many seconds. */
export async function release({ mailboxId, holder }: Lease, seconds = 0): Promise<void> {
  await rows(
    `UPDATE mailboxes SET lease_holder = CASE WHEN $3::float8 > 0 THEN lease_holder END,
      leased_until = CASE WHEN $3::float8 > 0 THEN law.clock() + make_interval(secs => $3) END WHERE id = $1 AND lease_holder = $2`,
    [mailboxId, holder, seconds],
  );
}

/**
 * Does work in one transaction that counts only while the lease holds: it is asked under a lock that keeps everybody
 * else from taking it until the work is committed.
 * @throws LeaseLost
 */
export async function holding<T>(lease: Lease, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return withRetry(() =>
    inTransaction(async (client) => {
      const held = await client.query(
        `SELECT FROM mailboxes WHERE id = $1 AND lease_holder = $2 AND leased_until > law.clock() AND closed_at IS NULL
          AND state <> 'paused' FOR NO KEY UPDATE`,
        [lease.mailboxId, lease.holder],
      );
      if (held.rowCount === 0) throw new LeaseLost();
      return work(client);
    }),
  );
}

/** Notes that a mailbox cannot be read; answers for how many seconds that has been so. */
export async function noteFault({ mailboxId }: Lease, fault: string): Promise<number> {
  await failed(mailboxId, asMailFault(fault));
  const [noted] = await rows<{ seconds: number }>(
    `SELECT extract(epoch FROM law.clock() - b.failing_since)::float8 AS seconds FROM mailboxes b WHERE b.id = $1 AND b.failing_since IS NOT NULL`,
    [mailboxId],
  );
  return noted?.seconds ?? 0;
}

/** Notes that a mailbox is heard again, where it was not. */
export async function noteHeard({ mailboxId }: Lease): Promise<void> {
  await works(mailboxId);
}
