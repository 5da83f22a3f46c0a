import type { Language } from '@/lib/language/language';
import { dayOf, daysSince, hourOf, shortDayOf, type Reading } from '@/lib/language/moments';
import { translate } from '@/lib/language/translate';
import type { MailServer } from '@/lib/mail/account';
import { asMailFault, mailFaults, type MailFault } from '@/lib/mail/fault';
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

/** Whose mailbox it is, and whether its own sign-in is set up here. */
interface Tried {
  readonly provider: string | null;
  readonly canSignIn?: boolean;
}

/** How one gets in at a provider, in a sentence or two. */
export function toldAsks(language: Language, provider: Provider, canSignIn = false): string {
  const { name, asks, page } = provider;
  const t = translate(language, 'mailboxes.asks');
  if (canSignIn) return t('sign_in', { provider: name });
  if (asks !== 'app_password') return t(asks, { provider: name });
  return page === undefined
    ? t('app_password', { provider: name })
    : t('app_password_at', { provider: name, page });
}

/** What came of signing in at a service, where it was not a mailbox; null for a word that means nothing. */
export function toldSignIn(language: Language, end: string | null, server: MailServer | null): string | null {
  const t = translate(language, 'mailboxes');
  if (end === null) return null;
  if (end === 'mine' || end === 'taken' || end === 'gone') return t(end);
  if (end === 'denied' || end === 'stale') return t(`oauth.${end}`);
  const fault = mailFaults.find((known) => known === end);
  return fault === undefined || server === null
    ? null
    : `${toldFault(language, fault, server)} ${t('nothing_kept')}`;
}

/** Why an account that was tried does not work, and what to do. */
export function toldTrial(
  language: Language,
  end: NonNullable<TrialEnd>,
  tried: Tried & { imap: MailServer; smtp: MailServer | null },
): string {
  const { imap, smtp } = tried;
  const server = end.protocol === 'imap' ? imap : (smtp ?? imap);
  const words = toldTrouble(language, end.fault, { ...tried, server }, end.protocol);
  return `${words} ${translate(language, 'mailboxes')('nothing_kept')}`;
}

/** What keeps a mailbox from being read, and how one gets in where it is kept. */
export function toldTrouble(
  language: Language,
  fault: string,
  { server, provider, canSignIn = false }: Tried & { server: MailServer },
  protocol: 'imap' | 'smtp' = 'imap',
): string {
  const words = toldFault(language, fault, server, protocol);
  const known = ofPasswords.includes(asMailFault(fault)) ? providerCalled(provider) : null;
  if (!known || (known.asks === 'usual' && !canSignIn)) return words;
  const asks = toldAsks(language, known, canSignIn);
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

/** A moment after "since": with its hour today and yesterday, the day before. */
export function toldSince(at: Date, reading: Reading): string {
  const t = translate(reading.language, 'mailboxes.since');
  const days = daysSince(at, reading);
  if (days > 1) return t('day', { day: dayOf(at, reading) });
  return t(days === 1 ? 'yesterday' : 'today', { hour: hourOf(at, reading) });
}
