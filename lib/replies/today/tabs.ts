/** The five views of Today, in the order of what is asked of us. */
export const tabs = ['listen', 'your_turn', 'their_turn', 'resting', 'stopped'] as const;

export type TodayTab = (typeof tabs)[number];

export function isTab(value: unknown): value is TodayTab {
  return tabs.some((tab) => tab === value);
}

/**
 * What comes first in a tab, whatever its time: in `your_turn` what is owed, then what we promised, then the rest; in
 * `listen` what is worst to overlook, as `law.harm` has it.
 */
export type Rank = number;

/** Where a row stands in its tab: by rank, then by time, then by contact. */
export interface RowPlace {
  readonly rank: Rank;
  readonly at: Date;
  readonly contactId: string;
}

/** A place as it stands in an address. */
export function rowCursor({ rank, at, contactId }: RowPlace): string {
  return [rank, at.toISOString(), contactId].join('~');
}

/** The place an address names; null for anything else. */
export function rowPlace(cursor: string | undefined): RowPlace | null {
  const match = /^([0-7])~(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([0-9a-f-]{36})$/.exec(cursor ?? '');
  const [, rank = '', moment = '', contactId = ''] = match ?? [];
  const at = new Date(moment);
  return match && !Number.isNaN(at.getTime()) ? { rank: Number(rank), at, contactId } : null;
}
