import 'server-only';
import { rows } from '@/lib/db/pool';
import type { ChangedRow } from './changes';

/** What was committed since an earlier answer's `upto`; with null nothing but where to begin. */
export function changedSince(upto: string | null): Promise<ChangedRow[]> {
  return rows<ChangedRow>(
    'SELECT upto::text, xid::text, contact_id, mailbox_id FROM law.changed_since($1::text::xid8)',
    [upto],
  );
}
