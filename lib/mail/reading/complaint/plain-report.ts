import { originalOf, returnedFrom } from '../bounce/original';
import { addressesIn } from '../bounce/report-fields';
import { headerAtTop, valueOf } from '../mime/header';
import type { Complaint } from '../mail';
import type { ParsedMail } from '../mime/parsed-mail';

const desks =
  /(?:^|[-_.])(?:complaints?|feedback(?:loop)?|fbl|scomp|staff|abuse|arf|jmrp\S*|spam-?reports?|abuse-?reports?)(?:$|[-_.@0-9])/;
const subjects =
  /^(?:complaint about message from|(?:\[?(?:spam|abuse|feedback|complaint)\]?:? )?(?:abuse|spam|complaint|feedback(?: loop)?|junk)(?: \S{1,20})? (?:report|complaint|notification|alert)|email feedback report|e-?mail abuse|(?:client|customer|user) tos notification|fw: (?:complaint|spam)|jmrp|junk (?:e-?mail )?report)/i;
/** Houses that only pass complaints on; they may send our mail back as text. */
const houses =
  /@(?:[a-z0-9-]+\.)*(?:reports\.spamcop\.net|(?:fbl|arf|scomp|complaints?|abuse-?reports?|feedback-?loop)\.[a-z0-9.-]+)$/;
const housesSay = /^\[spamcop \(|abuse|spam|complaint/i;
const sentences =
  /(?:this is an? (?:e-?mail )?(?:abuse|spam|opt-?out|feedback|complaint) (?:report|complaint|notification)|(?:marked|reported|flagged) (?:\S{1,20} ){0,6}?(?:as|it as) (?:spam|junk|unwanted|unsolicited|abuse)|complaint (?:was |has been )?(?:received|from|about|regarding)|(?:user|recipient|member|subscriber|customer)s?(?: \S{1,20}){0,6}? complain|reported as spam|spam complaint|feedback loop|requested to be removed|junk mail reporting)/i;

/**
 * Complaints without a feedback report: the header of Hotmail's JMRP, and desks that send the mail back with
 * a sentence. Always with our mail inside, or below as text from a house that does nothing else; a person who merely writes about spam is a person.
 */
export function plainReport(mail: ParsedMail): Complaint | null {
  const part = mail.parts.find(({ type }) => /^(?:message\/rfc822|text\/rfc822)/.test(type));
  if (part === undefined) return passedOn(mail);
  const inside = headerAtTop(part.text);
  const hotmail = valueOf(inside, 'x-hmxmroriginalrecipient');
  const box = mail.from?.address.split('@')[0] ?? '';
  const desk = desks.test(box) && (subjects.test(mail.subject) || sentences.test(mail.seen.slice(0, 2_000)));
  if (!hotmail && !desk) return null;
  const original = originalOf(mail);
  const named = hotmail ? addressesIn(hotmail) : [];
  return { recipients: named.length > 0 ? named : original.to, originalMessageId: original.messageId };
}

function passedOn(mail: ParsedMail): Complaint | null {
  if (!houses.test(mail.from?.address ?? '') || !housesSay.test(mail.subject)) return null;
  if (returnedFrom(mail.seen) === mail.seen.length) return null;
  const original = originalOf(mail);
  return { recipients: original.to, originalMessageId: original.messageId };
}
