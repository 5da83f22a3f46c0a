import { z } from 'zod';

export const shortestPassword = 12;
const longestPassword = 200;

/** A password somebody chooses: long enough, and not made of one thing. Nothing about digits and signs. */
export const newPasswordSchema = z
  .string()
  .min(shortestPassword, { error: 'password_short' })
  .max(longestPassword, { error: 'password_long' })
  .refine((password) => !isMonotonous(password), { error: 'password_plain' });

/** A password somebody types to prove who they are: whatever it is, it is compared. */
export const typedPasswordSchema = z
  .string()
  .min(1, { error: 'password_missing' })
  .max(longestPassword, { error: 'password_long' });

/** Whether a password says nothing but the name or the address of the one who chose it. */
export function isTheirOwnName(password: string, { name, email }: { name: string; email: string }): boolean {
  const [local = '', host = ''] = email.split('@');
  const words = [...name.split(/\s+/), local, host.split('.')[0] ?? '', 'earshot', 'password', 'contraseña']
    .map(lettersOf)
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  const all = lettersOf(password);
  const left = words.reduce((rest, word) => rest.replaceAll(word, ''), all);
  return left.length < all.length && left.length < 4;
}

// "aaaaaaaaaaaa", "123456789012", "qwertqwertqwert".
function isMonotonous(password: string): boolean {
  const signs = [...password.toLowerCase()];
  const steps = new Set(
    signs.slice(1).map((sign, at) => sign.charCodeAt(0) - (signs[at] ?? '').charCodeAt(0)),
  );
  return new Set(signs).size < 5 || steps.size <= 2 || repeatsItself(signs);
}

function repeatsItself(signs: readonly string[]): boolean {
  const periods = Array.from({ length: Math.floor(signs.length / 2) }, (_, at) => at + 1);
  return periods.some((period) => signs.every((sign, at) => at < period || sign === signs[at - period]));
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]/gu, '');
}
