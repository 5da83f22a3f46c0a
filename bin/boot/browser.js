// A Chromium for the browser tests: the one from npm, else an installed one, else Playwright's own.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.js';

const installed = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** How Playwright launches the browser that there is; null when there is none. */
export async function findBrowser() {
  const found = fromNpm() ?? installedOne() ?? (await playwrightsOwn());
  return found && { ...found, args: ['--no-sandbox', '--headless=shell', '--disable-gpu'] };
}

function fromNpm() {
  if (`${process.platform}-${process.arch}` !== 'linux-x64') return null;
  const folder = unpacked();
  const executablePath = join(folder, 'chromium');
  if (runs(executablePath, {})) return { executablePath, env: {} };
  // A bare machine lacks libraries that the package brings for another purpose.
  const env = { LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
  return runs(executablePath, env) ? { executablePath, env } : null;
}

// The package unpacks into the system's temporary folder, where two runs at once would meet half a file.
function unpacked() {
  const at = join(root, 'node_modules/@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
  const folder = join(root, 'node_modules/.cache/earshot', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  const env = { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const options = { cwd: root, env, encoding: 'utf8' };
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], options);
  if (done.status !== 0) throw new Error(`Chromium could not be unpacked: ${done.stderr}`);
  if (existsSync(folder)) rmSync(fresh, { recursive: true });
  else renameSync(fresh, folder);
  return folder;
}

function installedOne() {
  for (const name of installed) {
    const which = spawnSync('/bin/sh', ['-c', 'command -v "$1"', 'sh', name], { encoding: 'utf8' });
    const executablePath = which.stdout?.trim();
    if (executablePath && runs(executablePath, {})) return { executablePath, env: {} };
  }
  return null;
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const executablePath = chromium.executablePath();
  return existsSync(executablePath) && runs(executablePath, {}) ? { executablePath, env: {} } : null;
}

function runs(executablePath, env) {
  const args = ['--no-sandbox', '--headless=shell', '--version'];
  return spawnSync(executablePath, args, { env: { ...process.env, ...env }, stdio: 'ignore' }).status === 0;
}
