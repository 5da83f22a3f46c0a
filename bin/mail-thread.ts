// The thread in which mails are read: one comes in as bytes, what it is goes out. `lib/mail/reading/reader.ts` holds the other end.
import { parentPort } from 'node:worker_threads';
import type { AndPictures, MailOnPage } from '@/lib/mail/reading/apart';
import { keepBlobsInMemory } from '@/lib/mail/reading/mime/memory-blob';
import { picturesIn } from '@/lib/mail/reading/mime/pictures';
import { readMail } from '@/lib/mail/reading/read-mail';
import type { Answer, Question } from '@/lib/mail/reading/reader';
import { bodyOf } from '@/lib/sync/filing/incoming';
import type { ReadAndSuggested, SuggestAbout } from '@/lib/sync/listening/listener';

keepBlobsInMemory();
parentPort?.on('message', (asked: Question<SuggestAbout | AndPictures>) => {
  answer(asked).then(
    (mail) => parentPort?.postMessage({ mail } satisfies Answer<ReadAndSuggested | MailOnPage>),
    // The words of an error may hold those of the mail.
    (error: unknown) =>
      parentPort?.postMessage({ fault: error instanceof Error ? error.name : 'unknown' } satisfies Answer),
  );
});

async function answer(asked: Question<SuggestAbout | AndPictures>): Promise<ReadAndSuggested | MailOnPage> {
  if (asked instanceof Uint8Array) return readMail(asked);
  const mail = await readMail(asked.raw);
  if ('pictures' in asked.about) return { ...mail, pictures: await picturesIn(asked.raw) };
  if (mail.kind !== 'human') return mail;
  // The model is large: whoever only reads mails does without.
  const { suggestionFor } = await import('@/lib/replies/suggested/suggestion');
  // Its words are all that is filed.
  return {
    ...mail,
    html: null,
    suggestion: suggestionFor({ body: bodyOf(mail), ...asked.about, channel: 'email' }),
  };
}
