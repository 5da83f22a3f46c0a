import { folded } from './fold';
import machines from './machines.json';

/** One sentence of a reply; places are offsets in the text that was read. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** It ends, or begins, as a question does. */
  readonly asks: boolean;
}

/** A reply, ready for the rules: of the same length as what was written, so that places in it are places there. */
export interface ReadText {
  readonly written: string;
  /** Small letters, no accents, no marks; one sentence a line. */
  readonly plain: string;
  readonly sentences: readonly Sentence[];
}

/** What is read of a long reply, in signs: its beginning and its end. Who says no says it there. */
const mostRead = { first: 6_000, last: 2_000 } as const;

const toMachines = new RegExp(machines.map((one) => `(?:${one})`).join('|'), 'i');

/** The text of a reply without what is no word of theirs: quoted lines, and sentences that speak to machines. */
export function readText(reply: string): ReadText {
  const written = shortened(reply.normalize('NFC'));
  const low = folded(written).replace(/^ *>.*$/gm, (line) => ' '.repeat(line.length));
  const plain: string[] = [];
  const sentences: Sentence[] = [];
  let from = 0;
  for (const { start, end } of pieces(low)) {
    const piece = low.slice(start, end);
    const silent = toMachines.test(piece.replace(/\n/g, ' '));
    plain.push(' '.repeat(start - from), silent ? ' '.repeat(piece.length) : lineOf(piece));
    if (!silent) sentences.push({ start, end, asks: /\?[\s")!?.]*$|¿/.test(piece) });
    from = end;
  }
  return { written, plain: plain.join(''), sentences };
}

function shortened(text: string): string {
  const { first, last } = mostRead;
  return text.length <= first + last ? text : `${text.slice(0, first)}\n${text.slice(-last)}`;
}

// Where sentences end: after marks, at blank lines, and at a line's end that was not broken for its length.
function* pieces(text: string): Generator<{ start: number; end: number }> {
  const breaks = /[.!?]+["')]*(?=\s|$)|\n\s*\n|\n/g;
  let start = 0;
  for (const found of text.matchAll(breaks)) {
    const [mark] = found;
    const end = found.index + mark.length;
    const line = text.slice(text.lastIndexOf('\n', found.index - 1) + 1, found.index);
    if (mark === '\n' && line.length > 55 && !/[,;:.!?]$/.test(line.trimEnd())) continue;
    if (
      mark === '.' &&
      /(^|[\s(])(\p{L}|mr|mrs|ms|dr|dra|sr|sra|st|art|arts|no|nr|ca|bzw|etc|prof|ing|dott|ssa|gent|egr|inc|vs|approx|esp|max|min|tel|ref|bn|mme|mlle|ud|uds|vd|d|z\.b|u\.a|i\.a|e\.g|i\.e|p\.ej|[0-9]+)$/u.test(
        text.slice(Math.max(start, found.index - 8), found.index),
      )
    )
      continue;
    if (text.slice(start, end).trim() !== '') yield { start, end };
    start = end;
  }
  if (text.slice(start).trim() !== '') yield { start, end: text.length };
}

// Marks within a word stay (an address, 9:30, 24/7); the last sign of a sentence becomes the end of a line.
function lineOf(piece: string): string {
  const line = piece.replace(/[\n,;:()"!?¿¡.*_[\]{}|~/]/g, (sign, at: number) => {
    const within = /[.:/_]/.test(sign) && isLetter(piece.charAt(at - 1)) && isLetter(piece.charAt(at + 1));
    return within ? sign : ' ';
  });
  return isLetter(line.slice(-1)) ? line : `${line.slice(0, -1)}\n`;
}

function isLetter(sign: string): boolean {
  return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
}
