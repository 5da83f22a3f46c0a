import 'server-only';
import { db } from '@/lib/db/client';
import { EarshotError } from '@/lib/errors/earshot-error';
import { emailSchema } from '../email';
import { allow, mint, type Writer } from '../mint';

/**
 * In whose name the command line works: the account of this e-mail address, or else the first owner.
 * @throws EarshotError `not_found` when there is no such open account, `not_allowed` when it only reads
 */
export async function writerAtTheConsole(email?: string): Promise<Writer> {
  const account = await db().user.findFirst({
    where: { closedAt: null, ...(email ? { email: emailSchema.parse(email) } : { role: 'owner' }) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, role: true, language: true, timeZone: true },
  });
  if (!account) throw new EarshotError('not_found');
  return allow(mint(account), 'write');
}
