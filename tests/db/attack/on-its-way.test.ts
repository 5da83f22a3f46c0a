import { describe, expect, it } from 'vitest';
import { answerTo, together } from './answers';
import { aScene } from './scene';
import { send, settle, somebody } from './stage';

const scene = aScene();
const ask = (sql: string, values: readonly unknown[] = []) => answerTo(scene.app.query(sql, [...values]));

const open = ['queued', 'sending', 'uncertain'];
const after: Readonly<Record<string, readonly string[]>> = {
  'copy queued': ['withdrawn', 'failed', 'accepted', 'uncertain'],
  'copy uncertain': ['accepted', 'failed', 'withdrawn'],
  'smtp queued': ['withdrawn', 'failed', 'sending'],
  'smtp sending': ['accepted', 'failed', 'uncertain'],
  'smtp uncertain': ['accepted', 'failed'],
};
const ways: Readonly<Record<string, readonly string[]>> = {
  'copy uncertain': ['uncertain'],
  'copy accepted': ['accepted'],
  'copy failed': ['failed'],
  'copy withdrawn': ['withdrawn'],
  'smtp sending': ['sending'],
  'smtp uncertain': ['sending', 'uncertain'],
  'smtp accepted': ['sending', 'accepted'],
  'smtp failed': ['failed'],
  'smtp withdrawn': ['withdrawn'],
};
const states = ['queued', 'sending', 'accepted', 'failed', 'uncertain', 'withdrawn'];

describe('What becomes of a row on its way', () => {
  it.each(
    ['copy', 'smtp'].flatMap((via) =>
      states.filter((state) => `${via} ${state}` !== 'copy sending').map((state) => [via, state] as const),
    ),
  )('by %s and %s, it goes only where it may', async (via, state) => {
    const allowed = after[`${via} ${state}`] ?? [];
    expect(allowed.length > 0).toBe(open.includes(state));
    for (const next of states.filter((one) => one !== state)) {
      const ana = await somebody(scene.app);
      const mine = await together(scene.app, () =>
        send(scene.app, ana, scene.team.member, { via: via === 'smtp' ? 'smtp' : 'copy' }),
      );
      for (const step of ways[`${via} ${state}`] ?? []) await settle(scene.app, mine, step);
      const told = allowed.includes(next) ? 'done' : 'impossible already_settled';
      expect([next, await answerTo(settle(scene.app, mine, next))]).toEqual([next, told]);
    }
  });

  it('MERGE and ON CONFLICT move it no further', async () => {
    const ana = await somebody(scene.app);
    const mine = await together(scene.app, () => send(scene.app, ana, scene.team.member));
    await settle(scene.app, mine, 'accepted');
    const merge = `MERGE INTO outbox o USING (SELECT $1::uuid AS id) x ON o.message_id = x.id WHEN MATCHED THEN UPDATE SET state = 'withdrawn'`;
    expect(await ask(merge, [mine])).toBe('impossible already_settled');
    expect(await ask(`UPDATE outbox SET state = NULL WHERE message_id = $1`, [mine])).toBe(
      'impossible already_settled',
    );
  });
});
