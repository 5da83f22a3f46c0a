import 'server-only';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { rows } from '@/lib/db/pool';
import { holding, type Lease } from '../../lease/mutations';
import type { Reader } from '../../listening/listener';
import { prepare } from '../incoming';
import { type Filed, fileMail } from '../mutations';

const unpack = promisify(gunzip);

interface Waiting {
  readonly id: string;
  readonly packed: Buffer;
  readonly size: number;
  readonly cut: boolean;
  readonly internalDate: Date;
  readonly sent: boolean;
  readonly userId: string;
}

/** Files kept mail again of which nobody knew whose it was, once somebody it names is known. */
export async function refileWanted(
  lease: Lease,
  own: ReadonlyMap<string, string>,
  read: Reader,
): Promise<Filed[]> {
  const filed: Filed[] = [];
  for (;;) {
    const [waiting] = await rows<Waiting>(
      `SELECT r.id, r.packed, r.size, r.cut, r.internal_date AS "internalDate", r.sent, b.user_id AS "userId"
      FROM raw_mails r JOIN mailboxes b ON b.id = r.mailbox_id WHERE r.mailbox_id = $1 AND r.wanted LIMIT 1`,
      [lease.mailboxId],
    );
    if (!waiting) return filed;
    const { id, internalDate, size, cut, sent, userId } = waiting;
    const bytes = await unpack(waiting.packed);
    const prepared = prepare({ bytes, cut, size, internalDate, read: await read(bytes) });
    const place = {
      mailboxId: lease.mailboxId,
      own,
      mailboxUserId: userId,
      inSent: sent,
      since: null,
      keeps: true,
    };
    const end = await holding(lease, async (client) => {
      await client.query('UPDATE raw_mails SET wanted = false WHERE id = $1', [id]);
      const again = await fileMail(client, prepared, place);
      await client.query(
        `UPDATE sightings SET result = $2, why = $3, people = '{}', refs = '{}' WHERE raw_mail_id = $1 AND $2 = 'message'::sighting_result`,
        [id, again.result, again.why],
      );
      return again;
    });
    filed.push(end);
  }
}
