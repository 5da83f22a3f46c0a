import { v7 as uuid } from 'uuid';
import { poolAs } from '@/tests/support/database';

export interface Stranger {
  readonly contact: string;
  readonly address: string;
  readonly thread: string;
}

/** So many contacts with an e-mail address and a thread, never written to. */
export async function strangers(count: number): Promise<Stranger[]> {
  const app = poolAs('app');
  const all = Array.from({ length: count }, () => ({ contact: uuid(), address: uuid(), thread: uuid() }));
  const columns = [all.map((s) => s.contact), all.map((s) => s.address), all.map((s) => s.thread)];
  const from = 'FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS s(c, a, t)';
  await app.query(`INSERT INTO contacts (id, name, name_key) SELECT c, 'Ana', 'ana' ${from}`, columns);
  await app.query(
    `INSERT INTO addresses (id, contact_id, channel, handle, typed) SELECT a, c, 'email', a || '@bench.example', a || '@bench.example' ${from}`,
    columns,
  );
  await app.query(
    `INSERT INTO threads (id, contact_id, channel, address_id) SELECT t, c, 'email', a ${from}`,
    columns,
  );
  await poolAs('superuser').query('VACUUM ANALYZE');
  return all;
}

/** Does the work for each in turn; how many a second, and the 95th percentile of one in milliseconds. */
export async function pace<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<{ perSecond: number; p95: number }> {
  const times: number[] = [];
  for (const item of items) {
    const from = performance.now();
    await work(item);
    times.push(performance.now() - from);
  }
  const total = times.reduce((sum, time) => sum + time, 0);
  times.sort((a, b) => a - b);
  return { perSecond: (1000 * items.length) / total, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}

/** Prints one figure of the bench; bars are ratios in one run wherever the design says so. */
export function report(what: string, value: number, bar: number, unit = ''): void {
  const reached = value >= bar ? 'reached' : 'NOT reached';
  process.stdout.write(`${what}: ${value.toFixed(2)}${unit} (bar ${bar}${unit}: ${reached})\n`);
}
