import type { FolderRole } from '@/lib/mail/folder';
import type { Mail } from '../matching/match';

/** What is known around a mail of somebody who is no contact. */
interface Around {
  /** Handles of ours. */
  readonly own: { readonly has: (handle: string) => boolean };
  /** It names a message that is here: then its sender may be somebody we know, and a person is asked. */
  readonly answersKnown: boolean;
  /** There is mail of ours to them. */
  readonly isWrittenTo: boolean;
}

const strange: readonly FolderRole[] = ['inbox', 'archive', 'other'];

/** Whether who wrote is of interest in such a folder: what is sent is ours, and who lies in junk is asked about nowhere. */
export function bringsStrangers(role: FolderRole): boolean {
  return strange.includes(role);
}

/**
 * Whether somebody unknown becomes a contact by itself, in a mailbox set to that: a person who answers mail of ours, or
 * writes to us and nobody besides. Lists and machines never do.
 */
export function comesByItself({ read, from, to, refs }: Mail, around: Around): boolean {
  if (read.kind !== 'human' || from === null || around.own.has(from) || around.answersKnown) return false;
  const isToUsAlone = to.length > 0 && to.every((handle) => around.own.has(handle));
  return isToUsAlone || (refs.length > 0 && around.isWrittenTo);
}
