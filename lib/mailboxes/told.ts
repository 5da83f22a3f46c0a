import type { Language } from '@/lib/language/language';
import { daysSince, hourOf, shortDayOf, type Reading } from '@/lib/language/moments';
import { translate } from '@/lib/language/translate';
import type { MailServer } from '@/lib/mail/account';
import { asMailFault, type MailFault } from '@/lib/mail/fault';
import type { TrialEnd } from '@/lib/mail/try-account';
import { providerCalled, type Provider } from './providers';

// After these, how one gets in at this provider is worth saying again.
const ofPasswords: readonly MailFault[] = [
  'wrong_password',
  'app_password_needed',
  'sign_in_elsewhere',
  'protocol_off',
  'password_not_taken',
  'refused',
];

/** How one gets in at a provider, in a sentence or two. */
export function toldAsks(language: Language, { name, asks, page }: Provider): string {
  const t = translate(language, 'mailboxes.asks');
  if (asks !== 'app_password') return t(asks, { provider: name });
  return page === undefined
    ? t('app_password', { provider: name })
    : t('app_password_at', { provider: name, page });
}

/** Why an account that was tried does not work, and what to do. */
export function toldTrial(
  language: Language,
  end: NonNullable<TrialEnd>,
  { imap, smtp, provider }: { imap: MailServer; smtp: MailServer | null; provider: string | null },
): string {
  const server = end.protocol === 'imap' ? imap : (smtp ?? imap);
  const words = toldTrouble(language, end.fault, { server, provider }, end.protocol);
  return `${words} ${translate(language, 'mailboxes')('nothing_kept')}`;
}

/** What keeps a mailbox from being read, and how one gets in where it is kept. */
export function toldTrouble(
  language: Language,
  fault: string,
  { server, provider }: { server: MailServer; provider: string | null },
  protocol: 'imap' | 'smtp' = 'imap',
): string {
  const words = toldFault(language, fault, server, protocol);
  const known = ofPasswords.includes(asMailFault(fault)) ? providerCalled(provider) : null;
  if (!known || known.asks === 'usual') return words;
  const asks = toldAsks(language, known);
  // The one already says what the other says.
  return fault === 'app_password_needed' && known.asks === 'app_password' ? asks : `${words} ${asks}`;
}

/** What is wrong at a server, and what to do. */
export function toldFault(
  language: Language,
  fault: string,
  { host, port }: Pick<MailServer, 'host' | 'port'>,
  protocol: 'imap' | 'smtp' = 'imap',
): string {
  const facts = { host, port: String(port), protocol: protocol.toUpperCase() };
  return translate(language, 'mailboxes')(`faults.${asMailFault(fault)}`, facts);
}

/** A moment as a sentence about reading wants it: "14:05" today, "21 Nov, 14:05" before. */
export function toldWhen(at: Date, reading: Reading): string {
  const hour = hourOf(at, reading);
  return daysSince(at, reading) === 0 ? hour : `${shortDayOf(at, reading)}, ${hour}`;
}
