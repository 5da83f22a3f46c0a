import { replyTextOf } from '../reply-text/reply-text';
import { autoReplyOf } from './auto-reply/auto-reply';
import { deliveryOf } from './bounce/bounce';
import { complaintOf } from './complaint/complaint';
import { isList } from './list';
import type { ReadMail } from './mail';
import { valueOf } from './mime/header';
import { messageId, messageIds } from './mime/message-ids';
import { parseMail } from './mime/parse';
import type { ParsedMail } from './mime/parsed-mail';
import { isReceipt } from './receipt';

type Told = Pick<ReadMail, 'kind' | 'bounce' | 'complaint' | 'autoReply'>;

const nothing = { bounce: null, complaint: null, autoReply: null };

/**
 * Reads a raw mail (RFC 5322): what it is, what it tells of mails of ours, and what its person wrote. It knows
 * no contact and no database. A mail broken beyond its header is read as far as it goes; run it where a mail
 * that takes too long can be given up (`reader.ts`).
 */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const mail = await parseMail(raw);
  return {
    ...told(mail),
    messageId: messageId(valueOf(mail.header, 'message-id')),
    inReplyTo: messageId(valueOf(mail.header, 'in-reply-to')),
    references: messageIds(valueOf(mail.header, 'references')),
    from: mail.from,
    to: mail.to,
    cc: mail.cc,
    replyTo: mail.replyTo,
    date: mail.date,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    replyText: replyTextOf({ text: mail.text, html: mail.html }),
  };
}

// The order matters: a third of all bounces call themselves auto-replied, and complaints look like bounces.
function told(mail: ParsedMail): Told {
  const complaint = complaintOf(mail);
  if (complaint) return { ...nothing, kind: 'complaint', complaint };
  if (isReceipt(mail)) return { ...nothing, kind: 'receipt' };
  const delivery = deliveryOf(mail);
  if (delivery === 'delivered') return { ...nothing, kind: 'receipt' };
  if (delivery) return { ...nothing, kind: 'bounce', bounce: delivery };
  const autoReply = autoReplyOf(mail);
  if (autoReply) return { ...nothing, kind: 'auto_reply', autoReply };
  return { ...nothing, kind: isList(mail) ? 'list' : 'human' };
}
