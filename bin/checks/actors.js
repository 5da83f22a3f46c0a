import ts from 'typescript';
import { allowed } from './allowed.js';
import { exportedFunctions, imports, lineOf, opensWith, walk } from './syntax.js';
import { typescript } from './tree.js';

export const name = 'actors';

const asks = /^(mayI|actorOrSignIn)$/;
const whereToAsk = 'lib/auth/actor';
const methods = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;

/** Every action and route asks "may I?", or stands by name among the few that anybody may call. */
export function check(tree, exempt = allowed.open) {
  const doors = typescript(tree).flatMap((path) => doorsOf(tree, path));
  const shut = doors.filter(({ file, node }) => !asksProperly(tree, file) || !guarded(node));
  const known = ({ file, door }) => exempt.some((one) => one.file === file && one.name === door);
  const stale = exempt.filter(
    (one) => !shut.some(({ file, door }) => one.file === file && one.name === door),
  );
  return [
    ...shut
      .filter((one) => !known(one))
      .map(({ file, door, node }) => ({
        file,
        line: lineOf(node),
        says: `${door} never asks who is calling: mint an Actor with mayI(…) from lib/auth/actor.ts, or name it under "open" in bin/checks/allowed.js`,
      })),
    ...stale.map((one) => ({
      file: one.file,
      says: `${one.name} is listed as open in bin/checks/allowed.js, but asks or is gone: remove the line`,
    })),
  ];
}

function doorsOf(tree, path) {
  if (!/^(app|lib|components)\//.test(path)) return [];
  const route = /(^|\/)route\.ts$/.test(path) && path.startsWith('app/');
  if (!route && !opensWith(tree, path, 'use server')) return [];
  return exportedFunctions(tree, path)
    .filter(({ name: door }) => !route || methods.test(door))
    .map(({ name: door, node }) => ({ file: path, door, node }));
}

const asksProperly = (tree, file) =>
  imports(tree, file).some(({ target, typeOnly }) => target === whereToAsk && !typeOnly);

function guarded(door) {
  let asked = false;
  walk(door, (node) => {
    if (ts.isCallExpression(node) && asks.test(called(node.expression))) asked = true;
  });
  return asked;
}

const called = (expression) =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
