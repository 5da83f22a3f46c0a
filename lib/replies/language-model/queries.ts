import 'server-only';
import type { Owner } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { env } from '@/lib/env/env';
import { openText, sealingKeys, type Sealed } from '@/lib/mailboxes/sealing';

/** How the language model is set and how it does, as an owner sees it. Never its key. */
export interface ShownModel {
  readonly isOn: boolean;
  readonly baseUrl: string | null;
  readonly model: string | null;
  readonly hasKey: boolean;
  readonly answeredAt: Date | null;
  readonly failingSince: Date | null;
  readonly fault: string | null;
}

/** For an owner: the one setting. */
export async function languageModel(_owner: Owner): Promise<ShownModel> {
  const [row] = await rows<ShownModel>(
    `SELECT is_on AS "isOn", base_url AS "baseUrl", model, secret IS NOT NULL AS "hasKey", answered_at AS "answeredAt",
      failing_since AS "failingSince", fault FROM language_model WHERE id = 1`,
  );
  return (
    row ?? {
      ...{ isOn: false, baseUrl: null, model: null, hasKey: false },
      ...{ answeredAt: null, failingSince: null, fault: null },
    }
  );
}

/** The sealed key of a row, and the address it is sealed for. */
export interface KeyRow {
  readonly baseUrl: string;
  readonly secret: Uint8Array | null;
  readonly nonce: Uint8Array | null;
  readonly keyId: string | null;
}

export const keyColumns = `base_url AS "baseUrl", secret, secret_nonce AS nonce, secret_key_id AS "keyId"`;

/** What the key is sealed for: this row, and the address it is sent to. */
export function sealedTo(baseUrl: string): readonly string[] {
  return ['language_model.secret', '1', baseUrl];
}

/** The key that a row holds: null where there is none, `locked` where no master key here opens it for this address. */
export function keyIn({ baseUrl, secret, nonce, keyId }: KeyRow): { key: string | null } | 'locked' {
  if (secret === null || nonce === null || keyId === null) return { key: null };
  const sealed: Sealed = { secret: Buffer.from(secret), nonce: Buffer.from(nonce), keyId };
  const key = openText(sealed, sealedTo(baseUrl), sealingKeys(env().EARSHOT_MAILBOX_KEY));
  return key === null ? 'locked' : { key };
}

/** For an owner who tries it anew: the key that is kept for exactly this address. */
export async function keptKey(_owner: Owner, baseUrl: string): Promise<{ key: string | null } | 'locked'> {
  const [row] = await rows<KeyRow & Record<string, unknown>>(
    `SELECT ${keyColumns} FROM language_model WHERE id = 1 AND base_url = $1`,
    [baseUrl],
  );
  return row ? keyIn(row) : { key: null };
}
