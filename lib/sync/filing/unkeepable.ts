import { databaseFault } from '@/lib/errors/database-fault';

/** Whether a mail is what failed, and not the moment: what PostgreSQL or the law cannot take of it (classes 22, 23, 54, P0G02). */
export function isUnkeepable(error: unknown): boolean {
  const fault = databaseFault(error);
  return fault !== null && /^(22|23|54|P0G02)/.test(fault.sqlstate);
}
