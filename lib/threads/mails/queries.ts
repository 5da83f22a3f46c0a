import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';

/** What is known of the mail a message came in. */
export interface CameByMail {
  /** Of an automatic reply: the day (`YYYY-MM-DD`) on which they are back, where that is certain. */
  readonly returnsOn: string | null;
}

/** Which of these messages came in a mail that is kept as it came. */
export async function mailsOf(
  _actor: Actor,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, CameByMail>> {
  const found = await rows<CameByMail & { id: string }>(
    `SELECT k.message_id AS id, k.returns_on::text AS "returnsOn" FROM message_mails k WHERE k.message_id = ANY ($1)`,
    [messageIds],
  );
  return new Map(found.map(({ id, ...mail }) => [id, mail]));
}
