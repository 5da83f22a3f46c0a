import { z } from 'zod';

const roleSchema = z.enum(['owner', 'member', 'reader'], { error: 'role_unknown' });
const idSchema = z.uuid();

export const invitationSchema = z.strictObject({
  role: roleSchema,
  note: z
    .string()
    .trim()
    .max(200, { error: 'note_long' })
    .transform((note) => note || null),
});

export const onInvitationSchema = z.strictObject({ id: idSchema });

export const onMemberSchema = z.strictObject({ id: idSchema });

export const roleChangeSchema = z.strictObject({ id: idSchema, role: roleSchema });

export const closingSchema = z.strictObject({
  id: idSchema,
  successor: z.uuid({ error: 'successor_missing' }),
});
