import { expect, test } from '@/tests/support/journey';
import { nora, setUp } from '@/tests/support/signing-in';

test.describe.configure({ mode: 'serial' });

test('the first owner is made', async ({ page, installation }) => {
  await setUp(page, installation);
});

test("next-auth's own door signs in, tells whose session it is, and signs out", async ({ request }) => {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
  const knock = (password: string) =>
    request.post('/api/auth/callback/credentials', {
      form: { csrfToken, email: nora.email, password, json: 'true' },
      maxRedirects: 0,
    });
  expect((await knock('wrong')).status()).toBe(401);
  expect(await (await request.get('/api/auth/session')).json()).toEqual({});
  expect((await knock(nora.password)).status()).toBe(200);
  const { user } = await (await request.get('/api/auth/session')).json();
  expect(Object.keys(user).sort()).toEqual(['sessionId', 'sessionVersion', 'userId']);
  expect((await request.get('/settings/team', { maxRedirects: 0 })).status()).toBe(200);
  const forged = await request.post('/api/auth/signout', { form: { csrfToken: 'forged' }, maxRedirects: 0 });
  expect(forged.headers()['set-cookie'] ?? '').not.toContain('session-token=;');
});

test('the eleventh wrong try has to wait, wherever the caller says to come from', async ({
  page,
  playwright,
  baseURL,
}) => {
  const knock = async (n: number) => {
    const stranger = await playwright.request.newContext({
      ...(baseURL ? { baseURL } : {}),
      extraHTTPHeaders: { 'x-forwarded-for': `203.0.113.${n}`, 'x-earshot-peer': `203.0.113.${n}` },
    });
    const { csrfToken } = await (await stranger.get('/api/auth/csrf')).json();
    const form = { csrfToken, email: 'eva@atelier.example', password: 'wrong', json: 'true' };
    const answer = await stranger.post('/api/auth/callback/credentials', { form, maxRedirects: 0 });
    const said = await answer.text();
    await stranger.dispose();
    return said;
  };
  const said: string[] = [];
  for (let n = 1; n <= 11; n += 1) said.push(await knock(n));
  expect(said.filter((text) => text.includes('too_many_attempts'))).toHaveLength(1);
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill('eva@atelier.example');
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /You can try again in 15 minutes/ })).toBeVisible();
});
