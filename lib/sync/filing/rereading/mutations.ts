import 'server-only';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { MessageKind } from '@/generated/prisma/client';
import { inTransaction, rows } from '@/lib/db/pool';
import { log } from '@/lib/log/log';
import type { Reader } from '../../listening/listener';
import { readerVersion } from '../raw/mutations';
import { toldBy } from '../told-by-mail';

const unpack = promisify(gunzip);

interface Old {
  readonly id: string;
  /** Null where there is nothing that another reader would say otherwise. */
  readonly packed: Buffer | null;
  readonly messages: readonly { readonly id: string; readonly kind: MessageKind }[];
}

/**
 * Reads kept mail again that an older reader read: what reports and automatic replies say beside the fact that they
 * came, such as the day of return. That they came, and as what, stays. Answers how many mails, at most `most`.
 */
export async function readAgain(read: Reader, most: number): Promise<number> {
  const old = await rows<Old & Record<string, unknown>>(
    `SELECT r.id, CASE WHEN x.messages IS NOT NULL THEN r.packed END AS packed, coalesce(x.messages, '[]') AS messages
    FROM (SELECT id, packed FROM raw_mails WHERE reader_version < $1 ORDER BY reader_version LIMIT $2) r
      LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind)) AS messages
        FROM message_mails k JOIN messages m ON m.id = k.message_id
        WHERE k.raw_mail_id = r.id AND m.direction = 'inbound' AND m.kind IN ('auto_reply', 'bounce', 'soft_bounce')) x ON true`,
    [readerVersion, most],
  );
  for (const one of old) {
    try {
      await tellAgain(one, read);
    } catch (error) {
      // One that cannot be read again keeps what was said of it, and none of the others waiting.
      log.error('mail_not_read_again', error, { mail: one.id });
    }
  }
  if (old.length > 0)
    await rows('UPDATE raw_mails SET reader_version = $2 WHERE id = ANY ($1) AND reader_version < $2', [
      old.map(({ id }) => id),
      readerVersion,
    ]);
  return old.length;
}

async function tellAgain({ packed, messages }: Old, read: Reader): Promise<void> {
  const mail = packed && (await read(await unpack(packed)));
  if (!mail) return;
  await inTransaction(async (client) => {
    for (const { id, kind } of messages) {
      const { returnsOn, bounceReason, stillTrying } = toldBy(mail, { direction: 'inbound', kind });
      await client.query(
        `UPDATE message_mails SET returns_on = $2, bounce_reason = $3, still_trying = $4 WHERE message_id = $1`,
        [id, returnsOn, bounceReason, stillTrying],
      );
    }
  });
}
