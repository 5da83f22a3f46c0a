import { setUp } from '@/tests/support/signing-in';
import { expect, test } from '@/tests/support/journey';

test('a file of fifteen megabytes arrives whole', async ({ page, installation }) => {
  await setUp(page, installation);
  const note = 'x'.repeat(5_000);
  const rows = Array.from({ length: 3_000 }, (_, at) => `Person ${at},p${at}@marea.test,${note}`);
  const buffer = Buffer.from(['name,email,notes', ...rows].join('\n'));
  expect(buffer.length).toBeGreaterThan(15_000_000);
  await page.goto('/import');
  await page.getByLabel('A CSV file').setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { name: '3,000 people new' })).toBeVisible({ timeout: 45_000 });
});
