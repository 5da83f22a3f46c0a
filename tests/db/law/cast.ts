import { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { database } from '@/tests/support/database';
import { letTheTestTellTheTime } from './database-house';

/** One connection as the application's role, and a clock that the test tells. */
export function withOwnClock(): { readonly app: Client } {
  const kept: { app?: Client } = {};
  beforeAll(async () => {
    const owner = new Client({ connectionString: database().owner });
    await owner.connect();
    await letTheTestTellTheTime(owner);
    await owner.end();
    kept.app = new Client({ connectionString: database().app });
    await kept.app.connect();
  });
  afterAll(async () => {
    await kept.app?.end();
  });
  return {
    get app() {
      if (kept.app === undefined) throw new Error('The connection opens before the first test.');
      return kept.app;
    },
  };
}
