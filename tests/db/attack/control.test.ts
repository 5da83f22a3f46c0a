import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/tests/support/database';
import { closers } from './closers';
import type { Prepared } from './prepared';
import { aScene } from './scene';
import { Session } from './sessions';
import { together } from './answers';
import { send, somebody } from './stage';

// In this file's own database the law is weakened on purpose, and the scripts that hold against the law must leak:
// so they are known to bite.
const scene = aScene();
const kept: { writer?: Session; closer?: Session; watcher?: Client } = {};
const changed: string[] = [];

beforeAll(async () => {
  kept.writer = await Session.open('app');
  kept.closer = await Session.open('app');
  kept.watcher = new Client({ connectionString: database().superuser });
  await kept.watcher.connect();
});
afterEach(async () => {
  await Promise.all([kept.writer?.rollback(), kept.closer?.rollback()]);
  for (const definition of changed.splice(0)) await scene.owner.query(definition);
});
afterAll(async () => {
  await Promise.all([kept.writer?.close(), kept.closer?.close(), kept.watcher?.end()]);
});

function pair() {
  const { writer, closer, watcher } = kept;
  if (!writer || !closer || !watcher) throw new Error('The sessions open before the first test.');
  return { writer, closer, watcher };
}

/** Replaces a function of the law until the end of the test. */
async function weaken(name: string, definition: string): Promise<void> {
  const whole = await scene.owner.query<{ definition: string }>(
    `SELECT pg_get_functiondef(to_regproc($1)) AS definition`,
    [name],
  );
  changed.push(whole.rows[0]?.definition ?? '');
  await scene.owner.query(definition);
}

const trigger = 'RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS';
const verdict = `law.verdict(m.contact_id, m.author_id, 'email', m.address_id, NULL, NULL, false)`;
const intoOutbox = `INSERT INTO public.outbox (message_id, contact_id, address_id, via, queued_by_id) VALUES (m.id, m.contact_id, m.address_id, 'copy', m.author_id);`;

/** The gate without its lock: a message is taken as it comes, and looked at in this way before it leaves. */
async function lookWith(statements: string): Promise<void> {
  await weaken(
    'law.on_message',
    `CREATE OR REPLACE FUNCTION law.on_message() ${trigger} $$ BEGIN RETURN new; END $$`,
  );
  await weaken(
    'law.let_out',
    `CREATE OR REPLACE FUNCTION law.let_out(m messages) RETURNS void LANGUAGE plpgsql AS $$ BEGIN ${statements} ${intoOutbox} END $$`,
  );
}

/** Somebody who may be written to, and their stop. */
async function aStop(): Promise<Prepared> {
  const to = await somebody(scene.app);
  return {
    to,
    close: (as) => as.query(`INSERT INTO opt_outs (contact_id, cause) VALUES ($1, 'by_hand')`, [to.id]),
  };
}

/** Their stop is written, the message waits for it, the stop is acknowledged: what becomes of the message? */
async function whileAStopIsWritten(): Promise<{ waits: boolean; answer: string }> {
  const { writer, closer, watcher } = pair();
  const { to, close } = await aStop();
  await writer.begin('read committed');
  await closer.begin('read committed');
  await close(closer.client);
  const { waits, answer } = await writer.start(watcher, closer, () =>
    send(writer.client, to, scene.team.member),
  );
  expect(await closer.end()).toBe('done');
  const told = await answer;
  await writer.end();
  return { waits, answer: told };
}

describe('A look inside the UPDATE', () => {
  it('the law itself refuses what waited for their stop', async () => {
    expect(await whileAStopIsWritten()).toEqual({ waits: true, answer: 'refused opted_out' });
  });

  it.each([
    ['a condition on another table', 'NOT EXISTS (SELECT FROM opt_outs o WHERE o.contact_id = m.contact_id)'],
    ['a stable function', 'law.steady_answer(m.contact_id)'],
  ])('%s in its WHERE lets a message leave after an acknowledged stop', async (_, condition) => {
    await scene.owner.query(
      `CREATE OR REPLACE FUNCTION law.steady_answer(p_contact uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
        BEGIN RETURN NOT EXISTS (SELECT FROM law.opt_outs_in_force(p_contact)); END $$`,
    );
    await lookWith(`UPDATE public.standing SET touched = touched + 1 WHERE contact_id = m.contact_id AND ${condition};
      IF NOT FOUND THEN PERFORM law.refuse('{"reasons": [{"code": "opted_out"}]}'); END IF;`);
    expect(await whileAStopIsWritten()).toEqual({ waits: true, answer: 'done' });
  });
});

describe('A look without a lock', () => {
  it.each(['repeatable read', 'serializable'] as const)(
    'at %s a message leaves after an acknowledged suppression',
    async (isolation) => {
      await lookWith(
        `IF NOT (${verdict} -> 'allowed')::boolean THEN PERFORM law.impossible('not_to_be_sent'); END IF;`,
      );
      const { writer, closer } = pair();
      const to = await somebody(scene.app);
      await writer.begin(isolation);
      await writer.client.query('SELECT 1');
      await together(
        closer.client,
        () =>
          closer.client.query(`SELECT law.suppress_address('email', $1, 'by_hand', $2, 'asked')`, [
            to.email.handle,
            scene.team.owner,
          ]),
        isolation,
      );
      await send(writer.client, to, scene.team.member);
      expect(await writer.end()).toBe('done');
    },
  );
});

const doors = `PERFORM FROM public.addresses a JOIN public.doors d ON d.key_hash = ANY (a.door_hashes) WHERE a.id = p_address ORDER BY d.key_hash FOR SHARE OF d;`;
const organizations = `PERFORM FROM public.organizations o WHERE o.id = ANY (law.organizations_of(p_contact, p_address)) ORDER BY o.id FOR SHARE;`;
const lockWays = (held: string) =>
  `CREATE OR REPLACE FUNCTION law.lock_ways(p_contact uuid, p_address uuid) RETURNS uuid[] LANGUAGE plpgsql AS $$ BEGIN ${held} RETURN law.organizations_of(p_contact, p_address); END $$`;

const needed = [
  {
    lock: 'the standing',
    name: 'law.hold_standing',
    weaker: `CREATE OR REPLACE FUNCTION law.hold_standing(p_contact uuid) RETURNS void LANGUAGE plpgsql AS $$ BEGIN NULL; END $$`,
    closing: 'we let them rest',
  },
  {
    lock: 'the doors',
    name: 'law.lock_ways',
    weaker: lockWays(organizations),
    closing: 'a domain above theirs is suppressed',
  },
  {
    lock: 'the organizations',
    name: 'law.lock_ways',
    weaker: lockWays(doors),
    closing: 'a colleague of theirs says no for the organization',
  },
  {
    lock: 'the door of a new domain',
    name: 'law.on_domain',
    weaker: `CREATE OR REPLACE FUNCTION law.on_domain() ${trigger} $$ BEGIN RETURN NULL; END $$`,
    closing: 'their domain turns out to be that of an organization that said no',
  },
  {
    lock: 'the organizations somebody spoke for',
    name: 'law.touch_organizations_spoken_for',
    weaker: `CREATE OR REPLACE FUNCTION law.touch_organizations_spoken_for(p_contact uuid) RETURNS void LANGUAGE plpgsql AS $$ BEGIN NULL; END $$`,
    closing: 'the interest that lifted a colleague’s no is retracted',
  },
].map((one) => [one.lock, one.closing, one] as const);

describe('Each lock is needed', () => {
  it.each(needed)('without that of %s a message leaves after %s', async (_, closing, { name, weaker }) => {
    const found = closers.find((one) => one.name === closing);
    if (!found) throw new Error(`No closer is called ${closing}.`);
    const { writer, closer, watcher } = pair();
    const { to, letter, close } = await found.prepare(scene.app, scene.team);
    await weaken(name, weaker);
    await writer.begin('read committed');
    await closer.begin('read committed');
    await close(closer.client);
    const { answer } = await writer.start(watcher, closer, () =>
      send(writer.client, to, scene.team.member, letter ?? {}),
    );
    expect(await closer.end()).toBe('done');
    expect(await answer).toBe('done');
    expect(await writer.end()).toBe('done');
  });
});
