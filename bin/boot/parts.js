// The two processes that are Earshot, web and worker, as the supervisor and the browser tests start them.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './root.js';

/**
 * The environment of web and worker. They get the application's address of the database, never the owner's.
 * @param {{ port: number, appUrl: string, data: string, secrets: object, app: string, dev?: boolean, dist?: string }} given
 */
export function environmentOf({ port, appUrl, data, secrets, app, dev = false, dist = '.next' }) {
  const { DATABASE_URL: _, ...env } = process.env;
  return {
    ...env,
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(port),
    APP_URL: appUrl,
    EARSHOT_DATA: data,
    EARSHOT_DIST: dist,
    EARSHOT_APP_DATABASE_URL: app,
    NEXTAUTH_URL: appUrl,
    EARSHOT_MAILBOX_KEY: secrets['mailbox-key'],
    NEXTAUTH_SECRET: secrets.sessions,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets['server-actions'],
  };
}

/**
 * What Node is told of the memory of web and worker, in megabytes. To so small a heap V8 gives little room for what was
 * just made, and a mailbox that is read goes through gigabytes of short-lived mail: the worker gets more of it.
 */
export const memory = {
  web: ['--max-old-space-size=256'],
  worker: ['--max-old-space-size=128', '--max-semi-space-size=16'],
};

/**
 * How web and worker are started, each a process that ends with us.
 * @param {{ port: number, env: object, dev?: boolean, said?: string | number, complained?: string | number }} how
 *   `said` and `complained` are where standard output and standard error go
 */
export function partsOf({
  port,
  env,
  dev = false,
  said = dev ? 'inherit' : 'ignore',
  complained = 'inherit',
}) {
  const options = { env, cwd: root, said, complained };
  const next = [join(root, 'node_modules/next/dist/bin/next'), dev ? 'dev' : 'start', '-p', String(port)];
  return {
    web: () => startNode(dev ? [] : memory.web, next, options),
    worker: () => startNode(memory.worker, [join(root, 'dist/worker.js')], options),
  };
}

// `said` and `complained` decide where standard output and standard error go.
function startNode(flags, program, { env, cwd, said, complained }) {
  const args = [...flags, join(root, 'bin/boot/part.js'), ...program];
  const child = spawn(process.execPath, args, { env, cwd, stdio: ['pipe', said, complained] });
  let gone = false;
  const exited = new Promise((answer) => {
    const left = (how) => {
      gone = true;
      answer(how);
    };
    child.once('error', (error) => left(error.message));
    child.once('exit', (code, signal) => left(signal ?? `code ${code}`));
  });
  child.stdin.on('error', () => {});
  const stop = async () => {
    if (gone) return;
    child.kill('SIGTERM');
    if (await Promise.race([exited, wait(8_000, false, { ref: false })])) return;
    child.kill('SIGKILL');
    await exited;
  };
  return { exited, stop, pid: child.pid };
}
