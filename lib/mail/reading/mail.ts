import type { BounceReason } from './bounce/reasons';
import type { Person } from './mime/parsed-mail';

/**
 * What a mail is. `human`: a person wrote it. `list`: newsletters and messages of machines that nobody wrote to
 * us; a person's post that merely passed a list is human.
 */
export type MailKind = 'human' | 'auto_reply' | 'bounce' | 'complaint' | 'receipt' | 'list';

/** One address that a mail of ours did not reach. */
export interface Failure {
  /** As we wrote it, where the report says so; lower case. */
  readonly recipient: string;
  /** The address is dead, and will be tomorrow. */
  readonly hard: boolean;
  readonly reason: BounceReason;
}

/** A mail of ours that did not arrive, or not yet. */
export interface Bounce {
  /** Some recipient's address is dead: `failures` says whose. Never with `delayed`. */
  readonly hard: boolean;
  /** They are still trying; nothing failed. */
  readonly delayed: boolean;
  readonly recipients: readonly string[];
  readonly reason: BounceReason;
  /** Message-ID of our mail, without angle brackets. */
  readonly originalMessageId: string | null;
  readonly failures: readonly Failure[];
}

/** Somebody called a mail of ours spam. */
export interface Complaint {
  /** Who complained, where the report names them; empty in a report nobody asked for (RFC 6591). */
  readonly recipients: readonly string[];
  readonly originalMessageId: string | null;
}

/** A mail as we understand it. All addresses are lower case, all ids without angle brackets. */
export interface ReadMail {
  readonly kind: MailKind;
  readonly bounce: Bounce | null;
  readonly complaint: Complaint | null;
  /** `returnsOn`: a day such as `2026-05-12`, where it is certain. */
  readonly autoReply: { readonly returnsOn: string | null } | null;
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly from: Person | null;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly replyTo: readonly Person[];
  /** ISO 8601 in UTC, as the sender's header claims. */
  readonly date: string | null;
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
  /** What the person wrote now, without quotes and signature. */
  readonly replyText: string;
}
