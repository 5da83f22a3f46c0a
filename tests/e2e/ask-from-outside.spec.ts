import { expect, test } from '@/tests/support/journey';
import { nora, setUp, signIn } from '@/tests/support/signing-in';

test.describe.configure({ mode: 'serial' });

const popUp = { width: 360, height: 560 };
const page = (name: string) => `/to?linkedin=${encodeURIComponent(`https://www.linkedin.com/in/${name}/`)}`;

test('a token is shown once, asks, and opens nothing once it is revoked', async ({
  page: tab,
  installation,
  request,
}) => {
  await setUp(tab, installation);
  await tab.goto('/today');
  await tab.getByRole('button', { name: 'Look around with sample people' }).click();
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText(/answered/);
  await tab.getByRole('link', { name: 'Ask from outside' }).first().click();
  await tab.getByRole('button', { name: 'Make a token' }).click();
  await expect(tab.getByText('Say what it is for')).toBeVisible();
  await tab.getByLabel('What it is for').fill('The spreadsheet');
  await tab.getByRole('button', { name: 'Make a token' }).click();
  const token = await tab.getByLabel('Token', { exact: true }).inputValue();
  expect(token).toMatch(/^earshot_/);

  const ask = () =>
    request.post('/api/v1/gate/check', {
      headers: { authorization: `Bearer ${token}` },
      data: { linkedin: 'https://www.linkedin.com/in/priya-raman-sample/' },
    });
  const answer = await ask();
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ known: true, allowed: false, reasons: [{ code: 'declined' }] });

  await tab.reload();
  await expect(tab.getByLabel('Token', { exact: true })).toHaveCount(0);
  await expect(tab.getByText(/last used on/)).toBeVisible();
  await tab.getByRole('button', { name: 'Revoke' }).click();
  await expect(tab.getByText('There is none yet.')).toBeVisible();
  expect((await ask()).status()).toBe(401);
});

test('another site cannot ask with somebody’s session', async ({ page: tab }) => {
  await signIn(tab, nora);
  const status = await tab.evaluate(async () => {
    const body = JSON.stringify({ x: '@nobody_known' });
    const own = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
    return (await fetch('/api/v1/gate/check', own)).status;
  });
  expect(status).toBe(200);
  const forged = await tab.request.post('/api/v1/gate/check', {
    headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    data: { x: '@nobody_known' },
  });
  expect(forged.status()).toBe(403);
});

test('whoever is signed out comes back to the person they asked about, in a small window', async ({
  page: tab,
}) => {
  await tab.setViewportSize(popUp);
  await tab.goto(page('priya-raman-sample'));
  await tab.getByLabel('E-mail address').fill(nora.email);
  await tab.getByLabel('Password').fill(nora.password);
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Priya Raman');
  const standing = tab.getByRole('region', { name: 'Where it stands' });
  await expect(standing).toContainText('You can’t write to Priya now.');
  await expect(tab.getByRole('link', { name: 'Log something' }).first()).toBeVisible();
  const box = await standing.boundingBox();
  expect((box?.y ?? popUp.height) + (box?.height ?? 0)).toBeLessThan(popUp.height);
});

test('somebody nobody knows may be written to, and is added with what is at hand', async ({ page: tab }) => {
  await signIn(tab, nora);
  await tab.goto(`${page('carmen-soto')}&name=Carmen+Soto`);
  await expect(tab.getByRole('region', { name: 'Where it stands' })).toHaveText(
    /Nobody here knows this person\. Nothing speaks against writing\./,
  );
  await tab.getByRole('link', { name: 'Add this person' }).click();
  await expect(tab.getByLabel('Name', { exact: true })).toHaveValue('Carmen Soto');
  await tab.getByRole('button', { name: 'Keep this person' }).click();
  await tab.waitForURL(/\/contacts\/[0-9a-f-]{36}$/);
  await tab.goto(page('carmen-soto'));
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Carmen Soto');
});

test('the bookmark can be dragged away, and does nothing here', async ({ page: tab }) => {
  await signIn(tab, nora);
  await tab.goto('/settings/tokens');
  const link = tab.getByText('May I write?');
  await expect(tab.locator('a[href^="javascript:"]')).toHaveText('May I write?');
  await link.click();
  await expect(tab).toHaveURL(/\/settings\/tokens$/);
});
