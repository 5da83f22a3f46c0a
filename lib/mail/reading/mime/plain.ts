const entities: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  nbsp: ' ',
  quot: '"',
  aacute: 'á',
  agrave: 'à',
  auml: 'ä',
  ccedil: 'ç',
  eacute: 'é',
  egrave: 'è',
  iacute: 'í',
  ntilde: 'ñ',
  oacute: 'ó',
  otilde: 'õ',
  ouml: 'ö',
  rsquo: '’',
  szlig: 'ß',
  uacute: 'ú',
  uuml: 'ü',
};

const ends =
  /^\/?(?:p|div|br|tr|li|h[1-6]|table|tbody|ul|ol|blockquote|pre|hr|td|th|section|article|header|footer)$/;
const unseen = /^(?:style|script|head|title|template)$/;

/**
 * What one would read of an HTML page, roughly: tags away, blocks as lines. Good enough to tell what kind of
 * mail it is; what a person wrote is found in `lib/mail/reply-text`. Linear.
 */
export function plainOf(html: string): string {
  const out: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    out.push(html.slice(at, open === -1 ? undefined : open));
    if (open === -1) break;
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      if (close === -1) break;
      at = close + 3;
      continue;
    }
    const close = html.indexOf('>', open);
    if (close === -1) break;
    const tag = /^\/?[a-z][a-z0-9]*/i.exec(html.slice(open + 1, open + 20))?.[0].toLowerCase() ?? '';
    if (ends.test(tag)) out.push('\n');
    at = close + 1;
    if (unseen.test(tag)) {
      const end = closing(html, tag, at);
      if (end === -1) break;
      at = end;
    }
  }
  return decoded(out.join('')).replace(/[ \t\u00a0]+/g, ' ');
}

function closing(html: string, tag: string, from: number): number {
  const again = new RegExp(`</${tag}\\b`, 'gi');
  again.lastIndex = from;
  return again.exec(html)?.index ?? -1;
}

function decoded(text: string): string {
  return text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
