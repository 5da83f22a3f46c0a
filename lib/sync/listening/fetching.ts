import { mailFailed } from '@/lib/mail/fault';
import type { MailSource } from '@/lib/mail/imap';
import { prepare } from '../filing/incoming';
import { noteGone, type Seen } from '../folders/mutations';
import type { Folder } from '../folders/queries';
import { addedIfNew } from './added';
import type { Listening, ReadAndSuggested } from './listener';
import { largest, type Weighed } from './weighing';

/** Of a mail larger than `largest` so much is fetched; bytes. */
const beginning = 1024 * 1024;

/** Fetches and reads what is to be fetched; of the rest the header is all there is. */
export async function fetched(
  listening: Listening,
  folder: Folder,
  run: readonly Weighed[],
): Promise<Seen[]> {
  const reading = await fetchedAndRead(listening, folder, run);
  const seen: Seen[] = [];
  for (const { uid, internalDate, head, whole, isWanted: wanted } of run) {
    const mail = reading.get(uid);
    if (!wanted) seen.push({ uid, internalDate, people: head.people, refs: head.refs });
    else if (mail) {
      const { bytes, read } = await mail;
      const prepared = prepare({ bytes, cut: whole > largest, size: whole, internalDate, read });
      await addedIfNew(listening, folder, prepared);
      seen.push({ uid, internalDate, prepared });
    }
  }
  return seen;
}

type Mail = Promise<{ readonly bytes: Buffer; readonly read: ReadAndSuggested | null }>;

// One is read while the next is fetched.
async function fetchedAndRead(
  listening: Listening,
  folder: Folder,
  run: readonly Weighed[],
): Promise<Map<number, Mail>> {
  const { session } = listening;
  const wanted = new Map(run.filter((one) => one.isWanted).map((one) => [one.uid, one]));
  const found = new Map<number, Mail>();
  const came = ({ uid, bytes }: MailSource) => {
    const mail = wanted.get(uid);
    if (mail) found.set(uid, readOf(listening, mail, bytes));
  };
  const small = [...wanted.values()].filter(({ whole }) => whole <= largest).map(({ uid }) => uid);
  for await (const source of session.sources(small)) came(source);
  for (const { uid, whole } of wanted.values()) {
    const begun = whole > largest ? await session.beginning(uid, beginning) : null;
    if (begun) came(begun);
  }
  await mustBeGone(listening, folder, [...wanted.keys()], new Set(found.keys()));
  return found;
}

function readOf({ ears }: Listening, { mayBeReply, internalDate }: Weighed, bytes: Buffer): Mail {
  const reading = ears.read(bytes, mayBeReply ? { occurredAt: internalDate } : undefined);
  const mail = reading.then((read) => ({ bytes, read }));
  // Whoever waits for it hears of a failure; nobody does where the fetching failed before.
  mail.catch(() => undefined);
  return mail;
}

/**
 * Notes what was asked for and did not come as gone. A mail that is there all the same would be missed for ever.
 * @throws EarshotError `mail_failed` when it is there
 */
export async function mustBeGone(
  { session, lease }: Listening,
  folder: Folder,
  asked: readonly number[],
  came: ReadonlySet<number>,
): Promise<void> {
  const missing = asked.filter((uid) => !came.has(uid));
  if (missing.length === 0) return;
  if ((await session.present(missing)).length > 0) throw mailFailed('other');
  await noteGone(lease, folder, missing);
}
