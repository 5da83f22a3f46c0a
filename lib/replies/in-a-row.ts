import { firstOf, type Asked } from '@/lib/auth/asked';

/** How far one counts: of more than this nobody wants to know how many. */
export const countedTo = 10_000;

/** How many were heard (`done`) or put off (`skipped`) in a row, as the address tells it; 0 for nonsense. */
export function numberIn(asked: Asked, name: 'done' | 'skipped'): number {
  return Math.min(Math.max(Math.floor(Number(firstOf(asked, name)) || 0), 0), countedTo);
}
