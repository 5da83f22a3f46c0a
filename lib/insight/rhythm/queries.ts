import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { countingSql } from '@/lib/threads/queries';
import { rhythmSql } from './sql';
import type { Wait } from './waits';
import type { WeekSpoken } from './weeks';

const sql = rhythmSql(countingSql);

/** What was said in the last twelve weeks, this one among them, by both sides, in the installation's zone. */
export async function weeksSpoken(_actor: Actor): Promise<WeekSpoken[]> {
  return rows<WeekSpoken & Record<string, unknown>>(sql.words);
}

/** How long people took who were written to for the first time in these weeks. */
export async function theirFirstAnswers(_actor: Actor): Promise<Wait[]> {
  return rows<Wait & Record<string, unknown>>(sql.firstAnswers);
}

/** How long we took for what we answered in these weeks. */
export async function ourAnswers(_actor: Actor): Promise<Wait[]> {
  return rows<Wait & Record<string, unknown>>(sql.ourAnswers);
}

/** Whether sample people are among those counted. */
export async function countsSample(_actor: Actor): Promise<boolean> {
  return (
    (await db().contact.findFirst({
      where: { importKey: { startsWith: 'sample:' } },
      select: { id: true },
    })) !== null
  );
}
