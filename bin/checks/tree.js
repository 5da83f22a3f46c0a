import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const unseen = /^(node_modules|\.git|\.next[^/]*|dist|data|generated|test-results)(\/|$)/;

/**
 * The files a check looks at: `files` (paths from the repository's root, sorted) and `read(path)`.
 * Tests hand in a small tree of their own through `treeOf`.
 */
export function treeAt(root) {
  const files = listed(root).filter((path) => isFile(join(root, path)));
  return keeping(files.sort(), (path) => readFileSync(join(root, path), 'utf8'));
}

/** A tree that exists in memory only: `{ 'lib/pitches/rule.ts': 'export …' }`. */
export function treeOf(contents) {
  return keeping(Object.keys(contents).sort(), (path) => contents[path]);
}

function keeping(files, fetch) {
  const kept = new Map();
  const known = new Set(files);
  const read = (path) => {
    if (!kept.has(path)) kept.set(path, fetch(path));
    return kept.get(path);
  };
  return { files, read, has: (path) => known.has(path) };
}

// What git ignores is nobody's code; a tarball without .git is walked instead.
function listed(root) {
  try {
    const answer = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return answer.split('\0').filter((path) => path && !unseen.test(path));
  } catch {
    return walked(root, '');
  }
}

function walked(root, below) {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (unseen.test(path)) return [];
    return entry.isDirectory() ? walked(root, path) : [path];
  });
}

function isFile(path) {
  return existsSync(path) && statSync(path).isFile();
}

export const code = (tree) => tree.files.filter((path) => /\.(ts|tsx|js|jsx|mjs|cjs)$/.test(path));
export const typescript = (tree) => tree.files.filter((path) => /\.tsx?$/.test(path));

export const lineCount = (text) => (text === '' ? 0 : text.replace(/\n$/, '').split('\n').length);
