import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { answerTo } from './answers';
import { diceFrom } from './crowd';
import { inConversation, merge, referred } from './keeping';
import { aScene } from './scene';
import {
  anOrganization,
  heard,
  listened,
  logged,
  send,
  settle,
  somebody,
  spoke,
  written as row,
  type Person,
} from './stage';

const scene = aScene();
const seed = Number(process.env['EARSHOT_SEED'] ?? Date.now() % 1_000_000_007);
const dice = diceFrom(seed);
// A hundred of each in npm run torture.
const instances = process.env['EARSHOT_TORTURE'] ? 100 : 20;

const ask = (sql: string, values: readonly unknown[] = []) => answerTo(scene.app.query(sql, [...values]));
const sends = (to: Person, letter = {}) =>
  answerTo(scene.together(() => send(scene.app, to, scene.team.member, letter)));
const pick = <T>(from: readonly [T, ...T[]]): T => from[Math.floor(dice() * from.length)] ?? from[0];

async function hundredTimes(instance: (at: number) => Promise<void>): Promise<void> {
  for (let at = 0; at < instances; at += 1) await instance(at);
}

const noes = ['declined', 'opted_out', 'later'] as const;
const aNo = (to: Person) => spoke(scene.app, to, scene.team.member, pick(noes));
const through = () => pick(['email', 'linkedin'] as const);

describe(`A hundred of each trap, as the application’s role, seed ${seed}`, () => {
  it('16. no side door: whatever a message calls itself, it does not leave after a no', async () => {
    await hundredTimes(async () => {
      const to = await somebody(scene.app);
      const reply = await aNo(to);
      await listened(scene.app, scene.team.member);
      // With any date, any source that is ours, any fact or sign, as a row of its own.
      const told = await answerTo(
        row(scene.app, to, {
          ...{ thread_id: to.email.thread, channel: 'email', address_id: to.email.address },
          ...{ direction: 'outbound', author_id: scene.team.member, source: pick(['composed', 'api']) },
          ...pick<object>([
            { new_fact: 'a fact' },
            { occurred_at: '2020-01-01T00:00:00Z' },
            { in_reply_to_id: reply },
            { nothing_to_answer: true },
            { answers_id: reply, promised_on: '2999-01-01', via: 'smtp', new_fact: 'thanks but' },
          ]),
        }),
      );
      const thanks = told === 'done';
      const out = await scene.app.query(`SELECT purpose FROM outbox WHERE contact_id = $1`, [to.id]);
      expect(out.rows).toEqual(thanks ? [{ purpose: 'thanks' }] : []);
      if (thanks) expect(await sends(to, { answers: reply })).not.toBe('done');
    });
  });

  it('17. without what it looks at, nothing is allowed', async () => {
    await hundredTimes(async () => {
      const [nobody, to] = [uuid(), await somebody(scene.app)];
      const asked = pick([
        [nobody, scene.team.member, to.email.address],
        [to.id, scene.team.member, nobody],
        [null, scene.team.member, to.email.address],
      ] as const);
      const told = await answerTo(
        scene.app
          .query<{ yes: boolean }>(
            `SELECT (law.verdict($1, $2, 'email', $3, NULL, NULL, false) -> 'allowed')::boolean AS yes`,
            [...asked],
          )
          .then(({ rows }) => expect(rows[0]?.yes).toBe(false)),
      );
      expect(told).toMatch(/^(done|impossible contact_unknown)$/);
    });
  });

  it('18. what the page is told is what the message is told', async () => {
    await hundredTimes(async () => {
      const to = await somebody(scene.app);
      for (let told = 0; told < dice() * 4; told += 1)
        await pick([
          () => aNo(to),
          () => logged(scene.app, to),
          () => logged(scene.app, to, { direction: 'outbound' }),
          () => spoke(scene.app, to, scene.team.member, pick(['other', 'question', 'interested'])),
        ])();
      await listened(scene.app, scene.team.member);
      const asked = await scene.app.query<{ codes: string[] }>(
        `SELECT ARRAY(SELECT DISTINCT ON (min(n)) r ->> 'code' FROM jsonb_array_elements(v -> 'reasons') WITH ORDINALITY x(r, n) GROUP BY 1 ORDER BY min(n)) AS codes
          FROM law.verdict($1, $2, 'email', $3, NULL, NULL, false) v`,
        [to.id, scene.team.member, to.email.address],
      );
      const codes = asked.rows[0]?.codes ?? [];
      expect(await sends(to)).toBe(codes.length === 0 ? 'done' : `refused ${codes.join(' ')}`);
    });
  });

  it('19. a domain is closed for who comes later, and for no namesake', async () => {
    await hundredTimes(async () => {
      const before = await somebody(scene.app);
      await ask(`SELECT law.suppress_domain($1, 'by_hand', $2, 'asked')`, [before.domain, scene.team.owner]);
      const deep = Array.from({ length: Math.floor(dice() * 3) }, () => 'mail.').join('');
      for (const domain of [before.domain, `${deep}${before.domain}`])
        expect(await sends(await somebody(scene.app, { domain }))).toBe('refused suppressed');
      expect(await sends(await somebody(scene.app, { domain: `my${before.domain}` }))).toBe('done');
    });
  });

  it('20. an address stays closed: taken away, claimed again, merged, or listed by another', async () => {
    await hundredTimes(async () => {
      const [to, other] = [await somebody(scene.app), await somebody(scene.app)];
      await ask(`SELECT law.suppress_address('email', $1, 'by_hand', $2, 'asked')`, [
        to.email.handle,
        scene.team.owner,
      ]);
      const claim = `INSERT INTO addresses (id, contact_id, channel, handle, typed, state) VALUES ($1, $2, 'email', $3, $3, $4)`;
      const shared = uuid();
      if (dice() < 0.5) await ask('SELECT law.retire_address($1, $2)', [to.email.address, scene.team.member]);
      expect(await ask(claim, [uuid(), other.id, to.email.handle, 'held'])).toMatch(/^impossible/);
      expect(await ask(claim, [shared, other.id, to.email.handle, 'shared'])).toBe('done');
      for (const merged of [false, true]) {
        if (merged) await merge(scene.app, to, other, scene.team.member);
        for (const address of [shared, to.email.address])
          expect(await sends({ ...other, email: { ...other.email, address } })).toMatch(
            /^refused suppressed/,
          );
      }
    });
  });

  it('21. what waits in the queue is asked again when it leaves', async () => {
    await hundredTimes(async () => {
      const organization = await anOrganization(scene.app);
      const [to, bea] = [
        await somebody(scene.app, { organization }),
        await somebody(scene.app, { organization }),
      ];
      const queued = await scene.together(() => send(scene.app, to, scene.team.member, { via: 'smtp' }));
      const domain = `SELECT law.suppress_domain($1, 'by_hand', $2, 'asked')`;
      await pick([
        () => aNo(to),
        () => logged(scene.app, to),
        () => spoke(scene.app, bea, scene.team.member, 'declined', { scope: 'organization' }),
        () => scene.app.query(domain, [to.domain, scene.team.owner]),
        () => scene.app.query('SELECT law.retire_address($1, $2)', [to.email.address, scene.team.member]),
      ])();
      expect(await answerTo(settle(scene.app, queued, 'sending'))).toMatch(/^(refused|impossible)/);
      expect(await answerTo(settle(scene.app, queued, 'accepted'))).toBe('impossible already_settled');
    });
  });

  it('22. a no closes one person, for every colleague and pitch, and nobody else', async () => {
    await hundredTimes(async () => {
      const organization = await anOrganization(scene.app);
      const [to, bea] = [
        await somebody(scene.app, { organization }),
        await somebody(scene.app, { organization }),
      ];
      await aNo(to);
      for (const by of [scene.team.member, scene.team.owner])
        expect(await answerTo(scene.together(() => send(scene.app, to, by, { through: through() })))).toMatch(
          /^refused (declined|opted_out|resting)/,
        );
      expect(await sends(bea, { through: through() })).toBe('done');
    });
  });

  it('23. nobody comes back because nothing happened: machines’ words, copies and namings lift no no', async () => {
    await hundredTimes(async () => {
      const to = await somebody(scene.app);
      await spoke(scene.app, to, scene.team.member, pick(['declined', 'opted_out']));
      const { referral } = await referred(scene.app, to, scene.team);
      const kinds = ['auto_reply', 'receipt', 'connection', 'reaction', 'list'] as const;
      await row(scene.app, to, { kind: pick(kinds) });
      const thanks = await logged(scene.app, to, { body: 'thanks for telling me' });
      await heard(scene.app, to, thanks, scene.team.member, pick(['other', 'question']));
      expect(await sends(to, { referral: pick([referral, null]), newFact: 'spring' })).toMatch(
        /^refused (declined|opted_out)/,
      );
    });
  });

  it('24. no second door to the same person', async () => {
    await hundredTimes(async (at) => {
      const to = await somebody(scene.app);
      const own = to.email.handle;
      const [name, domain] = [own.split('@')[0] ?? '', to.domain];
      const spelled = pick([
        `${name}+x${at}@${domain}`,
        `${name.toUpperCase()}@${domain}`,
        `${name}@${domain}.`,
        `${name}＠${domain}`,
        `${name}@${domain.replace('e', 'е')}`,
        `${own},x${at}@else.example`,
        `${own}\r\nBcc: x@else.example`,
        own,
      ]);
      await aNo(to);
      const twin = await somebody(scene.app);
      const claim = `INSERT INTO addresses (id, contact_id, channel, handle, typed) VALUES ($1, $2, 'email', $3, $3)`;
      expect(await ask(claim, [uuid(), twin.id, spelled])).toMatch(/^(23514|impossible address_belongs)/);
      const theirs = { ...twin, email: { ...twin.email, address: to.email.address } };
      expect(await sends(theirs)).toBe('refused not_their_address');
      await merge(scene.app, to, twin, scene.team.member);
      expect(await sends(twin, { through: through() })).toMatch(/^refused (declined|opted_out|resting)/);
    });
  });

  it('and a conversation in good order goes on through all of this', async () => {
    const { to } = await inConversation(scene.app, scene.team);
    expect(await sends(to)).toBe('done');
  });
});
