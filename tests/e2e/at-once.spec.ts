import { v7 } from 'uuid';
import type { Locator, Page } from '@playwright/test';
import { connect } from '@/bin/boot/connection.js';
import { awake } from '@/tests/support/awake';
import { holdBack, isAction } from '@/tests/support/held-back';
import type { Installation } from '@/tests/support/installation';
import { expect, test } from '@/tests/support/journey';
import { nora, setUp, signIn } from '@/tests/support/signing-in';

test.describe.configure({ mode: 'serial' });

const somebody = (name: string) => ({ id: v7(), message: v7(), name });
const [ana, eva, tom] = [somebody('Ana Beltrán'), somebody('Eva Novák'), somebody('Tom Fisher')];
const ugo = somebody('Ugo Riva');
const letter = Array.from({ length: 40 }, (_, at) => `Line ${at + 1} of what we should talk about.`).join(
  '\n',
);
const asked = 'What would it cost us?';

type Somebody = ReturnType<typeof somebody>;

test('the cast', async ({ page, installation }) => {
  await setUp(page, installation);
  await asApp(installation, async (query) => {
    for (const { id, name } of [ana, eva, tom, ugo])
      await query('INSERT INTO contacts (id, name, name_key) VALUES ($1, $2, lower($2))', [id, name]);
    for (const one of [ana, eva, tom]) {
      await says(query, one, one === eva ? letter : asked);
      await query(
        `INSERT INTO hearings (id, contact_id, message_id, outcome, heard_by_id) SELECT $1, $2, $3, 'question', id FROM users LIMIT 1`,
        [v7(), one.id, one.message],
      );
    }
  });
});

test('somebody is marked done where they stand, at once, and no page that comes meanwhile says otherwise', async ({
  page,
  installation,
}) => {
  await signIn(page, nora);
  const streams = page.waitForResponse((answer) => answer.url().includes('/api/live'));
  await page.goto('/today?tab=your_turn');
  await awake(page);
  await streams;
  const hers = rowOf(page, ana);
  const before = await rows(page).allInnerTexts();
  await linkOf(page, ana).focus();
  await page.keyboard.press('e');
  await expect(hers).toContainText('Ana Beltrán still waits for an answer. Done says: we will not answer.');
  await page.keyboard.press('Escape');
  await expect(linkOf(page, ana)).toBeFocused();
  await page.keyboard.press('e');
  await expect(hers.getByRole('button', { name: 'Mark it done' })).toBeFocused();

  // A page made before the act arrives while it is under way, and one that was asked for meanwhile after it.
  const refresh = await holdBack(page, (request) => request.url().includes('_rsc='));
  const act = await holdBack(page, isAction);
  await asApp(installation, (query) => says(query, ugo, 'Hello.'));
  await refresh.held;
  await page.keyboard.press('Enter');
  await expect(hers).toContainText('Marked done');
  await expect(linkOf(page, ana)).toBeFocused();
  const flashes = await watch(hers);
  const stale = page.waitForResponse((answer) => answer.url().includes('_rsc='));
  refresh.release();
  await stale;
  await act.held;
  await page.keyboard.press('j');
  await expect(rows(page).nth(before.findIndex((text) => text.includes(ana.name)) + 1)).toContainText(
    'Novák',
  );
  act.release();
  await expect(hers.locator('[data-ended=done]')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Listen1' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Your turn2' })).toBeVisible();
  await expect(rows(page)).toHaveCount(before.length);
  expect(await flashes()).toEqual([]);
  await page.reload();
  await expect(linkOf(page, eva)).toBeVisible();
  await expect(hers).toHaveCount(0);
});

test('where the server refuses, or does not answer, the row stands as it was and says why', async ({
  page,
  installation,
  expectComplaint,
}) => {
  expectComplaint(/ERR_FAILED|Failed to fetch/);
  await signIn(page, nora);
  await page.goto('/today?tab=your_turn');
  await awake(page);
  const his = rowOf(page, tom);
  const stood = await his.locator('.row-state').innerText();
  await linkOf(page, tom).focus();
  await page.keyboard.press('e');
  await expect(his.getByRole('button', { name: 'Mark it done' })).toBeFocused();
  await page.route('**/*', (route) => (isAction(route.request()) ? route.abort() : route.fallback()));
  await page.keyboard.press('Enter');
  await expect(his.getByRole('alert')).toContainText('Earshot did not answer');
  await page.unrouteAll();

  await page.keyboard.press('e');
  await expect(his.getByRole('button', { name: 'Mark it done' })).toBeFocused();
  const act = await holdBack(page, isAction);
  await asApp(installation, (query) => says(query, { ...tom, message: v7() }, 'And by when?'));
  await page.keyboard.press('Enter');
  await expect(his).toContainText('Marked done');
  act.release();
  await expect(his.getByRole('alert')).toContainText('when it is our turn and everything has been heard');
  await expect(his.locator('.row-state')).toContainText(stood);
  await expect(linkOf(page, tom)).toBeFocused();
});

test('a note shows at once as it will stand; refused, it is open again with what was typed', async ({
  page,
}) => {
  await signIn(page, nora);
  await page.goto(`/contacts/${eva.id}`);
  await awake(page);
  const note = page.locator('section', { has: page.getByRole('heading', { name: 'Note' }) });
  const tags = note.getByLabel('Tags');
  await note.getByText('Add a note or tags').click();
  await note.getByRole('textbox', { name: /^Note/ }).fill('Plans two years ahead.');
  await tags.fill('#Rome, autumn,rome');
  const first = await holdBack(page, isAction);
  await note.getByRole('button', { name: 'Save' }).click();
  await expect(note.getByText('Plans two years ahead.')).toBeVisible();
  await expect(note.getByText('autumn · Rome')).toBeVisible();
  await expect(tags).toBeHidden();
  await expect(note.getByText('Saving…')).toBeVisible();
  first.release();
  await expect(note.getByText('Saved.')).toBeVisible();

  await note.getByText('Change').click();
  await expect(tags).toHaveValue('autumn, Rome');
  await tags.fill('far too long '.repeat(50));
  const second = await holdBack(page, isAction);
  await note.getByRole('button', { name: 'Save' }).click();
  await expect(tags).toBeHidden();
  second.release();
  await expect(tags).toBeFocused();
  await expect(tags).toHaveValue('far too long '.repeat(50));
  await expect(note.getByText('autumn · Rome')).toBeVisible();
});

test('a long letter is folded in the timeline, and opens where one ticks it or came for it', async ({
  page,
}) => {
  await signIn(page, nora);
  await page.goto(`/contacts/${eva.id}`);
  const turn = page.locator(`[id="${eva.message}"] .turn-body`);
  const height = async () => (await turn.boundingBox())?.height ?? 0;
  const folded = await height();
  await turn.getByLabel('Show all of it').check({ force: true });
  const whole = await height();
  expect(whole).toBeGreaterThan(folded * 2);
  await page.goto(`/contacts/${eva.id}?at=${eva.message}`);
  await expect(turn).toContainText('Line 40');
  await expect(turn.getByLabel('Show all of it')).toHaveCount(0);
});

test('what is done with several, and what is being noted, is said until the server has answered', async ({
  page,
}) => {
  await signIn(page, nora);
  await page.goto('/contacts?choose=1');
  await awake(page);
  for (const { name } of [ana, eva]) await page.getByLabel(`Choose ${name}`).check();
  await page.getByRole('combobox', { name: 'Tag', exact: true }).last().fill('fair');
  const many = await holdBack(page, isAction);
  await page.getByRole('button', { name: 'Do it' }).click();
  await expect(page.getByText('Tagging 2 people…')).toBeVisible();
  many.release();
  await expect(page.getByText('Done for 2 people.')).toBeVisible();
  await expect(page.getByText('Tagging 2 people…')).toBeHidden();

  await page.goto(`/listen/${ugo.message}`);
  await awake(page);
  await page.keyboard.press('1');
  const heard = await holdBack(page, isAction);
  // An Enter that comes with the reply is no answer to it.
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect(page.getByText('Noting: Interested…')).toBeVisible({ timeout: 200 });
  }).toPass();
  await page.keyboard.press('6');
  await expect(page.getByRole('radio', { name: 'Interested', includeHidden: true })).toBeChecked();
  heard.release();
  await expect(page.getByText('Ugo Riva: heard as interested.').first()).toBeVisible();
});

test('what is taken back says so at once, and stands again where the server refuses', async ({ page }) => {
  await signIn(page, nora);
  await page.goto(`/log?contact=${eva.id}`);
  await page.getByLabel('What was said').fill('Thanks, Eva.');
  await page.getByRole('button', { name: 'Log it' }).click();
  await page.waitForURL(/logged=/);
  await page.goto('/acts');
  await awake(page);
  const row = page.getByRole('list', { name: 'What you did' }).getByRole('listitem').first();
  const act = await holdBack(page, isAction);
  // Something that is not there any more.
  await row.locator('[name=messageId]').evaluate((field, id) => field.setAttribute('value', id), v7());
  await row.getByRole('button', { name: 'Undo' }).click();
  await expect(row.getByRole('button')).toHaveText('Taken back.');
  act.release();
  await expect(row.getByRole('alert')).toHaveText('This is not here any more.');
  await expect(row.getByRole('button', { name: 'Undo' })).toBeVisible();
});

const rows = (page: Page) => page.locator('#people .row');
const rowOf = (page: Page, { id }: Somebody) => page.locator(`#people li[data-contact-id="${id}"]`);
const linkOf = (page: Page, one: Somebody) => rowOf(page, one).getByRole('link', { name: one.name });

/** Watches a row that says it is done; answers what else it said since. */
async function watch(row: Locator): Promise<() => Promise<string[]>> {
  const handle = await row.elementHandle();
  const seen = await row.page().evaluateHandle((element) => {
    const other: string[] = [];
    const look = () => {
      const text = element?.isConnected ? element.textContent : '(gone)';
      if (!text.includes('Marked done')) other.push(text);
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return other;
  }, handle);
  return () => seen.jsonValue();
}

type Query = (sql: string, values: readonly unknown[]) => Promise<unknown>;

async function says(query: Query, { id, message }: Somebody, body: string): Promise<void> {
  const thread = v7();
  await query(`INSERT INTO threads (id, contact_id, channel) VALUES ($1, $2, 'linkedin')`, [thread, id]);
  await query(
    `INSERT INTO messages (id, contact_id, thread_id, channel, direction, source, body) VALUES ($1, $2, $3, 'linkedin', 'inbound', 'logged', $4)`,
    [message, id, thread, body],
  );
}

async function asApp({ database }: Installation, work: (query: Query) => Promise<void>): Promise<void> {
  const client = await connect(database.app);
  await work((sql, values) => client.query(sql, [...values])).finally(() => client.end());
}
