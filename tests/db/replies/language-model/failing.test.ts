import { expect, it } from 'vitest';
import { rows } from '@/lib/db/pool';
import { languageModel } from '@/lib/replies/language-model/queries';
import { poolAs } from '@/tests/support/database';
import { saying, saysText, silent, status } from '@/tests/support/model-server';
import { aModel, asks, events, on, suggested, theySaid, yes } from './waiting';

const scene = aModel();

const state = async () => {
  const [row] = await rows<{ failures: number; fault: string | null; rests: number }>(
    `SELECT failures, fault, coalesce(round(extract(epoch FROM not_before - law.clock())), 0)::int AS rests FROM language_model`,
  );
  return row;
};

it('lets the shipped suggestion stand when the model fails, waits longer each time, and says so once', async () => {
  const messageId = await theySaid(scene.owner, yes);
  const before = await suggested(messageId);
  scene.server.answers(status(500));
  await on(scene.owner, scene.server);
  const begun = await events('language_model_failed');
  for (const rests of [5, 10, 20, 40, 900]) {
    expect(await asks()).toBe(1);
    expect((await state())?.rests).toBeGreaterThanOrEqual(rests - 2);
    expect(await asks()).toBe(0);
    await rows('UPDATE language_model SET not_before = NULL');
  }
  expect(scene.server.asked).toHaveLength(5);
  expect(await suggested(messageId)).toEqual(before);
  expect(await languageModel(scene.owner)).toMatchObject({ fault: 'broken', failingSince: expect.any(Date) });
  expect((await events('language_model_failed')).slice(begun.length)).toEqual([
    { codes: { fault: 'broken' }, actorId: null },
  ]);
  scene.server.answers(saying({ outcome: 'interested' }));
  expect(await asks()).toBe(1);
  expect(await languageModel(scene.owner)).toMatchObject({
    fault: null,
    failingSince: null,
    answeredAt: expect.any(Date),
  });
  expect(await state()).toEqual({ failures: 0, fault: null, rests: 0 });
});

it('gives a reply that the model chokes on one chance, so that it keeps no other waiting', async () => {
  const first = await theySaid(scene.owner, yes);
  const second = await theySaid(scene.owner, 'What does it cost per seat, and is there a trial?');
  scene.server.answers((one, answer) =>
    one.user.includes('price list')
      ? saysText('oops')(one, answer)
      : saying({ outcome: 'declined' })(one, answer),
  );
  await on(scene.owner, scene.server);
  await asks();
  await rows('UPDATE language_model SET not_before = NULL');
  await asks();
  expect(scene.server.asked).toHaveLength(2);
  expect((await suggested(first)).outcome).toBe('interested');
  expect((await suggested(second)).outcome).toBe('declined');
  scene.server.answers(silent);
  const third = await theySaid(scene.owner, yes);
  const before = await suggested(third);
  expect(await asks(200)).toBe(1);
  expect((await state())?.fault).toBe('too_slow');
  expect((await suggested(third)).outcome).toBe(before.outcome);
});

it('is asked by one worker at a time, with no transaction open meanwhile', async () => {
  await theySaid(scene.owner, yes);
  await theySaid(scene.owner, 'What does it cost per seat, and is there a trial?');
  let most = 0;
  let open = 0;
  let idle = '';
  scene.server.answers((one, answer) => {
    open += 1;
    most = Math.max(most, open);
    void poolAs('owner')
      .query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
      )
      .then(({ rows: [found] }) => {
        idle += String(found?.n);
        open -= 1;
        saying({ outcome: 'declined' })(one, answer);
      });
  });
  await on(scene.owner, scene.server);
  const counts = await Promise.all([asks(), asks(), asks()]);
  expect(counts.reduce((sum, one) => sum + one, 0) + (await asks())).toBe(2);
  expect([most, idle]).toEqual([1, '00']);
});
