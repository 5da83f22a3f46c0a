import { Client } from 'pg';
import { database } from '@/tests/support/database';
import { answerTo, type Isolation } from './answers';

/** One connection, played step by step. */
export class Session {
  private constructor(
    readonly client: Client,
    private readonly pid: number,
  ) {}

  static async open(role: 'app' | 'owner'): Promise<Session> {
    const client = new Client({ connectionString: database()[role] });
    await client.connect();
    const asked = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return new Session(client, asked.rows[0]?.pid ?? 0);
  }

  async begin(isolation: Isolation): Promise<void> {
    await this.client.query(`BEGIN ISOLATION LEVEL ${isolation}`);
  }

  /** Commits, or rolls back what failed; answers what the database said. */
  async end(): Promise<string> {
    return answerTo(this.client.query('COMMIT'));
  }

  async rollback(): Promise<void> {
    await this.client.query('ROLLBACK');
  }

  /** Begins a step and answers as soon as it is done or waits for a lock that the other session holds. */
  async start(watcher: Client, other: Session, work: () => Promise<unknown>): Promise<Started> {
    const answer = answerTo(work());
    const settled = { yes: false };
    void answer.finally(() => (settled.yes = true)).catch(() => undefined);
    for (;;) {
      // The end of the work is seen before the question whether it waits is asked again.
      await new Promise((next) => setImmediate(next));
      if (settled.yes) return { waits: false, answer };
      if (await this.waitsFor(watcher, other)) return { waits: true, answer };
    }
  }

  private async waitsFor(watcher: Client, other: Session): Promise<boolean> {
    const asked = await watcher.query<{ waits: boolean }>(`SELECT $2 = ANY (pg_blocking_pids($1)) AS waits`, [
      this.pid,
      other.pid,
    ]);
    return asked.rows[0]?.waits ?? false;
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}

interface Started {
  /** Whether it waits for the other session. */
  readonly waits: boolean;
  readonly answer: Promise<string>;
}
