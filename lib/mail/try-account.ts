import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import type { MailAccount, MailServer, MailSecret, PinnedHost } from './account';
import { faultOf, mailFailed, type MailFault } from './fault';
import { resolveHost, type Resolving } from './hosts';
import { startTlsOf, wireTo } from './wire';

/** What is tried: reading, and sending where a server for that is named. */
export interface Trial extends MailAccount {
  readonly smtp: MailServer | null;
}

/** Which of both did not work, and why; null when both did. */
export type TrialEnd = { readonly protocol: 'imap' | 'smtp'; readonly fault: MailFault } | null;

interface Patience {
  /** Milliseconds for everything at one server. */
  readonly whole: number;
  /** Milliseconds before which a server that could not be talked to is not reported. */
  readonly floor: number;
}

const usual: Patience = { whole: 20_000, floor: 1_500 };

// What would tell an open port inside from a closed one, and both from one where something else listens.
const telling: readonly MailFault[] = [
  'refused',
  'too_slow',
  'not_mail',
  'lost',
  'tls_wrong',
  'tls_missing',
  'other',
];
const nowhere: readonly MailFault[] = ['host_unknown', 'host_inside', 'port_not_allowed', 'unprotected'];

/** Whether a trial ended before any connection was opened. */
export function hasReachedNobody({ protocol, fault }: NonNullable<TrialEnd>): boolean {
  return protocol === 'imap' && nowhere.includes(fault);
}

/** Signs in to read, then to send, and leaves. Nothing is read, nothing is sent, nothing of what they say is kept. */
export async function tryAccount(
  trial: Trial,
  resolving: Resolving = {},
  patience: Patience = usual,
): Promise<TrialEnd> {
  const imap = await tried(
    trial.imap,
    (pinned) => signInToRead(trial, pinned, patience),
    resolving,
    patience,
  );
  if (imap) return { protocol: 'imap', fault: imap };
  const server = trial.smtp;
  if (!server) return null;
  const sign = (pinned: PinnedHost) => signInToSend(server, trial, pinned, patience);
  const smtp = await tried(server, sign, resolving, patience);
  return smtp && { protocol: 'smtp', fault: smtp };
}

async function tried(
  server: MailServer,
  signIn: (pinned: PinnedHost) => Promise<void>,
  resolving: Resolving,
  { whole, floor }: Patience,
): Promise<MailFault | null> {
  const soonest = wait(floor, undefined, { ref: false });
  const late = wait(whole, undefined, { ref: false });
  let isOneOfMany = false;
  try {
    const pinned = await resolveHost(server, resolving);
    isOneOfMany = pinned.where === 'in_listed_network';
    await Promise.race([signIn(pinned), late.then(() => Promise.reject(mailFailed('too_slow')))]);
    return null;
  } catch (error) {
    const fault = faultOf(error);
    if (nowhere.includes(fault)) await soonest;
    if (!isOneOfMany || !telling.includes(fault)) return fault;
    // In a network nobody finds servers by asking: closed, silent and not mail look alike, and last the same.
    await late;
    return 'not_answering';
  }
}

async function signInToRead(
  { imap, login, secret }: MailAccount,
  pinned: PinnedHost,
  { whole }: Patience,
): Promise<void> {
  const client = new ImapFlow({
    ...wireTo(imap, pinned),
    ...startTlsOf(imap),
    auth: {
      user: login,
      ...(secret.kind === 'password' ? { pass: secret.password } : { accessToken: secret.token }),
    },
    clientInfo: { name: 'Earshot' },
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: whole,
    // A little before everything is given up, so that there is time to say what came instead of a greeting.
    greetingTimeout: whole * 0.8,
    socketTimeout: whole,
    // A server that never ends its line, or announces a literal of a gigabyte, is none.
    maxLineLength: 65_536,
    maxLiteralSize: 65_536,
    maxResponseSize: 262_144,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.mailboxOpen('INBOX', { readOnly: true });
    await client.logout();
  } catch (error) {
    const talked = client.stats().received > 0 && client.greeting === undefined;
    throw talked && faultOf(error) === 'too_slow' ? mailFailed('not_mail') : error;
  } finally {
    client.close();
  }
}

async function signInToSend(
  smtp: MailServer,
  { login, secret }: { login: string; secret: MailSecret },
  pinned: PinnedHost,
  { whole }: Patience,
): Promise<void> {
  const transport = createTransport({
    ...wireTo(smtp, pinned),
    requireTLS: smtp.security === 'starttls',
    ignoreTLS: smtp.security === 'none',
    auth:
      secret.kind === 'password'
        ? { user: login, pass: secret.password }
        : { type: 'OAuth2', user: login, accessToken: secret.token },
    connectionTimeout: whole,
    greetingTimeout: whole,
    socketTimeout: whole,
    maxResponseSize: 65_536,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}
