import { describe, expect, test } from 'vitest';
import { readAllowedHosts, type AllowedHost } from '@/lib/env/allowed-hosts';
import { hostOf, isLoopback, isPortAllowed, plainAddress, whereIs } from '@/lib/mail/address-rule';

function listed(text: string): readonly AllowedHost[] {
  const read = readAllowedHosts(text);
  if ('wrong' in read) throw new Error(`cannot read ${read.wrong}`);
  return read.hosts;
}

const where = (address: string, port = 993, list = '', host = address) =>
  whereIs({ host, address, port }, listed(list));

describe('an address is one of the open Internet, or it is refused', () => {
  test.each([
    '9.9.9.9',
    '142.250.184.108',
    '172.32.0.1',
    '100.128.0.1',
    '2a00:1450:4003:80c::200e',
    '2606:4700::1111',
  ])('%s is outside', (address) => {
    expect(where(address)).toBe('outside');
  });

  test.each([
    ['127.0.0.1', 'this machine'],
    ['127.8.8.8', 'this machine'],
    ['0.0.0.0', 'unspecified'],
    ['10.0.0.5', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'shared by a provider'],
    ['169.254.169.254', 'metadata'],
    ['169.254.1.1', 'link-local'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['198.18.0.1', 'benchmarks'],
    ['192.0.2.1', 'documentation'],
    ['::', 'unspecified'],
    ['::1', 'this machine'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local, with its zone'],
    ['fd00:ec2::254', 'metadata'],
    ['fc00::1', 'private'],
    ['ff02::1', 'multicast'],
    ['2001:db8::1', 'documentation'],
    ['2002:0a00:0001::', 'a 6to4 tunnel'],
    ['::ffff:127.0.0.1', 'this machine, wrapped'],
    ['::ffff:7f00:1', 'this machine, wrapped in hexadecimal'],
    ['0:0:0:0:0:ffff:a00:5', 'private, wrapped and written out'],
    ['64:ff9b::a9fe:a9fe', 'metadata behind NAT64'],
    ['::127.0.0.1', 'an address of IPv4 in an old wrapping'],
  ])('%s is refused: %s', (address) => {
    expect(where(address)).toBeNull();
  });
});

describe('what is inside is let in where it is listed', () => {
  test('by its address, by its network, by its name', () => {
    expect(where('10.1.2.3', 993, '10.1.2.3')).toBe('listed');
    expect(where('10.1.2.3', 993, '10.1.0.0/16')).toBe('in_listed_network');
    expect(where('10.1.2.3', 993, 'mail.lan', 'mail.lan')).toBe('listed');
    expect(where('::ffff:10.1.2.3', 993, '10.1.2.3')).toBe('listed');
    expect(where('fd12::25', 143, 'fd00::/8')).toBe('in_listed_network');
  });

  test('and nothing beside it', () => {
    expect(where('10.2.0.1', 993, '10.1.0.0/16')).toBeNull();
    expect(where('10.1.2.3', 993, 'mail.lan', 'other.lan')).toBeNull();
    expect(where('fd12::25', 993, '10.0.0.0/8')).toBeNull();
  });

  test('the metadata service is never let in by a name, only by its address', () => {
    expect(where('169.254.169.254', 993, 'mail.lan', 'mail.lan')).toBeNull();
    expect(where('fd00:ec2::254', 993, 'mail.lan', 'mail.lan')).toBeNull();
    expect(where('169.254.169.254', 993, '169.254.169.254')).toBe('listed');
  });
});

describe('only ports of mail are talked to', () => {
  test.each([22, 25, 80, 110, 443, 3306, 5432, 6379, 8080])('%i is refused', (port) => {
    expect(isPortAllowed('mail.example', port, [])).toBe(false);
    expect(where('9.9.9.9', port)).toBeNull();
    expect(where('127.0.0.1', port, '127.0.0.1')).toBeNull();
  });

  test('another one is listed with its host', () => {
    expect(isPortAllowed('127.0.0.1', 1143, listed('127.0.0.1:1143'))).toBe(true);
    expect(isPortAllowed('127.0.0.1', 1144, listed('127.0.0.1:1143'))).toBe(false);
    expect(where('127.0.0.1', 1143, '127.0.0.1:1143')).toBe('listed');
    expect(where('127.0.0.1', 993, '127.0.0.1:1143')).toBeNull();
    expect(where('9.9.9.9', 2525, 'mail.example:2525', 'mail.example')).toBe('outside');
  });
});

describe('a host has one spelling', () => {
  test.each([
    ['IMAP.Gmail.com.', 'imap.gmail.com'],
    [' mail.example.org ', 'mail.example.org'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['mail。example', 'mail.example'],
    ['[::1]', '::1'],
    ['::ffff:127.0.0.1', '127.0.0.1'],
    ['127.0.0.1', '127.0.0.1'],
  ])('%s is %s', (typed, host) => {
    expect(hostOf(typed)).toBe(host);
  });

  test.each([
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '127.0.0.01',
    '①②⑦.0.0.1',
    '１２７.1',
    'mail.example:25',
    'user@mail.example',
    'mail.example/path',
    'mail example',
    'mail.example\r\nA1 LOGIN',
    '',
    'a'.repeat(300),
  ])('%j is none', (typed) => {
    expect(hostOf(typed)).toBeNull();
  });
});

test('an address that wraps another is that other one', () => {
  expect(plainAddress('::ffff:a9fe:a9fe')).toBe('169.254.169.254');
  expect(plainAddress('64:ff9b::1.2.3.4')).toBe('1.2.3.4');
  expect(plainAddress('2606:4700::1111')).toBe('2606:4700::1111');
});

test('this machine is known in every spelling', () => {
  expect(
    ['127.0.0.1', '127.1.2.3', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1'].map(isLoopback),
  ).not.toContain(false);
  expect(['10.0.0.1', '9.9.9.9', '::2', 'fe80::1'].map(isLoopback)).not.toContain(true);
});

test.each([
  '10.0.0.0/33',
  'fd00::/129',
  '10.0.0.1:0',
  '10.0.0.1:70000',
  '127.1',
  'mail.lan/8',
  'http://mail.lan',
  '10.0.0.0/8/8',
  '10.0.0.0/',
])('a list with %s in it is a mistake that is said', (wrong) => {
  expect(readAllowedHosts(`mail.lan, ${wrong}`)).toStrictEqual({ wrong });
});
