import { momentAfterName, momentBelowName } from './chat-heads';
import { noise, text, type Mark } from './lines';
import { bareName } from './names';
import { isProgramMark } from './program-marks';
import { momentOf } from './told-when';

const sent: readonly RegExp[] = [
  /^(.{1,80}?) sent (?:the following messages?|a message)(?: at (.{1,40}))?$/i,
  /^(.{1,80}?) (?:ha enviado|has enviado|envió|enviaste) (?:los siguientes mensajes|el siguiente mensaje|un mensaje)(?: a las? (.{1,40}))?$/i,
  /^(.{1,80}?) (?:enviou|enviaste) (?:as seguintes mensagens|a seguinte mensagem)(?: às (.{1,40}))?$/i,
  /^(.{1,80}?) (?:a|avez) envoyé (?:les messages suivants|le message suivant)(?: à (.{1,40}))?$/i,
  /^(.{1,80}?) (?:hat|haben) (?:die )?folgende(?:n)? nachricht(?:en)? um (.{1,30}?)(?: uhr)? gesendet$/i,
  /^(.{1,80}?) (?:ha|hai) inviato (?:i seguenti messaggi|il seguente messaggio)(?: alle(?: ore)? (.{1,40}))?$/i,
];

/** "Ana García sent the following messages at 10:32 AM", with a full stop or without. */
export function sentHead(line: string): Mark | null {
  const bare = line.trim().replace(/\.$/, '');
  if (bare.length > 160 || !/sent|envi|envoy|gesendet|inviato/i.test(bare)) return null;
  for (const one of sent) {
    const found = one.exec(bare);
    const when = found?.[2] ?? null;
    if (found?.[1] && (when === null || momentOf(when)))
      return { is: 'head', name: bareName(found[1]), when, rest: '' };
  }
  return null;
}

/** "You sent", "Enviaste", alone on a line, with a moment or without. */
export function youSent(line: string): Mark | null {
  if (!/^\s*[yethdvh]/i.test(line) || line.length > 90) return null;
  const found =
    /^(you sent|you replied|you said|enviaste|has enviado|tú enviaste|você enviou|vous avez envoyé|du hast gesendet|hai inviato)(?:\s*[:·•,-]?\s*(.{0,40}))?$/i.exec(
      line.trim(),
    );
  if (!found) return null;
  const when = found[2]?.trim() ?? '';
  return when === '' || momentOf(when) ? { is: 'head', name: 'You', when: when || null, rest: '' } : null;
}

const profile =
  /^(?:view|ver el perfil de|ver perfil de|voir le profil de|visualizza il profilo di) ?.{0,80}/i;

/** The lines of a conversation on LinkedIn's page; null where nothing shows that it is one. */
export function linkedInMarks(lines: readonly string[], known: (name: string) => boolean): Mark[] | null {
  const sent = lines.map(sentHead);
  const names = new Set(sent.flatMap((mark) => (mark?.is === 'head' && mark.name ? [mark.name] : [])));
  if (names.size === 0 && !lines.some((line) => profile.test(line) && isProgramMark(line))) return null;
  const named = (name: string) => names.has(bareName(name)) || known(name);
  let above: string | null = null;
  return lines.map((line, at): Mark => {
    if (line === '') return text;
    const bare = line.trim();
    const head =
      sent[at] ??
      youSent(bare) ??
      (isProgramMark(line) ? null : momentAfterName(bare, named)) ??
      momentBelowName(lines, at, (name) => names.has(bareName(name)));
    if (head?.is === 'head') above = head.name;
    if (head) return head;
    if (isProgramMark(line) || isOffered(lines, at)) return noise;
    const name = bare.length < 90 ? bareName(bare) : '';
    // The name stands again above its own words, and once at the top of all.
    if (above !== null && name === above) return { is: 'head', name, when: null, rest: '' };
    if (names.has(name)) return noise;
    if (bare !== '') above = null;
    return text;
  });
}

// Answers that the page offers below a message: faces, one a line, several in a row.
function isOffered(lines: readonly string[], at: number): boolean {
  const face = (line: string | undefined) => /^\p{Extended_Pictographic}\ufe0f?$/u.test(line?.trim() ?? '');
  return face(lines[at]) && (face(lines[at - 1]) || face(lines[at + 1]));
}
