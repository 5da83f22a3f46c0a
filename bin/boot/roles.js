// Who is who in the database: `earshot_owner` owns the tables and the law, the application's login is a member
// of `earshot_app` and owns nothing.
import { createHash } from 'node:crypto';
import { connect, withLogin } from './connection.js';

export const ownerRole = 'earshot_owner';
export const appGroup = 'earshot_app';
const appRole = 'earshot_web';

/**
 * Makes or mends the roles of our own cluster; `client` is its superuser.
 * @param {{ owner: string, app: string }} passwords
 */
export async function makeRoles(client, passwords) {
  await makeRole(client, appGroup, 'nologin');
  await makeRole(client, ownerRole, `login password ${client.escapeLiteral(passwords.owner)}`);
  await makeRole(client, appRole, `login password ${client.escapeLiteral(passwords.app)}`);
  await client.query(`grant ${appGroup} to ${appRole}`);
}

async function makeRole(client, name, options) {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
  await client.query(`${rowCount ? 'alter' : 'create'} role ${client.escapeIdentifier(name)} ${options}`);
}

/** Makes a database of our own cluster that `earshot_owner` owns and only the application may enter besides. */
export async function makeDatabase(client, name, template = 'template0') {
  const database = client.escapeIdentifier(name);
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount) return;
  await client.query(
    `create database ${database} owner ${ownerRole} template ${client.escapeIdentifier(template)}`,
  );
  await client.query(`revoke all on database ${database} from public`);
  await client.query(`grant connect, temporary on database ${database} to ${appGroup}`);
}

/** Addresses of a database of our own cluster, one for each of the two roles. */
export function addresses(port, database, passwords) {
  const at = (role, password) =>
    `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  return { owner: at(ownerRole, passwords.owner), app: at(appRole, passwords.app) };
}

/**
 * The application's own login in somebody else's PostgreSQL. Where the owner may not make roles, the owner's
 * address is answered, with a line that says what is weaker.
 * @returns {Promise<{ app: string, weaker: string | null }>}
 */
export async function borrowRole(client, url, password) {
  const { rows } = await client.query(
    `select current_database() as database, rolsuper or rolcreaterole as may from pg_roles where rolname = current_user`,
  );
  const role = borrowedName(rows[0].database);
  const app = withLogin(url, role, password);
  if (await works(app)) return { app, weaker: null };
  let why = 'its user may not make roles (CREATEROLE)';
  if (rows[0].may) {
    try {
      await makeBorrowedRole(client, role, password, rows[0].database);
      if (await works(app)) return { app, weaker: null };
      why = `the server does not let the role ${role} sign in`;
    } catch (error) {
      why = `the server said: ${error.message}`;
    }
  }
  const weaker = `Earshot runs with one database role, since ${why}. The law holds, but the application could take it away.`;
  return { app: url, weaker };
}

function borrowedName(database) {
  return `${appGroup}_${createHash('sha256').update(database).digest('hex').slice(0, 8)}`;
}

/** The address that `borrowRole` makes when it may. */
export async function borrowedAddress(client, url, password) {
  const { rows } = await client.query('select current_database() as database');
  return withLogin(url, borrowedName(rows[0].database), password);
}

// From PostgreSQL 16 on CREATEROLE gives no say over roles that others made, so a group of another
// installation's may refuse: then the caller says so.
async function makeBorrowedRole(client, role, password, database) {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [appGroup]);
  if (!rowCount) await client.query(`create role ${appGroup} nologin`);
  await makeRole(client, role, `login password ${client.escapeLiteral(password)}`);
  await client.query(`grant ${appGroup} to ${role}`);
  await client.query(`grant connect, temporary on database ${client.escapeIdentifier(database)} to ${role}`);
}

async function works(url) {
  try {
    const client = await connect(url);
    try {
      const { rows } = await client.query(`select pg_has_role($1, 'usage') as member`, [appGroup]);
      return rows[0].member;
    } finally {
      await client.end();
    }
  } catch {
    return false;
  }
}
