/** Bytes of a mail that are looked at; what a person writes stands before its attachments. */
const mostBytes = 32 * 1024 * 1024;
/** Lines that may divide parts; no mail of a person has a hundred. */
const mostDivisions = 2_000;
const newline = 10;
const dash = 45;

/**
 * As much of a raw mail as is read: without the line that mbox puts before it (and the empty lines, which would
 * end its header before it began), cut after 32 MB or where its two-thousandth part begins.
 */
export function bounded(raw: Uint8Array): Uint8Array {
  const bytes = withoutEnvelope(raw.subarray(0, mostBytes));
  let at = 0;
  for (let found = 0; found < mostDivisions; found += 1) {
    at = division(bytes, at);
    if (at === -1) return bytes;
  }
  return bytes.subarray(0, at);
}

function division(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(dash, from); at !== -1; at = bytes.indexOf(dash, at + 1)) {
    if (bytes[at + 1] === dash && bytes[at - 1] === newline) return at + 2;
  }
  return -1;
}

function withoutEnvelope(bytes: Uint8Array): Uint8Array {
  let at = 0;
  while (bytes[at] === newline || bytes[at] === 13) at += 1;
  const first = String.fromCharCode(...bytes.subarray(at, at + 6));
  if (!/^>?From /.test(first)) return bytes.subarray(at);
  const end = bytes.indexOf(newline, at);
  return end === -1 ? bytes.subarray(at) : bytes.subarray(end + 1);
}
