import { describe, expect, it } from 'vitest';
import { isTheirOwnName, newPasswordSchema } from '@/lib/auth/password-rules';

const problemWith = (password: string) =>
  newPasswordSchema.safeParse(password).error?.issues[0]?.message ?? null;

describe('a password somebody chooses', () => {
  it.each([
    ['a short sentence', 'we listen before we send', null],
    ['twelve different characters', 'vU7%kpq2!xZe', null],
    ['a sentence in another script', 'слушай прежде чем писать', null],
    ['eleven characters', 'vU7%kpq2!xZ', 'password_short'],
    ['longer than anybody types', `a sentence ${'and another '.repeat(20)}`, 'password_long'],
    ['one letter', 'aaaaaaaaaaaaaa', 'password_plain'],
    ['counting', '123456789012', 'password_plain'],
    ['the alphabet', 'abcdefghijklmnop', 'password_plain'],
    ['a word twice', 'monkeymonkey', 'password_plain'],
    ['a word and a bit more of it', 'qwertqwertqwe', 'password_plain'],
  ])('%s is judged rightly', (_, password, problem) => {
    expect(problemWith(password)).toBe(problem);
  });

  const nora = { name: 'Nora Weiß', email: 'nora@atelier.example' };

  it.each([
    ['noraweiß1984', true],
    ['Atelier-Nora-2026', true],
    ['passwordearshot', true],
    ['nora likes the sea', false],
    ['we listen before we send', false],
    ['918273645501', false],
  ])('%s is their own name: %s', (password, own) => {
    expect(isTheirOwnName(password, nora)).toBe(own);
  });
});
