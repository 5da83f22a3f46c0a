import { beforeAll, describe, expect, it } from 'vitest';
import { poolAs } from '@/tests/support/database';
import { crowd, diceFrom, everyNo } from './crowd';
import { asCommitted, faultsIn, type Happened } from './judge';
import { aScene } from './scene';

// In this file's own database messages leave by a law that looks without a lock and takes its time.
const scene = aScene();

beforeAll(async () => {
  await scene.owner.query(`
    DROP INDEX outbox_one_on_its_way;
    CREATE OR REPLACE FUNCTION law.lock_standing(p_contact uuid) RETURNS void LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
    CREATE OR REPLACE FUNCTION law.hold_standing(p_contact uuid) RETURNS void LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
    CREATE OR REPLACE FUNCTION law.let_out(m messages) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
      IF NOT (law.verdict(m.contact_id, m.author_id, 'email', m.address_id, NULL, NULL, false) -> 'allowed')::boolean THEN
        PERFORM law.impossible('not_to_be_sent');
      END IF;
      PERFORM pg_sleep(0.03);
      INSERT INTO public.outbox (message_id, contact_id, address_id, via, queued_by_id) VALUES (m.id, m.contact_id, m.address_id, 'copy', m.author_id);
    END $$`);
});

describe('A law that looks without a lock', () => {
  it('is caught by the same crowd and the same judge', async () => {
    const faults = new Set<string>();
    const dice = diceFrom(1);
    for (
      let round = 0;
      round < 8 && !(faults.has('sent twice') && faults.has('sent after a no'));
      round += 1
    ) {
      const { contact } = await crowd(poolAs('app'), scene.team, {
        ...{ level: 'read committed', dice, closing: everyNo.slice(0, 2), writers: 24 },
      });
      const found = faultsIn(await asCommitted(poolAs('superuser'), contact.id));
      for (const fault of found) faults.add(fault.startsWith('sent after') ? 'sent after a no' : fault);
    }
    expect(faults).toContain('sent twice');
    expect(faults).toContain('sent after a no');
  });
});

const happened = (what: Happened['what'], of = 'a', moment = 0): Happened => ({ what, of, moment });

describe('The judge', () => {
  it.each([
    ['one message', [happened('sent')], []],
    ['two messages', [happened('sent'), happened('sent', 'b')], ['sent twice']],
    [
      'a message that was taken back, and another',
      [happened('sent'), happened('gave_back'), happened('sent', 'b')],
      [],
    ],
    [
      'their answer, heard',
      [happened('sent'), happened('spoke', 'r', 1), happened('heard', 'r'), happened('sent', 'b')],
      [],
    ],
    [
      'their answer, unheard',
      [happened('sent'), happened('spoke', 'r', 1), happened('sent', 'b')],
      ['sent over an unheard reply'],
    ],
    [
      'a later answer, heard',
      [happened('spoke', 'r', 1), happened('spoke', 's', 2), happened('heard', 's'), happened('sent')],
      [],
    ],
    [
      'an earlier answer, heard',
      [happened('spoke', 'r', 1), happened('spoke', 's', 2), happened('heard', 'r'), happened('sent')],
      ['sent over an unheard reply'],
    ],
    ['an answer, and one addition', [happened('sent'), happened('added', 'b')], []],
    ['two additions', [happened('sent'), happened('added', 'b'), happened('added', 'c')], ['sent twice']],
    [
      'an addition after one that never left',
      [happened('sent'), happened('added', 'b'), happened('gave_back', 'b'), happened('added', 'c')],
      [],
    ],
    [
      'an addition after older words of theirs that came in late',
      [
        happened('sent', 'a', 2),
        happened('spoke', 'b', 1),
        happened('heard', 'b'),
        happened('added', 'c', 3),
      ],
      [],
    ],
    [
      'an addition after they replied',
      [
        happened('sent', 'a', 1),
        happened('spoke', 'b', 2),
        happened('heard', 'b'),
        happened('added', 'c', 3),
      ],
      ['sent twice'],
    ],
    ['an addition to nothing', [happened('added')], ['sent twice']],
    ['a message before their no', [happened('sent'), happened('closed', 'declined')], []],
    ['a message after their no', [happened('closed', 'declined'), happened('sent')], ['sent after declined']],
  ])('%s', (_, history, faults) => {
    expect(faultsIn(history)).toEqual(faults);
  });
});
