import { v7 } from 'uuid';
import type { BrowserContext, Page } from '@playwright/test';
import { connect } from '@/bin/boot/connection.js';
import type { Installation } from '@/tests/support/installation';
import { expect, test } from '@/tests/support/journey';
import { addToTeam, nora, setUp, signIn, type Somebody } from '@/tests/support/signing-in';

test.describe.configure({ mode: 'serial' });

const marc: Somebody = {
  name: 'Marc Oliver',
  email: 'marc@atelier.example',
  password: 'a word before the next',
};
const ana = { id: v7(), name: 'Ana Beltrán' };
const eva = { id: v7(), name: 'Eva Novák' };
// Two seconds are promised; the rest is for a machine that tests two things at once.
const soon = { timeout: 4_000 };
const send = (page: Page) => page.getByRole('button', { name: 'Copy and open LinkedIn' });

/** Waits until this page's browser has its stream: only then is a change told, and not found by chance. */
const listening = (context: BrowserContext) =>
  context.waitForEvent('response', (answer) => answer.url().includes('/api/live'));

test('the cast', async ({ page, installation }) => {
  await setUp(page, installation);
  await addToTeam(installation, marc, 'member');
  await asApp(installation, async (query) => {
    for (const { id, name } of [ana, eva]) {
      await query('INSERT INTO contacts (id, name, name_key) VALUES ($1, $2, lower($2))', [id, name]);
      await query(
        `INSERT INTO addresses (id, contact_id, channel, handle, typed) VALUES ($1, $2, 'linkedin', $3, $3)`,
        [v7(), id, name.split(' ')[0]?.toLowerCase()],
      );
    }
  });
});

test('a reply that arrives while one writes shows at once and closes the send, in every tab and process', async ({
  page,
  context,
  installation,
  expectComplaint,
}) => {
  test.setTimeout(120_000);
  expectComplaint(/^asked http:\/\/localhost:/);
  const other = await installation.anotherWeb();
  await signIn(page, marc);
  const tab = await context.newPage();
  const elsewhere = await context.newPage();
  const streams = listening(context);
  await tab.goto(`/contacts/${ana.id}`);
  await elsewhere.goto(`${other}/contacts/${ana.id}/write`);
  await page.goto(`/contacts/${ana.id}/write`);
  await page.getByLabel('Your message').fill('Hi Ana, what was hardest about the move?');
  await expect(send(page)).toBeEnabled();
  await streams;

  await asApp(installation, (query) => reply(query, ana.id, 'Please leave us in peace this year.'));
  const heard = 'Please leave us in peace this year.';
  await Promise.all([
    expect(page.getByText(heard).first()).toBeVisible(soon),
    expect(elsewhere.getByText(heard).first()).toBeVisible(soon),
    expect(tab.getByText(heard).first()).toBeVisible(soon),
  ]);
  await expect(send(page)).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText('Ana Beltrán wrote while you were writing.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Where it stands' })).toContainText(
    'Nobody here has heard it yet.',
  );
  await expect(page.getByLabel('Your message')).toHaveValue('Hi Ana, what was hardest about the move?');
});

test('a colleague who writes first closes the send with the reason', async ({
  page,
  browser,
  installation,
}) => {
  await signIn(page, marc);
  const streams = listening(page.context());
  await page.goto(`/contacts/${eva.id}/write`);
  await page.getByLabel('Your message').fill('Hello Eva, who plans your programme?');
  await streams;
  const hers = await browser.newContext({
    ...{ baseURL: installation.url, locale: 'en-GB' },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await hers.route('https://www.linkedin.com/**', (route) => route.fulfill({ body: 'LinkedIn' }));
  const colleague = await hers.newPage();
  await signIn(colleague, nora);
  await colleague.goto(`/contacts/${eva.id}/write`);
  await colleague.getByLabel('Your message').fill('Dear Eva, how do you choose whom you invite?');
  await send(colleague).click();
  await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('Now send it to Eva Novák');

  await expect(send(page)).toHaveAttribute('aria-disabled', 'true', soon);
  await expect(page.getByRole('region', { name: 'Where it stands' })).toContainText('still unanswered');
  await expect(page.getByLabel('Your message')).toHaveValue('Hello Eva, who plans your programme?');
  await hers.close();
});

test('words half written on another page are left alone, and the page says that something changed', async ({
  page,
  installation,
}) => {
  await signIn(page, marc);
  await page.goto('/listen');
  const listen = page.getByRole('textbox').first();
  await listen.fill('They plan two years ahead.');
  await asApp(installation, (query) => reply(query, eva.id, 'Happy to talk.'));
  await expect(page.getByText('Something changed here while you were writing.')).toBeVisible(soon);
  await expect(listen).toHaveValue('They plan two years ahead.');
});

type Query = (sql: string, values: readonly unknown[]) => Promise<unknown>;

async function reply(query: Query, contact: string, body: string): Promise<void> {
  const thread = v7();
  await query(`INSERT INTO threads (id, contact_id, channel) VALUES ($1, $2, 'linkedin')`, [thread, contact]);
  await query(
    `INSERT INTO messages (id, contact_id, thread_id, channel, direction, source, body) VALUES ($1, $2, $3, 'linkedin', 'inbound', 'logged', $4)`,
    [v7(), contact, thread, body],
  );
}

async function asApp(installation: Installation, work: (query: Query) => Promise<void>): Promise<void> {
  const client = await connect(installation.database.app);
  try {
    await work((sql, values) => client.query(sql, [...values]));
  } finally {
    await client.end();
  }
}
