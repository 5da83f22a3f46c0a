// `npm run train-replies`: trains what reads replies on tests/corpus/replies/train and writes the model.
//   npm run train-replies -- try   trains without each fourth file in turn and says how the rest is read
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../boot/root.js';

const folder = mkdtempSync(join(root, 'dist-train-'));
try {
  const outfile = join(folder, 'train.mjs');
  await build({
    entryPoints: [join(root, 'bin/train/train.ts')],
    ...{ outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external' },
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'error',
  });
  const { status } = spawnSync(process.execPath, [outfile, process.argv[2] ?? 'write'], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
