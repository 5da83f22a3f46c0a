import type { Pool, PoolClient } from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import { databaseFault } from '@/lib/errors/database-fault';
import { isolations, together, type Isolation } from './answers';
import {
  anOrganization,
  heard,
  logged,
  send,
  sendInOneBreath,
  settle,
  somebody,
  spoke,
  type Person,
  type Team,
} from './stage';

/** Numbers from 0 to below 1, the same for the same seed. */
export type Dice = () => number;
export type Level = Isolation | 'mixed';

/** Mulberry32. A seed gives the same choices again, not the same meeting of the transactions. */
export function diceFrom(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What one round came to. */
export interface Round {
  readonly contact: Person;
  sent: number;
  refused: number;
  conflicts: number;
  closed: string[];
}

type No = 'declined' | 'opted_out' | 'resting' | 'organization' | 'address' | 'domain';
export const everyNo: readonly No[] = [
  'declined',
  'opted_out',
  'resting',
  'organization',
  'address',
  'domain',
];

const noes: Readonly<Record<No, (run: PoolClient, cast: Cast) => Promise<unknown>>> = {
  declined: (run: PoolClient, { ana, team }: Cast) => spoke(run, ana, team.member, 'declined'),
  opted_out: (run: PoolClient, { ana }: Cast) =>
    run.query(`INSERT INTO opt_outs (contact_id, cause) VALUES ($1, 'by_hand')`, [ana.id]),
  resting: (run: PoolClient, { ana, team }: Cast) => spoke(run, ana, team.member, 'later'),
  organization: (run: PoolClient, { bea, team }: Cast) =>
    spoke(run, bea, team.member, 'declined', { scope: 'organization' }),
  address: (run: PoolClient, { ana, team }: Cast) =>
    run.query(`SELECT law.suppress_address('email', $1, 'by_hand', $2, 'asked')`, [
      ana.email.handle,
      team.owner,
    ]),
  domain: (run: PoolClient, { ana, team }: Cast) =>
    run.query(`SELECT law.suppress_domain($1, 'by_hand', $2, 'asked')`, [ana.domain, team.owner]),
};

interface Cast {
  readonly ana: Person;
  readonly bea: Person;
  readonly team: Team;
}

const isConflict = (error: unknown) => ['40001', '40P01'].includes(databaseFault(error)?.sqlstate ?? '');
const isRefusal = (error: unknown) =>
  ['P0G01', 'P0G02', '23505'].includes(databaseFault(error)?.sqlstate ?? '');

/**
 * So many writers on one contact: most write to her, some write down what she says, and in between come the noes.
 * It goes on until every no is acknowledged and every writer has tried once more.
 */
export async function crowd(
  pool: Pool,
  team: Team,
  { level, writers, dice, closing }: { level: Level; writers: number; dice: Dice; closing: readonly No[] },
): Promise<Round> {
  const organization = await anOrganization(pool);
  const cast = {
    team,
    ana: await somebody(pool, { organization }),
    bea: await somebody(pool, { organization }),
  };
  const round: Round = { contact: cast.ana, sent: 0, refused: 0, conflicts: 0, closed: [] };
  const turn = { ours: true, heard: null as string | null };
  const isClosed = () => round.closed.length === closing.length;
  const one = () => (level === 'mixed' ? (isolations[Math.floor(dice() * 3)] ?? 'serializable') : level);

  /** One transaction, from the start again when it met another; null when the law said no. */
  async function once<T>(
    tries: number,
    transact: (client: PoolClient, isolation: Isolation) => Promise<T>,
  ): Promise<T | null> {
    const client = await pool.connect();
    try {
      for (let attempt = 1; attempt <= tries; attempt += 1) {
        try {
          return await transact(client, one());
        } catch (error) {
          if (isRefusal(error)) {
            round.refused += 1;
            return null;
          }
          if (!isConflict(error)) throw error;
          round.conflicts += 1;
          await wait(dice() * 4 * attempt);
        }
      }
      return null;
    } finally {
      client.release();
    }
  }

  async function write(): Promise<void> {
    for (let last = false; !last;) {
      // Most wait until they hear that the turn is ours, and then rush.
      while (!isClosed() && dice() < (turn.ours ? 0.95 : 0.998)) await wait(2);
      last = isClosed();
      const letter = { answers: dice() < 0.5 ? turn.heard : null };
      const [inOneBreath, looksFirst] = [dice() < 0.7, dice() < 0.5];
      const sent = await once(3, (client, isolation) =>
        inOneBreath
          ? sendInOneBreath(client, cast.ana, team.member, letter, isolation)
          : together(
              client,
              async () => {
                if (looksFirst)
                  await client.query('SELECT FROM standing WHERE contact_id = $1', [cast.ana.id]);
                return send(client, cast.ana, team.member, letter);
              },
              isolation,
            ),
      );
      if (sent === null) continue;
      round.sent += 1;
      turn.ours = false;
      const as = dice() < 0.7 ? 'accepted' : 'withdrawn';
      await once(200, (client, isolation) => together(client, () => settle(client, sent, as), isolation));
    }
  }

  async function listen(): Promise<void> {
    for (let answered = -1; !isClosed(); await wait(1)) {
      // Mostly they answer what we sent; sometimes they go on talking.
      if (round.sent <= answered && dice() < 0.99) continue;
      answered = round.sent;
      const atOnce = dice() < 0.5;
      const say = (client: PoolClient) =>
        atOnce ? spoke(client, cast.ana, team.member, 'other') : logged(client, cast.ana);
      const reply = await once(50, (client, isolation) => together(client, () => say(client), isolation));
      if (reply === null) continue;
      const hear = (client: PoolClient) => heard(client, cast.ana, reply, team.member, 'other');
      if (!atOnce) await once(50, (client, isolation) => together(client, () => hear(client), isolation));
      Object.assign(turn, { ours: true, heard: reply });
    }
  }

  async function close(no: No, after: number): Promise<void> {
    const patience = performance.now() + 1_500;
    while (round.sent < after && performance.now() < patience) await wait(2);
    if ((await once(10_000, (client) => noes[no](client, cast))) === null)
      throw new Error(`${no} was refused`);
    round.closed = [...round.closed, no];
  }

  const listeners = 4;
  await Promise.all([
    ...closing.map((no) => close(no, 2 + Math.floor(dice() * 8))),
    ...Array.from({ length: listeners }, listen),
    ...Array.from({ length: writers - listeners - closing.length }, write),
  ]);
  return round;
}
