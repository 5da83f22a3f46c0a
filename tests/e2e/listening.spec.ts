import { v7 } from 'uuid';
import type { Page } from '@playwright/test';
import { connect } from '@/bin/boot/connection.js';
import type { Installation } from '@/tests/support/installation';
import { awake } from '@/tests/support/awake';
import { expect, test } from '@/tests/support/journey';
import { addWhileLogging, idOf, log, title } from '@/tests/support/logging';
import { addToTeam, nora, setUp, signIn, signOut, type Somebody } from '@/tests/support/signing-in';

test.describe.configure({ mode: 'serial' });

const marc: Somebody = {
  name: 'Marc Puig',
  email: 'marc@atelier.example',
  password: 'a word before the next',
};
const standing = (page: Page) => page.getByRole('region', { name: 'Where it stands' });

async function asOwner(installation: Installation, sql: string, values: unknown[] = []) {
  const client = await connect(installation.database.owner);
  await client.query(sql, values).finally(() => client.end());
}

test('from the first start to the first refusal', async ({ page, installation }) => {
  await setUp(page, installation);
  await expect(title(page)).toHaveText('Nobody has said anything yet.');
  await page.getByRole('link', { name: 'Log what somebody said' }).click();
  await addWhileLogging(page, 'Ana Beltrán', 'Fundación Marea', 'ana@fundacionmarea.example');
  await expect(page.getByRole('radio', { name: 'We', exact: true })).toBeChecked();
  await expect(page.getByText('A guess, from whose turn it is.')).toBeVisible();
  await log(page, 'We', 'Hola, Ana: ¿tendrías media hora para contarme cómo hacéis que la gente vuelva?');
  await expect(page.getByRole('status').filter({ hasText: 'Logged.' })).toBeVisible();
  await expect(standing(page)).toContainText('You can’t write to Ana now.');
  await expect(standing(page).getByRole('button', { name: 'Write' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );

  await page.goto(`/log?contact=${idOf(page)}`);
  await log(page, 'We', '¿Has podido ver mi mensaje?');
  await expect(
    page.getByText('Logged. Earshot would have refused it: our last message is unanswered.'),
  ).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '¿Has podido ver mi mensaje?' })).toContainText(
    'Against Earshot’s rule, logged by Nora Weiß on',
  );
});

test('“no me interesa por ahora” blocks while nobody has heard it; heard as not now it rests until the day', async ({
  page,
  installation,
}) => {
  await signIn(page, nora);
  await page.goto('/log?q=beltran');
  await page.getByRole('link', { name: 'Ana Beltrán' }).click();
  await expect(page.getByRole('radio', { name: 'Ana', exact: true })).toBeChecked();
  await log(page, 'Ana', 'No me interesa por ahora. Escríbeme en primavera.');
  const ana = idOf(page);
  await expect(standing(page)).toContainText('Nobody here has heard it yet.');
  await page.goto(`/contacts/${ana}/write`);
  await expect(page.getByRole('button', { name: /^Copy/ })).toHaveAttribute('aria-disabled', 'true');

  await page.goto('/today');
  await expect(title(page)).toHaveText('One person answered.');
  await page.getByRole('link', { name: 'Skip to the people' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Ana Beltrán' })).toBeFocused();
  await page.goto('/today');
  await awake(page);
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Ana Beltrán' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('blockquote')).toHaveText('No me interesa por ahora. Escríbeme en primavera.');
  await page.keyboard.press('3');
  await expect(page.getByRole('radio', { name: 'Not now' })).toBeChecked();
  // The day their words name stands there already, and under it what it means.
  await expect(page.getByText(/^Ana rests until /)).toBeVisible();
  await page.keyboard.press('d');
  await expect(page.getByLabel('The words it rests on')).toHaveValue('Escríbeme en primavera.');
  await page.getByLabel('Until which day?').fill('whenever you like');
  await expect(page.getByText('No day can be read in this.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Something below needs another look.')).toBeVisible();
  await expect(page.getByText(/no such day|No day can be read/)).toHaveCount(1);
  await page.getByLabel('Until which day?').fill('in April 2031');
  await expect(page.getByText('That is how we read “in April 2031”.')).toBeVisible();
  await page.getByLabel('The words it rests on').fill('escríbeme en primavera');
  await expect(page.getByText(/Ana rests until Tuesday,? 1 April 2031\./)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.waitForURL('**/listen?*last=*');
  await expect(page.getByText('Ana: heard as not now, until 1 April 2031.').first()).toBeVisible();

  // Undone, it is asked anew at its place in the row; and may be left as it was.
  await awake(page);
  await page.keyboard.press('z');
  await expect(page.getByText('Taken back: “not now”. What did Ana say?')).toBeVisible();
  await expect(title(page)).toContainText('1 of 1 ·');
  await expect(page.locator('input[name=outcome]:checked')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Leave it at “not now”' })).toBeVisible();
  await awake(page);
  await page.keyboard.press('n');
  await page.waitForURL('**/listen?*last=*');
  await expect(page.getByText('Everything has been heard.')).toBeVisible();
  await page.goto('/today?tab=resting');
  await expect(page.getByRole('listitem').filter({ hasText: 'Ana Beltrán' })).toContainText(
    'Resting until 1 Apr 2031',
  );
  await page.goto(`/contacts/${ana}`);
  await expect(standing(page)).toContainText('You can’t write to Ana before 1 April 2031.');
  await expect(standing(page)).toContainText('Escríbeme en primavera');

  await asOwner(
    installation,
    `UPDATE rests SET recorded_at = recorded_at - interval '9 days', until = recorded_at - interval '1 day' WHERE contact_id = $1`,
    [ana],
  );
  await page.reload();
  await expect(standing(page).getByRole('link', { name: 'Write' })).toBeVisible();
});

test('a request to be left out closes e-mail and LinkedIn, for everybody here', async ({
  page,
  installation,
}) => {
  await signIn(page, nora);
  await addToTeam(installation, marc, 'member');
  await addWhileLogging(page, 'Jonas Weil', 'Weil & Partner', 'https://www.linkedin.com/in/jonas-weil');
  await log(page, 'We', 'Hello Jonas, would you like to see what we do?');
  const jonas = idOf(page);
  const email = v7();
  await asOwner(
    installation,
    `INSERT INTO addresses (id, contact_id, channel, handle, typed) VALUES ($1, $2, 'email', 'weil@weil.example', 'weil@weil.example')`,
    [email, jonas],
  );
  await page.goto(`/log?contact=${jonas}`);
  await log(
    page,
    'Jonas',
    'Please don’t include me when sending this kind of message. Don’t write to me again.',
  );

  await standing(page).getByRole('link', { name: 'Listen' }).click();
  await expect(page.getByRole('blockquote')).toBeVisible();
  await page.keyboard.press('4');
  await expect(page.getByLabel('Whom did Jonas name?')).toBeFocused();
  await page.getByRole('radio', { name: 'Somebody else' }).focus();
  await page.keyboard.press('6');
  await expect(page.getByText('Closes every channel to Jonas, for everybody here, for good.')).toBeVisible();
  await page.getByLabel('The words it rests on').fill('never ever');
  await page.getByRole('button', { name: 'Heard' }).click();
  await expect(page.getByText('These words do not stand in what was said.')).toBeVisible();
  await expect(page.getByLabel('The words it rests on')).toBeFocused();
  await page.getByLabel('The words it rests on').fill("don't write to me again");
  await page.getByRole('button', { name: 'Heard' }).click();
  await page.waitForURL('**/listen?*last=*');

  await signOut(page);
  await signIn(page, marc);
  await page.goto(`/contacts/${jonas}`);
  await expect(standing(page)).toContainText('You can’t write to Jonas.');
  await expect(standing(page)).toContainText('Don’t write to me again');
  for (const address of [email, '']) {
    await page.goto(`/contacts/${jonas}/write${address ? `?address=${address}` : ''}`);
    const send = page.getByRole('button', {
      name: address ? 'Copy and open e-mail' : 'Copy and open LinkedIn',
    });
    await expect(send).toHaveAttribute('aria-disabled', 'true');
  }
  await page.goto('/today?tab=stopped');
  await expect(page.getByRole('listitem').filter({ hasText: 'Jonas Weil' })).toContainText('Left out');
});

test('who heard it may change it for ten minutes, and nobody else', async ({ page, browser, baseURL }) => {
  await signIn(page, nora);
  await page.goto('/today?tab=stopped');
  await page.getByRole('link', { name: 'Jonas Weil' }).click();
  await page.getByRole('link', { name: /^heard by/ }).click();
  await expect(page.getByText('You may change that for ten minutes.')).toBeVisible();
  const heard = page.url();
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const another = await context.newPage();
  await signIn(another, marc);
  await another.goto(heard);
  await expect(another.getByText('Only the owner can hear it again now, with a reason.')).toBeVisible();
  await expect(another.getByRole('button', { name: 'Heard' })).toHaveCount(0);
  await context.close();

  await expect(async () => {
    await page.keyboard.press('Enter'); // In the moment in which a reply comes it is left alone.
    await expect(page.getByRole('radio', { name: 'Nothing to decide' })).toBeChecked({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/listen?*last=*');
  await expect(page.getByText('Everything has been heard.')).toBeVisible();
  await page.keyboard.press('z');
  await expect(
    page.getByText(
      'Taken back: Jonas is no longer heard as nothing to decide. What was heard before counts again: a request to be left out.',
    ),
  ).toBeVisible();
  await expect(page.getByText(/heard this .+ as: a request to be left out/)).toBeVisible();
  await page.getByRole('radio', { name: 'Nothing to decide' }).check();
  await page.keyboard.press('Control+Enter');
  await page.waitForURL('**/listen?*last=*');
  await page.goto('/today?tab=your_turn');
  await expect(page.getByRole('listitem').filter({ hasText: 'Jonas Weil' })).toBeVisible();
});

test('a talk is logged as heard, and a wrong row is corrected or taken back', async ({ page }) => {
  await signIn(page, nora);
  await page.goto('/log?q=jonas');
  await page.getByRole('link', { name: 'Jonas Weil' }).click();
  await page.getByRole('radio', { name: 'Jonas', exact: true }).check();
  await page.getByLabel('What was said').fill('He would like the two pages after all.');
  await expect(page.getByRole('radio', { name: 'Interested' })).toBeHidden();
  await page.getByLabel('Where', { exact: false }).first().selectOption({ label: 'In person' });
  await expect(page.getByText('Whoever talked has listened')).toBeVisible();
  await page.getByRole('button', { name: 'Log it' }).click();
  await expect(page.getByText('Choose one.')).toBeVisible();
  await page.getByRole('radio', { name: 'Interested' }).check();
  await page.getByRole('button', { name: 'Log it' }).click();
  await page.waitForURL('**/contacts/**');
  await expect(standing(page)).toContainText('waits for your answer');

  const talk = page.getByRole('listitem').filter({ hasText: 'the two pages after all' });
  await talk.getByRole('link', { name: 'Correct' }).click();
  await page.getByLabel('What was said').fill('He would like the three pages after all.');
  await page.getByLabel('Why is it corrected?').fill('Three, not two');
  await page.getByRole('button', { name: 'Correct it' }).click();
  await expect(page.getByText('Corrected. What it said before stays readable.')).toBeVisible();
  await page.getByText('Before it was corrected: Three, not two').click();
  await expect(page.getByText('He would like the two pages after all.')).toBeVisible();

  await page
    .getByRole('listitem')
    .filter({ hasText: 'the three pages' })
    .getByRole('link', { name: 'Correct' })
    .click();
  await page.getByText('Take back', { exact: true }).click();
  await page.getByLabel('Why?', { exact: true }).fill('It was somebody else');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('Taken back. It stays readable.')).toBeVisible();
  await expect(page.getByText(/^Taken back by Nora Weiß on .+: It was somebody else$/)).toBeVisible();
});
