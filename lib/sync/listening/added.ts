import type { Prepared } from '../filing/incoming';
import { knownAddresses, knownMessages } from '../filing/queries';
import type { Folder } from '../folders/queries';
import { bringsStrangers, comesByItself } from '../strangers/by-itself';
import { ignoredAmong, isWrittenTo } from '../strangers/queries';
import type { Listening } from './listener';

/** Somebody unknown who wrote is kept before their mail is filed, where the mailbox says so. */
export async function addedIfNew(
  { ears, mailbox, own }: Listening,
  { role }: Folder,
  { mail, name, internalDate }: Prepared,
): Promise<void> {
  const { from, refs } = mail;
  if (mailbox.unknownSenders !== 'add' || from === null || internalDate < mailbox.connectedAt) return;
  if (!bringsStrangers(role) || (await knownAddresses([from])).size > 0) return;
  const around = {
    own,
    answersKnown: (await knownMessages(refs)).size > 0,
    isWrittenTo: refs.length > 0 && (await isWrittenTo(mailbox.userId, from)),
  };
  if (!comesByItself(mail, around) || (await ignoredAmong(mailbox.userId, [from])).size > 0) return;
  await ears.addStranger(mailbox.userId, { handle: from, name });
}
