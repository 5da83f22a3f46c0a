import { expect, it } from 'vitest';
import { rows } from '@/lib/db/pool';
import { editMet, editNote } from '@/lib/contacts/mutations';
import { contactById } from '@/lib/contacts/queries';
import { colleaguesAround, introducedBeside } from '@/lib/threads/around/queries';
import { becameOne } from '@/lib/threads/contact/queries';
import { logMessage } from '@/lib/threads/mutations';
import { placeAround, turnsOf } from '@/lib/threads/queries';
import { aMember } from '@/tests/support/people';
import { aContact, anOrganization, said } from '@/tests/support/talk';

it('who is around somebody begins with whom we talked with last, and says where each stands', async () => {
  const member = await aMember();
  const organizationId = await anOrganization();
  const at = (name: string) => aContact({ name, organizationId });
  const [ana, bo, cas] = [await at('Ana'), await at('Bo'), await at('Cas')];
  await logMessage(member, said(cas, 'outbound', 'Hello Cas.', { ago: 3 }));
  const colleagues = await colleaguesAround(member, ana, 9);
  expect(colleagues.map(({ name, state }) => [name, state])).toEqual([
    ['Cas', 'their_turn'],
    ['Bo', 'never_written'],
  ]);
  expect(await colleaguesAround(member, ana, 1)).toHaveLength(1);
  expect(await colleaguesAround(member, await aContact(), 9)).toEqual([]);
  expect(bo).not.toBe(ana);
});

it('whom the same person introduced are found by row and by name, and the introducer with them', async () => {
  const member = await aMember();
  const [ana, bo, cas, tom] = [
    ...[await aContact({ name: 'Ana' }), await aContact({ name: 'Bo' })],
    ...[await aContact({ name: 'Cas' }), await aContact({ name: 'Tom' })],
  ];
  await rows('UPDATE contacts SET introduced_by_id = $2, introducer_name = $3 WHERE id = $1', [
    bo,
    tom,
    'Tom',
  ]);
  await rows('UPDATE contacts SET introducer_name = $2 WHERE id = $1', [cas, 'TOM']);
  const names = async (id: string | null) =>
    (await introducedBeside(member, ana ?? '', { id, name: 'Tom' }, 9)).map(({ name }) => name).sort();
  expect(await names(tom ?? null)).toEqual(['Bo', 'Cas', 'Tom']);
  expect(await names(null)).toEqual(['Bo', 'Cas']);
});

it('how we met and the note are changed by themselves, and another introducer is not the one of before', async () => {
  const member = await aMember();
  const [ana, tom] = [await aContact({ name: 'Ana' }), await aContact({ name: 'Tom' })];
  await rows('UPDATE contacts SET introduced_by_id = $2, introducer_name = $3, note = $4 WHERE id = $1', [
    ...[ana, tom, 'Tom', 'Rows on Sundays.'],
  ]);
  const met = { met_how: 'introduced', met_where: null, met_on: null, source: null } as const;
  const introducedBy = async () =>
    (await rows<{ by: string | null }>('SELECT introduced_by_id AS by FROM contacts WHERE id = $1', [ana]))[0]
      ?.by;
  expect(await editMet(member, ana, { ...met, introducer: 'Tom' })).toEqual({ ok: true });
  expect(await introducedBy()).toBe(tom);
  await editMet(member, ana, { ...met, introducer: 'Ulla' });
  expect(await introducedBy()).toBe(null);
  await editNote(member, ana, { note: 'Rows no more.', tags: ['pools'] });
  expect(await contactById(member, ana)).toMatchObject({
    ...{ name: 'Ana', metHow: 'introduced', introducer: 'Ulla', note: 'Rows no more.', tags: ['pools'] },
  });
  expect(await editNote(member, '01a201e9-0000-7000-8000-000000000000', { note: null, tags: [] })).toEqual({
    ok: false,
    reason: 'not_found',
  });
});

it('a message far back is shown on the page that holds it, one of the last on the last page', async () => {
  const member = await aMember();
  const ana = await aContact();
  const ids: string[] = [];
  for (let ago = 12; ago > 0; ago -= 1) {
    const logged = await logMessage(member, said(ana, 'outbound', `ago ${ago}`, { ago }));
    if (logged.ok) ids.push(logged.messageId);
  }
  expect(await placeAround(member, ana, ids[9] ?? '', 4)).toBe(null);
  const before = await placeAround(member, ana, ids[3] ?? '', 4);
  const { turns } = await turnsOf(member, ana, { before, most: 4 });
  expect(turns.map(({ body }) => body)).toEqual(['ago 10', 'ago 9', 'ago 8', 'ago 7']);
  expect(turns.map(({ id }) => id)).toContain(ids[3]);
});

it('whoever became one with somebody else is known to be found there', async () => {
  const member = await aMember();
  const [one, other] = [await aContact(), await aContact()];
  expect(await becameOne(member, one)).toBe(null);
  await rows('SELECT law.merge_contacts($1, $2, $3, $4)', [one, other, member.userId, 'the same person']);
  expect(await becameOne(member, one)).toBe(other);
});
