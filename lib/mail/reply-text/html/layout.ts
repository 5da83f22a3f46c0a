import type { Attributes } from './element';

/** Elements that begin and end a line. */
export const blocks = new Set(
  'address article aside blockquote body center dd details dir div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section table tbody thead tfoot tr ul'.split(
    ' ',
  ),
);
/** Elements with a blank line above and below. */
export const spaced = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'pre']);

/** Word and style attributes set paragraphs without a margin: there a blank line is one that was typed. */
export const isTight = (attributes: Attributes): boolean =>
  /(?:^|\s|x_)Mso(?:Normal|Plain|List)/i.test((attributes.get('class') ?? '').slice(0, 200)) ||
  /margin(?:-top|-bottom)?:\s?0(?:[a-z%]{0,3})(?:\s|;|$)/i.test(
    (attributes.get('style') ?? '').slice(0, 600),
  );

/** Emoji are sent as pictures whose alternative is the sign itself. */
export function pictured(attributes: Attributes): string {
  const alternative = attributes.get('alt') ?? '';
  return alternative.length <= 12 && /^\p{Extended_Pictographic}/u.test(alternative) ? alternative : '';
}

/** Where spaces and line ends are shown as they stand. */
export const keepsSpaces = (name: string, attributes: Attributes): boolean =>
  name === 'pre' ||
  /white-space:\s?(?:pre|break-spaces)/i.test((attributes.get('style') ?? '').slice(0, 600));
