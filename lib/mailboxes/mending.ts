import type { MailFault } from '@/lib/mail/fault';
import type { TrialEnd } from '@/lib/mail/try-account';

const password: readonly MailFault[] = ['wrong_password', 'app_password_needed'];
const host: readonly MailFault[] = [
  'host_unknown',
  'host_inside',
  'refused',
  'too_slow',
  'not_answering',
  'not_mail',
  'certificate_wrong',
];
const security: readonly MailFault[] = ['unprotected', 'tls_wrong', 'tls_missing'];

/** The field of the form that has to be mended after a trial; empty where none of them is wrong for certain. */
export function fieldToMend({ protocol, fault }: NonNullable<TrialEnd>): string {
  if (password.includes(fault)) return 'password';
  if (host.includes(fault)) return `${protocol}Host`;
  if (fault === 'port_not_allowed') return `${protocol}Port`;
  return security.includes(fault) ? `${protocol}Security` : '';
}
