// Bundles what runs besides the pages into dist/: the worker, the command line, the readers of mail and of replies. Packages stay outside.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { root } from './root.js';

const entries = {
  worker: join(root, 'bin/worker.ts'),
  cli: join(root, 'bin/cli.ts'),
  'read-mail': join(root, 'bin/read-mail.ts'),
  'read-reply': join(root, 'bin/read-reply.ts'),
  'mail-thread': join(root, 'bin/mail-thread.ts'),
};

function options(names) {
  return {
    entryPoints: Object.fromEntries(names.map((name) => [name, entries[name]])),
    outdir: join(root, 'dist'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    alias: {
      // The marker package throws outside of Next's server bundles; here everything is the server.
      'server-only': join(root, 'node_modules/server-only/empty.js'),
      // Next names its modules without the extension that Node wants.
      ...Object.fromEntries(
        ['cache', 'headers', 'navigation'].map((name) => [`next/${name}`, `next/${name}.js`]),
      ),
    },
    splitting: true,
    sourcemap: 'linked',
    logLevel: 'error',
    tsconfig: join(root, 'tsconfig.json'),
  };
}

/** Bundles the worker again at every change; `rebuilt` is called after each time, also the first. */
export async function watchWorker(rebuilt) {
  const plugin = {
    name: 'rebuilt',
    setup: (on) => on.onEnd(({ errors }) => errors.length === 0 && rebuilt()),
  };
  const watching = await context({ ...options(['worker', 'mail-thread']), plugins: [plugin] });
  await watching.watch();
  return () => watching.dispose();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build(options(Object.keys(entries)));
