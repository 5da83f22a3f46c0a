import { v7 as uuid } from 'uuid';
import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { answerTo, together } from './answers';
import { aScene } from './scene';
import { anOrganization, logged, send, somebody, spoke, written, type Letter, type Person } from './stage';

const scene = aScene();
const ask = (sql: string, values: readonly unknown[] = []) => answerTo(scene.app.query(sql, [...values]));
const sends = (person: Person, letter: Letter = {}) =>
  answerTo(together(scene.app, () => send(scene.app, person, scene.team.member, letter)));

/** A message composed here as raw SQL would write it, to the person's e-mail address unless told otherwise. */
function leaves(person: Person, columns: Readonly<Record<string, unknown>> = {}) {
  const { thread, channel, address } = person.email;
  return answerTo(
    written(scene.app, person, {
      ...{ direction: 'outbound', source: 'composed', author_id: scene.team.member },
      ...{ thread_id: thread, channel, address_id: address, ...columns },
    }),
  );
}

const onItsWay = async (people: readonly Person[]) =>
  (await scene.app.query('SELECT FROM outbox WHERE contact_id = ANY ($1)', [people.map(({ id }) => id)]))
    .rowCount;

const never = 'impossible not_to_be_sent';

describe('What may be let out', () => {
  it('a message has its row in the outbox, or neither is there', async () => {
    const ana = await somebody(scene.app);
    const first = uuid();
    expect(await leaves(ana, { id: first })).toBe('done');
    expect(await leaves(ana)).toBe('refused awaiting_reply');
    const kept = await scene.app.query(
      `SELECT m.id, o.state, o.via, o.purpose, o.queued_by_id FROM messages m LEFT JOIN outbox o ON o.message_id = m.id WHERE m.contact_id = $1`,
      [ana.id],
    );
    expect(kept.rows).toEqual([
      { id: first, state: 'queued', via: 'copy', purpose: 'opening', queued_by_id: scene.team.member },
    ]);
  });

  it('nobody writes a row of the outbox by hand, whatever its message', async () => {
    const ana = await somebody(scene.app);
    const fact = await logged(scene.app, ana, { direction: 'outbound' });
    const row = [fact, ana.id, ana.email.address, scene.team.member];
    const columns = '(message_id, contact_id, address_id, via, queued_by_id)';
    const values = `$1::uuid, $2::uuid, $3::uuid, 'copy'::outbox_via, $4::uuid`;
    for (const sql of [
      `INSERT INTO outbox ${columns} VALUES (${values})`,
      `MERGE INTO outbox o USING (SELECT ${values}) x ON false WHEN NOT MATCHED THEN INSERT ${columns} VALUES (${values})`,
      `INSERT INTO outbox ${columns} VALUES (${values}) ON CONFLICT (message_id) DO UPDATE SET state = 'accepted'`,
      `WITH x AS (INSERT INTO outbox ${columns} VALUES (${values}) RETURNING 1) SELECT * FROM x`,
    ]) {
      expect(await ask(sql, row)).toBe('42501');
    }
    await scene.app.query('CREATE TEMP VIEW way_out AS SELECT * FROM outbox');
    expect(await ask(`INSERT INTO way_out ${columns} VALUES (${values})`, row)).toBe('42501');
    await scene.app.query('DROP VIEW way_out');
    const copied = pipeline(
      Readable.from([`${[fact, ana.id, ana.email.address, 'copy', scene.team.member].join()}\n`]),
      scene.app.query(copyFrom(`COPY outbox ${columns} FROM STDIN (FORMAT csv)`)),
    );
    expect(await answerTo(copied)).toBe('42501');
  });

  it.each(['logged', 'synced', 'imported'])('nothing that was %s says how it leaves', async (source) => {
    expect(await leaves(await somebody(scene.app), { source, via: 'smtp' })).toBe('23514');
  });

  it('nothing to somebody else, and nothing to nobody', async () => {
    const [ana, ben] = [await somebody(scene.app), await somebody(scene.app)];
    expect(await leaves(ana, { address_id: ben.email.address })).toBe('refused not_their_address');
    expect(await leaves(ana, { thread_id: ben.email.thread })).toBe('impossible thread_of_another');
    expect(await leaves(ana, { address_id: ana.linkedin.address })).toBe('refused not_their_address');
    expect(await leaves(ana, { address_id: null })).toBe(never);
  });

  it('nothing of somebody who may not write', async () => {
    const [ana, rita] = [await somebody(scene.app), uuid()];
    const user = `INSERT INTO users (id, email, name, password_hash, role) VALUES ($1, $2, 'Rita', '-', 'reader')`;
    await scene.app.query(user, [rita, `${rita}@team.example`]);
    expect(await leaves(ana, { author_id: rita })).toBe(never);
    await scene.app.query(`UPDATE users SET role = 'member', closed_at = now() WHERE id = $1`, [rita]);
    expect(await leaves(ana, { author_id: rita })).toBe(never);
    expect(await leaves(ana, { author_id: null })).toBe('23514');
  });

  it('nothing to an address that is only listed', async () => {
    const [ana, ben, shared] = [await somebody(scene.app), await somebody(scene.app), uuid()];
    const listed = `INSERT INTO addresses (id, contact_id, channel, handle, typed, state) VALUES ($1, $2, 'email', $3, $3, $4)`;
    expect(await ask(listed, [shared, ben.id, ana.email.handle, 'held'])).toBe(
      'impossible address_belongs_to_another',
    );
    expect(await ask(listed, [shared, ben.id, ana.email.handle, 'shared'])).toBe('done');
    expect(await leaves(ben, { address_id: shared })).toBe('refused not_their_address');
  });
});

describe('Ways in', () => {
  const columns = '(id, contact_id, thread_id, channel, address_id, direction, source, author_id, body)';

  it('COPY is refused like any other row', async () => {
    const ana = await somebody(scene.app);
    await spoke(scene.app, ana, scene.team.member, 'declined');
    const { thread, address } = ana.email;
    const row = [uuid(), ana.id, thread, 'email', address, 'outbound', 'composed', scene.team.member, 'ours'];
    const into = scene.app.query(copyFrom(`COPY messages ${columns} FROM STDIN (FORMAT csv)`));
    expect(await answerTo(pipeline(Readable.from([`${row.join()}\n`]), into))).toBe('refused declined');
  });

  it('MERGE, ON CONFLICT, a CTE and a view of its own are refused like any other', async () => {
    const ana = await somebody(scene.app);
    await spoke(scene.app, ana, scene.team.member, 'declined');
    const row = [uuid(), ana.id, ana.email.thread, ana.email.address, scene.team.member];
    const values = `$1::uuid, $2::uuid, $3::uuid, 'email'::channel, $4::uuid, 'outbound'::direction, 'composed'::source, $5::uuid, 'ours'`;
    await scene.app.query('CREATE TEMP VIEW way_out AS SELECT * FROM messages');
    for (const sql of [
      `MERGE INTO messages m USING (SELECT ${values}) x ON false WHEN NOT MATCHED THEN INSERT ${columns} VALUES (${values})`,
      `INSERT INTO messages ${columns} VALUES (${values}) ON CONFLICT DO NOTHING`,
      `WITH x AS (INSERT INTO messages ${columns} VALUES (${values}) RETURNING 1) SELECT * FROM x`,
      `INSERT INTO way_out ${columns} VALUES (${values})`,
    ]) {
      expect(await ask(sql, row)).toBe('refused declined');
    }
    await scene.app.query('DROP VIEW way_out');
  });

  it('a person with psql is told why, in the message itself', async () => {
    const ana = await somebody(scene.app);
    await spoke(scene.app, ana, scene.team.member, 'declined');
    await expect(send(scene.app, ana, scene.team.member)).rejects.toMatchObject({
      code: 'P0G01',
      message: 'refused: declined',
      hint: expect.stringContaining('Nothing was sent'),
    });
  });

  it('of many rows in one statement one refusal refuses all', async () => {
    const people = [await somebody(scene.app), await somebody(scene.app), await somebody(scene.app)];
    const [, ben] = people;
    if (ben) await spoke(scene.app, ben, scene.team.member, 'declined');
    const all = `INSERT INTO messages ${columns} SELECT gen_random_uuid(), a.contact_id, t.id, 'email', a.id, 'outbound', 'composed', $2, 'ours'
      FROM addresses a JOIN threads t ON t.address_id = a.id WHERE a.channel = 'email' AND a.contact_id = ANY ($1)`;
    expect(await ask(all, [people.map(({ id }) => id), scene.team.member])).toBe('refused declined');
    expect(await onItsWay(people)).toBe(0);
  });

  it('deferring constraints defers nothing', async () => {
    const ana = await somebody(scene.app);
    await spoke(scene.app, ana, scene.team.member, 'declined');
    const deferred = together(scene.app, async () => {
      await scene.app.query('SET CONSTRAINTS ALL DEFERRED');
      await send(scene.app, ana, scene.team.member);
    });
    expect(await answerTo(deferred)).toBe('refused declined');
    const orphan = together(scene.app, async () => {
      await scene.app.query('SET CONSTRAINTS ALL DEFERRED');
      await written(scene.app, ana, { answers_id: uuid(), direction: 'outbound' });
    });
    expect(await answerTo(orphan)).toBe('impossible answers_no_reply');
  });

  it('an advisory lock changes nothing', async () => {
    const ana = await somebody(scene.app);
    await spoke(scene.app, ana, scene.team.member, 'declined');
    await scene.app.query('SELECT pg_advisory_lock(1)');
    expect(await sends(ana)).toBe('refused declined');
    await scene.app.query('SELECT pg_advisory_unlock_all()');
  });
});

describe('Within one transaction', () => {
  it('a message that a savepoint took back leaves the turn where it was', async () => {
    const ana = await somebody(scene.app);
    const twice = together(scene.app, async () => {
      await scene.app.query('SAVEPOINT before');
      await send(scene.app, ana, scene.team.member);
      await scene.app.query('ROLLBACK TO before');
      await send(scene.app, ana, scene.team.member);
    });
    expect(await answerTo(twice)).toBe('done');
    expect(await sends(ana)).toBe('refused awaiting_reply');
  });

  it('a refusal that was caught leaves nothing behind', async () => {
    const ana = await somebody(scene.app);
    await spoke(scene.app, ana, scene.team.member, 'declined');
    const { thread, address } = ana.email;
    const caught = together(scene.app, () =>
      scene.app.query(`DO $$ BEGIN
        INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, author_id, body)
          VALUES ('${uuid()}', '${ana.id}', '${thread}', 'email', '${address}', 'outbound', 'composed', '${scene.team.member}', 'ours');
      EXCEPTION WHEN OTHERS THEN NULL; END $$`),
    );
    expect(await answerTo(caught)).toBe('done');
    expect(await onItsWay([ana])).toBe(0);
  });

  it('a no before the message refuses it, and one that a savepoint took back does not', async () => {
    const ana = await somebody(scene.app);
    const no = `INSERT INTO declines (contact_id) VALUES ($1)`;
    const after = together(scene.app, async () => {
      await scene.app.query(no, [ana.id]);
      await send(scene.app, ana, scene.team.member);
    });
    expect(await answerTo(after)).toBe('refused declined');
    const undone = together(scene.app, async () => {
      await scene.app.query('SAVEPOINT before');
      await scene.app.query(no, [ana.id]);
      await scene.app.query('ROLLBACK TO before');
      await send(scene.app, ana, scene.team.member);
    });
    expect(await answerTo(undone)).toBe('done');
  });

  it('who moves away from an organization’s no is written to as they stand when we write', async () => {
    const organization = await anOrganization(scene.app);
    const [ana, bea] = [
      await somebody(scene.app, { organization }),
      await somebody(scene.app, { organization }),
    ];
    await spoke(scene.app, bea, scene.team.member, 'declined', { scope: 'organization' });
    expect(await sends(ana)).toBe('refused declined');
    const moved = together(scene.app, async () => {
      await scene.app.query('UPDATE contacts SET organization_id = NULL WHERE id = $1', [ana.id]);
      await send(scene.app, ana, scene.team.member);
    });
    expect(await answerTo(moved)).toBe('done');
  });
});
