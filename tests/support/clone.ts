// Set-up file of every database test: the file gets a clone of its own before any of its imports asks for one.
import { afterAll } from 'vitest';
import { cloneTemplate, dropClone } from '@/bin/boot/test-cluster.js';
import { closePool } from '@/lib/db/pool';
import { stopTail } from '@/lib/live/tail';
import { clusterPort } from './cluster';
import { closePools, setDatabase } from './database';

// The same name for every file of a process, whose environment says it once.
const name = `t_${process.pid}`;
const clone = await cloneTemplate(clusterPort(), name);

process.env['EARSHOT_APP_DATABASE_URL'] = clone.app;
process.env['NEXTAUTH_SECRET'] = 'only for tests, only for tests, only for tests';
setDatabase(clone);

afterAll(async () => {
  await stopTail();
  await closePool();
  await closePools();
  const forgotten = await dropClone(clusterPort(), name);
  if (forgotten > 0) throw new Error(`The tests left ${forgotten} connections to their database open.`);
});
