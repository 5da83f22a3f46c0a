import { imports } from './syntax.js';
import { code } from './tree.js';

export const name = 'cycles';

/**
 * No file imports itself round a corner; types may.
 * @returns {{ file: string, line?: number, says: string }[]}
 */
export function check(tree) {
  const edges = new Map(code(tree).map((path) => [path, targets(tree, path)]));
  const done = new Set();
  const found = [];
  const visit = (path, trail) => {
    const met = trail.indexOf(path);
    if (met !== -1) {
      const round = [...trail.slice(met), path].join(' → ');
      found.push({ file: path, says: `${round}: move what both need into a file of its own` });
      return;
    }
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return found;
}

function targets(tree, path) {
  if (path.startsWith('tests/fixtures/')) return [];
  const values = imports(tree, path).filter(({ target, typeOnly }) => target && !typeOnly);
  return values.flatMap(({ target }) => resolved(tree, target));
}

function resolved(tree, target) {
  const endings = ['.ts', '.tsx', '.js', '/index.ts', '/index.tsx', '/index.js'];
  return endings
    .map((ending) => target + ending)
    .filter((path) => tree.has(path))
    .slice(0, 1);
}
