import 'server-only';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '@/lib/auth/actor';
import { env } from '@/lib/env/env';
import { type Dialect, lookBytes, readDialect } from '../file/dialect';
import type { FileFault } from '../file/kind';
import { type Upload, uploadSchema } from './upload';

/** Where files wait until they are imported: in the data folder, for the one who brought them. */
export function uploadPath(id: string, kind: 'csv' | 'json'): string {
  return join(env().EARSHOT_DATA, 'uploads', `${id}.${kind}`);
}

/** The file that this person brought and has not imported yet; null when there is none. */
export async function uploadOf(actor: Actor, id: string): Promise<Upload | null> {
  try {
    const upload = uploadSchema.parse(JSON.parse(await readFile(uploadPath(id, 'json'), 'utf8')));
    return upload.userId === actor.userId ? upload : null;
  } catch {
    return null;
  }
}

/** How a waiting file is written, with its first rows; or why it holds no contacts. */
export async function lookInto(_actor: Actor, id: string): Promise<Dialect | { fault: FileFault }> {
  const file = await open(uploadPath(id, 'csv'));
  try {
    const head = Buffer.alloc(lookBytes);
    const { bytesRead } = await file.read(head, 0, lookBytes, 0);
    return await readDialect(head.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** The bytes of a waiting file, read as they are asked for. */
export function bytesOf(_actor: Actor, id: string): AsyncIterable<Uint8Array> {
  return createReadStream(uploadPath(id, 'csv'));
}
