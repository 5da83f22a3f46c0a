import { z } from 'zod';
import { readBaseUrl } from '@/lib/web/base-url';

const baseUrl = z.string().transform((typed, context) => {
  const read = readBaseUrl(typed);
  if (read !== null) return read;
  context.addIssue({
    code: 'custom',
    message: typed.trim() === '' ? 'model_url_missing' : 'model_url_wrong',
  });
  return z.NEVER;
});

/** An address, a model and its key. `try`: only ask it; `on`: ask it, and switch it on when it answers. */
export const modelSchema = z.strictObject({
  baseUrl,
  model: z.string().trim().min(1, { error: 'model_missing' }).max(200, { error: 'model_long' }),
  // Its key. Empty: the one that is kept for this address, or none.
  password: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{0,1000}$/, { error: 'model_key_wrong' }),
  intent: z.enum(['try', 'on']),
});

export const onModelSchema = z.strictObject({ intent: z.enum(['off', 'forget']) });
