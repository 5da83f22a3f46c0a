import { randomBytes } from 'node:crypto';
import type { Writer } from '@/lib/auth/actor';
import { connectMailbox, type NewMailbox } from '@/lib/mailboxes/mutations';

/** The password of all of them. */
export const secret = 'the sea at four';
/** A mailbox nobody connected yet. */
export const mailbox = (more: Partial<NewMailbox> = {}): NewMailbox => ({
  email: `rosa.${randomBytes(4).toString('hex')}@fundacion-marea.example`,
  provider: 'gmail',
  imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
  smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
  login: 'rosa@fundacion-marea.example',
  secret: { kind: 'password', password: secret },
  ...more,
});

/** Connects one. */
export async function connected(writer: Writer, more: Partial<NewMailbox> = {}): Promise<string> {
  const answer = await connectMailbox(writer, mailbox(more));
  if (!answer.ok) throw new Error(`it is ${answer.reason}`);
  return answer.id;
}
