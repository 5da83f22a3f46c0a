import { isNameLike } from './names';
import { momentAtStart, momentOf } from './told-when';

/** Who wrote and when, as a mail program says it above what it quotes. */
export interface MailHead {
  readonly name: string | null;
  readonly when: string | null;
  readonly subject: string | null;
  /** How many lines it takes. */
  readonly takes: number;
}

const begins = /^(?:on|el|le|am|il giorno|il|em|a|op|den|no dia)\s+(?=\S)/i;
const wrote =
  /\s*(?:wrote|writes|escribi[oó]|a [ée]crit|schrieb|ha scritto|escreveu)(?:\s+(?:lo siguiente|as follows|folgendes|ce qui suit))?\s*:\s*$/i;
const schrieb = /^\s*,?\s*(?:hat\s+)?(?:schrieb|wrote|escribió|écrit)\s+/i;

/** "On Tue, Mar 3, 2026 at 10:32 AM Ana García <ana@x.org> wrote:", in six languages, over at most three lines. */
export function attribution(lines: readonly string[], at: number): MailHead | null {
  const first = lines[at]?.trim() ?? '';
  if (first.length > 250 || !/\d|:$|@/.test(first)) return null;
  let joined = '';
  for (let takes = 1; takes <= 3; takes += 1) {
    const line = lines[at + takes - 1]?.trim() ?? '';
    if (line === '' || line.length > 250) return null;
    joined = `${joined} ${line}`.trim();
    const read = joined.endsWith(':') ? attributed(joined) : null;
    if (read) return { ...read, subject: null, takes };
  }
  return null;
}

function attributed(line: string): Pick<MailHead, 'name' | 'when'> | null {
  const bare = line.replace(begins, '');
  const isWrote = wrote.test(bare);
  const told = momentAtStart(bare);
  if (told?.day) {
    const after = bare.slice(told.length);
    const who = after
      .replace(schrieb, '')
      .replace(wrote, '')
      .replace(/^[\s,]+|[\s:,]+$/g, '');
    // "2026-03-12 10:32 GMT+01:00 Ana García <ana@x.org>:" says no verb.
    if (!isWrote && !schrieb.test(after) && !who.includes('@')) return null;
    return isNameLike(who) || who.includes('@') ? { name: who, when: bare.slice(0, told.length) } : null;
  }
  if (!isWrote) return null;
  // "Ana García <ana@x.org> wrote:", "Ana García wrote on 3 March 2026:".
  const who = line.replace(wrote, '').trim();
  return isNameLike(who) ? { name: who, when: null } : null;
}

const labels = {
  from: 'from|de|von|da|od|fra|van|remitente',
  when: 'sent|date|enviado|enviado el|enviada|enviada em|enviado em|fecha|envoyé|envoyé le|gesendet|datum|inviato|data|verzonden',
  to: 'to|para|à|an|a|per|aan|destinatario',
  subject: 'subject|asunto|objet|betreff|oggetto|assunto|onderwerp',
  more: 'cc|bcc|cco|cci|ccn|kopie|reply-to|responder a|attachments?|adjuntos?|pièces jointes|anlagen|allegati|anexos|importance|importancia|priority|mailed-by|signed-by|organization|message-id',
} as const;
const found = Object.entries(labels).map(
  ([name, words]) => [name, new RegExp(`^\\**(?:${words})\\s*:\\**\\s*(.*)$`, 'i')] as const,
);

/** A block of "From: … Sent: … To: … Subject: …", in the words of six languages. */
export function headerBlock(lines: readonly string[], at: number): MailHead | null {
  const said = new Map<string, string>();
  let takes = 0;
  for (let next = at; next < Math.min(lines.length, at + 14); next += 1) {
    const line = lines[next]?.trim() ?? '';
    const label = line.length > 600 ? undefined : found.find(([, pattern]) => pattern.test(line));
    if (!label) {
      // A long list of people goes on in the next line.
      const goesOn = takes > 0 && /[;,]$/.test(lines[next - 1]?.trim() ?? '') && line.includes('@');
      if (!goesOn) break;
    } else if (said.has(label[0]) && label[0] !== 'more') break;
    else said.set(label[0], label[1].exec(line)?.[1]?.trim() ?? '');
    takes = next - at + 1;
  }
  const when = said.get('when') ?? null;
  const from = said.get('from') ?? null;
  if (from === null || from === '' || said.size < 2 || !(said.has('when') || said.has('subject')))
    return null;
  if (when !== null && !momentOf(when) && !momentAtStart(when)) return null;
  return { name: from, when, subject: said.get('subject') || null, takes };
}

const between =
  /^(?:-{2,}\s*(?:original message|mensaje original|message d'origine|message original|ursprüngliche nachricht|messaggio originale|mensagem original|forwarded message|mensaje reenviado|message transféré|weitergeleitete nachricht|messaggio inoltrato|mensagem encaminhada)\s*-{2,}|_{8,}|-{20,}|begin forwarded message:|inicio del mensaje reenviado:)$/i;

/** A line between two mails that says nothing but that. */
export const isBetween = (line: string) => line.length < 90 && between.test(line.trim());

const device =
  /^(?:(?:sent|enviado|envoyé|gesendet|inviato|von) (?:from|via|desde|de|depuis|von|meinem|do|da|dal) .{2,40}|get outlook for .{2,20}|obtener outlook para .{2,20}|descargar outlook para .{2,20})$/i;

/** What a telephone sets below every mail. */
export const isOfDevice = (line: string) =>
  line.length < 70 && device.test(line.trim().replace(/[.<].*$/, ''));
