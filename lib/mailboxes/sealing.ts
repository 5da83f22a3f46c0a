import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mailFailed } from '@/lib/mail/fault';
import { secretIn, type KeptSecret } from './kept-secret';

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

/** What a secret is good for, the column first. It is part of the seal. */
export type SealedTo = readonly (string | null)[];

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
 * Seals the secret of a mailbox with the first key.
 * @throws EarshotError `mail_failed` `secret_locked` where there is no key
 */
export function seal(secret: KeptSecret, where: SealedFor, keys: readonly SealingKey[]): Sealed {
  const sealed = sealText(JSON.stringify(secret), boundTo(where), keys);
  if (!sealed) throw mailFailed('secret_locked');
  return sealed;
}

/**
 * Opens it, in the row and for the servers it was sealed for.
 * @throws EarshotError `mail_failed` `secret_locked`: the key is not here, or this is not the row
 */
export function unseal(sealed: Sealed, where: SealedFor, keys: readonly SealingKey[]): KeptSecret {
  const opened = openText(sealed, boundTo(where), keys);
  if (opened === null) throw mailFailed('secret_locked');
  return secretIn(JSON.parse(opened));
}

/** Seals a text with the first key, for one row and one use of it; null where there is no key. */
export function sealText(text: string, bound: SealedTo, keys: readonly SealingKey[]): Sealed | null {
  const [key] = keys;
  if (!key) return null;
  const nonce = randomBytes(12);
  const sealing = createCipheriv(cipher, key.bytes, nonce, { authTagLength: tagLength });
  sealing.setAAD(Buffer.from(JSON.stringify(bound), 'utf8'));
  const bytes = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return { secret: Buffer.concat([bytes, sealing.getAuthTag()]), nonce, keyId: key.id };
}

/** Opens it where it was sealed for; null where the key is not here, or this is another row. */
export function openText(
  { secret, nonce, keyId }: Sealed,
  bound: SealedTo,
  keys: readonly SealingKey[],
): string | null {
  const key = keys.find(({ id }) => id === keyId);
  if (!key || nonce.length !== 12 || secret.length <= tagLength) return null;
  try {
    const opening = createDecipheriv(cipher, key.bytes, nonce, { authTagLength: tagLength });
    opening.setAAD(Buffer.from(JSON.stringify(bound), 'utf8'));
    opening.setAuthTag(secret.subarray(-tagLength));
    const opened = Buffer.concat([opening.update(secret.subarray(0, -tagLength)), opening.final()]);
    return opened.toString('utf8');
  } catch {
    // What Node says of it names no secret, but nothing of it helps anybody either.
    return null;
  }
}

function boundTo({ mailboxId, login, imapHost, smtpHost }: SealedFor): SealedTo {
  return ['mailboxes.secret', mailboxId, login, imapHost, smtpHost];
}
