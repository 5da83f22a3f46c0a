import { v7 } from 'uuid';
import { describe, expect, it, vi } from 'vitest';
import { makeToken } from '@/lib/auth/tokens/mutations';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { suppressAddress } from '@/lib/suppressions/mutations';
import { anOwner } from '@/tests/support/people';
import { asking, checked, handleOf, problemOf, question } from './asking';
import { heard, logged, said, somebody } from './scene';

vi.mock('@/lib/session/session', async (real) => ({ ...(await real<object>()), signedIn: async () => null }));

const { here } = asking();

describe('what is asked', () => {
  it('a telephone is one door, whichever channel it is listed on', async () => {
    const ana = await somebody('Ana');
    await rows(
      `INSERT INTO addresses (id, contact_id, channel, handle, typed) VALUES ($1, $2, 'whatsapp', '+34600111222', '600 111 222')`,
      [v7(), ana.id],
    );
    const { token } = here();
    const asked = { phone: '+34 600 11 12 22' };
    await expect(checked(asked, token)).resolves.toMatchObject({ contact: { id: ana.id }, allowed: true });
    await expect(checked({ ...asked, channel: 'sms' }, token)).resolves.toMatchObject({
      allowed: false,
      reasons: [{ code: 'not_their_address' }],
    });
  });

  it('a handle of one channel may ask about another; without an address there, one is to be added first', async () => {
    const { token } = here();
    const ana = await somebody('Ana');
    const asked = { email: await handleOf(ana.email) };
    await suppressAddress(here().nora, { channel: 'email', handle: asked.email }, 'so');
    await expect(checked(asked, token)).resolves.toMatchObject({ allowed: false });
    await expect(checked({ ...asked, channel: 'linkedin' }, token)).resolves.toMatchObject({
      allowed: true,
      next_act: { code: 'write' },
    });
    await expect(checked({ ...asked, channel: 'x' }, token)).resolves.toMatchObject({
      allowed: true,
      next_act: { code: 'add_address', url: `http://localhost:3000/contacts/${ana.id}/edit` },
      sentence: 'Nobody here has written to Ana yet. There is no address to write to yet.',
    });
  });

  it('the next act leads where it can be done', async () => {
    const { nora, token } = here();
    const ana = await somebody('Ana');
    const unheard = await logged(nora, ana.id, { body: 'And what does it cost?' });
    const whom = { contact_id: ana.id, channel: 'linkedin' };
    const act = async () => (await checked(whom, token)).next_act;
    expect(await act()).toEqual({ code: 'listen', url: `http://localhost:3000/listen/${unheard}` });
    await heard(nora, ana.id, unheard, { outcome: 'question' });
    const write = `http://localhost:3000/contacts/${ana.id}/write`;
    expect(await act()).toEqual({ code: 'answer', url: `${write}?answers=${unheard}` });
    const no = await said(nora, ana.id, 'No, thank you.', { outcome: 'declined', scope: 'person' });
    expect((await checked({ ...whom, answers_id: no }, token)).next_act?.code).toBe('answer');
    const ben = await somebody('Ben');
    const hisNo = await said(nora, ben.id, 'No, thank you.', { outcome: 'declined', scope: 'person' });
    expect((await checked({ ...whom, contact_id: ben.id }, token)).next_act).toEqual({
      code: 'thank',
      url: `http://localhost:3000/contacts/${ben.id}/write?answers=${hisNo}&thanks=1`,
    });
  });

  it('is answered in the language named, else in that of the header, else in one’s own', async () => {
    const carmen = await anOwner({ language: 'es' });
    const token = await makeToken(carmen, { name: 'un programa', days: 30 });
    const asked = { x: '@nobody_known' };
    const [es, en] = ['Aquí nadie conoce a esta persona.', 'Nobody here knows this person.'];
    const sentence = async (more: object, headers = {}) =>
      (await checked({ ...asked, ...more }, token, headers)).sentence;
    expect(await sentence({})).toContain(es);
    expect(await sentence({}, { 'accept-language': '*' })).toContain(es);
    expect(await sentence({}, { 'accept-language': 'en-GB,es;q=0.5' })).toContain(en);
    expect(await sentence({ language: 'es' }, { 'accept-language': 'en' })).toContain(es);
  });

  it('asking notes nothing: no refusal, no turn, no event', async () => {
    const { nora, token } = here();
    const ana = await somebody('Ana');
    await said(nora, ana.id, 'No.', { outcome: 'declined', scope: 'person' });
    const count = () => db().event.count();
    const before = await count();
    await checked({ contact_id: ana.id, channel: 'email' }, token);
    expect(await count()).toBe(before);
  });
});

describe('what cannot be asked', () => {
  const cases: readonly (readonly [string, unknown, string | null, string])[] = [
    ['nothing', {}, null, 'who_missing'],
    ['no object', [], null, 'no_object'],
    ['two at once', { email: 'a@b.example', x: '@a' }, null, 'who_several'],
    ['an id without a channel', { contact_id: v7() }, 'channel', 'channel_missing'],
    ['a field that is none', { email: 'a@b.example', force: true }, 'force', 'unknown_field'],
    ['an id that is none', { contact_id: '7', channel: 'email' }, 'contact_id', 'wrong_kind'],
    ['a channel that is none', { email: 'a@b.example', channel: 'fax' }, 'channel', 'wrong_kind'],
    ['a language we do not speak', { email: 'a@b.example', language: 'fr' }, 'language', 'wrong_kind'],
    ['no e-mail address', { email: 'ana' }, 'email', 'no_email'],
    ['a company page', { linkedin: 'https://linkedin.com/company/marea' }, 'linkedin', 'no_linkedin'],
    ['a place on X', { x: 'https://x.com/home' }, 'x', 'no_x'],
    ['a telephone without its country', { phone: '600 111 222' }, 'phone', 'no_phone'],
  ];

  it.each(cases)('%s', async (_, body, field, code) => {
    const problem = await problemOf(question(body, here().token));
    expect(problem).toMatchObject({ status: 400, code: 'invalid_input', errors: [{ field, code }] });
    expect(problem.headers.get('content-type')).toBe('application/problem+json');
  });

  it.each([
    ['text that is no JSON', '{"email":', {}, 400, 'not_json'],
    ['more than a question', `{"email":"${'a'.repeat(20_000)}"}`, {}, 413, 'too_long'],
    ['a form', 'email=a', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'no_json_type'],
    ['text', '{"email":"a@b.example"}', { 'content-type': 'text/plain' }, 415, 'no_json_type'],
  ])('%s', async (_, body, headers, status, code) => {
    expect(await problemOf(question(body, here().token, headers))).toMatchObject({ status, code });
  });

  it('whom, what and which nobody has here', async () => {
    const { token, nora } = here();
    const [ana, ben] = [await somebody('Ana'), await somebody('Ben')];
    const his = await said(nora, ben.id, 'Hello', { outcome: 'other' });
    const asked = { contact_id: ana.id, channel: 'linkedin' };
    const detail = async (body: object) => {
      const { status, detail: said } = await problemOf(question(body, token));
      return [status, said];
    };
    expect(await detail({ ...asked, contact_id: v7() })).toEqual([
      404,
      'What “contact_id” names is not here.',
    ]);
    expect(await detail({ ...asked, answers_id: his })).toEqual([
      404,
      'What “answers_id” names is not here.',
    ]);
    expect(await detail({ ...asked, pitch_id: v7() })).toEqual([404, 'What “pitch_id” names is not here.']);
    expect(await detail({ x: '@unknown_one', answers_id: his })).toEqual([
      404,
      'What “answers_id” names is not here.',
    ]);
  });
});
