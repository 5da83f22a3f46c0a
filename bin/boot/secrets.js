import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// What a secret is for, and how it is made. Server actions want an AES key, 32 bytes in base64.
const kinds = {
  'postgres-superuser': () => randomBytes(24).toString('base64url'),
  'postgres-owner': () => randomBytes(24).toString('base64url'),
  'postgres-app': () => randomBytes(24).toString('base64url'),
  sessions: () => randomBytes(48).toString('base64url'),
  // AES-256 for what mailboxes are opened with. A new line put above it seals from then on; the old ones still open.
  'mailbox-key': () => randomBytes(32).toString('base64'),
  'server-actions': () => randomBytes(32).toString('base64'),
};

/** The secrets of this installation, made at the first start: files of mode 0600 that nothing ever prints. */
export function openSecrets(dataFolder) {
  const folder = join(dataFolder, 'secrets');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return Object.fromEntries(
    Object.entries(kinds).map(([name, make]) => [name, open(join(folder, name), make)]),
  );
}

function open(file, make) {
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600, flag: 'wx' });
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}
