import { guessColumns, headersIn } from '../columns/guess';
import type { Field } from '../columns/fields';
import { cellsOf } from './cells';
import { type Frame, frames } from './frames';
import { type Encoding, type FileFault, readKind } from './kind';
import { decodedText } from './text';

export type Delimiter = ',' | ';' | '\t' | '|';

/** How the rows of a file are written. */
export interface Dialect {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** Line of the header, from 1; null when the first row is somebody already. */
  readonly headerLine: number | null;
  /** Line above which nothing is read. */
  readonly firstLine: number;
  readonly header: readonly string[];
  readonly columns: readonly (Field | null)[];
  /** The first rows, for a look before importing. */
  readonly sample: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

/** How many bytes of a file are looked at before it is read. */
export const lookBytes = 64 * 1024;

/** Reads from the first bytes of a file how its rows are written, or why it has none. */
export async function readDialect(head: Uint8Array): Promise<Dialect | { fault: FileFault }> {
  const kind = readKind(head);
  if ('fault' in kind) return kind;
  const text: string[] = [];
  for await (const piece of decodedText(once(head), kind.encoding)) text.push(piece);
  const readings = await Promise.all(delimiters.map((delimiter) => readAs(text.join(''), delimiter)));
  const best = readings.reduce((one, other) => (better(other, one) ? other : one));
  // Headings alone are nobody; where more bytes are to come, somebody may.
  const alone = best.header !== -1 && best.header === best.rows.length - 1 && !best.broken;
  if (best.rows.length === 0 || (alone && head.length < lookBytes)) return { fault: 'no_rows' };
  return { encoding: kind.encoding, ...seen(best) };
}

async function* once<T>(one: T) {
  yield one;
}

interface Reading {
  readonly delimiter: Delimiter;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Which of the rows is the header: the first dozen's row with the most headers we know; -1 for none. */
  readonly header: number;
  readonly headers: number;
  /** How many of the rows have as many cells as the header, where that is more than one. */
  readonly even: number;
  /** A row could not be taken apart. */
  readonly broken: boolean;
}

async function readAs(text: string, delimiter: Delimiter): Promise<Reading> {
  const rows: { line: number; cells: string[] }[] = [];
  let broken = false;
  for await (const frame of frames(once(text), delimiter)) {
    if (rows.length >= 40) break;
    const cells = cellsIn(frame, delimiter);
    // Excel writes "sep=;" above everything else.
    if (frame.line === 1 && /^sep=/i.test(cells?.[0] ?? '')) continue;
    broken ||= cells === null;
    if (cells?.some((cell) => cell !== '')) rows.push({ line: frame.line, cells });
  }
  const known = rows.slice(0, 12).map(({ cells }) => (cells.some(isAddress) ? 0 : headersIn(cells)));
  const headers = Math.max(0, ...known);
  const header = headers === 0 ? unknownHeader(rows) : known.indexOf(headers);
  const width = rows[Math.max(header, 0)]?.cells.length ?? 0;
  const even = width > 1 ? rows.filter(({ cells }) => cells.length === width).length : 0;
  return { delimiter, rows, header, headers, even, broken };
}

const cellsIn = (frame: Frame, delimiter: string) =>
  'text' in frame ? cellsOf(frame.text, delimiter) : null;

const isAddress = (cell: string) => /@|linkedin\.com\//i.test(cell);

// Headers we do not know: no address stands in the first row, but addresses stand below it.
function unknownHeader(rows: Reading['rows']): number {
  const [first, ...below] = rows;
  return first && !first.cells.some(isAddress) && below.slice(0, 5).some(({ cells }) => cells.some(isAddress))
    ? 0
    : -1;
}

function better(one: Reading, other: Reading): boolean {
  return one.headers !== other.headers ? one.headers > other.headers : one.even > other.even;
}

function seen({ delimiter, rows, header }: Reading): Omit<Dialect, 'encoding'> {
  const at = header === -1 ? null : (rows[header] ?? null);
  const below = rows.filter(({ line }) => at === null || line > at.line);
  const width = Math.max(0, ...below.map(({ cells }) => cells.length), at?.cells.length ?? 0);
  const named = at?.cells ?? [];
  const titles = Array.from({ length: Math.min(width, 200) }, (_, column) => named[column] ?? '');
  return {
    delimiter,
    headerLine: at?.line ?? null,
    firstLine: at === null ? (rows[0]?.line ?? 1) : at.line + 1,
    header: titles,
    columns: guessColumns(
      titles,
      below.slice(0, 20).map(({ cells }) => cells),
    ),
    sample: below.slice(0, 5),
  };
}
