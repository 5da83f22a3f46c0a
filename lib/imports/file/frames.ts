/** The text of one row, which may run over several lines, or why there is none. */
export type Frame =
  | { readonly line: number; readonly text: string }
  | { readonly line: number; readonly fault: 'quote_not_closed' | 'row_too_long' };

// A quoted note may have paragraphs; what is longer is a quote that somebody forgot to close.
const mostLines = 200;
const mostLetters = 100_000;

interface Line {
  readonly number: number;
  readonly text: string;
}

/**
 * Cuts text into rows at line ends (LF, CRLF, CR) outside of quotes (RFC 4180). A quote that never closes, or closes
 * in the middle of a later row, costs its own line only: the file goes on at the next one.
 */
export async function* frames(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<Frame> {
  const framing = new Framing(delimiter);
  for await (const line of lines(text)) yield* framing.add(line);
  yield* framing.end();
}

class Framing {
  /** The lines of the row that is being read. */
  #open: Line[] = [];
  #letters = 0;
  /** Lines to be read, some of them again. */
  readonly #ahead: Line[] = [];

  constructor(private readonly delimiter: string) {}

  *add(line: Line): Generator<Frame> {
    this.#ahead.push(line);
    yield* this.#settle();
  }

  *end(): Generator<Frame> {
    while (this.#open.length > 0) {
      yield this.#givenUp();
      yield* this.#settle();
    }
  }

  *#settle(): Generator<Frame> {
    for (let next = this.#ahead.shift(); next; next = this.#ahead.shift()) {
      if (next.text.length > mostLetters && this.#open.length === 0) {
        yield { line: next.number, fault: 'row_too_long' };
        continue;
      }
      const state = scan(next.text, this.#open.length > 0, this.delimiter);
      this.#open.push(next);
      this.#letters += next.text.length;
      const endless = this.#open.length > mostLines || this.#letters > mostLetters;
      if (state === 'whole' && !endless) yield this.#whole();
      else if (state === 'broken' || endless) yield this.#givenUp();
    }
  }

  #whole(): Frame {
    const frame = { line: this.#open[0]?.number ?? 0, text: this.#open.map(({ text }) => text).join('\n') };
    [this.#open, this.#letters] = [[], 0];
    return frame;
  }

  #givenUp(): Frame {
    const [first, ...others] = this.#open;
    this.#ahead.unshift(...others);
    [this.#open, this.#letters] = [[], 0];
    return { line: first?.number ?? 0, fault: 'quote_not_closed' };
  }
}

/** Whether a row is whole at the end of this line. `inside`: the line begins within a quoted field. */
function scan(text: string, inside: boolean, delimiter: string): 'whole' | 'open' | 'broken' {
  if (!inside && !text.includes('"')) return 'whole';
  let quoted = inside || text.startsWith('"');
  let fromBefore = inside;
  let at = quoted && !inside ? 1 : 0;
  for (;;) {
    if (quoted) {
      const quote = text.indexOf('"', at);
      if (quote === -1) return 'open';
      if (text[quote + 1] === '"') {
        at = quote + 2;
        continue;
      }
      at = quote + 1;
      if (fromBefore && at < text.length && !text.startsWith(delimiter, at)) return 'broken';
      [quoted, fromBefore] = [false, false];
    }
    const next = text.indexOf(delimiter, at);
    if (next === -1) return 'whole';
    at = next + delimiter.length;
    if (text[at] === '"') {
      quoted = true;
      at += 1;
    }
  }
}

async function* lines(text: AsyncIterable<string>): AsyncGenerator<Line> {
  let rest = '';
  let number = 1;
  for await (const piece of text) {
    const all = rest + piece;
    // A CR at the end may be half of a CRLF.
    const usable = all.endsWith('\r') ? all.slice(0, -1) : all;
    const parts = usable.split(/\r\n|\n|\r/);
    rest = (parts.pop() ?? '') + all.slice(usable.length);
    for (const part of parts) yield { number: number++, text: part };
    while (rest.length > 10 * mostLetters) rest = rest.slice(0, 2 * mostLetters);
  }
  const last = rest.replace(/\r$/, '');
  if (last !== '') yield { number, text: last };
}
