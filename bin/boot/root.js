import { dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Version of Earshot, from package.json. */
export function versionOfEarshot() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}
