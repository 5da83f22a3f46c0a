import { expect, it } from 'vitest';
import { redirectUri, serviceOf } from '@/lib/mailboxes/oauth/services';
import { authorizeUrl, newStart, sealStart, startIn } from '@/lib/mailboxes/oauth/start';
import { providers } from '@/lib/mailboxes/providers';
import { sealingKeys } from '@/lib/mailboxes/sealing';

const settings = {
  ...{ EARSHOT_GOOGLE_CLIENT_ID: 'ours.apps.example', EARSHOT_GOOGLE_CLIENT_SECRET: 'sea' },
  ...{ EARSHOT_MICROSOFT_CLIENT_ID: '', EARSHOT_MICROSOFT_CLIENT_SECRET: '' },
  EARSHOT_MICROSOFT_AUTHORITY: 'https://login.microsoftonline.us/marea/',
};
const now = new Date('2026-03-02T10:00:00Z');
const begun = () => newStart({ email: 'rosa@gmail.com', provider: 'gmail', mailboxId: null }, now);

it('asks Google for the mailbox, for coming back, and for nothing else', () => {
  const service = serviceOf('google', settings);
  const start = begun();
  const url = new URL(service ? authorizeUrl(service, start, redirectUri('https://e.example.org/')) : '');
  expect(`${url.origin}${url.pathname}`).toBe('https://accounts.google.com/o/oauth2/v2/auth');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    ...{ response_type: 'code', client_id: 'ours.apps.example', scope: 'https://mail.google.com/' },
    ...{ access_type: 'offline', prompt: 'consent', login_hint: 'rosa@gmail.com', state: start.state },
    redirect_uri: 'https://e.example.org/settings/mailboxes/oauth',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
  });
  expect(url.href).not.toContain(start.verifier);
  expect(url.href).not.toContain('sea');
});

it('knows a service only where it was set up, and the cloud of another country', () => {
  expect(serviceOf('microsoft', settings)).toBeNull();
  expect(serviceOf(null, settings)).toBeNull();
  expect(serviceOf('microsoft', { ...settings, EARSHOT_MICROSOFT_CLIENT_ID: 'ours' })?.token).toBe(
    'https://login.microsoftonline.us/marea/oauth2/v2.0/token',
  );
});

it('sends tokens nowhere but to the servers of whoever gave them', () => {
  const signedIn = providers.flatMap(({ oauth, imap, smtp }) =>
    oauth ? [[oauth, imap.host, smtp.host]] : [],
  );
  expect(signedIn).toEqual([
    ['google', 'imap.gmail.com', 'smtp.gmail.com'],
    ['google', 'imap.gmail.com', 'smtp.gmail.com'],
    ['microsoft', 'outlook.office365.com', 'smtp-mail.outlook.com'],
    ['microsoft', 'outlook.office365.com', 'smtp.office365.com'],
  ]);
});

it('keeps what a sign-in needs in a cookie that only its own person and state open', () => {
  const keys = sealingKeys(Buffer.alloc(32, 1).toString('base64'));
  const start = begun();
  const cookie = sealStart(start, 'rosa', keys) ?? '';
  expect(Buffer.from(cookie.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain(
    start.verifier,
  );
  const asked = { userId: 'rosa', state: start.state, now };
  expect(startIn(cookie, asked, keys)).toEqual(start);
  expect(startIn(cookie, { ...asked, userId: 'eva' }, keys)).toBeNull();
  expect(startIn(cookie, { ...asked, state: '' }, keys)).toBeNull();
  expect(startIn(cookie, { ...asked, now: new Date(now.getTime() + 601_000) }, keys)).toBeNull();
  expect(startIn(cookie, asked, sealingKeys(Buffer.alloc(32, 2).toString('base64')))).toBeNull();
  expect(startIn('nothing', asked, keys)).toBeNull();
  expect(sealStart(start, 'rosa', [])).toBeNull();
});
