import { expect, it, vi } from 'vitest';
import { v7 } from 'uuid';
import { GET } from '@/app/(desk)/mail/[id]/as-it-came/route';
import { mailOfMessage, waitingMail } from '@/lib/sync/kept/queries';
import { retract } from '@/lib/threads/mutations';
import { mailsOf } from '@/lib/threads/mails/queries';
import { rows } from '@/lib/db/pool';
import type { SignedIn } from '@/lib/session/session';
import { fileAll } from '@/tests/support/mail/filing';
import { written } from '@/tests/support/mail/letters';
import { aMailbox, anAddress, held, timelineOf } from '@/tests/support/mail/listening';
import { aMember, anOwner, aReader } from '@/tests/support/people';
import { aContact } from '@/tests/support/talk';

// Whoever is calling: a cookie of the browser. Everything behind it is as it is.
const here = vi.hoisted(() => ({ caller: null as SignedIn | null }));
vi.mock('@/lib/session/session', async (real) => ({
  ...(await real<object>()),
  signedIn: async () => here.caller,
}));
// The thread that reads mails for pages is bundled by the supervisor; here they are read in place.
vi.mock('@/lib/mail/reading/apart', async () => {
  const { readMail } = await import('@/lib/mail/reading/read-mail');
  const { picturesIn } = await import('@/lib/mail/reading/mime/pictures');
  return {
    readApart: async (raw: Buffer) => ({ ...(await readMail(raw)), pictures: await picturesIn(raw) }),
  };
});

const html = `<p onclick="steal()">Gladly.</p><script>steal()</script><form action="https://evil.example"><input name="password"></form>
<img src="https://pictures.example/a.png"><iframe src="https://evil.example"></iframe><link rel="stylesheet" href="https://evil.example/a.css">`;

const aMailWithHtml = () => aMailOf('text/html; charset=utf-8', html);

async function aMailOf(type: string, body: string) {
  const user = await aMember();
  const lease = await held(await aMailbox(user));
  const handle = `eva.${v7()}@museum.example`;
  const eva = await aContact({ name: 'Eva Maas' });
  await anAddress(eva, handle);
  const raw = written({ id: v7(), from: handle, type, body });
  await fileAll(lease, user, ['ana@atelier.example'], [{ at: new Date(Date.now() - 3_600_000), raw }]);
  const [message] = await timelineOf(eva);
  return { user, eva, id: message?.id ?? '', raw };
}

async function fetched(id: string, { pictures = false, site = 'same-origin' } = {}) {
  const headers = { 'sec-fetch-site': site };
  const request = new Request(`http://localhost/mail/${id}/as-it-came${pictures ? '?pictures=1' : ''}`, {
    headers,
  });
  return GET(request, { params: Promise.resolve({ id }) });
}

async function signIn(): Promise<void> {
  const { userId, name, role, language, timeZone } = await aReader();
  const rest = { email: `${userId}@earshot.test`, theme: null, shortcuts: true, sessionVersion: 1 };
  here.caller = { id: userId, name, role, language, timeZone, ...rest };
}

it('serves the HTML of a mail harmless and shut in, to the team and to nobody who is not signed in', async () => {
  const { id } = await aMailWithHtml();
  here.caller = null;
  expect((await fetched(id)).status).toBe(401);
  await signIn();
  const answer = await fetched(id);
  const page = await answer.text();
  expect(page).toContain('<p>Gladly.</p>');
  expect(page).not.toMatch(/steal|evil|pictures\.example|<form|<input|<iframe/);
  const rules = answer.headers.get('content-security-policy') ?? '';
  expect(rules).toContain("default-src 'none'");
  expect(rules).toContain("frame-ancestors 'self'");
  expect(rules).toMatch(/sandbox allow-popups allow-popups-to-escape-sandbox$/);
  expect(rules).not.toMatch(/allow-scripts|allow-same-origin|https:|script-src/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect((await fetched(v7())).status).toBe(404);
  expect((await fetched('not-an-id')).status).toBe(404);
});

it('shows the pictures that came along in a mail, and none that it only claims to bring', async () => {
  const dot = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
  const parts = [
    ...['--part', 'Content-Type: text/html; charset=utf-8', ''],
    '<p>Look:</p><img src="cid:dot%40here" alt="A dot"><img src="cid:gone@here"><img src="cid:page@here" alt="A page">',
    ...[
      '--part',
      'Content-Type: image/gif',
      'Content-ID: <dot@here>',
      'Content-Transfer-Encoding: base64',
      '',
      dot,
    ],
    ...[
      '--part',
      'Content-Type: text/html',
      'Content-ID: <page@here>',
      '',
      '<script>steal()</script>',
      '--part--',
    ],
  ];
  const { id } = await aMailOf('multipart/related; boundary=part', parts.join('\n'));
  await signIn();
  const page = await (await fetched(id)).text();
  expect(page).toContain(`<img src="data:image/gif;base64,${dot}" alt="A dot" />`);
  expect(page).toContain('<span dir="auto">A page</span>');
  expect(page).not.toMatch(/cid:|gone|steal/);
});

it('fetches pictures from elsewhere only when they are asked for, by a page of ours', async () => {
  const { id } = await aMailWithHtml();
  await signIn();
  const shown = await fetched(id, { pictures: true });
  expect(await shown.text()).toContain('<img src="https://pictures.example/a.png"');
  expect(shown.headers.get('content-security-policy')).toContain('img-src data: https: http:;');
  const elsewhere = await fetched(id, { pictures: true, site: 'cross-site' });
  expect(await elsewhere.text()).not.toContain('pictures.example');
  expect(elsewhere.headers.get('content-security-policy')).not.toContain('https:');
});

it('shows a mail no more once what it became was taken back, and one that waits only to whom it came', async () => {
  const { user, id, raw } = await aMailWithHtml();
  expect((await mailOfMessage(user, id))?.bytes.toString()).toBe(raw);
  expect([...(await mailsOf(user, [id, v7()])).keys()]).toEqual([id]);
  const [kept] = await rows<{ id: string }>(
    'SELECT raw_mail_id AS id FROM message_mails WHERE message_id = $1',
    [id],
  );
  expect(await waitingMail(user, kept?.id ?? '')).toBeNull();
  expect(await retract(await anOwner(), id, 'another Eva')).toMatchObject({ ok: true });
  expect(await mailOfMessage(user, id)).toBeNull();
});
