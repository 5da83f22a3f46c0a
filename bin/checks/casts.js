import ts from 'typescript';
import { lineOf, parse, walk } from './syntax.js';
import { lineCount, typescript } from './tree.js';

export const name = 'casts';

const silenced = /@ts-(ignore|nocheck|expect-error)[^\n]*/g;

/** Nothing that tells the compiler to look away: any, !, as never, as unknown as, @ts-ignore. */
export function check(tree) {
  return typescript(tree)
    .filter((path) => /^(lib|app|components|tests)\//.test(path))
    .flatMap((path) => [...inSyntax(tree, path), ...inComments(tree, path)]);
}

function inSyntax(tree, path) {
  const found = [];
  walk(parse(tree, path), (node) => {
    const says = refusal(node);
    if (says) found.push({ file: path, line: lineOf(node), says });
  });
  return found;
}

function refusal(node) {
  if (node.kind === ts.SyntaxKind.AnyKeyword)
    return '"any": say what it is, or parse it with zod from unknown';
  if (ts.isNonNullExpression(node))
    return '"!": ask whether it is there, and say what happens when it is not';
  if ((ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) && node.exclamationToken)
    return '"!": give it its value where it is made';
  if (!ts.isAsExpression(node) && !ts.isTypeAssertionExpression(node)) return null;
  if (node.type.kind === ts.SyntaxKind.NeverKeyword) return '"as never": the types disagree; mend the type';
  if (ts.isAsExpression(node.expression) && node.expression.type.kind === ts.SyntaxKind.UnknownKeyword)
    return '"as unknown as": parse it with zod, or write a type guard';
  return null;
}

// A test may show that something does not compile, if it says what. Inside a string it silences nothing.
function inComments(tree, path) {
  const text = tree.read(path);
  const spoken = strings(tree, path);
  return [...text.matchAll(silenced)].flatMap((match) => {
    const explained = path.startsWith('tests/') && /^@ts-expect-error\s*[:\-–]?\s*\S+ \S+/.test(match[0]);
    if (explained || spoken.some(([from, to]) => match.index >= from && match.index < to)) return [];
    const line = lineCount(text.slice(0, match.index) + 'x');
    return [{ file: path, line, says: `@ts-${match[1]}: mend the type instead of silencing it` }];
  });
}

function strings(tree, path) {
  const found = [];
  walk(parse(tree, path), (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node))
      found.push([node.getStart(), node.getEnd()]);
  });
  return found;
}
