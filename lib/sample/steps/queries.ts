import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { sampleKey } from '../queries';

/** What one does first, in this order. */
export const steps = ['people', 'mailbox', 'log', 'hear', 'refusal', 'invite'] as const;

export type Step = (typeof steps)[number];

// What the sample people said came with them, within a minute; what was done with them since counts.
const ours = (recorded: string) =>
  `(c.import_key IS NULL OR NOT starts_with(c.import_key, $1) OR ${recorded} > c.created_at + interval '1 minute')`;

/** Which of the first steps are done, by anybody of the team. */
export async function stepsDone(_actor: Actor): Promise<Readonly<Record<Step, boolean>>> {
  const [row] = await rows<Record<Step, boolean>>(
    `SELECT EXISTS (SELECT FROM contacts c WHERE c.import_key IS NULL OR NOT starts_with(c.import_key, $1)) AS people,
      EXISTS (SELECT FROM mailboxes) AS mailbox,
      EXISTS (SELECT FROM messages m JOIN contacts c ON c.id = m.contact_id WHERE m.source = 'logged' AND ${ours('m.recorded_at')}) AS log,
      EXISTS (SELECT FROM hearings h JOIN contacts c ON c.id = h.contact_id WHERE ${ours('h.recorded_at')}) AS hear,
      EXISTS (SELECT FROM events e WHERE e.verb = 'message_refused') AS refusal,
      EXISTS (SELECT FROM invitations) OR (SELECT count(*) > 1 FROM users) AS invite`,
    [sampleKey],
  );
  return row ?? { people: false, mailbox: false, log: false, hear: false, refusal: false, invite: false };
}
