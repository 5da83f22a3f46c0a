import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { GET } from '@/app/(desk)/settings/mailboxes/oauth/route';
import { noAnswer } from '@/lib/auth/answer';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import type { MailAccount } from '@/lib/mail/account';
import { faultOf } from '@/lib/mail/fault';
import { resolveHost } from '@/lib/mail/hosts';
import { openImap } from '@/lib/mail/imap';
import { prepareMailbox } from '@/lib/mailboxes/actions';
import { failed } from '@/lib/mailboxes/mutations';
import { signInAgain, signInThere } from '@/lib/mailboxes/oauth/actions';
import { accountToRead } from '@/lib/mailboxes/oauth/mutations';
import type * as Providers from '@/lib/mailboxes/providers';
import { accountOf } from '@/lib/mailboxes/queries';
import type { SignedIn } from '@/lib/session/session';
import { connectTo } from '@/lib/sync/listening/connect';
import { form } from '../../support/doors/door';
import { aMember } from '../../support/people';

const here = await vi.hoisted(async () => {
  const { oauthServer, tokenImap, client } = await import('../../support/oauth-server');
  const { smtpServer } = await import('../../support/mail-servers');
  const [service, imap, smtp] = [await oauthServer(), await tokenImap(), await smtpServer()];
  process.env['EARSHOT_MAILBOX_KEY'] = Buffer.alloc(32, 7).toString('base64');
  process.env['EARSHOT_MAIL_HOSTS_ALLOWED'] = `127.0.0.1:${imap.port},127.0.0.1:${smtp.port}`;
  process.env['EARSHOT_MICROSOFT_CLIENT_ID'] = client.id;
  process.env['EARSHOT_MICROSOFT_CLIENT_SECRET'] = client.secret;
  process.env['EARSHOT_MICROSOFT_AUTHORITY'] = service.authority;
  const jar = new Map<string, string>();
  return { service, imap, smtp, jar, caller: null as SignedIn | null };
});

// Microsoft's servers are on this machine here.
vi.mock('@/lib/mailboxes/providers.json', () => {
  const at = (port: number) => ({ host: '127.0.0.1', port, security: 'none' });
  const [imap, smtp] = [at(here.imap.port), at(here.smtp.port)];
  const one = { code: 'microsoft_365', name: 'Microsoft 365', domains: ['fundacion-marea.example'], mx: [] };
  const table = [{ ...one, imap, smtp, oauth: 'microsoft', asks: 'token' }];
  return { default: table };
});
vi.mock('@/lib/mailboxes/providers', async (real) => {
  const providers = await real<typeof Providers>();
  const plain = <T extends { imap: object; smtp: object } | null>(one: T): T =>
    one && { ...one, imap: { ...one.imap, security: 'none' }, smtp: { ...one.smtp, security: 'none' } };
  return {
    ...providers,
    providerCalled: (code: string | null) => plain(providers.providerCalled(code)),
    providerOf: (email: string) => plain(providers.providerOf(email)),
  };
});
vi.mock('@/lib/session/session', async (real) => ({
  ...(await real<object>()),
  signedIn: async () => here.caller,
}));
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }));
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (here.jar.has(name) ? { name, value: here.jar.get(name) } : undefined),
    set: (name: string, value: string) => (value === '' ? here.jar.delete(name) : here.jar.set(name, value)),
  }),
}));
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`goes to ${to}`);
  },
}));
vi.mock('@/lib/language/preferences', () => ({ currentLanguage: async () => 'en' }));

const { state } = here.service;
const email = 'rosa@fundacion-marea.example';

afterAll(() => Promise.all([here.service.close(), here.imap.close(), here.smtp.close()]));
beforeEach(async () => {
  await rows(`UPDATE mailboxes SET closed_at = law.clock(), secret = NULL, secret_nonce = NULL, secret_key_id = NULL,
    state = 'connected', failing_since = NULL, fault = NULL, fault_at = NULL, lease_holder = NULL, leased_until = NULL WHERE closed_at IS NULL`);
  here.jar.clear();
  Object.assign(state, {
    access: 'a token',
    seconds: 3_600,
    revoked: false,
    status: null,
    givesRefresh: true,
  });
  here.imap.takes('a token');
  await becomes((await aMember()).userId);
});

async function becomes(userId: string) {
  here.caller = await db().user.findUniqueOrThrow({ where: { id: userId } });
}

const leaves = async (asking: Promise<unknown>) => {
  const error: unknown = await asking.then(
    (answer) => new Error(`stays: ${JSON.stringify(answer)}`),
    (thrown: unknown) => thrown,
  );
  return error instanceof Error ? error.message.replace(/^goes to /, '') : '';
};
const begins = () => leaves(signInThere(noAnswer, form({ email, provider: 'microsoft_365' })));
const comesBack = async (url: URL) => (await GET(new Request(url))).headers.get('location') ?? '';
const idIn = (location: string) => /\/settings\/mailboxes\/([0-9a-f-]{36})$/.exec(location)?.[1] ?? location;
const connected = async () => idIn(await comesBack(here.service.allow(await begins())));

const open = async (account: MailAccount) =>
  openImap(account, await resolveHost(account.imap), { answer: 5_000 });
const reads = async (id: string) => {
  const session = await connectTo(id, { account: accountToRead, open });
  const folders = await session.folders();
  session.close();
  return folders.map(({ path }) => path);
};
const faultIn = (asked: Promise<unknown>) => asked.then(() => 'none', faultOf);

it('somebody signs in where their mail is kept, and the mailbox is read with what that gave', async () => {
  const prepared = await prepareMailbox(noAnswer, form({ email, look: '' }));
  expect(prepared).toMatchObject({ values: { oauth: 'microsoft' } });
  expect(prepared.done).toMatch(/^Microsoft 365 lets you sign in on its own page/);
  const url = new URL(await begins());
  expect(`${url.origin}${url.pathname}`).toBe(`${here.service.authority}/oauth2/v2.0/authorize`);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    ...{ response_type: 'code', code_challenge_method: 'S256', login_hint: email },
    redirect_uri: 'http://localhost:3000/settings/mailboxes/oauth',
    scope: expect.stringContaining('offline_access'),
  });
  const id = idIn(await comesBack(here.service.allow(url.href)));
  expect(here.jar.size).toBe(0);
  expect(await reads(id)).toEqual(['INBOX']);
  const [row] = await rows<{ all: string; oauth: string; login: string }>(
    'SELECT b::text AS all, oauth, login FROM mailboxes b WHERE id = $1',
    [id],
  );
  expect(row).toMatchObject({ oauth: 'microsoft', login: email });
  for (const secret of ['a token', state.refresh])
    for (const spelt of [secret, Buffer.from(secret).toString('hex')]) expect(row?.all).not.toContain(spelt);
});

it('a token that has run out is renewed before it is used, and what is good for the next time is kept', async () => {
  state.seconds = 60;
  const id = await connected();
  const first = state.refresh;
  state.access = 'the second token';
  here.imap.takes('the second token');
  state.seconds = 3_600;
  expect(await reads(id)).toEqual(['INBOX']);
  expect(state.refresh).not.toBe(first);
  expect((await accountOf(id)).secret).toMatchObject({ access: 'the second token', refresh: state.refresh });
  const asked = state.asked.length;
  expect(await reads(id)).toEqual(['INBOX']);
  expect(state.asked).toHaveLength(asked);
});

it('a token that is refused before its time is renewed once, and refused again it says what to do', async () => {
  const id = await connected();
  state.access = 'the second token';
  here.imap.takes('the second token');
  expect(await reads(id)).toEqual(['INBOX']);
  here.imap.takes('somebody else’s');
  expect(await faultIn(reads(id))).toBe('token_refused');
});

it('what was taken back fails with a sentence, and signing in again mends it', async () => {
  state.seconds = 60;
  const id = await connected();
  state.revoked = true;
  expect(await faultIn(reads(id))).toBe('consent_gone');
  await failed(id, 'consent_gone');
  state.revoked = false;
  state.seconds = 3_600;
  const url = await leaves(signInAgain(noAnswer, form({ id })));
  expect(idIn(await comesBack(here.service.allow(url)))).toBe(id);
  expect(await rows('SELECT state::text, fault FROM mailboxes WHERE id = $1', [id])).toEqual([
    { state: 'connected', fault: null },
  ]);
  expect(await reads(id)).toEqual(['INBOX']);
});

it('a service that is silent, broken or sends one elsewhere loses nothing, and is not followed', async () => {
  state.seconds = 60;
  const id = await connected();
  for (const [status, fault] of [
    [503, 'oauth_silent'],
    [429, 'oauth_silent'],
    [302, 'oauth_refused'],
  ] as const) {
    state.status = status;
    expect(await faultIn(accountToRead(id))).toBe(fault);
  }
  state.status = null;
  expect(await reads(id)).toEqual(['INBOX']);
});

it.each([
  ['another state', (back: URL) => back.searchParams.set('state', 'guessed')],
  ['no state', (back: URL) => back.searchParams.delete('state')],
  ['no cookie', () => here.jar.clear()],
  [
    'a cookie that was bent',
    () => here.jar.forEach((value, name) => here.jar.set(name, `${value.slice(0, -4)}AAAA`)),
  ],
])('nobody is connected who comes back with %s', async (_what, bend) => {
  const back = here.service.allow(await begins());
  bend(back);
  const asked = state.asked.length;
  expect(await comesBack(back)).toBe('http://localhost:3000/settings/mailboxes/new?oauth=stale');
  expect(state.asked).toHaveLength(asked);
});

it('what one began another cannot end, nor anybody twice, nor after ten minutes', async () => {
  const back = here.service.allow(await begins());
  const [mine, cookies] = [here.caller?.id ?? '', new Map(here.jar)];
  await becomes((await aMember()).userId);
  expect(await comesBack(back)).toMatch(/oauth=stale$/);
  await becomes(mine);
  cookies.forEach((value, name) => here.jar.set(name, value));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 601_000 });
  expect(await comesBack(back)).toMatch(/oauth=stale$/);
  vi.useRealTimers();
  cookies.forEach((value, name) => here.jar.set(name, value));
  expect(idIn(await comesBack(back))).toMatch(/^[0-9a-f-]{36}$/);
  cookies.forEach((value, name) => here.jar.set(name, value));
  expect(await comesBack(back)).toMatch(/new\?oauth=consent_gone&at=microsoft_365$/);
});

it('who does not allow it, or signs in as somebody else, finds no mailbox and reads why', async () => {
  const denied = here.service.allow(await begins());
  denied.searchParams.delete('code');
  denied.searchParams.set('error', 'access_denied');
  expect(await comesBack(denied)).toMatch(/\?oauth=denied&/);
  state.access = 'a token of another account';
  expect(await connected()).toMatch(/\?oauth=token_refused&/);
  state.access = 'a token';
  state.givesRefresh = false;
  expect(await connected()).toMatch(/\?oauth=oauth_refused&/);
  expect(await rows('SELECT FROM mailboxes WHERE closed_at IS NULL')).toEqual([]);
});
