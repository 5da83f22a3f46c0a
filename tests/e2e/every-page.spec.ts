import { AxeBuilder } from '@axe-core/playwright';
import { connect } from '@/bin/boot/connection.js';
import { pagesOnDisk } from '@/tests/support/doors/on-disk';
import type { Installation } from '@/tests/support/installation';
import { expect, test } from '@/tests/support/journey';
import { setUp } from '@/tests/support/signing-in';

/** Every theme, language and width at least in pairs. */
const looks = [
  { theme: 'light', language: 'en', width: 1280 },
  { theme: 'dark', language: 'en', width: 360 },
  { theme: 'dark', language: 'es', width: 1280 },
  { theme: 'light', language: 'es', width: 360 },
] as const;

/** Pages that only show something to whoever comes with a key of their own; tests/e2e/auth.spec.ts looks at them. */
const withKey = ['/setup', '/invite', '/reset'];

/** What a page shows only when it is asked for it. */
const asked = [
  '/settings/policy?look=1&timeZone=UTC&followUpsNeverAnswered=1&followUpsInConversation=1&invitationNeeded=block',
];

test.describe.configure({ mode: 'serial' });

test('an owner with the sample people', async ({ page, installation }) => {
  await setUp(page, installation);
  await page.getByRole('button', { name: 'Look around with sample people' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/answered/);
  await page.context().storageState({ path: 'test-results/every-page.json' });
});

for (const { theme, language, width } of looks) {
  test(`no page has a barrier or overflows in ${theme}, ${language}, ${width} px`, async ({
    browser,
    baseURL,
    installation,
  }) => {
    test.setTimeout(240_000);
    await asOwner(installation, `update users set language = '${language}'`);
    const context = await browser.newContext({
      ...(baseURL ? { baseURL } : {}),
      storageState: 'test-results/every-page.json',
      colorScheme: theme,
      viewport: { width, height: 800 },
      locale: language,
    });
    const page = await context.newPage();
    const found: string[] = [];
    for (const path of await paths(installation)) {
      const answer = await page.goto(path);
      if (answer?.status() !== 200) found.push(`${path}: ${answer?.status()}`);
      if ((await page.locator('html').getAttribute('lang')) !== language)
        found.push(`${path}: not in ${language}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) found.push(`${path}: ${over} px too wide`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      found.push(
        ...violations.map(
          ({ id, nodes }) => `${path}: ${id} at ${nodes.map(({ target }) => target).join(', ')}`,
        ),
      );
    }
    await context.close();
    expect(found).toEqual([]);
  });
}

/** The address of every page on the disk; what stands in brackets is filled with somebody of the sample. */
async function paths(installation: Installation): Promise<string[]> {
  const [one] = await asOwner(
    installation,
    `select (select contact_id from standing where closed_by = 'declined' limit 1) as contact,
      (select m.id from messages m join standing s using (contact_id) where s.unheard > 0 and m.direction = 'inbound' limit 1) as message,
      (select id from pitches limit 1) as pitch`,
  );
  return pagesOnDisk()
    .map(
      (file) =>
        file
          .replace(/^app/, '')
          .replace(/\/page\.tsx$/, '')
          .replace(/\/\([a-z]+\)/g, '') || '/',
    )
    .filter((path) => !withKey.includes(path))
    .map((path) =>
      path
        .replace(/^(\/contacts)\/\[\w+\]/, `$1/${one?.contact}`)
        .replace(/^(\/listen)\/\[\w+\]/, `$1/${one?.message}`)
        .replace(/^(\/pitches)\/\[\w+\]/, `$1/${one?.pitch}`),
    )
    .filter((path) => !path.includes('['))
    .concat(asked);
}

async function asOwner(installation: Installation, sql: string): Promise<Record<string, string>[]> {
  const client = await connect(installation.database.app);
  try {
    const { rows } = await client.query<Record<string, string>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}
