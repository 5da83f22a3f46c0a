import { valueOf } from './mime/header';
import type { ParsedMail } from './mime/parsed-mail';

const machines =
  /^(?:no|do|not?)?[-_.]?(?:not)?[-_.]?reply(?:$|[-_.+0-9])|^(?:notifications?|notify|newsletters?|news|alerts?|updates?|marketing|digest|invoices?|billing-noreply|automated|auto-?confirm|calendar-notification|mailman|majordomo|listserv|bounces|mailer-daemon|root|cron|daemon|system)(?:$|[-_.+0-9])|(?:^|[-_.+])no-?reply(?:$|[-_.+0-9])|donotreply|-(?:bounces|request|owner)$|^owner-/;
const bulkHeaders = [
  'x-mc-user',
  'x-campaign',
  'x-campaignid',
  'x-campaign-id',
  'x-mailchimp-campaign',
  'x-mailing-id',
  'x-mailjet-campaign',
  'x-newsletter',
  'x-sfmc-stack',
  'x-cm-message-id',
  'x-hs-email-id',
  'x-github-reason',
  'x-jira-fingerprint',
  'x-gitlab-notification-reason',
  'x-cron-env',
];

/**
 * Newsletters and messages of machines. A post or an answer of a person stays theirs though it passed a list:
 * `Precedence: bulk`, `List-Id` and a way to unsubscribe stand on every list's mail.
 */
export function isList(mail: ParsedMail): boolean {
  const has = (name: string) => valueOf(mail.header, name) !== null;
  if (isMachine(mail) && !isDesk(mail)) return true;
  if (bulkHeaders.some(has)) return true;
  const answers = has('in-reply-to') || /^re\s?:/i.test(mail.subject);
  if (/^auto-generated/i.test(valueOf(mail.header, 'auto-submitted') ?? '') && !answers) return true;
  if (answers || has('list-post') || has('mailing-list') || has('x-beenthere') || has('x-mailman-version'))
    return false;
  return (
    has('list-unsubscribe-post') ||
    (has('list-unsubscribe') && (has('feedback-id') || has('list-id') || bulk(mail)))
  );
}

/** Whether the sender's address is one that nobody reads. */
export function isMachine({ from }: ParsedMail): boolean {
  return machines.test(from?.address.split('@')[0] ?? '');
}

// A person whose program sends as no-reply: it answers ours, and says where they do read.
function isDesk({ header, from, replyTo }: ParsedMail): boolean {
  const has = (name: string) => valueOf(header, name) !== null;
  const elsewhere = replyTo.some(
    ({ address }) => address !== from?.address && !machines.test(address.split('@')[0] ?? ''),
  );
  const ofProgram = ['auto-submitted', 'precedence', 'list-unsubscribe', 'list-id', 'feedback-id'].some(has);
  return elsewhere && has('in-reply-to') && !ofProgram && !bulkHeaders.some(has);
}

function bulk({ header }: ParsedMail): boolean {
  return /^(?:bulk|junk)/i.test(valueOf(header, 'precedence') ?? '');
}
