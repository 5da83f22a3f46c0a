import type { LogKind } from '../log';
import type { Side } from './pasted';

// What programs write between the words, in the languages they are mostly used in. Matched against a whole line.
const marks: readonly RegExp[] = [
  /^(?:seen|visto|vu|gesehen|visualizzato|visualizado|read|leído|lido|lu|gelesen|letto|delivered|entregado|sent|enviado|envoyé|gesendet|inviato|enviada)(?: (?:by|por|par|von|da) .{1,60})?(?: (?:at|a las?|à|um|alle|às) .{1,20}|[ ,·].{0,30}\d)?\.?$/i,
  /^\(?(?:edited|editado|modifié|bearbeitet|modificato|<this message was edited>|<se editó este mensaje\.?>)\)?$/i,
  /^(?:view|ver|voir|visualizza|visualizar|profil von).{0,60}(?:profile|perfil|profil|profilo).{0,80}$/i,
  /^.{1,60}['’]s? profile (?:photo|picture)$/i,
  /^(?:\d(?:st|nd|rd)\+?|[123]\.?[ºer]+) degree connection$|^(?:contacto|conexión) de [123]\.?(?:er|º)? grado$/i,
  /^[·•] ?\d(?:st|nd|rd|º|er|e|\.º|\. ?º)?\+?$/i,
  /^\((?:[\p{L}]{1,9}[/|] ?){1,3}[\p{L}]{1,9}\)$/u,
  /^(?:mobile|online|offline|en línea|reply|responder|forward|reenviar|inmail|sponsored|new|nuevo|show more|ver más|translate|verified recruiter)$/i,
  /^(?:status is |active (?:now|\d)|activo ahora|write a message|escribe un mensaje|press enter to send|open (?:the options list|emoji|gif)|attach (?:an image|a file) to|maximize compose|load (?:more|earlier)|react to this|add reaction|ver traducción|see translation|click or press enter|\d+ unread messages?|unread messages?|new messages?|mensajes no leídos|mensajes nuevos)(?:\b.{0,90})?$/i,
  /^(?:to|para|à|an|a|per) (?:me|mí|mi|moi|mich|mim|minha|me)(?:, .{1,120})?$/i,
  /(?:end-to-end encrypted|cifrados? de extremo a extremo|criptografia de ponta a ponta|chiffré[es]* de bout en bout|ende-zu-ende-verschlüssel|crittografia end-to-end|security code (?:with .{1,60} )?changed|código de seguridad)/i,
  /^(?:missed (?:group )?(?:voice|video) call|missed call|llamada (?:de voz |de video |de vídeo )?perdida|videollamada perdida|chamada (?:de voz |de vídeo )?perdida|appel (?:vocal |vidéo )?manqué|verpasster? (?:sprach|video)?anruf|chiamata (?:vocale |video)?persa).{0,40}$/i,
  /^(?:this message was deleted|you deleted this message|se eliminó este mensaje|eliminaste este mensaje|esta mensagem foi apagada|diese nachricht wurde gelöscht|ce message a été supprimé|questo messaggio è stato eliminato)\.?$/i,
  /^(?:text message|imessage|sms|mms|mensaje de texto|chat|direct message|tap to (?:load|reply)|not delivered)$/i,
  /^[-_=*·•–—]{1,}$/,
];

// At the end of the words it belongs to.
const edited =
  /\s*\u200e?<(?:this message was edited|se editó este mensaje|editado|mensagem editada|ce message a été modifié|diese nachricht wurde bearbeitet|questo messaggio è stato modificato)\.?>$/iu;

/** What a chat adds behind words that were changed, as it stands there; null where nothing is added. */
export function editedIn(words: string): string | null {
  return edited.exec(words.slice(-80))?.[0] ?? null;
}

/** Whether a line is one a program wrote, and nobody said. */
export function isProgramMark(line: string): boolean {
  // Exports put marks of direction, which nobody sees, before what the program says.
  const bare = line.replace(/[\u200e\u200f\u202a-\u202e]/g, '').trim();
  if (bare === '' || bare.length > 200) return false;
  return marks.some((mark) => mark.test(bare)) || isReactionCount(bare);
}

// "👍 1", "❤️2": who it was is not said.
const isReactionCount = (line: string) =>
  /^(?:\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}\ufe0f\u200d]*\s?)+\d{1,3}$/u.test(line);

interface Deed {
  readonly what: LogKind;
  readonly side: Side | null;
}

const deeds: readonly (readonly [RegExp, LogKind, Side | null])[] = [
  [
    /^you accepted .{1,60}(?:invitation|request)|^(?:has aceptado|aceptaste) la (?:invitación|solicitud)/i,
    'connection',
    'ours',
  ],
  [
    /(?:has )?accepted your (?:invitation|connection request|request to connect)|ha aceptado tu (?:invitación|solicitud)|aceitou (?:o )?seu convite|a accepté votre invitation|hat ihre (?:kontakt)?(?:anfrage|einladung) angenommen|ha accettato il tuo invito/i,
    'connection',
    'theirs',
  ],
  [
    /^you['’]?(?:re| are) now (?:connected|first-degree)|^ahora .{0,40}(?:estáis|están) conectados|^ya (?:sois|son) contactos/i,
    'connection',
    'theirs',
  ],
  [
    /^you sent (?:a |an )?(?:connection request|invitation)|^you invited .{1,60} to connect|^has enviado una (?:invitación|solicitud)/i,
    'request',
    'ours',
  ],
  [
    /(?:wants|would like) to connect$|sent you (?:a|an) (?:invitation|connection request)|quiere conectar contigo|te ha enviado una (?:invitación|solicitud)/i,
    'request',
    'theirs',
  ],
  [/^you (?:liked|loved|laughed at|emphasi[sz]ed|reacted)\b.{1,200}$/i, 'reaction', 'ours'],
  [
    /^(?:liked|loved|laughed at|emphasized) [“"].{1,400}["”]$|^(?:le gustó|le encantó) [“"«].{1,400}["”»]$|^reacted .{1,12} to [“"].{1,400}["”]$/i,
    'reaction',
    null,
  ],
  [
    /^.{1,50} (?:liked|loved|reacted .{1,12} to) (?:your message|a message|[“"].{1,300}["”])$|^a .{1,50} le (?:gusta|ha gustado) tu mensaje/i,
    'reaction',
    'theirs',
  ],
  [
    /^(?:📞 ?)?(?:(?:outgoing|incoming) )?(?:voice|video|audio|phone) call(?:[,.:·( -].{0,30}\d.{0,20})?$|^(?:llamada de (?:voz|video|vídeo)|videollamada)[,.:·( -].{0,30}\d.{0,20}$|^(?:the )?(?:audio|video|voice) call ended.{0,40}$/i,
    'talk',
    null,
  ],
];

/** What was done rather than said: a connection, a like, a call. Null for words. */
export function deedIn(line: string): Deed | null {
  const bare = line.trim();
  if (bare.length === 0 || bare.length > 420) return null;
  const found = deeds.find(([mark]) => mark.test(bare));
  return found ? { what: found[1], side: found[2] } : null;
}
