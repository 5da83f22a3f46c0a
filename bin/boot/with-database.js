import { join } from 'node:path';
import { makeCluster, prepareHome, runningPort, startCluster, stopLeftover } from './cluster.js';
import { openDataFolder } from './data-folder.js';
import { holderOf, takeLock } from './lock.js';
import { openSecrets } from './secrets.js';
import { Stop } from './say.js';

/**
 * Does work of the command line beside the database: the one of DATABASE_URL, or our own, which is started for
 * the work and stopped after it unless Earshot runs.
 * @param {(where: { url?: string, port?: number, secrets: object, data: string, runs: boolean }) => Promise<T>} work
 * @template T
 */
export async function withDatabase(settings, work) {
  const data = openDataFolder(settings);
  const secrets = openSecrets(data);
  const runs = holderOf(data) !== null;
  if (settings.databaseUrl) return work({ url: settings.databaseUrl, secrets, data, runs });
  const home = join(data, 'postgres');
  if (runs) {
    const port = runningPort(home);
    if (!port)
      throw new Stop(`Earshot is just starting or stopping with the data in ${data}. Try again in a moment.`);
    return work({ port, secrets, data, runs });
  }
  const unlock = takeLock(data);
  let server;
  try {
    const prepared = prepareHome(home);
    await stopLeftover(home);
    makeCluster(prepared, secrets['postgres-superuser']);
    server = await startCluster(prepared);
    return await work({ port: server.port, secrets, data, runs });
  } finally {
    await server?.stop();
    unlock();
  }
}
