import { v7 } from 'uuid';
import type { Locator } from '@playwright/test';
import { connect } from '@/bin/boot/connection.js';
import { awake } from '@/tests/support/awake';
import { expect, test } from '@/tests/support/journey';
import { nora, setUp, signIn } from '@/tests/support/signing-in';

test.describe.configure({ mode: 'serial' });

const ana = v7();

/** Presses until it is answered: a page that has just come may be seen before it listens. */
async function until(press: () => Promise<void>, shown: Locator): Promise<void> {
  await expect(async () => {
    if (!(await shown.isVisible())) await press();
    await expect(shown).toBeVisible({ timeout: 500 });
  }).toPass();
}

test('the cast', async ({ page, installation }) => {
  await setUp(page, installation);
  const client = await connect(installation.database.app);
  await client.query(
    `INSERT INTO contacts (id, name, name_key, given_name) VALUES ($1, 'Ana Beltrán', 'ana beltran', 'Ana')`,
    [ana],
  );
  await client.query(
    `INSERT INTO addresses (id, contact_id, channel, handle, typed) VALUES ($1, $2, 'email', $3, $3)`,
    [v7(), ana, 'ana@fundacion-marea.example'],
  );
  await client.end();
});

test('keys lead to places, to the person in view, and up again', async ({ page }) => {
  await signIn(page, nora);
  const her = page.getByRole('link', { name: 'Ana Beltrán' });
  await until(() => page.keyboard.press('?'), page.getByRole('dialog', { name: 'Keys' }));
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(her).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('l');
  await page.waitForURL(`**/log?contact=${ana}`);
  await page.goto('/contacts');
  await page.getByRole('link', { name: 'Ana Beltrán' }).focus();
  await page.keyboard.press('o');
  await page.waitForURL(`**/contacts/${ana}`);
  await page.keyboard.press('r');
  await page.waitForURL(`**/contacts/${ana}/write`);
  await page.getByLabel('Subject').pressSequentially('gcl?');
  await expect(page).toHaveURL(/\/write$/);
  await page.getByLabel('Subject').blur();
  await page.keyboard.press('u');
  await page.waitForURL(`**/contacts/${ana}`);
});

test('the sheet has every key, and its switch turns the single ones off', async ({ page }) => {
  await signIn(page, nora);
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await until(() => page.keyboard.press('?'), sheet);
  await expect(sheet.getByRole('heading', { name: 'Keys' })).toBeFocused();
  await expect(
    sheet.getByText('Take back the last thing you did, with the person in view if there is one'),
  ).toBeVisible();
  await sheet.getByRole('button', { name: 'Off' }).click();
  await expect(sheet.getByRole('button', { name: 'Off' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Find or do' })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('the commands begin with the person in view, find people, and close where they were opened', async ({
  page,
}) => {
  await signIn(page, nora);
  await page.goto(`/contacts/${ana}`);
  const palette = page.getByRole('dialog', { name: 'Find or do' });
  await until(() => page.getByRole('button', { name: 'Find or do' }).click({ timeout: 500 }), palette);
  const field = palette.getByRole('combobox');
  await expect(field).toBeFocused();
  await expect(palette.getByRole('option').first()).toContainText('Write to Ana');
  await expect(palette.getByRole('option', { selected: true })).toHaveCount(1);
  await field.fill('escribir ana');
  await expect(palette.getByRole('option')).toHaveText(['Write to Anar']);
  await field.fill('polic');
  await expect(palette.getByRole('option', { selected: true })).toHaveText('Policy');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/settings/policy');

  await until(() => page.keyboard.press('Control+k'), palette);
  await field.fill('marea.example');
  await expect(palette.getByRole('option')).toHaveText([
    ...['Ana BeltránNever written to', 'Write to Ana Beltrán', 'Log something with Ana Beltrán'],
    'Let Ana Beltrán rest',
    'Look for “marea.example” in what was said',
  ]);
  await field.fill('nobody of that name');
  await expect(palette.getByRole('option')).toHaveText([
    'Add somebody named “nobody of that name”',
    'Look for “nobody of that name” in what was said',
  ]);
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
});

test('what was logged a moment ago is taken back with one key, and stands in the list until then', async ({
  page,
  installation,
}) => {
  const client = await connect(installation.database.app);
  await client.query('update users set shortcuts = true');
  await client.end();
  await signIn(page, nora);
  await page.goto(`/log?contact=${ana}`);
  await page.getByLabel('What was said').fill('Who plans your programme?');
  await page.getByRole('button', { name: 'Log it' }).click();
  await page.waitForURL(/logged=/);
  await page.goto('/acts');
  const acts = page.getByRole('list', { name: 'What you did' });
  await expect(acts.getByRole('listitem')).toHaveCount(1);
  await expect(acts).toContainText('Who plans your programme?');
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await awake(page);
  await page.keyboard.press('z');
  await expect(page.getByText('Taken back. It stays readable.')).toBeVisible();
  await page.keyboard.press('z');
  await page.waitForURL(`**/acts?contact=${ana}`);
  await expect(page.getByText('There is nothing to take back.')).toBeVisible();
});

test('what is taken back in the list stays in its place and says so', async ({ page }) => {
  await signIn(page, nora);
  for (const words of ['One.', 'Two.']) {
    await page.goto(`/log?contact=${ana}`);
    await page.getByLabel('What was said').fill(words);
    await page.getByRole('button', { name: 'Log it' }).click();
    await page.waitForURL(/logged=/);
  }
  await page.goto('/acts');
  const row = page.getByRole('list', { name: 'What you did' }).getByRole('listitem');
  await expect(row).toHaveCount(2);
  await row.first().getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await expect(row.first().getByText('Taken back.')).toBeVisible();
  await expect(row).toHaveCount(2);
  await expect(row.first()).toContainText('Two.');
  await expect(row.nth(1).getByRole('button', { name: 'Undo' })).toBeVisible();
});
