import 'server-only';
import { setTimeout as aWhile } from 'node:timers/promises';
import type { Writer } from '@/lib/auth/actor';
import { log } from '@/lib/log/log';
import type { Columns } from '../columns/fields';
import { importContacts } from '../mutations';
import { removeUpload } from '../uploads/mutations';
import { bytesOf } from '../uploads/queries';
import type { Upload } from '../uploads/upload';
import { running } from './queries';

/** What somebody chose for a file before it is imported. */
export interface ChosenColumns {
  readonly columns: Columns;
  readonly country: string | null;
}

/**
 * Imports a waiting file and takes it away afterwards. Answers when there is a report to look at: a small file is done
 * by then, a large one goes on, and its page tells how far it has come.
 * @throws EarshotError `unreadable_file` as `importContacts`
 */
export async function startImport(
  by: Writer,
  id: string,
  { fileName }: Upload,
  chosen: ChosenColumns,
): Promise<void> {
  if (running.has(id)) return;
  running.add(id);
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((go) => (begin = go));
  const done = importContacts({
    by,
    id,
    fileName,
    stream: bytesOf(by, id),
    ...chosen,
    onBegun: () => begin(),
  }).finally(async () => {
    running.delete(id);
    await removeUpload(by, id);
  });
  // Once it has begun nobody waits for its end: what goes wrong then is logged, and the report says where it stopped.
  done.catch((error: unknown) => log.error('import_stopped', error, { import: id }));
  await Promise.race([done, begun.then(() => aWhile(2500))]);
}
