// Reads one mailbox in a process of its own, so that its memory is its own: everything fetched and thrown away, or by our ears.
import { pathToFileURL } from 'node:url';
import { db } from '@/lib/db/client';
import { closePool } from '@/lib/db/pool';
import { openImap } from '@/lib/mail/imap';
import { openReader } from '@/lib/mail/reading/reader';
import type { ReadAndSuggested, SuggestAbout } from '@/lib/sync/listening/listener';
import { listen } from '@/lib/sync/listening/listen';
import { chosenFolders } from '@/lib/sync/folders/queries';
import { ImapFlow } from 'imapflow';

const [what = '', port = '', login = '', mailboxId = '', thread = ''] = process.argv.slice(2);

const pinned = {
  address: '127.0.0.1',
  family: 4,
  servername: '',
  where: 'listed',
  isLoopback: true,
} as const;
const connect = () =>
  openImap(
    {
      imap: { host: '127.0.0.1', port: Number(port), security: 'none' },
      login,
      secret: { kind: 'password', password: 'listen' },
    },
    pinned,
    { answer: 60_000 },
  );

/** One FETCH of everything, as fast as imapflow can. */
async function bare(): Promise<void> {
  const auth = { user: login, pass: 'listen' };
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: Number(port),
    secure: false,
    doSTARTTLS: false,
    auth,
    logger: false,
  });
  await client.connect();
  await client.mailboxOpen('INBOX', { readOnly: true });
  for await (const { source } of client.fetch('1:*', { uid: true, source: true }))
    if (!source?.length) throw new Error('A mail came empty.');
  client.close();
}

async function ours(): Promise<void> {
  const reader = openReader<ReadAndSuggested, SuggestAbout>({ thread: pathToFileURL(thread), threads: 2 });
  // The worker's threads live as long as it does.
  const letter = Buffer.from('From: a@b.example\r\nSubject: c\r\n\r\nHello there.\r\n');
  await Promise.all([1, 2, 3, 4].map(() => reader.read(letter, { occurredAt: new Date() })));
  // So does its connection to the database.
  await db().$queryRaw`SELECT 1`;
  began = process.cpuUsage();
  from = performance.now();
  const since = Date.now();
  const ending = new AbortController();
  const ears = {
    ...{
      connect,
      addStranger: () => Promise.resolve(false),
      dice: () => 0.5,
      mayWork: () => true,
      glance: 15_000,
      poll: 20,
    },
    read: (bytes: Uint8Array, about?: SuggestAbout) => reader.read(bytes, about).catch(() => null),
  };
  const roundDone = () =>
    void chosenFolders(mailboxId).then(
      (folders) => folders.every((one) => one.readToEndAt && +one.readToEndAt > since) && ending.abort(),
    );
  await listen(ears, { mailboxId, holder: 'bench' }, ending.signal, { roundDone });
  took = performance.now() - from;
  used = process.cpuUsage(began);
  await reader.close();
  await closePool();
}

let from = performance.now();
let took = 0;
let began = process.cpuUsage();
let used = began;
if (what === 'bare') {
  await bare();
  took = performance.now() - from;
  used = process.cpuUsage(began);
} else await ours();
const { maxRSS } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({ ms: took, rssMb: maxRSS / 1024, cpuMs: (used.user + used.system) / 1000 }),
);
