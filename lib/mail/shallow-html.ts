import { Tokenizer } from 'htmlparser2';

const voids = new Set(
  'area base br col embed hr img input link meta param source track wbr frame basefont bgsound keygen'.split(
    ' ',
  ),
);
// What an opening tag closes by itself where nobody closed it (HTML, 13.1.2.4), as far as long mails have it.
const closedBy: Readonly<Record<string, ReadonlySet<string>>> = {
  p: new Set(['p']),
  div: new Set(['p']),
  li: new Set(['li', 'p']),
  td: new Set(['td', 'th', 'p']),
  th: new Set(['td', 'th', 'p']),
  tr: new Set(['td', 'th', 'tr', 'p']),
  dt: new Set(['dt', 'dd', 'p']),
  dd: new Set(['dt', 'dd', 'p']),
};

/**
 * The same HTML without the tags below a depth, and without closing tags that close nothing; their text stays.
 * Parsers that keep their open elements in a list take quadratic time on what is deeper than any mail; this takes
 * linear time.
 */
export function shallow(html: string, deepest: number): string {
  const kept: string[] = [];
  const stack: { name: string; kept: boolean }[] = [];
  const open = new Map<string, number>();
  let copied = 0;
  let depth = 0;
  let name = '';
  let from = 0;

  const drop = (start: number, end: number): void => {
    kept.push(html.slice(copied, start));
    copied = end;
  };
  const pop = (): { name: string; kept: boolean } | undefined => {
    const top = stack.pop();
    if (top === undefined) return undefined;
    open.set(top.name, (open.get(top.name) ?? 1) - 1);
    if (top.kept) depth -= 1;
    return top;
  };
  const opened = (end: number): void => {
    if (voids.has(name)) return;
    const closes = closedBy[name];
    while (closes !== undefined && closes.has(stack.at(-1)?.name ?? '')) pop();
    const isKept = depth < deepest;
    if (isKept) depth += 1;
    else drop(from, end + 1);
    stack.push({ name, kept: isKept });
    open.set(name, (open.get(name) ?? 0) + 1);
  };
  const closed = (start: number, end: number): void => {
    const closing = html.slice(start, Math.min(end, start + 40)).toLowerCase();
    const after = html.indexOf('>', end) + 1 || html.length;
    if ((open.get(closing) ?? 0) === 0) {
      if (closing !== 'p' && closing !== 'br') drop(start - 2, after);
      return;
    }
    for (let top = pop(); top !== undefined; top = pop()) {
      if (top.name !== closing) continue;
      if (!top.kept) drop(start - 2, after);
      return;
    }
  };

  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: false },
    {
      onopentagname(start, end) {
        name = html.slice(start, Math.min(end, start + 40)).toLowerCase();
        from = start - 1;
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: closed,
      ...quiet,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  kept.push(html.slice(copied));
  return kept.join('');
}

const nothing = (): void => undefined;
const quiet = {
  onattribdata: nothing,
  onattribentity: nothing,
  onattribend: nothing,
  onattribname: nothing,
  oncdata: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onprocessinginstruction: nothing,
  ontext: nothing,
  ontextentity: nothing,
};
