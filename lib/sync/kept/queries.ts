import 'server-only';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';

const unpack = promisify(gunzip);

/** A mail as it came. `size` bytes of it are kept; `isCut` where it was longer. */
export interface KeptMail {
  readonly bytes: Buffer;
  readonly internalDate: Date;
  readonly isCut: boolean;
}

interface Packed {
  readonly packed: Buffer;
  readonly internalDate: Date;
  readonly isCut: boolean;
}

async function unpacked(found: Packed | undefined): Promise<KeptMail | null> {
  if (!found) return null;
  const { packed, ...rest } = found;
  return { ...rest, bytes: await unpack(packed) };
}

/** A mail that waits because nobody knows whose it is: for whom it came to, and nobody else. */
export async function waitingMail(actor: Actor, rawMailId: string): Promise<KeptMail | null> {
  const [found] = await rows<Packed>(
    `SELECT r.packed, r.internal_date AS "internalDate", r.cut AS "isCut" FROM raw_mails r
    WHERE r.id = $1 AND r.user_id = $2 AND r.waits`,
    [rawMailId, actor.userId],
  );
  return unpacked(found);
}
