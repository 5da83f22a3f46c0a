import { beforeAll, describe, expect, it } from 'vitest';
import { poolAs } from '@/tests/support/database';
import { crowd, diceFrom, everyNo, type Level } from './crowd';
import { asCommitted, faultsIn } from './judge';
import { together } from './answers';
import { aScene } from './scene';
import { send, somebody } from './stage';

const scene = aScene();
const rounds = Number(process.env['EARSHOT_TORTURE'] ?? 1);
const seed = Number(process.env['EARSHOT_SEED'] ?? Date.now() % 1_000_000_007);
const levels: readonly Level[] = ['read committed', 'repeatable read', 'serializable', 'mixed'];

// A connection plans the law when it first meets it; the crowd begins when all of them have.
beforeAll(async () => {
  const clients = await Promise.all(Array.from({ length: 64 }, () => poolAs('app').connect()));
  await Promise.all(
    clients.map(async (client) => {
      const warm = await somebody(client);
      await together(client, () => send(client, warm, scene.team.member));
      client.release();
    }),
  );
}, 60_000);

describe(`64 writers on one contact, ${rounds} rounds (EARSHOT_TORTURE), seed ${seed}`, () => {
  it.each(levels)(
    'at %s nothing leaves twice and nothing leaves after a no',
    { timeout: 60_000 * rounds },
    async (level) => {
      const dice = diceFrom(seed + levels.indexOf(level));
      const came = { sent: 0, refused: 0, conflicts: 0 };
      for (let round = 0; round < rounds; round += 1) {
        const closing = [...everyNo].sort(() => dice() - 0.5).slice(0, 1 + Math.floor(dice() * 3));
        const { contact, sent, refused, conflicts, closed } = await crowd(poolAs('app'), scene.team, {
          ...{ level, dice, closing, writers: 64 },
        });
        const history = await asCommitted(poolAs('superuser'), contact.id);
        expect(faultsIn(history)).toEqual([]);
        expect(history.filter(({ what }) => what === 'sent' || what === 'added')).toHaveLength(sent);
        expect(closed).toHaveLength(closing.length);
        const differs = await scene.app.query<{ differs: boolean }>(
          'SELECT law.standing_differs($1) AS differs',
          [contact.id],
        );
        expect(differs.rows[0]?.differs).toBe(false);
        came.sent += sent;
        came.refused += refused;
        came.conflicts += conflicts;
      }
      console.info(
        `${level}: ${came.sent} sent, ${came.refused} refused, ${came.conflicts} conflicts, seed ${seed}`,
      );
      expect(came.sent).toBeGreaterThan(0);
    },
  );
});
