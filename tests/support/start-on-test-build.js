// `node bin/start.js` as it is, on the build for tests, so that a test of starting need not build again.
import { setTimeout as wait } from 'node:timers/promises';
import { startEarshot } from '../../bin/boot/earshot.js';
import { failed } from '../../bin/boot/say.js';
import { testBuild } from '../../bin/boot/test-steps.js';

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => ending.abort());

try {
  await startEarshot({ signal: ending.signal, build: testBuild });
  process.exit(0);
} catch (error) {
  await wait(100);
  process.exit(ending.signal.aborted ? 0 : failed(error));
}
