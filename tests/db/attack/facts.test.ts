import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { answerTo, together } from './answers';
import { aScene } from './scene';
import { heard, logged, send, somebody, written, type Person } from './stage';

const scene = aScene();
const ask = (sql: string, values: readonly unknown[] = []) => answerTo(scene.app.query(sql, [...values]));
const sends = (person: Person, letter = {}) =>
  answerTo(together(scene.app, () => send(scene.app, person, scene.team.member, letter)));
const message = (person: Person, columns: Readonly<Record<string, unknown>>) =>
  answerTo(written(scene.app, person, columns));

describe('A message is written down where it belongs', () => {
  it('not in the thread of somebody else, nor at their address', async () => {
    const [ana, ben] = [await somebody(scene.app), await somebody(scene.app)];
    expect(await message(ana, { thread_id: ben.linkedin.thread })).toBe('impossible thread_of_another');
    expect(await message(ana, { address_id: ben.linkedin.address })).toBe('impossible address_of_another');
  });

  it('not as an answer to somebody else, to ourselves, to a machine or to itself', async () => {
    const [ana, ben] = [await somebody(scene.app), await somebody(scene.app)];
    const [theirs, ours, own] = [
      await logged(scene.app, ben),
      await logged(scene.app, ana, { direction: 'outbound' }),
      uuid(),
    ];
    const machine = uuid();
    await message(ana, { id: machine, kind: 'auto_reply' });
    const outbound = { direction: 'outbound' };
    expect(await message(ana, { ...outbound, answers_id: theirs })).toBe('impossible answers_another');
    expect(await message(ana, { ...outbound, answers_id: ours })).toBe('impossible answers_no_reply');
    expect(await message(ana, { ...outbound, answers_id: machine })).toBe('impossible answers_no_reply');
    expect(await message(ana, { ...outbound, id: own, answers_id: own })).toBe('impossible answers_no_reply');
    expect(await message(ana, { id: own, in_reply_to_id: own })).toBe('impossible answers_no_reply');
  });

  it('not as an answer to a row that the same statement writes later, so no circle closes', async () => {
    const ana = await somebody(scene.app);
    const [one, two] = [uuid(), uuid()];
    const circle = `INSERT INTO messages (id, contact_id, thread_id, channel, direction, source, body, in_reply_to_id)
      VALUES ($1, $3, $4, 'linkedin', 'inbound', 'logged', 'a', $2), ($2, $3, $4, 'linkedin', 'outbound', 'logged', 'b', $1)`;
    expect(await ask(circle, [one, two, ana.id, ana.linkedin.thread])).toBe('impossible answers_no_reply');
  });

  it('never as theirs what was composed here, and never as a machine’s', async () => {
    const ana = await somebody(scene.app);
    expect(await message(ana, { source: 'composed' })).toBe('23514');
    const ours = { direction: 'outbound', source: 'composed', author_id: scene.team.member };
    expect(await message(ana, { ...ours, kind: 'auto_reply' })).toBe('23514');
    expect(await message(ana, { ...ours, day_only: true })).toBe('23514');
  });

  it('never tomorrow', async () => {
    const ana = await somebody(scene.app);
    expect(await message(ana, { occurred_at: new Date(Date.now() + 25 * 3_600_000) })).toBe(
      'impossible occurred_in_the_future',
    );
    expect(await message(ana, { occurred_at: 'infinity' })).toBe('impossible occurred_in_the_future');
  });

  it.each(['-infinity', '0001-01-01', '1900-01-01T00:00:00Z'])(
    'a word of theirs dated %s is heard, and gives no turn over ours',
    async (occurred) => {
      const ana = await somebody(scene.app);
      await logged(scene.app, ana, { direction: 'outbound' });
      const id = uuid();
      expect(await message(ana, { id, occurred_at: occurred })).toBe('done');
      expect(await sends(ana)).toBe('refused unheard_reply awaiting_reply');
      await heard(scene.app, ana, id, scene.team.member, 'other');
      expect(await sends(ana)).toBe('refused awaiting_reply');
    },
  );

  it('a day with an invented order stands no later than the moment it was recorded', async () => {
    const ana = await somebody(scene.app);
    const id = uuid();
    await message(ana, { id, day_only: true, day_order: 2_147_483_647 });
    await heard(scene.app, ana, id, scene.team.member, 'other');
    expect(await sends(ana)).toBe('done');
    expect(await sends(ana)).toBe('refused awaiting_reply');
  });

  it('a message of theirs that came over the API is a reply like any other', async () => {
    const ana = await somebody(scene.app);
    expect(await message(ana, { source: 'api' })).toBe('done');
    expect(await sends(ana)).toBe('refused unheard_reply');
  });

  it.each(['auto_reply', 'receipt', 'connection', 'reaction', 'list', 'bounce'])(
    'a %s of theirs gives no turn',
    async (kind) => {
      const ana = await somebody(scene.app);
      await logged(scene.app, ana, { direction: 'outbound' });
      await message(ana, { kind });
      expect(await sends(ana)).toBe('refused awaiting_reply');
    },
  );
});
