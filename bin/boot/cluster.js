// A PostgreSQL of our own: `home` holds the cluster, its port, its log and, where needed, a copy of the programs.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { commandOf, freePort, lives, portIsFree, until } from './processes.js';
import { as, mayEnter, postgresUser, programVersion, runnableProgram } from './program.js';
import { Stop } from './say.js';

const settings = {
  listen_addresses: '127.0.0.1',
  shared_buffers: '64MB',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  // A statement in the log would bring what people said into it.
  log_min_error_statement: 'panic',
};

const environment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };

/** Who runs PostgreSQL and from where; makes `home` if it is missing. Throws Stop where that cannot be. */
export function prepareHome(home) {
  const cluster = join(home, 'cluster');
  const owner = ownerOf(cluster) ?? ownerOf(home);
  const user = postgresUser(owner);
  if (!user && owner !== undefined && owner !== process.getuid?.()) {
    throw new Stop(`${home} belongs to another user. Start Earshot as the user who started it first.`);
  }
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (user) chownSync(home, user.uid, user.gid);
  if (!mayEnter(home, user)) {
    throw new Stop(
      `PostgreSQL runs as the user "${user.name}", who cannot enter ${home}. ` +
        'Set EARSHOT_DATA to a folder everybody may pass through, for example /var/lib/earshot.',
    );
  }
  return { home, cluster, user, program: runnableProgram(user, home) };
}

function ownerOf(folder) {
  try {
    return statSync(folder).uid;
  } catch {
    return undefined;
  }
}

/** Makes the cluster if there is none. Throws Stop if another major version of PostgreSQL made the one there. */
export function makeCluster({ home, cluster, user, program }, password, careless = []) {
  const ours = programVersion().split('.')[0];
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    const theirs = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
    if (theirs === ours) return false;
    throw new Stop(
      `The database in ${home} was made by PostgreSQL ${theirs}, this Earshot brings ${ours}. ` +
        'Back up with the Earshot that made it, then restore into an empty data folder.',
    );
  }
  const fresh = `${cluster}.new`;
  const secret = join(home, 'password');
  rmSync(fresh, { recursive: true, force: true });
  writeFileSync(secret, password, { mode: 0o600 });
  if (user) chownSync(secret, user.uid, user.gid);
  const made = spawnSync(
    join(program, 'bin/initdb'),
    [
      ['-D', fresh, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${secret}`],
      ['--encoding=UTF8', '--locale=C.UTF-8', '--no-instructions', ...careless],
    ].flat(),
    { ...as(user), cwd: '/', env: environment, encoding: 'utf8' },
  );
  rmSync(secret, { force: true });
  if (made.status !== 0) {
    throw new Stop(
      `The database could not be made in ${home}: ${lastLine(made.stderr ?? '') || made.error?.message}`,
    );
  }
  // Renamed when whole: a first start that was interrupted leaves nothing half made.
  renameSync(fresh, cluster);
  return true;
}

function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? '';
}

/** What the running postmaster of this cluster wrote down about itself, or null. */
function postmaster(cluster) {
  let lines;
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!pid || !lives(pid) || !commandOf(pid).includes(cluster)) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Port of the cluster's running PostgreSQL, or null. */
export function runningPort(home) {
  const found = postmaster(join(home, 'cluster'));
  return found?.ready ? found.port : null;
}

/** Stops a postmaster that a killed supervisor left behind; answers whether there was one. */
export async function stopLeftover(home) {
  const found = postmaster(join(home, 'cluster'));
  if (!found) return false;
  await stopProcess(found.pid);
  return true;
}

// SIGINT is PostgreSQL's fast shutdown: it lets no session keep it waiting and still writes everything down.
async function stopProcess(pid, first = 'SIGINT') {
  for (const signal of [first, 'SIGQUIT']) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await until(() => !lives(pid), 20_000)) return;
  }
}

/**
 * Starts PostgreSQL in a session of its own, so that a Ctrl-C in the terminal does not reach it before we
 * have stopped what uses it. Answers its port, `exited` (a promise) and `stop()`.
 */
export async function startCluster({ home, cluster, user, program }, extra = {}, fixedPort = undefined) {
  const port = fixedPort ?? (await choosePort(home));
  const log = join(home, 'server.log');
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.old`);
  const out = openSync(log, 'a', 0o600);
  // A path of a socket holds 107 bytes.
  const sockets = `${home}/.s.PGSQL.${port}`.length < 100 ? home : '';
  const given = Object.entries({ ...settings, unix_socket_directories: sockets, ...extra });
  const child = spawn(
    join(program, 'bin/postgres'),
    ['-D', cluster, '-p', String(port), ...given.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...as(user), cwd: '/', env: environment, detached: true, stdio: ['ignore', out, out] },
  );
  closeSync(out);
  const exited = new Promise((answer) => {
    child.once('error', (error) => answer(error.message));
    child.once('exit', (code, signal) => answer(signal ?? `code ${code}`));
  });
  let how;
  void exited.then((what) => (how = what));
  await until(() => how || postmaster(cluster)?.ready, 60_000, 15);
  if (how || !postmaster(cluster)?.ready) {
    if (!how) await stopProcess(child.pid);
    throw new Stop(`PostgreSQL did not start: ${lastLine(readFileSync(log, 'utf8'))} (${log})`);
  }
  const stop = async (signal) => {
    if (how) return;
    await stopProcess(child.pid, signal);
    await Promise.race([exited, wait(1_000)]);
  };
  return { port, pid: child.pid, exited, stop };
}

async function choosePort(home) {
  const file = join(home, 'port');
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (kept && (await portIsFree(kept, '127.0.0.1'))) return kept;
  const port = await freePort();
  writeFileSync(file, `${port}\n`);
  chmodSync(file, 0o600);
  return port;
}
