import { databaseFault } from '@/lib/errors/database-fault';

/** An expected no: the law, or a rule of ours, says why with a code. */
export interface Impossible<Code extends string> {
  readonly ok: false;
  readonly reason: Code;
}

/** The code with which the law said that something cannot be done now (SQLSTATE P0G02), if it is one of these. */
export function impossible<Code extends string>(error: unknown, codes: readonly Code[]): Code | null {
  const fault = databaseFault(error);
  if (fault?.sqlstate !== 'P0G02') return null;
  return codes.find((code) => code === fault.message) ?? null;
}

/** Does work, and gives those "impossible"s of the law as an answer instead of a fault. */
export async function orImpossible<T, Code extends string>(
  work: Promise<T>,
  codes: readonly Code[],
): Promise<T | Impossible<Code>> {
  try {
    return await work;
  } catch (error) {
    const reason = impossible(error, codes);
    if (!reason) throw error;
    return { ok: false, reason };
  }
}
