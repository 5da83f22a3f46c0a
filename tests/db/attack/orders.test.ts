import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database, poolAs } from '@/tests/support/database';
import { acts, aWorld, mayFollow, type World } from './acts';
import { answerTo, isolations, together, type Isolation } from './answers';
import { diceFrom } from './crowd';
import { aScene } from './scene';
import { Session } from './sessions';

const scene = aScene();
const seed = Number(process.env['EARSHOT_SEED'] ?? Date.now() % 1_000_000_007);
const torture = Number(process.env['EARSHOT_TORTURE'] ?? 1);
const kept: { sessions?: readonly [Session, Session]; watcher?: Client } = {};

beforeAll(async () => {
  await poolAs('superuser').query(`ALTER DATABASE "${database().name}" SET deadlock_timeout = '20ms'`);
  kept.sessions = [await Session.open('app'), await Session.open('app')];
  kept.watcher = new Client({ connectionString: database().superuser });
  await kept.watcher.connect();
});
afterAll(async () => {
  await Promise.all([...(kept.sessions ?? []).map((one) => one.close()), kept.watcher?.end()]);
});

type Act = (typeof acts)[number];
type Order = readonly (0 | 1)[];

/** Every order of three steps each: begin with a look, act, commit. */
function orders(left: readonly [number, number] = [3, 3]): Order[] {
  if (left[0] + left[1] === 0) return [[]];
  const first = left[0] === 0 ? [] : orders([left[0] - 1, left[1]]).map((rest) => [0 as const, ...rest]);
  const second = left[1] === 0 ? [] : orders([left[0], left[1] - 1]).map((rest) => [1 as const, ...rest]);
  return [...first, ...second];
}

interface Played {
  /** What each was told at last. */
  readonly told: readonly [string, string];
  /** Whether the first had committed before the other acted, and the other way round. */
  readonly after: readonly [boolean, boolean];
}

const isConflict = (answer: string) => answer === '40001' || answer === '40P01';

/** Plays two acts in this order of steps; who meets a conflict asks again from the start when both are through. */
async function play(
  pair: readonly [Act, Act],
  world: World,
  order: Order,
  levels: readonly [Isolation, Isolation],
): Promise<Played> {
  const { sessions, watcher } = kept;
  if (!sessions || !watcher) throw new Error('The sessions open before the first test.');
  const at = [0, 0];
  const told: [string, string] = ['', ''];
  const committed = [false, false];
  const after: [boolean, boolean] = [false, false];
  const waiting: [Promise<string> | null, Promise<string> | null] = [null, null];

  async function step(who: 0 | 1): Promise<void> {
    const other = who === 0 ? 1 : 0;
    const [session, act] = [sessions?.[who], pair[who]];
    if (!session || !sessions || !watcher) return;
    const now = at[who] ?? 0;
    at[who] = now + 1;
    if (now === 0) {
      await session.begin(levels[who]);
      await session.client.query('SELECT FROM standing WHERE contact_id = $1', [world.ana.id]);
    } else if (now === 1) {
      after[who] = committed[other] ?? false;
      const started = await session.start(watcher, sessions[other], () => act.work(session.client, world));
      if (started.waits) waiting[who] = started.answer;
      else told[who] = await started.answer;
    } else {
      if (waiting[who]) told[who] = (await waiting[who]) ?? '';
      waiting[who] = null;
      if (told[who] === 'done') told[who] = await session.end();
      else await session.rollback();
      committed[who] = told[who] === 'done';
    }
  }

  const queue = [...order];
  while (queue.length > 0) {
    // Who waits for the other lets the other go on; in a deadlock one of them is told so.
    const next = queue.findIndex((who) => !waiting[who]);
    if (next >= 0) {
      const [who] = queue.splice(next, 1);
      if (who !== undefined) await step(who);
    } else {
      const first = await Promise.race(
        ([0, 1] as const).flatMap((who) => {
          const answer = waiting[who];
          return answer ? [answer.then((said) => ({ who, answer: said }))] : [];
        }),
      );
      told[first.who] = first.answer;
      waiting[first.who] = null;
    }
    for (const who of [0, 1] as const) {
      // A step that waited and is through goes on in its turn.
      const pending = waiting[who];
      if (!pending) continue;
      const settled = await Promise.race([pending, new Promise<null>((done) => setImmediate(done, null))]);
      if (settled === null) continue;
      told[who] = settled;
      waiting[who] = null;
    }
  }
  for (const who of [0, 1] as const) {
    for (let tries = 0; isConflict(told[who]) && tries < 5; tries += 1) {
      after[who] = committed[who === 0 ? 1 : 0] ?? false;
      const [session, act] = [sessions[who], pair[who]];
      told[who] = await answerTo(
        together(session.client, () => act.work(session.client, world), levels[who]),
      );
      committed[who] = told[who] === 'done';
    }
  }
  return { told, after };
}

const pairs = acts.flatMap((one, at) => acts.slice(at).map((other) => [one, other] as const));
const told = pairs.map(([one, other]) => [one.name, other.name, [one, other] as const] as const);

describe(`Two at a time, in any order of their steps, seed ${seed}`, () => {
  it.each(told)('%s, and %s', { timeout: 60_000 * torture }, async (_, __, pair) => {
    const dice = diceFrom(seed + told.findIndex(([, , one]) => one === pair));
    const level = (): Isolation => isolations[Math.floor(dice() * 3)] ?? 'serializable';
    const all = orders();
    const some =
      torture > 1
        ? all.flatMap((order) => isolations.map((one) => [order, [one, level()]] as const))
        : [...all]
            .sort(() => dice() - 0.5)
            .slice(0, 2)
            .map((order) => [order, [level(), level()]] as const);
    for (const [order, [one, other]] of some) {
      const world = await aWorld(scene.app, scene.team);
      const { told, after } = await play(pair, world, order, [one, other]);
      const seen = { order: order.join(''), one, other, told };
      for (const who of [0, 1] as const) {
        expect(told[who], JSON.stringify(seen)).toMatch(/^(done|refused|impossible)/);
        const [mine, theirs] = [pair[who], pair[who === 0 ? 1 : 0]];
        // Nothing leaves after an acknowledged closer, nor a second message after a first.
        if (mine.sends && after[who] && !mayFollow(theirs.name, mine.name))
          expect(told[who], JSON.stringify(seen)).toMatch(/^(refused|impossible)/);
      }
      if (pair[0].sends && pair[1].sends)
        expect(
          [...told].filter((answer) => answer === 'done'),
          JSON.stringify(seen),
        ).toHaveLength(1);
      const differing = await scene.app.query(
        `SELECT id FROM unnest($1::uuid[]) id WHERE EXISTS (SELECT FROM standing s WHERE s.contact_id = id) AND law.standing_differs(id)`,
        [[world.ana, world.bea, world.twin, world.referrer].map(({ id }) => id)],
      );
      expect(differing.rows, JSON.stringify(seen)).toEqual([]);
    }
  });
});
