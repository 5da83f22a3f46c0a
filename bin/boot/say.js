/** An end that was foreseen: one line on stderr, exit code 1, no stack. */
export class Stop extends Error {}

/** Says in one line what a step did. */
export function say(step, words) {
  process.stdout.write(`${(step && `${step}:`).padEnd(11)}${words}\n`);
}

/** Says one line on stderr, where something went wrong or is weaker than it should be. */
export function warn(line) {
  process.stderr.write(`${line}\n`);
}

/** Turns a failure into the exit code 1: one line if it was foreseen, the stack if not. */
export function failed(error) {
  warn(error instanceof Stop ? error.message : String(error?.stack ?? error));
  return 1;
}

/** Says what was done to a database before its use (the answer of `prepare`). */
export function report({ server, applied, lawApplied, lawMended, lawFiles, weaker }, { url, data }) {
  say('database', `PostgreSQL ${server}, ${url ? 'yours (DATABASE_URL)' : `in ${data}/postgres`}`);
  say('schema', applied.length > 0 ? `brought up to ${applied.at(-1)}` : 'up to date');
  if (lawMended.length > 0) warn(`The law was not whole and was applied again: ${lawMended.join('; ')}`);
  say('law', lawApplied ? `applied, ${lawFiles} files` : 'in force');
  if (weaker) warn(weaker);
}

/** Seconds since `from` (milliseconds of `performance.now()`), as a person reads them. */
export function since(from) {
  const seconds = (performance.now() - from) / 1000;
  return seconds < 10 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`;
}
