import { z } from 'zod';

/** What PostgreSQL said when it refused a statement, however it came to us. */
export interface DatabaseFault {
  /** Five characters, see the appendix "PostgreSQL Error Codes"; P0G01 and P0G02 are the law's own. */
  readonly sqlstate: string;
  readonly message: string;
  readonly constraint?: string | undefined;
}

const sqlstate = z.string().regex(/^[0-9A-Z]{5}$/);
const fromPg = z.object({
  code: sqlstate,
  severity: z.string(),
  message: z.string(),
  constraint: z.string().optional(),
});
const fromPrisma = z.object({
  meta: z.object({
    driverAdapterError: z.object({
      cause: z.object({ originalCode: sqlstate, originalMessage: z.string().default('') }),
    }),
  }),
});
const conflictInPrisma = z.object({ code: z.literal('P2034') });

/** The fault behind an error of `pg` or of Prisma; null when PostgreSQL did not answer or was not asked. */
export function databaseFault(error: unknown): DatabaseFault | null {
  const prisma = fromPrisma.safeParse(error);
  if (prisma.success) {
    const { originalCode, originalMessage } = prisma.data.meta.driverAdapterError.cause;
    return { sqlstate: originalCode, message: originalMessage };
  }
  // Prisma gives serialization failures and deadlocks one name and drops which it was.
  if (conflictInPrisma.safeParse(error).success) return { sqlstate: '40001', message: 'write conflict' };
  const pg = fromPg.safeParse(error);
  if (!pg.success) return null;
  const { code, message, constraint } = pg.data;
  return { sqlstate: code, message, constraint };
}

/** Whether the work may be asked again from the start: 40001 serialization failure, 40P01 deadlock. */
export function isWorthAskingAgain(error: unknown): boolean {
  const fault = databaseFault(error);
  return fault !== null && (fault.sqlstate === '40001' || fault.sqlstate === '40P01');
}
