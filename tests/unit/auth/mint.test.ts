import { describe, expect, it } from 'vitest';
import { allow, mayOwn, mayWrite, mint, type Act } from '@/lib/auth/mint';
import { isEarshotError } from '@/lib/errors/earshot-error';

const account = (role: 'owner' | 'member' | 'reader') =>
  mint({ id: 'an id', name: 'Nora', role, language: 'es', timeZone: 'Europe/Madrid' });

describe('what a role may do', () => {
  it.each([
    ['reader', 'read', true],
    ['reader', 'write', false],
    ['reader', 'own', false],
    ['member', 'read', true],
    ['member', 'write', true],
    ['member', 'own', false],
    ['owner', 'read', true],
    ['owner', 'write', true],
    ['owner', 'own', true],
  ] as const)('a %s may %s: %s', (role, act: Act, may) => {
    const actor = account(role);
    if (may) expect(allow(actor, act)).toBe(actor);
    else
      expect(() => allow(actor, act)).toThrow(
        expect.toSatisfy((error) => isEarshotError(error, 'not_allowed')),
      );
    expect({ read: true, write: mayWrite(actor), own: mayOwn(actor) }[act]).toBe(may);
  });

  it('a proof cannot be written by hand, nor survive being sent', () => {
    const owner = account('owner');
    expect(mayOwn(structuredClone({ ...JSON.parse(JSON.stringify(owner)) }))).toBe(false);
  });

  it('a language Earshot does not speak becomes English', () => {
    expect(mint({ id: 'x', name: 'x', role: 'reader', language: 'xx', timeZone: 'UTC' }).language).toBe('en');
  });
});
