import ts from 'typescript';
import { parse } from './syntax.js';
import { typescript } from './tree.js';

export const name = 'names';

const drawers = /^(utils?|helpers?|misc|common|shared|constants?|types|stuff|lib)$/;

/** No drawers (utils, helpers, types …) and no barrels: a file is called after what it holds. */
export function check(tree) {
  const drawer = tree.files
    .filter(
      (path) => /^(lib|app|components|bin|tests|prisma)\//.test(path) && !path.startsWith('tests/fixtures/'),
    )
    .flatMap((path) => {
      const word = path
        .split('/')
        .slice(1)
        .map((part) => part.replace(/\..*$/, ''))
        .find((part) => drawers.test(part));
      return word
        ? [
            {
              file: path,
              says: `"${word}" says nothing: name the file after the one thing it holds, in the noun it belongs to`,
            },
          ]
        : [];
    });
  const barrels = typescript(tree)
    .filter((path) => /^(lib|app|components)\//.test(path) && isBarrel(parse(tree, path)))
    .map((file) => ({ file, says: 'a barrel: import from the file that holds the thing' }));
  return [...drawer, ...barrels];
}

function isBarrel(file) {
  const { statements } = file;
  return (
    statements.length > 0 && statements.every((one) => ts.isExportDeclaration(one) && one.moduleSpecifier)
  );
}
