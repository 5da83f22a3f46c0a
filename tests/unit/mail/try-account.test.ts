import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readAllowedHosts } from '@/lib/env/allowed-hosts';
import type { MailSecret, MailServer } from '@/lib/mail/account';
import type { Resolving } from '@/lib/mail/hosts';
import { hasReachedNobody, tryAccount, type TrialEnd } from '@/lib/mail/try-account';
import {
  closedPort,
  imapServer,
  rosa,
  saying,
  smtpServer,
  type Listening,
} from '@/tests/support/mail-servers';

const open: Listening[] = [];
const opened = async (server: Promise<Listening>) => {
  const one = await server;
  open.push(one);
  return one.port;
};

const said: string[] = [];
beforeEach(() => {
  const hear = (chunk: string | Uint8Array) => said.push(String(chunk)) > 0;
  vi.spyOn(process.stderr, 'write').mockImplementation(hear);
  vi.spyOn(process.stdout, 'write').mockImplementation(hear);
});

afterEach(async () => {
  vi.restoreAllMocks();
  expect(said.splice(0).join('')).not.toContain(rosa.password);
  await Promise.all(open.splice(0).map(({ close }) => close()));
});

interface Asked {
  readonly imap: Partial<MailServer>;
  readonly smtp?: Partial<MailServer>;
  readonly secret?: MailSecret;
  readonly list?: string;
  readonly whole?: number;
}

const password: MailSecret = { kind: 'password', password: rosa.password };

function trying({ imap, smtp, secret = password, list = '', whole = 3_000 }: Asked): Promise<TrialEnd> {
  const server = (more: Partial<MailServer>): MailServer => ({
    ...{ host: '127.0.0.1', port: 143, security: 'none' },
    ...more,
  });
  const ports = [imap.port, smtp?.port].filter((port) => port !== undefined);
  const read = readAllowedHosts(list || ports.map((port) => `127.0.0.1:${port}`).join());
  const resolving: Resolving = { allowed: 'hosts' in read ? read.hosts : [] };
  const trial = { imap: server(imap), smtp: smtp ? server(smtp) : null, login: rosa.login, secret };
  return tryAccount(trial, resolving, { whole, floor: 300 });
}

describe('an account that works', () => {
  test('with its password, for reading and for sending', async () => {
    const [imap, smtp] = [await opened(imapServer()), await opened(smtpServer())];
    expect(await trying({ imap: { port: imap }, smtp: { port: smtp } })).toBeNull();
  });

  test('with a token instead', async () => {
    const port = await opened(imapServer({ plugins: ['AUTH-PLAIN', 'SASL-IR', 'XOAUTH2'] }));
    const smtp = await opened(smtpServer());
    const token = (value: string): MailSecret => ({ kind: 'xoauth2', token: value });
    expect(await trying({ imap: { port }, smtp: { port: smtp }, secret: token('a token') })).toBeNull();
    expect(await trying({ imap: { port }, secret: token('another') })).toStrictEqual({
      ...{ protocol: 'imap', fault: 'wrong_password' },
    });
  });

  test('over TLS and over STARTTLS', async () => {
    const tls = await opened(imapServer({ tls: true }));
    expect(await trying({ imap: { port: tls, security: 'tls' } })).toBeNull();
    const upgrading = await opened(imapServer({ plugins: ['STARTTLS', 'LOGINDISABLED'] }));
    const smtp = await opened(smtpServer());
    const asked = { imap: { port: upgrading }, smtp: { port: smtp } };
    const starttls = { security: 'starttls' } as const;
    expect(
      await trying({ imap: { ...asked.imap, ...starttls }, smtp: { ...asked.smtp, ...starttls } }),
    ).toBeNull();
  });
});

describe('an account that does not work says why', () => {
  test('the password is wrong', async () => {
    const [imap, smtp] = [await opened(imapServer()), await opened(smtpServer())];
    const wrong: MailSecret = { kind: 'password', password: 'the sea at five' };
    expect(await trying({ imap: { port: imap }, secret: wrong })).toStrictEqual({
      ...{ protocol: 'imap', fault: 'wrong_password' },
    });
    expect(await trying({ imap: { port: imap }, smtp: { port: smtp } })).toBeNull();
  });

  test.each([
    ['[ALERT] Application-specific password required', 'app_password_needed'],
    ['[WEBALERT https://example] Web login required.', 'sign_in_elsewhere'],
    ['Your account is not enabled for IMAP use.', 'protocol_off'],
    ['[AUTHENTICATIONFAILED] Invalid credentials', 'wrong_password'],
  ])('the server says %s', async (refuses, fault) => {
    const port = await opened(imapServer({ refuses }));
    expect(await trying({ imap: { port } })).toStrictEqual({ protocol: 'imap', fault });
  });

  test('reading works, sending does not', async () => {
    const imap = await opened(imapServer());
    const smtp = await opened(smtpServer('5.7.139 SmtpClientAuthentication is disabled for the Tenant.'));
    expect(await trying({ imap: { port: imap }, smtp: { port: smtp } })).toStrictEqual({
      ...{ protocol: 'smtp', fault: 'protocol_off' },
    });
  });

  test('nobody listens', async () => {
    expect(await trying({ imap: { port: await closedPort() } })).toStrictEqual({
      ...{ protocol: 'imap', fault: 'refused' },
    });
  });

  test('somebody listens and says nothing', async () => {
    const port = await opened(saying(null));
    expect(await trying({ imap: { port }, whole: 700 })).toMatchObject({ fault: 'too_slow' });
  });

  test('somebody listens who is no mail server', async () => {
    const port = await opened(saying('SSH-2.0-OpenSSH_9.6\r\n'));
    expect(await trying({ imap: { port }, whole: 900 })).toMatchObject({ fault: 'not_mail' });
    const imap = await opened(imapServer());
    expect(await trying({ imap: { port: imap }, smtp: { port } })).toMatchObject({
      protocol: 'smtp',
      fault: 'not_mail',
    });
  });

  test('TLS is asked of a server that speaks plain, and the other way round', async () => {
    const [plain, tls] = [await opened(imapServer()), await opened(imapServer({ tls: true }))];
    expect(await trying({ imap: { port: plain, security: 'tls' } })).toMatchObject({ fault: 'tls_wrong' });
    expect(await trying({ imap: { port: plain, security: 'starttls' } })).toMatchObject({
      fault: 'tls_missing',
    });
    expect(await trying({ imap: { port: tls }, whole: 700 })).toMatchObject({ fault: 'too_slow' });
  });
});

describe('trying an account finds no ports', () => {
  test('what is not listed is not talked to, whether somebody listens or not', async () => {
    const port = await opened(imapServer());
    const ends = await Promise.all([
      trying({ imap: { port: 993 }, list: '10.0.0.1' }),
      trying({ imap: { host: '10.0.0.9', port: 993 }, list: '10.0.0.1' }),
      trying({ imap: { host: '169.254.169.254', port: 143 }, list: '10.0.0.0/8' }),
      trying({ imap: { host: 'no.such.host.invalid', port: 143 }, list: '10.0.0.1' }),
    ]);
    expect(ends.map((end) => end?.fault)).toStrictEqual([
      ...['host_inside', 'host_inside', 'host_inside', 'host_unknown'],
    ]);
    expect(ends.every((end) => end !== null && hasReachedNobody(end))).toBe(true);
    expect(await trying({ imap: { port }, list: '127.0.0.1' })).toMatchObject({ fault: 'port_not_allowed' });
  });

  test('in a network that is listed closed, silent and no mail server look alike and last the same', async () => {
    const whole = 900;
    const ports = [
      await closedPort(),
      await opened(saying(null)),
      await opened(saying('HTTP/1.1 400 Bad\r\n\r\n')),
    ];
    const ends = await Promise.all(
      ports.map(async (port) => {
        const since = performance.now();
        const end = await trying({ imap: { port }, list: `127.0.0.0/8:${port}`, whole });
        return { fault: end?.fault, lasted: performance.now() - since >= whole - 20 };
      }),
    );
    expect(ends).toStrictEqual(Array(3).fill({ fault: 'not_answering', lasted: true }));
  });
});
