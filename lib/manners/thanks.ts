import { inBody, refused, type Circumstances, type Finding, type Place } from './finding';
import { asksIn } from './asks';
import { link, type Letter } from './letter-parts';

/** A thanks is a courtesy: it fits into so many characters (code points). */
export const longestThanks = 400;

const selling = new RegExp(
  [
    '(?:book|schedule|set up|arrange|hop on|jump on) (?:a |an |in )?(?:quick |short |free |brief )?(?:call|demo|meeting|chat)\\b',
    '(?:free|no-obligation) (?:trial|demo|consultation|account)\\b',
    '(?:special|exclusive|limited|introductory) (?:offer|price|discount|deal)\\b',
    '\\b\\d{1,2} ?% (?:off|discount|de descuento)\\b',
    '\\bour (?:new )?(?:product|platform|solution|software|tool|app|service)s? (?:can|could|helps?|lets?|makes?|would|will|is|are|has|have|offers?)\\b',
    '\\bwe (?:also )?(?:offer|sell|provide)\\b',
    '\\b(?:sign up|try it (?:for )?free|get started)\\b',
    '\\b(?:agendar?|agendamos|concertar?|concertamos|reservar?) (?:una |un )?(?:breve |rapida )?(?:llamada|demo|demostracion|reunion)\\b',
    '\\b(?:prueba|demo|consulta) (?:gratuita|gratis)\\b',
    '\\b(?:oferta|descuento|promocion) (?:especial|exclusiv[oa]|limitad[oa])\\b',
    '\\bnuestr[oa] (?:nuev[oa] )?(?:producto|plataforma|solucion|software|herramienta|app|aplicacion|servicio) (?:puede|podria|ayuda|permite|ofrece|es|tiene|esta)\\b',
    '\\b(?:tambien )?(?:ofrecemos|vendemos)\\b',
  ].join('|'),
  'g',
);

/** A thanks is short, sells nothing, links nowhere, and asks one thing at most. */
export function thanksOf(
  letter: Letter,
  { purpose, carriesPitch }: Pick<Circumstances, 'purpose' | 'carriesPitch'>,
): Finding[] {
  if (purpose !== 'thanks') return [];
  const { text, plain, signedFrom } = letter;
  const body = plain.slice(0, signedFrom);
  const sold = [...body.matchAll(selling)].map(placeOf);
  const linked = [...text.slice(0, signedFrom).matchAll(link)].map(placeOf);
  const asked = asksIn(letter);
  return [
    ...(tooLongForThanks(text) ? [refused('thanks_too_long', [inBody(cutAt(text), text.length)])] : []),
    ...(sold.length > 0 || carriesPitch ? [refused('thanks_pitch', sold)] : []),
    ...(linked.length > 0 ? [refused('thanks_link', linked)] : []),
    ...(asked.length > 1 ? [refused('thanks_questions', asked)] : []),
  ];
}

/** Whether it is too long for a thanks; line breaks count once, however they are written. */
export function tooLongForThanks(body: string): boolean {
  const trimmed = body.replace(/\r\n/g, '\n').trim();
  return trimmed.length > longestThanks && [...trimmed].length > longestThanks;
}

const cutAt = (text: string) => [...text.slice(0, 2 * longestThanks)].slice(0, longestThanks).join('').length;
const placeOf = ({ 0: found, index }: RegExpMatchArray): Place =>
  inBody(index ?? 0, (index ?? 0) + found.length);
