import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { answerTo } from './answers';
import { inConversation, retract } from './keeping';
import { aScene } from './scene';
import {
  aPitch,
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
const ask = (sql: string, values: readonly unknown[] = []) => answerTo(scene.app.query(sql, [...values]));
const sends = (to: Person, letter = {}) =>
  answerTo(scene.together(() => send(scene.app, to, scene.team.member, letter)));

async function goes(to: Person, letter = {}): Promise<string> {
  const id = await scene.together(() => send(scene.app, to, scene.team.member, letter));
  await settle(scene.app, id, 'accepted');
  return id;
}

const closing = ['opted_out', 'declined', 'later', 'wrong_person'] as const;

/** They answered our pitch, and nobody has heard it yet. */
async function pitchedAndAnswered() {
  const [to, pitch] = [await somebody(scene.app), await aPitch(scene.app)];
  await goes(to, { pitch });
  const reply = await logged(scene.app, to);
  await listened(scene.app, scene.team.member);
  return { to, pitch, reply };
}

const ours = (to: Person, reply: string, pitch: string) =>
  `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, author_id, body, answers_id, pitch_id)
    VALUES ('${uuid()}', '${to.id}', '${to.email.thread}', 'email', '${to.email.address}', 'outbound', 'composed', '${scene.team.member}', 'ours', '${reply}', '${pitch}')`;
const theirNo = (to: Person, reply: string, outcome: string) =>
  `SELECT gen_random_uuid(), '${reply}'::uuid, '${to.id}'::uuid, '${scene.team.member}'::uuid, '${outcome}'::outcome, ${outcome === 'declined' ? `'person'::scope` : 'NULL'}, 'no'`;
const hearing = 'INSERT INTO hearings (id, message_id, contact_id, heard_by_id, outcome, scope, words)';

describe('A hearing and a message in one statement', () => {
  // The row of the hearing is there before what it closes is: a message between the two has heard, and not listened.
  it.each(closing)('the message answers a reply that it hears as %s, and does not leave', async (outcome) => {
    const { to, pitch, reply } = await pitchedAndAnswered();
    const both = `WITH m AS (${ours(to, reply, pitch)} RETURNING id) ${hearing} ${theirNo(to, reply, outcome)} FROM m`;
    expect(await ask(both)).toMatch(/^(refused|impossible)/);
  });

  it.each(closing)('nor by a function that the hearing’s RETURNING calls: %s', async (outcome) => {
    const { to, pitch, reply } = await pitchedAndAnswered();
    await scene.app.query(
      `CREATE OR REPLACE FUNCTION pg_temp.mail() RETURNS text LANGUAGE plpgsql AS $$ BEGIN ${ours(to, reply, pitch)}; RETURN 'left'; END $$`,
    );
    expect(await ask(`${hearing} ${theirNo(to, reply, outcome)} RETURNING pg_temp.mail()`)).toMatch(
      /^(refused|impossible)/,
    );
  });

  it.each(closing)('a hearing first, then the message: refused after %s', async (outcome) => {
    const { to, pitch, reply } = await pitchedAndAnswered();
    const first = `WITH h AS (${hearing} ${theirNo(to, reply, outcome)} RETURNING id)`;
    const then = ours(to, reply, pitch).replace('VALUES (', 'SELECT x.* FROM h, (VALUES (');
    const kinds = `::uuid, ::uuid, ::uuid, ::channel, ::uuid, ::direction, ::source, ::uuid, ::text, ::uuid, ::uuid`;
    const typed = kinds.split(', ').map((kind, at) => `x.c${at}${kind}`);
    const names = typed.map((_, at) => `c${at}`).join();
    const both = `${first} ${then.replace('x.*', typed.join())}) x(${names})`;
    expect(await ask(both)).toMatch(/^refused (opted_out|declined|resting|wrong_person)$/);
  });

  it.each(closing)(
    'a queued letter does not leave in the statement that hears again: %s',
    async (outcome) => {
      const to = await somebody(scene.app);
      const reply = await spoke(scene.app, to, scene.team.member, 'other');
      const queued = await scene.together(() => send(scene.app, to, scene.team.member, { via: 'smtp' }));
      const both = `WITH h AS (${hearing} ${theirNo(to, reply, outcome)} RETURNING id) UPDATE outbox SET state = 'sending' FROM h WHERE outbox.message_id = $1`;
      expect(await ask(both, [queued])).toMatch(/^(refused|impossible)/);
    },
  );

  it.each([
    [`INSERT INTO opt_outs (contact_id, cause) SELECT $1, 'by_hand' FROM m`],
    [`INSERT INTO declines (contact_id) SELECT $1 FROM m`],
    [`SELECT law.suppress_address('email', $2, 'by_hand', $3, 'asked') FROM m`],
  ])('what closes by hand in the same statement closes the message too: %s', async (closer) => {
    const to = await somebody(scene.app);
    await listened(scene.app, scene.team.member);
    const message = `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, author_id, body)
      VALUES ('${uuid()}', $1::uuid, '${to.email.thread}', 'email', '${to.email.address}', 'outbound', 'composed', $3::uuid, $2::text) RETURNING id`;
    const told = await ask(`WITH m AS (${message}) ${closer}`, [to.id, to.email.handle, scene.team.member]);
    expect(told).toMatch(/^refused (opted_out|declined|suppressed)$/);
  });
});

describe('The turn is not given back', () => {
  it('by a bounce that says it corrects something: the address is suppressed like by any other', async () => {
    const to = await somebody(scene.app);
    const sent = await goes(to);
    const reply = await logged(scene.app, to);
    await retract(scene.app, reply, scene.team.member);
    const bounce = { kind: 'bounce', in_reply_to_id: sent, corrects_id: reply };
    if ((await answerTo(row(scene.app, to, bounce))) !== 'done') return;
    await answerTo(settle(scene.app, sent, 'failed'));
    expect(await sends(to)).toMatch(/^refused/);
  });

  it('by a bounce of somebody else’s message, of a message of theirs, or of none', async () => {
    const [to, other] = [await somebody(scene.app), await somebody(scene.app)];
    const sent = await goes(to);
    const bounce = (at: Person, more: object) => answerTo(row(scene.app, at, { kind: 'bounce', ...more }));
    expect(await bounce(other, { in_reply_to_id: sent })).toBe('impossible answers_another');
    expect(await bounce(to, {})).toBe('done');
    expect(await answerTo(settle(scene.app, sent, 'failed'))).toBe('impossible already_settled');
    expect(await sends(to)).toBe('refused awaiting_reply');
  });

  it('at the address that bounced: a forged bounce burns the door it names', async () => {
    const to = await somebody(scene.app);
    const sent = await goes(to);
    await row(scene.app, to, { kind: 'bounce', in_reply_to_id: sent });
    expect(await sends(to)).toBe('refused suppressed');
  });

  it('to somebody whose complaint calls itself a correction', async () => {
    const to = await somebody(scene.app);
    const reply = await logged(scene.app, to);
    await retract(scene.app, reply, scene.team.member);
    if ((await answerTo(row(scene.app, to, { kind: 'complaint', corrects_id: reply }))) !== 'done') return;
    expect(await sends(to)).toBe('refused opted_out');
  });

  it('by moving a corrected reply past a question that waits', async () => {
    const to = await somebody(scene.app);
    const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    const [first, question] = [uuid(), uuid()];
    await row(scene.app, to, { id: first, occurred_at: ago(9) });
    await heard(scene.app, to, first, scene.team.member, 'other');
    await row(scene.app, to, {
      ...{ direction: 'outbound', author_id: scene.team.member, answers_id: first, occurred_at: ago(8) },
    });
    await row(scene.app, to, { id: question, occurred_at: ago(5) });
    await heard(scene.app, to, question, scene.team.member, 'question');
    await retract(scene.app, first, scene.team.member);
    const corrected = uuid();
    await row(scene.app, to, { id: corrected, corrects_id: first, occurred_at: ago(1) });
    await heard(scene.app, to, corrected, scene.team.member, 'other');
    expect(await sends(to)).toBe('refused response_owed');
  });

  it('by an inbound word that claims to be from tomorrow: ours still stands after it', async () => {
    const to = await somebody(scene.app);
    await goes(to);
    const tomorrow = uuid();
    await row(scene.app, to, { id: tomorrow, occurred_at: new Date(Date.now() + 23 * 3_600_000) });
    await heard(scene.app, to, tomorrow, scene.team.member, 'other');
    await goes(to);
    expect(await sends(to)).toBe('refused awaiting_reply');
  });

  it('by an addition to an addition, nor by one to an opening, nor by another author', async () => {
    const { to, reply } = await inConversation(scene.app, scene.team);
    const opening = await somebody(scene.app);
    await goes(opening);
    expect(await sends(opening)).toBe('refused awaiting_reply');
    await goes(to, { answers: reply });
    const owner = scene.together(() => send(scene.app, to, scene.team.owner));
    expect(await answerTo(owner)).toMatch(/^refused awaiting_reply/);
    await goes(to);
    expect(await sends(to)).toBe('refused awaiting_reply');
    expect(await sends(to, { answers: reply })).toBe('refused awaiting_reply');
  });

  it('by a question that says of itself that there is nothing to answer', async () => {
    const { to, reply } = await inConversation(scene.app, scene.team);
    await listened(scene.app, scene.team.member);
    await answerTo(
      row(scene.app, to, {
        ...{ thread_id: to.email.thread, channel: 'email', address_id: to.email.address },
        ...{ direction: 'outbound', source: 'composed', author_id: scene.team.member, answers_id: reply },
        ...{ nothing_to_answer: true, body: 'Shall we? https://example.org' },
      }),
    );
    const found = await scene.app.query<{ turn: string }>('SELECT turn FROM standing WHERE contact_id = $1', [
      to.id,
    ]);
    expect(found.rows[0]?.turn).not.toBe('nobody');
  });
});
