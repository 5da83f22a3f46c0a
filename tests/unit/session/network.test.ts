import { describe, expect, it } from 'vitest';
import { addressOf, networkOf } from '@/lib/session/network';

describe('where a request came from', () => {
  const claimed = { peer: '10.0.0.1', forwardedFor: '6.6.6.6, 203.0.113.7, 10.0.0.2' };

  it('is the other end of the connection, whatever the caller wrote, when no proxy is ours', () => {
    expect(addressOf(claimed, 0)).toBe('10.0.0.1');
    expect(addressOf({ peer: null, forwardedFor: '6.6.6.6' }, 0)).toBeNull();
  });

  it('is what our own proxies appended, counted from the end', () => {
    expect(addressOf(claimed, 1)).toBe('10.0.0.2');
    expect(addressOf(claimed, 2)).toBe('203.0.113.7');
  });

  it('is the connection again when there are fewer entries than proxies', () => {
    expect(addressOf({ peer: '10.0.0.1', forwardedFor: '203.0.113.7' }, 2)).toBe('10.0.0.1');
    expect(addressOf({ peer: '10.0.0.1', forwardedFor: null }, 1)).toBe('10.0.0.1');
  });
});

describe('a network', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:5123', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::1]:443', '2001:db8:1:2::/64'],
    ['::1', '127.0.0.1'],
    ['::2', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['somebody', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
  ])('of %j is %j', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
