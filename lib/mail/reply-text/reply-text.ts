import { bannerAt } from './banner';
import { isDeviceLine } from './devices';
import { htmlLines } from './html/html-lines';
import { isBlank, linesOf, type Line } from './lines';
import { withoutTail } from './tail';
import { whoseLines } from './whose';

/** The parts of one mail that a person reads; `format=flowed` is undone by whoever calls (RFC 3676). */
export type Bodies = { readonly text: string | null; readonly html: string | null };

/**
 * What whoever sent this mail wrote now.
 *
 * Cut off: what they quote or forward and what introduces it, blocks behind `-- `, what a device adds ("Sent from my
 * iPhone"), and notices (confidentiality, data protection, printing). Kept: greetings, sign-offs and names ("Best, Ana"
 * stays; `wordsOf` takes these too), and answers between quoted lines, without the quotes. Where no mark says where an
 * unmarked quote ends, all below it goes: losing a line is bad, leaking a quote is worse. `''` if nothing is theirs.
 * Takes linear time on any input and throws nothing.
 */
export function replyTextOf(bodies: Bodies): string {
  return quotedApart(bodies).said;
}

/** The same, and what was cut off, for whoever wants to unfold it. */
export function quotedApart({ text, html }: Bodies): { said: string; rest: string } {
  const alone = html === null || html === '';
  const plainly = text !== null && (alone || isWorthReading(text)) ? parted(linesOf(text)) : null;
  if (plainly !== null && (plainly.said !== '' || html === null)) return plainly;
  const marked = alone ? null : parted(htmlLines(html));
  return marked !== null && (plainly === null || marked.said !== '')
    ? marked
    : (plainly ?? { said: '', rest: '' });
}

const excuse =
  /^\s{0,200}(?:your (?:e-?mail|mail) (?:client|program|reader)|this (?:message|e-?mail) (?:requires|needs|contains|(?:is|was sent) (?=.{0,80}html))|view (?:this (?:e-?mail|message) )?(?:in|online)|to view this|html(?: e-?mail)? only|please (?:view|enable)|si no (?:ve|puede)|ver en (?:el )?navegador|im browser|afficher dans|visualizza)/i;

/** A text part that only asks to read the other one is none. */
function isWorthReading(text: string): boolean {
  return !isBlank(text) && !(text.length < 400 && excuse.test(text));
}

function parted(lines: readonly Line[]): { said: string; rest: string } {
  const kept = keep(lines, whoseLines(lines));
  const said: string[] = [];
  const rest: string[] = [];
  let gap = false;
  lines.forEach(({ text }, at) => {
    if (kept[at] === true) {
      if (gap && said.length > 0) said.push('');
      said.push(text);
      gap = false;
    } else {
      rest.push(text);
      gap ||= isBlank(text);
    }
  });
  return { said: said.join('\n').trim(), rest: rest.join('\n').trim() };
}

/** Of each unbroken stretch of their own lines, what stands above its tail. */
function keep(lines: readonly Line[], theirs: readonly boolean[]): boolean[] {
  const kept = new Array<boolean>(lines.length).fill(false);
  let begun = false;
  for (let start = 0; start < lines.length; start += 1) {
    if (theirs[start] !== true) continue;
    let end = start;
    while (theirs[end] === true) end += 1;
    while (start < end && isNothing(lines[start]?.text ?? '')) start += 1;
    const own = lines.slice(start, end).map(({ text }) => text);
    const banner = begun ? 0 : bannerAt(own);
    begun ||= start < end;
    kept.fill(true, start + banner, start + banner + withoutTail(own.slice(banner)).length);
    start = end;
  }
  return kept;
}

/** People who type below what their telephone wrote leave it on top. */
const isNothing = (text: string): boolean => isBlank(text) || isDeviceLine(text);
