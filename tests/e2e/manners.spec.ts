import { v7 } from 'uuid';
import type { Page } from '@playwright/test';
import { connect } from '@/bin/boot/connection.js';
import type { Installation } from '@/tests/support/installation';
import { expect, test } from '@/tests/support/journey';
import { setUp } from '@/tests/support/signing-in';

test.describe.configure({ mode: 'serial' });

const ana = v7();
const message = (page: Page) => page.getByLabel('Your message');
const send = (page: Page) => page.getByRole('button', { name: 'Copy and open LinkedIn' });
const manners = (page: Page) => page.getByRole('region', { name: 'Manners' });
const selected = (page: Page) =>
  message(page).evaluate((text) =>
    text instanceof HTMLTextAreaElement ? text.value.slice(text.selectionStart, text.selectionEnd) : '',
  );

test('a greeting without a name keeps a message from leaving, and the finding selects it', async ({
  page,
  installation,
}) => {
  await setUp(page, installation);
  await run(
    installation,
    `insert into contacts (id, name, name_key, given_name) values ('${ana}', 'Ana Beltrán', 'ana beltran', 'Ana');
     insert into addresses (id, contact_id, channel, handle, typed) values (gen_random_uuid(), '${ana}', 'linkedin', 'ana-beltran', 'in/ana-beltran')`,
  );
  await page.context().storageState({ path: 'test-results/manners.json' });
  await page.goto(`/contacts/${ana}/write`);
  await expect(manners(page)).toContainText('It is read as you type.');
  await message(page).fill('Dear friend,\n\nwhat was hardest about the move?');
  await expect(manners(page)).toContainText('A greeting without a name');
  await expect(send(page)).toHaveAttribute('aria-disabled', 'true');
  await manners(page).getByRole('button', { name: 'Dear friend' }).click();
  expect(await selected(page)).toBe('Dear friend');

  await message(page).fill('Hi Ana,\n\nwhat was hardest about the move?');
  await expect(manners(page)).toContainText('Nothing stands against it.');
  await expect(send(page)).not.toHaveAttribute('aria-disabled', 'true');
});

test('what is typed is kept by itself', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    storageState: 'test-results/manners.json',
  });
  const page = await context.newPage();
  await page.goto(`/contacts/${ana}/write`);
  await message(page).fill('Hi Ana, I kept this for later.');
  await expect(page.getByText('Kept as a draft.')).toBeVisible();
  await page.reload();
  await expect(message(page)).toHaveValue('Hi Ana, I kept this for later.');
  // Typed and reloaded at once, or left at once and come back to in another tab: nothing is lost.
  await message(page).fill('Hi Ana, I kept this for later. And this.');
  await page.reload();
  await expect(message(page)).toHaveValue('Hi Ana, I kept this for later. And this.');
  await message(page).fill('Hi Ana, and that.');
  await page.goto('/today');
  const tab = await context.newPage();
  await expect(async () => {
    await tab.goto(`/contacts/${ana}/write`);
    await expect(message(tab)).toHaveValue('Hi Ana, and that.', { timeout: 1_000 });
  }).toPass();
  await context.close();
});

test('a template leaves its fields to be filled in by a person', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    storageState: 'test-results/manners.json',
  });
  const page = await context.newPage();
  await page.goto('/settings/templates');
  await page.getByLabel('Name').fill('Half an hour');
  await page.getByLabel('Text').fill('Hi {{name}},\n\n{{what you noticed}}\n\nWould you tell me more?');
  await page.getByRole('button', { name: 'Keep this template' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One template.');

  await page.goto(`/contacts/${ana}/write`);
  await message(page).fill('');
  await page.getByLabel('Begin with a template').selectOption({ label: 'Half an hour' });
  await expect(message(page)).toHaveValue(/^Hi Ana,\n\n\{\{what you noticed\}\}/);
  expect(await selected(page)).toBe('{{what you noticed}}');
  await expect(manners(page)).toContainText('A field left empty');
  await expect(send(page)).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.type('The lamp room at Cape Finisterre made me laugh.');
  await expect(send(page)).not.toHaveAttribute('aria-disabled', 'true');
  await context.close();
});

test('without a script the server says the same, and nothing leaves', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    storageState: 'test-results/manners.json',
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(`/contacts/${ana}/write`);
  await message(page).fill('Hola a todos:\n¿qué fue lo más difícil?');
  await send(page).click();
  await expect(
    page.getByText('A greeting without a name. This is to Ana, and to nobody else.'),
  ).toBeVisible();
  await expect(page.getByText('Nothing was sent. Your text is kept as a draft.')).toBeVisible();
  await expect(message(page)).toHaveValue(/^Hola a todos:/);
  await context.close();
});

async function run(installation: Installation, sql: string): Promise<void> {
  const client = await connect(installation.database.app);
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
