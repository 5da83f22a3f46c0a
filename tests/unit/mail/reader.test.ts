import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReader } from '@/lib/mail/reading/reader';
import type { Reader } from '@/lib/mail/reading/reader';
import { readMail } from '@/lib/mail/reading/read-mail';
import { humans } from '@/tests/fixtures/mail/humans.js';
import { dialects } from '@/tests/fixtures/mail/dialects.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const script = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const ofThread = `import { parentPort } from 'node:worker_threads';
const said = (raw) => new TextDecoder().decode(raw);
const answer = (raw) => parentPort.postMessage({ mail: { subject: said(raw) } });`;

let folder = '';
let reader: Reader;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-thread-'));
  const outfile = join(folder, 'mail-thread.mjs');
  await build({
    entryPoints: ['bin/mail-thread.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  reader = openReader({ thread: pathToFileURL(outfile), threads: 2, patience: 60_000 });
}, 60_000);

afterAll(async () => {
  await reader.close();
  await rm(folder, { recursive: true });
});

describe('reading mails in threads of their own', { timeout: 60_000 }, () => {
  it('reads the same as reading here', async () => {
    const raws = [...humans, ...dialects].map(([, raw]) => bytes(raw));
    const apart = await Promise.all(raws.map((raw) => reader.read(raw)));
    const here = await Promise.all(raws.map((raw) => readMail(raw)));
    expect(apart).toEqual(here);
  });

  it('gives up a mail over which a thread hangs, and reads the next', async () => {
    const thread = script(`${ofThread}
        parentPort.on('message', (raw) => { if (said(raw) === 'hang') for (;;); answer(raw); });`);
    const patient = openReader({ thread, patience: 60_000 });
    const started = performance.now();
    await patient.read(bytes('how long does one take here?'));
    // Of one mail in a thread that has yet to start, on this machine, now.
    const patience = 10 * (performance.now() - started) + 500;
    await patient.close();
    const hanging = openReader({ thread, patience });
    const [first, hung, next] = await Promise.allSettled(
      ['one', 'hang', 'two'].map((word) => hanging.read(bytes(word))),
    );
    expect(first).toMatchObject({ value: { subject: 'one' } });
    expect(hung).toMatchObject({ reason: { code: 'unreadable_file', facts: { why: 'took_too_long' } } });
    expect(next).toMatchObject({ value: { subject: 'two' } });
    await hanging.close();
  });

  it('gives up a mail over which a thread swells beyond its memory, and reads the next', async () => {
    const swelling = openReader({
      thread: script(`${ofThread}
        const kept = [];
        parentPort.on('message', (raw) => { if (said(raw) === 'swell') for (;;) kept.push(new Array(1e5).fill(raw.length)); answer(raw); });`),
      patience: 60_000,
    });
    const [swollen, next] = await Promise.allSettled(
      ['swell', 'two'].map((word) => swelling.read(bytes(word))),
    );
    expect(swollen).toMatchObject({ reason: { facts: { why: 'broke_the_reader' } } });
    expect(next).toMatchObject({ value: { subject: 'two' } });
    await swelling.close();
  });

  it('says which mail broke it when a thread ends by itself', async () => {
    const ending = openReader({
      thread: script(`${ofThread}
        parentPort.on('message', (raw) => { if (said(raw) === 'end') process.exit(3); answer(raw); });`),
    });
    await expect(ending.read(bytes('end'))).rejects.toMatchObject({ facts: { why: 'broke_the_reader' } });
    await expect(ending.read(bytes('two'))).resolves.toMatchObject({ subject: 'two' });
    await ending.close();
  });
});
