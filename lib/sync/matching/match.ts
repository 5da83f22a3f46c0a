import type { MessageKind } from '@/generated/prisma/enums';
import type { ReadMail } from '@/lib/mail/reading/mail';

/** A message that is there, under the Message-ID by which headers name it. */
export interface KnownMessage {
  readonly id: string;
  readonly contactId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly addressId: string | null;
}

/** Whose an e-mail address is, held or taken away. */
export interface KnownAddress {
  readonly contactId: string;
  readonly addressId: string;
}

/** A mail to be matched. Handles are normalized, refs nearest first. */
export interface Mail {
  readonly read: ReadMail;
  readonly from: string | null;
  /** To, Cc, and Bcc where the copy in Sent still has it. */
  readonly to: readonly string[];
  readonly refs: readonly string[];
}

/** What is known about those a mail names. */
export interface Facts {
  /** Whose our own addresses are: the user by handle. */
  readonly own: ReadonlyMap<string, string>;
  readonly mailboxUserId: string;
  /** It lies in a folder for mail that we sent. */
  readonly inSent: boolean;
  readonly addresses: ReadonlyMap<string, KnownAddress>;
  readonly known: ReadonlyMap<string, readonly KnownMessage[]>;
  /** By address: the last message of ours to it in the week before this mail. */
  readonly lastTo: ReadonlyMap<string, KnownMessage>;
  /** Addresses from which somebody has written after this mail. */
  readonly aliveSince: ReadonlySet<string>;
}

/** One row that this mail becomes, of one contact. */
export interface Placed {
  readonly contactId: string;
  readonly addressId: string | null;
  readonly direction: 'inbound' | 'outbound';
  readonly kind: MessageKind;
  readonly authorId: string | null;
  /** The message it is about, where not its headers but its inside names that. */
  readonly aboutId: string | null;
}

export type Asked =
  | { readonly kind: 'other_address'; readonly handle: string; readonly contactId: string }
  | { readonly kind: 'which_contact'; readonly handle: string; readonly candidates: readonly string[] }
  | { readonly kind: 'unknown_sender'; readonly handle: string };

/** Whose words these are. Nothing placed and nothing asked: it concerns nobody here. */
export interface Match {
  readonly placed: readonly Placed[];
  readonly asked: Asked | null;
}

export const nobody: Match = { placed: [], asked: null };

/** The messages that the refs of a mail name, nearest first; a subject is no key. */
export function named({ refs }: Mail, { known }: Facts): (readonly KnownMessage[])[] {
  return refs.map((ref) => known.get(ref) ?? []).filter((rows) => rows.length > 0);
}

export function contactsOf(rows: readonly { readonly contactId: string }[]): string[] {
  return [...new Set(rows.map(({ contactId }) => contactId))];
}
