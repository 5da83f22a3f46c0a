/** Why a file holds no rows. Words for each stand in the `imports` messages. */
export type FileFault =
  | 'empty'
  | 'spreadsheet'
  | 'archive'
  | 'image'
  | 'pdf'
  | 'web_page'
  | 'cards'
  | 'data_file'
  | 'binary'
  | 'no_column'
  | 'no_rows'
  | 'too_large';

const signatures: readonly (readonly [start: string, fault: FileFault])[] = [
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['RIFF', 'image'],
  ['%PDF', 'pdf'],
  // The container of .xls and .doc.
  ['\xd0\xcf\x11\xe0', 'spreadsheet'],
  ['\x1f\x8b', 'archive'],
  ['7z\xbc\xaf', 'archive'],
  ['Rar!', 'archive'],
];

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * What the first bytes of a file say it is: text in an encoding, or something that holds no rows. `utf-8` is also what
 * has no mark at all; lines of it that are no UTF-8 are read as Windows-1252 later.
 */
export function readKind(bytes: Uint8Array): { encoding: Encoding } | { fault: FileFault } {
  const start = Buffer.from(bytes.subarray(0, 4096));
  if (start.length === 0) return { fault: 'empty' };
  if (start.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) return { encoding: 'utf-16le' };
  if (start.subarray(0, 2).equals(Buffer.from([0xfe, 0xff]))) return { encoding: 'utf-16be' };
  const latin = start.toString('latin1');
  if (latin.startsWith('PK\x03\x04'))
    return { fault: /\bxl\/|xl\/|content\.xml|mimetype/.test(latin) ? 'spreadsheet' : zipped(latin) };
  const signed = signatures.find(([sign]) => latin.startsWith(sign));
  if (signed) return { fault: signed[1] };
  const wide = zeros(start);
  if (wide) return wide;
  const text = latin.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (text === '' && bytes.length <= 4096) return { fault: 'empty' };
  if (/^<(!doctype|html|\?xml|table|script)/i.test(text)) return { fault: 'web_page' };
  if (/^BEGIN:VCARD/i.test(text)) return { fault: 'cards' };
  if (/^[{[]\s*["{[\]}]/.test(text)) return { fault: 'data_file' };
  const controls = [...latin].filter((sign) => sign < ' ' && !/[\t\n\v\f\r]/.test(sign)).length;
  return controls * 50 > latin.length ? { fault: 'binary' } : { encoding: 'utf-8' };
}

// Excel's files name their sheets further in; what they all begin with is this list of parts.
function zipped(latin: string): FileFault {
  return latin.includes('[Content_Types].xml') || latin.includes('_rels/') ? 'spreadsheet' : 'archive';
}

// UTF-16 without a mark: in European text every second byte is zero.
function zeros(start: Buffer): { encoding: Encoding } | { fault: FileFault } | null {
  const [even, odd] = [0, 1].map(
    (offset) => start.filter((byte, at) => byte === 0 && at % 2 === offset).length,
  );
  if (!even && !odd) return null;
  const half = start.length / 2;
  if ((odd ?? 0) > half * 0.4 && (even ?? 0) < half * 0.05) return { encoding: 'utf-16le' };
  if ((even ?? 0) > half * 0.4 && (odd ?? 0) < half * 0.05) return { encoding: 'utf-16be' };
  return { fault: 'binary' };
}
