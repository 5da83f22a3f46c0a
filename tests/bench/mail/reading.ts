import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { z } from 'zod';
import { memory } from '@/bin/boot/parts.js';
import { root } from '@/bin/boot/root.js';
import { database } from '@/tests/support/database';

const run = promisify(execFile);
const out = join(root, 'dist/bench-apart.mjs');

const saidSchema = z.object({ ms: z.number(), rssMb: z.number(), cpuMs: z.number() });

/** What reading one mailbox took in a process of its own: wall time, its largest memory, its processor time. */
export type Read = z.infer<typeof saidSchema>;

/** Bundles `apart.ts`. */
export async function prepareApart(): Promise<void> {
  await build({
    ...{ entryPoints: [join(root, 'tests/bench/mail/apart.ts')], outfile: out, bundle: true },
    ...{ platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'error' },
    // As bin/boot/bundle.js has it.
    alias: {
      'server-only': join(root, 'node_modules/server-only/empty.js'),
      ...Object.fromEntries(
        ['cache', 'headers', 'navigation'].map((name) => [`next/${name}`, `next/${name}.js`]),
      ),
    },
    tsconfig: join(root, 'tsconfig.json'),
  });
}

/** Fetches everything and throws it away (`bare`), or reads it as the worker does (`ours`). */
export async function readApart(
  what: 'bare' | 'ours',
  { port, login, mailboxId = '' }: { port: number; login: string; mailboxId?: string },
): Promise<Read> {
  const thread = join(root, 'dist/mail-thread.js');
  const heap = what === 'ours' ? memory.worker : [];
  const { stdout } = await run(
    process.execPath,
    [...heap, out, what, String(port), login, mailboxId, thread],
    {
      env: { ...process.env, EARSHOT_APP_DATABASE_URL: database().app },
    },
  );
  return saidSchema.parse(JSON.parse(stdout));
}
