import { z } from 'zod';
import { emailSchema } from '../email';
import { keySchema } from '../keys';
import { nameSchema } from '../name';
import { isTheirOwnName, newPasswordSchema, typedPasswordSchema } from '../password-rules';
import { zoneSchema } from '../zone';

export const signInSchema = z.strictObject({
  email: emailSchema,
  password: typedPasswordSchema,
  next: z.string().max(2000).optional(),
});

/** Set-up and invitations ask for the same; the key says what becomes of it. */
export const accountSchema = z
  .strictObject({
    key: keySchema,
    name: nameSchema,
    email: emailSchema,
    password: newPasswordSchema,
    timeZone: zoneSchema,
  })
  .superRefine((account, context) => {
    if (isTheirOwnName(account.password, account))
      context.addIssue({ code: 'custom', path: ['password'], message: 'password_own' });
  });

export const resetSchema = z.strictObject({ key: keySchema, password: newPasswordSchema });
