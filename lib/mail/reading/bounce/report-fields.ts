import { valueOf } from '../mime/header';
import type { Header, HeaderField } from '../mime/header';

const field = /^[ \t]{0,8}([A-Za-z][A-Za-z0-9-]{1,60})[ \t]*:[ \t]*(.*)$/;
const mostBlocks = 200;

/**
 * The blocks of fields in a `message/delivery-status`, `message/feedback-report` or
 * `message/disposition-notification` (RFC 3464, 5965, 8098): divided by empty lines, fields unfolded.
 */
export function fieldBlocks(text: string): Header[] {
  const blocks: HeaderField[][] = [];
  let block: { name: string; value: string }[] = [];
  for (const line of text.split(/\r?\n|\r/)) {
    if (line.trim() === '') {
      if (block.length > 0) blocks.push(block);
      block = [];
      if (blocks.length >= mostBlocks) break;
      continue;
    }
    const last = block.at(-1);
    const read = field.exec(line);
    if (last && (/^[ \t]/.test(line) || !read)) last.value += ` ${line.trim()}`;
    else if (read?.[1]) block.push({ name: read[1].toLowerCase(), value: (read[2] ?? '').trim() });
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

const ascii = /[\w!#$%&'*+/=?^{}~.-]{1,200}@[a-z0-9][a-z0-9._-]{0,254}/i;
const any = /[^\s<>()[\]:;,"'`|\\（）「」：；，。、]{1,200}@[^\s<>()[\]:;,"'`|\\@（）「」：；，。、]{1,255}/;

/** The one address in a piece of text, lower case, or null. */
export function addressIn(text: string | null): string | null {
  const cut = text?.slice(0, 2_000) ?? '';
  const found = ascii.exec(cut)?.[0] ?? any.exec(cut)?.[0];
  return found ? tidied(found) : null;
}

/** Every address in a piece of text, lower case, in its order. */
export function addressesIn(text: string): string[] {
  const cut = text.slice(0, 20_000);
  const found = [...cut.matchAll(new RegExp(ascii, 'gi'))];
  return (found.length > 0 ? found : [...cut.matchAll(new RegExp(any, 'g'))]).map(([one]) => tidied(one));
}

function tidied(found: string): string {
  const bare = found
    .toLowerCase()
    .replace(/^(?:mailto:|'|"|=3d|=(?!\?))+/, '')
    .replace(/[.=!?'_-]+$/, '');
  return decodedImcea(bare);
}

// Exchange wraps what it cannot route: IMCEASMTP-ana+40marea+2Eexample@tenant.
function decodedImcea(found: string): string {
  const inner = /^imcea[a-z]{2,12}-(.+)@/.exec(found)?.[1];
  const bare = inner?.replace(/\+([0-9a-f]{2})/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  return bare?.includes('@') ? bare : found;
}

/** The address behind `rfc822; ana@marea.example` (RFC 3464, 2.1.2), as the sender wrote it where that is told. */
export function recipientOf(block: Header): string | null {
  for (const name of ['original-recipient', 'final-recipient', 'x-actual-recipient', 'original-rcpt-to']) {
    const found = addressIn(valueOf(block, name)?.replace(/^[a-z0-9.-]+ *;/i, '') ?? null);
    if (found) return found;
  }
  return null;
}
