import { refused, type Circumstances, type Finding } from './finding';
import { wordsOf } from './folded';
import type { Letter } from './letter-parts';
import { tongueOf } from './tongue';

// Each of these lets them say no, or be silent, in few words.
const ways = new RegExp(
  [
    // English
    '\\b(?:a |just |simple |simply |short |quick ){0,3}["“\']?no["”\']?[,.]? (?:is|would be|will be|also) (?:\\w+ ){0,3}(?:fine|ok|okay|enough|welcome|helps?|helpful|useful|good|all right|alright|answer|perfectly)\\b',
    '\\b(?:say|tell me|answer|reply|write|send|respond)(?: me| us| back)?(?: with)?(?: just| simply| a| a simple| a short)? ["“\']?(?:no|stop|not now|no thanks|unsubscribe|remove)\\b',
    '\\b(?:no (?:reply|answer|response) (?:is )?(?:needed|necessary|required|expected)|no need to (?:reply|answer|respond)|feel free to (?:ignore|say no|decline|pass|tell me)|you (?:can|may) (?:ignore|decline|say no)|please ignore)\\b',
    "\\b(?:if|unless|should) [^.?!\\n]{0,60}\\b(?:not (?:for you|interested|relevant|interesting|a fit|the right|your|useful|a good|now|of interest|something|welcome|want)|isn't|don't (?:want|care|wish|need)|doesn't (?:fit|suit|interest|apply|sound|make)|wouldn't|rather not|prefer not|no interest|wrong person|not the right)",
    "\\b(?:i|we)(?:'ll| will| won't| shall| would)? ?(?:not |never )?(?:leave (?:you|it)|stop|not write|won't write|write (?:to you )?again|contact you again|bother you|get in touch again|ask again|follow up)\\b[^.?!\\n]{0,40}",
    "\\b(?:won't|will not|never|not) (?:write|contact|bother|email|ask|follow up|message|reach out|hear)\\b",
    "\\b(?:unsubscribe|opt[ -]?out|take (?:you|your (?:name|address)) off|remove you|delete your (?:address|data|details)|let me know if you(?: would|'d) rather)\\b",
    '\\b(?:no hard feelings|no pressure|no obligation|no worries if|totally (?:fine|ok|understand)|happy to hear (?:a )?no|perfectly fine)\\b',
    "\\bnot interested\\b|\\bif (?:the answer is |it is |it's |that's )(?:a )?no\\b|\\byes or no\\b",
    // Spanish
    '\\b(?:un )?(?:simple |breve |con un )?["“«\']?no["”»\']? (?:me |nos |tambien |es |sera |seria |ya ){0,3}(?:basta|sirve|vale|ayuda|suficiente|respuesta|bien|valid[oa]|bienvenid[oa]|util|igual de)\\b',
    '\\b(?:con|basta con|dime|digame|decirme|decidme|di|diga|respond(?:e|a|er)(?:me)?|contest(?:a|e|ar)(?:me)?|escrib(?:e|a)(?:me)?)(?: con)?(?: simplemente| solo| sencillamente)?(?: un| que)? ?["“«\']?(?:no|stop|baja|no gracias|ahora no)\\b',
    '\\bsi (?:no |prefieres no|prefiere no|preferis no|crees que no|cree que no|ves que no|resulta que no|la respuesta es no|es que no|es un no|no es)[^.?!\\n]{0,60}',
    '\\b(?:no (?:te|le|os|volvere|volveremos|insistire|insistiremos|escribire|escribiremos|hace falta|es necesario|tienes que|tiene que|molestare|molestaremos|mas correos)|dejo de escribir|no recibir(?:a|as)? mas)\\b[^.?!\\n]{0,40}\\b(?:escribir\\w*|insist\\w+|molest\\w+|contact\\w+|respond\\w+|contest\\w+|mas|correos|mensajes)?',
    '\\b(?:sin compromiso|sin ningun compromiso|con toda (?:confianza|libertad|tranquilidad)|darte de baja|darse de baja|te borro|le borro|borrare (?:tu|su)|eliminare|te quito|le quito|no pasa nada|no hay problema|tan amigos|lo entendere|lo entiendo)\\b',
    '\\b(?:no te interesa|no le interesa|no os interesa|no es para (?:ti|usted|vosotros)|no encaja|no es el momento|no es buen momento)\\b',
    // Portuguese, French, German, Italian
    "\\b(?:se nao|sem compromisso|basta dizer|nao volto a|um nao|si ce n'est pas|si cela ne|un simple non|sans engagement|me desinscrire|n'hesitez pas a me dire non|falls nicht|wenn nicht|kein interesse|ein nein|kurzes nein|se non|un no |nessun impegno|basta un)\\b",
  ].join('|'),
);

/** A first e-mail that carries a pitch says how to decline, in whatever words. Read in English and Spanish only. */
export function wayOut(
  letter: Letter,
  how: Pick<Circumstances, 'channel' | 'carriesPitch' | 'isFirst' | 'purpose'>,
): Finding[] {
  const { channel, carriesPitch, isFirst, purpose } = how;
  if (channel !== 'email' || !carriesPitch || !isFirst || purpose !== 'opening') return [];
  if (letter.prose.trim() === '' || ways.test(letter.plain)) return [];
  return tongueOf(wordsOf(letter.prose.slice(0, 20_000))) === null ? [] : [refused('no_way_out')];
}
