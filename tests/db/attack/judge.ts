import type { Runs } from './stage';

/** One thing that happened to a contact, at the moment its transaction committed. */
export interface Happened {
  readonly what: 'sent' | 'added' | 'gave_back' | 'spoke' | 'heard' | 'closed';
  /** The message it is about; of a closer, what closed. */
  readonly of: string;
  /** Where words stand in the timeline, in microseconds; 0 for everything else. */
  readonly moment: number;
}

/**
 * What happened to a contact, in the order of commits. A transaction's commit timestamp is taken while it still
 * holds its locks, so whoever waited for one of them has a later one: where the law holds, the order can not be
 * read wrongly. Needs track_commit_timestamp and a superuser.
 */
export async function asCommitted(superuser: Runs, contact: string): Promise<Happened[]> {
  const found = await superuser.query<{ what: Happened['what']; of: string; moment: string }>(
    `WITH doors AS (SELECT unnest(door_hashes) AS door FROM addresses WHERE contact_id = $1 AND channel = 'email'),
      happened AS (
        SELECT m.xmin AS by, m.recorded_seq AS seq, CASE WHEN o.purpose = 'response' AND m.answers_id IS NULL THEN 'added' ELSE 'sent' END AS what, m.id::text AS of, extract(epoch FROM m.moment) * 1000000 + m.depth AS moment
          FROM messages m JOIN outbox o ON o.message_id = m.id WHERE m.contact_id = $1
        UNION ALL SELECT o.xmin, 0, 'gave_back', o.message_id::text, 0 FROM outbox o WHERE o.contact_id = $1 AND o.state = 'withdrawn'
        UNION ALL SELECT m.xmin, m.recorded_seq, 'spoke', m.id::text, extract(epoch FROM m.moment) * 1000000 + m.depth
          FROM messages m WHERE m.contact_id = $1 AND m.direction = 'inbound'
        UNION ALL SELECT h.xmin, h.recorded_seq, 'heard', h.message_id::text, 0 FROM hearings h WHERE h.contact_id = $1
        UNION ALL SELECT d.xmin, d.recorded_seq, 'closed', 'declined', 0 FROM declines d
          WHERE d.contact_id = $1 OR d.organization_id = (SELECT c.organization_id FROM contacts c WHERE c.id = $1)
        UNION ALL SELECT o.xmin, o.recorded_seq, 'closed', 'opted_out', 0 FROM opt_outs o WHERE o.contact_id = $1
        UNION ALL SELECT r.xmin, r.recorded_seq, 'closed', 'resting', 0 FROM rests r WHERE r.contact_id = $1
        UNION ALL SELECT s.xmin, s.recorded_seq, 'closed', 'suppressed', 0 FROM suppressions s WHERE s.key_hash IN (SELECT door FROM doors))
      SELECT what, of, moment FROM happened ORDER BY pg_xact_commit_timestamp(by), seq`,
    [contact],
  );
  return found.rows.map(({ what, of, moment }) => ({ what, of, moment: Number(moment) }));
}

/** What the law should not have let happen, a line each. */
export function faultsIn(history: readonly Happened[]): string[] {
  const faults: string[] = [];
  const unanswered = new Set<string>();
  const unheard = new Map<string, number>();
  const spoken = new Map<string, number>();
  let closed: string | null = null;
  let added: string | null = null;
  // What an addition may be added to, and the newest words of theirs.
  let last: { of: string; at: number } | null = null;
  let theirs = 0;
  for (const { what, of, moment } of history) {
    if (what === 'closed') closed = of;
    else if (what === 'gave_back') {
      unanswered.delete(of);
      // An addition that never left leaves room for another.
      if (added === of) added = null;
      if (last?.of === of) last = null;
    } else if (what === 'spoke') {
      unanswered.clear();
      unheard.set(of, moment);
      spoken.set(of, moment);
      theirs = Math.max(theirs, moment);
    } else if (what === 'heard') {
      const until = spoken.get(of) ?? 0;
      for (const [message, at] of unheard) if (at <= until) unheard.delete(message);
    } else {
      if (closed) faults.push(`sent after ${closed}`);
      if (unheard.size > 0) faults.push('sent over an unheard reply');
      // One addition to an answer is allowed, not after they replied to it (older words of theirs may still come in),
      // and takes no turn of its own.
      const fits = last !== null && added === null && theirs <= last.at && unanswered.size <= 1;
      if (what === 'added' ? !fits : unanswered.size > 0) faults.push('sent twice');
      added = what === 'added' ? of : null;
      if (added === null) {
        unanswered.add(of);
        last = { of, at: moment };
      }
    }
  }
  return faults;
}
