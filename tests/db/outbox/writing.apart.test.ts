import { describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import type { SignedIn } from '@/lib/session/session';
import { keepAsTyped, write } from '@/lib/outbox/actions';
import { nothingYet } from '@/lib/outbox/answer';
import { keepDraft } from '@/lib/outbox/drafts/mutations';
import { draftOf, wokenDrafts } from '@/lib/outbox/drafts/queries';
import { changeTemplate, createTemplate, removeTemplate } from '@/lib/outbox/templates/mutations';
import { templatesFor } from '@/lib/outbox/templates/queries';
import { filled } from '@/lib/outbox/templates/template';
import { whatWeHeardAround } from '@/lib/replies/around/queries';
import { form } from '@/tests/support/doors/door';
import { aMember, anOwner } from '@/tests/support/people';
import { anOrganization, aPitch, letter, logged, said, somebody } from '../gate/scene';

const here = vi.hoisted(() => ({ caller: null as SignedIn | null }));
vi.mock('@/lib/session/session', async (real) => ({
  ...(await real<object>()),
  signedIn: async () => here.caller,
}));
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined }),
}));

async function asNora() {
  const nora = await anOwner({ name: 'Nora Weiß' });
  const account = await db().user.findUniqueOrThrow({ where: { id: nora.userId } });
  here.caller = { ...account, sessionVersion: account.sessionVersion };
  return nora;
}

describe('a forged form', () => {
  it('meets the same manners as the page, and its text is kept as a draft', async () => {
    const [nora, ana] = [await asNora(), await somebody('Ana Beltrán')];
    const forged = form({
      contactId: ana.id,
      addressId: ana.linkedin,
      body: 'Dear friend,\r\n\r\n[Company] is great.',
      intent: 'copy',
    });
    const answer = await write(nothingYet, forged);
    expect(answer.found.map(({ code, refuses }) => [code, refuses])).toEqual([
      ['placeholder', true],
      ['nameless', true],
    ]);
    expect(await db().message.count({ where: { contactId: ana.id } })).toBe(0);
    expect(await draftOf(nora, ana.id)).toMatchObject({ body: 'Dear friend,\r\n\r\n[Company] is great.' });
  });

  it('that says it has no manners to fear is not listened to', async () => {
    const [, ana] = [await asNora(), await somebody('Ana Beltrán')];
    const forged = form({
      contactId: ana.id,
      addressId: ana.linkedin,
      body: 'Dear friend, hello.',
      intent: 'copy',
      mannersRefuse: 'false',
      found: '[]',
    });
    expect((await write(nothingYet, forged)).found).toMatchObject([{ code: 'nameless' }]);
  });
});

describe('a draft', () => {
  it('is kept as it is typed, whatever the law and manners say, and gone when nothing is left of it', async () => {
    const [nora, ana] = [await asNora(), await somebody('Ana Beltrán')];
    await said(nora, ana.id, 'Leave me out.', { outcome: 'opted_out', words: 'Leave me out' });
    const typed = (body: string) => form({ contactId: ana.id, addressId: ana.linkedin, body });
    expect(await keepAsTyped(typed('Dear friend, {{hello}}'))).toMatchObject([
      { code: 'placeholder' },
      { code: 'nameless' },
    ]);
    expect(await draftOf(nora, ana.id)).toMatchObject({ body: 'Dear friend, {{hello}}' });
    await keepAsTyped(typed('  '));
    expect(await draftOf(nora, ana.id)).toBeNull();
  });

  it('is not kept for somebody who is signed out, and says so', async () => {
    const ana = await somebody('Ana Beltrán');
    here.caller = null;
    expect(await keepAsTyped(form({ contactId: ana.id, body: 'Hello Ana' }))).toBeNull();
    expect(await db().draft.count({ where: { contactId: ana.id } })).toBe(0);
  });

  it('to what cannot be sent at all is kept too', async () => {
    const [nora, ana, ben] = [await asNora(), await somebody('Ana'), await somebody('Ben')];
    const hers = await said(nora, ben.id, 'Hello', { outcome: 'other' });
    expect(
      await keepAsTyped(
        form({ contactId: ana.id, addressId: ana.email, answersId: hers, body: 'Hello Ana' }),
      ),
    ).toEqual([]);
    expect(await draftOf(nora, ana.id)).toMatchObject({ body: 'Hello Ana' });
  });

  it('wakes when they write after it, for whoever wrote it, until it is taken up again', async () => {
    const [nora, marc, ana, ben] = [
      await anOwner(),
      await aMember(),
      await somebody('Ana'),
      await somebody('Ben'),
    ];
    await logged(nora, ana.id, { body: 'Said before' });
    await keepDraft(nora, letter(ana, { body: 'When you have a minute' }));
    await keepDraft(nora, letter(ben, { body: 'Later' }));
    expect(await wokenDrafts(nora)).toEqual([]);
    await logged(nora, ana.id, { body: 'Here I am' });
    await logged(nora, ben.id, { body: 'We wrote this', direction: 'outbound' });
    expect(await wokenDrafts(nora)).toMatchObject([
      { contactId: ana.id, name: 'Ana', body: 'When you have a minute' },
    ]);
    expect(await wokenDrafts(nora, { contactId: ben.id })).toEqual([]);
    expect(await wokenDrafts(marc)).toEqual([]);
    await keepDraft(nora, letter(ana, { body: 'So you wrote!' }));
    expect(await wokenDrafts(nora)).toEqual([]);
  });
});

const template = { name: 'Half an hour', subject: null, body: 'Hi {{name}}', shared: false };

describe('templates', () => {
  it('are one’s own until they are shared; others of the team begin with those and cannot change them', async () => {
    const [nora, marc] = [await aMember({ name: 'Nora' }), await aMember({ name: 'Marc' })];
    await createTemplate(nora, template);
    const [own] = await templatesFor(nora);
    const id = own?.id ?? '';
    expect(own).toMatchObject({ own: true, by: 'Nora', shared: false });
    expect(await templatesFor(marc)).toEqual([]);
    expect(await changeTemplate(marc, id, template)).toBe(false);
    expect(await changeTemplate(nora, id, { ...template, shared: true })).toBe(true);
    expect(await templatesFor(marc)).toMatchObject([{ id, own: false, by: 'Nora' }]);
    expect(await changeTemplate(marc, id, template)).toBe(false);
    expect(await removeTemplate(marc, id)).toBe(false);
    expect(await removeTemplate(await anOwner(), id)).toBe(true);
    expect(await templatesFor(nora)).toEqual([]);
  });

  it('fill in what is known, and leave the rest to be said by a person', () => {
    const fillings = { name: 'Ana', organization: null, me: 'Nora' };
    expect(filled('Hi {{name}} of {{ organization }}, {{what you noticed}}. {{me}}', fillings)).toBe(
      'Hi Ana of {{ organization }}, {{what you noticed}}. Nora',
    );
    expect(filled('Hola {{Nombre}}: {{mi_nombre}}, {{toString}}', fillings)).toBe(
      'Hola Ana: Nora, {{toString}}',
    );
  });
});

describe('what we heard around somebody', () => {
  it('is what colleagues said, and what others said after they were put the pitch', async () => {
    const [nora, marea, pitchId] = [
      await anOwner(),
      await anOrganization('Marea'),
      await aPitch('Second visit'),
    ];
    const ana = await somebody('Ana', { organizationId: marea });
    const luis = await somebody('Luis', { organizationId: marea });
    const [dora, emil] = [await somebody('Dora'), await somebody('Emil')];
    await said(nora, luis.id, 'Ask in May.', { outcome: 'other', words: 'Ask in May' });
    await said(nora, dora.id, 'Before it.', { outcome: 'other', words: 'Before it' });
    await logged(nora, dora.id, { body: 'Our pitch', direction: 'outbound', pitchId });
    await said(nora, dora.id, 'Families share a card.', {
      outcome: 'question',
      words: 'Families share a card',
    });
    await said(nora, emil.id, 'Nothing to do with it.', { outcome: 'other', words: 'Nothing to do with it' });
    const around = await whatWeHeardAround(nora, { contactId: ana.id, pitchId, most: 3 });
    expect(around.map(({ of, name, words }) => [of, name, words])).toEqual([
      ['organization', 'Luis', 'Ask in May'],
      ['pitch', 'Dora', 'Families share a card'],
    ]);
    expect(await whatWeHeardAround(nora, { contactId: ana.id, pitchId: null, most: 3 })).toHaveLength(1);
  });
});
