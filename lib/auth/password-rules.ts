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
  const bare = lettersOf(password);
  const [local = '', host = ''] = email.split('@');
  const own = [name, email, local, host.split('.')[0] ?? '', 'earshot', 'password', 'contraseña'].map(
    lettersOf,
  );
  return (
    own.filter((word) => word.length >= 3).reduce((left, word) => left.replaceAll(word, ''), bare).length < 4
  );
}

// "aaaaaaaaaaaa", "abababababab", "123456789012", "passwordpassword".
function isMonotonous(password: string): boolean {
  const folded = password.toLowerCase();
  const half = folded.slice(0, Math.ceil(folded.length / 2));
  const steps = new Set([...folded].slice(1).map((sign, at) => sign.charCodeAt(0) - folded.charCodeAt(at)));
  return new Set(folded).size < 5 || steps.size <= 2 || (half + half).startsWith(folded);
}

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^\d+|\d+$/g, '');
}
