import { databaseFault } from '@/lib/errors/database-fault';
import { isEarshotError } from '@/lib/errors/earshot-error';

/** Ids, codes, counts and times. Never a body, a subject, a handle, a key or a password. */
export type LogFacts = Readonly<
  Record<string, string | number | boolean | null | undefined | readonly string[]>
>;

type Level = 'info' | 'warn' | 'error';

// The last net, for a name that slipped through: what such a field holds is not written.
const unspeakable = /body|text|subject|quote|password|secret|token|key|cookie|authorization|handle|email/i;

/** One JSON line on stderr: `at`, `level`, `event` (past tense, snake_case) and facts. */
function write(level: Level, event: string, facts: LogFacts): void {
  const spoken = Object.entries(facts).map(([name, value]) => [
    name,
    unspeakable.test(name) ? '…' : shorten(value),
  ]);
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...Object.fromEntries(spoken) });
  process.stderr.write(`${line}\n`);
}

function shorten(value: LogFacts[string]): LogFacts[string] {
  return typeof value === 'string' && value.length > 300 ? `${value.slice(0, 300)}…` : value;
}

export const log = {
  info: (event: string, facts: LogFacts = {}) => write('info', event, facts),
  warn: (event: string, facts: LogFacts = {}) => write('warn', event, facts),
  /** Something failed: what kind of error it was and where, without what it says of people's data. */
  error: (event: string, error: unknown, facts: LogFacts = {}) =>
    write('error', event, { ...facts, ...factsOf(error) }),
};

// PostgreSQL repeats the row or the value it could not take in its messages, so of those only codes are kept.
function factsOf(error: unknown): LogFacts {
  if (isEarshotError(error)) return { code: error.code };
  const fault = databaseFault(error);
  if (fault) return { sqlstate: fault.sqlstate, constraint: fault.constraint, where: firstFrame(error) };
  if (!(error instanceof Error)) return { thrown: typeof error };
  return { name: error.name, message: error.message, where: firstFrame(error) };
}

function firstFrame(error: unknown): string | undefined {
  const stack = error instanceof Error ? error.stack : undefined;
  return stack
    ?.split('\n')
    .find((line) => line.trimStart().startsWith('at '))
    ?.trim();
}
