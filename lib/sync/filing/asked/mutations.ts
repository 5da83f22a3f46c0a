import 'server-only';
import { v7 } from 'uuid';
import type { PoolClient } from '@/lib/db/pool';
import type { Asked } from '../../matching/match';
import type { Prepared } from '../incoming';
import type { Place } from '../mutations';

/** Keeps what a mail leaves open for a person to say, once. */
export async function ask(
  client: PoolClient,
  { name }: Prepared,
  { mailboxId, mailboxUserId }: Place,
  asked: Asked,
  rawMailId: string | null,
): Promise<void> {
  const contactId = asked.kind === 'other_address' ? asked.contactId : null;
  const candidates = asked.kind === 'which_contact' ? asked.candidates : [];
  const id = v7();
  const made = await client.query(
    `INSERT INTO mail_questions (id, kind, user_id, mailbox_id, raw_mail_id, handle, name, contact_id, candidates, asked_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, law.clock()) ON CONFLICT DO NOTHING`,
    [id, asked.kind, mailboxUserId, mailboxId, rawMailId, asked.handle, name, contactId, candidates],
  );
  // Nothing else changes where a mail only waits, and whoever looks at Today shall see it come.
  if (made.rowCount === 1 && asked.kind === 'which_contact')
    await client.query(`INSERT INTO events (id, verb, subject_id) VALUES ($1, 'mail_question_asked', $2)`, [
      v7(),
      id,
    ]);
}
