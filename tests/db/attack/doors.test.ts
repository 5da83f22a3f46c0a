import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { answerTo, together } from './answers';
import { aScene } from './scene';
import {
  anOrganization,
  heard,
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

function claims(person: Person, channel: string, handle: string, state = 'held'): Promise<string> {
  return ask(
    `INSERT INTO addresses (id, contact_id, channel, handle, typed, state) VALUES ($1, $2, $3, $4, $4, $5)`,
    [...[uuid(), person.id, channel, handle, state]],
  );
}

const telephone = () => `+346${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;

describe('A door stays whose it is', () => {
  it('an address taken away from somebody is nobody else’s', async () => {
    const [ana, ben] = [await somebody(scene.app), await somebody(scene.app)];
    await ask('SELECT law.retire_address($1, $2)', [ana.email.address, scene.team.member]);
    expect(await claims(ben, 'email', ana.email.handle)).toBe('impossible address_belongs_to_another');
    expect(await claims(ana, 'email', ana.email.handle)).toBe('23505');
    expect(await claims(ana, 'email', `new-${ana.email.handle}`, 'retired')).toBe(
      'impossible address_begins_retired',
    );
  });

  it('a telephone is one door, by phone, WhatsApp and SMS', async () => {
    const [ana, ben, number] = [await somebody(scene.app), await somebody(scene.app), telephone()];
    expect(await claims(ana, 'phone', number)).toBe('done');
    expect(await claims(ben, 'whatsapp', number)).toBe('impossible address_belongs_to_another');
    expect(await claims(ana, 'sms', number)).toBe('done');
  });

  it.each([
    ['email', 'Ana@Example.org'],
    ['email', 'ana+news@example.org'],
    ['email', 'a.na@gmail.com'],
    ['email', 'ana@googlemail.com'],
    ['email', 'ana@example.org,ben@example.org'],
    ['email', 'ana@example.org\nbcc:ben@example.org'],
    ['email', 'ana@example.org.'],
    ['email', 'ana @example.org'],
    ['email', 'аna@example.org'],
    ['email', '<ana@example.org>'],
    ['phone', '600 000 000'],
    ['whatsapp', '+34 600 000 000'],
    ['linkedin', 'Ana-Beltran'],
    ['linkedin', 'in/ana'],
    ['x', '@ana'],
    ['other', ' ana'],
    ['in_person', 'ana'],
  ])('a second spelling of a %s door is no door: %s', async (channel, handle) => {
    expect(await claims(await somebody(scene.app), channel, handle)).toBe('23514');
  });
});

describe('A suppression', () => {
  it.each([
    ['capitals', (domain: string) => domain.toUpperCase()],
    ['a dot at the end', (domain: string) => `${domain}.`],
    ['spaces around it', (domain: string) => ` ${domain} `],
  ])('of a domain with %s closes it all the same', async (_, spell) => {
    const ana = await somebody(scene.app);
    await ask(`SELECT law.suppress_domain($1, 'by_hand', $2, 'asked')`, [
      spell(ana.domain),
      scene.team.member,
    ]);
    expect(await sends(ana)).toBe('refused suppressed');
  });

  it('of an address in capitals closes it all the same, and closes it once', async () => {
    const ana = await somebody(scene.app);
    const suppress = `SELECT law.suppress_address('email', $1, 'by_hand', $2, 'asked')`;
    expect(await ask(suppress, [` ${ana.email.handle.toUpperCase()}`, scene.team.member])).toBe('done');
    expect(await ask(suppress, [ana.email.handle, scene.team.member])).toBe('impossible already_suppressed');
    expect(await sends(ana)).toBe('refused suppressed');
    expect(await sends(ana, { through: 'linkedin' })).toBe('done');
  });

  it('waits for addresses that come later, under every subdomain and by every kind of telephone', async () => {
    const ana = await somebody(scene.app);
    const [above, number] = [`x${uuid().slice(-12)}.example`, telephone()];
    await ask(`SELECT law.suppress_domain($1, 'by_hand', $2, 'asked')`, [above, scene.team.member]);
    await ask(`SELECT law.suppress_address('sms', $1, 'by_hand', $2, 'asked')`, [number, scene.team.member]);
    expect(await sends(await somebody(scene.app, { domain: `deep.mail.${above}` }))).toBe(
      'refused suppressed',
    );
    const [address, thread] = [uuid(), uuid()];
    await ask(
      `INSERT INTO addresses (id, contact_id, channel, handle, typed) VALUES ($1, $2, 'whatsapp', $3, $3)`,
      [address, ana.id, number],
    );
    await ask(`INSERT INTO threads (id, contact_id, channel) VALUES ($1, $2, 'whatsapp')`, [thread, ana.id]);
    const id = uuid();
    const called = together(scene.app, async () => {
      await written(scene.app, ana, {
        ...{
          id,
          channel: 'whatsapp',
          thread_id: thread,
          address_id: address,
          direction: 'outbound',
          source: 'composed',
        },
        author_id: scene.team.member,
      });
    });
    expect(await answerTo(called)).toBe('refused suppressed');
  });

  it('does not close the neighbours of a domain', async () => {
    const ana = await somebody(scene.app);
    const ben = await somebody(scene.app, { domain: `not${ana.domain}` });
    await ask(`SELECT law.suppress_domain($1, 'by_hand', $2, 'asked')`, [ana.domain, scene.team.member]);
    expect(await sends(ben)).toBe('done');
  });
});

describe('What else the application may write', () => {
  it('the policy stays one row, in a zone that exists, within its bounds', async () => {
    expect(await ask('INSERT INTO policy (id) VALUES (2)')).toBe('23514');
    expect(await ask('INSERT INTO policy DEFAULT VALUES')).toBe('23505');
    expect(await ask(`UPDATE policy SET time_zone = 'Nowhere/Never'`)).toBe('22023');
    expect(await ask(`UPDATE policy SET time_zone = NULL`)).toBe('23502');
    expect(await ask(`UPDATE policy SET follow_ups_never_answered = 3`)).toBe('23514');
    expect(await ask(`UPDATE policy SET time_zone = 'Asia/Kathmandu'`)).toBe('done');
    expect(await ask(`UPDATE policy SET time_zone = 'UTC'`)).toBe('done');
  });

  it('no number of its own keeps a no for an organization from being recorded', async () => {
    const organization = uuid();
    await ask(
      `INSERT INTO organizations (id, name, name_key, touched) VALUES ($1, 'Marea', 'marea', 9223372036854775807)`,
      [organization],
    );
    const [ana, bea] = [
      await somebody(scene.app, { organization }),
      await somebody(scene.app, { organization }),
    ];
    expect(
      await answerTo(spoke(scene.app, bea, scene.team.member, 'declined', { scope: 'organization' })),
    ).toBe('done');
    expect(await sends(ana)).toBe('refused declined');
  });

  it('a second contact without an address reaches nobody', async () => {
    const ana = await somebody(scene.app);
    await spoke(scene.app, ana, scene.team.member, 'opted_out');
    const twin = uuid();
    await ask(
      `INSERT INTO contacts (id, name, name_key, merged_into_id, import_key) VALUES ($1, 'Ana', 'ana', $2, 'ana again')`,
      [twin, ana.id],
    );
    expect(await sends({ ...ana, id: twin })).toBe('impossible thread_of_another');
  });

  // The limit, said openly: who holds the application's role can say that it is the owner. The log keeps the name.
  it('who forges the owner’s name lifts a no, and the log says so for ever', async () => {
    const ana = await somebody(scene.app);
    const no = await spoke(scene.app, ana, scene.team.member, 'declined');
    await ask(`SELECT law.retract($1, $2, 'never said')`, [no, scene.team.member]);
    await scene.app.query(`UPDATE users SET role = 'owner' WHERE id = $1`, [scene.team.member]);
    expect(await ask(`SELECT law.withdraw($1, $2, 'mine now')`, [no, scene.team.member])).toBe('done');
    const log = await scene.app.query(
      `SELECT t.text FROM events e JOIN event_texts t ON t.event_id = e.id WHERE e.verb = 'closers_withdrawn' AND e.contact_id = $1 AND e.actor_id = $2`,
      [ana.id, scene.team.member],
    );
    expect(log.rows).toEqual([{ text: 'mine now' }]);
    expect(await ask('DELETE FROM events')).toBe('42501');
    await scene.app.query(`UPDATE users SET role = 'member' WHERE id = $1`, [scene.team.member]);
  });

  it('an invented reply gives the turn, and stays in the timeline', async () => {
    const ana = await somebody(scene.app);
    expect(await sends(ana)).toBe('done');
    const invented = await logged(scene.app, ana);
    await heard(scene.app, ana, invented, scene.team.member, 'other');
    expect(await ask('DELETE FROM messages WHERE id = $1', [invented])).toBe('42501');
    expect(await ask('SELECT law.retract($1, $2, $3)', [invented, scene.team.member, 'never said'])).toBe(
      'done',
    );
    expect(await sends(ana)).toBe('refused awaiting_reply');
  });

  it('an organization’s no reaches whoever is moved there afterwards', async () => {
    const organization = await anOrganization(scene.app);
    const [bea, ana] = [await somebody(scene.app, { organization }), await somebody(scene.app)];
    await spoke(scene.app, bea, scene.team.member, 'declined', { scope: 'organization' });
    await ask('UPDATE contacts SET organization_id = $2 WHERE id = $1', [ana.id, organization]);
    expect(await sends(ana)).toBe('refused declined');
  });
});
