import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { MailSecret } from '@/lib/mail/account';
import { mailFailed } from '@/lib/mail/fault';

/** A master key of this installation: 32 bytes, known by the first eight digits of its SHA-256. */
export interface SealingKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** A secret as the database keeps it: AES-256-GCM (NIST SP 800-38D), the tag at the end of the bytes. */
export interface Sealed {
  readonly secret: Buffer;
  readonly nonce: Buffer;
  readonly keyId: string;
}

/** Where a secret is good for: the row, and the server that the password is said to. Sealed with it, not beside it. */
export interface SealedFor {
  readonly mailboxId: string;
  readonly login: string;
  readonly imapHost: string;
  readonly smtpHost: string | null;
}

const cipher = 'aes-256-gcm';
const tagLength = 16;

/** The keys in EARSHOT_MAILBOX_KEY, in their order: the first seals, all open. */
export function sealingKeys(text: string | undefined): readonly SealingKey[] {
  return (text ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((line) => Buffer.from(line, 'base64'))
    .filter((bytes) => bytes.length === 32)
    .map((bytes) => ({ id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes }));
}

/**
 * Seals a secret with the first key.
 * @throws EarshotError `mail_failed` `secret_locked` where there is no key
 */
export function seal(secret: MailSecret, where: SealedFor, keys: readonly SealingKey[]): Sealed {
  const [key] = keys;
  if (!key) throw mailFailed('secret_locked');
  const nonce = randomBytes(12);
  const sealing = createCipheriv(cipher, key.bytes, nonce, { authTagLength: tagLength });
  sealing.setAAD(boundTo(where));
  const bytes = Buffer.concat([sealing.update(JSON.stringify(secret), 'utf8'), sealing.final()]);
  return { secret: Buffer.concat([bytes, sealing.getAuthTag()]), nonce, keyId: key.id };
}

/**
 * Opens it, in the row and for the servers it was sealed for.
 * @throws EarshotError `mail_failed` `secret_locked`: the key is not here, or this is not the row
 */
export function unseal(
  { secret, nonce, keyId }: Sealed,
  where: SealedFor,
  keys: readonly SealingKey[],
): MailSecret {
  const key = keys.find(({ id }) => id === keyId);
  if (!key || nonce.length !== 12 || secret.length <= tagLength) throw mailFailed('secret_locked');
  try {
    const opening = createDecipheriv(cipher, key.bytes, nonce, { authTagLength: tagLength });
    opening.setAAD(boundTo(where));
    opening.setAuthTag(secret.subarray(-tagLength));
    const opened = Buffer.concat([opening.update(secret.subarray(0, -tagLength)), opening.final()]);
    return secretIn(JSON.parse(opened.toString('utf8')));
  } catch {
    // What Node says of it names no secret, but nothing of it helps anybody either.
    throw mailFailed('secret_locked');
  }
}

function boundTo({ mailboxId, login, imapHost, smtpHost }: SealedFor): Buffer {
  return Buffer.from(JSON.stringify(['mailboxes.secret', mailboxId, login, imapHost, smtpHost]), 'utf8');
}

function secretIn(read: unknown): MailSecret {
  if (typeof read === 'object' && read !== null) {
    if ('password' in read && typeof read.password === 'string') {
      return { kind: 'password', password: read.password };
    }
    if ('token' in read && typeof read.token === 'string') return { kind: 'xoauth2', token: read.token };
  }
  throw mailFailed('secret_locked');
}
