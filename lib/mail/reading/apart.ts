import 'server-only';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReadMail } from './mail';
import type { PicturesWithin } from './mime/pictures';
import { openReader, type Reader } from './reader';

/** A mail as a page shows it, with the pictures that came along in it where they were asked for. */
export type MailOnPage = ReadMail & { readonly pictures?: PicturesWithin };

/** What the thread is asked for besides the mail. */
export interface AndPictures {
  readonly pictures: true;
}

type PageReader = Reader<MailOnPage, AndPictures>;

declare global {
  // Next loads this more than once; there is one thread all the same.
  var earshotPageReader:
    { reader: PageReader; busy: number; closing: NodeJS.Timeout | undefined } | undefined;
}

/** Milliseconds a mail may take on a page, and for which the thread waits for the next one. */
const patience = 5_000;
const idle = 20_000;

/**
 * Reads one mail for a page: in a thread beside everything else, which is let go when nobody asks any more. Null
 * where reading it was given up.
 */
export async function readApart(bytes: Uint8Array, and?: AndPictures): Promise<MailOnPage | null> {
  const open = (globalThis.earshotPageReader ??= { reader: opened(), busy: 0, closing: undefined });
  clearTimeout(open.closing);
  open.busy += 1;
  try {
    return await open.reader.read(bytes, and).catch(() => null);
  } finally {
    open.busy -= 1;
    if (open.busy === 0) open.closing = setTimeout(letGo, idle).unref();
  }
}

function opened(): PageReader {
  // The supervisor starts every process in the folder of the project.
  return openReader({ thread: pathToFileURL(join(process.cwd(), 'dist', 'mail-thread.js')), patience });
}

function letGo(): void {
  const open = globalThis.earshotPageReader;
  globalThis.earshotPageReader = undefined;
  void open?.reader.close();
}
