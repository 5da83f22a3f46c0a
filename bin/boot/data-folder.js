import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { mayEnter, postgresUser } from './program.js';
import { Stop } from './say.js';

/**
 * Makes the data folder if it is missing and answers where it is. Root's PostgreSQL runs as another user, who
 * must pass through every folder above: where the default folder lies too deep for that, the data live under
 * /var/lib/earshot, and `data/moved-to` says where.
 */
export function openDataFolder({ data, dataWasNamed, databaseUrl }) {
  const folder = ownFolder(data);
  const user = databaseUrl ? null : postgresUser();
  if (!user || mayEnter(folder, user)) return folder;
  if (dataWasNamed) {
    throw new Stop(
      `PostgreSQL cannot run as root, and the user "${user.name}" cannot enter ${folder}. ` +
        'Set EARSHOT_DATA to a folder everybody may pass through, for example /var/lib/earshot.',
    );
  }
  const note = join(folder, 'moved-to');
  const elsewhere = existsSync(note) ? readFileSync(note, 'utf8').trim() : besides(data);
  const moved = ownFolder(elsewhere);
  if (!mayEnter(moved, user)) {
    throw new Stop(
      `The user "${user.name}" can enter neither ${folder} nor ${moved}. Set EARSHOT_DATA to a folder it may.`,
    );
  }
  writeFileSync(note, `${moved}\n`);
  return moved;
}

function besides(data) {
  const clone = dirname(data);
  const mark = createHash('sha256').update(clone).digest('hex').slice(0, 8);
  return `/var/lib/earshot/${basename(clone)}-${mark}`;
}

function ownFolder(folder) {
  const isNew = !existsSync(folder);
  try {
    // Root's folders stay open for passing through; what is in them is closed file by file.
    makeFolder(folder);
    if (isNew) chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    if (!statSync(folder).isDirectory()) throw new Error('it is a file');
    const probe = join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new Stop(
      `The data folder ${folder} cannot be written to: ${reasonOf(error)}. Set EARSHOT_DATA to one that can.`,
    );
  }
  return folder;
}

// mkdirSync's own `recursive` never returns where the system says that a folder's parent is missing for ever (/proc).
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o711 });
}

function reasonOf({ code, message }) {
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EROFS') return 'the disk is read-only';
  if (code === 'ENOSPC') return 'the disk is full';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'there is a file in its place';
  if (code === 'ENOENT') return 'it cannot be made there';
  return message;
}
