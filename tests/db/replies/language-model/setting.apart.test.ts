import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { noAnswer } from '@/lib/auth/answer';
import type { Owner } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { setModel, unsetModel } from '@/lib/replies/language-model/actions';
import { keptKey, languageModel } from '@/lib/replies/language-model/queries';
import type { SignedIn } from '@/lib/session/session';
import { form } from '@/tests/support/doors/door';
import { modelServer, saying, status, type ModelServer } from '@/tests/support/model-server';
import { aMember, anOwner } from '@/tests/support/people';

const here = vi.hoisted(() => {
  process.env['EARSHOT_MAILBOX_KEY'] = Buffer.alloc(32, 9).toString('base64');
  return { caller: null as SignedIn | null };
});

vi.mock('@/lib/session/session', async (real) => ({
  ...(await real<object>()),
  signedIn: async () => here.caller,
}));
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }));
vi.mock('@/lib/language/preferences', () => ({ currentLanguage: async () => 'en' }));

let server: ModelServer;
let owner: Owner;

beforeAll(async () => {
  server = await modelServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  owner = await anOwner();
  here.caller = await db().user.findUniqueOrThrow({ where: { id: owner.userId } });
  server.answers(saying({ outcome: 'opted_out' }));
});

const typed = (more: Record<string, string> = {}) =>
  form({ baseUrl: `${server.baseUrl}/`, model: 'small', password: '', intent: 'on', ...more });

it('is tried with an example of ours, and trying saves nothing', async () => {
  const answer = await setModel(noAnswer, typed({ intent: 'try', password: 'sk-of-the-sea' }));
  expect(answer).toMatchObject({ error: null, values: { baseUrl: server.baseUrl, model: 'small' } });
  expect(answer.done).toBe('It answers, and took the example as it should. Nothing was saved yet.');
  expect(server.asked.at(-1)?.user).toContain('Please take me off your list');
  expect(await languageModel(owner)).toMatchObject({ isOn: false, baseUrl: null });
});

it('is switched on when it works, keeps its key for that address, and never says it', async () => {
  const answer = await setModel(noAnswer, typed({ password: 'sk-of-the-sea' }));
  expect(answer.done).toMatch(/^It is on\./);
  expect(JSON.stringify(answer)).not.toContain('sk-of');
  expect(await languageModel(owner)).toMatchObject({ isOn: true, baseUrl: server.baseUrl, hasKey: true });
  await setModel(noAnswer, typed({ model: 'larger' }));
  expect(server.asked.at(-1)).toMatchObject({ model: 'larger', authorization: 'Bearer sk-of-the-sea' });
  expect(await keptKey(owner, server.baseUrl)).toEqual({ key: 'sk-of-the-sea' });
  // To another address the key that is kept does not go.
  const other = await modelServer(saying({ outcome: 'opted_out' }));
  await setModel(noAnswer, typed({ baseUrl: other.baseUrl }));
  expect(other.asked.at(-1)?.authorization).toBeUndefined();
  expect(await languageModel(owner)).toMatchObject({ baseUrl: other.baseUrl, hasKey: false });
  await other.close();
  expect((await unsetModel(noAnswer, form({ intent: 'forget' }))).done).toBe(
    'Forgotten. It is asked no more.',
  );
  expect((await unsetModel(noAnswer, form({ intent: 'off' }))).done).toBe('It was off already.');
});

it('says what to do when it does not work, and changes nothing', async () => {
  server.answers(status(401));
  const refused = await setModel(noAnswer, typed({ password: 'sk-wrong' }));
  expect(refused.error).toMatch(/does not take the key\. Type it again; .+ Nothing was changed\.$/);
  expect(JSON.stringify(refused)).not.toContain('sk-wrong');
  server.answers(saying({ outcome: 'interested' }));
  expect((await setModel(noAnswer, typed())).error).toMatch(
    /^small answers, but does not read “please take me off/,
  );
  const clouds = await setModel(noAnswer, typed({ baseUrl: 'http://169.254.169.254/v1' }));
  expect(clouds.error).toMatch(/^169\.254\.169\.254 was not found, or is a place Earshot does not ask/);
  expect(
    (await setModel(noAnswer, typed({ baseUrl: 'https://a:b@model.example/v1' }))).fields['baseUrl'],
  ).toMatch(/without a password/);
  expect(await languageModel(owner)).toMatchObject({ isOn: false });
});

it('is an owner’s to set', async () => {
  const { userId } = await aMember();
  here.caller = await db().user.findUniqueOrThrow({ where: { id: userId } });
  const before = server.asked.length;
  const answer = await setModel(noAnswer, typed());
  expect(answer.error).not.toBeNull();
  expect(server.asked).toHaveLength(before);
});

it('is not tried without end: after twenty times somebody waits', async () => {
  for (let times = 0; times < 20; times += 1) await setModel(noAnswer, typed({ intent: 'try' }));
  const before = server.asked.length;
  expect((await setModel(noAnswer, typed({ intent: 'try' }))).error).toMatch(/minutes/);
  expect(server.asked).toHaveLength(before);
});
