import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.js';
import { run } from './run.js';
import { say, since } from './say.js';

// Prisma's command line would download a binary that `generate` never calls.
const noEngine = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' };

const pageSources = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'package.json',
  'package-lock.json',
];
const configs = /^(next|postcss)\.config\.|^tsconfig\.json$|^(instrumentation|proxy)\.ts$/;
const bundleSources = [
  'bin',
  'lib',
  'prisma/schema.prisma',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Generates Prisma's client if the schema changed since. */
export async function generateClient(signal) {
  const mark = join(root, 'generated/.hash');
  const hash = hashOf(['prisma/schema.prisma', 'node_modules/prisma/package.json']);
  if (isMarked(mark, hash)) return;
  await run(process.execPath, [join(root, 'node_modules/prisma/build/index.js'), 'generate', '--no-hints'], {
    cwd: root,
    env: { ...process.env, ...noEngine },
    title: 'prisma generate',
    signal,
  });
  setMark(mark, hash);
}

/** Bundles worker and command line into dist/ if their sources changed since. */
export async function bundle(signal) {
  const mark = join(root, 'dist/.hash');
  const hash = hashOf(bundleSources);
  if (isMarked(mark, hash)) return;
  await run(process.execPath, [join(root, 'bin/boot/bundle.js')], { cwd: root, title: 'esbuild', signal });
  setMark(mark, hash);
}

/**
 * Builds the pages into `dist` (`.next`) if a source changed since. The key of the server actions goes into
 * the build, so another key is another build.
 */
export async function buildPages({ dist, actionsKey, signal }) {
  const mark = join(root, dist, '.earshot-hash');
  const hash = createHash('sha256').update(hashOf(pageFiles())).update(actionsKey).digest('hex');
  if (isMarked(mark, hash)) return say('pages', 'up to date');
  const from = performance.now();
  say('pages', 'building, which takes a minute …');
  rmSync(mark, { force: true });
  await run(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    env: {
      ...withoutDatabase(process.env),
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
      EARSHOT_DIST: dist,
    },
    title: 'next build',
    signal,
  });
  setMark(mark, hash);
  say('pages', `built in ${since(from)}`);
}

function withoutDatabase({ DATABASE_URL: _, ...rest }) {
  return rest;
}

function isMarked(file, hash) {
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

function setMark(file, hash) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash);
}

function pageFiles() {
  return [...pageSources, ...readdirSync(root).filter((name) => configs.test(name))];
}

function hashOf(paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    const names = namesIn(full);
    if (!names) return hash.update(`${path}\0`).update(readFileSync(full));
    for (const name of names) add(join(path, name));
  };
  for (const path of [...paths].sort()) add(path);
  return hash.digest('hex');
}

function namesIn(path) {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}
