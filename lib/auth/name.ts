import { z } from 'zod';

/** The name of a person of the team, without blanks around it or doubled inside. */
export const nameSchema = z
  .string()
  .transform((typed) => typed.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, { error: 'name_missing' }).max(200, { error: 'name_long' }));
