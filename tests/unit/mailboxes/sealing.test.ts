import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { MailSecret } from '@/lib/mail/account';
import { faultOf } from '@/lib/mail/fault';
import { seal, sealingKeys, unseal, type SealedFor } from '@/lib/mailboxes/sealing';

const newKey = () => randomBytes(32).toString('base64');
const first = newKey();
const keys = sealingKeys(first);
const password: MailSecret = { kind: 'password', password: 'the sea at four' };
const where: SealedFor = {
  mailboxId: '01890a5d-ac96-774b-bcce-b302099a8057',
  login: 'rosa@fundacion-marea.example',
  imapHost: 'imap.fundacion-marea.example',
  smtpHost: 'smtp.fundacion-marea.example',
};

function faultIn(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    return `${faultOf(error)}: ${String(error)}`;
  }
}

const locked = 'secret_locked: EarshotError: mail_failed {"fault":"secret_locked"}';

describe('a sealed secret', () => {
  test('opens with its key in its row, a password and a token alike', () => {
    const token: MailSecret = { kind: 'xoauth2', token: 'ya29.a0' };
    expect(unseal(seal(password, where, keys), where, keys)).toStrictEqual(password);
    expect(unseal(seal(token, where, keys), where, keys)).toStrictEqual(token);
  });

  test('shows nothing of itself, and is another one each time', () => {
    const [one, two] = [seal(password, where, keys), seal(password, where, keys)];
    expect(one.secret.toString('latin1')).not.toContain('sea');
    expect(one.secret.equals(two.secret)).toBe(false);
    expect(one.nonce.equals(two.nonce)).toBe(false);
    expect(one.nonce).toHaveLength(12);
  });

  test.each<[string, Partial<SealedFor>]>([
    ['of another mailbox', { mailboxId: '01890a5d-ac96-774b-bcce-b302099a8058' }],
    ['of another login', { login: 'marco@fundacion-marea.example' }],
    ['whose server somebody exchanged', { imapHost: 'imap.thief.example' }],
    ['whose sending server somebody exchanged', { smtpHost: 'smtp.thief.example' }],
    ['that lost its sending server', { smtpHost: null }],
  ])('does not open in a row %s', (_, moved) => {
    const sealed = seal(password, where, keys);
    expect(faultIn(() => unseal(sealed, { ...where, ...moved }, keys))).toBe(locked);
  });

  test('does not open once a bit of it changed', () => {
    const sealed = seal(password, where, keys);
    for (const at of [0, sealed.secret.length - 17, sealed.secret.length - 1]) {
      const bent = Buffer.from(sealed.secret);
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect(faultIn(() => unseal({ ...sealed, secret: bent }, where, keys))).toBe(locked);
    }
    expect(faultIn(() => unseal({ ...sealed, nonce: randomBytes(12) }, where, keys))).toBe(locked);
    expect(faultIn(() => unseal({ ...sealed, secret: sealed.secret.subarray(0, 10) }, where, keys))).toBe(
      locked,
    );
  });

  test('does not open with another key, not even one that borrows its name', () => {
    const sealed = seal(password, where, keys);
    const others = sealingKeys(newKey());
    expect(faultIn(() => unseal(sealed, where, others))).toBe(locked);
    const borrowed = others.map((one) => ({ ...one, id: sealed.keyId }));
    expect(faultIn(() => unseal(sealed, where, borrowed))).toBe(locked);
  });
});

describe('the keys of an installation', () => {
  test('the first line seals, the older ones still open', () => {
    const before = seal(password, where, keys);
    const rotated = sealingKeys(`${newKey()}\n${first}\n`);
    expect(unseal(before, where, rotated)).toStrictEqual(password);
    const after = seal(password, where, rotated);
    expect(after.keyId).toBe(rotated[0]?.id);
    expect(faultIn(() => unseal(after, where, keys))).toBe(locked);
  });

  test('without any nothing is sealed', () => {
    for (const none of [undefined, '', 'too short', randomBytes(16).toString('base64')]) {
      expect(faultIn(() => seal(password, where, sealingKeys(none)))).toBe(locked);
    }
  });
});
