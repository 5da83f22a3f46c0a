import { expect, test } from 'vitest';
import { connectSchema, meantPassword } from '@/lib/mailboxes/forms';
import { toldFault, toldTrial } from '@/lib/mailboxes/told';
import { mailFaults } from '@/lib/mail/fault';
import { en } from '@/lib/language/messages/en';

test.each([
  ['abcd efgh ijkl mnop', 'abcdefghijklmnop'],
  ['abcd\u00a0efgh\u00a0ijkl\u00a0mnop', 'abcdefghijklmnop'],
  ['the sea at four', 'the sea at four'],
  ['abcd-efgh-ijkl-mnop', 'abcd-efgh-ijkl-mnop'],
  [' spaces count ', ' spaces count '],
])('%j is meant as %j', (typed, meant) => {
  expect(meantPassword(typed)).toBe(meant);
});

test('a host, a port and a password are asked for in their shape', () => {
  const form = {
    ...{ email: 'rosa@atelier.example', password: '', login: '', provider: '' },
    ...{ imapHost: '0x7f.1', imapPort: '99999', imapSecurity: 'tls' },
    ...{ smtpHost: '', smtpPort: '465', smtpSecurity: 'tls' },
  };
  const read = connectSchema.safeParse(form);
  expect(read.error?.issues.map(({ path, message }) => [path[0], message])).toStrictEqual([
    ['password', 'password_missing'],
    ['imapHost', 'mail_host_wrong'],
    ['imapPort', 'mail_port_wrong'],
  ]);
  expect(connectSchema.safeParse({ ...form, extra: '1' }).success).toBe(false);
});

test('there is a sentence for every fault, and it names the server', () => {
  expect(Object.keys(en.mailboxes.faults).toSorted()).toStrictEqual([...mailFaults].toSorted());
  const server = { host: 'imap.example.org', port: 993 };
  const ofElsewhere = ['secret_locked', 'port_not_allowed', 'consent_gone'];
  const named = mailFaults.filter((one) => !ofElsewhere.includes(one) && !one.startsWith('oauth_'));
  for (const fault of named) {
    expect(toldFault('en', fault, server)).toContain('imap.example.org');
    expect(toldFault('es', fault, server)).toContain('imap.example.org');
  }
  expect(toldFault('en', 'eaten_by_a_dog', server)).toBe(toldFault('en', 'other', server));
});

test('after a wrong password the way in at this provider is said again, and that nothing was saved', () => {
  const imap = { host: 'imap.gmail.com', port: 993, security: 'tls' } as const;
  const words = toldTrial(
    'en',
    { protocol: 'imap', fault: 'wrong_password' },
    { imap, smtp: null, provider: 'gmail' },
  );
  expect(words).toMatch(
    /^imap\.gmail\.com did not take .* myaccount\.google\.com\/apppasswords; .* Nothing was saved\.$/,
  );
});
