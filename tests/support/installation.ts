import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@/bin/boot/connection.js';
import { environmentOf, partsOf } from '@/bin/boot/parts.js';
import { makeSetupKey } from '@/bin/boot/prepare.js';
import { freePort, until } from '@/bin/boot/processes.js';
import { openSecrets } from '@/bin/boot/secrets.js';
import { cloneTemplate, dropClone } from '@/bin/boot/test-cluster.js';
import { testBuild } from '@/bin/boot/test-steps.js';
import { clusterPort } from './cluster';
import type { TestDatabase } from './database';

/** An Earshot as `npm start` runs it: the production build on a port, with a database and a data folder of its own. */
export interface Installation {
  readonly url: string;
  readonly database: TestDatabase;
  /** Where on this machine a mail server of the test's may listen: Earshot may connect there. */
  readonly mailPort: number;
  /** Starts one more web process on the same database and answers its address; it ends with the installation. */
  anotherWeb(): Promise<string>;
  /** What web and worker wrote on standard error. */
  readonly logFile: string;
  /** The one-time link that makes the first owner. */
  setupLink(): Promise<string>;
  /** Throws everything away that was written, as if nobody had ever been here. */
  forgetEverything(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts web and worker and waits until both answer. */
export async function startInstallation(): Promise<Installation> {
  const name = `e_${process.pid}_${process.hrtime.bigint().toString(36)}`;
  const database = await cloneTemplate(clusterPort(), name);
  const data = mkdtempSync(join(tmpdir(), 'earshot-e2e-'));
  const port = await freePort();
  const mailPort = await freePort();
  const url = `http://localhost:${port}`;
  const secrets = { ...openSecrets(data), 'server-actions': testBuild.actionsKey };
  const at = (place: number) => {
    const appUrl = `http://localhost:${place}`;
    const env = environmentOf({
      port: place,
      appUrl,
      data,
      secrets,
      app: database.app,
      dist: testBuild.dist,
    });
    return { ...env, EARSHOT_MAIL_HOSTS_ALLOWED: `127.0.0.1:${mailPort}` };
  };
  const logFile = join(data, 'stderr.log');
  const log = openSync(logFile, 'a');
  const { web, worker } = partsOf({ port, env: at(port), complained: log });
  const parts = [worker(), web()];
  const stop = async () => {
    for (const part of parts.reverse()) await part.stop();
    await dropClone(clusterPort(), name);
    rmSync(data, { recursive: true, force: true });
  };
  if (!(await until(() => healthy(url, ({ ok }) => ok), 60_000, 100))) {
    await stop();
    throw new Error('The test installation did not become healthy within a minute.');
  }
  return {
    ...{ url, mailPort },
    database,
    logFile,
    anotherWeb: async () => {
      const other = await freePort();
      parts.push(partsOf({ port: other, env: at(other), complained: log }).web());
      if (await until(() => healthy(`http://localhost:${other}`, ({ ok }) => ok), 60_000, 100))
        return `http://localhost:${other}`;
      throw new Error('The other web process did not become healthy within a minute.');
    },
    setupLink: async () => `${url}/setup?key=${await setupKey(database.owner)}`,
    forgetEverything: async () => {
      await dropClone(clusterPort(), name, 0);
      await cloneTemplate(clusterPort(), name);
      await until(() => healthy(url, ({ database: state }) => state === 'up'), 10_000, 50);
    },
    stop,
  };
}

interface HealthAnswer {
  readonly ok: boolean;
  readonly database: string;
}

async function healthy(url: string, is: (answer: HealthAnswer) => boolean): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/api/health`);
    const said: unknown = await answer.json();
    return isHealthAnswer(said) && is(said);
  } catch {
    return false;
  }
}

function isHealthAnswer(said: unknown): said is HealthAnswer {
  return typeof said === 'object' && said !== null && 'ok' in said && 'database' in said;
}

async function setupKey(owner: string): Promise<string> {
  const client = await connect(owner);
  try {
    const key = await makeSetupKey(client);
    if (!key) throw new Error('This installation has an owner already.');
    return key;
  } finally {
    await client.end();
  }
}
