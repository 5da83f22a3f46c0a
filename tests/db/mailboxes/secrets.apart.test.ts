import { beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { faultOf } from '@/lib/mail/fault';
import { keepSecrets } from '@/lib/mailboxes/mutations';
import { accountOf } from '@/lib/mailboxes/queries';
import { poolAs } from '../../support/database';
import { aMember } from '../../support/people';
import { connected, secret } from './connected';

const keys = vi.hoisted(() => ({ now: '' }));

vi.mock('@/lib/env/env', async (real) => {
  const actual = await real<{ env: () => object }>();
  return { ...actual, env: () => ({ ...actual.env(), EARSHOT_MAILBOX_KEY: keys.now }) };
});

const rowOf = (id: string) => db().mailbox.findUniqueOrThrow({ where: { id } });
const faultIn = (work: Promise<unknown>) => work.then(() => 'none', faultOf);
const first = Buffer.alloc(32, 7).toString('base64');

beforeEach(() => {
  keys.now = first;
});

describe('a secret is good for one row and one key', () => {
  test('moved into another row it does not open', async () => {
    const rosa = await aMember();
    const [one, two] = [await connected(rosa), await connected(rosa)];
    await poolAs('app').query(
      `UPDATE mailboxes b SET (secret, secret_nonce, secret_key_id) = (SELECT secret, secret_nonce, secret_key_id FROM mailboxes WHERE id = $1) WHERE b.id = $2`,
      [one, two],
    );
    expect(await faultIn(accountOf(two))).toBe('secret_locked');
    expect(await faultIn(accountOf(one))).toBe('none');
  });

  test('sent to another server by a hand in the database it does not open', async () => {
    const id = await connected(await aMember());
    await poolAs('app').query(`UPDATE mailboxes SET imap_host = 'imap.thief.example' WHERE id = $1`, [id]);
    expect(await faultIn(accountOf(id))).toBe('secret_locked');
  });

  test('with another key it does not open, with a new one beside the old it is sealed anew', async () => {
    const id = await connected(await aMember());
    const before = (await rowOf(id)).secretKeyId;
    keys.now = Buffer.alloc(32, 8).toString('base64');
    expect(await faultIn(accountOf(id))).toBe('secret_locked');
    keys.now = `${keys.now}\n${first}`;
    expect((await accountOf(id)).secret).toMatchObject({ password: secret });
    expect(await keepSecrets()).toBeGreaterThanOrEqual(1);
    expect((await rowOf(id)).secretKeyId).not.toBe(before);
    keys.now = keys.now.slice(0, 44);
    expect((await accountOf(id)).secret).toMatchObject({ password: secret });
  });

  test('a row without all of it is refused', async () => {
    const id = await connected(await aMember());
    const refused = (sql: string, by: RegExp) => expect(poolAs('app').query(sql, [id])).rejects.toThrow(by);
    await refused('UPDATE mailboxes SET secret_nonce = NULL WHERE id = $1', /mailboxes_sealed/);
    await refused('UPDATE mailboxes SET closed_at = now() WHERE id = $1', /mailboxes_closed_forget/);
    await refused(`UPDATE mailboxes SET state = 'failing' WHERE id = $1`, /mailboxes_failing/);
    await refused(
      `UPDATE mailboxes SET fault = 'Wrong password!', fault_at = now() WHERE id = $1`,
      /mailboxes_fault/,
    );
    await refused(`UPDATE mailboxes SET lease_holder = 'w1' WHERE id = $1`, /mailboxes_lease/);
    await refused('UPDATE mailboxes SET imap_port = 0 WHERE id = $1', /mailboxes_ports/);
  });
});
