import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { aScene, withHands } from './scene';
import { answerTo } from './answers';
import { heard, listened, logged, send, settle, somebody, spoke, type Person } from './stage';

const scene = aScene();
const clock = withHands(scene);

/** Somebody we wrote to, who answered something that asks nothing: the turn is ours. */
async function answered(): Promise<Person> {
  const ana = await somebody(scene.app);
  await logged(scene.app, ana, { direction: 'outbound' });
  await clock.pass(1);
  await spoke(scene.app, ana, scene.team.member, 'other');
  await listened(scene.app, scene.team.member);
  return ana;
}

const sends = (person: Person, letter = {}) =>
  answerTo(scene.together(() => send(scene.app, person, scene.team.member, letter)));

describe('A message takes its turn, whatever it calls itself', () => {
  it('of two messages written in one statement neither leaves', async () => {
    const ana = await answered();
    const both = scene.app.query(
      `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, author_id, body)
        SELECT gen_random_uuid(), $1, $2, 'email', $3, 'outbound', 'composed', $4, 'ours' FROM generate_series(1, 2)`,
      [ana.id, ana.email.thread, ana.email.address, scene.team.member],
    );
    expect(await answerTo(both)).toBe('refused awaiting_reply');
    expect(await sends(ana)).toBe('done');
  });

  it.each([
    ['their words before it are heard first', 'DESC', 'refused unheard_reply'],
    ['their words after it came after it', 'ASC', 'done'],
  ])('in one statement with a message, %s', async (_, order, told) => {
    const ana = await answered();
    const both = scene.app.query(
      `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, author_id, body, occurred_at)
        SELECT gen_random_uuid(), $1, $2, 'email', $3, d::direction, s::source, a::uuid, 'words', law.clock()
          FROM (VALUES (1, 'outbound', 'composed', $4), (2, 'inbound', 'logged', NULL)) x(n, d, s, a) ORDER BY n ${order}`,
      [ana.id, ana.email.thread, ana.email.address, scene.team.member],
    );
    expect(await answerTo(both)).toBe(told);
  });

  it('the one opening that a named date gives is used by what leaves at that moment', async () => {
    const ana = await somebody(scene.app);
    await logged(scene.app, ana, { direction: 'outbound' });
    await clock.pass(1);
    const until = clock.inDays(1);
    await spoke(scene.app, ana, scene.team.member, 'later', { until });
    await clock.until(`${until}T00:00:00Z`, -1);
    expect(await sends(ana)).toBe('refused resting');
    await clock.until(`${until}T00:00:00Z`);
    const first = await scene.together(() => send(scene.app, ana, scene.team.member));
    await settle(scene.app, first, 'accepted');
    expect(await sends(ana)).toBe('refused awaiting_reply');
  });

  it.each(['receipt', 'auto_reply', 'connection', 'reaction', 'list', 'bounce', 'complaint'])(
    'a message from the API that calls itself a %s does not leave',
    async (kind) => {
      const ana = await answered();
      expect(await answerTo(scene.together(() => fromApi(ana, { kind })))).toBe('impossible not_to_be_sent');
    },
  );

  it('a message from the API takes the turn at the moment it leaves, whatever date it names', async () => {
    const ana = await answered();
    await clock.pass(1);
    const first = await scene.together(() => fromApi(ana, { occurred: '2020-01-01T00:00:00Z' }));
    await settle(scene.app, first, 'accepted');
    expect(await sends(ana)).toBe('refused awaiting_reply');
  });

  it('a message from the API of which only the day is known does not leave', async () => {
    const ana = await answered();
    const vague = scene.together(() => fromApi(ana, { dayOnly: true }));
    expect(await answerTo(vague)).toBe('impossible not_to_be_sent');
  });

  it('a queued message does not leave by itself once they have said something since', async () => {
    const ana = await answered();
    const queued = await scene.together(() => send(scene.app, ana, scene.team.member, { via: 'smtp' }));
    await clock.pass(1);
    const reply = await logged(scene.app, ana);
    expect(await answerTo(settle(scene.app, queued, 'sending'))).toBe('refused unheard_reply');
    await heard(scene.app, ana, reply, scene.team.member, 'other');
    expect(await answerTo(settle(scene.app, queued, 'sending'))).toBe('impossible not_to_be_sent');
    await settle(scene.app, queued, 'withdrawn');
    expect(await sends(ana)).toBe('done');
  });

  async function fromApi(
    ana: Person,
    {
      kind = 'human',
      occurred = null,
      dayOnly = false,
    }: { kind?: string; occurred?: string | null; dayOnly?: boolean },
  ): Promise<string> {
    const id = uuid();
    await scene.app.query(
      `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, kind, author_id, body, occurred_at, day_only)
        VALUES ($1, $2, $3, 'email', $4, 'outbound', 'api', $5, $6, 'ours', coalesce($7, law.clock()), $8)`,
      [id, ana.id, ana.email.thread, ana.email.address, kind, scene.team.member, occurred, dayOnly],
    );
    return id;
  }
});
