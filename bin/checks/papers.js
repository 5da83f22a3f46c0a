import { dirname, join, normalize } from 'node:path/posix';
import { lineCount } from './tree.js';

export const name = 'papers';

const tools = ['types', 'lint', 'format'];
const longer = [
  'docs/decisions/0006-readings-of-the-law.md',
  'docs/decisions/0010-readings-of-the-whole-law.md',
];

/** The papers keep to their size, their links lead somewhere, and what they name exists. */
export function check(tree) {
  const papers = tree.files.filter((path) => path.endsWith('.md') && /^([^/]+|docs\/.+)$/.test(path));
  return [
    ...papers.flatMap((path) => [...links(tree, path), ...scripts(tree, path), ...commands(tree, path)]),
    ...tooLong(tree, 'README.md', 90, 'move the rest to docs/'),
    ...papers.filter((path) => path.startsWith('docs/decisions/')).flatMap((path) => note(tree, path)),
    ...rules(tree),
    ...environment(tree),
  ];
}

function tooLong(tree, path, most, advice) {
  const lines = tree.has(path) ? lineCount(tree.read(path)) : 0;
  return lines > most ? [{ file: path, says: `${lines} lines, at most ${most}: ${advice}` }] : [];
}

function links(tree, path) {
  return [...tree.read(path).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link]) => {
    const target = normalize(join(dirname(path), link.replace(/#.*$/, ''))).replace(/\/$/, '');
    const leads =
      /^(https?:|mailto:|#)/.test(link) ||
      tree.files.some((file) => file === target || file.startsWith(`${target}/`));
    return leads ? [] : [{ file: path, says: `links to ${link}, which is not there` }];
  });
}

function scripts(tree, path) {
  if (!tree.has('package.json')) return [];
  const known = Object.keys(JSON.parse(tree.read('package.json')).scripts ?? {});
  return [...tree.read(path).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)]
    .map(([, run, plain]) => run ?? plain)
    .filter((script) => !known.includes(script))
    .map((script) => ({
      file: path,
      says: `names npm script "${script}", which package.json does not have`,
    }));
}

function commands(tree, path) {
  const list = 'bin/boot/command-line.js';
  if (!tree.has(list)) return [];
  const known = [...tree.read(list).matchAll(/words: '([^']+)'/g)].map(([, words]) => words);
  return [...tree.read(path).matchAll(/\bbin\/earshot ([a-z-]+(?: [a-z-]+)?)/g)]
    .map(([, words]) => words)
    .filter(
      (words) =>
        !known.some((one) => one === words || words.startsWith(`${one} `) || one === words.split(' ')[0]),
    )
    .map((words) => ({ file: path, says: `names "bin/earshot ${words}", which ${list} does not have` }));
}

function note(tree, path) {
  const text = tree.read(path);
  const missing = ['Context', 'Decision', 'Consequences'].filter(
    (word) => !new RegExp(`^${word}[:.]`, 'm').test(text),
  );
  return [
    ...(/\/\d{4}-[a-z0-9-]+\.md$/.test(path)
      ? []
      : [{ file: path, says: 'a decision note is called NNNN-what-was-decided.md' }]),
    ...missing.map((word) => ({ file: path, says: `has no paragraph that begins "${word}:"` })),
    ...(longer.includes(path) ? [] : tooLong(tree, path, 30, 'a note is context, decision, consequences')),
  ];
}

function rules(tree) {
  if (!tree.has('STYLE.md')) return [];
  return tree
    .read('STYLE.md')
    .split('\n')
    .flatMap((line, at) => {
      if (!line.startsWith('* ')) return [];
      const named = [...(/\(((?:`[\w-]+`(?:, )?)+)\)$/.exec(line)?.[1] ?? '').matchAll(/[\w-]+/g)].map(
        ([word]) => word,
      );
      const held =
        named.length > 0 && named.every((word) => tools.includes(word) || tree.has(`bin/checks/${word}.js`));
      return held
        ? []
        : [
            {
              file: 'STYLE.md',
              line: at + 1,
              says: 'a rule names the check that holds it, as (`layers`) at its end; without one it is no rule',
            },
          ];
    });
}

// What the launcher and lib/env read, the host must be able to look up; what is described must exist.
function environment(tree) {
  const paper = 'docs/self-hosting.md';
  if (!tree.has(paper)) return [];
  const readers = tree.files.filter((path) => /^(bin\/(?!checks\/)|lib\/env)/.test(path));
  const all = readers.map((path) => tree.read(path)).join('\n');
  const reading = /\benv\.([A-Z][A-Z0-9_]+)|\bread\('([A-Z][A-Z0-9_]+)'|^ +([A-Z][A-Z0-9_]+): /gm;
  const named = new Set([...all.matchAll(reading)].map(([, ...found]) => found.find(Boolean)));
  const text = tree.read(paper);
  const told = new Set([...text.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, variable]) => variable));
  const quiet =
    /^(NODE_ENV|NEXT_[A-Z_]+|PRISMA_[A-Z_]+|PATH|HOME|CI|LANG|TZ|NO_COLOR|FORCE_COLOR|npm_\w+|EARSHOT_TEST_\w+)$/;
  return [
    ...[...named]
      .filter((one) => !told.has(one) && !quiet.test(one))
      .map((one) => ({ file: paper, says: `does not describe ${one}, which the code reads` })),
    ...[...told]
      .filter((one) => /^(EARSHOT_|APP_|DATABASE_|PORT)/.test(one) && !all.includes(one))
      .map((one) => ({ file: paper, says: `describes ${one}, which nothing reads` })),
  ];
}
