import { valueOf } from '../mime/header';
import type { ParsedMail } from '../mime/parsed-mail';
import { ownWords } from '../own-words';
import { daemonOf } from './daemon';
import { returnedFrom } from './original';
import { saysBounced } from './says-bounced';

const answered =
  /^(?:\[[^\]]{1,40}\] ?)?(?:re|aw|sv|vs|antw|rv|res|r|fwd?|wg|tr|enc|i|vb|doorst|reenv|ref)(?:\[\d+\])?\s?:/i;
const codes = /(?<![\d.])[45]\.[0-7]\.\d{1,3}(?![\d.])|(?:^|[^\d.])(?:421|45[0-9]|55[0-6])[ -]\S/m;

/**
 * Whether a mail reports that another was not delivered. People forward, quote and discuss such reports; so
 * it has to be a report in form, or a program has to say so in its own first words.
 */
export function isBounce(mail: ParsedMail, found: { report: boolean; deliveries: number }): boolean {
  const daemon = daemonOf(mail);
  const wholeReport =
    /multipart\/report/.test(mail.contentType) &&
    !/feedback-report|disposition-notification/.test(mail.contentType);
  const reply = answered.test(mail.subject);
  if (found.report && wholeReport) return !reply || daemon.named || daemon.nobody;
  if (found.report && (daemon.named || daemon.nobody) && !reply) return true;
  const own = ownWords(mail.seen.slice(0, Math.min(returnedFrom(mail.seen), 6_000)));
  const says = saysBounced(mail.subject, own);
  if (daemon.named && !daemon.strict && (reply || agents.test(agentOf(mail)))) return false;
  if (daemon.strict)
    return (
      says.subject || says.text || wholeReport || codes.test(own) || found.deliveries > 0 || returns(mail)
    );
  if (daemon.named)
    return (
      (says.subject && (says.text || codes.test(own) || returns(mail))) ||
      (says.text && (daemon.nobody || codes.test(own) || returns(mail) || wholeReport)) ||
      (codes.test(own) && (daemon.nobody || returns(mail)))
    );
  if (reply || fromPerson(mail) || !says.subject) return false;
  if (daemon.nobody && (says.text || codes.test(own) || returns(mail))) return true;
  // Nobody says who speaks: then its first words have to be the report's, and it has to act like a program.
  const first = own.trimStart().slice(0, 300);
  return saysBounced('', first).text && !greets.test(first) && (isAutomatic(mail) || returns(mail));
}

const greets =
  /^(?:hi|hello|hey|dear|hola|ol[aá]|bonjour|hallo|ciao|buongiorno|guten tag|liebe|sehr geehrte|good (?:morning|afternoon))\b(?!\. this is)/i;

function isAutomatic({ header, from }: ParsedMail): boolean {
  return (
    /^\s*auto-/i.test(valueOf(header, 'auto-submitted') ?? '') ||
    /^(?:no|do-?not)[-_.]?reply/.test(from?.address ?? '')
  );
}

function returns(mail: ParsedMail): boolean {
  return (
    mail.parts.some(({ type }) => /^(?:message\/rfc822|text\/rfc822)/.test(type)) ||
    returnedFrom(mail.seen) < mail.seen.length
  );
}

const agents =
  /thunderbird|apple mail|iphone|ipad|mutt|evolution|gnus|roundcube|kmail|mozilla|eudora|\bpine\b|claws|airmail|k-9/i;

// A program for people leaves its name.
function agentOf({ header }: ParsedMail): string {
  return valueOf(header, 'user-agent') ?? valueOf(header, 'x-mailer') ?? '';
}

function fromPerson(mail: ParsedMail): boolean {
  return (
    valueOf(mail.header, 'in-reply-to') !== null ||
    /outlook/i.test(agentOf(mail)) ||
    agents.test(agentOf(mail))
  );
}
