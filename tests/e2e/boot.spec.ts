import { expect, test } from '@/tests/support/journey';

test('whoever asks how it is gets an answer without signing in', async ({ request }) => {
  const answer = await request.get('/api/health');
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({
    ok: true,
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    database: 'up',
    worker: 'up',
  });
});

test('the one-time link opens the page that makes the first owner', async ({ page, installation }) => {
  await page.goto(await installation.setupLink());
  await expect(page.getByRole('heading').first()).toBeVisible();
});
