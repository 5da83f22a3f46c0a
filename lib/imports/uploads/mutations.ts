import 'server-only';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { EarshotError, isEarshotError } from '@/lib/errors/earshot-error';
import type { FilePart } from './multipart';
import { lookInto, uploadPath } from './queries';
import { mostBytes, type Upload } from './upload';

const aDay = 24 * 60 * 60 * 1000;

/**
 * Keeps a file until its owner has looked at it and imports it: streamed into the data folder, nothing of it held.
 * @returns its id, which will be the import's
 * @throws EarshotError `unreadable_file` with `why` when it is too large or holds no contacts; nothing is left of it then
 */
export async function keepUpload(by: Writer, { fileName, bytes }: FilePart): Promise<string> {
  const id = v7();
  const path = uploadPath(id, 'csv');
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await sweepUploads(by);
  try {
    await pipeline(Readable.from(limited(bytes)), createWriteStream(path, { mode: 0o600 }));
    const look = await lookInto(by, id);
    if ('fault' in look) throw new EarshotError('unreadable_file', { why: look.fault });
    const upload: Upload = { fileName: fileName || 'contacts.csv', userId: by.userId };
    await writeFile(uploadPath(id, 'json'), JSON.stringify(upload), { mode: 0o600 });
    return id;
  } catch (error) {
    await removeUpload(by, id);
    if (isEarshotError(error)) throw error;
    throw new EarshotError('unreadable_file', { why: 'cut_off' }, { cause: error });
  }
}

async function* limited(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const piece of bytes) {
    seen += piece.length;
    if (seen > mostBytes) throw new EarshotError('unreadable_file', { why: 'too_large' });
    yield piece;
  }
}

/** Takes a waiting file away. */
export async function removeUpload(_by: Writer, id: string): Promise<void> {
  await rm(uploadPath(id, 'json'), { force: true });
  await rm(uploadPath(id, 'csv'), { force: true });
}

/** Takes away what somebody brought a day ago and never imported. */
export async function sweepUploads(_by: Writer): Promise<void> {
  const folder = dirname(uploadPath('x', 'csv'));
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const old = await stat(path).then(
      ({ mtimeMs }) => systemClock.now().getTime() - mtimeMs > aDay,
      () => false,
    );
    if (old) await rm(path, { force: true });
  }
}
