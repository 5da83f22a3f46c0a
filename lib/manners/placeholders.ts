import { folded, wordSet } from './folded';
import { hint, refused, type Draft, type Finding, type Place } from './finding';
import { partsOf } from './letter-parts';

// What forms and mail merges call their fields, in English and Spanish.
const fields = wordSet(
  'name firstname lastname fname lname fullname surname company companyname organization organisation organizationname business position title jobtitle role email city town country industry date day event product website url sender sendername recipient signature phone topic subject project amount price number link nombre nombres apellido apellidos empresa compania organizacion cargo puesto ciudad pais correo fecha dia evento producto web remitente destinatario firma telefono tema asunto proyecto importe precio numero enlace nom prenom entreprise societe vorname nachname firma nome azienda cognome empresa sobrenome contact contacto cliente customer client detail details detalle specific something compliment',
);
const around = wordSet(
  'first last full your their his her my our the a an of insert here add enter fill in with personalize personalise about contact company job event product prospect lead recipient sender today todays el la los las su sus tu tus mi un una de del aqui inserta insertar poner pon anadir anade completar rellenar primer completo usuario user',
);
const commands =
  /^(?:insert|add|enter|fill in|your|personali[sz]e|todo|inserta(?:r)?|añad(?:e|ir)|rellena(?:r)?|pon(?:er)? aquí|tu |su nombre)\b/i;

// "[name of the museum]".
const nameOf =
  /^\s*(?:the )?(?:full )?(?:name|nombre|nom|nome|title|t[ií]tulo|cargo|link|enlace|date|fecha)\s+(?:of|de|del|du|do|da)\s/i;

// "[NOMBRE DEL MUSEO]"; one word alone may be "[PDF]".
function shouts(content: string): boolean {
  return /\S\s+\S/.test(content) && /^[\p{Lu}\s'/-]{6,}$/u.test(content);
}

function namesField(content: string): boolean {
  const words = content
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}]+/u)
    .map(folded)
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > 5) return false;
  return (
    words.some((word) => fields.has(word)) && words.every((word) => fields.has(word) || around.has(word))
  );
}

type Reads = (content: string, found: RegExpMatchArray) => boolean;

const identifier = /^[\p{L}\d]+(?:_[\p{L}\d]+)+$|^\p{Ll}+\p{Lu}\p{L}*$/u;
const always: Reads = () => true;
const aField: Reads = (content) => namesField(content);

// Every pattern is bounded, so that a long text is read in one go.
const shapes: readonly { readonly shape: RegExp; readonly reads: Reads; readonly inLinks?: true }[] = [
  { shape: /\{\{[^{}\n]{0,80}\}\}/g, reads: always, inLinks: true },
  { shape: /\*\|[A-Z0-9_:]{2,40}\|\*/g, reads: always, inLinks: true },
  { shape: /<%=?[^%\n]{1,60}%>|\{%[^%\n]{1,60}%\}/g, reads: always },
  { shape: /[$#]\{[\w. ]{1,40}\}/g, reads: always },
  {
    shape: /(?<![\w\\}^_{$#])\{([^{}\n]{2,40})\}/g,
    reads: (one) => identifier.test(one.trim()) || namesField(one),
  },
  {
    shape: /(?<![\w\]])\[{1,2}([^[\]\n]{2,60})\]{1,2}(?![([:])/g,
    reads: (one) => namesField(one) || shouts(one) || nameOf.test(one) || commands.test(one.trim()),
  },
  { shape: /(?<!\w)<([^<>@/\n]{2,40})>/g, reads: aField },
  { shape: /«([^«»\n ]{2,40})»/g, reads: (one) => /^\p{Lu}/u.test(one) && namesField(one) },
  {
    shape: /(?<![\d%\w])%{1,2}([\p{L}_][\p{L}\d_-]{1,30})%{1,2}(?![\d\w])/gu,
    reads: (one) => namesField(one) || /^[A-Z]+(_[A-Z]+)+$/.test(one),
  },
  { shape: /(?<!\w)(?:__|@@|##)([\p{L}_]{2,30}?)(?:__|@@|##)(?!\w)/gu, reads: aField },
  { shape: /(?<![\w-])X{3,}(?![\w]|-\d)/g, reads: (_, found) => !numbered(found) },
  { shape: /(?<!\w)XX+(?=[/%€$]|(?:\/XX))/g, reads: always },
  { shape: /(?<=[\p{L},] )_{3,}(?=[\s,.:;!?])/gu, reads: always },
  { shape: /\blorem ipsum\b/gi, reads: always },
];

// Thirty in Roman numerals.
function numbered({ 0: found, index, input }: RegExpMatchArray): boolean {
  const before = (input ?? '').slice(Math.max(0, (index ?? 0) - 14), index);
  return (
    found === 'XXX' &&
    /\b(?:siglo|century|bowl|edici[oó]n|edition|cap[ií]tulo|chapter|volume?n?|part|parte|t[ií]tulo|article|art[ií]culo|n\.?º?|class|juegos|congreso|jornadas)\s$/i.test(
      before,
    )
  );
}

/** A field of a template or of a mail merge that nobody filled in. Code, ordinary brackets and links are left alone. */
export function placeholdersIn({ subject, body }: Pick<Draft, 'subject' | 'body'>): Finding[] {
  const places = [...placesIn(subject ?? '', 'subject'), ...placesIn(body, 'body')];
  return places.length > 0 ? [refused('placeholder', places)] : [];
}

function placesIn(text: string, field: Place['field']): Place[] {
  if (!/[{[<%«*_@#]|XX|lorem/i.test(text)) return [];
  const { prose } = partsOf(text);
  const places = shapes.flatMap(({ shape, reads, inLinks }) =>
    [...(inLinks ? text : prose).matchAll(shape)]
      .filter((found) => reads(found[1] ?? '', found))
      .map((found) => ({ field, start: found.index, end: found.index + found[0].length })),
  );
  return places
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start }, at, all) => all.slice(Math.max(0, at - 3), at).every((one) => one.end <= start));
}

/** An e-mail without a subject: a hint. */
export function subjectOf({ subject }: Pick<Draft, 'subject'>, isEmail: boolean): Finding[] {
  return isEmail && !subject?.trim() ? [hint('no_subject')] : [];
}
