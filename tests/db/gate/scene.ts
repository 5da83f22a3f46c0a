import { v7 } from 'uuid';
import type { Outcome, Scope } from '@/generated/prisma/client';
import type { Writer } from '@/lib/auth/actor';
import { nameKey } from '@/lib/contacts/name-key';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import type { Copy } from '@/lib/outbox/letter';

/** Somebody with a LinkedIn and an e-mail address, of an organization if one is named. */
export async function somebody(
  name: string,
  { organizationId = null }: { organizationId?: string | null } = {},
) {
  const id = v7();
  const slug = `${name.toLowerCase().replace(/[^a-z]+/g, '-')}-${id.slice(-8)}`;
  const linkedin = v7();
  const email = v7();
  await db().contact.create({
    data: { id, name, nameKey: nameKey(name), givenName: name.split(' ')[0] ?? name, organizationId },
    select: { id: true },
  });
  await rows(
    `INSERT INTO addresses (id, contact_id, channel, handle, typed)
      VALUES ($1, $3, 'linkedin', $4, $4), ($2, $3, 'email', $5, $5)`,
    [linkedin, email, id, slug, `${slug}@mail.example`],
  );
  return { id, linkedin, email };
}

export async function anOrganization(name: string): Promise<string> {
  const id = v7();
  await db().organization.create({ data: { id, name, nameKey: name.toLowerCase() }, select: { id: true } });
  return id;
}

export async function aPitch(name: string): Promise<string> {
  const id = v7();
  await db().pitch.create({ data: { id, name }, select: { id: true } });
  return id;
}

interface Told {
  readonly body: string;
  readonly direction?: 'inbound' | 'outbound';
  readonly occurredAt?: Date;
  readonly answersId?: string | null;
  readonly pitchId?: string | null;
  readonly dayOnly?: boolean;
}

/** A message logged on LinkedIn, theirs unless said otherwise. */
export async function logged(
  by: Writer,
  contactId: string,
  {
    body,
    direction = 'inbound',
    occurredAt = new Date(),
    answersId = null,
    pitchId = null,
    dayOnly = false,
  }: Told,
): Promise<string> {
  const [id, threadId] = [v7(), v7()];
  await db().thread.create({ data: { id: threadId, contactId, channel: 'linkedin' }, select: { id: true } });
  const author = direction === 'outbound' ? by.userId : null;
  await rows(
    `INSERT INTO messages (id, contact_id, thread_id, channel, direction, source, body, occurred_at, answers_id, pitch_id, author_id, recorded_by_id, day_only)
      VALUES ($1, $2, $3, 'linkedin', $4, 'logged', $5, $6, $7, $8, $9, $10, $11)`,
    [id, contactId, threadId, direction, body, occurredAt, answersId, pitchId, author, by.userId, dayOnly],
  );
  return id;
}

interface HeardAs {
  readonly outcome: Outcome;
  readonly scope?: Scope;
  readonly words?: string;
  readonly pitchId?: string;
  readonly until?: Date;
}

/** A person heard that message. */
export async function heard(by: Writer, contactId: string, messageId: string, as: HeardAs): Promise<void> {
  await db().hearing.create({
    data: { id: v7(), contactId, messageId, heardById: by.userId, ...as },
    select: { id: true },
  });
}

/** They said something, and it was heard so. */
export async function said(by: Writer, contactId: string, body: string, as: HeardAs): Promise<string> {
  const messageId = await logged(by, contactId, { body });
  await heard(by, contactId, messageId, as);
  return messageId;
}

/** A letter with nothing in it but what is named. */
export function letter(to: { id: string; linkedin: string }, parts: Partial<Copy> = {}): Copy {
  return {
    ...{
      contactId: to.id,
      addressId: to.linkedin,
      pitchId: null,
      answersId: null,
      newFact: null,
      subject: null,
    },
    ...{ body: 'What was the hardest part?', ...parts },
  };
}
