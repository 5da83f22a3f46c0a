// What vitest and Playwright wrote about a run, as counts and names.

const nothing = () => ({ passed: 0, failed: 0, skipped: [], broken: [] });

/** Reads vitest's JSON report. A file that failed as a whole (an import, a leak) counts as one failure. */
export function tallyVitest(report) {
  const sum = nothing();
  for (const file of report.testResults) {
    const before = sum.failed;
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') sum.passed += 1;
      else if (status === 'failed') fail(sum, fullName);
      else sum.skipped.push(fullName);
    }
    if (file.status === 'failed' && sum.failed === before) fail(sum, `${file.name}: ${file.message}`);
  }
  return sum;
}

/** Reads Playwright's JSON report. */
export function tallyPlaywright(report) {
  const sum = nothing();
  const walk = (suite, path) => {
    for (const spec of suite.specs ?? []) {
      for (const { status } of spec.tests) {
        const name = [...path, spec.title].join(' › ');
        if (status === 'expected') sum.passed += 1;
        else if (status === 'skipped') sum.skipped.push(name);
        else fail(sum, name);
      }
    }
    for (const inner of suite.suites ?? []) walk(inner, [...path, inner.title]);
  };
  for (const suite of report.suites) walk(suite, [suite.title]);
  for (const { message } of report.errors ?? []) fail(sum, message);
  return sum;
}

/** Reads the closing line `N passed, N failed` of a program; null when there is none. */
export function tallyLine(text) {
  const found = text.match(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)?.at(-1);
  if (!found) return null;
  const [passed, failed] = found.match(/\d+/g).map(Number);
  return { ...nothing(), passed, failed };
}

function fail(sum, name) {
  sum.failed += 1;
  sum.broken.push(name);
}
