import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildPages, bundle, generateClient } from './build.js';
import { makeCluster, prepareHome, startCluster, stopLeftover } from './cluster.js';
import { openDataFolder } from './data-folder.js';
import { install } from './install.js';
import { takeLock } from './lock.js';
import { lookApart, prepareApart } from './prepare.js';
import { environmentOf, partsOf } from './parts.js';
import { portIsFree } from './processes.js';
import { versionOfEarshot } from './root.js';
import { Stop, report, say } from './say.js';
import { openSecrets } from './secrets.js';
import { readSettings } from './settings.js';
import { Supervisor } from './supervisor.js';

/**
 * Runs Earshot until `signal` is aborted. Throws Stop when it cannot start or a part keeps crashing.
 * @param {{ dev?: boolean, signal: AbortSignal, build?: { dist: string, actionsKey: string } }} how `build` is one that
 *   is there already, for tests
 */
export async function startEarshot({ dev = false, signal, build }) {
  const settings = readSettings();
  say('Earshot', `${versionOfEarshot()}${dev ? ', for developing' : ''}`);
  await refuseTakenPort(settings.port);
  const data = openDataFolder(settings);
  const unlock = takeLock(data);
  const supervisor = new Supervisor();
  try {
    const secrets = { ...openSecrets(data), ...(build && { 'server-actions': build.actionsKey }) };
    const dist = dev ? '.next-dev' : (build?.dist ?? '.next');
    await install(signal);
    signal.throwIfAborted();
    const where = await openDatabase({ settings, data, secrets, supervisor, signal });
    await makeProgram({
      isBuilt: dev || Boolean(build),
      dist,
      actionsKey: secrets['server-actions'],
      signal,
    });
    const database = await prepareApart({ ...where, invite: true }, signal);
    report(database, { ...where, data });
    const env = environmentOf({ ...settings, data, secrets, app: database.app, dev, dist });
    await startParts({ settings, env, dev, supervisor });
    await answers(settings.port, supervisor, signal);
    greet(settings, database);
    const why = await Promise.race([supervisor.gaveUp, aborted(signal)]);
    if (why) throw new Stop(why);
  } finally {
    if (signal.aborted) say('Stopping', 'web, worker, then the database');
    await supervisor.stop();
    unlock();
  }
}

async function refuseTakenPort(port) {
  if (await portIsFree(port)) return;
  throw new Stop(
    `Port ${port} is taken, or you may not use it. Choose another one, for example: PORT=${port + 1} npm start`,
  );
}

async function makeProgram({ isBuilt, dist, actionsKey, signal }) {
  await generateClient(signal);
  await bundle(signal);
  signal.throwIfAborted();
  if (!isBuilt) await buildPages({ dist, actionsKey, signal });
  signal.throwIfAborted();
}

async function openDatabase({ settings, data, secrets, supervisor, signal }) {
  const where = settings.databaseUrl
    ? { url: settings.databaseUrl, secrets }
    : { port: await startOwnDatabase({ data, secrets, supervisor }), secrets };
  await lookApart(where, signal);
  return where;
}

async function startOwnDatabase({ data, secrets, supervisor }) {
  const home = prepareHome(join(data, 'postgres'));
  if (await stopLeftover(home.home)) say('database', 'stopped one that a killed Earshot had left running');
  makeCluster(home, secrets['postgres-superuser']);
  let port;
  const start = async () => {
    const server = await startCluster(home, {}, port);
    port = server.port;
    return server;
  };
  await supervisor.add({ name: 'database', start });
  return port;
}

async function startParts({ settings, env, dev, supervisor }) {
  const parts = partsOf({ port: settings.port, env, dev });
  await supervisor.add({ name: 'worker', start: async () => parts.worker() });
  await supervisor.add({ name: 'web', start: async () => parts.web() });
  if (!dev) return;
  const { watchWorker } = await import('./bundle.js');
  let first = true;
  await watchWorker(() => {
    if (!first) void supervisor.restart('worker');
    first = false;
  });
}

async function answers(port, supervisor, signal) {
  const end = performance.now() + 120_000;
  const gone = supervisor.gaveUp.then((why) => {
    throw new Stop(why);
  });
  gone.catch(() => {});
  let last = 'no answer';
  while (!signal.aborted && performance.now() < end) {
    try {
      const answer = await Promise.race([fetch(`http://127.0.0.1:${port}/api/health`), gone]);
      if (answer.ok) return;
      last = await answer.text();
    } catch (error) {
      if (error instanceof Stop) throw error;
    }
    await Promise.race([wait(150), gone]);
  }
  if (!signal.aborted)
    throw new Stop(`Earshot did not become ready within two minutes (${last.slice(0, 200)}).`);
}

function greet({ appUrl }, { setupKey }) {
  say('web', 'ready');
  say('worker', 'ready');
  say('Open', appUrl);
  if (!setupKey) return;
  say('Set up', `${appUrl}/setup?key=${setupKey}`);
  say('', 'nobody owns this Earshot yet: whoever opens that link first does. It is new at every start.');
}

function aborted(signal) {
  return new Promise((answer) => {
    if (signal.aborted) answer(null);
    signal.addEventListener('abort', () => answer(null), { once: true });
  });
}
