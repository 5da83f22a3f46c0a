import { addressParser, decodeWords } from 'postal-mime';
import { withoutC1 } from './c1';
import { headerAtTop, valueOf } from './header';
import type { Person } from './parsed-mail';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const latin1 = new TextDecoder('windows-1252');

/** Who a mail says it is from (RFC 5322, 3.6.2), read from its first kilobytes alone; null where it names no address. */
export function fromLine(top: Uint8Array): Person | null {
  const people = addressParser(valueOf(headerAtTop(textOf(top)), 'from') ?? '', { flatten: true });
  const first = people.find(({ address }) => address);
  if (!first?.address) return null;
  const name = withoutC1(decodeWords(first.name)).replace(/\s+/g, ' ').trim();
  return { name: name === first.address ? '' : name, address: first.address.toLowerCase() };
}

function textOf(bytes: Uint8Array): string {
  // Names that are not encoded (RFC 6532) end with the header; the body below it may be of any charset.
  const end = latin1.decode(bytes).search(/\r?\n\r?\n/);
  const header = end === -1 ? bytes : bytes.subarray(0, end + 4);
  try {
    return utf8.decode(header);
  } catch {
    return latin1.decode(header);
  }
}
