import { expect, test } from '@/tests/support/journey';

test('whoever asks how it is gets an answer without signing in', async ({ request }) => {
  // The worker is down until it has been heard for the first time.
  await expect.poll(async () => (await request.get('/api/health')).status(), { timeout: 30_000 }).toBe(200);
  const answer = await request.get('/api/health');
  expect(await answer.json()).toEqual({
    ok: true,
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    database: 'up',
    worker: 'up',
    mailboxes: { connected: 0, failing: 0, paused: 0, unread: 0 },
  });
});

test('the one-time link opens the page that makes the first owner', async ({ page, installation }) => {
  await page.goto(await installation.setupLink());
  await expect(page.getByRole('heading').first()).toBeVisible();
});
