import type { ImapSession } from '@/lib/mail/imap';
import type { ReadMail } from '@/lib/mail/reading/mail';
import type { KeptSuggestion } from '@/lib/replies/suggested/suggestion';
import type { MailboxToRead } from '../folders/queries';
import type { Lease } from '../lease/mutations';

/** A mail as it was read, and what it seems to say where that was asked. */
export type ReadAndSuggested = ReadMail & { readonly suggestion?: KeptSuggestion };

/** What one has to know of a reply to say what it seems to say. */
export interface SuggestAbout {
  readonly occurredAt: Date;
}

/** Reads one mail apart from this thread; null where that was given up. */
export type Reader = (bytes: Uint8Array, about?: SuggestAbout) => Promise<ReadAndSuggested | null>;

/** What one needs to listen, as the worker has it; tests bring a server of their own. */
export interface Ears {
  readonly read: Reader;
  /** Connects and signs in. */
  readonly connect: (mailboxId: string) => Promise<ImapSession>;
  /** Keeps somebody unknown who wrote, in this user's name; false where that cannot be. */
  readonly addStranger: (
    userId: string,
    stranger: { handle: string; name: string | null },
  ) => Promise<boolean>;
  /** A number from 0 to 1: waits differ, so that not everybody comes back at once. */
  readonly dice: () => number;
  /** Whether the law is whole: what is recorded without it is not judged. */
  readonly mayWork: () => boolean;
  /** Milliseconds between two looks into every folder. */
  readonly poll: number;
  /** Milliseconds between two glances at whether something lies in Sent that was not there. */
  readonly glance: number;
}

/** Calls back when somebody waits for more than new mail of this mailbox; what it answers ends that. */
export type Called = (mailboxId: string, back: () => void) => () => void;

/** One mailbox while it is held and connected. */
export interface Listening {
  readonly ears: Ears;
  readonly session: ImapSession;
  readonly lease: Lease;
  readonly mailbox: MailboxToRead;
  /** Our own handles, and whose they are. */
  readonly own: ReadonlyMap<string, string>;
  /** UIDs still to be read back, by folder and its UIDVALIDITY. */
  readonly older: Map<string, number[]>;
}
