import { describe, expect, it } from 'vitest';
import { readAllowedHosts } from '@/lib/env/allowed-hosts';
import { readBaseUrl } from '@/lib/web/base-url';
import { mayAsk } from '@/lib/web/may-ask';

const listing = (text: string) => {
  const read = readAllowedHosts(text);
  if (!('hosts' in read)) throw new Error(read.wrong);
  return read.hosts;
};

const asked = (address: string, isHttps: boolean, host = 'model.example', list = '', port = 443) =>
  mayAsk({ isHttps, host, port, address }, listing(list));

describe('where a question may go', () => {
  it.each([
    '127.0.0.1',
    '127.8.0.1',
    '::1',
    '10.2.3.4',
    '172.31.0.9',
    '192.168.1.20',
    '100.64.3.3',
    'fd12::8',
  ])('to this machine and the own network, with or without TLS: %s', (address) => {
    expect(asked(address, false)).toBe('yes');
    expect(asked(address, true)).toBe('yes');
  });

  it.each([
    ...['169.254.169.254', '169.254.0.7', 'fd00:ec2::254', 'fe80::1', '::ffff:169.254.169.254', '0.0.0.0'],
    ...['::', '224.0.0.1', '255.255.255.255', '100.100.100.200', '64:ff9b::a9fe:a9fe', '192.0.0.192'],
    ...['198.18.0.1', '2001:db8::1', '2002:a9fe:a9fe::1', 'ff02::1'],
  ])('never to the link, to what answers for machines in clouds, nor to what is no place: %s', (address) => {
    expect(asked(address, true)).toBe('no');
    expect(asked(address, false)).toBe('no');
    // Not even where somebody listed it.
    expect(asked(address, false, 'model.example', 'model.example')).toBe('no');
  });

  it('to the Internet by https, by http only where it is listed', () => {
    expect(asked('9.9.9.9', true)).toBe('yes');
    expect(asked('9.9.9.9', false)).toBe('https_needed');
    expect(asked('9.9.9.9', false, 'model.example', 'model.example')).toBe('yes');
    expect(asked('9.9.9.9', false, 'model.example', '9.9.9.0/24:8080', 8080)).toBe('yes');
    expect(asked('9.9.9.9', false, 'model.example', '9.9.9.0/24:8080', 80)).toBe('https_needed');
    expect(asked('9.9.9.9', false, 'other.example', 'model.example')).toBe('https_needed');
  });
});

describe('an address of a service as somebody types it', () => {
  it.each([
    ['http://localhost:11434/v1/', 'http://localhost:11434/v1'],
    [' https://API.Example.COM/v1 ', 'https://api.example.com/v1'],
    ['https://api.example.com', 'https://api.example.com'],
    ['http://[::1]:8080/v1', 'http://[::1]:8080/v1'],
  ])('%s', (typed, read) => {
    expect(readBaseUrl(typed)).toBe(read);
  });

  it.each([
    ...['', 'localhost:11434', 'ftp://model.example/v1', 'https://', 'https://user:pass@model.example/v1'],
    ...[
      'https://model.example/v1?key=abc',
      'https://model.example/#v1',
      'file:///etc/passwd',
      'https://a b/',
    ],
    `https://model.example/${'v'.repeat(600)}`,
  ])('is none: %s', (typed) => {
    expect(readBaseUrl(typed)).toBeNull();
  });
});
