import { asksIn } from './asks';
import { begins, hint, inBody, type Circumstances, type Finding } from './finding';
import { wordSet, wordsOf, type Word } from './folded';
import type { Letter } from './letter-parts';
import { tongueOf } from './tongue';

/** What would be better otherwise and refuses nothing. */
export function hintsOf(letter: Letter, how: Circumstances): Finding[] {
  const words = wordsOf(letter.prose, letter.bodyFrom, letter.signedFrom);
  return [
    ...monologue(letter, words),
    ...tooLong(words, how),
    ...manyAsks(letter, how),
    ...theirNight(how),
    ...sourceUnsaid(letter, how),
  ];
}

const we = {
  en: wordSet('we our ours us weve were well wed'),
  es: wordSet('nosotros nosotras nuestro nuestra nuestros nuestras nos'),
};
const you = {
  en: wordSet('you your yours youre youve youd youll yourself'),
  es: wordSet(
    'tu tus ti te tuyo tuya usted ustedes vosotros vosotras os vuestro vuestra vuestros vuestras su sus le les contigo has eres estas tienes puedes quieres crees sabes haces trabajas dices',
  ),
};

// All we, hardly a you, and nothing asked: they are not in it.
function monologue(letter: Letter, words: readonly Word[]): Finding[] {
  const tongue = tongueOf(words);
  if (!tongue || words.length < 20 || asksIn(letter).length > 0) return [];
  const ours = words.filter(
    (word) =>
      we[tongue].has(word.key) ||
      (tongue === 'es' && isWeVerb(word.key)) ||
      (tongue === 'en' && isI(word, letter)),
  );
  const theirs = words.filter(
    ({ key }) => you[tongue].has(key) || (tongue === 'es' && /(?:aste|iste|ais|eis)$/.test(key)),
  );
  if (ours.length < 4 || theirs.length * 3 > ours.length) return [];
  return [
    hint(
      'monologue',
      ours.slice(0, 12).map(({ start, end }) => inBody(start, end)),
    ),
  ];
}

const isWeVerb = (key: string) =>
  key.length > 4 && /(?:a|e|i)mos$|^somos$/.test(key) && key !== 'ultimos' && key !== 'proximos';
const isI = ({ key }: Word, letter: Letter) =>
  (key === 'i' && letter.prose.length > 0) || key === 'my' || key === 'ive' || key === 'im';

const chats: ReadonlySet<string> = new Set(['linkedin', 'x', 'whatsapp', 'sms']);

// In words: what somebody reads who did not ask for it, and what somebody reads who did.
function tooLong(words: readonly Word[], how: Circumstances): Finding[] {
  const most = begins(how) ? (chats.has(how.channel) ? 100 : 180) : 400;
  const past = words[most];
  return past ? [hint('too_long', [inBody(past.start, words.at(-1)?.end ?? past.end)])] : [];
}

function manyAsks(letter: Letter, how: Circumstances): Finding[] {
  const asked = how.purpose === 'thanks' ? [] : asksIn(letter);
  return asked.length > (begins(how) ? 1 : 3) ? [hint('many_asks', asked)] : [];
}

function theirNight({ theirHour }: Circumstances): Finding[] {
  return theirHour !== null && (theirHour >= 22 || theirHour < 7) ? [hint('their_night')] : [];
}

// The GDPR, Art. 14(3)(b), and its sisters in Britain and Switzerland: with the first message at the latest.
const lands = wordSet(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO GB CH',
);
const reached: ReadonlySet<string> = new Set(['email', 'phone', 'whatsapp', 'sms']);
const saysWhere =
  /\b(?:(?:found|got|have|took|saw|came across|read|learned|discovered|reached) [^.?!\n]{0,60}\b(?:address|e-?mail|number|name|website|site|profile|page|blog|article|interview|talk|linkedin|from|through|via)|(?:gave|passed|shared|forwarded|sent) me your|(?:introduced|recommended|suggested|referred|mentioned|pointed) (?:us|me|you|by)|we met|met (?:you )?at|you (?:wrote|gave|told)|your (?:website|site|page|profile|blog|article|talk|interview)|(?:encontr|consegui|obtuv|saqu|vi|lei|he visto|he leido|he encontrado|me (?:ha )?(?:dio|pas|facilit|llego))\w*[^.?!\n]{0,60}\b(?:correo|direccion|email|e-mail|mail|numero|contacto|nombre|web|pagina|perfil|articulo|entrevista|linkedin|charla)|me (?:dio|paso|ha pasado|ha dado|facilito|recomendo|hablo) [^.?!\n]{0,40}|nos (?:conocimos|presento)|(?:tu|su|vuestra) (?:web|pagina|perfil|blog|articulo|charla|entrevista))\b/;

function sourceUnsaid(letter: Letter, how: Circumstances): Finding[] {
  const { isFirst, channel, country, gaveAddress, sourceOfAddress } = how;
  if (!isFirst || gaveAddress || !country || !lands.has(country.toUpperCase()) || !reached.has(channel))
    return [];
  if (letter.prose.trim() === '' || saysWhere.test(letter.plain)) return [];
  // The words under which the address is kept, if the letter uses them.
  const kept = wordsOf(sourceOfAddress ?? '').filter(({ key }) => key.length > 4);
  const said = new Set(wordsOf(letter.prose.slice(0, 20_000)).map(({ key }) => key));
  return kept.some(({ key }) => said.has(key)) ? [] : [hint('source_unsaid')];
}
