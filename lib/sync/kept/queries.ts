import 'server-only';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';

const unpack = promisify(gunzip);

/** A mail as it came; `isCut` where only its beginning was kept. */
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
  const { packed, internalDate, isCut } = found;
  return { internalDate, isCut, bytes: await unpack(packed) };
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

/** A mail with the message that it became. */
export interface MailOfMessage extends KeptMail {
  readonly direction: 'inbound' | 'outbound';
  readonly contact: { readonly id: string; readonly name: string };
}

/** The mail a message came in: what is said with a contact is seen by the whole team. Not of one that was taken back. */
export async function mailOfMessage(_actor: Actor, messageId: string): Promise<MailOfMessage | null> {
  const [found] = await rows<Packed & Pick<MailOfMessage, 'direction' | 'contact'>>(
    `SELECT r.packed, r.internal_date AS "internalDate", r.cut AS "isCut", m.direction, jsonb_build_object('id', c.id, 'name', c.name) AS contact
    FROM message_mails k JOIN raw_mails r ON r.id = k.raw_mail_id JOIN messages m ON m.id = k.message_id JOIN contacts c ON c.id = m.contact_id
    WHERE k.message_id = $1 AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = m.id)`,
    [messageId],
  );
  const kept = await unpacked(found);
  return found && kept ? { ...kept, direction: found.direction, contact: found.contact } : null;
}
