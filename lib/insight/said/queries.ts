import 'server-only';
import type { Channel, Direction, MessageKind } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { inTransaction, rows } from '@/lib/db/pool';
import { databaseFault } from '@/lib/errors/database-fault';
import { countingSql } from '@/lib/threads/queries';
import type { Place } from '@/lib/threads/place';
import type { SaidFilter } from './asked';
import { reaches, saidSql } from './sql';

/** A message in which, or in what we heard in it, the words stand. */
export interface SaidLine extends Place {
  readonly messageId: string;
  readonly contactId: string;
  readonly name: string;
  /** The language they write in, where known. */
  readonly language: string | null;
  readonly organization: string | null;
  readonly direction: Direction;
  readonly channel: Channel;
  readonly kind: MessageKind;
  /** Who of us wrote it. */
  readonly author: string | null;
  readonly subject: string | null;
  readonly body: string;
  readonly words: string | null;
  readonly whatWeHeard: string | null;
  readonly at: Date;
  readonly dayOnly: boolean;
}

export interface SaidPage {
  readonly lines: readonly SaidLine[];
  readonly newer: Place | null;
  readonly older: Place | null;
  /** So many messages carry the words that not all of them were looked through. */
  readonly tooMany: boolean;
}

/** What was really said, of messages `m` with their outbox row `o`: not taken back, and what we wrote has left. */
export const standsSql = `(m.kind = 'auto_reply' AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = m.id)
  OR ${countingSql})`;

// In memory of its own a common word is still known by message, not by page.
const limits = "set local work_mem = '64MB'; set local statement_timeout = '5s'";
const cancelled = '57014';

/**
 * Where the words looked for stand in what was said, and in what we heard: the latest first. No search is looked for
 * longer than five seconds a reach; then `tooMany` says that what is shown is not all.
 */
export async function saidWith(_actor: Actor, filter: SaidFilter, most: number): Promise<SaidPage> {
  const { found, tooMany } = await lookedFor(filter, most + 1);
  const further = found.length > most;
  const page = found.slice(0, most);
  const back = filter.after !== null;
  if (back) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  return {
    lines: page,
    newer: first && (back ? further : filter.before !== null) ? first : null,
    older: last && (back || further) ? last : null,
    tooMany,
  };
}

async function lookedFor(filter: SaidFilter, most: number): Promise<{ found: SaidLine[]; tooMany: boolean }> {
  let found: SaidLine[] = [];
  for (const reach of reaches) {
    const asked = saidSql(filter, { reach, stands: standsSql, most, now: systemClock.now() });
    if (asked === null) break;
    try {
      found = await inTransaction(async (client) => {
        await client.query(limits);
        return rows<SaidLine & Record<string, unknown>>(asked.text, asked.values, client);
      });
    } catch (error) {
      if (databaseFault(error)?.sqlstate === cancelled) return { found, tooMany: true };
      throw error;
    }
    if (found.length >= most) break;
  }
  return { found, tooMany: false };
}
