import type { ParsedMail } from './mime/parsed-mail';
import { ownWords } from './own-words';

const subjects =
  /^(?:read|not read|le[ií]do|no le[ií]do|lida|n[aã]o lida|lu|non lu|gelesen|ungelesen|nicht gelesen|letto|non letto|gelezen|l[aä]st|read receipt|return receipt|(?:disposition|read) notification|acus[eo] de (?:lectura|recibo)|confirmaci[oó]n de lectura|confirma[cç][aã]o de leitura|confirmation de lecture|accus[eé] de (?:lecture|r[eé]ception)|lesebest[aä]tigung|conferma di lettura|ricevuta di ritorno|開封済み|已读|прочитано|прочтено)(?: \(displayed\)| - |\s?: ?|$)/i;
const sentences =
  /your (?:message|mail|e-?mail)\b.{0,600}?\b(?:was|has been) (?:(?:read|opened|displayed) (?:on|at|by the recipient)|deleted without)|return receipt for the mail|this is a (?:return|read) receipt|receipt only acknowledges that|(?:mensaje|correo).{0,400}?(?:fue le[ií]do|ha sido (?:le[ií]do|abierto)|se ley[oó])|(?:message|courrier).{0,400}?(?:a [eé]t[eé] (?:lu|ouvert|affich[eé]))|(?:nachricht|mail).{0,400}?(?:wurde.{0,120}?gelesen|wurde.{0,120}?angezeigt)|(?:messaggio).{0,400}?(?:[eè] stat[oa] (?:lett[oa]|visualizzat[oa]))|(?:mensagem).{0,400}?foi lida/is;

/** Whether a mail is a receipt: ours was shown, or thrown away unread (MDN, RFC 8098, and Outlook's own). */
export function isReceipt(mail: ParsedMail): boolean {
  if (mail.parts.some(({ type }) => /^message\/(?:global-)?disposition-notification$/.test(type)))
    return !/multipart\/mixed/.test(mail.contentType);
  if (/multipart\/report.*disposition-notification/s.test(mail.contentType)) return true;
  return subjects.test(mail.subject) && sentences.test(ownWords(mail.seen.slice(0, 3_000)).slice(0, 1_500));
}
