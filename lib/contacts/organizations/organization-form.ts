import { z } from 'zod';

/** What may be changed of an organization: what it is called. */
export const organizationSchema = z.strictObject({
  name: z
    .string()
    .transform((typed) => typed.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, { error: 'name_missing' }).max(200, { error: 'too_long' })),
});
