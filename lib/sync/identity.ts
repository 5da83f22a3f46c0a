import { createHash, hash as hashOf } from 'node:crypto';
import { headerAtTop, valuesOf } from '@/lib/mail/reading/mime/header';

export function sha256(of: string | Uint8Array): Buffer {
  return hashOf('sha256', of, 'buffer');
}

// What every copy of one mail has in common, wherever it lies and whatever servers wrote above it.
const kept = ['from', 'to', 'cc', 'date', 'subject', 'message-id'];

/**
 * What stands for the Message-ID of a mail that has none, or has somebody else's: the same for every copy of it.
 * `.invalid` is nobody's domain (RFC 2606).
 */
export function idFromContent(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  const header = headerAtTop(text);
  const hash = createHash('sha256');
  for (const name of kept) hash.update(`${name}:${valuesOf(header, name).join('\n')}\n`);
  hash.update(end ? text.slice(end.index).replace(/\r\n/g, '\n').trimEnd() : '');
  return `${hash.digest('hex').slice(0, 40)}@no-id.earshot.invalid`;
}

/** A Message-ID as the table takes it: without what a database cannot keep, and not endless. */
export function idOf(messageId: string | null, bytes: Uint8Array): string {
  const id = (messageId ?? '').replaceAll('\0', '').trim();
  return id === '' || id.length > 900 ? idFromContent(bytes) : id;
}
