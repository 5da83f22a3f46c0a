import { bare, nounOf, nouns, placeOf, reserved } from './house.js';
import { imports, opensWith } from './syntax.js';
import { typescript } from './tree.js';

export const name = 'layers';

/**
 * A noun imports from its left; looks import rules, never the other way; nothing imports app/.
 * @returns {{ file: string, line?: number, says: string }[]}
 */
export function check(tree) {
  return typescript(tree)
    .filter((path) => /^(lib|app|components)\//.test(path))
    .flatMap((path) => [
      ...unknownNoun(path),
      ...imports(tree, path).flatMap((one) => judged(tree, path, one)),
    ]);
}

function unknownNoun(path) {
  const noun = nounOf(path);
  if (noun === null || placeOf(noun) !== -1) return [];
  const says = `lib/${noun} is no noun of the house. Move it to one of ${nouns.join(', ')}, or give it a place in bin/checks/house.js`;
  return [{ file: path, line: 1, says }];
}

function judged(tree, path, { from, target, typeOnly, line }) {
  const says = target && refusal(tree, path, target, typeOnly);
  return says ? [{ file: path, line, says: `imports ${from}: ${says}` }] : [];
}

function refusal(tree, path, target, typeOnly) {
  const here = path.split('/')[0];
  const there = target.split('/')[0];
  if (there === 'tests' || there === 'bin')
    return 'the product does not know its tests or its launcher; move what both need to lib/<noun>/';
  if (there === 'app') return inApp(path, target);
  if (here === 'lib')
    return there === 'components'
      ? 'lib/ never imports components/; let the component import lib/'
      : amongNouns(path, target);
  if (path.startsWith('components/ui/')) return inUi(target);
  if (!typeOnly && there === 'lib' && opensWith(tree, path, 'use client')) return inBrowser(target);
  return null;
}

function inApp(path, target) {
  const beside = path.slice(0, path.lastIndexOf('/') + 1);
  if (path.startsWith('app/') && target.startsWith(beside) && !target.slice(beside.length).includes('/'))
    return null;
  return 'nothing imports app/; a rule belongs in lib/<noun>/, a look in components/<noun>/';
}

function amongNouns(path, target) {
  const mine = nounOf(path);
  const theirs = nounOf(target);
  const only = reserved[bare(target)];
  if (only && mine !== nounOf(bare(target)) && !only.by.includes(mine)) return only.why;
  if (theirs === null || mine === theirs || placeOf(theirs) === -1) return null;
  if (placeOf(theirs) <= placeOf(mine)) return null;
  return `${mine} stands left of ${theirs}; move the code that needs both into ${theirs}, or pass the answer in`;
}

function inUi(target) {
  if (/^(components\/ui|lib\/language|lib\/clock)\//.test(target)) return null;
  return 'components/ui/ could ship in another product; move this component to components/<noun>/, or pass what it needs as a prop';
}

function inBrowser(target) {
  if (!/^lib\/(db|env|log)(\/|$)|\/(queries|mutations)$/.test(target)) return null;
  return "a 'use client' file runs in the browser; read in the server component above it, write through actions.ts";
}
