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

/** Exported functions of a module, whatever way they are written: `{ name, node }`. */
export function exportedFunctions(tree, path) {
  const file = parse(tree, path);
  const named = new Set();
  const found = [];
  for (const statement of file.statements) {
    if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    ) {
      for (const element of statement.exportClause.elements)
        named.add((element.propertyName ?? element.name).text);
    }
  }
  for (const statement of file.statements) {
    const open = (statement.modifiers ?? []).some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
    if (ts.isFunctionDeclaration(statement)) {
      const name = statement.name?.text ?? 'default';
      if (open || named.has(name)) found.push({ name, node: statement });
    }
    if (!ts.isVariableStatement(statement)) continue;
    for (const declaration of statement.declarationList.declarations) {
      const name = declaration.name.getText();
      const { initializer } = declaration;
      const callable =
        initializer &&
        (ts.isArrowFunction(initializer) ||
          ts.isFunctionExpression(initializer) ||
          ts.isCallExpression(initializer));
      if (callable && (open || named.has(name))) found.push({ name, node: declaration });
    }
  }
  return found;
}

/** Whether a module begins with a directive such as 'use client'. */
export function opensWith(tree, path, directive) {
  return parse(tree, path).statements.some(
    (statement) =>
      ts.isExpressionStatement(statement) &&
      ts.isStringLiteral(statement.expression) &&
      statement.expression.text === directive,
  );
}
