import 'server-only';
import type { Owner } from '@/lib/auth/actor';
import { db, type Db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { env } from '@/lib/env/env';
import { record } from '@/lib/events/mutations';
import { sealText, sealingKeys } from '@/lib/mailboxes/sealing';
import { keyColumns, keyIn, sealedTo, type KeyRow } from './queries';

/** A model that was tried. `key` undefined: the one that is kept stays. */
export interface NewModel {
  readonly baseUrl: string;
  readonly model: string;
  readonly key: string | undefined;
}

/**
 * Switches a language model on: from now on the worker asks it about replies that wait. What another one had its say in
 * is read anew. The event says what changed, and neither address nor key. Answers whether there was a key to seal with.
 */
export async function switchOn(owner: Owner, { baseUrl, model, key }: NewModel): Promise<boolean> {
  const sealed = key ? sealText(key, sealedTo(baseUrl), sealingKeys(env().EARSHOT_MAILBOX_KEY)) : null;
  if (key && !sealed) return false;
  await db().$transaction(async (tx) => {
    const before = await locked(tx);
    const keeps = key === undefined && before.baseUrl === baseUrl;
    await tx.$executeRaw`
      UPDATE language_model SET is_on = true, base_url = ${baseUrl}, model = ${model},
        secret = CASE WHEN ${keeps} THEN secret ELSE ${sealed?.secret ?? null}::bytea END,
        secret_nonce = CASE WHEN ${keeps} THEN secret_nonce ELSE ${sealed?.nonce ?? null}::bytea END,
        secret_key_id = CASE WHEN ${keeps} THEN secret_key_id ELSE ${sealed?.keyId ?? null} END
      WHERE id = 1`;
    await beginAnew(tx, owner);
    const changed = [
      ...(before.isOn ? [] : ['is_on']),
      ...(before.baseUrl === baseUrl ? [] : ['base_url']),
      ...(before.model === model ? [] : ['model']),
      ...(keeps || (!sealed && !before.hasKey) ? [] : ['key']),
    ];
    await record(tx, owner, 'language_model_changed', { codes: { is_on: true, changed } });
  });
  return true;
}

/** Switches it off, and with `forget` forgets where it is and its key. What it said of waiting replies goes with it. */
export async function switchOff(owner: Owner, { forget }: { forget: boolean }): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const before = await locked(tx);
    if (!before.isOn && !(forget && before.baseUrl !== null)) return false;
    await tx.$executeRaw`
      UPDATE language_model SET is_on = false, base_url = CASE WHEN ${forget} THEN NULL ELSE base_url END,
        model = CASE WHEN ${forget} THEN NULL ELSE model END, secret = CASE WHEN ${forget} THEN NULL ELSE secret END,
        secret_nonce = CASE WHEN ${forget} THEN NULL ELSE secret_nonce END,
        secret_key_id = CASE WHEN ${forget} THEN NULL ELSE secret_key_id END WHERE id = 1`;
    await beginAnew(tx, owner);
    const changed = [
      ...(before.isOn ? ['is_on'] : []),
      ...(forget ? ['base_url', 'model'] : []),
      ...(forget && before.hasKey ? ['key'] : []),
    ];
    await record(tx, owner, 'language_model_changed', { codes: { is_on: false, changed } });
    return true;
  });
}

// How the setting before it did says nothing about this one.
async function beginAnew(tx: Db, { userId }: Owner): Promise<void> {
  await tx.$executeRaw`
    UPDATE language_model SET version = version + 1, updated_at = law.clock(), updated_by_id = ${userId}::uuid, failures = 0,
      failing_since = NULL, fault = NULL, not_before = NULL, answered_at = NULL WHERE id = 1`;
}

interface Before {
  readonly isOn: boolean;
  readonly baseUrl: string | null;
  readonly model: string | null;
  readonly hasKey: boolean;
}

async function locked(tx: Db): Promise<Before> {
  const [before] = await tx.$queryRaw<Before[]>`
    SELECT is_on AS "isOn", base_url AS "baseUrl", model, secret IS NOT NULL AS "hasKey" FROM language_model WHERE id = 1 FOR UPDATE`;
  if (!before) throw new Error('The row of the language model is made by its migration.');
  return before;
}

/** For the worker: seals the key anew where an older master key sealed it. Answers how many: none or one. */
export async function keepModelKey(): Promise<number> {
  const keys = sealingKeys(env().EARSHOT_MAILBOX_KEY);
  const older = keys.slice(1).map(({ id }) => id);
  if (older.length === 0) return 0;
  const [row] = await rows<KeyRow & Record<string, unknown>>(
    `SELECT ${keyColumns} FROM language_model WHERE id = 1 AND secret_key_id = ANY ($1)`,
    [older],
  );
  const opened = row && keyIn(row);
  if (!opened || opened === 'locked' || opened.key === null) return 0;
  const anew = sealText(opened.key, sealedTo(row.baseUrl), keys);
  if (!anew) return 0;
  const done = await rows(
    `UPDATE language_model SET secret = $1, secret_nonce = $2, secret_key_id = $3 WHERE id = 1 AND secret = $4 RETURNING id`,
    [anew.secret, anew.nonce, anew.keyId, row.secret],
  );
  return done.length;
}
