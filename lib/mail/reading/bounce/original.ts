import { headerAtTop, valueOf, valuesOf } from '../mime/header';
import type { Header } from '../mime/header';
import { messageId, messageIds } from '../mime/message-ids';
import type { ParsedMail } from '../mime/parsed-mail';
import { addressesIn } from './report-fields';

/** What a report sends back of our mail. */
export interface Original {
  readonly messageId: string | null;
  /** Whom it went to, lower case. */
  readonly to: readonly string[];
  /** Whom it came from: ourselves. */
  readonly from: readonly string[];
}

const returned =
  /^(?:message\/(?:rfc822|global|partial|rfc822-headers|global-headers)|text\/(?:rfc822|rfc-822)(?:-headers?)?)$/;
const fieldLine =
  /^[ \t>|]{0,10}(?:message-id|mime-version|received|return-path|x-mailer|reply-to|date|from|to|subject): ?\S/gim;

/** The mail that a report returns: as a part, or as text below the report. */
export function originalOf(mail: ParsedMail): Original {
  const part = mail.parts.find(({ type }) => returned.test(type));
  const header = part ? headerAtTop(part.text) : inText(mail.seen);
  return {
    messageId:
      messageId(valueOf(header, 'message-id')) ??
      messageId(lineIn(mail.seen, '(?:original[ -])?message[ -]id')) ??
      messageId(valueOf(mail.header, 'in-reply-to')) ??
      messageIds(valueOf(mail.header, 'references')).at(-1) ??
      messageId(valueOf(mail.header, 'x-original-message-id')),
    to: ['to', 'cc', 'bcc', 'x-original-to'].flatMap((name) => valuesOf(header, name).flatMap(addressesIn)),
    from: ['from', 'sender', 'return-path', 'reply-to'].flatMap((name) =>
      valuesOf(header, name).flatMap(addressesIn),
    ),
  };
}

/** Where the returned mail begins in a report of one text, or its length. */
export function returnedFrom(text: string): number {
  const lines = [...text.matchAll(fieldLine)].map(({ index }) => index);
  const first = lines.find((at, index) => {
    const third = lines[index + 2];
    return third !== undefined && third - at < 2_000 && !/\n[ \t>|]*\n/.test(text.slice(at, third));
  });
  return first ?? text.length;
}

function inText(text: string): Header {
  const lines = text.slice(returnedFrom(text)).split('\n');
  const first = /^[ \t>|]*/.exec(lines[0] ?? '')?.[0] ?? '';
  return headerAtTop(
    lines.map((line) => (line.startsWith(first) ? line.slice(first.length) : line)).join('\n'),
  );
}

function lineIn(text: string, name: string): string | null {
  return (
    new RegExp(`^[ \\t>|]{0,10}${name}:[ \\t]*\\n?[ \\t>|]*(<[^<>\\s]{3,900}>)`, 'im').exec(text)?.[1] ?? null
  );
}
