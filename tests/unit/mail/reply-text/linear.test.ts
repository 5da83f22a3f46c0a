import { describe, expect, it } from 'vitest';
import { unflowed } from '@/lib/mail/reply-text/flowed';
import { quotedApart, replyTextOf } from '@/lib/mail/reply-text/reply-text';
import { wordsOf } from '@/lib/mail/reply-text/words';

type Hostile = { readonly name: string; readonly html?: true; readonly make: (size: number) => string };

/** As many lines as 6,000 where the whole size is asked for, so that short lines cost no more than long ones. */
const lines = (line: string) => (size: number) =>
  line.repeat(Math.ceil(Math.min(size, Math.max(size / 3, (size / 20) * line.length)) / line.length));

const hostile: Hostile[] = [
  { name: 'On …', make: lines('On ') },
  { name: 'lines of On …', make: lines('On Mon, 3 Mar 2025 at 10:00\n') },
  { name: 'short lines of On', make: lines('On \n') },
  { name: 'empty lines', make: lines('\n') },
  { name: 'a word, empty lines and a word', make: (size) => `Yes${'\n'.repeat(size / 3)}please` },
  { name: 'On … with gaps', make: lines('On 3 March 2025 Ana wrote:\n\n\n\n') },
  { name: 'colons', make: lines('a:\n') },
  { name: 'From:', make: lines('From: a@b.example\n') },
  { name: 'From: and To:', make: lines('From: a\nx\nTo: b\n\n') },
  { name: 'addresses that never end', make: lines('"<a@b.example:\n') },
  { name: 'rules', make: lines('-----\n') },
  { name: 'marks of signatures', make: lines('--\n') },
  { name: 'devices', make: lines('Sent from my iPhone\n') },
  { name: 'notices', make: lines('This e-mail is confidential if you are the\n\n') },
  { name: 'names', make: lines('Ana Lopez\n\n') },
  { name: 'quotes and answers in turn', make: lines('> quoted\nanswered\n') },
  { name: 'names before marks', make: lines('Sam> quoted\n') },
  { name: 'other names before marks', make: lines('Sam> quoted\nAnn> quoted\n') },
  { name: 'headers of GroupWise', make: lines('>>> Sam 11/2/2026 4:31 PM >>>\n') },
  { name: 'headers of GroupWise nobody ends', make: lines('>>> Sam 4:31') },
  { name: 'tables of Lotus Notes', make: lines('11/02/2026 04:31 PM\n\nTo\n') },
  { name: 'lines of Lotus Notes', make: lines('Sam ---11/02/2026 ') },
  { name: 'banners', make: lines('[EXTERNAL] Do not click links or attachments.\n') },
  { name: 'lines of help desks', make: lines('##- Reply above this line -##\n') },
  { name: 'one level of quoting more a line', make: (size) => deeper(Math.floor(Math.sqrt(2 * size))) },
  { name: 'one line', make: lines('word ') },
  { name: 'one line without a space', make: lines('x') },
  { name: 'one line of spaces', make: lines(' ') },
  { name: 'one line of dashes', make: lines('-') },
  { name: 'one line of >', make: lines('>') },
  { name: 'blockquotes in blockquotes', html: true, make: lines('<blockquote>') },
  { name: 'closed blockquotes', html: true, make: (size) => nested('blockquote', Math.floor(size / 25)) },
  { name: 'tags nobody closes', html: true, make: lines('<b>x') },
  { name: 'closing tags that close nothing', html: true, make: lines('<b></i>') },
  { name: 'breaks', html: true, make: lines('<br>') },
  { name: 'paragraphs', html: true, make: lines('<p>a') },
  { name: 'lists in lists', html: true, make: lines('<ul><li>') },
  { name: 'tables in tables', html: true, make: lines('<table><tr><td>') },
  { name: 'entities', html: true, make: lines('&amp;') },
  { name: 'half entities', html: true, make: lines('&am') },
  { name: 'half tags', html: true, make: lines('<') },
  { name: 'half comments', html: true, make: lines('<!--') },
  { name: 'attributes', html: true, make: (size) => `<a ${'x=1 '.repeat(size / 4)}>` },
  { name: 'one long style', html: true, make: (size) => `<p style="${'border-left:'.repeat(size / 12)}">a` },
  { name: 'half styles', html: true, make: lines('<style>p{') },
];

const deeper = (levels: number): string =>
  Array.from({ length: levels }, (_, level) => `${'>'.repeat(level)} on level ${String(level)}`).join('\n');

const nested = (name: string, levels: number): string =>
  `${`<${name}>`.repeat(levels)}no${`</${name}>`.repeat(levels)}`;

function read({ html }: Hostile, mail: string): void {
  const { said } = quotedApart(html === true ? { text: null, html: mail } : { text: mail, html: null });
  wordsOf(said);
  wordsOf(mail);
  unflowed(mail, false);
}

/** The fastest of some runs: a slow one is the machine's. */
function fastest(run: () => void, times: number): number {
  let best = Infinity;
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** How much longer one mail takes than four of a quarter of its length; the machine's pauses only ever add. */
function growth(one: Hostile): number {
  const [quarter, whole] = [one.make(30_000), one.make(120_000)];
  let least = Infinity;
  for (let round = 0; round < 8 && least > 2.4; round += 1) {
    const parts = fastest(() => [1, 2, 3, 4].forEach(() => read(one, quarter)), 1);
    // What takes less than this cannot be told from noise.
    least = Math.min(least, fastest(() => read(one, whole), 1) / Math.max(parts, 4));
  }
  return least;
}

describe('trap 9: time to read a mail that was made to take long', { timeout: 30_000 }, () => {
  it.each(hostile)('grows with its length only: $name', (one) => {
    // 1 if linear, 4 if quadratic.
    expect(growth(one)).toBeLessThan(2.5);
  });

  it.each([
    ['200 KB of On …', 'On '.repeat(66_667)],
    ['200 KB of lines of On …', 'On Mon, 3 Mar 2025\n'.repeat(11_000)],
    ['50,000 empty lines', '\n'.repeat(50_000)],
    ['1,000 levels of quoting', deeper(1000)],
    ['1 MB in one line', 'word '.repeat(200_000)],
  ])('is short: %s', (name, text) => {
    const took = fastest(() => replyTextOf({ text, html: null }), 2);
    process.stdout.write(`${name}: ${took.toFixed(1)} ms\n`);
    expect(took).toBeLessThan(1000);
  });

  it('is short: 1,000 levels of blockquotes, and no stack overflows at 100,000', () => {
    const took = fastest(() => replyTextOf({ text: null, html: nested('blockquote', 1000) }), 2);
    process.stdout.write(`1,000 levels of blockquotes: ${took.toFixed(1)} ms\n`);
    expect(took).toBeLessThan(1000);
    expect(replyTextOf({ text: null, html: `Yes.${nested('blockquote', 100_000)}` })).toBe('Yes.');
  });
});
