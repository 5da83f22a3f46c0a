/** The five views of Today, in the order of what is asked of us. */
export const tabs = ['listen', 'your_turn', 'their_turn', 'resting', 'stopped'] as const;

export type TodayTab = (typeof tabs)[number];

export function isTab(value: unknown): value is TodayTab {
  return tabs.some((tab) => tab === value);
}

/** Where a row stands in its tab: what is owed comes before what is not, then by time, then by contact. */
export interface RowPlace {
  readonly rank: 0 | 1;
  readonly at: Date;
  readonly contactId: string;
}

/** A place as it stands in an address. */
export function rowCursor({ rank, at, contactId }: RowPlace): string {
  return [rank, at.toISOString(), contactId].join('~');
}

/** The place an address names; null for anything else. */
export function rowPlace(cursor: string | undefined): RowPlace | null {
  const match = /^([01])~(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([0-9a-f-]{36})$/.exec(cursor ?? '');
  const [, rank = '', moment = '', contactId = ''] = match ?? [];
  const at = new Date(moment);
  return match && !Number.isNaN(at.getTime()) ? { rank: rank === '0' ? 0 : 1, at, contactId } : null;
}
