import { exportedFunctions } from './syntax.js';
import { isPure } from './purity.js';
import { code, lineCount } from './tree.js';

export const name = 'sizes';

/**
 * page.tsx ≤ 25 lines, route.ts ≤ 40, each exported function of actions.ts ≤ 40, a pure rule ≤ 120, the rest ≤ 250.
 * @returns {{ file: string, line?: number, says: string }[]}
 */
export function check(tree) {
  return code(tree)
    .filter((path) => !path.startsWith('tests/fixtures/'))
    .flatMap((path) => [...whole(tree, path), ...acts(tree, path)]);
}

function whole(tree, path) {
  const lines = lineCount(tree.read(path));
  const { most, advice } = limit(path);
  return lines > most ? [{ file: path, says: `${lines} lines, at most ${most}: ${advice}` }] : [];
}

function limit(path) {
  const last = path.split('/').at(-1);
  if (path.startsWith('app/') && last === 'page.tsx')
    return { most: 25, advice: 'a page renders one component; move the rest to components/<noun>/' };
  if (path.startsWith('app/') && last === 'route.ts')
    return { most: 40, advice: 'parse, may I, do, answer; move the doing to lib/<noun>/' };
  if (isPure(path)) return { most: 120, advice: 'a rule that long is two rules' };
  return { most: 250, advice: 'split it by the things it holds' };
}

function acts(tree, path) {
  if (!/(^|\/)actions\.ts$/.test(path)) return [];
  return exportedFunctions(tree, path).flatMap(({ name: action, node }) => {
    const lines = lineCount(node.getText());
    const says = `${action} has ${lines} lines, at most 40: parse, may I, do, answer; move the doing to mutations.ts`;
    return lines > 40 ? [{ file: path, says }] : [];
  });
}
