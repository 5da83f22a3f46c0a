import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, test } from 'vitest';
import { findBrowser } from '@/bin/boot/browser.js';
import { freePort, until } from '@/bin/boot/processes.js';
import { report } from '@/tests/bench/law/people';
import { everyPath } from '@/tests/support/every-path';
import { startInstallation, type Installation } from '@/tests/support/installation';
import { setUp } from '@/tests/support/signing-in';

const root = fileURLToPath(new URL('../../..', import.meta.url));
// Within the clone, so that it is built with the same Next.
const empty = join(root, 'node_modules/.cache/earshot/empty-page');
const next = fileURLToPath(new URL('../../../node_modules/next/dist/bin/next', import.meta.url));
const most = 60;

const kept: { browser?: Browser; ours?: Installation; stopEmpty?: () => void; emptyUrl?: string } = {};

function run(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** What every application of Next sends: the measure for ours. */
function writeEmptyPage(): void {
  mkdirSync(join(empty, 'app'), { recursive: true });
  const files = {
    'next.config.js': `module.exports = { turbopack: { root: ${JSON.stringify(root)} } };`,
    'package.json': '{"private": true}',
    // Without JSX: what lies among the modules is not compiled.
    'app/layout.js': `import { createElement as e } from 'react';
      export default ({ children }) => e('html', { lang: 'en' }, e('body', null, children));`,
    'app/page.js': `import { createElement as e } from 'react'; export default () => e('p', null, 'Nothing.');`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(empty, name), text);
}

beforeAll(async () => {
  run(['bin/test.js', '--only', 'build']);
  writeEmptyPage();
  run([next, 'build', empty]);
  const port = await freePort();
  const server = spawn(process.execPath, [next, 'start', empty, '-p', String(port)], { stdio: 'ignore' });
  kept.stopEmpty = () => server.kill();
  kept.emptyUrl = `http://localhost:${port}/`;
  const url = kept.emptyUrl;
  if (
    !(await until(
      () =>
        fetch(url).then(
          ({ ok }) => ok,
          () => false,
        ),
      30_000,
      100,
    ))
  )
    throw new Error('The empty page does not answer.');
  const found = await findBrowser();
  if (!found) throw new Error('There is no Chromium here.');
  const { executablePath, args, env } = found;
  kept.browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  kept.ours = await startInstallation();
}, 600_000);

afterAll(async () => {
  await kept.browser?.close();
  await kept.ours?.stop();
  kept.stopEmpty?.();
}, 60_000);

/** Kilobytes of JavaScript, gzipped, that a page loads before the network is quiet. */
async function sent(page: Page, url: string): Promise<number> {
  const scripts = new Map<string, Promise<Buffer>>();
  const keep = (response: Awaited<ReturnType<Page['waitForResponse']>>) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body());
  };
  page.on('response', keep);
  // A stream is never quiet; it brings no script.
  await page.route('**/api/live*', (route) => route.fulfill({ status: 204 }));
  await page.goto(url, { waitUntil: 'networkidle' });
  page.off('response', keep);
  const bodies = await Promise.all(scripts.values());
  return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0) / 1024;
}

test('JavaScript that each page sends, above an empty page of Next', async () => {
  const { browser, ours, emptyUrl } = kept;
  if (!browser || !ours || !emptyUrl) throw new Error('The set-up did not finish.');
  const nothing = await sent(await browser.newPage(), emptyUrl);
  process.stdout.write(`an empty page of Next: ${nothing.toFixed(1)} kB\n`);
  const context = await browser.newContext({ baseURL: ours.url });
  const page = await context.newPage();
  await setUp(page, ours);
  await page.getByRole('button', { name: 'Look around with sample people' }).click();
  await page
    .getByRole('heading', { level: 1 })
    .filter({ hasText: /answered/ })
    .waitFor();
  let largest = 0;
  for (const path of await everyPath(ours)) {
    // A page of its own each time: nothing is in the cache.
    const fresh = await browser.newContext({ baseURL: ours.url, storageState: await context.storageState() });
    const above = (await sent(await fresh.newPage(), path)) - nothing;
    await fresh.close();
    largest = Math.max(largest, above);
    process.stdout.write(`${path.replace(/[0-9a-f-]{36}/, '…')}: ${above.toFixed(1)} kB above it\n`);
  }
  report(`allowed ${most} kB : the page that sends most`, most / largest, 1);
});
