import { v7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lawFiles } from '@/bin/boot/migrate.js';
import { lawHash as hashOf } from '@/bin/boot/law-files.js';
import type { Actor } from '@/lib/auth/actor';
import { compareStandings } from '@/lib/db/law';
import { rows } from '@/lib/db/pool';
import { examineNightly, type Finding } from '@/lib/keeping/examination/mutations';
import { troubleFound } from '@/lib/keeping/examination/queries';
import { poolAs } from '@/tests/support/database';
import { aMember } from '@/tests/support/people';
import { aContact } from '@/tests/support/talk';

const lawHash = hashOf(lawFiles());
const examine = (signal = new AbortController().signal) => examineNightly({ lawHash, signal });
let actor: Actor;

/** Replaces the law's clock; the test's database is its own. */
async function itIs(moment: string): Promise<void> {
  await poolAs('owner').query(
    `CREATE OR REPLACE FUNCTION law.clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$ SELECT '${moment}'::timestamptz $$;
     SELECT law.take_digest()`,
  );
}

const zone = (name: string) => poolAs('owner').query('UPDATE policy SET time_zone = $1', [name]);
/** As if the last examination had been then. */
const lastExaminedAt = (moment: string) =>
  poolAs('owner').query(
    `INSERT INTO events (id, verb, codes, recorded_at) VALUES ($1, 'examination_made', '{"compared":0,"differing":0,"faults":0}', $2)`,
    [v7(), moment],
  );
const bend = (contact: string) =>
  poolAs('owner').query('UPDATE standing SET unanswered = 7 WHERE contact_id = $1', [contact]);
const notes = () =>
  rows<{ codes: Finding & { contacts: string[] }; text: string | null }>(
    `SELECT e.codes, t.text FROM events e LEFT JOIN event_texts t ON t.event_id = e.id WHERE e.verb = 'examination_made' AND e.codes ? 'contacts' ORDER BY e.recorded_seq`,
  );

beforeAll(async () => {
  actor = await aMember();
});

beforeEach(async () => {
  await poolAs('owner').query(`DELETE FROM events WHERE verb = 'examination_made'`);
  await zone('UTC');
});

describe('The nightly examination', () => {
  it('waits for three o’clock in the zone of the installation', async () => {
    await zone('America/Bogota');
    await lastExaminedAt('2033-05-03T12:00:00Z');
    await itIs('2033-05-04T07:59:00Z');
    expect(await examine()).toBeNull();
    await itIs('2033-05-04T08:00:30Z');
    expect(await examine()).not.toBeNull();
  });

  it('is made up for when nothing ran at night', async () => {
    await lastExaminedAt('2033-05-03T03:00:10Z');
    await itIs('2033-05-04T16:20:00Z');
    expect(await examine()).not.toBeNull();
  });

  it('is not made in the first hours of an installation', async () => {
    await poolAs('owner').query(`UPDATE installation SET created_at = '2033-05-04T16:00:00Z'`);
    await itIs('2033-05-04T16:20:00Z');
    expect(await examine()).toBeNull();
    await itIs('2033-05-05T03:00:01Z');
    expect(await examine()).not.toBeNull();
  });

  it('is made once, whatever the number of workers, and not again by one that was restarted', async () => {
    await lastExaminedAt('2020-01-01T03:00:00Z');
    await poolAs('owner').query(
      `CREATE OR REPLACE FUNCTION law.clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$ SELECT date_trunc('milliseconds', clock_timestamp()) $$; SELECT law.take_digest()`,
    );
    for (let n = 0; n < 5; n += 1) await aContact();
    const made = await Promise.all(Array.from({ length: 8 }, () => examine()));
    expect(made.filter((one) => one !== null)).toHaveLength(1);
    expect(await examine()).toBeNull();
    expect(await notes()).toHaveLength(1);
  });

  it('compares everybody, a few at a time, and notes who differs by id', async () => {
    const people = await Promise.all(Array.from({ length: 7 }, () => aContact()));
    const [bent] = people;
    await bend(bent ?? '');
    await lastExaminedAt('2020-01-01T03:00:00Z');
    const found = await examine();
    const [all] = await rows<{ n: number }>('SELECT count(*)::int AS n FROM contacts');
    expect(found).toEqual({ compared: all?.n, differing: 1, faults: 0 });
    expect((await notes())[0]?.codes).toMatchObject({ differing: 1, contacts: [bent] });

    const seen: string[] = [];
    let [after, compared] = [null as string | null, 0];
    do {
      const part = await compareStandings(after, 3);
      after = part.upTo;
      compared += part.compared;
      seen.push(...part.differing);
    } while (after);
    expect({ compared, seen }).toEqual({ compared: all?.n, seen: [bent] });
    await poolAs('owner').query('SELECT law.stand($1)', [bent]);
  });

  it('leaves off when the worker ends, and leaves nothing behind', async () => {
    await lastExaminedAt('2020-01-01T03:00:00Z');
    expect(await examine(AbortSignal.abort())).toBeNull();
    expect(await notes()).toHaveLength(0);
    expect(await examine()).not.toBeNull();
  });

  it('notices a law of another version, and says which holes there are', async () => {
    await lastExaminedAt('2020-01-01T03:00:00Z');
    const { signal } = new AbortController();
    expect(await examineNightly({ lawHash: 'another', signal })).toMatchObject({ faults: 1 });
    expect((await notes())[0]?.text).toMatch(/another version/);
    expect(await troubleFound(actor)).toMatchObject({ what: 'law' });
  });
});

describe('What Today says of it', () => {
  const noteOf = (codes: object) =>
    poolAs('owner').query(
      `INSERT INTO events (id, verb, codes) VALUES (gen_random_uuid(), 'examination_made', $1)`,
      [codes],
    );

  it('is nothing while nothing is wrong', async () => {
    expect(await troubleFound(actor)).toBeNull();
    await noteOf({ compared: 9, differing: 0, faults: 0 });
    expect(await troubleFound(actor)).toBeNull();
  });

  it('is how many standings differ, until an examination finds none', async () => {
    await noteOf({ compared: 9, differing: 3, faults: 0 });
    expect(await troubleFound(actor)).toMatchObject({ what: 'standing', people: 3 });
    await noteOf({ compared: 9, differing: 0, faults: 0 });
    expect(await troubleFound(actor)).toBeNull();
  });

  it('is that the law is not whole, as soon as the worker finds it and for as long', async () => {
    const beat = (note: string | null) =>
      rows(
        `INSERT INTO heartbeats (part, at, note) VALUES ('worker', now(), $1) ON CONFLICT (part) DO UPDATE SET note = excluded.note`,
        [note],
      );
    await beat('law_not_whole');
    expect(await troubleFound(actor)).toMatchObject({ what: 'law' });
    await beat(null);
    expect(await troubleFound(actor)).toBeNull();
  });
});
