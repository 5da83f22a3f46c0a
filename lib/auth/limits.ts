import 'server-only';
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { pool } from '@/lib/db/pool';

interface Limit {
  /** Tries in a window. */
  readonly tries: number;
  /** Seconds. */
  readonly window: number;
}

const minute = 60;
const hour = 60 * minute;

/**
 * Guessing one account from one place, guessing it from many, and guessing many accounts from one place. The
 * second is wide, for whoever fills it also keeps its owner out until the window has passed.
 */
const limits = {
  sign_in: { tries: 10, window: 15 * minute },
  account: { tries: 60, window: hour },
  network: { tries: 100, window: hour },
  link: { tries: 60, window: hour },
  password: { tries: 10, window: 15 * minute },
  // Trying a mailbox signs in at somebody else's server, so nobody guesses passwords there by way of us.
  mailbox: { tries: 10, window: 15 * minute },
  // One that reached nobody is no sign-in and is given back; but the name of the server was asked for.
  mailbox_named: { tries: 60, window: 15 * minute },
  model: { tries: 20, window: 15 * minute },
  exchangers: { tries: 20, window: 15 * minute },
  // No guessing to slow down here, but a script that runs wild shall not keep people waiting.
  check: { tries: 300, window: minute },
  inbound: { tries: 600, window: minute },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** What is counted: a limit, and whose it is. Only a hash of that is kept. */
export type Counted = readonly [limit: LimitName, ...whose: string[]];

/**
 * Counts a try against every limit given, before it is known how the try ends, so that tries side by side
 * cannot slip through.
 * @returns null, or the minutes until the last of the full limits opens
 */
export async function countTry(counted: readonly Counted[]): Promise<{ minutes: number } | null> {
  const seconds = await secondsToWait(counted);
  return seconds > 0 ? { minutes: Math.ceil(seconds / minute) } : null;
}

/** The same for programs, which want it in seconds (Retry-After, RFC 9110 §10.2.3); 0 when nothing is full. */
export async function secondsToWait(counted: readonly Counted[]): Promise<number> {
  const waits = await Promise.all(counted.map(([limit, ...whose]) => count(limit, whose)));
  return Math.ceil(Math.max(0, ...waits) / 1000);
}

/** Gives tries back that turned out to be right. */
export async function giveTryBack(counted: readonly Counted[]): Promise<void> {
  await Promise.all(counted.map(([limit, ...whose]) => limiter(limit).reward(keyOf(whose), 1)));
}

// Milliseconds to wait; 0 when the try is free. Only a full limit is an answer: a database that fails throws.
async function count(limit: LimitName, whose: readonly string[]): Promise<number> {
  try {
    await limiter(limit).consume(keyOf(whose), 1);
    return 0;
  } catch (full) {
    if (full instanceof RateLimiterRes) return Math.max(full.msBeforeNext, 1);
    throw full;
  }
}

function limiter(name: LimitName): RateLimiterPostgres {
  const { tries, window } = limits[name];
  const over = pool();
  const kept = made.get(name);
  if (kept?.over === over) return kept.limiter;
  const fresh = new RateLimiterPostgres({
    storeClient: over,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: name,
    points: tries,
    duration: window,
  });
  made.set(name, { over, limiter: fresh });
  return fresh;
}

const made = new Map<LimitName, { over: object; limiter: RateLimiterPostgres }>();

function keyOf(whose: readonly string[]): string {
  return createHash('sha256').update(whose.join('\n')).digest('base64url');
}
