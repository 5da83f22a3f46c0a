import { v7 } from 'uuid';
import type { Page } from '@playwright/test';
import { connect } from '@/bin/boot/connection.js';
import type { Installation } from '@/tests/support/installation';
import { expect, test } from '@/tests/support/journey';
import { addToTeam, setUp, signIn, type Somebody } from '@/tests/support/signing-in';

test.describe.configure({ mode: 'serial' });

const marc: Somebody = {
  name: 'Marc Oliver',
  email: 'marc@atelier.example',
  password: 'a word before the next',
};
const people = { ana: v7(), ben: v7(), luis: v7(), carmen: v7() };
const standing = (page: Page) => page.getByRole('region', { name: 'Where it stands' });
const writeTo = async (page: Page, id: string, words: string) => {
  await page.goto(`/contacts/${id}/write`);
  await page.getByLabel('Your message').fill(words);
};

test.beforeEach(async ({ context, installation, expectComplaint }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: installation.url });
  await context.route('https://www.linkedin.com/**', (route) => route.fulfill({ body: 'LinkedIn' }));
  expectComplaint(/^asked https:\/\/www\.linkedin\.com$/);
});

test('the cast', async ({ page, installation }) => {
  await setUp(page, installation);
  await addToTeam(installation, marc, 'member');
  await cast(installation);
});

test('an opening on LinkedIn is copied, and a second message at once is refused', async ({
  page,
  context,
}) => {
  // A page that hears of nothing meanwhile: the law refuses all the same. tests/e2e/live.spec.ts has the others.
  await context.route('**/api/live*', (route) => route.fulfill({ status: 204 }));
  await signIn(page, marc);
  const second = await context.newPage();
  await writeTo(second, people.ana, 'Hi Ana, one more thing.');

  await page.goto(`/contacts/${people.ana}`);
  await expect(standing(page)).toContainText('Nobody here has written to Ana yet.');
  await page.getByRole('link', { name: 'Write', exact: true }).click();
  await page.getByLabel('Your message').fill('Hi Ana, what was hardest about the move?');
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Copy and open LinkedIn' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Now send it to Ana Beltrán');
  expect((await opened).url()).toContain('linkedin.com/in/ana-beltran');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'Hi Ana, what was hardest about the move?',
  );
  await page.getByRole('button', { name: 'I sent it' }).click();

  await expect(standing(page)).toContainText(
    /You can’t write to Ana now\. Our message of .+ is still unanswered\./,
  );
  const write = standing(page).getByRole('button', { name: 'Write' });
  await expect(write).toHaveAttribute('aria-disabled', 'true');
  await page.bringToFront();
  await page.keyboard.press('r');
  // Pressing it is an attempt: the law is asked, and its answer has the focus.
  const pressed = standing(page).getByRole('status');
  await expect(pressed).toBeFocused();
  await expect(pressed).toContainText(
    /^You can’t write to Ana now\. Our message of .+ is still unanswered\./,
  );
  await expect(pressed).toContainText('What you may do: wait for Ana’s word.');
  await expect(
    page.getByText(/Refused a message by Marc Oliver on .+: our last message is unanswered/),
  ).toBeVisible();
  await write.hover();
  await expect(page.getByRole('tooltip')).toHaveText('Not now: our last message is unanswered.');

  await second.getByRole('button', { name: 'Copy and open LinkedIn' }).click();
  await expect(second.getByText('Nothing was sent. Your text is kept as a draft.')).toBeVisible();
  await expect(second.getByText('is still unanswered. It opens when Ana answers')).toHaveCount(1);
  await expect(standing(second)).toContainText('What you may do: wait for Ana’s word.');
  await expect(second.getByLabel('Your message')).toHaveValue('Hi Ana, one more thing.');
  await expect(second.getByRole('button', { name: 'Copy and open LinkedIn' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await second.goto('/gate-log');
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(
    'No message of ours has gone out after a no.',
  );
  await expect(second.getByText('An opening was refused')).toHaveCount(0);
  // The press and the message were the same attempt, within minutes.
  await expect(second.getByText('A follow-up was refused: our last message is unanswered.')).toHaveCount(1);
});

test('after a decline there is one thanks, and nothing after it', async ({ page }) => {
  await signIn(page, marc);
  await page.goto(`/contacts/${people.ben}`);
  await expect(standing(page)).toContainText('Nobody here has heard it yet.');
  await standing(page).getByRole('link', { name: 'Listen' }).click();
  await hear(page, 'person', 'all set for this year');

  await page.goto(`/contacts/${people.ben}`);
  await expect(standing(page)).toContainText('said: all set for this year. It opens if Ben shows interest.');
  await standing(page).getByRole('link', { name: 'Thank Ben, once' }).click();
  await page.waitForURL('**/write?answers=*');
  const thanks = page.url();
  await page.getByLabel('Your message').fill('Thank you for telling me, Ben. Good luck with the season!');
  await page.getByRole('button', { name: 'Copy and open LinkedIn' }).click();
  await page.getByRole('button', { name: 'I sent it' }).click();

  await expect(standing(page)).toContainText('You can’t write to Ben now.');
  await expect(standing(page).getByRole('link', { name: 'Thank Ben, once' })).toHaveCount(0);
  const thanked = new URL(thanks).searchParams.get('answers');
  await page.goto(`/contacts/${people.ben}/write?answers=${thanked}&thanks=1`);
  await expect(standing(page)).toContainText(/^You already thanked Ben on .+, and once is enough\. /);
  await writeTo(page, people.ben, 'Just checking in.');
  await expect(page.getByRole('button', { name: 'Copy and open LinkedIn' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.getByRole('button', { name: 'Keep a draft' }).click();
  await expect(page.getByText('Kept. Only you see it, and nothing was sent.')).toBeVisible();
});

test('a decline for the organization refuses a colleague there', async ({ page }) => {
  await signIn(page, marc);
  await page.goto(`/contacts/${people.carmen}`);
  // What Luis said reads like a no for all of them: it holds until somebody has listened, and closes nothing yet.
  await expect(standing(page)).toContainText('You can’t write to anybody at Fundación Marea yet.');
  await page.goto(`/contacts/${people.luis}`);
  await standing(page).getByRole('link', { name: 'Listen' }).click();
  await hear(page, 'organization', 'Nobody at Marea wants this');

  await page.goto(`/contacts/${people.carmen}`);
  await expect(standing(page)).toContainText('You can’t write to anybody at Fundación Marea now.');
  await expect(standing(page)).toContainText(
    'Luis Vega said no for everybody there: Nobody at Marea wants this.',
  );
  await expect(standing(page).getByRole('button', { name: 'Write' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expect(standing(page).getByRole('link', { name: /Thank/ })).toHaveCount(0);
});

test('without a script a message is refused all the same, and its text is kept', async ({
  browser,
  installation,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: installation.url,
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await signIn(page, marc);
  await run(installation, `delete from drafts`);
  const dora = v7();
  await run(installation, contactSql(dora, 'Dora Klein', 'dora-klein', null));
  await writeTo(page, dora, 'Hello Dora');
  await run(
    installation,
    `insert into opt_outs (contact_id, cause, words) values ('${dora}', 'by_hand', 'please, no letters')`,
  );
  await page.getByRole('button', { name: 'Copy and open LinkedIn' }).click();
  await expect(page.getByText('Nothing was sent. Your text is kept as a draft.')).toBeVisible();
  await expect(page.getByLabel('Your message')).toHaveValue('Hello Dora');
  await context.close();
});

async function hear(page: Page, scope: 'person' | 'organization', words: string): Promise<void> {
  await page.locator('input[name=outcome][value=declined]').check();
  await page.locator(`input[name=scope][value=${scope}]`).check();
  await page.locator('input[name=words]').fill(words);
  await page.getByRole('button', { name: 'Heard' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/listen/') || url.search.includes('last='));
}

async function cast(installation: Installation): Promise<void> {
  const marea = v7();
  await run(
    installation,
    `insert into organizations (id, name, name_key) values ('${marea}', 'Fundación Marea', 'fundacion marea')`,
  );
  await run(installation, contactSql(people.ana, 'Ana Beltrán', 'ana-beltran', null));
  await run(installation, contactSql(people.ben, 'Ben Ito', 'ben-ito', null));
  await run(installation, contactSql(people.luis, 'Luis Vega', 'luis-vega', marea));
  await run(installation, contactSql(people.carmen, 'Carmen Soto', 'carmen-soto', marea));
  await run(installation, saidSql(people.ben, 'Nice, but we are all set for this year. Good luck!'));
  await run(installation, saidSql(people.luis, 'Nobody at Marea wants this, please stop.'));
}

const contactSql = (id: string, name: string, slug: string, organization: string | null) => `
  insert into contacts (id, name, name_key, given_name, organization_id)
    values ('${id}', '${name}', lower('${name}'), split_part('${name}', ' ', 1), ${organization ? `'${organization}'` : 'null'});
  insert into addresses (id, contact_id, channel, handle, typed) values (gen_random_uuid(), '${id}', 'linkedin', '${slug}', 'in/${slug}')`;

const saidSql = (contact: string, body: string) => `
  insert into threads (id, contact_id, channel) values (gen_random_uuid(), '${contact}', 'linkedin');
  insert into messages (id, contact_id, thread_id, channel, direction, source, body, occurred_at)
    select gen_random_uuid(), t.contact_id, t.id, 'linkedin', 'inbound', 'logged', '${body}', now() - interval '1 hour'
    from threads t where t.contact_id = '${contact}'`;

async function run(installation: Installation, sql: string): Promise<void> {
  const client = await connect(installation.database.app);
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
