import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { answerTo } from './answers';
import { merge, written } from './keeping';
import { aScene } from './scene';
import { send, settle, somebody, spoke, written as row, type Person } from './stage';

const scene = aScene();
const ask = (sql: string, values: readonly unknown[] = []) => answerTo(scene.app.query(sql, [...values]));
const sends = (to: Person, letter = {}) =>
  answerTo(scene.together(() => send(scene.app, to, scene.team.member, letter)));

describe('Merging', () => {
  it('into a sample person does not let a stop leave with the sample people', async () => {
    const [to, sample] = [await somebody(scene.app), uuid()];
    await scene.app.query(
      `INSERT INTO contacts (id, name, name_key, import_key) VALUES ($1::uuid, 'S', 's', 'sample:' || $1::uuid)`,
      [sample],
    );
    await spoke(scene.app, to, scene.team.member, 'opted_out');
    await ask(`SELECT law.merge_contacts($1, $2, $3, 'the same')`, [to.id, sample, scene.team.member]);
    await ask('SELECT law.remove_sample($1)', [scene.team.owner]);
    const found = await scene.app.query('SELECT FROM opt_outs WHERE contact_id = ANY ($1)', [
      [to.id, sample],
    ]);
    expect(found.rowCount).toBe(1);
  });

  it('keeps an address that was listed at both: it is theirs, and may be written to', async () => {
    const [to, twin] = [await somebody(scene.app), await somebody(scene.app)];
    const shared = uuid();
    await scene.app.query(
      `INSERT INTO addresses (id, contact_id, channel, handle, typed, state) VALUES ($1, $2, 'email', $3, $3, 'shared')`,
      [shared, to.id, twin.email.handle],
    );
    await merge(scene.app, twin, to, scene.team.member);
    expect(await sends({ ...to, email: { ...to.email, address: shared } })).toBe('done');
  });

  it.each(['opted_out', 'declined', 'later'])('carries a %s both ways', async (outcome) => {
    for (const into of ['closed', 'free'] as const) {
      const pair = { closed: await somebody(scene.app), free: await somebody(scene.app) };
      await spoke(scene.app, pair.closed, scene.team.member, outcome);
      const [from, to] = into === 'closed' ? [pair.free, pair.closed] : [pair.closed, pair.free];
      await merge(scene.app, from, to, scene.team.member);
      for (const door of [from.email, to.email])
        expect(await sends({ ...to, email: { ...to.email, address: door.address } })).toMatch(/^refused/);
    }
  });

  it('wins no turn: who was written to twice stays silent, and both words of ours stand', async () => {
    const [to, twin] = [await somebody(scene.app), await somebody(scene.app)];
    await written(scene.app, twin, scene.team);
    await merge(scene.app, twin, to, scene.team.member);
    expect(await sends(to)).toBe('refused awaiting_reply');
  });

  it('with two messages on their way waits until one is settled', async () => {
    const [to, twin] = [await somebody(scene.app), await somebody(scene.app)];
    await scene.together(() => send(scene.app, to, scene.team.member));
    const other = await scene.together(() => send(scene.app, twin, scene.team.member));
    const merges = () => answerTo(merge(scene.app, twin, to, scene.team.member));
    expect(await merges()).toBe('impossible one_is_on_its_way');
    await settle(scene.app, other, 'withdrawn');
    expect(await merges()).toBe('done');
  });

  it('a queued letter to somebody who turns out to have said no does not leave', async () => {
    const [to, twin] = [await somebody(scene.app), await somebody(scene.app)];
    const queued = await scene.together(() => send(scene.app, to, scene.team.member, { via: 'smtp' }));
    await spoke(scene.app, twin, scene.team.member, 'declined');
    await merge(scene.app, twin, to, scene.team.member);
    expect(await answerTo(settle(scene.app, queued, 'sending'))).toBe('refused declined');
  });
});

describe('The sample people', () => {
  it('leave also when one of their conversations was handed over', async () => {
    const [to, other] = [await somebody(scene.app), uuid()];
    await scene.app.query(
      `INSERT INTO users (id, email, name, password_hash, role) VALUES ($1::uuid, $1::uuid || '@team.example', 'Iris', '-', 'member')`,
      [other],
    );
    const sample = { ...to, id: uuid(), linkedin: { ...to.linkedin, thread: uuid() } };
    await scene.app.query(
      `INSERT INTO contacts (id, name, name_key, import_key) VALUES ($1::uuid, 'S', 's', 'sample:' || $1::uuid)`,
      [sample.id],
    );
    await scene.app.query(`INSERT INTO threads (id, contact_id, channel) VALUES ($1, $2, 'linkedin')`, [
      sample.linkedin.thread,
      sample.id,
    ]);
    await row(scene.app, sample, { direction: 'outbound', author_id: scene.team.member });
    await scene.app.query(`INSERT INTO hand_overs (id, contact_id, to_id, by_id) VALUES ($1, $2, $3, $4)`, [
      ...[uuid(), sample.id, other, scene.team.member],
    ]);
    expect(await ask('SELECT law.remove_sample($1)', [scene.team.owner])).toBe('done');
  });
});
