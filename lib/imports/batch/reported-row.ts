import type { Person } from '../person';
import type { Decision } from './decision';

/** A row as the report keeps it. Several codes may stand in `codes`; words for each stand in the `imports` messages. */
export interface ReportedRow {
  readonly line: number;
  readonly result: 'created' | 'updated' | 'unchanged' | 'skipped';
  readonly codes: readonly string[];
  readonly detail: string | null;
  readonly stillClosed: boolean;
  readonly contactId: string | null;
}

/** A row that could not be read. */
export interface BadRow {
  readonly line: number;
  readonly code: string;
  readonly detail: string | null;
}

/** What the report says of a row. `closed`: whom one may not write to, and why. */
export function reported(
  row: Person | BadRow,
  decision: Decision | null,
  closed: Map<string, string>,
): ReportedRow {
  const { line } = row;
  if (decision === null || decision.result === 'skipped') {
    const { code, detail, contactId } = {
      contactId: null,
      ...(decision ?? ('code' in row ? row : { code: 'row_unreadable', detail: null })),
    };
    const named = 'addresses' in row ? [row.name, detail].filter(Boolean).join(' · ') : detail;
    return { line, result: 'skipped', codes: [code], detail: named, stillClosed: false, contactId };
  }
  const { told, result, notes } = decision;
  const why = closed.get(told.contactId);
  const codes = [...notes, ...(told.leavesOut ? ['left_out'] : []), ...(why ? [why] : [])];
  return {
    line,
    result,
    codes,
    detail: told.person.unreadable,
    stillClosed: why !== undefined,
    contactId: told.contactId,
  };
}
