import { hint, refused, type Circumstances, type Draft, type Finding } from './finding';
import type { Letter } from './letter-parts';

// What mail programs put before the subject of an answer, in the languages they are mostly used in.
const answering = /^\s*(?:re|aw|sv|vs|antw|rif|res|odp|ynt)(?:\s?[[(]\d{1,3}[\])])?\s?[:：]/i;

// "Following up on my last email": of a message of ours that there never was. Read without accents.
const before = new RegExp(
  '(?<!\\p{L})(?:' +
    [
      'follow(?:ing|ed)?[ -]up (?:on|to|from|with) (?:my|our|the|a) (?:(?:last|previous|earlier|first|recent) )?(?:e-?mails?|mails?|messages?|notes?|letters?|proposals?|below)\\b',
      'just follow(?:ing|ed)? up\\b',
      '(?:my|our) (?:last|previous|earlier) (?:e-?mail|mail|message|note|letter)\\b',
      '(?:as|like) i (?:wrote|said|mentioned) (?:in my|before|last|earlier)\\b',
      '(?:mi|nuestro) (?:ultimo|anterior|primer) (?:correo|mensaje|mail|e-?mail)\\b',
      '(?:mi|nuestro) (?:correo|mensaje|mail|e-?mail) (?:anterior|de la semana pasada)\\b',
      '(?:seguimiento|al hilo) (?:a|de|al) (?:mi|nuestro|el|l)? ?(?:correo|mensaje|mail|e-?mail)\\b',
      'como (?:te|le|os) (?:decia|comentaba|comente|escribi)\\b',
    ].join('|') +
    ')',
  'giu',
);

/** A first message that makes believe it is not one: "RE:" before its subject, "my last email" in it. */
export function pretendsOf(
  { subject }: Pick<Draft, 'subject'>,
  { plain, bodyFrom, signedFrom }: Letter,
  how: Pick<Circumstances, 'isFirst' | 'haveSpoken' | 'purpose'>,
): Finding[] {
  if (!how.isFirst || how.haveSpoken || how.purpose !== 'opening') return [];
  const found = answering.exec(subject ?? '');
  const places = [...plain.slice(bodyFrom, signedFrom).matchAll(before)].map((one) => ({
    field: 'body' as const,
    start: bodyFrom + one.index,
    end: bodyFrom + one.index + one[0].length,
  }));
  return [
    ...(found ? [refused('pretends', [{ field: 'subject', start: 0, end: found[0].length }])] : []),
    ...(places.length > 0 ? [hint('pretends', places)] : []),
  ];
}
