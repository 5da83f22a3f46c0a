const quoteBegins =
  /^\s*(?:-{2,} ?(?:original|forwarded|weitergeleitet|urspr[uü]ngliche|mensaje|message|messaggio|mensagem|oorspronkelijk|begin)\b|begin forwarded message|inicio del mensaje reenviado|_{20,}\s*$|(?:on|am|le|el|il|em|op|den)\b.{5,200}\b(?:wrote|schrieb|a [eé]crit|escribi[oó]|ha scritto|escreveu|schreef|skrev)\b.{0,40}:?\s*$|\S.{0,100}<\S+@\S+>.{0,40}\b(?:wrote|schrieb|a [eé]crit|escribi[oó]|ha scritto|escreveu)\s*:?\s*$|(?:on|am|le|el|il|em) .{5,80}(?:\d{4}|\d{1,2}:\d\d).{0,80}<?\S+@\S+>?.{0,5}$)/i;
const headerLine = /^\s*\*?(?:from|von|de|da|van|fra|från)\*?: ?\S.*$/i;
const headerNext =
  /^\s*\*?(?:sent|date|to|gesendet|datum|an|enviado|fecha|para|envoy[eé]|[aà]|objet|inviato|data|assunto|subject|betreff|asunto|oggetto)\*? ?: ?\S/i;

/**
 * The lines of a text before anything quoted or forwarded; quoted lines among them are left out. Rough: it
 * serves to tell what a mail is, not to show what somebody wrote.
 */
export function ownWords(text: string): string {
  const lines = text.split('\n', 2_000);
  const own: string[] = [];
  for (const [index, line] of lines.entries()) {
    const cut = line.slice(0, 400);
    if (quoteBegins.test(cut)) break;
    if (
      headerLine.test(cut) &&
      [1, 2].some((step) => headerNext.test((lines[index + step] ?? '').slice(0, 400)))
    )
      break;
    if (!/^\s*>/.test(cut)) own.push(line);
  }
  return own.join('\n');
}

/** Whether something is quoted or forwarded in a text. */
export function quotes(text: string): boolean {
  return text.split('\n', 2_000).some((line) => /^\s*>/.test(line) || quoteBegins.test(line.slice(0, 400)));
}
