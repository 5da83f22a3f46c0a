import 'server-only';
import type { MailQuestionKind } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';

/** What a mail leaves open for a person to say. */
export interface MailQuestion {
  readonly id: string;
  readonly kind: MailQuestionKind;
  /** The address it is about, normalized, and the name that stood beside it. */
  readonly handle: string;
  readonly name: string | null;
  /** In whose conversation they wrote, where that is certain. */
  readonly contact: { readonly id: string; readonly name: string } | null;
  /** Whose words it may be, where the mail they answer went to several. */
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
  readonly askedAt: Date;
}

/** The questions that the mail of one's own mailboxes left open, newest first; at most so many. */
export async function openQuestions(actor: Actor, most = 100): Promise<MailQuestion[]> {
  return rows<MailQuestion>(
    `SELECT q.id, q.kind, q.handle, q.name, q.asked_at AS "askedAt",
      (SELECT jsonb_build_object('id', c.id, 'name', c.name) FROM contacts c WHERE c.id = q.contact_id) AS contact,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) ORDER BY c.name_key, c.id)
        FROM contacts c WHERE c.id = ANY (q.candidates) AND c.merged_into_id IS NULL), '[]') AS candidates
    FROM mail_questions q WHERE q.user_id = $1 AND q.answer IS NULL ORDER BY q.asked_at DESC, q.id LIMIT $2`,
    [actor.userId, most],
  );
}
