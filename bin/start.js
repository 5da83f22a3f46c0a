#!/usr/bin/env node
// `npm start`: installs, builds, starts PostgreSQL, migrates, starts web and worker, and keeps them running.
// `npm run dev`: the same with Next's development server and a worker that is built again at every change.
import { setTimeout as wait } from 'node:timers/promises';
import { startEarshot } from './boot/earshot.js';
import { failed } from './boot/say.js';

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ending.abort());

try {
  await startEarshot({ dev: process.argv.includes('--dev'), signal: ending.signal });
  process.exit(0);
} catch (error) {
  // A Ctrl-C reaches what was under way before it reaches us; that this fails then is no failure.
  await wait(100);
  process.exit(ending.signal.aborted ? 0 : failed(error));
}
