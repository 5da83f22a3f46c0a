#!/usr/bin/env node
// `npm test`: everything that says whether Earshot may ship, step by step, the verdict last.
//   --without-browser   leaves out the build and the browser tests
//   --only STEP         does one step (and what it needs)
import { testSteps } from './boot/test-steps.js';
import { failed } from './boot/say.js';
import { install } from './boot/install.js';
import { bundle, generateClient } from './boot/build.js';

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ending.abort());

async function main(args) {
  const chosen = choose(args);
  await install(ending.signal);
  await generateClient(ending.signal);
  await bundle(ending.signal);
  const { runSteps } = await import('./boot/run-steps.js');
  return runSteps(chosen, ending.signal);
}

function choose(args) {
  const all = Object.keys(testSteps);
  const at = args.indexOf('--only');
  const only = at === -1 ? null : args[at + 1];
  const known = args.every(
    (word, index) => word === '--without-browser' || word === '--only' || index === at + 1,
  );
  if (!known || (at !== -1 && !all.includes(only))) {
    console.error(`Usage: npm test -- [--without-browser] [--only STEP]\nSteps: ${all.join(', ')}`);
    process.exit(2);
  }
  const leftOut = args.includes('--without-browser') ? ['build', 'e2e'] : [];
  const wanted = only ? [...(testSteps[only].needs ?? []), only] : all;
  return { wanted, leftOut: wanted.filter((name) => leftOut.includes(name)) };
}

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  process.exit(ending.signal.aborted ? 130 : failed(error));
}
