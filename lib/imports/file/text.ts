import { isUtf8 } from 'node:buffer';
import type { Encoding } from './kind';

const lineFeed = 0x0a;

/**
 * The text of a file, piece by piece, without its byte order mark. A line that is no UTF-8 is read as Windows-1252
 * (WHATWG Encoding), line by line: a file may change its mind at row fifty thousand, and some are glued from two.
 */
export async function* decodedText(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  if (encoding === 'utf-8') yield* lineByLine(chunks);
  else yield* wide(chunks, encoding);
}

async function* wide(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function* lineByLine(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  let first = true;
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : Buffer.from(chunk);
    const end = bytes.lastIndexOf(lineFeed) + 1;
    // A line that does not end is cut, and decoded as it comes: what reads the text limits the length of a row.
    const cut = end === 0 && bytes.length > 1 << 20 ? bytes.length : end;
    if (cut > 0) yield marked(decodeLines(bytes.subarray(0, cut)), first);
    if (cut > 0) first = false;
    rest = Buffer.from(bytes.subarray(cut));
  }
  if (rest.length > 0) yield marked(decodeLines(rest), first);
}

const marked = (text: string, first: boolean) => (first ? text.replace(/^\ufeff/, '') : text);

function decodeLines(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const lines: string[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(lineFeed, from);
    const to = end === -1 ? bytes.length : end + 1;
    const line = bytes.subarray(from, to);
    lines.push(isUtf8(line) ? line.toString('utf8') : windows1252(line));
    from = to;
  }
  return lines.join('');
}

// TextDecoder('windows-1252') of Node 20 answers Latin-1, where these are control characters.
const between = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function windows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (sign) => between[sign.charCodeAt(0) - 0x80] ?? sign);
}
