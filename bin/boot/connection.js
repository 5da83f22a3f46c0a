import pg from 'pg';
import { Stop } from './say.js';

/** Oldest PostgreSQL that Earshot works with. */
const oldest = 15;

/** A connected client, or Stop with one line that names the place and never the password. */
export async function connect(url) {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'earshot',
  });
  // A connection that is lost later fails the statement that waits for it; without a listener it ends the process.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new Stop(`The database at ${placeOf(url)} cannot be reached: ${reasonOf(error)}`, { cause: error });
  }
  const { rows } = await client.query(`select current_setting('server_version_num')::int / 10000 as major`);
  if (rows[0].major < oldest) {
    await client.end();
    throw new Stop(
      `The database at ${placeOf(url)} is PostgreSQL ${rows[0].major}. Earshot needs ${oldest} or newer.`,
    );
  }
  return client;
}

/** Host, port and database of an address, without user and password. */
export function placeOf(url) {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'localhost'}:${port || 5432}${pathname}`;
}

function reasonOf(error) {
  const first = error.errors?.[0] ?? error;
  return (first.message || first.code || String(first)).split('\n')[0];
}

/** The same database for another login. */
export function withLogin(url, user, password) {
  const other = new URL(url);
  other.username = user;
  other.password = encodeURIComponent(password);
  return other.href;
}
