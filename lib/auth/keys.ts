import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** A key that came in a link, or was made up by somebody. */
export const keySchema = z.string().regex(/^[\w-]{20,100}$/);

/** The key of a one-time link: 32 random bytes, base64url. It is shown once and never kept. */
export function newKey(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a key: its SHA-256 in hex. A fast hash is enough, since nobody can guess a random key. */
export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
