import ts from 'typescript';
import { allowed } from './allowed.js';
import { nounOf, nouns } from './house.js';
import { exportedFunctions, imports, lineOf, opensWith, parse, walk } from './syntax.js';
import { typescript } from './tree.js';

export const name = 'actors';

const asks = /^(mayI|actorOrSignIn)$/;
const whereToAsk = 'lib/auth/actor';
const proof = /\b(Actor|Writer|Owner)\b/;
const methods = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;

/**
 * Every action, route and page asks who is calling, every mutation takes the proof of it, or stands by name
 * among the few that need none.
 */
export function check(tree, exempt = allowed.open) {
  const shut = typescript(tree).flatMap((path) => unguarded(tree, path));
  const named = exempt.flatMap(({ file, names }) => names.map((one) => `${file}#${one}`));
  const found = shut.map(({ file, door }) => `${file}#${door}`);
  return [
    ...shut
      .filter((_, at) => !named.includes(found[at]))
      .map(({ file, door, line, lacks }) => ({
        file,
        line,
        says: `${door} ${lacks}, or name it under "open" in bin/checks/allowed.js`,
      })),
    ...named
      .filter((one) => !found.includes(one))
      .map((one) => one.split('#'))
      .map(([file, door]) => ({
        file,
        says: `${door} is listed as open in bin/checks/allowed.js, but asks or is gone: remove it there`,
      })),
  ];
}

function unguarded(tree, path) {
  if (path.startsWith('app/') && path.endsWith('/page.tsx')) return page(tree, path);
  if (nouns.includes(nounOf(path)) && path.endsWith('/mutations.ts')) return mutations(tree, path);
  const isRoute = path.startsWith('app/') && path.endsWith('/route.ts');
  if (!isRoute && !(/^(app|lib|components)\//.test(path) && opensWith(tree, path, 'use server'))) return [];
  const lacks = 'never asks who is calling: mint an Actor with mayI(…) from lib/auth/actor.ts';
  return exportedFunctions(tree, path)
    .filter(({ name: door, node }) => (!isRoute || methods.test(door)) && !askedIn(tree, path, node))
    .map(({ name: door, node }) => ({ file: path, door, line: lineOf(node), lacks }));
}

// A layout is not drawn again when one goes from page to page, so asking there is not enough.
function page(tree, path) {
  const rendered = imports(tree, path).flatMap(({ target }) =>
    tree.has(`${target}.tsx`) ? [`${target}.tsx`] : [],
  );
  if ([path, ...rendered].some((file) => askedIn(tree, file, parse(tree, file)))) return [];
  const lacks =
    'never asks who is looking: call actorOrSignIn() from lib/auth/actor.ts in the component it renders';
  return [{ file: path, door: 'page', line: 1, lacks }];
}

function mutations(tree, path) {
  const lacks = 'changes things without proof of who asks: take a Writer or an Owner as an argument';
  return exportedFunctions(tree, path)
    .filter(({ node }) => !takesProof(node))
    .map(({ name: door, node }) => ({ file: path, door, line: lineOf(node), lacks }));
}

function takesProof(node) {
  const made = ts.isVariableDeclaration(node) ? node.initializer : node;
  return (made.parameters ?? []).some(({ type }) => type && proof.test(type.getText()));
}

// A function of the same name that somebody wrote beside it proves nothing.
function askedIn(tree, file, node) {
  const may = imports(tree, file).some(({ target, typeOnly }) => target === whereToAsk && !typeOnly);
  let asked = false;
  if (may) {
    walk(node, (one) => {
      if (ts.isCallExpression(one) && asks.test(called(one.expression))) asked = true;
    });
  }
  return asked;
}

const called = (expression) =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
