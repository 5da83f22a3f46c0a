// The law as it stands on disk. Also part of the worker's bundle, so it finds no folder by itself.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files of the law in a `prisma` folder, in the order in which they are applied. */
export function lawFilesIn(folder) {
  const law = join(folder, 'law');
  if (!existsSync(law)) return [];
  return readdirSync(law)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(law, name), 'utf8') }));
}

/** Hash over names and texts of all files of the law. */
export function lawHash(files) {
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex');
}
