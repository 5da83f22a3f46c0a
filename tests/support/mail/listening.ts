import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import type { ImapSession } from '@/lib/mail/imap';
import { readMail } from '@/lib/mail/reading/read-mail';
import type { Lease } from '@/lib/sync/lease/mutations';
import type { Ears } from '@/lib/sync/listening/listener';
import { listen } from '@/lib/sync/listening/listen';
import { poolAs } from '../database';

/** A mailbox of this user's that a worker could read; `connected` long ago unless a day is given. */
export async function aMailbox(
  user: Writer,
  { email = `${v7()}@atelier.example`, connected = new Date(Date.UTC(2020, 0, 1)) } = {},
): Promise<string> {
  const id = v7();
  // As one that was connected: what it takes to sign in is sealed in lib/mailboxes, and the tests sign in themselves.
  await poolAs('owner').query(
    `INSERT INTO mailboxes (id, user_id, email, login, imap_host, imap_port, imap_security, secret, secret_key_id, secret_nonce, connected_at, created_at)
    VALUES ($1, $2, $3, 'ana', '127.0.0.1', 143, 'none', '\\x00', 'k', '\\x00', $4, $4)`,
    [id, user.userId, email, connected],
  );
  return id;
}

/** Ears that hear a server of the test's own. */
export function earsOn(connect: () => Promise<ImapSession>, rest: Partial<Ears> = {}): Ears {
  return {
    ...{ connect, read: readMail, addStranger: () => Promise.resolve(false), dice: () => 0.5 },
    ...{ mayWork: () => true, poll: 60_000, glance: 15_000, ...rest },
  };
}

/** The lease of a mailbox, held by this worker for long. */
export async function held(mailboxId: string, holder = 'test'): Promise<Lease> {
  await rows(
    `UPDATE mailboxes SET lease_holder = $2, leased_until = law.clock() + interval '1 hour' WHERE id = $1`,
    [mailboxId, holder],
  );
  return { mailboxId, holder };
}

/** Listens until everything was read to its end, older mail too. */
export async function readEverything(ears: Ears, lease: Lease): Promise<void> {
  const ending = new AbortController();
  const roundDone = () => {
    void rows<{ left: number }>(
      `SELECT count(*)::int AS left FROM mailbox_folders WHERE mailbox_id = $1 AND chosen AND read_to_end_at IS NULL`,
      [lease.mailboxId],
    ).then(([found]) => found?.left === 0 && ending.abort());
  };
  await listen({ ...ears, poll: 20 }, lease, ending.signal, { roundDone });
}

/** Keeps an address of somebody's, as typed there. */
export async function anAddress(contactId: string, handle: string): Promise<string> {
  const id = v7();
  await db()
    .$executeRaw`INSERT INTO addresses (id, contact_id, channel, handle, typed) VALUES (${id}::uuid, ${contactId}::uuid, 'email', ${handle}, ${handle})`;
  return id;
}

/** What is there of somebody, in the order of the timeline. */
export async function timelineOf(contactId: string) {
  return rows<{
    id: string;
    direction: string;
    kind: string;
    ref: string;
    mark: string | null;
    body: string;
    about: string | null;
    occurredAt: Date;
  }>(
    `SELECT m.id, m.direction, m.kind, m.message_id_header AS ref, m.mark, m.body, m.occurred_at AS "occurredAt",
      (SELECT p.message_id_header FROM messages p WHERE p.id = m.in_reply_to_id) AS about
    FROM messages m WHERE m.contact_id = $1 ORDER BY m.moment, m.depth, m.recorded_seq`,
    [contactId],
  );
}

/** How many sightings there are of each result. */
export async function sightingsOf(mailboxId: string): Promise<Record<string, number>> {
  const found = await rows<{ result: string; n: number }>(
    `SELECT result, count(*)::int AS n FROM sightings WHERE mailbox_id = $1 AND gone_at IS NULL GROUP BY 1`,
    [mailboxId],
  );
  return Object.fromEntries(found.map(({ result, n }) => [result, n]));
}
