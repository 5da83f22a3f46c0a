import type { Outcome } from '@/generated/prisma/client';

interface Act {
  readonly id: string;
  readonly contactId: string;
  /** Whom it was about. */
  readonly name: string;
  readonly at: Date;
}

/** Something somebody did that can be taken back, and what it takes. */
export type UndoableAct = Act &
  (
    | {
        readonly kind: 'logged';
        readonly messageId: string;
        readonly words: string;
        readonly detail: 'inbound' | 'outbound';
      }
    | { readonly kind: 'rested'; readonly until: Date }
    | { readonly kind: 'heard'; readonly messageId: string; readonly words: string; readonly detail: Outcome }
  );

/** The lowest id (UUID version 7, RFC 9562) that can have been made at that moment. */
export function firstIdAt(moment: Date): string {
  const time = moment.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
