import { parse } from 'csv-parse/sync';

/** The cells of one row, without blanks around them; null when the row cannot be taken apart. */
export function cellsOf(text: string, delimiter: string): string[] | null {
  if (!text.includes('"')) return text.split(delimiter).map(clean);
  const [row] = parsed(text, delimiter) ?? [];
  return row?.map(clean) ?? null;
}

/** The cells of many rows at once, which is far quicker; the answer has a place for each. */
export function cellsOfAll(texts: readonly string[], delimiter: string): (string[] | null)[] {
  if (!texts.some((text) => text.includes('"'))) return texts.map((text) => text.split(delimiter).map(clean));
  const rows = parsed(texts.join('\n'), delimiter);
  // Where the two readings of a quote differ, each row is taken apart by itself.
  if (rows?.length !== texts.length) return texts.map((text) => cellsOf(text, delimiter));
  return rows.map((row) => row.map(clean));
}

function parsed(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\n', '\r\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
  } catch {
    return null;
  }
}

// Spreadsheets write ="0034…" to keep a number a text.
function clean(cell: string): string {
  const text = cell.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim();
  return /^="[^"]*"$/.test(text) ? text.slice(2, -1) : text;
}
