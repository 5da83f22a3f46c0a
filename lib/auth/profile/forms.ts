import { z } from 'zod';
import { languages } from '@/lib/language/language';
import { nameSchema } from '../name';
import { newPasswordSchema, typedPasswordSchema } from '../password-rules';
import { zoneSchema } from '../zone';

export const profileSchema = z.strictObject({
  name: nameSchema,
  language: z.enum(languages, { error: 'language_unknown' }),
  timeZone: zoneSchema,
});

export const passwordChangeSchema = z.strictObject({
  current: typedPasswordSchema,
  password: newPasswordSchema,
});

export const nothingSchema = z.strictObject({});
