import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { withRetry } from '@/lib/db/retry';
import { poolAs } from '@/tests/support/database';
import { answerTo, isolations, together, type Isolation } from './answers';
import { granted, inConversation, merge, named, referred, written } from './keeping';
import { aScene } from './scene';
import { heard, listened, logged, send, settle, somebody, spoke, type Letter, type Person } from './stage';

const scene = aScene();
const clients = 16;
const rounds = Number(process.env['EARSHOT_TORTURE'] ?? 1);

/** Sixteen at a time, each with its letter; what they were told. */
async function atOnce(isolation: Isolation, to: Person, letters: readonly Letter[]): Promise<string[]> {
  await listened(scene.app, scene.team.member);
  return Promise.all(
    Array.from({ length: clients }, async (_, at) => {
      const client = await poolAs('app').connect();
      const letter = {
        through: at % 2 ? ('email' as const) : ('linkedin' as const),
        ...letters[at % letters.length],
      };
      try {
        return await answerTo(
          withRetry(() =>
            together(
              client,
              async () => {
                const id = await send(client, to, scene.team.member, letter);
                // Out of the way at once, so that only what is used stands between them.
                await settle(client, id, 'accepted');
              },
              isolation,
            ),
          ),
        );
      } finally {
        client.release();
      }
    }),
  );
}

const left = (told: readonly string[]) => told.filter((one) => one === 'done').length;
/** Whoever was not let through was refused, or met the others until his patience ended. */
const rest = (told: readonly string[]) => told.filter((one) => !/^(done|refused|impossible|40001)/.test(one));

async function silent(): Promise<Person> {
  const to = await somebody(scene.app);
  await written(scene.app, to, scene.team);
  return to;
}

const excepted = ['awaiting_reply', 'declined', 'colleague_in_conversation', 'deaf', 'listening_debt'];

describe.each(isolations)(`${clients} at once, at %s`, (isolation) => {
  it('an exception lets one message go', { timeout: 60_000 * rounds }, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const to = await silent();
      const told = await atOnce(isolation, to, [
        { exception: await granted(scene.app, to, scene.team, excepted) },
      ]);
      expect(rest(told)).toEqual([]);
      expect(left(told)).toBe(1);
    }
  });

  it('a referral lets one message go', { timeout: 60_000 * rounds }, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const to = await silent();
      const { referral } = await referred(scene.app, to, scene.team);
      const told = await atOnce(isolation, to, [{ referral }]);
      expect(rest(told)).toEqual([]);
      expect(left(told)).toBe(1);
    }
  });

  it('of sixteen exceptions two are used in a year', { timeout: 60_000 * rounds }, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const to = await silent();
      const letters: Letter[] = [];
      for (let at = 0; at < clients; at += 1)
        letters.push({ exception: await granted(scene.app, to, scene.team, excepted) });
      const told = await atOnce(isolation, to, letters);
      expect(rest(told)).toEqual([]);
      expect(left(told)).toBeLessThanOrEqual(2);
      if (isolation === 'read committed') expect(left(told)).toBe(2);
    }
  });
});

const sends = (to: Person, letter: Letter = {}) =>
  answerTo(scene.together(() => send(scene.app, to, scene.team.member, letter)));

async function goes(to: Person, letter: Letter): Promise<string> {
  const id = await scene.together(() => send(scene.app, to, scene.team.member, letter));
  await settle(scene.app, id, 'accepted');
  return id;
}

describe('What is given for once', () => {
  it('comes back when its message is withdrawn, and is used when it goes', async () => {
    const to = await silent();
    const exception = await granted(scene.app, to, scene.team, excepted);
    const { referral } = await referred(scene.app, to, scene.team);
    for (const letter of [{ exception }, { referral }]) {
      const first = await scene.together(() => send(scene.app, to, scene.team.member, letter));
      expect(await sends(to, letter)).toMatch(/^refused awaiting_reply|^impossible/);
      await settle(scene.app, first, 'withdrawn');
      await goes(to, letter);
      expect(await sends(to, letter)).toBe('refused awaiting_reply');
    }
  });

  it('is counted together when two contacts were one person', async () => {
    const [to, twin] = [await silent(), await silent()];
    await goes(to, { exception: await granted(scene.app, to, scene.team, excepted) });
    await goes(twin, { exception: await granted(scene.app, twin, scene.team, excepted) });
    await merge(scene.app, twin, to, scene.team.member);
    expect(await sends(to, { exception: await granted(scene.app, to, scene.team, excepted) })).toBe(
      'refused awaiting_reply',
    );
  });

  it('serves nobody else: no other contact, and no other writer', async () => {
    const [to, other] = [await silent(), await silent()];
    const exception = await granted(scene.app, to, scene.team, excepted);
    const { referral } = await referred(scene.app, to, scene.team);
    expect(await sends(other, { exception })).toBe('refused awaiting_reply');
    expect(await sends(other, { referral })).toBe('refused awaiting_reply');
    expect(await sends(await somebody(scene.app), { exception })).toBe('impossible cannot_be_used');
    expect(await sends(await somebody(scene.app), { referral })).toBe('impossible cannot_be_used');
    const byOwner = scene.together(() => send(scene.app, to, scene.team.owner, { exception }));
    expect(await answerTo(byOwner)).toBe('refused awaiting_reply colleague_in_conversation');
  });

  it('an exception and a referral together lift what each may lift, and are both used', async () => {
    const to = await silent();
    await scene.app.query('INSERT INTO declines (contact_id) VALUES ($1)', [to.id]);
    const exception = await granted(scene.app, to, scene.team, ['declined']);
    const { referral } = await referred(scene.app, to, scene.team);
    expect(await sends(to, { exception })).toBe('refused awaiting_reply');
    expect(await sends(to, { referral })).toBe('refused declined');
    await goes(to, { exception, referral });
    expect(await sends(to, { exception, referral })).toBe('refused declined awaiting_reply');
  });

  it.each(['opted_out', 'unheard_reply', 'response_owed', 'not_their_address', 'invitation_needed'])(
    'never lifts %s',
    async (code) => {
      const to = await silent();
      const grant = answerTo(granted(scene.app, to, scene.team, ['declined', code]));
      expect(await grant).toBe('impossible never_an_exception');
    },
  );

  it('lifts no stop and no unheard word, together or alone', async () => {
    const [stopped, spoken] = [await somebody(scene.app), await somebody(scene.app)];
    await spoke(scene.app, stopped, scene.team.member, 'opted_out');
    await logged(scene.app, spoken);
    for (const to of [stopped, spoken]) {
      const exception = await granted(scene.app, to, scene.team, excepted);
      const { referral } = await referred(scene.app, to, scene.team);
      expect(await sends(to, { exception, referral })).toMatch(/^refused (opted_out|unheard_reply)$/);
    }
  });

  // Whoever was named once is written to once, however often that is written down.
  it('one hearing that names somebody gives one message', async () => {
    const to = await silent();
    const made = await referred(scene.app, to, scene.team);
    await goes(to, { referral: made.referral });
    const again = uuid();
    expect(await answerTo(named(scene.app, { ...made, id: again, to }, scene.team))).toBe('23505');
    expect(await sends(to, { referral: made.referral })).toBe('refused awaiting_reply');
  });

  it('an exception given before a no does not lift that no', async () => {
    const { to, reply } = await inConversation(scene.app, scene.team);
    const exception = await granted(scene.app, to, scene.team, ['declined']);
    await heard(scene.app, to, reply, scene.team.member, 'declined');
    expect(await sends(to, { exception })).toMatch(/^refused declined/);
  });
});
