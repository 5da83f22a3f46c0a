import type {
  Channel,
  OptOutCause,
  Scope,
  SuppressionCause,
  SuppressionKind,
} from '@/generated/prisma/client';
import type { Quote } from '../parts';

interface Row {
  readonly id: string;
  readonly recordedAt: Date;
  /** Who wrote it down; null for the machine. */
  readonly by: string | null;
}

interface Spoken extends Row {
  /** Who said it, when it was somebody else at the organization. */
  readonly speaker: { readonly id: string; readonly name: string } | null;
  /** Who wrote it, where that was from an address that is none of the contact's. */
  readonly writtenBy: string | null;
  readonly quote: Quote | null;
  readonly saidAt: Date | null;
  /** The message it was heard in. Taken back, all that it closed can be withdrawn; while it stands, it is heard again. */
  readonly heardIn: { readonly messageId: string; readonly isTakenBack: boolean } | null;
}

/** Something that closes a contact or one of its addresses, as a row with who, when and the words. */
export type Closer =
  | (Spoken & { readonly kind: 'opt_out'; readonly cause: OptOutCause })
  | (Spoken & {
      readonly kind: 'decline';
      readonly scope: Scope;
      readonly isWrongPerson: boolean;
      readonly pitch: string | null;
      readonly organization: string | null;
    })
  | (Spoken & { readonly kind: 'rest'; readonly until: Date; readonly isOurs: boolean })
  | (Row & {
      readonly kind: 'suppression';
      readonly cause: SuppressionCause;
      readonly of: SuppressionKind;
      readonly reason: string | null;
      readonly channel: Channel;
      readonly typed: string;
      /** When the mail came back for which it was closed; null where it was closed for something else. */
      readonly cameBackAt: Date | null;
    });
