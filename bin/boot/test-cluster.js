// A PostgreSQL for tests: in a temporary folder, without fsync, with one migrated template that each test file clones.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCluster, prepareHome, startCluster } from './cluster.js';
import { connect } from './connection.js';
import { migrate } from './migrate.js';
import { addresses, makeDatabase, makeRoles } from './roles.js';

const passwords = { superuser: 'superuser', owner: 'owner', app: 'app' };
const template = 'earshot_template';

const careless = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '128MB',
  max_connections: '400',
  log_min_messages: 'fatal',
  // Tests of the law judge by the order in which transactions committed.
  track_commit_timestamp: 'on',
};

/** Starts the cluster and migrates the template. `close()` takes all of it away again. */
export async function openTestCluster() {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-test-'));
  chmodSync(folder, 0o711);
  const home = prepareHome(join(folder, 'postgres'));
  makeCluster(home, passwords.superuser, ['--no-sync']);
  const server = await startCluster(home, careless);
  const janitor = leaveWord(server.pid, folder);
  const close = async () => {
    await server.stop('SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
    janitor.kill();
  };
  try {
    await makeTemplate(server.port);
  } catch (error) {
    await close();
    throw error;
  }
  return { port: server.port, close };
}

// Reads until the tests' process is gone, however it went, then takes away what it left.
function leaveWord(pid, folder) {
  const script = 'cat >/dev/null; kill -QUIT "$0" 2>/dev/null; rm -rf "$1"';
  const options = { detached: true, stdio: ['pipe', 'ignore', 'ignore'], cwd: '/' };
  const janitor = spawn('/bin/sh', ['-c', script, String(pid), folder], options);
  janitor.unref();
  janitor.stdin.unref();
  return janitor;
}

async function makeTemplate(port) {
  await asSuperuser(port, async (superuser) => {
    await makeRoles(superuser, passwords);
    await makeDatabase(superuser, template);
  });
  const { owner } = addresses(port, template, passwords);
  const client = await connect(owner);
  try {
    await migrate(client, owner);
  } finally {
    await client.end();
  }
}

/** Clones the template; answers the addresses of the clone for both roles and for the superuser. */
export async function cloneTemplate(port, name) {
  await asSuperuser(port, (superuser) => makeDatabase(superuser, name, template));
  return { name, ...addresses(port, name, passwords), superuser: superuserAddress(port, name) };
}

/** An empty database without tables, for tests of the migrations themselves. */
export async function emptyDatabase(port, name) {
  await asSuperuser(port, (superuser) => makeDatabase(superuser, name));
  return { name, ...addresses(port, name, passwords), superuser: superuserAddress(port, name) };
}

/** Drops a clone; answers how many connections to it somebody had forgotten to close. */
export async function dropClone(port, name, patience = 2_000) {
  return asSuperuser(port, async (superuser) => {
    const end = performance.now() + patience;
    const forgotten = async () => {
      const { rows } = await superuser.query(
        `select count(*)::int as n from pg_stat_activity where datname = $1 and backend_type = 'client backend'`,
        [name],
      );
      return rows[0].n;
    };
    while ((await forgotten()) > 0 && performance.now() < end) await new Promise((go) => setTimeout(go, 25));
    const left = await forgotten();
    await superuser.query(`drop database if exists ${superuser.escapeIdentifier(name)} with (force)`);
    return left;
  });
}

function superuserAddress(port, database) {
  return `postgres://postgres:${passwords.superuser}@127.0.0.1:${port}/${database}`;
}

async function asSuperuser(port, work) {
  const client = await connect(superuserAddress(port, 'postgres'));
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
