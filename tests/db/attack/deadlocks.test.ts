import type { PoolClient } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { withRetry } from '@/lib/db/retry';
import { databaseFault, isWorthAskingAgain } from '@/lib/errors/database-fault';
import { database, poolAs } from '@/tests/support/database';
import { together, type Isolation } from './answers';
import { diceFrom, type Dice } from './crowd';
import { aScene } from './scene';
import { anOrganization, logged, send, settle, somebody, spoke, type Person } from './stage';

const scene = aScene();
const seed = Number(process.env['EARSHOT_SEED'] ?? Date.now() % 1_000_000_007);
const clients = 16;
const each = 20;
const rounds = Number(process.env['EARSHOT_TORTURE'] ?? 1);

// A deadlock is ended soon, so that many can be met.
beforeAll(async () => {
  await poolAs('superuser').query(`ALTER DATABASE "${database().name}" SET deadlock_timeout = '50ms'`);
});

interface Town {
  readonly people: readonly Person[];
  readonly organizations: readonly string[];
}

async function aTown(): Promise<Town> {
  const organizations = [await anOrganization(scene.app), await anOrganization(scene.app)];
  const homes = [...organizations, ...organizations, ...organizations];
  return {
    organizations,
    people: await Promise.all(homes.map((organization) => somebody(scene.app, { organization }))),
  };
}

/** Whatever a team does in a day, all of it at once. */
async function act(client: PoolClient, { people, organizations }: Town, dice: Dice): Promise<void> {
  const pick = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(dice() * from.length)];
    if (one === undefined) throw new Error('There is nothing to choose from.');
    return one;
  };
  const [who, by] = [pick(people), scene.team.member];
  const roll = dice();
  if (roll < 0.35) {
    const sent = await send(client, who, by, { through: pick(['email', 'linkedin']) });
    await settle(client, sent, pick(['accepted', 'withdrawn', 'uncertain']));
  } else if (roll < 0.45) await spoke(client, who, by, pick(['other', 'interested', 'question']));
  else if (roll < 0.53) await spoke(client, who, by, 'declined', { scope: pick(['person', 'organization']) });
  else if (roll < 0.58) await spoke(client, who, by, 'later');
  else if (roll < 0.7) {
    await client.query('UPDATE contacts SET organization_id = $2 WHERE id = $1', [
      who.id,
      pick([...organizations, null]),
    ]);
  } else if (roll < 0.75) {
    await client.query(
      `SELECT law.retract(id, $2, 'mistaken') FROM messages WHERE contact_id = $1 AND source = 'logged' ORDER BY recorded_seq DESC LIMIT 1`,
      [who.id, by],
    );
  } else if (roll < 0.8) {
    await client.query(`SELECT law.suppress_domain($1, 'by_hand', $2, 'asked')`, [who.domain, by]);
  } else {
    // One transaction with two people: whoever does that may meet somebody who takes them the other way round.
    await logged(client, who);
    await logged(client, pick(people));
  }
}

const isNo = (error: unknown) => ['P0G01', 'P0G02', '23505'].includes(databaseFault(error)?.sqlstate ?? '');

describe(`${clients} clients, ${clients * each} things at once for 6 people of 2 organizations, ${rounds} rounds (EARSHOT_TORTURE), seed ${seed}`, () => {
  it.each<readonly [string, readonly Isolation[]]>([
    ['read committed', ['read committed']],
    [
      'read committed, and sometimes at repeatable read',
      ['read committed', 'read committed', 'repeatable read'],
    ],
  ])(
    'at %s every one ends, with an answer, by asking again',
    { timeout: 120_000 * rounds },
    async (_, levels) => {
      const dice = diceFrom(seed);
      const came = { done: 0, no: 0, again: 0, starved: 0 };

      async function one(client: PoolClient, town: Town): Promise<void> {
        // A rolled-back try is tried again as it was: the same dice for the same thing.
        const rolls = Math.floor(dice() * 2 ** 31);
        const isolation = levels[Math.floor(dice() * levels.length)] ?? 'read committed';
        let tries = 0;
        try {
          await withRetry(() => {
            tries += 1;
            return together(client, () => act(client, town, diceFrom(rolls)), isolation);
          });
          came.done += 1;
        } catch (error) {
          // Who has to wait at repeatable read has always waited in vain: in a crowd that may happen eight times.
          // Mostly with 40001; where the last wait was part of a ring, with 40P01.
          if (isolation === 'repeatable read' && isWorthAskingAgain(error)) came.starved += 1;
          else if (isNo(error)) came.no += 1;
          else throw error;
        } finally {
          came.again += tries - 1;
        }
      }

      for (let round = 0; round < rounds; round += 1) {
        const town = await aTown();
        await Promise.all(
          Array.from({ length: clients }, async () => {
            const client = await poolAs('app').connect();
            try {
              for (let n = 0; n < each; n += 1) await one(client, town);
            } finally {
              client.release();
            }
          }),
        );
      }
      console.info(
        `${came.done} done, ${came.no} refused or impossible, ${came.again} asked again, ${came.starved} starved, seed ${seed}`,
      );
      expect(came.done + came.no + came.starved).toBe(rounds * clients * each);
      const differing = await scene.app.query('SELECT law.differing_standings(9)');
      expect(differing.rows).toEqual([]);
    },
  );
});
