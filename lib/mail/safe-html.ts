import sanitize from 'sanitize-html';
import { shallow } from './shallow-html';

/** A mail's HTML made harmless, and how many pictures from elsewhere were left out of it. */
export type SafeHtml = { readonly html: string; readonly blocked: number };

/** What may be shown besides the words: the pictures that came along, by their id (RFC 2392), and those from elsewhere. */
export interface Shown {
  readonly pictures?: Readonly<Record<string, string>>;
  readonly remote?: boolean;
}

// Longer or deeper mails are cut here: whoever needs the rest has the text.
const longest = 1_000_000;
const deepest = 100;

const color = [/^#[0-9a-f]{3,8}$/i, /^rgba?\([\d\s.,%]{1,40}\)$/i, /^[a-z]{3,20}$/i];
const length = [/^-?\d{1,4}(?:\.\d{1,3})?(?:px|pt|em|rem|ex|%)?$/i];
const lengths = [/^(?:-?\d{1,4}(?:\.\d{1,3})?(?:px|pt|em|rem|ex|%)?\s?){1,4}$/i];
const border = [/^[\w\s#().,%]{1,60}$/i];
const word = [/^[a-z-]{2,20}$/i];

const picture = /^data:image\/(?:png|gif|jpe?g|webp|bmp|avif);base64,[a-z0-9+/=\s]*$/i;

/**
 * Somebody else's HTML for showing: text, tables, pictures that came along, and links that open
 * elsewhere and tell nobody where from. No script, form, frame, style sheet or remote content, of a picture its words;
 * with `remote` also pictures from elsewhere. Meant for an iframe with `sandbox` (without `allow-scripts` and `allow-same-origin`), by
 * `safeDocument`.
 */
export function safeHtml(html: string, { remote = false, pictures = {} }: Shown = {}): SafeHtml {
  const within = new Map(Object.entries(pictures));
  let blocked = 0;
  const clean = sanitize(shallow(html.slice(0, longest), deepest), {
    allowedTags:
      'a abbr b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var wbr'.split(
        ' ',
      ),
    nonTextTags:
      'style script textarea option noscript title head template svg math iframe object embed'.split(' '),
    allowedAttributes: {
      a: ['href', 'target', 'rel', 'title'],
      img: ['src', 'alt', 'title', 'width', 'height'],
      font: ['color', 'size'],
      ol: ['start', 'type'],
      td: ['colspan', 'rowspan', 'align', 'valign', 'width', 'bgcolor'],
      th: ['colspan', 'rowspan', 'align', 'valign', 'width', 'bgcolor'],
      table: ['width', 'border', 'cellpadding', 'cellspacing', 'align', 'bgcolor'],
      '*': ['dir', 'lang', 'style'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['data', 'https', 'http'] },
    allowProtocolRelative: false,
    allowedStyles: { '*': styles },
    transformTags: {
      img: (tagName, attribs) => {
        const source = sourceOf(attribs['src']?.trim() ?? '', within);
        if (isShown(source, remote)) return { tagName, attribs: { ...attribs, src: source } };
        if (/^https?:[/\\]{2}/i.test(source)) blocked += 1;
        const alt = attribs['alt']?.trim();
        return alt ? { tagName: 'span', attribs: { dir: 'auto' }, text: alt } : { tagName, attribs: {} };
      },
      a: (tagName, { href, title }) => ({
        tagName,
        attribs: {
          ...(href !== undefined && { href }),
          ...(title !== undefined && { title }),
          target: '_blank',
          rel: 'noopener noreferrer nofollow',
        },
      }),
    },
    exclusiveFilter: ({ tag, attribs }) =>
      tag === 'img' && attribs['src'] === undefined && attribs['dir'] === undefined,
  });
  return { html: clean, blocked };
}

function sourceOf(source: string, within: ReadonlyMap<string, string>): string {
  if (/^cid:/i.test(source)) return within.get(decoded(source.slice('cid:'.length))) ?? '';
  return source.replace(/^[/\\]{2}/, 'https://');
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

const isShown = (source: string, remote: boolean): boolean =>
  picture.test(source) || (remote && /^https?:\/\/[^\s<>"']+$/i.test(source));

const styles = {
  color,
  'background-color': color,
  'font-size': length,
  'font-weight': [/^(?:\d{3}|bold|normal|bolder|lighter)$/i],
  'font-style': word,
  'text-align': word,
  'text-decoration': [/^[a-z\s-]{2,40}$/i],
  'vertical-align': word,
  'white-space': word,
  'list-style-type': word,
  margin: lengths,
  'margin-left': length,
  'margin-top': length,
  'margin-bottom': length,
  padding: lengths,
  'padding-left': length,
  'border-left': border,
  'border-collapse': word,
  width: length,
  'max-width': length,
};
