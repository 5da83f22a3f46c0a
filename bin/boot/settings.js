import { join, resolve } from 'node:path';
import { root } from './root.js';
import { Stop } from './say.js';

const oldestNode = [20, 19];

/**
 * What Earshot is told from outside: PORT, APP_URL, EARSHOT_DATA, DATABASE_URL. Throws Stop with one line for
 * each mistake.
 * @param {Record<string, string | undefined>} env
 */
export function readSettings(env = process.env) {
  const mistakes = [];
  const read = (name, check) => {
    const given = env[name]?.trim();
    if (!given) return undefined;
    const wrong = check(given);
    if (wrong) mistakes.push(`${name} ${wrong}`);
    return given;
  };
  const port = Number(read('PORT', wrongPort) ?? 3000);
  const appUrl = read('APP_URL', wrongAddress) ?? `http://localhost:${port}`;
  const databaseUrl = read('DATABASE_URL', wrongDatabase);
  const data = env.EARSHOT_DATA?.trim();
  read('EARSHOT_TRUSTED_PROXIES', (given) => (/^\d$/.test(given) ? null : 'must be a number from 0 to 9.'));
  read('EARSHOT_MAIL_HOSTS_ALLOWED', wrongHosts);
  read('EARSHOT_MODEL_HOSTS_ALLOWED', wrongHosts);
  read('EARSHOT_MICROSOFT_AUTHORITY', wrongAddress);
  if (!knowsNode(process.versions.node)) {
    mistakes.push(
      `Node ${process.versions.node} is too old: Earshot needs ${oldestNode.join('.')} or newer.`,
    );
  }
  if (mistakes.length > 0) throw new Stop(mistakes.join('\n'));
  return {
    port,
    appUrl: appUrl.replace(/\/+$/, ''),
    databaseUrl,
    data: data ? resolve(data) : join(root, 'data'),
    dataWasNamed: Boolean(data),
  };
}

function knowsNode(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

function wrongPort(given) {
  const port = Number(given);
  return Number.isInteger(port) && port > 0 && port < 65536
    ? null
    : `must be a number from 1 to 65535, not "${given}".`;
}

function wrongAddress(given) {
  const url = parsed(given);
  const fits = url && /^https?:$/.test(url.protocol) && !url.search && !url.hash;
  return fits
    ? null
    : `must be the address people open, such as https://earshot.example.org, not "${given}".`;
}

// Read closely in lib/env/allowed-hosts.ts; here only so that a mistake is said before anything starts.
function wrongHosts(given) {
  const wrong = given
    .split(/[\s,]+/)
    .find((entry) => entry && !/^[\w.:[\]-]+(\/\d{1,3})?(:\d{1,5})?$/.test(entry));
  return wrong ? `holds "${wrong}", which is no host, address or network.` : null;
}

// What was given is not repeated: it may hold a password.
function wrongDatabase(given) {
  const url = parsed(given);
  const fits = url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
  return fits ? null : 'must be an address such as postgres://user:password@host:5432/database.';
}

function parsed(text) {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
