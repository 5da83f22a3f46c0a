import { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { database } from '@/tests/support/database';
import { letTheTestTellTheTime } from '../law/database-house';
import { together } from './answers';
import { aTeam, type Team } from './stage';

export interface Scene {
  /** One connection as the application's role. */
  readonly app: Client;
  /** One connection as the owner of tables and law. */
  readonly owner: Client;
  readonly team: Team;
  /** Runs work in one transaction of the application's connection. */
  readonly together: <T>(work: () => Promise<T>) => Promise<T>;
}

/** An application, an owner and a team for the tests of one file. */
export function aScene(): Scene {
  const kept: { app?: Client; owner?: Client; team?: Team } = {};
  beforeAll(async () => {
    kept.app = new Client({ connectionString: database().app });
    kept.owner = new Client({ connectionString: database().owner });
    await Promise.all([kept.app.connect(), kept.owner.connect()]);
    kept.team = await aTeam(kept.app);
  });
  afterAll(async () => {
    await Promise.all([kept.app?.end(), kept.owner?.end()]);
  });
  const there = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error('The scene opens before the first test.');
    return one;
  };
  return {
    get app() {
      return there(kept.app);
    },
    get owner() {
      return there(kept.owner);
    },
    get team() {
      return there(kept.team);
    },
    together: (work) => together(there(kept.app), work),
  };
}

/** A clock that the test sets, in this file's database; starts on Monday, 2 March 2026, 09:00 UTC. */
export function withHands(scene: Scene): {
  pass(hours: number): Promise<void>;
  until(moment: string, more?: number): Promise<void>;
  inDays(days: number): string;
} {
  const kept = { now: Date.UTC(2026, 2, 2, 9) };
  const tell = () =>
    scene.app.query(`SELECT set_config('earshot.test_clock', $1, false)`, [new Date(kept.now).toISOString()]);
  beforeAll(async () => {
    await letTheTestTellTheTime(scene.owner);
    await tell();
  });
  return {
    async pass(hours) {
      kept.now += hours * 3_600_000;
      await tell();
    },
    /** Sets the clock to a moment, so many milliseconds more or less. */
    async until(moment, more = 0) {
      kept.now = Date.parse(moment) + more;
      await tell();
    },
    /** The day that many days from now, as a date is written. */
    inDays: (days) => new Date(kept.now + days * 86_400_000).toISOString().slice(0, 10),
  };
}
