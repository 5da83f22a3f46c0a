import { spawnSync } from 'node:child_process';

export const name = 'unused';

/** What nothing imports: files, exports, packages (knip, as knip.json says). */
export function check(_tree, _exempt, root) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/knip/bin/knip.js', '--reporter', 'json', '--no-progress'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  try {
    return read(JSON.parse(stdout));
  } catch {
    return [{ file: 'knip.json', says: `knip gave no answer: ${(stderr || stdout).trim().split('\n')[0]}` }];
  }
}

const advice = {
  files: () => 'nothing imports this file: use it or remove it',
  dependencies: (one) => `nothing imports ${one}: remove it from package.json`,
  devDependencies: (one) => `nothing uses ${one}: remove it from package.json`,
  unlisted: (one) => `${one} is imported but not in package.json`,
  unresolved: (one) => `cannot find ${one}`,
  exports: (one) => `nothing imports ${one}: do not export it, or remove it`,
  types: (one) => `nothing imports the type ${one}: do not export it, or remove it`,
  duplicates: (one) => `${one} is exported twice`,
};

/** knip's JSON report as findings. */
export function read(report) {
  return report.issues.flatMap((issue) =>
    Object.entries(advice).flatMap(([kind, say]) =>
      (issue[kind] ?? []).flat().map((one) => ({ file: issue.file, line: one.line, says: say(one.name) })),
    ),
  );
}
