import 'server-only';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { inTransaction, rows } from '@/lib/db/pool';
import { withRetry } from '@/lib/db/retry';
import { log } from '@/lib/log/log';
import { sha256 } from '../../identity';
import { isUnkeepable } from '../unkeepable';
import type { Reader } from '../../listening/listener';
import { prepare, type Prepared } from '../incoming';
import { wake } from '../linking/mutations';
import { type Filed, fileMail, type Place } from '../mutations';
import { takeBackElsewhere } from '../taking/mutations';

const unpack = promisify(gunzip);

interface Waiting {
  readonly id: string;
  readonly packed: Buffer;
  readonly size: number;
  readonly cut: boolean;
  readonly internalDate: Date;
  readonly sent: boolean;
  readonly userId: string;
  readonly mailboxId: string | null;
}

/**
 * Files kept mail that a program brought in, and mail of which nobody knew whose it was, once somebody it names is known:
 * of one mailbox, or all there is. Workers beside each other file nothing twice.
 */
export async function refileWanted(
  own: ReadonlyMap<string, string>,
  read: Reader,
  mailboxId: string | null = null,
): Promise<Filed[]> {
  const filed: Filed[] = [];
  const seen: string[] = [];
  for (;;) {
    const [waiting] = await rows<Waiting>(
      `SELECT r.id, r.packed, r.size, r.cut, r.internal_date AS "internalDate", r.sent, r.user_id AS "userId", r.mailbox_id AS "mailboxId"
      FROM raw_mails r WHERE r.wanted AND ($1::uuid IS NULL OR r.mailbox_id = $1) AND r.id <> ALL ($2) ORDER BY r.stored_at LIMIT 1`,
      [mailboxId, seen],
    );
    if (!waiting) return filed;
    seen.push(waiting.id);
    const end = await refile(waiting, own, read).catch((error: unknown) => notKept(waiting.id, error));
    if (end) filed.push(end);
  }
}

async function refile(waiting: Waiting, own: Place['own'], read: Reader): Promise<Filed | null> {
  const { id, internalDate, size, cut } = waiting;
  const bytes = await unpack(waiting.packed);
  const prepared = prepare({ bytes, cut, size, internalDate, read: await read(bytes) });
  const place = {
    ...{ mailboxId: waiting.mailboxId, own, mailboxUserId: waiting.userId, inSent: waiting.sent },
    ...{ since: null, keeps: true },
  };
  return withRetry(() =>
    inTransaction(async (client) => {
      const taken = await client.query(
        'UPDATE raw_mails SET wanted = false WHERE id = (SELECT id FROM raw_mails WHERE id = $1 AND wanted FOR UPDATE SKIP LOCKED)',
        [id],
      );
      if (taken.rowCount === 0) return null;
      const again = await fileMail(client, prepared, place);
      await noteWhose(client, id, again, prepared);
      await takeBackElsewhere(client, id, prepared.mail.from);
      await wake(client, again.made);
      return again;
    }),
  );
}

// What cannot be kept as it is keeps none of the others waiting; it stays as it came.
async function notKept(id: string, error: unknown): Promise<null> {
  if (!isUnkeepable(error)) throw error;
  log.error('mail_not_filed', error, { mail: id });
  await rows('UPDATE raw_mails SET wanted = false WHERE id = $1', [id]);
  return null;
}

async function noteWhose(
  client: Parameters<typeof fileMail>[0],
  id: string,
  { result, why }: Filed,
  { messageId, people, mail }: Prepared,
): Promise<void> {
  await client.query(
    'UPDATE raw_mails SET message_id = $2, people = law.doors_of_mail($3), refs = $4 WHERE id = $1',
    [id, messageId, people, mail.refs.map(sha256)],
  );
  if (result !== 'message') return;
  await client.query('UPDATE raw_mails SET waits = false WHERE id = $1', [id]);
  await client.query(
    `UPDATE sightings SET result = 'message', why = $2, people = '{}', refs = '{}' WHERE raw_mail_id = $1 AND result <> 'message'`,
    [id, why],
  );
}
