import type { Complaint } from '../mail';
import { fieldBlocks, addressIn, addressesIn } from '../bounce/report-fields';
import { notificationIn } from '../bounce/notification';
import { originalOf } from '../bounce/original';
import { headerAtTop, valueOf, valuesOf } from '../mime/header';
import type { Header } from '../mime/header';
import { messageId } from '../mime/message-ids';
import type { ParsedMail } from '../mime/parsed-mail';
import { plainReport } from './plain-report';

/** Reports that nobody asked for: a check of signatures failed (RFC 6591), or it was no spam after all (RFC 6430). */
const nobodysWish = /^(?:auth-failure|not-spam|dmarc|policy)/i;

/** RFC 6590 hides who complained behind a hash. */
const hashed = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})@/;

/** The complaint that a feedback report carries (ARF, RFC 5965, and those that came before it), or null. */
export function complaintOf(mail: ParsedMail): Complaint | null {
  const part = mail.parts.find(({ type }) => type === 'message/feedback-report');
  if (part) return reported(mail, fieldBlocks(part.text).flat());
  if (/multipart\/report.*feedback-report/s.test(mail.contentType)) return reported(mail, brokenReport(mail));
  if (/amazon|aws|sns/i.test(mail.from?.address ?? '')) {
    const notification = notificationIn(mail.seen);
    if (notification?.what === 'complaint')
      return {
        recipients: notification.told.map(({ recipient }) => recipient),
        originalMessageId: messageId(notification.messageId),
      };
  }
  return plainReport(mail);
}

function reported(mail: ParsedMail, fields: Header): Complaint {
  if (nobodysWish.test(valueOf(fields, 'feedback-type') ?? ''))
    return { recipients: [], originalMessageId: null };
  const original = originalOf(mail);
  const named = ['original-rcpt-to', 'removal-recipient', 'x-original-rcpt-to', 'redacted-address'].flatMap(
    (name) => valuesOf(fields, name).flatMap((value) => addressIn(value) ?? []),
  );
  const returnedTo = [...original.to, ...returnedHeader(mail, 'x-hmxmroriginalrecipient', 'delivered-to')];
  const masked = named.length > 0 && named.every((one) => hashed.test(one)) && returnedTo.length > 0;
  const known = named.length > 0 && !masked ? named : returnedTo;
  return {
    recipients: [...new Set(known.filter((one) => !/^(?:undisclosed|redacted)|@redacted/.test(one)))],
    originalMessageId: original.messageId,
  };
}

function returnedHeader(mail: ParsedMail, ...names: readonly string[]): string[] {
  const part = mail.parts.find(({ type }) => /rfc822/.test(type));
  const header = part ? headerAtTop(part.text) : [];
  const first = names.find((name) => valueOf(header, name) !== null);
  return first ? addressesIn(valueOf(header, first) ?? '') : [];
}

// The boundary is broken, or the report stands as text.
function brokenReport(mail: ParsedMail): Header {
  const at = mail.seen.search(/^feedback-type:/im);
  return at === -1 ? [] : (fieldBlocks(mail.seen.slice(at, at + 4_000))[0] ?? []);
}
