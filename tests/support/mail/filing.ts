import type { Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { readMail } from '@/lib/mail/reading/read-mail';
import { refileWanted } from '@/lib/sync/filing/again/mutations';
import { prepare } from '@/lib/sync/filing/incoming';
import { wake } from '@/lib/sync/filing/linking/mutations';
import { type Filed, fileMail } from '@/lib/sync/filing/mutations';
import { holding, type Lease } from '@/lib/sync/lease/mutations';

/** A mail as it came: which folder it lay in, and when the server received it. */
export interface Came {
  readonly raw: string;
  readonly at: Date;
  readonly sent?: boolean;
}

/** Files mails one after the other, as they come, without a server between; and again what turned out to be wanted. */
export async function fileAll(
  lease: Lease,
  user: Writer,
  own: readonly string[],
  mails: readonly Came[],
): Promise<Filed[]> {
  const whose = new Map(own.map((handle) => [handle, user.userId]));
  const filed: Filed[] = [];
  for (const { raw, at, sent = false } of mails) {
    const bytes = Buffer.from(raw);
    const prepared = prepare({
      ...{ bytes, cut: false, size: bytes.byteLength, internalDate: at },
      read: await readMail(bytes),
    });
    const place = {
      ...{ mailboxId: lease.mailboxId, own: whose, mailboxUserId: user.userId, inSent: sent },
      ...{ since: new Date(0), keeps: true },
    };
    const one = await holding(lease, async (client) => {
      const made = await fileMail(client, prepared, place);
      await wake(client, made.made);
      return made;
    });
    filed.push(one);
    await refileWanted(whose, readMail, lease.mailboxId);
  }
  return filed;
}

/** The questions that mail left open, newest last. */
export async function questions(mailboxId: string) {
  return rows<{ kind: string; handle: string; contactId: string | null; candidates: string[] }>(
    `SELECT kind, handle, contact_id AS "contactId", candidates FROM mail_questions WHERE mailbox_id = $1 ORDER BY asked_at, id`,
    [mailboxId],
  );
}
