import { z } from 'zod';

/** An e-mail address to sign in with, as it is kept: folded (NFKC), without spaces around it, in lower case. */
export const emailSchema = z
  .string()
  .transform((typed) => typed.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email({ error: 'email_wrong' }).max(254, { error: 'email_wrong' }));
