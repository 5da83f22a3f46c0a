import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { answerTo, together } from './answers';
import { aScene } from './scene';
import { aPitch, heard, logged, send, somebody, spoke, written, type Person } from './stage';

const scene = aScene();
const ask = (sql: string, values: readonly unknown[] = []) => answerTo(scene.app.query(sql, [...values]));
const sends = (person: Person, letter = {}) =>
  answerTo(together(scene.app, () => send(scene.app, person, scene.team.member, letter)));

async function aReader(state: 'reader' | 'closed'): Promise<string> {
  const id = uuid();
  await scene.app.query(
    `INSERT INTO users (id, email, name, password_hash, role, closed_at) VALUES ($1, $2, 'Rita', '-', $3, $4)`,
    [
      id,
      `${id}@team.example`,
      state === 'reader' ? 'reader' : 'owner',
      state === 'closed' ? new Date() : null,
    ],
  );
  return id;
}

describe('Hearing', () => {
  it('hears only replies of that contact that count', async () => {
    const [ana, ben] = [await somebody(scene.app), await somebody(scene.app)];
    const [theirs, ours] = [
      await logged(scene.app, ben),
      await logged(scene.app, ana, { direction: 'outbound' }),
    ];
    const machine = uuid();
    await written(scene.app, ana, { id: machine, kind: 'auto_reply' });
    const gone = await logged(scene.app, ana);
    await scene.app.query(`SELECT law.retract($1, $2, 'another Ana')`, [gone, scene.team.member]);
    for (const one of [theirs, ours, machine, gone, uuid()]) {
      expect(await answerTo(heard(scene.app, ana, one, scene.team.member, 'interested'))).toBe(
        'impossible only_replies_are_heard',
      );
    }
  });

  it.each(['reader', 'closed'] as const)('is nothing for a %s account', async (state) => {
    const ana = await somebody(scene.app);
    const reply = await logged(scene.app, ana);
    expect(await answerTo(heard(scene.app, ana, reply, await aReader(state), 'interested'))).toBe(
      'impossible not_allowed',
    );
  });

  it('is said again only by the same person at once, or by the owner with a reason', async () => {
    const ana = await somebody(scene.app);
    const reply = await spoke(scene.app, ana, scene.team.owner, 'declined');
    expect(await answerTo(heard(scene.app, ana, reply, scene.team.member, 'interested'))).toBe(
      'impossible already_heard',
    );
    expect(
      await answerTo(heard(scene.app, ana, reply, scene.team.member, 'interested', { reason: 'why' })),
    ).toBe('impossible already_heard');
    expect(await sends(ana)).toBe('refused declined');
  });
});

describe('A closer', () => {
  it.each([
    ['declines', 'contact_id, message_id', '$1, $2'],
    ['opt_outs', `contact_id, cause, message_id`, `$1, 'by_hand', $2`],
    ['rests', `contact_id, said_by, until, message_id`, `$1, 'us', now() + interval '9 days', $2`],
  ])('in %s quotes no message of somebody else, and none of ours', async (table, columns, values) => {
    const [ana, ben] = [await somebody(scene.app), await somebody(scene.app)];
    const quoted = [await logged(scene.app, ben), await logged(scene.app, ana, { direction: 'outbound' })];
    for (const one of quoted) {
      expect(await ask(`INSERT INTO ${table} (${columns}) VALUES (${values})`, [ana.id, one])).toBe(
        'impossible only_replies_are_heard',
      );
    }
  });

  it('a rest of theirs is not invented: its end would give an opening', async () => {
    const ana = await somebody(scene.app);
    expect(await sends(ana)).toBe('done');
    const rest = `INSERT INTO rests (contact_id, said_by, until, named) VALUES ($1, 'them', now() + interval '1 millisecond', true)`;
    expect(await ask(rest, [ana.id])).toBe('impossible only_replies_are_heard');
  });

  it.each([`now() + interval '401 days'`, `now() - interval '1 minute'`, `'infinity'`])(
    'a rest of ours does not last until %s',
    async (until) => {
      const ana = await somebody(scene.app);
      const rest = `INSERT INTO rests (contact_id, said_by, until) VALUES ($1, 'us', ${until})`;
      expect(await ask(rest, [ana.id])).toBe('impossible rest_of_1_to_400_days');
    },
  );

  it('is not lifted by members, readers, blank reasons or words that were never said', async () => {
    const ana = await somebody(scene.app);
    const no = await spoke(scene.app, ana, scene.team.member, 'declined');
    await ask(`INSERT INTO opt_outs (contact_id, cause) VALUES ($1, 'by_hand')`, [ana.id]);
    await ask(`SELECT law.suppress_address('email', $1, 'by_hand', $2, 'asked')`, [
      ana.email.handle,
      scene.team.member,
    ]);
    const rested = await spoke(scene.app, ana, scene.team.member, 'later', { until: '2999-01-01' });
    const { owner, member } = scene.team;
    const one = (table: string) =>
      `(SELECT id FROM ${table} WHERE contact_id = '${ana.id}' ORDER BY recorded_seq DESC LIMIT 1)`;
    const door = `(SELECT s.id FROM suppressions s JOIN addresses a ON s.key_hash = ANY (a.door_hashes) WHERE a.contact_id = '${ana.id}')`;
    expect(await ask(`SELECT law.withdraw($1, $2, 'why')`, [no, member])).toBe(
      'impossible owner_with_a_reason',
    );
    expect(await ask(`SELECT law.withdraw($1, $2, '  ')`, [no, owner])).toBe(
      'impossible owner_with_a_reason',
    );
    expect(await ask(`SELECT law.lift_suppression(${door}, $1, 'why')`, [member])).toBe(
      'impossible owner_with_a_reason',
    );
    expect(await ask(`SELECT law.lift_rest(${one('rests')}, $1)`, [owner])).toBe(
      'impossible not_ours_to_lift',
    );
    const lift = `SELECT law.lift_opt_out(${one('opt_outs')}, $1, $2, $3)`;
    expect(await ask(lift, [member, rested, 'their words'])).toBe('impossible only_their_words_lift_it');
    expect(await ask(lift, [owner, rested, 'please write'])).toBe('impossible only_their_words_lift_it');
    expect(await ask(lift, [owner, rested, ' '])).toBe('impossible only_their_words_lift_it');
    expect(await ask(lift, [owner, no, 'their words'])).toBe('impossible only_their_words_lift_it');
    expect(await sends(ana)).toBe('refused opted_out suppressed resting');
  });

  it('stays when its message is retracted, and only facts are retracted, with a reason, by who may write', async () => {
    const ana = await somebody(scene.app);
    const ours = await scene.together(() => send(scene.app, ana, scene.team.member));
    const no = await spoke(scene.app, ana, scene.team.member, 'declined');
    const retract = 'SELECT law.retract($1, $2, $3)';
    expect(await ask(retract, [ours, scene.team.owner, 'why'])).toBe('impossible only_facts_are_retracted');
    expect(await ask(retract, [no, scene.team.owner, ' '])).toBe('impossible retraction_needs_a_reason');
    expect(await ask(retract, [no, await aReader('reader'), 'why'])).toBe(
      'impossible retraction_needs_a_reason',
    );
    expect(await ask(retract, [no, scene.team.member, 'why'])).toBe('done');
    expect(await ask(retract, [no, scene.team.member, 'why'])).toBe('impossible already_retracted');
    expect(await sends(ana)).toBe('refused declined awaiting_reply');
  });
});

describe('An ending', () => {
  const ends = (person: Person, kind: string, message: string | null) =>
    ask(
      `INSERT INTO endings (id, contact_id, kind, message_id, recorded_by_id) VALUES ($1, $2, $3, $4, $5)`,
      [uuid(), person.id, kind, message, scene.team.member],
    );

  it('is not marked over an unheard reply, nor when the turn is theirs', async () => {
    const ana = await somebody(scene.app);
    await logged(scene.app, ana);
    expect(await ends(ana, 'done', null)).toBe('impossible not_our_turn');
    await logged(scene.app, ana, { direction: 'outbound' });
    expect(await ends(ana, 'done', null)).toBe('impossible not_our_turn');
  });

  it('asks nothing: no pitch, no question, no link, and they have spoken', async () => {
    const pitch = await aPitch(scene.app);
    const stranger = await somebody(scene.app);
    expect(
      await ends(stranger, 'nothing_to_answer', await logged(scene.app, stranger, { direction: 'outbound' })),
    ).toBe('impossible something_to_answer');
    for (const [body, of] of [
      ['ok', pitch],
      ['ok?', null],
      ['see https://a.example', null],
      ['¿sí', null],
      ['www.a.example', null],
    ]) {
      const ana = await somebody(scene.app);
      await spoke(scene.app, ana, scene.team.member, 'other');
      const id = uuid();
      await written(scene.app, ana, { id, direction: 'outbound', body, pitch_id: of });
      expect(await ends(ana, 'nothing_to_answer', id)).toBe('impossible something_to_answer');
    }
  });

  it('is of our own last message', async () => {
    const [ana, ben] = [await somebody(scene.app), await somebody(scene.app)];
    const reply = await spoke(scene.app, ana, scene.team.member, 'other');
    expect(await ends(ana, 'nothing_to_answer', reply)).toBe('impossible something_to_answer');
    const first = await logged(scene.app, ana, { direction: 'outbound' });
    await logged(scene.app, ana, { direction: 'outbound' });
    expect(await ends(ana, 'nothing_to_answer', first)).toBe('impossible something_to_answer');
    expect(
      await ends(ana, 'nothing_to_answer', await logged(scene.app, ben, { direction: 'outbound' })),
    ).toBe('impossible something_to_answer');
    expect(await ends(ana, 'nothing_to_answer', null)).toBe('impossible something_to_answer');
    expect(await ends(ana, 'done', first)).toBe('impossible not_our_turn');
  });
});
