import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPages } from './build.js';
import { root } from './root.js';
import { say, since } from './say.js';
import { tallyLine, tallyPlaywright, tallyVitest } from './tally.js';
import { openTestCluster } from './test-cluster.js';
import { testBuild, testRows, testSteps } from './test-steps.js';

/**
 * Runs the chosen steps, says a verdict for each, and closes with the sum on a line of its own.
 * @returns {Promise<number>} the exit code
 */
export async function runSteps({ wanted, leftOut }, signal) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const add = (result) => {
    sum.passed += result.passed;
    sum.failed += result.failed;
    sum.skipped += result.skipped.length;
  };
  const env = { ...process.env };
  let cluster;
  try {
    for (const rows of testRows) {
      const asked = rows.map((row) => row.filter((name) => wanted.includes(name)));
      if (!cluster && asked.flat().some((one) => ['db', 'e2e'].includes(one) && !leftOut.includes(one))) {
        cluster = await openTestCluster();
        env.EARSHOT_TEST_PORT = String(cluster.port);
      }
      await Promise.all(
        asked.map(async (row) => {
          for (const name of row) {
            if (signal.aborted) return;
            add(leftOut.includes(name) ? left(name, '--without-browser') : await step(name, env, signal));
          }
        }),
      );
    }
  } finally {
    await cluster?.close();
  }
  if (signal.aborted) return 130;
  process.stdout.write(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`);
  return sum.failed > 0 ? 1 : 0;
}

async function step(name, env, signal) {
  const { builds, possible, program, report } = testSteps[name];
  const impossible = await possible?.();
  if (impossible) return left(name, impossible);
  const from = performance.now();
  const { code, text, written } = builds
    ? await build(signal)
    : await runProgram(program, report, env, signal);
  const result = judge(code, text, report, written);
  const verdict = result.failed > 0 ? 'FAILED' : 'ok';
  const counts = report
    ? `, ${result.passed} passed, ${result.failed} failed, ${result.skipped.length} skipped`
    : '';
  if (result.failed > 0) process.stdout.write(`\n${text.trimEnd()}\n\n`);
  say(name, `${verdict}, ${since(from)}${counts}`);
  for (const one of result.broken) say('', `failed: ${one.split('\n')[0]}`);
  for (const one of result.skipped) say('', `skipped: ${one}`);
  return result;
}

function left(name, why) {
  say(name, `skipped: ${why}`);
  return { passed: 0, failed: 0, skipped: [name], broken: [] };
}

async function build(signal) {
  try {
    await buildPages({ ...testBuild, signal });
    return { code: 0, text: '' };
  } catch (error) {
    return { code: 1, text: error.message };
  }
}

// A step that ran nothing, or failed without saying what, is one failure.
function judge(code, text, report, written) {
  const tally = { vitest: tallyVitest, playwright: tallyPlaywright }[report];
  const counted = report === 'line' ? tallyLine(text) : written && tally?.(written);
  const result = counted || { passed: code === 0 && !report ? 1 : 0, failed: 0, skipped: [], broken: [] };
  if (code !== 0 && result.failed === 0) return { ...result, failed: 1 };
  if (result.passed + result.failed + result.skipped.length > 0) return result;
  return { ...result, failed: 1, broken: ['no test ran'] };
}

function runProgram([file, ...args], report, env, signal) {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-report-'));
  const written = join(folder, 'report.json');
  if (report === 'vitest') args.push(`--outputFile.json=${written}`);
  return new Promise((answer, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: root,
      env: { ...env, NEXT_TELEMETRY_DISABLED: '1', PLAYWRIGHT_JSON_OUTPUT_FILE: written },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
    const end = () => child.kill('SIGTERM');
    signal.addEventListener('abort', end, { once: true });
    child.once('error', reject);
    child.once('close', (code) => {
      signal.removeEventListener('abort', end);
      const json = existsSync(written) ? JSON.parse(readFileSync(written, 'utf8')) : null;
      rmSync(folder, { recursive: true, force: true });
      answer({ code: code ?? 1, text: Buffer.concat(said).toString(), written: json });
    });
  });
}
