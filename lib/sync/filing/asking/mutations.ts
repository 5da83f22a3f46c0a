import 'server-only';
import { v7 } from 'uuid';
import type { PoolClient } from '@/lib/db/pool';
import type { Asked } from '../../matching/match';

/** What a mail leaves open for a person, and the name its sender goes by. */
export interface Question {
  readonly asked: Asked;
  readonly name: string | null;
  readonly rawMailId: string | null;
}

/** Keeps questions, each once. */
export async function askAll(
  client: PoolClient,
  questions: readonly Question[],
  { mailboxId, mailboxUserId }: { readonly mailboxId: string | null; readonly mailboxUserId: string },
): Promise<void> {
  if (questions.length === 0) return;
  const each = <T>(of: (one: Question) => T): T[] => questions.map(of);
  const made = await client.query<{ id: string }>(
    `INSERT INTO mail_questions (id, kind, user_id, mailbox_id, raw_mail_id, handle, name, contact_id, candidates, asked_at)
    SELECT x.id, x.kind, $3, $4, x.raw, x.handle, x.name, x.contact, string_to_array(x.candidates, ' ')::uuid[], law.clock()
    FROM unnest($1::uuid[], $2::mail_question_kind[], $5::uuid[], $6::text[], $7::text[], $8::uuid[], $9::text[])
      WITH ORDINALITY x (id, kind, raw, handle, name, contact, candidates, n) ORDER BY x.n ON CONFLICT DO NOTHING
    RETURNING CASE WHEN kind = 'which_contact' THEN id END AS id`,
    [
      ...[each(() => v7()), each(({ asked }) => asked.kind), mailboxUserId, mailboxId],
      ...[each(({ rawMailId }) => rawMailId), each(({ asked }) => asked.handle), each(({ name }) => name)],
      each(({ asked }) => (asked.kind === 'other_address' ? asked.contactId : null)),
      each(({ asked }) => (asked.kind === 'which_contact' ? asked.candidates.join(' ') : '')),
    ],
  );
  // Nothing else changes where a mail only waits, and whoever looks at Today shall see it come.
  const waiting = made.rows.flatMap(({ id }) => id ?? []);
  if (waiting.length > 0)
    await client.query(
      `INSERT INTO events (id, verb, subject_id) SELECT e, 'mail_question_asked', q FROM unnest($1::uuid[], $2::uuid[]) x (e, q)`,
      [waiting.map(() => v7()), waiting],
    );
}
