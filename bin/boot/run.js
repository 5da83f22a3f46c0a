import { spawn } from 'node:child_process';
import { Stop } from './say.js';

/**
 * Runs a program to its end, keeping what it says; a program that fails shows its last words.
 * @param {{ env?: object, cwd: string, title: string, signal?: AbortSignal }} how
 */
export function run(command, args, { title, signal, ...options }) {
  return new Promise((answer, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    child.stdout.on('data', (chunk) => said.push(chunk));
    child.stderr.on('data', (chunk) => said.push(chunk));
    let patience;
    const end = () => {
      child.kill('SIGTERM');
      // npm takes its time to undo an install; the next start mends whatever is left half done.
      patience = setTimeout(() => child.kill('SIGKILL'), 4_000);
    };
    signal?.addEventListener('abort', end, { once: true });
    child.once('error', (error) => reject(new Stop(`${title} could not be started: ${error.message}`)));
    child.once('close', (code) => {
      signal?.removeEventListener('abort', end);
      clearTimeout(patience);
      const text = Buffer.concat(said).toString().trimEnd();
      if (code === 0) return answer(text);
      reject(new Stop(`${title} failed:\n${text.split('\n').slice(-40).join('\n')}`));
    });
  });
}
