/** One field of a header, unfolded, its value still encoded as RFC 2047 has it unless said otherwise. */
export interface HeaderField {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
}

export type Header = readonly HeaderField[];

const fieldName = /^([\x21-\x39\x3b-\x7e]{1,100})[ \t]*:/;

/**
 * Reads the header at the beginning of a text, as far as it is one (RFC 5322, 2.2): fields up to the first
 * empty line. Lines that can be no field are passed over, twenty at most.
 */
export function headerAtTop(text: string, most = 500): Header {
  const fields: { name: string; value: string }[] = [];
  let strange = 0;
  for (const line of text.slice(0, 200_000).split(/\r?\n/)) {
    if (line.trim() === '') {
      if (fields.length > 0) break;
      continue;
    }
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last) {
      last.value += ` ${line.trim()}`;
      continue;
    }
    const name = fieldName.exec(line);
    if (name?.[1]) fields.push({ name: name[1].toLowerCase(), value: line.slice(name[0].length).trim() });
    else if ((strange += 1) > 20) break;
    if (fields.length >= most) break;
  }
  return fields;
}

/** The first field of that name (lower case), or null. */
export function valueOf(header: Header, name: string): string | null {
  return header.find((field) => field.name === name)?.value ?? null;
}

/** All fields of that name (lower case), in their order. */
export function valuesOf(header: Header, name: string): string[] {
  return header.filter((field) => field.name === name).map(({ value }) => value);
}
