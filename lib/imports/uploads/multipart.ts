/** The file of a form, as a browser sends it: its name, and its bytes as they come. */
export interface FilePart {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

// A part begins with a few lines about itself; what has more is no form of ours.
const mostAbout = 8 * 1024;

/** The boundary that a form's type names (RFC 7578 §4.1); null when it is no form with files. */
export function boundaryOf(contentType: string | null): string | null {
  const found = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType ?? '',
  );
  return found?.[1] ?? found?.[2] ?? null;
}

/**
 * Finds the first part of a form (RFC 7578) that is a file and hands its bytes on while they arrive: no more than one
 * piece and a boundary are ever held. Null when there is none.
 */
export async function filePart(body: AsyncIterable<Uint8Array>, boundary: string): Promise<FilePart | null> {
  const pieces = body[Symbol.asyncIterator]();
  const mark = Buffer.from(`\r\n--${boundary}`);
  // The first boundary has no line before it.
  let rest: Buffer = Buffer.from('\r\n');
  const more = async () => {
    const { value, done } = await pieces.next();
    if (!done) rest = Buffer.concat([rest, value]);
    return !done;
  };
  for (;;) {
    const at = rest.indexOf(mark);
    const about = at === -1 ? -1 : rest.indexOf('\r\n\r\n', at + mark.length);
    if (about === -1) {
      // Other fields are short; what stands before a boundary is let go.
      if (rest.length > mostAbout + mark.length)
        rest = at === -1 ? rest.subarray(-mark.length) : Buffer.alloc(0);
      if (!(await more())) return null;
      continue;
    }
    const fileName = nameIn(rest.subarray(at + mark.length, about).toString('utf8'));
    rest = rest.subarray(about + 4);
    if (fileName !== null) return { fileName, bytes: until(mark, rest, pieces) };
  }
}

async function* until(
  mark: Buffer,
  first: Buffer,
  pieces: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let rest = first;
  for (;;) {
    const end = rest.indexOf(mark);
    if (end !== -1) {
      if (end > 0) yield rest.subarray(0, end);
      return;
    }
    // The boundary may be cut in two: as many bytes as it has are kept back.
    const sure = rest.length - mark.length;
    if (sure > 0) {
      yield rest.subarray(0, sure);
      rest = rest.subarray(sure);
    }
    const { value, done } = await pieces.next();
    if (done) throw new Error('The form ended in the middle of its file.');
    rest = Buffer.concat([rest, value]);
  }
}

function nameIn(about: string): string | null {
  const found = /^content-disposition:.*?;\s*filename="((?:[^"\\]|\\.)*)"/im.exec(about)?.[1];
  if (found === undefined) return null;
  const name = found
    .replace(/%22/g, '"')
    .replace(/%0[ad]/gi, ' ')
    .replace(/\\(.)/g, '$1');
  return (name.split(/[/\\]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(0, 200);
}
