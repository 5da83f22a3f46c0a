import ts from 'typescript';
import { dirname, join, normalize } from 'node:path/posix';

const parsed = new WeakMap();

/** The syntax tree of one file, parsed once a run. */
export function parse(tree, path) {
  if (!parsed.has(tree)) parsed.set(tree, new Map());
  const kept = parsed.get(tree);
  if (!kept.has(path)) {
    const kind = /x$/.test(path) ? ts.ScriptKind.TSX : /js$/.test(path) ? ts.ScriptKind.JS : ts.ScriptKind.TS;
    kept.set(path, ts.createSourceFile(path, tree.read(path), ts.ScriptTarget.Latest, true, kind));
  }
  return kept.get(path);
}

export function walk(node, visit) {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

export const lineOf = (node) => {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
};

/**
 * Everything a file imports or re-exports: `{ from, target, typeOnly, line }`. `target` is the path
 * inside the repository (without extension), or null for a package.
 */
export function imports(tree, path) {
  const found = [];
  walk(parse(tree, path), (node) => {
    const from = specifier(node);
    if (from === undefined) return;
    found.push({ from, target: inside(path, from), typeOnly: onlyTypes(node), line: lineOf(node) });
  });
  return found;
}

function specifier(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)
      ? node.moduleSpecifier.text
      : undefined;
  }
  const called =
    ts.isCallExpression(node) &&
    (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require');
  const [first] = called ? node.arguments : [];
  return first && ts.isStringLiteralLike(first) ? first.text : undefined;
}

function onlyTypes(node) {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node) || !node.importClause) return false;
  const { isTypeOnly, name, namedBindings } = node.importClause;
  if (isTypeOnly) return true;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

function inside(path, from) {
  const target = from.startsWith('@/')
    ? from.slice(2)
    : from.startsWith('.')
      ? normalize(join(dirname(path), from))
      : null;
  return target && target.replace(/\.(tsx?|jsx?|mjs|cjs)$/, '');
}

/** Exported functions of a module, whatever way they are written: `{ name, node }`, `name` as others see it. */
export function exportedFunctions(tree, path) {
  const { statements } = parse(tree, path);
  const below = statements.flatMap(exportedBelow);
  return statements.flatMap((statement) => {
    const open = (statement.modifiers ?? []).some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
    return functionsIn(statement).flatMap(({ name, node }) => {
      const seen = open
        ? [name]
        : below.filter(({ inside }) => inside === name).map(({ outside }) => outside);
      return seen.map((outside) => ({ name: outside, node }));
    });
  });
}

// `export { handler as GET }`: what stands inside, and how others see it.
function exportedBelow(statement) {
  const clause = ts.isExportDeclaration(statement) && statement.exportClause;
  if (!clause || !ts.isNamedExports(clause)) return [];
  return clause.elements.map(({ propertyName, name }) => ({
    inside: (propertyName ?? name).text,
    outside: name.text,
  }));
}

function functionsIn(statement) {
  if (ts.isFunctionDeclaration(statement))
    return [{ name: statement.name?.text ?? 'default', node: statement }];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .filter(({ initializer }) => initializer && mayBeCalled(initializer))
    .map((node) => ({ name: node.name.getText(), node }));
}

const mayBeCalled = (value) =>
  ts.isArrowFunction(value) ||
  ts.isFunctionExpression(value) ||
  ts.isCallExpression(value) ||
  ts.isIdentifier(value) ||
  ts.isPropertyAccessExpression(value);

/** Whether a module begins with a directive such as 'use client'. */
export function opensWith(tree, path, directive) {
  return parse(tree, path).statements.some(
    (statement) =>
      ts.isExpressionStatement(statement) &&
      ts.isStringLiteral(statement.expression) &&
      statement.expression.text === directive,
  );
}
