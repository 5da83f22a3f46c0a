import { z } from 'zod';
import { scopes } from './token';

/** For how many days a token may hold; the empty one holds until it is revoked. */
export const spans = ['30', '90', '365', ''] as const;

export const newTokenSchema = z.strictObject({
  name: z
    .string()
    .transform((typed) => typed.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, { error: 'token_nameless' }).max(100, { error: 'token_name_long' })),
  // One token, one purpose: what asks need not be able to bring mail in.
  scope: z.enum(scopes, { error: 'scope_unknown' }).default('gate:check'),
  days: z.enum(spans, { error: 'days_unknown' }).transform((days) => (days === '' ? null : Number(days))),
});

export const onTokenSchema = z.strictObject({ id: z.uuid() });
