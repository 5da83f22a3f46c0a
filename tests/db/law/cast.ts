import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll } from 'vitest';
import type { By } from '@/tests/support/history';
import { database } from '@/tests/support/database';
import { letTheTestTellTheTime } from './database-house';

/** One connection as the application's role, an owner and a member, and a clock that the test tells. */
export function withOwnClock(): { readonly app: Client; readonly users: Readonly<Record<By, string>> } {
  const users = { owner: uuid(), member: uuid() };
  const kept: { app?: Client } = {};
  beforeAll(async () => {
    const owner = new Client({ connectionString: database().owner });
    await owner.connect();
    await letTheTestTellTheTime(owner);
    await owner.end();
    kept.app = new Client({ connectionString: database().app });
    await kept.app.connect();
    await kept.app.query(
      `INSERT INTO users (id, email, name, password_hash, role) VALUES ($1, 'nora@example.org', 'Nora', '-', 'owner'), ($2, 'marc@example.org', 'Marc', '-', 'member')`,
      [users.owner, users.member],
    );
  });
  afterAll(async () => {
    await kept.app?.end();
  });
  return {
    users,
    get app() {
      if (kept.app === undefined) throw new Error('The connection opens before the first test.');
      return kept.app;
    },
  };
}
