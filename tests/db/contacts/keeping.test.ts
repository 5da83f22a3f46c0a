import { beforeAll, describe, expect, it } from 'vitest';
import type { Writer } from '@/lib/auth/actor';
import { contactSchema } from '@/lib/contacts/contact-form';
import {
  addAddress,
  createContact,
  editContact,
  retireAddress,
  type TypedAddress,
} from '@/lib/contacts/mutations';
import { contactById } from '@/lib/contacts/queries';
import { rows } from '@/lib/db/pool';
import { aMember } from '@/tests/support/people';

let member: Writer;
beforeAll(async () => {
  member = await aMember();
});

const blank = {
  given_name: '',
  position: '',
  organization: '',
  language: '',
  country: '',
  time_zone: '',
  met_how: 'unknown',
};
const more = { met_where: '', met_on: '', introducer: '', source: '', note: '', tags: '' };
const input = (name: string, told: Record<string, string> = {}) =>
  contactSchema.parse({ name, ...blank, ...more, ...told });
const email = (typed: string): TypedAddress => ({ channel: 'email', typed });

async function keep(
  name: string,
  addresses: readonly TypedAddress[] = [],
  told: Record<string, string> = {},
  share = false,
) {
  const answer = await createContact(member, input(name, told), addresses, { share });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.id;
}

async function of(id: string) {
  const contact = await contactById(member, id);
  if (!contact) throw new Error('There is nobody.');
  return contact;
}

describe('somebody new', () => {
  it('is kept with everything that was said, and found by the same key', async () => {
    const id = await keep(
      '  Ana   Beltrán ',
      [email('Ana@Marea.Example'), { channel: 'phone', typed: '600 123 456' }],
      {
        ...{
          organization: 'Fundación Marea',
          country: 'ES',
          language: 'es',
          met_how: 'event',
          met_where: 'Vigo',
          met_on: '2026-05-03',
        },
        ...{ tags: 'fair, Fair; museos', note: 'Two\r\nlines' },
      },
    );
    expect(await of(id)).toMatchObject({
      ...{
        name: 'Ana Beltrán',
        givenName: 'Ana',
        organization: { name: 'Fundación Marea' },
        metHow: 'event',
        metOn: '2026-05-03',
      },
      ...{ tags: ['fair', 'museos'], note: 'Two\nlines' },
      addresses: [
        { channel: 'email', handle: 'ana@marea.example', typed: 'Ana@Marea.Example', state: 'held' },
        { channel: 'phone', handle: '+34600123456' },
      ],
    });
    expect(await rows('SELECT name_key, created_by_id FROM contacts WHERE id = $1', [id])).toEqual([
      { name_key: 'ana beltran', created_by_id: member.userId },
    ]);
  });

  it('shares an organization by its key, and joins one by the domain of an address', async () => {
    const one = await of(await keep('One', [email('one@tidewater.org')], { organization: 'Tidewater' }));
    const two = await of(await keep('Two', [], { organization: 'TIDEWATER ' }));
    const three = await of(await keep('Three', [email('three@mail.tidewater.org')]));
    expect([two.organization, three.organization]).toEqual([one.organization, one.organization]);
  });

  it('is not kept at all when an address is none, or somebody else’s, and it says whose', async () => {
    const ana = await keep('Ana Door', [email('door@x.example')]);
    expect(await createContact(member, input('Ben'), [email('nothing')], { share: false })).toEqual({
      ...{ ok: false, reason: 'unreadable', channel: 'email', code: 'no_at' },
    });
    expect(
      await createContact(member, input('Ben'), [email('D.oor+x@X.example'), email('DOOR@x.example.')], {
        share: false,
      }),
    ).toEqual({
      ...{
        ok: false,
        reason: 'of_another',
        channel: 'email',
        holder: { id: ana, name: 'Ana Door', retired: false },
      },
    });
    expect(await rows(`SELECT FROM contacts WHERE name = 'Ben'`)).toEqual([]);
  });

  it('may share a switchboard: it is listed, unsendable, and stays with the first', async () => {
    const first = await keep('First', [{ channel: 'phone', typed: '+34 910 000 001' }]);
    const typed = { channel: 'whatsapp', typed: '+34 910 000 001' } as const;
    expect(await createContact(member, input('Second'), [typed], { share: false })).toMatchObject({
      reason: 'of_another',
      holder: { id: first },
    });
    const second = await of(await keep('Second', [typed], {}, true));
    expect(second.addresses).toMatchObject([{ state: 'shared', holder: { id: first, name: 'First' } }]);
    const verdict = await rows<{ reasons: { code: string }[] }>(
      `SELECT law.verdict($1, $2, 'whatsapp', $3, NULL, NULL, false) -> 'reasons' AS reasons`,
      [second.id, member.userId, second.addresses[0]?.id],
    );
    expect(verdict[0]?.reasons.map(({ code }) => code)).toEqual(['not_their_address']);
  });
});

describe('an address', () => {
  it('that is taken away stays theirs: nobody else gets it, and they do not get it back', async () => {
    const id = await keep('Gone', [email('gone@x.example')]);
    const [address] = (await of(id)).addresses;
    expect(await retireAddress(member, address?.id ?? '')).toEqual({ ok: true });
    expect(await retireAddress(member, address?.id ?? '')).toEqual({ ok: false, code: 'address_not_held' });
    expect(
      await createContact(member, input('Thief'), [email('GONE@x.example')], { share: false }),
    ).toMatchObject({
      ...{ reason: 'of_another', holder: { id, name: 'Gone', retired: true } },
    });
    expect(await addAddress(member, id, email('gone@x.example'), { share: false })).toMatchObject({
      reason: 'retired_here',
    });
  });

  it('is added once, and read by the country of its contact', async () => {
    const id = await keep('Adds', [], { country: 'PT' });
    const typed = { channel: 'phone', typed: '912 345 678' } as const;
    expect(await addAddress(member, id, typed, { share: false })).toEqual({ ok: true, id });
    expect(
      await addAddress(member, id, { channel: 'phone', typed: '+351 912 345 678' }, { share: false }),
    ).toEqual({ ok: true, id });
    expect((await of(id)).addresses.map(({ handle }) => handle)).toEqual(['+351912345678']);
  });

  it('given to two people at once belongs to one of them', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        createContact(member, input(`Race ${at}`), [email('race@x.example')], { share: false }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rows(`SELECT count(*)::int AS n FROM contacts WHERE name LIKE 'Race %'`)).toEqual([
      { n: 1 },
    ]);
  });
});

describe('a change', () => {
  it('writes what was said, moves the name in lists, and keeps the addresses', async () => {
    const id = await keep('Old Name', [email('old@x.example')], { organization: 'Before', tags: 'a, b' });
    expect(await editContact(member, id, input('Núria Nueva', { organization: '', tags: 'b, c' }))).toEqual({
      ok: true,
    });
    expect(await of(id)).toMatchObject({
      name: 'Núria Nueva',
      givenName: 'Núria',
      organization: null,
      tags: ['b', 'c'],
      addresses: [{}],
    });
    expect(await rows('SELECT name_key, organization_id FROM standing WHERE contact_id = $1', [id])).toEqual([
      { name_key: 'nuria nueva', organization_id: null },
    ]);
  });

  it('of nobody is answered', async () => {
    expect(await editContact(member, crypto.randomUUID(), input('X'))).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });
});
