import type { MailAccount } from '@/lib/mail/account';
import { faultOf, mailFailed, type MailFault } from '@/lib/mail/fault';
import type { ImapSession } from '@/lib/mail/imap';

/** How a worker comes to a connection: with which account, renewed if that is asked for, and over which wire. */
export interface Connecting {
  readonly account: (mailboxId: string, anew: boolean) => Promise<MailAccount>;
  readonly open: (account: MailAccount) => Promise<ImapSession>;
}

const ofSignIn: readonly MailFault[] = [
  'wrong_password',
  'app_password_needed',
  'sign_in_elsewhere',
  'password_not_taken',
];

/**
 * Connects to a mailbox. A token that is refused before its time is changed for a new one, once.
 * @throws EarshotError `mail_failed`; `token_refused` where the new one is refused as well
 */
export async function connectTo(mailboxId: string, { account, open }: Connecting): Promise<ImapSession> {
  const first = await account(mailboxId, false);
  try {
    return await open(first);
  } catch (error) {
    if (first.secret.kind !== 'xoauth2' || !ofSignIn.includes(faultOf(error))) throw error;
  }
  const renewed = await account(mailboxId, true);
  try {
    return await open(renewed);
  } catch (error) {
    throw ofSignIn.includes(faultOf(error)) ? mailFailed('token_refused') : error;
  }
}
