import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.js';
import { run } from './run.js';
import { say, since, warn } from './say.js';

const lockFile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
const mark = join(modules, '.earshot-installed');
const underWay = join(modules, '.earshot-installing');

/** Installs the packages if they are missing or package-lock.json changed since they were. Quiet, it leaves stdout alone. */
export async function install(signal, { quiet = false } = {}) {
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) {
    return quiet ? undefined : say('packages', 'up to date');
  }
  if (!installedByHand()) {
    const from = performance.now();
    // npm takes a package that was unpacked half for a whole one: after an interruption everything goes.
    if (existsSync(underWay)) rmSync(modules, { recursive: true });
    mkdirSync(modules, { recursive: true });
    writeFileSync(underWay, '');
    rmSync(mark, { force: true });
    const tell = quiet ? (words) => warn(`packages: ${words}`) : (words) => say('packages', words);
    tell('installing, which takes a minute the first time …');
    // `npm ci` refuses lock files written where only one platform's packages are to be had. Install scripts
    // would only download what is not needed here.
    const args = ['install', '--include=dev', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
    await run('npm', [...args, '--loglevel=error'], { cwd: root, title: 'npm install', signal });
    tell(`installed in ${since(from)}`);
  }
  rmSync(underWay, { force: true });
  writeFileSync(mark, wanted);
}

// npm keeps its own list of what lies in node_modules.
function installedByHand() {
  const hidden = join(modules, '.package-lock.json');
  if (!existsSync(hidden) || existsSync(underWay)) return false;
  const there = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || optional || devOptional || there[path]?.version === version,
  );
}
