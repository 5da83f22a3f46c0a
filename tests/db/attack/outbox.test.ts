import { v7 as uuid } from 'uuid';
import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { answerTo, together } from './answers';
import { aScene } from './scene';
import {
  anOrganization,
  composed,
  letOut,
  logged,
  send,
  somebody,
  spoke,
  written,
  type Letter,
  type Person,
} from './stage';

const scene = aScene();
const ask = (sql: string, values: readonly unknown[] = []) => answerTo(scene.app.query(sql, [...values]));
const sends = (person: Person, letter: Letter = {}) =>
  answerTo(together(scene.app, () => send(scene.app, person, scene.team.member, letter)));

/** A row of the outbox as raw SQL would write it. */
function leaves(person: Person, message: string, columns: Readonly<Record<string, unknown>> = {}) {
  const row: Record<string, unknown> = {
    ...{ message_id: message, contact_id: person.id, address_id: person.email.address },
    ...{ via: 'copy', queued_by_id: scene.team.member, ...columns },
  };
  const names = Object.keys(row);
  return ask(
    `INSERT INTO outbox (${names.join()}) VALUES (${names.map((_, at) => `$${at + 1}`).join()})`,
    Object.values(row),
  );
}

const never = 'impossible not_to_be_sent';

describe('What may be let out', () => {
  it.each(['logged', 'synced', 'imported'])('nothing that was %s', async (source) => {
    const ana = await somebody(scene.app);
    const id = uuid();
    const door = { thread_id: ana.email.thread, channel: 'email', address_id: ana.email.address };
    await written(scene.app, ana, {
      id,
      source,
      direction: 'outbound',
      author_id: scene.team.member,
      ...door,
    });
    expect(await leaves(ana, id)).toBe(never);
  });

  it('nothing of theirs, nothing of somebody else, nothing to somebody else', async () => {
    const [ana, ben] = [await somebody(scene.app), await somebody(scene.app)];
    const mine = await composed(scene.app, ana, scene.team.member);
    expect(await leaves(ben, mine)).toBe(never);
    expect(await leaves(ana, mine, { address_id: ben.email.address })).toBe(never);
    expect(await leaves(ana, mine, { address_id: ana.linkedin.address })).toBe(never);
    expect(await leaves(ana, uuid())).toBe(never);
    expect(await leaves(ben, await logged(scene.app, ben))).toBe(never);
  });

  it('nothing under another name than its author’s, and nothing of somebody who may not write', async () => {
    const [ana, rita] = [await somebody(scene.app), uuid()];
    const user = `INSERT INTO users (id, email, name, password_hash, role) VALUES ($1, $2, 'Rita', '-', 'reader')`;
    await scene.app.query(user, [rita, `${rita}@team.example`]);
    expect(
      await leaves(ana, await composed(scene.app, ana, scene.team.member), {
        queued_by_id: scene.team.owner,
      }),
    ).toBe(never);
    expect(await leaves(ana, await composed(scene.app, ana, rita), { queued_by_id: rita })).toBe(never);
    await scene.app.query(`UPDATE users SET role = 'member', closed_at = now() WHERE id = $1`, [rita]);
    expect(await leaves(ana, await composed(scene.app, ana, rita), { queued_by_id: rita })).toBe(never);
  });

  it.each(['sending', 'accepted', 'failed', 'uncertain', 'withdrawn'])(
    'nothing that says it is %s already',
    async (state) => {
      const ana = await somebody(scene.app);
      const mine = await composed(scene.app, ana, scene.team.member);
      expect(await leaves(ana, mine, { state })).toBe(never);
    },
  );

  it('nothing by a channel that the address is not, and nothing to an address that is only listed', async () => {
    const [ana, ben] = [await somebody(scene.app), await somebody(scene.app)];
    const [id, shared] = [uuid(), uuid()];
    const ours = { direction: 'outbound', source: 'composed', author_id: scene.team.member };
    const crossed = together(scene.app, async () => {
      await written(scene.app, ana, { id, ...ours, address_id: ana.email.address });
      await letOut(scene.app, ana, scene.team.member, id);
    });
    expect(await answerTo(crossed)).toBe('refused not_their_address');
    const listed = `INSERT INTO addresses (id, contact_id, channel, handle, typed, state) VALUES ($1, $2, 'email', $3, $3, $4)`;
    expect(await ask(listed, [shared, ben.id, ana.email.handle, 'held'])).toBe(
      'impossible address_belongs_to_another',
    );
    expect(await ask(listed, [shared, ben.id, ana.email.handle, 'shared'])).toBe('done');
    const borrowed = { ...ben, email: { ...ben.email, address: shared } };
    expect(await sends(borrowed)).toBe('refused not_their_address');
  });
});

describe('Ways in', () => {
  it('COPY into the outbox is refused like any other row', async () => {
    const ana = await somebody(scene.app);
    await spoke(scene.app, ana, scene.team.member, 'declined');
    const mine = await composed(scene.app, ana, scene.team.member);
    const into = scene.app.query(
      copyFrom('COPY outbox (message_id, contact_id, address_id, via, queued_by_id) FROM STDIN (FORMAT csv)'),
    );
    const row = [mine, ana.id, ana.email.address, 'copy', scene.team.member].join();
    expect(await answerTo(pipeline(Readable.from([`${row}\n`]), into))).toBe('refused declined');
  });

  it('MERGE, ON CONFLICT and one statement for both rows are refused like any other', async () => {
    const ana = await somebody(scene.app);
    await spoke(scene.app, ana, scene.team.member, 'declined');
    const mine = await composed(scene.app, ana, scene.team.member);
    const row = [mine, ana.id, ana.email.address, scene.team.member];
    const values = `$1::uuid, $2::uuid, $3::uuid, 'copy'::outbox_via, $4::uuid`;
    const columns = '(message_id, contact_id, address_id, via, queued_by_id)';
    for (const sql of [
      `MERGE INTO outbox o USING (SELECT ${values}) x ON false WHEN NOT MATCHED THEN INSERT ${columns} VALUES (${values})`,
      `INSERT INTO outbox ${columns} VALUES (${values}) ON CONFLICT DO NOTHING`,
      `INSERT INTO outbox ${columns} VALUES (${values}) ON CONFLICT (message_id) DO UPDATE SET state = 'accepted'`,
      `WITH x AS (INSERT INTO outbox ${columns} VALUES (${values}) RETURNING 1) SELECT * FROM x`,
    ]) {
      expect(await ask(sql, row)).toBe('refused declined');
    }
  });

  it('of many rows in one statement one refusal refuses all', async () => {
    const people = [await somebody(scene.app), await somebody(scene.app), await somebody(scene.app)];
    const [, ben] = people;
    if (ben) await spoke(scene.app, ben, scene.team.member, 'declined');
    for (const one of people) await composed(scene.app, one, scene.team.member);
    const all = `INSERT INTO outbox (message_id, contact_id, address_id, via, queued_by_id)
      SELECT id, contact_id, address_id, 'copy', author_id FROM messages WHERE source = 'composed' AND contact_id = ANY ($1)`;
    expect(await ask(all, [people.map((one) => one.id)])).toBe('refused declined');
    const left = await scene.app.query('SELECT FROM outbox WHERE contact_id = ANY ($1)', [
      people.map((one) => one.id),
    ]);
    expect(left.rowCount).toBe(0);
  });

  it('two messages to one person do not leave in one statement', async () => {
    const ana = await somebody(scene.app);
    for (let n = 0; n < 2; n += 1) await composed(scene.app, ana, scene.team.member);
    const both = `INSERT INTO outbox (message_id, contact_id, address_id, via, queued_by_id)
      SELECT id, contact_id, address_id, 'copy', author_id FROM messages WHERE source = 'composed' AND contact_id = $1 ORDER BY recorded_seq DESC`;
    expect(await ask(both, [ana.id])).toBe('impossible one_is_on_its_way');
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

  it('a view of its own and an advisory lock change nothing', async () => {
    const ana = await somebody(scene.app);
    await spoke(scene.app, ana, scene.team.member, 'declined');
    const mine = await composed(scene.app, ana, scene.team.member);
    await scene.app.query('CREATE TEMP VIEW way_out AS SELECT * FROM outbox');
    await scene.app.query('SELECT pg_advisory_lock(1)');
    const through = `INSERT INTO way_out (message_id, contact_id, address_id, via, queued_by_id) VALUES ($1, $2, $3, 'copy', $4)`;
    expect(await ask(through, [mine, ana.id, ana.email.address, scene.team.member])).toBe('refused declined');
    await scene.app.query('SELECT pg_advisory_unlock_all()');
    await scene.app.query('DROP VIEW way_out');
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
    const caught = together(scene.app, async () => {
      const mine = await composed(scene.app, ana, scene.team.member);
      await scene.app.query(`DO $$ BEGIN
        INSERT INTO outbox (message_id, contact_id, address_id, via, queued_by_id) VALUES ('${mine}', '${ana.id}', '${ana.email.address}', 'copy', '${scene.team.member}');
      EXCEPTION WHEN OTHERS THEN NULL; END $$`);
    });
    expect(await answerTo(caught)).toBe('done');
    const left = await scene.app.query('SELECT FROM outbox WHERE contact_id = $1', [ana.id]);
    expect(left.rowCount).toBe(0);
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
