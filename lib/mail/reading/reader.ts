import { Worker } from 'node:worker_threads';
import { EarshotError } from '@/lib/errors/earshot-error';
import type { ReadMail } from './mail';

/** Why a mail could not be read. */
export type MailFault = 'took_too_long' | 'broke_the_reader';

/** What a thread answers: `dist/mail-thread.js` is the other side. */
export type Answer<Read = ReadMail> = { readonly mail: Read } | { readonly fault: string };

/** What a thread is asked: a mail, or a mail and what else is to be said of it. */
export type Question<About> = Uint8Array | { readonly raw: Uint8Array; readonly about: About };

export interface Reader<Read = ReadMail, About = never> {
  /**
   * Reads one mail beside everything else; see `readMail`.
   * @throws EarshotError `unreadable_file` with a `MailFault` as `why`; the next mail is read all the same
   */
  readonly read: (raw: Uint8Array, about?: About) => Promise<Read>;
  /** Ends the threads; what is still being read is given up. */
  readonly close: () => Promise<void>;
}

interface Task<Read, About> {
  readonly question: Question<About>;
  readonly done: (mail: Read) => void;
  readonly failed: (error: EarshotError) => void;
}

interface Place<Read, About> {
  thread: Worker | null;
  task: Task<Read, About> | null;
  patience: NodeJS.Timeout | undefined;
}

/** Megabytes of a thread, of which one mail of 32 MB takes about a third. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/**
 * Reads mails in threads of their own, so that a mail made to hang or to swell takes down a thread and nothing
 * else. `thread` is the address of the bundled `mail-thread.js`, `patience` milliseconds for one mail.
 */
export function openReader<Read = ReadMail, About = never>({
  thread,
  threads = 1,
  patience = 10_000,
}: {
  readonly thread: URL;
  readonly threads?: number;
  readonly patience?: number;
}): Reader<Read, About> {
  const waiting: Task<Read, About>[] = [];
  const places: Place<Read, About>[] = Array.from({ length: threads }, () => ({
    thread: null,
    task: null,
    patience: undefined,
  }));
  let closed = false;

  const next = (place: Place<Read, About>) => {
    const task = place.task ? undefined : waiting.shift();
    if (!task) return;
    place.task = task;
    place.thread ??= opened(place);
    place.patience = setTimeout(() => giveUp(place, 'took_too_long'), patience);
    place.thread.postMessage(task.question);
  };

  const settle = (place: Place<Read, About>, settled: (task: Task<Read, About>) => void) => {
    clearTimeout(place.patience);
    const { task } = place;
    place.task = null;
    if (task) settled(task);
    next(place);
  };

  const giveUp = (place: Place<Read, About>, why: MailFault, cause?: unknown) => {
    const broken = place.thread;
    place.thread = null;
    void broken?.terminate();
    settle(place, ({ failed }) => failed(new EarshotError('unreadable_file', { why }, { cause })));
  };

  const opened = (place: Place<Read, About>) => {
    const worker = new Worker(thread, { resourceLimits });
    const mine = () => place.thread === worker;
    worker.on('message', (answer: Answer<Read>) => {
      if (!mine()) return;
      if ('mail' in answer) settle(place, ({ done }) => done(answer.mail));
      else
        settle(place, ({ failed }) =>
          failed(new EarshotError('unreadable_file', { why: 'broke_the_reader', fault: answer.fault })),
        );
    });
    worker.on('error', (error) => mine() && giveUp(place, 'broke_the_reader', error));
    worker.on('exit', () => mine() && giveUp(place, 'broke_the_reader'));
    return worker;
  };

  return {
    read: (raw, about) =>
      new Promise((done, failed) => {
        if (closed) throw new Error('The reader is closed.');
        waiting.push({ question: about === undefined ? raw : { raw, about }, done, failed });
        const free = places.find(({ task }) => !task);
        if (free) next(free);
      }),
    close: async () => {
      closed = true;
      waiting.length = 0;
      const open = places.flatMap((place) => {
        clearTimeout(place.patience);
        const { thread: ending } = place;
        place.thread = null;
        return ending ? [ending.terminate()] : [];
      });
      await Promise.all(open);
    },
  };
}
