// How the worker listens: with threads that read mail, and servers reached at addresses that were looked at.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { accountToRead } from '@/lib/mailboxes/oauth/mutations';
import { resolveHost } from '@/lib/mail/hosts';
import { openImap } from '@/lib/mail/imap';
import { openReader } from '@/lib/mail/reading/reader';
import { connectTo } from '@/lib/sync/listening/connect';
import { keepListening } from '@/lib/sync/listening/keep-listening';
import type { Ears, ReadAndSuggested, SuggestAbout } from '@/lib/sync/listening/listener';
import { addStranger } from '@/lib/sync/strangers/mutations';

const patience = { answer: 30_000 };
const poll = 60_000;
const glance = 15_000;

/** Listens to every mailbox that no other worker listens to, while the law is whole, until somebody aborts. */
export async function listenToAll(signal: AbortSignal, mayWork: () => boolean): Promise<void> {
  const reader = openReader<ReadAndSuggested, SuggestAbout>({
    thread: new URL('mail-thread.js', import.meta.url),
    threads: 2,
  });
  const ears: Ears = {
    ...{ addStranger, mayWork, poll, glance, dice: Math.random },
    // A mail that hangs the reader is somebody's words all the same.
    read: (bytes, about) => reader.read(bytes, about).catch(() => null),
    connect: (mailboxId) =>
      connectTo(mailboxId, {
        account: accountToRead,
        open: async (account) => openImap(account, await resolveHost(account.imap), patience),
      }),
  };
  await keepListening(ears, `${hostname()} ${process.pid} ${randomUUID()}`, signal);
  await reader.close();
}
