import { describe, expect, it } from 'vitest';
import { signInFor, wayIn } from '@/lib/auth/way';

describe('the way in after signing in', () => {
  it.each([
    ['/contacts?standing=owed', '/contacts?standing=owed'],
    ['/contacts/1#said', '/contacts/1'],
    ['/contacts?_rsc=abc&q=ana', '/contacts?q=ana'],
    [null, '/today'],
    ['', '/today'],
    ['//evil.example/', '/today'],
    ['/\\evil.example', '/today'],
    ['/%5Cevil.example', '/%5Cevil.example'],
    ['/..//evil.example', '/today'],
    ['https://evil.example', '/today'],
    ['javascript:alert(1)', '/today'],
    ['/\n/evil.example', '/today'],
    ['/\t/evil.example', '/today'],
    ['/sign-in?next=/sign-in', '/today'],
    ['/api/auth/signout', '/today'],
  ])('%j leads to %j', (asked, way) => {
    expect(wayIn(asked)).toBe(way);
  });

  it('is carried by the address of the sign-in page, but for Today', () => {
    expect(signInFor('/contacts?q=a b')).toBe('/sign-in');
    expect(signInFor('/contacts?q=a%20b')).toBe('/sign-in?next=%2Fcontacts%3Fq%3Da%2Bb');
    expect(signInFor('/today')).toBe('/sign-in');
    expect(signInFor(null)).toBe('/sign-in');
  });
});
