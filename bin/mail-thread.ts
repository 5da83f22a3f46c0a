// The thread in which mails are read: one comes in as bytes, what it is goes out. `lib/mail/reading/reader.ts` holds the other end.
import { parentPort } from 'node:worker_threads';
import { keepBlobsInMemory } from '@/lib/mail/reading/mime/memory-blob';
import { readMail } from '@/lib/mail/reading/read-mail';
import type { Answer } from '@/lib/mail/reading/reader';

keepBlobsInMemory();
parentPort?.on('message', (raw: Uint8Array) => {
  readMail(raw).then(
    (mail) => parentPort?.postMessage({ mail } satisfies Answer),
    // The words of an error may hold those of the mail.
    (error: unknown) =>
      parentPort?.postMessage({ fault: error instanceof Error ? error.name : 'unknown' } satisfies Answer),
  );
});
