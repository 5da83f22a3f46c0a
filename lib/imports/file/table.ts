import { cellsOfAll } from './cells';
import type { Dialect } from './dialect';
import { frames } from './frames';
import { decodedText } from './text';

export type Row =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly fault: 'quote_not_closed' | 'row_too_long' | 'row_unreadable' };

/** The rows of a file, one after the other; those of nothing but blanks are left out. */
export async function* tableRows(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, delimiter, firstLine }: Pick<Dialect, 'encoding' | 'delimiter' | 'firstLine'>,
): AsyncGenerator<Row> {
  let waiting: { line: number; text: string }[] = [];
  const apart = () => {
    const cells = cellsOfAll(
      waiting.map(({ text }) => text),
      delimiter,
    );
    const rows = waiting.map(({ line }, at): Row => {
      const row = cells[at];
      return row ? { line, cells: row } : { line, fault: 'row_unreadable' };
    });
    waiting = [];
    return rows.filter((row) => !('cells' in row) || row.cells.some((cell) => cell !== ''));
  };
  for await (const frame of frames(decodedText(bytes, encoding), delimiter)) {
    if (frame.line < firstLine) continue;
    if ('text' in frame) waiting.push(frame);
    if (waiting.length >= 500 || 'fault' in frame) yield* apart();
    if ('fault' in frame) yield frame;
  }
  yield* apart();
}
