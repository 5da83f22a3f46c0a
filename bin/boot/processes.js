import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Whether a process with this id lives; another user's counts too, a zombie does not. */
export function lives(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return !/^State:\s*Z/m.test(readProc(pid, 'status'));
}

/** A mark that tells this life of a process id from a later one with the same number. */
export function birthOf(pid) {
  const stat = readProc(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

/** The command line of a process, empty when it is not ours to read. */
export function commandOf(pid) {
  return readProc(pid, 'cmdline').replaceAll('\0', ' ').trim();
}

function readProc(pid, file) {
  const path = `/proc/${pid}/${file}`;
  try {
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  } catch {
    return '';
  }
}

/** Waits until `done()` answers something true, at most `milliseconds`; answers it, or undefined. */
export async function until(done, milliseconds, step = 25) {
  const end = performance.now() + milliseconds;
  for (;;) {
    const answer = await done();
    if (answer) return answer;
    if (performance.now() > end) return undefined;
    await wait(step);
  }
}

/** Whether a server could listen on the port; `host` undefined means every address of the machine. */
export function portIsFree(port, host) {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen({ port, host }, () => probe.close(() => answer(true)));
  });
}

/** A port of 127.0.0.1 that nobody listens on right now. */
export function freePort() {
  return new Promise((answer, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = probe.address();
      probe.close(() => answer(port));
    });
  });
}
