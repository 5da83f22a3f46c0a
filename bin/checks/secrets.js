import { lineCount } from './tree.js';

export const name = 'secrets';

const forbidden = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key: take it out and replace it everywhere'],
  [
    /\b(AKIA[0-9A-Z]{16}|gh[pousr]_\w{30,}|github_pat_\w{30,}|xox[abpr]-[\w-]{20,}|sk-[A-Za-z0-9]{32,}|npm_\w{30,})\b/,
    'looks like a token: take it out and revoke it',
  ],
  [
    /\bpostgres(ql)?:\/\/[^\s:@/'"`$<{]+:(?!pass(word)?@|secret@|\.\.\.@|…@)[^\s@'"`$<{]+@(?!127\.0\.0\.1)[^\s'"`/:]+\.[^\s'"`/:]+/,
    'a database address with a password',
  ],
  [/(^|[\s"'`(=])(\/home\/(?!you\b|earshot\b)\w+\/|\/Users\/\w+\/|[A-Z]:\\Users\\)/, 'a path of one machine'],
  [/(^|[\s"'`(=])\/(work|workspace)\/(main|shared)\b/, 'a path of one machine'],
  [/"resolved":\s*"https?:\/\//, 'the address of a registry: keep omit-lockfile-registry-resolved on'],
  [/^\s*(@[\w-]+:)?registry\s*=/m, 'the address of a registry belongs in your own .npmrc'],
];
const text =
  /\.(ts|tsx|js|jsx|mjs|cjs|json|md|sql|prisma|css|ya?ml|toml|sh|txt|csv|env|html|service)$|(^|\/)(\.[\w.]+|[A-Z]+|run|earshot)$/;

/** Nothing committed tells a secret, a path of somebody's machine or the address of a registry. */
export function check(tree) {
  const env = tree.files
    .filter((path) => /(^|\/)\.env(\.|$)/.test(path) && !path.endsWith('.example'))
    .map((file) => ({
      file,
      says: 'an environment file is never committed; describe the variable in docs/self-hosting.md',
    }));
  const found = tree.files
    .filter(
      (path) =>
        text.test(path) &&
        !/^(tests\/unit\/checks\/secrets|bin\/checks\/secrets|tests\/fixtures\/)/.test(path),
    )
    .flatMap((path) => inFile(tree, path));
  return [...env, ...found];
}

function inFile(tree, path) {
  const all = tree.read(path);
  return forbidden.flatMap(([pattern, says]) => {
    const match = pattern.exec(all);
    return match ? [{ file: path, line: lineCount(all.slice(0, match.index + 1)), says }] : [];
  });
}
