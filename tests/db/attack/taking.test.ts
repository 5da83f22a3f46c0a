import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerTo } from './answers';
import { granted, handOver, inConversation, merge, noOf, retract, written } from './keeping';
import { aScene } from './scene';
import { anOrganization, heard, send, somebody, spoke, written as row, type Person } from './stage';

const scene = aScene();
const kept = { other: '', reader: '', gone: '' };

// A second member, a reader, and somebody whose account is closed.
beforeAll(async () => {
  Object.assign(kept, { other: uuid(), reader: uuid(), gone: uuid() });
  await scene.app.query(
    `INSERT INTO users (id, email, name, password_hash, role, closed_at) VALUES
      ($1::uuid, $1::uuid::text || '@team.example', 'Iris', '-', 'member', NULL),
      ($2::uuid, $2::uuid::text || '@team.example', 'Leo', '-', 'reader', NULL),
      ($3::uuid, $3::uuid::text || '@team.example', 'Max', '-', 'owner', now())`,
    [kept.other, kept.reader, kept.gone],
  );
});

const ask = (sql: string, values: readonly unknown[]) => answerTo(scene.app.query(sql, [...values]));
const sendsAs = (by: string, to: Person, letter = {}) =>
  answerTo(scene.together(() => send(scene.app, to, by, letter)));

const grant = (to: Person, by: string, whom: string, reasons: readonly string[]) =>
  ask(
    `INSERT INTO exceptions (id, contact_id, reasons, new_fact, given_by_id, given_to_id) VALUES ($1, $2, $3, 'a fact', $4, $5)`,
    [uuid(), to.id, reasons, by, whom],
  );

describe('A member takes nothing in his own name', () => {
  it('no exception: not from himself, nor for himself, nor from whoever may give none', async () => {
    const { to } = await inConversation(scene.app, scene.team);
    const { member, owner } = scene.team;
    const mine = ['colleague_in_conversation'];
    for (const [by, whom, reasons] of [
      [kept.other, kept.other, mine],
      [kept.other, member, mine],
      [member, member, mine],
      [member, kept.other, ['declined']],
      [member, kept.other, [...mine, 'declined']],
      [member, kept.other, [...mine, ...mine]],
      [member, kept.reader, mine],
      [kept.reader, member, mine],
      [kept.gone, member, ['declined']],
      [owner, kept.gone, ['declined']],
      [owner, kept.reader, ['declined']],
    ] as const)
      expect(await grant(to, by, whom, reasons)).toBe('impossible granted_never_taken');
    expect(await grant(to, member, kept.other, mine)).toBe('done');
    expect(await grant(to, owner, member, ['declined'])).toBe('done');
  });

  it('no exception without a fact or without a reason, nor for somebody who is not there', async () => {
    const to = await somebody(scene.app);
    const { owner, member } = scene.team;
    const sql = `INSERT INTO exceptions (id, contact_id, reasons, new_fact, given_by_id, given_to_id) VALUES ($1, $2, $3, $4, $5, $6)`;
    expect(await ask(sql, [uuid(), to.id, ['declined'], ' ', owner, member])).toBe('23514');
    expect(await ask(sql, [uuid(), to.id, [], 'a fact', owner, member])).toMatch(/^23514|^impossible/);
    expect(await ask(sql, [uuid(), uuid(), ['declined'], 'a fact', owner, member])).toBe(
      'impossible contact_unknown',
    );
    expect(await ask(sql, [uuid(), to.id, ['declined', null], 'a fact', owner, member])).toBe(
      'impossible never_an_exception',
    );
  });

  it('no conversation: neither for himself, nor for another, nor one that nobody has', async () => {
    const { to } = await inConversation(scene.app, scene.team);
    const hands = (of: Person, whom: string, by: string) => answerTo(handOver(scene.app, of, whom, by));
    for (const [whom, by] of [
      [kept.other, kept.other],
      [kept.other, kept.reader],
      [kept.other, kept.gone],
      [kept.reader, scene.team.member],
      [kept.gone, scene.team.member],
      [scene.team.member, scene.team.member],
    ] as const)
      expect(await hands(to, whom, by)).toBe('impossible not_theirs_to_give');
    const free = await somebody(scene.app);
    expect(await hands(free, kept.other, scene.team.owner)).toBe('impossible not_theirs_to_give');
    const all = `SELECT law.hand_over_all($1, $2, $3, NULL)`;
    expect(await ask(all, [scene.team.member, kept.other, kept.other])).toBe('impossible not_allowed');
    expect(await sendsAs(kept.other, to)).toBe('refused colleague_in_conversation');
    expect(await hands(to, kept.other, scene.team.member)).toBe('done');
    expect(await hands(to, scene.team.member, scene.team.member)).toBe('impossible not_theirs_to_give');
    expect(await sendsAs(scene.team.member, to)).toBe('refused colleague_in_conversation');
    expect(await sendsAs(kept.other, to)).toBe('done');
  });

  it('no withdrawal, no successor, no lifted suppression, and nobody’s with a closed account', async () => {
    const organization = await anOrganization(scene.app);
    const speaker = await somebody(scene.app, { organization });
    const words = await spoke(scene.app, speaker, scene.team.member, 'declined', { scope: 'organization' });
    const no = await noOf(scene.app, speaker);
    await retract(scene.app, words, scene.team.member);
    for (const by of [scene.team.member, kept.other, kept.reader, kept.gone, uuid(), null]) {
      expect(await ask(`SELECT law.withdraw($1, $2, 'mine')`, [words, by])).toBe(
        'impossible owner_with_a_reason',
      );
      expect(await ask(`SELECT law.name_successor($1, $2, $3)`, [no, speaker.id, by])).toMatch(/^impossible/);
    }
    expect(await ask(`SELECT law.withdraw($1, $2, ' ')`, [words, scene.team.owner])).toBe(
      'impossible owner_with_a_reason',
    );
    expect(await ask(`SELECT law.name_successor($1, $2, $2)`, [no, scene.team.owner])).toMatch(/^impossible/);
  });

  it('no referral of somebody by himself, out of a stop, out of another’s words or hearing', async () => {
    const [bob, ben, bea] = [await somebody(scene.app), await somebody(scene.app), await somebody(scene.app)];
    const words = await spoke(scene.app, bob, scene.team.member, 'other');
    const stop = await spoke(scene.app, ben, scene.team.member, 'opted_out');
    const heardAs = async (message: string) => {
      const found = await scene.app.query<{ id: string }>('SELECT id FROM hearings WHERE message_id = $1', [
        message,
      ]);
      return found.rows[0]?.id;
    };
    const [other, stopped] = [await heardAs(words), await heardAs(stop)];
    const sql = `INSERT INTO referrals (id, referrer_id, contact_id, hearing_id, recorded_by_id, named) VALUES ($1, $2, $3, $4, $5, 'Bea')`;
    for (const [from, to, hearing, by] of [
      [bob.id, bob.id, other, scene.team.member],
      [ben.id, bea.id, stopped, scene.team.member],
      [ben.id, bea.id, other, scene.team.member],
      [bob.id, bea.id, other, kept.other],
      [bob.id, bea.id, uuid(), scene.team.member],
    ])
      expect(await ask(sql, [uuid(), from, to, hearing, by])).toBe('impossible only_replies_refer');
  });

  it('no merging by a reader, into itself, into nobody, or of somebody who was merged', async () => {
    const [to, twin] = [await somebody(scene.app), await somebody(scene.app)];
    const merges = (from: string, into: string, by: string) =>
      ask(`SELECT law.merge_contacts($1, $2, $3, 'the same')`, [from, into, by]);
    expect(await merges(twin.id, to.id, kept.reader)).toBe('impossible not_allowed');
    expect(await merges(twin.id, to.id, kept.gone)).toBe('impossible not_allowed');
    expect(await merges(to.id, to.id, scene.team.member)).toBe('impossible contact_unknown');
    expect(await merges(to.id, uuid(), scene.team.member)).toBe('impossible contact_unknown');
    await merge(scene.app, twin, to, scene.team.member);
    expect(await merges(twin.id, to.id, scene.team.member)).toBe('impossible contact_unknown');
    expect(await merges(to.id, twin.id, scene.team.member)).toBe('impossible contact_unknown');
  });

  // What names no reason at all (NULL) would lift every reason, a stop as well.
  it('no exception that names nothing, also not from the colleague whose conversation it is', async () => {
    const { to, reply } = await inConversation(scene.app, scene.team);
    const exception = uuid();
    const given = await ask(
      `INSERT INTO exceptions (id, contact_id, reasons, new_fact, given_by_id, given_to_id) VALUES ($1, $2, NULL, 'a fact', $3, $4)`,
      [exception, to.id, scene.team.member, kept.other],
    );
    await heard(scene.app, to, reply, scene.team.member, 'opted_out');
    if (given === 'done') expect(await sendsAs(kept.other, to, { exception })).toMatch(/^refused opted_out/);
    else expect(given).toMatch(/^(impossible|23)/);
  });

  // An exception for one colleague's conversation says nothing of another's.
  it('no conversation by what a colleague allowed who has given it away since', async () => {
    const { to } = await inConversation(scene.app, scene.team);
    const sql = `INSERT INTO exceptions (id, contact_id, reasons, new_fact, given_by_id, given_to_id) VALUES ($1, $2, '{colleague_in_conversation}', 'a fact', $3, $4)`;
    const exception = uuid();
    await scene.app.query(sql, [exception, to.id, scene.team.member, kept.other]);
    await handOver(scene.app, to, scene.team.owner, scene.team.member);
    expect(await sendsAs(kept.other, to, { exception })).toBe('refused colleague_in_conversation');
  });
});

describe('What does not win a conversation', () => {
  it('a message of one’s own that the law refused, was withdrawn, or is said to be older', async () => {
    const { to } = await inConversation(scene.app, scene.team);
    expect(await sendsAs(kept.other, to)).toBe('refused colleague_in_conversation');
    await row(scene.app, to, {
      ...{ direction: 'outbound', author_id: kept.other, recorded_by_id: kept.other },
      occurred_at: '2020-01-01T00:00:00Z',
    });
    expect(await sendsAs(kept.other, to)).toBe('refused colleague_in_conversation');
  });

  it('thanks for a no, and an exception that was never used', async () => {
    const { to, reply } = await inConversation(scene.app, scene.team);
    await granted(scene.app, to, scene.team, ['colleague_in_conversation']);
    expect(await sendsAs(kept.other, to, { answers: reply })).toBe('refused colleague_in_conversation');
  });

  it('what was logged before the hand-over', async () => {
    const to = await somebody(scene.app);
    await written(scene.app, to, scene.team);
    await spoke(scene.app, to, scene.team.member, 'other');
    await handOver(scene.app, to, scene.team.owner, scene.team.member);
    await row(scene.app, to, {
      ...{ direction: 'outbound', author_id: kept.other, occurred_at: new Date(Date.now() - 60_000) },
    });
    expect(await sendsAs(kept.other, to)).toMatch(/colleague_in_conversation/);
    expect(await sendsAs(scene.team.member, to)).toMatch(/colleague_in_conversation/);
  });
});
