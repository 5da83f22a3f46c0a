import type { Called, Listening } from './listener';
import type { FolderRead } from './round';

interface Waiting {
  /** Folders with what we sent, as they stood at the last look. */
  readonly sent: readonly FolderRead[];
  /** Milliseconds to wait at most. */
  readonly left: number;
  readonly signal: AbortSignal;
  readonly called: Called | undefined;
}

/**
 * Waits until there is news in INBOX, something lies in Sent that was not there, the time is over, or somebody calls: true
 * then, for what they want may lie in any folder. Of INBOX the server tells; at Sent one glances.
 */
export async function waited(
  listening: Listening,
  { sent, left, signal, called }: Waiting,
): Promise<boolean> {
  const { session, lease, ears } = listening;
  const until = performance.now() + left;
  const waking = new AbortController();
  const wake = () => waking.abort();
  signal.addEventListener('abort', wake);
  const stop = called?.(lease.mailboxId, wake);
  if (signal.aborted) wake();
  try {
    for (;;) {
      const rest = Math.max(0, until - performance.now());
      const isNews = await session.wait(Math.min(rest, ears.glance), waking.signal);
      if (waking.signal.aborted) return true;
      if (isNews || performance.now() >= until || (await hasSent(listening, sent))) return false;
    }
  } finally {
    stop?.();
    signal.removeEventListener('abort', wake);
  }
}

async function hasSent({ session }: Listening, sent: readonly FolderRead[]): Promise<boolean> {
  for (const { folder, now } of sent) {
    if (now && ((await session.uidnext(folder.path)) ?? now.uidnext) !== now.uidnext) return true;
  }
  return false;
}
