import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { answerTo } from './answers';
import { inConversation, merge, named, noOf, referred } from './keeping';
import { aScene } from './scene';
import { Session } from './sessions';
import {
  anOrganization,
  heard,
  logged,
  send,
  settle,
  somebody,
  spoke,
  written as row,
  type Person,
} from './stage';

const scene = aScene();
const ask = (sql: string, values: readonly unknown[] = []) => answerTo(scene.app.query(sql, [...values]));
const sends = (to: Person, letter = {}) =>
  answerTo(scene.together(() => send(scene.app, to, scene.team.member, letter)));

async function goes(to: Person, letter = {}): Promise<string> {
  const id = await scene.together(() => send(scene.app, to, scene.team.member, letter));
  await settle(scene.app, id, 'accepted');
  return id;
}

describe('A no is recorded whatever else was written', () => {
  it('also where somebody referred us to a contact that is another’s by now', async () => {
    const organization = await anOrganization(scene.app);
    const [speaker, ana] = [
      await somebody(scene.app, { organization }),
      await somebody(scene.app, { organization }),
    ];
    const [twin, into] = [await somebody(scene.app), await somebody(scene.app)];
    await merge(scene.app, twin, into, scene.team.member);
    const words = await logged(scene.app, speaker);
    const known = await heard(scene.app, speaker, words, scene.team.member, 'other');
    await answerTo(named(scene.app, { id: uuid(), referrer: speaker, hearing: known, to: twin }, scene.team));
    const no = spoke(scene.app, speaker, scene.team.member, 'declined', { scope: 'organization' });
    expect(await answerTo(no)).toBe('done');
    expect(await sends(ana)).toBe('refused declined');
  });

  it('also where a date of ours is beyond every calendar', async () => {
    const { to, reply } = await inConversation(scene.app, scene.team);
    await answerTo(
      row(scene.app, to, { direction: 'outbound', answers_id: reply, promised_on: '5874897-12-31' }),
    );
    await spoke(scene.app, to, scene.team.member, 'declined');
    expect(await sends(to)).toBe('refused declined');
  });
});

describe('An old snapshot', () => {
  // What opens must meet what closes in a lock, or an old snapshot sees the one and not the other.
  it.each(['read committed', 'repeatable read', 'serializable'] as const)(
    'at %s a referral written while its words are heard again as a stop opens nothing after it',
    async (isolation) => {
      const [one, two] = [await Session.open('app'), await Session.open('app')];
      try {
        const to = await somebody(scene.app);
        await goes(to);
        const made = await referred(scene.app, await somebody(scene.app), scene.team);
        await one.begin(isolation);
        await heard(one.client, made.referrer, made.words, scene.team.member, 'opted_out');
        const id = uuid();
        const naming = answerTo(named(scene.app, { ...made, id, to }, scene.team));
        const waited = await Promise.race([
          naming,
          new Promise<string>((done) => setTimeout(done, 300, 'waits')),
        ]);
        if (waited === 'waits') return void (await one.end());
        await two.begin(isolation);
        await two.client.query('SELECT FROM standing WHERE contact_id = $1', [to.id]);
        expect(await one.end()).toBe('done');
        const told = await answerTo(send(two.client, to, scene.team.member, { referral: id }));
        await two.end();
        expect(told).toMatch(/^(refused|40001)/);
        // At two of the three levels this held already: the test is about what waits.
        expect(waited).toBe('waits');
      } finally {
        await Promise.all([one.close(), two.close()]);
      }
    },
  );

  it('sees no successor named while his interest is heard again as nothing', async () => {
    const organization = await anOrganization(scene.app);
    const here = () => somebody(scene.app, { organization });
    const [speaker, successor, to] = [await here(), await here(), await here()];
    await spoke(scene.app, speaker, scene.team.member, 'declined', { scope: 'organization' });
    const interest = await spoke(scene.app, successor, scene.team.member, 'interested');
    const no = await noOf(scene.app, speaker);
    const [one, two] = [await Session.open('app'), await Session.open('app')];
    try {
      await one.begin('repeatable read');
      await heard(one.client, successor, interest, scene.team.member, 'other');
      const naming = ask('SELECT law.name_successor($1, $2, $3)', [no, successor.id, scene.team.owner]);
      const waited = await Promise.race([
        naming,
        new Promise<string>((done) => setTimeout(done, 300, 'waits')),
      ]);
      if (waited === 'waits') return void (await one.end());
      await two.begin('repeatable read');
      await two.client.query('SELECT FROM standing WHERE contact_id = $1', [to.id]);
      await one.end();
      const told = await answerTo(send(two.client, to, scene.team.member));
      await two.end();
      expect(told).toMatch(/^(refused|40001)/);
    } finally {
      await Promise.all([one.close(), two.close()]);
    }
  });
});
