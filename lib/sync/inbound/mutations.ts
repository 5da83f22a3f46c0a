import 'server-only';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { v7 } from 'uuid';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { EarshotError } from '@/lib/errors/earshot-error';
import { readHead } from '../heads/head';
import { idOf, sha256 } from '../identity';
import { readerVersion } from '../filing/raw/mutations';
import { arrivedAt } from './arrived';

const pack = promisify(gzip);

/** `isNew`: it was not here; otherwise the same mail had come before, and nothing is done twice. */
export interface Brought {
  readonly id: string;
  readonly messageId: string;
  readonly isNew: boolean;
}

/**
 * Keeps a mail that a program brings in, for the worker to read and file within seconds. The same mail again is the same.
 * It is dated as a mailbox would date it, and never later than now.
 * @throws EarshotError `not_allowed` when whoever's token it is only reads
 */
export async function bringIn(actor: Actor, mail: Buffer): Promise<Brought> {
  // A token reads, whatever its holder may do; this one is made to bring mail in to somebody who may log it by hand.
  const writers = await rows(
    `SELECT FROM users u WHERE u.id = $1 AND u.role <> 'reader' AND u.closed_at IS NULL`,
    [actor.userId],
  );
  if (writers.length === 0) throw new EarshotError('not_allowed', { act: 'write' });
  const top = mail.subarray(0, 65_536).toString('latin1');
  const messageId = idOf(readHead(top).messageId, mail);
  const [made] = await rows<{ id: string }>(
    `INSERT INTO raw_mails (id, sha256, message_id, packed, size, internal_date, user_id, reader_version, waits, wanted)
    SELECT $1, $2, $3, $4, $5, least($8::timestamptz, law.clock()), $6, $7, true, true
    WHERE NOT EXISTS (SELECT FROM raw_mails r WHERE r.message_id = $3 AND r.user_id = $6) ON CONFLICT (sha256) DO NOTHING RETURNING id`,
    [
      ...[v7(), sha256(mail), messageId, await pack(mail), mail.byteLength, actor.userId, readerVersion],
      arrivedAt(top),
    ],
  );
  if (made) return { id: made.id, messageId, isNew: true };
  const [there] = await rows<{ id: string }>(
    'SELECT id FROM raw_mails WHERE sha256 = $1 OR (message_id = $2 AND user_id = $3) LIMIT 1',
    [sha256(mail), messageId, actor.userId],
  );
  return { id: there?.id ?? '', messageId, isNew: false };
}
