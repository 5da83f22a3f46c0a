import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { asApplication } from '@/tests/support/every-path';
import type { Installation } from '@/tests/support/installation';
import { awake } from '@/tests/support/awake';
import { expect, test } from '@/tests/support/journey';
import { type Letter, written } from '@/tests/support/mail/letters';
import { nora, setUp, signIn } from '@/tests/support/signing-in';

test.describe.configure({ mode: 'serial' });

const token = `earshot_${'a'.repeat(43)}`;

/** Two people we know, and a token with which the test hands mail in as a mailbox would. */
async function begin(page: Page, installation: Installation): Promise<void> {
  await setUp(page, installation);
  const hash = createHash('sha256').update(token).digest('hex');
  await asApplication(
    installation,
    `insert into api_tokens (id, user_id, name, token_hash, scopes) select gen_random_uuid(), id, 'mail', '${hash}', '{mail:inbound}' from users`,
  );
  await asApplication(
    installation,
    `insert into contacts (id, name, name_key) values (gen_random_uuid(), 'Eva Maas', 'eva maas'), (gen_random_uuid(), 'Noor Bakker', 'noor bakker')`,
  );
  await asApplication(
    installation,
    `insert into addresses (id, contact_id, channel, handle, typed) select gen_random_uuid(), id, 'email', h, h from contacts,
       lateral (select replace(name_key, ' ', '.') || '@museum.example' as h) x`,
  );
}

async function comes(page: Page, letter: Letter): Promise<void> {
  const answer = await page.request.post('/api/v1/inbound', {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'message/rfc822' },
    data: Buffer.from(written({ date: new Date(Date.now() - 60_000), ...letter })),
  });
  expect(answer.status()).toBe(202);
}

test('a mail of nobody known asks its owner, and is filed with whom they choose, by keys alone', async ({
  page,
  installation,
}) => {
  await begin(page, installation);
  const to = 'eva.maas@museum.example, noor.bakker@museum.example';
  await comes(page, { id: 'ours@atelier.example', from: nora.email, to, subject: 'A visit' });
  const answer = { to: nora.email, subject: 'Re: A visit', inReplyTo: 'ours@atelier.example' };
  const body = 'Thursday works.\n\nOn Monday Nora wrote:\n> When may we come?';
  await comes(page, { ...answer, id: 'r1@home.example', from: 'N. Bakker <nb@home.example>', body });
  await page.goto('/today');
  // It comes in while one looks.
  const line = page.getByText('One mail waits for you to say whose it is.');
  await expect(line).toBeVisible({ timeout: 20_000 });
  await page.getByRole('link', { name: 'Say whose' }).click();
  await expect(page.getByText('Thursday works.')).toBeVisible();
  await expect(page.getByText('When may we come?')).toHaveCount(0);
  await expect(page.getByText(/“A visit”, went to them/)).toHaveCount(2);

  await awake(page);
  await page.keyboard.press('0');
  await page.keyboard.press('Enter');
  await expect(page.getByText('You know whose every mail is.')).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByText('Thursday works.')).toBeVisible();
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  // A minute long it can be taken back, also among everything one did.
  await expect(page.getByText(/^In a minute this mail goes to Noor Bakker/).last()).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByText('Thursday works.')).toBeVisible();
  await awake(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Choose one of them first.')).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.getByText('Choose one of them first.')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^In a minute this mail goes to Noor Bakker/).last()).toBeVisible();
  await page.goto('/acts');
  await expect(page.getByText('You said that a mail from nb@home.example is Noor Bakker’s.')).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: 'Do it now' }).click();
  await page.waitForURL('**/contacts/**');
  // What they answered stands there as soon as it is filed, and nobody may write before it is heard.
  await expect(page.getByText('Thursday works.').first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('nobody has heard this yet')).toBeVisible();
  await expect(page.getByText('nb@home.example').first()).toBeVisible();
});

test('a mail is seen as it came, without scripts, and asks nobody elsewhere before one wants it', async ({
  page,
  context,
  expectComplaint,
}) => {
  await signIn(page, nora);
  // Looking into the frame is itself a script, which the frame refuses, and says so.
  expectComplaint(
    /^console: Blocked script execution in '[^']*\/as-it-came(\?pictures=1)?' because the document's frame is sandboxed/,
  );
  const picture = 'https://pictures.example/a.png';
  const html = `<h1 onclick="document.title='x'">Gladly!</h1><script>document.title='stolen'</script><img src="${picture}" alt="The hall"><p>Come on Thursday.</p><blockquote type="cite"><p>May we come?</p></blockquote>`;
  await comes(page, {
    ...{ id: 'r2@museum.example', from: 'eva.maas@museum.example', to: nora.email, subject: 'Yes' },
    ...{ type: 'text/html; charset=utf-8', body: html },
  });
  await context.route('https://pictures.example/**', (route) =>
    route.fulfill({ status: 200, contentType: 'image/png', body: Buffer.from('') }),
  );
  await page.goto('/contacts');
  await page.getByRole('link', { name: 'Eva Maas' }).click();
  const turn = page.locator('.turn').filter({ hasText: 'Come on Thursday.' });
  await expect(turn).toBeVisible({ timeout: 20_000 });
  await turn.hover();
  await turn.getByRole('link', { name: 'as it came' }).click();
  await page.waitForURL('**/mail/**');
  await expect(page.getByRole('heading', { level: 1, name: 'Yes' })).toBeVisible();
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: 'Gladly!' })).toBeVisible();
  await expect(frame.getByText('May we come?')).toBeVisible();
  await expect(frame.locator('script, img')).toHaveCount(0);
  await page.getByText(/^Cut off:/).click();
  await expect(page.getByText('May we come?', { exact: true }).first()).toBeVisible();

  expectComplaint(/^asked https:\/\/pictures\.example$/);
  const asked = page.waitForRequest(picture);
  await page.getByRole('link', { name: 'Show remote pictures' }).click();
  expect(await (await asked).headerValue('referer')).toBeNull();
  await expect(frame.getByRole('img', { name: 'The hall' })).toBeAttached();
  await expect(page).toHaveTitle(/A mail as it came/);
});
