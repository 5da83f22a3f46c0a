import 'server-only';
import { v7 } from 'uuid';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { databaseFault } from '@/lib/errors/database-fault';
import { EarshotError } from '@/lib/errors/earshot-error';
import { record } from '@/lib/events/mutations';
import { emailSchema } from '../email';
import { hashPassword } from '../password';
import { nameSchema } from '../name';
import { newPasswordSchema } from '../password-rules';

// Whoever has a shell beside the database needs no proof: they could write the rows themselves.

const ownerSchema = z.strictObject({
  name: nameSchema,
  email: emailSchema,
  password: newPasswordSchema,
});

/**
 * Makes an owner from the command line, and closes the set-up link.
 * @returns the id of the account
 * @throws EarshotError `invalid_input` with the codes of what is wrong in `problems`, `conflict` when the e-mail
 * address has an account
 */
export async function createOwner(given: { name: string; email: string; password: string }): Promise<string> {
  const { name, email, password } = checked(ownerSchema, given);
  const passwordHash = await hashPassword(password);
  try {
    return await db().$transaction(async (tx) => {
      const data = { id: v7(), name, email, passwordHash, role: 'owner' as const };
      const { id } = await tx.user.create({ data, select: { id: true } });
      await tx.$executeRaw`
        UPDATE installation SET set_up_at = law.clock(), setup_key_hash = NULL WHERE id = 1 AND set_up_at IS NULL`;
      await record(tx, null, 'owner_made', { subjectId: id });
      return id;
    });
  } catch (error) {
    if (databaseFault(error)?.sqlstate === '23505') throw new EarshotError('conflict', {}, { cause: error });
    throw error;
  }
}

/**
 * Sets an owner's password from the command line and ends their sessions.
 * @throws EarshotError `invalid_input` as `createOwner`, `not_found` when no open account of an owner has it
 */
export async function resetOwnerPassword(given: { email: string; password: string }): Promise<void> {
  const { email, password } = checked(ownerSchema.pick({ email: true, password: true }), given);
  const passwordHash = await hashPassword(password);
  await db().$transaction(async (tx) => {
    const [owner] = await tx.user.updateManyAndReturn({
      where: { email, role: 'owner', closedAt: null },
      data: { passwordHash, sessionVersion: { increment: 1 } },
      select: { id: true },
    });
    if (!owner) throw new EarshotError('not_found');
    await record(tx, null, 'password_reset_used', { subjectId: owner.id, codes: { by: 'command_line' } });
  });
}

function checked<T>(schema: z.ZodType<T>, given: unknown): T {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw new EarshotError('invalid_input', { problems: read.error.issues.map(({ message }) => message) });
}
