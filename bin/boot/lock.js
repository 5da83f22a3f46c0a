import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { birthOf, lives } from './processes.js';
import { Stop } from './say.js';

/** The process that works in this data folder now, or null. A lock that a killed process left counts for nothing. */
export function holderOf(dataFolder) {
  try {
    const { pid, birth } = JSON.parse(readFileSync(lockFile(dataFolder), 'utf8'));
    return lives(pid) && birthOf(pid) === birth ? pid : null;
  } catch {
    return null;
  }
}

/** Takes the data folder for this process; answers how to give it back. Throws Stop when somebody has it. */
export function takeLock(dataFolder) {
  const file = lockFile(dataFolder);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }), {
        flag: 'wx',
        mode: 0o600,
      });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const holder = holderOf(dataFolder);
      if (holder)
        throw new Stop(
          `Earshot already runs with the data in ${dataFolder} (process ${holder}). Stop it first.`,
        );
      rmSync(file, { force: true });
    }
  }
  throw new Stop(`Two processes want the data in ${dataFolder} at once. Start one of them again.`);
}

const lockFile = (dataFolder) => join(dataFolder, 'running');
