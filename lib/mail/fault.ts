import { EarshotError, isEarshotError } from '@/lib/errors/earshot-error';
import { toldBy } from './told-by';

/** Why a mailbox could not be opened or read. Each has its sentence in the `mailboxes` messages, under `faults`. */
export const mailFaults = [
  'wrong_password',
  'app_password_needed',
  'sign_in_elsewhere',
  'protocol_off',
  'password_not_taken',
  'host_unknown',
  'host_inside',
  'port_not_allowed',
  'unprotected',
  'refused',
  'too_slow',
  'not_answering',
  'certificate_wrong',
  'tls_wrong',
  'tls_missing',
  'not_mail',
  'too_many',
  'lost',
  'secret_locked',
  'consent_gone',
  'token_refused',
  'oauth_off',
  'oauth_refused',
  'oauth_silent',
  'other',
] as const;

export type MailFault = (typeof mailFaults)[number];

/** The error of a mailbox that fails: a code, and nothing of what a server said. */
export function mailFailed(fault: MailFault): EarshotError {
  return new EarshotError('mail_failed', { fault });
}

/** What a code of the database means; one of another version is `other`. */
export function asMailFault(code: string): MailFault {
  return mailFaults.find((fault) => fault === code) ?? 'other';
}

// What servers say beside NO and 535, in the words of those who do; the order decides.
const saidBy: readonly (readonly [RegExp, MailFault])[] = [
  [/(application|app)[- ]?specific|app[- ]?password|application password/i, 'app_password_needed'],
  [/\bInvalidSecondFactor\b|5\.7\.9\b/i, 'app_password_needed'],
  [/(imap|pop3?|smtp)\S* (access |service )?(is |was )?(disabled|not enabled|switched off)/i, 'protocol_off'],
  [/(not|yet to) (be )?enabled? (for )?(imap|smtp)|SmtpClientAuthentication is disabled/i, 'protocol_off'],
  [/BasicAuthBlocked|basic authentication is disabled|LOGIN ?DISABLED|OAuth/i, 'password_not_taken'],
  [
    /web ?(login|browser)|log in via|WEBALERT|two[- ]?factor|2FA|verify your (account|identity)/i,
    'sign_in_elsewhere',
  ],
  [/too many|simultaneous|maximum .{0,30}connections|rate limit|throttl|OVERQUOTA|LIMIT\b/i, 'too_many'],
];

const certificate =
  /^(CERT_|UNABLE_TO_(VERIFY|GET)_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS_CERT|HOSTNAME_MISMATCH|ERR_TLS_INVALID_CONTEXT)/;
const byCode: readonly (readonly [RegExp, MailFault])[] = [
  [/^(ENOTFOUND|EAI_\w+|EDNS|ENODATA)$/, 'host_unknown'],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|EPERM)$/, 'refused'],
  [/^(ETIMEDOUT|ETIMEOUT|CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT)$/, 'too_slow'],
  [certificate, 'certificate_wrong'],
  [/^(ERR_SSL_|ERR_TLS_|EPROTO$|STARTTLS_INJECTION$|ETLS$|EREQUIRETLS$)/, 'tls_wrong'],
  [/^(ParserError|InvalidResponse|UnexpectedTag|LineTooLarge|EPROTOCOL$)/, 'not_mail'],
  [/^ETHROTTLE$/, 'too_many'],
  [
    /^(ECONNRESET|EPIPE|ECONNECTION|ESOCKET|NoConnection|EConnectionClosed|ClosedAfterConnect\w+|StateLogout)$/,
    'lost',
  ],
];

/** What went wrong, from the error of imapflow, nodemailer or Node: the server's words are read here and go no further. */
export function faultOf(error: unknown): MailFault {
  if (isEarshotError(error, 'mail_failed')) return asMailFault(String(error.facts['fault']));
  const told = toldBy(error);
  const codes = told.codes.map((code) => byCode.find(([shape]) => shape.test(code))?.[1]);
  // What is lost on the way to an answer is marked as a failed sign-in too.
  if (told.signingIn && codes.every((fault) => fault === undefined))
    return said(told.words) ?? 'wrong_password';
  const byWhom = codes.find((fault) => fault !== undefined && fault !== 'lost');
  if (byWhom && byWhom !== 'tls_wrong') return byWhom;
  if (/does not support STARTTLS|STARTTLS is not/i.test(told.words)) return 'tls_missing';
  if (/certificate|altname/i.test(told.words)) return 'certificate_wrong';
  if (byWhom || told.tls || /\bSSL\b|wrong version number/i.test(told.words)) return 'tls_wrong';
  if (/greeting|Invalid (response|greeting)/i.test(told.words)) return 'not_mail';
  return said(told.words) ?? codes.find((fault) => fault !== undefined) ?? 'other';
}

function said(words: string): MailFault | undefined {
  return saidBy.find(([shape]) => shape.test(words))?.[1];
}
