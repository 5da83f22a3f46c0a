// Everything that is done to the database before anybody uses it. Runs in a process of its own (see `prepareApart`),
// because the schema engine would keep a hundred megabytes of the supervisor.
import { createHash, randomBytes } from 'node:crypto';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Stop } from './say.js';

/**
 * Whether the database can be reached and is not newer than the code; throws Stop if not. Asked before anything
 * is built, since that takes a minute.
 */
async function look({ url, port, secrets }) {
  const { connect } = await import('./connection.js');
  const { addresses } = await import('./roles.js');
  const { refuseNewer } = await import('./migrate.js');
  const passwords = { owner: secrets['postgres-owner'], app: secrets['postgres-app'] };
  const found = connect(url ?? addresses(port, 'earshot', passwords).owner);
  // Our own server may hold no database yet: the first start was interrupted, or this is it.
  const client = await (url ? found : found.catch(() => null));
  if (!client) return;
  try {
    await refuseNewer(client);
  } finally {
    await client.end();
  }
}

/**
 * Makes roles and database, migrates, applies the law.
 * @param {{ port?: number, url?: string, secrets: object, invite?: boolean }} where our own PostgreSQL by its port, or
 *   somebody else's by its address; `invite` makes a key, which ends the one before
 */
export async function prepare(where) {
  const { connect } = await import('./connection.js');
  const { migrate } = await import('./migrate.js');
  const found = where.url ? await theirs(where, connect) : await ours(where, connect);
  const client = await connect(found.owner);
  try {
    const { app, weaker } = await found.application(client);
    const done = await migrate(client, found.owner);
    const { rows } = await client.query('show server_version');
    const server = rows[0].server_version.split(' ')[0];
    return {
      ...done,
      owner: found.owner,
      app,
      weaker,
      server,
      setupKey: where.invite ? await makeSetupKey(client) : null,
    };
  } finally {
    await client.end();
  }
}

async function ours({ port, secrets }, connect) {
  const { addresses, makeDatabase, makeRoles } = await import('./roles.js');
  const passwords = { owner: secrets['postgres-owner'], app: secrets['postgres-app'] };
  const superuser = await connect(
    `postgres://postgres:${secrets['postgres-superuser']}@127.0.0.1:${port}/postgres`,
  );
  try {
    await makeRoles(superuser, passwords);
    await makeDatabase(superuser, 'earshot');
  } finally {
    await superuser.end();
  }
  const { owner, app } = addresses(port, 'earshot', passwords);
  return { owner, application: async () => ({ app, weaker: null }) };
}

async function theirs({ url, secrets }) {
  const { borrowRole } = await import('./roles.js');
  return { owner: url, application: (client) => borrowRole(client, url, secrets['postgres-app']) };
}

/** A new key for the set-up link while there is no owner, else null. Only its hash is kept: an older link is worth nothing. */
export async function makeSetupKey(client) {
  const { rowCount } = await client.query(`select from users where role = 'owner' limit 1`);
  if (rowCount) return null;
  const key = randomBytes(24).toString('base64url');
  const hash = createHash('sha256').update(key).digest('hex');
  await client.query(
    `insert into installation (id, setup_key_hash) values (1, $1)
     on conflict (id) do update set setup_key_hash = excluded.setup_key_hash`,
    [hash],
  );
  return key;
}

/** `prepare` in a process of its own. */
export const prepareApart = (where, signal) => apart('prepare', where, signal);

/** `look` in a process of its own. */
export const lookApart = (where, signal) => apart('look', where, signal);

function apart(what, where, signal) {
  return new Promise((answer, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [], { signal, killSignal: 'SIGTERM' });
    child.once('message', (message) => {
      if ('done' in message) answer(message.done);
      else reject(message.foreseen ? new Stop(message.words) : new Error(message.words));
    });
    child.once('error', reject);
    child.once('exit', (code, sign) =>
      reject(new Error(`The database could not be prepared (${sign ?? code}).`)),
    );
    child.send({ what, where });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.once('message', async ({ what, where }) => {
    try {
      process.send({ done: (await (what === 'look' ? look(where) : prepare(where))) ?? null });
    } catch (error) {
      process.send({ foreseen: error instanceof Stop, words: error.message });
    }
    process.disconnect();
  });
}
