import { expect, test } from '@/tests/support/journey';
import { imapHost, type ImapHost } from '@/tests/support/mail/imap-host';
import { type Letter, written } from '@/tests/support/mail/letters';
import { nora, setUp, signIn } from '@/tests/support/signing-in';

test.describe.configure({ mode: 'serial' });

let server: ImapHost;
let n = 0;

test.beforeAll(async ({ installation }) => {
  server = await imapHost(installation.mailPort);
});
test.afterAll(() => server.stop());

function comes(folder: string, from: string, letter: Partial<Letter> = {}): void {
  n += 1;
  const raw = written({ id: `m${n}@home.example`, from, to: nora.email, date: new Date(), ...letter });
  server.deliver(folder, raw);
}

// Two seconds are promised; the rest is for a machine that tests two things at once.
const soon = { timeout: 10_000 };

test('who connects a mailbox types the password once, is led to what is wrong, and sees it being read', async ({
  page,
  installation,
}) => {
  await setUp(page, installation);
  comes('INBOX', 'shop@shop.example', { headers: ['List-Id: <news.shop.example>'] });
  await page.goto('/settings/mailboxes/new');
  const address = page.getByLabel('E-mail address');
  await expect(address).toBeFocused();
  await page.keyboard.type('nora@gmail');
  await page.keyboard.press('Enter');
  await expect(address).toHaveAttribute('aria-invalid', 'true');
  await expect(address).toBeFocused();
  await address.fill('nora@gmail.com');
  await page.keyboard.press('Enter');
  const password = page.getByLabel('Password', { exact: true });
  await expect(password).toBeFocused();
  const made = page.getByRole('link', { name: 'myaccount.google.com/apppasswords' });
  await expect(made).toHaveAttribute('href', 'https://myaccount.google.com/apppasswords');
  await expect(made).toHaveAttribute('rel', 'noopener noreferrer');

  await page.getByRole('button', { name: 'Another address' }).click();
  await expect(address).toBeFocused();
  await address.fill(nora.email);
  await page.keyboard.press('Enter');
  await expect(password).toBeFocused();
  const host = page.locator('[name=imapHost]');
  await host.fill('imap.no-such-name.invalid');
  await page.locator('[name=imapPort]').fill('993');
  await page.locator('[name=smtpHost]').fill('');
  await page.locator('[name=login]').fill('ana');
  await password.fill('lisen');
  const error = page.locator('main').getByRole('alert');
  await page.keyboard.press('Enter');
  await expect(error).toContainText('Nobody on the Internet is called imap.no-such-name.invalid.');
  await expect(host).toBeFocused();
  await expect(password).toHaveValue('lisen');

  await host.fill('127.0.0.1');
  await page.locator('[name=imapPort]').fill(String(installation.mailPort));
  await page.locator('[name=imapSecurity]').selectOption('none');
  await page.getByRole('button', { name: 'Try and connect' }).click();
  await expect(page.getByRole('button', { name: 'Trying, up to 20 seconds a server…' })).toBeVisible();
  await expect(error).toHaveCount(0);
  await expect(error).toContainText('did not take this user name and password');
  await expect(password).toHaveValue('');
  await expect(password).toBeFocused();
  await page.keyboard.type('listen');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/settings\/mailboxes\/[0-9a-f-]{36}$/);
  // It follows by itself.
  await expect(page.getByText('1 looked at · none with a contact · 1 only remembered')).toBeVisible({
    timeout: 15_000,
  });
  await expect(page.getByText('All of it is read.')).toBeVisible(soon);
  await expect(page.getByText('not read to the end yet')).toHaveCount(0);
  comes('INBOX', 'shop@shop.example', { headers: ['List-Id: <news.shop.example>'] });
  await expect(page.getByText('2 looked at')).toBeVisible(soon);
});

test('a Never can be taken back, and whoever uses the keyboard keeps their place', async ({ page }) => {
  await signIn(page, nora);
  await page.goto('/settings/mailboxes');
  await page.getByRole('link', { name: nora.email }).click();
  await expect(page.getByText('Nobody is waiting to be added.')).toBeVisible();
  await expect(page.getByText(/^Whoever wrote before .* is not listed\./)).toBeVisible();
  comes('INBOX', 'Jo Vance <jo@home.example>');
  comes('INBOX', 'Kim Lund <kim@home.example>');
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect(row('Jo Vance')).toBeVisible(soon);
  await expect(row('Kim Lund')).toBeVisible(soon);
  await page.getByRole('button', { name: 'Never: Jo Vance' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('You are not asked about Jo Vance again')).toBeVisible();
  await expect(row('Jo Vance')).toHaveCount(0);
  await expect(row('Kim Lund')).toBeFocused();
  await page.getByRole('button', { name: 'Undo: ask about Jo Vance again' }).focus();
  await page.keyboard.press('Enter');
  await expect(row('Jo Vance')).toBeFocused();
  await page.getByRole('button', { name: 'Add as contact: Kim Lund' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Kim Lund is a contact now.')).toBeVisible();
  await expect(row('Jo Vance')).toBeFocused();
});

test('a no that lies in junk is heard once that folder is chosen', async ({ page }) => {
  await signIn(page, nora);
  comes('Junk', 'Kim Lund <kim@home.example>', { body: 'No, thank you.' });
  await page.goto('/settings/mailboxes');
  await page.getByRole('link', { name: nora.email }).click();
  await expect(page.getByText('Not read: Junk and Notes.')).toBeVisible();
  await page.getByText('Choose what else is read').click();
  await page.getByRole('button', { name: 'Read Junk too' }).focus();
  await page.keyboard.press('Enter');
  const junk = page.getByRole('listitem').filter({ hasText: 'Junk' });
  await expect(junk).toBeFocused();
  await expect(junk).toContainText('1 looked at · 1 with contacts', soon);
  await page.goto('/today');
  await expect(page.getByText('No, thank you.').first()).toBeVisible();
});

test('what is not heard is said on Today, with since when, and what to do about it where it fails', async ({
  page,
  installation,
}) => {
  await signIn(page, nora);
  await server.stop();
  await page.goto('/today');
  const failing = page.getByText(
    new RegExp(
      `${nora.email} has not been readable since \\d\\d:\\d\\d (today|yesterday), so what arrives there`,
    ),
  );
  await expect(failing).toBeVisible({ timeout: 20_000 });
  await page.getByRole('link', { name: 'See what to do' }).click();
  await expect(page.getByText(/^Last tried: \d\d:\d\d\./)).toBeVisible();
  server = await imapHost(installation.mailPort);
  await page.getByRole('button', { name: 'Try again now' }).click();
  await expect(page.getByRole('button', { name: 'Try again now' })).toHaveCount(0, { timeout: 20_000 });
  await expect(page.getByText('cannot be read')).toHaveCount(0);

  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Paused. Until it is read again, its silence proves nothing.')).toBeVisible();
  await page.goto('/today');
  const paused = `${nora.email} is paused. Nothing has been heard there since`;
  await expect(page.getByText(paused)).toContainText(/since \d\d:\d\d (today|yesterday), so silence there/);
  await page.getByRole('link', { name: 'See the mailbox' }).click();
  await page.getByRole('button', { name: 'Read it again' }).click();
  await expect(page.getByText('It is being read again.')).toBeVisible();
  await page.goto('/today');
  await expect(page.getByText(paused)).toHaveCount(0);
});

test('whoever disconnects a mailbox is told what becomes of it and how to come back', async ({ page }) => {
  await signIn(page, nora);
  await page.goto('/settings/mailboxes');
  await page.getByRole('link', { name: nora.email }).click();
  await page.getByText('Disconnect', { exact: true }).click();
  await page.getByRole('button', { name: `Yes, disconnect ${nora.email}` }).click();
  const said = page.getByRole('status').filter({ hasText: `${nora.email} is disconnected.` });
  await expect(said).toContainText('What was heard stays in your conversations.');
  await said.getByRole('link', { name: 'connect it once more' }).click();
  await expect(page.getByLabel('E-mail address')).toBeVisible();
});
