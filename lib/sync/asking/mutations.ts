import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import { addAddress, type AddressRefusal } from '@/lib/contacts/mutations';
import { rows } from '@/lib/db/pool';

export type QuestionAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'not_found' }
  | ({ readonly ok: false } & AddressRefusal);

/**
 * Answers whose an address is: a contact's, who then holds it, so that the mail from there is filed with them; or nobody's
 * here (null), and it stays as it is. One answers for one's own mailboxes.
 */
export async function answerQuestion(
  writer: Writer,
  id: string,
  contactId: string | null,
): Promise<QuestionAnswer> {
  const [asked] = await rows<{ handle: string }>(
    'SELECT handle FROM mail_questions WHERE id = $1 AND user_id = $2 AND answer IS NULL',
    [id, writer.userId],
  );
  if (!asked) return { ok: false, reason: 'not_found' };
  if (contactId !== null) {
    const kept = await addAddress(
      writer,
      contactId,
      { channel: 'email', typed: asked.handle },
      { share: false },
    );
    if (!kept.ok) return kept;
  }
  // The address answers every question about it.
  await rows(
    `UPDATE mail_questions SET answer = $3, answered_at = law.clock(), answered_by_id = $2
    WHERE answer IS NULL AND user_id = $2 AND (id = $1 OR ($3 = 'chosen'::mail_answer AND handle = $4))`,
    [id, writer.userId, contactId === null ? 'left' : 'chosen', asked.handle],
  );
  return { ok: true };
}
