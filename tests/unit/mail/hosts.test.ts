import { expect, test } from 'vitest';
import { readAllowedHosts } from '@/lib/env/allowed-hosts';
import type { MailServer } from '@/lib/mail/account';
import { faultOf } from '@/lib/mail/fault';
import { resolveHost, type Resolving } from '@/lib/mail/hosts';
import { wireTo } from '@/lib/mail/wire';

const server = (host: string, more: Partial<MailServer> = {}): MailServer => ({
  host,
  port: 993,
  security: 'tls',
  ...more,
});

const answering = (...addresses: string[]): Resolving & { asked: string[] } => {
  const asked: string[] = [];
  return {
    allowed: [],
    asked,
    lookup: (host) => {
      asked.push(host);
      return Promise.resolve(
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    },
  };
};

const listing = (text: string, resolving: Resolving = answering()): Resolving => {
  const read = readAllowedHosts(text);
  return 'hosts' in read ? { ...resolving, allowed: read.hosts } : resolving;
};

const faultIn = (asked: Promise<unknown>) => asked.then(() => 'none', faultOf);

test('a name is resolved once, and the certificate is held against it', async () => {
  const world = answering('9.9.9.9', '9.9.9.10');
  const pinned = await resolveHost(server('Imap.Example.COM.'), world);
  expect(pinned).toStrictEqual({
    ...{ address: '9.9.9.9', family: 4, servername: 'imap.example.com' },
    ...{ where: 'outside', isLoopback: false },
  });
  expect(world.asked).toStrictEqual(['imap.example.com']);
  expect(wireTo(server('imap.example.com'), pinned)).toStrictEqual({
    ...{ host: '9.9.9.9', port: 993, secure: true, servername: 'imap.example.com' },
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
  });
});

test('a name that leads inside is as unknown as one that leads nowhere', async () => {
  expect(await faultIn(resolveHost(server('inside.example'), answering('10.0.0.7')))).toBe('host_unknown');
  expect(await faultIn(resolveHost(server('rebind.example'), answering('169.254.169.254')))).toBe(
    'host_unknown',
  );
  expect(await faultIn(resolveHost(server('nowhere.example'), answering()))).toBe('host_unknown');
  const failing = { allowed: [], lookup: () => Promise.reject(new Error('SERVFAIL')) };
  expect(await faultIn(resolveHost(server('broken.example'), failing))).toBe('host_unknown');
});

test('what is inside by its spelling is said to be, whether it is there or not', async () => {
  for (const host of [
    'mail',
    'mail.lan',
    'nas.fritz.home.arpa',
    'mail.corp.internal',
    'localhost',
    '10.0.0.7',
    'fd00::7',
  ]) {
    expect(await faultIn(resolveHost(server(host), answering('10.0.0.7'))), host).toBe('host_inside');
    expect(await faultIn(resolveHost(server(host), answering())), host).toBe('host_inside');
  }
});

test('of several addresses only one that is allowed is taken', async () => {
  const pinned = await resolveHost(server('mixed.example'), answering('127.0.0.1', '9.9.9.9'));
  expect(pinned.address).toBe('9.9.9.9');
});

test('an address that is typed is asked of nobody, and checked all the same', async () => {
  const world = answering('9.9.9.9');
  expect(await faultIn(resolveHost(server('127.0.0.1'), world))).toBe('host_inside');
  expect(await faultIn(resolveHost(server('[::ffff:10.0.0.1]'), world))).toBe('host_inside');
  expect(await faultIn(resolveHost(server('2130706433'), world))).toBe('host_unknown');
  expect(world.asked).toStrictEqual([]);
});

test('a bridge on this machine is reached where it is listed, and needs no certificate of an authority', async () => {
  const bridge = server('127.0.0.1', { port: 1143, security: 'starttls' });
  expect(await faultIn(resolveHost(bridge, answering()))).toBe('port_not_allowed');
  const pinned = await resolveHost(bridge, listing('127.0.0.1:1143'));
  expect(pinned).toMatchObject({ where: 'listed', isLoopback: true, servername: '' });
  expect(wireTo(bridge, pinned).tls.rejectUnauthorized).toBe(false);
});

test('nobody’s password crosses the Internet unprotected', async () => {
  const open = server('mail.example', { port: 143, security: 'none' });
  expect(await faultIn(resolveHost(open, answering('9.9.9.9')))).toBe('unprotected');
  const inside = await resolveHost(open, listing('mail.example', answering('10.0.0.7')));
  expect(inside).toMatchObject({ where: 'listed', isLoopback: false });
});
