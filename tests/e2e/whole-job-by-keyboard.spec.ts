import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@/tests/support/journey';
import { nora, setUp, signOut } from '@/tests/support/signing-in';

test.describe.configure({ mode: 'serial' });

const standing = (page: Page) => page.getByRole('region', { name: 'Where it stands' });
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const field = (page: Page) => page.locator('input:focus, textarea:focus');

/** Goes on with Tab until it has the focus, as somebody does who has no mouse. */
async function reach(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let steps = 0; steps < 80; steps += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No Tab leads to ${wanted.toString()}.`);
}

/** Presses a key until it is answered: a page that has just come may be seen before it listens. */
async function press(page: Page, key: string, answered: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await answered();
  }).toPass();
}

const at = (page: Page, path: RegExp) => () => expect(page).toHaveURL(path, { timeout: 1500 });

/** Goes to the contacts, searches, and opens the row. */
async function find(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await expect(page).toHaveURL(/\/contacts$/, { timeout: 1500 });
  }).toPass();
  await press(page, '/', () => expect(page.locator('#search')).toBeFocused({ timeout: 500 }));
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/contacts?q=*');
  const row = page.getByRole('link', { name });
  await press(page, 'j', () => expect(row).toBeFocused({ timeout: 500 }));
  await page.keyboard.press('o');
  await expect(title(page)).toHaveText(name);
}

/** What is copied is sent elsewhere, and said to be. */
async function sendIt(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(title(page)).toHaveText(`Now send it to ${name}`);
  await page.bringToFront();
  await reach(page, page.getByRole('button', { name: 'I sent it' }));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/contacts\/[0-9a-f-]+(\?.*)?$/);
}

test.beforeEach(async ({ context, installation, expectComplaint }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: installation.url });
  await context.route('https://www.linkedin.com/**', (route) => route.fulfill({ body: 'LinkedIn' }));
  expectComplaint(/^asked https:\/\/www\.linkedin\.com$/);
});

test('somebody is here', async ({ page, installation }) => {
  await setUp(page, installation);
  await signOut(page);
});

test('from signing in to the thanks after a no, the mouse is never touched', async ({ page }) => {
  const untouched = await countingMice(page);
  await page.goto('/sign-in');
  await reach(page, page.getByLabel('E-mail address'));
  await page.keyboard.type(nora.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(nora.password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/today');

  // Somebody nobody here knows: asked for, not found, added.
  const palette = page.getByRole('dialog', { name: 'Find or do' });
  await press(page, 'c', () => expect(palette).toBeVisible({ timeout: 500 }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Lena Fuchs');
  await expect(palette.getByRole('option', { selected: true })).toHaveText('Add somebody named “Lena Fuchs”');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/contacts/new?name=*');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Lena Fuchs');
  await reach(page, page.getByLabel('LinkedIn page'));
  await page.keyboard.type('linkedin.com/in/lena-fuchs');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}/);
  await expect(title(page)).toHaveText('Lena Fuchs');
  const lena = new URL(page.url()).pathname;

  // What she said is logged, listened to, and heard.
  await press(page, 'l', at(page, /\/log\?contact=/));
  await reach(page, page.getByRole('radio', { name: 'We', exact: true }));
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: 'Lena', exact: true })).toBeChecked();
  await reach(page, page.getByLabel('What was said'));
  await page.keyboard.type('What would it cost us?');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL('**/listen/*');
  await expect(page.getByRole('blockquote')).toHaveText('What would it cost us?');
  await press(page, '2', () => expect(page.getByRole('radio', { name: 'A question' })).toBeChecked());
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Lena: heard as a question.').first()).toBeVisible();

  // She is answered.
  await find(page, 'Lena Fuchs');
  await expect(standing(page)).toContainText('You owe an answer.');
  await press(page, 'r', at(page, /\/write/));
  await expect(page.getByLabel('Your message')).toBeFocused();
  await page.keyboard.type('Nothing at all, Lena. Half an hour of your time.');
  await sendIt(page, 'Lena Fuchs');

  // Her no closes it, and one thanks stays free.
  await press(page, 'b', at(page, /outcome=declined/));
  await reach(page, page.getByLabel('What was said'));
  await page.keyboard.type('We are all set for this year, thank you.');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL('**/listen/*');
  await press(page, '5', () => expect(page.getByRole('radio', { name: 'No', exact: true })).toBeChecked());
  await reach(page, page.getByLabel('The words it rests on'));
  await page.keyboard.type('all set for this year');
  await expect(field(page)).toHaveValue('all set for this year');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Lena: heard as a no.').first()).toBeVisible();

  await find(page, 'Lena Fuchs');
  await expect(standing(page)).toContainText('You can’t write to Lena now.');
  const refused = standing(page).getByRole('status').filter({ hasText: 'Nothing was sent.' });
  await press(page, 'r', () => expect(refused).toBeFocused({ timeout: 3000 }));
  await expect(standing(page).getByRole('button', { name: 'Write' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expect(page).toHaveURL(new RegExp(`${lena}$`));

  const thank = standing(page).getByRole('link', { name: 'Thank Lena, once' });
  await reach(page, thank);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/write?answers=*');
  await expect(page.getByLabel('Your message')).toBeFocused();
  await page.keyboard.type('Thank you for telling me, Lena. Good luck with the year!');
  await sendIt(page, 'Lena Fuchs');
  await expect(standing(page)).toContainText('You can’t write to Lena now.');
  await expect(thank).toHaveCount(0);
  expect(await untouched()).toBe(true);
});

/** Whether no page of this context has felt a pointer. Enter on a button clicks without one (`detail` 0). */
async function countingMice(page: Page): Promise<() => Promise<boolean>> {
  let felt = 0;
  await page.context().exposeFunction('feltAPointer', () => {
    felt += 1;
  });
  await page.addInitScript(() => {
    for (const kind of ['pointerdown', 'mousedown', 'touchstart'])
      addEventListener(kind, () => Reflect.get(window, 'feltAPointer')(), true);
  });
  return () => Promise.resolve(felt === 0);
}
