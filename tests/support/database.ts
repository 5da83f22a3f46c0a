import { Pool } from 'pg';

/** The database of this test file: a clone of the migrated template, dropped when the file is done. */
export interface TestDatabase {
  readonly name: string;
  /** Address for the owner of tables and law. */
  readonly owner: string;
  /** Address for the application's role; `db()` and `pool()` of lib/db use it too. */
  readonly app: string;
  /** Address for the cluster's superuser, for what a test must force. */
  readonly superuser: string;
}

let clone: TestDatabase | undefined;
const pools = new Map<string, Pool>();

export function setDatabase(made: TestDatabase): void {
  clone = made;
}

/** Addresses of this file's database. */
export function database(): TestDatabase {
  if (!clone) throw new Error('Only tests under tests/db have a database.');
  return clone;
}

/** A pool of connections as this role, closed after the file; up to `max` at once. */
export function poolAs(role: 'owner' | 'app' | 'superuser', max = 70): Pool {
  const kept = pools.get(role);
  if (kept) return kept;
  const opened = new Pool({ connectionString: database()[role], max });
  pools.set(role, opened);
  return opened;
}

export async function closePools(): Promise<void> {
  const open = [...pools.values()];
  pools.clear();
  await Promise.all(open.map((one) => one.end()));
}
