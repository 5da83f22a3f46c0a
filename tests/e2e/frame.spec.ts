import { expect, test } from '@/tests/support/journey';
import { nora, setUp, signIn } from '@/tests/support/signing-in';

test.describe.configure({ mode: 'serial' });

test('an owner with the sample people', async ({ page, installation }) => {
  await setUp(page, installation);
  await page.getByRole('button', { name: 'Look around with sample people' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/answered/);
});

test('the gate log lists every closing, by person and day, and comes along as a file', async ({ page }) => {
  await signIn(page, nora);
  await page.goto('/gate-log');
  const closed = page.getByRole('link', { name: 'Closed', exact: true });
  await closed.click();
  await expect(closed).toHaveAttribute('aria-current', 'page');
  await expect(page.getByText('They asked to be left out.')).toBeVisible();
  await expect(page.getByText('They said no, for everybody at their organization.')).toBeVisible();
  await page.getByText('Narrow it down').click();
  await page.getByRole('textbox', { name: 'Person' }).fill('jonas');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/kind=closed.*person=jonas/);
  await expect(page.getByRole('list', { name: 'The log' }).getByRole('listitem')).toHaveCount(1);
  const download = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as CSV' }).click(),
  ]).then(([started]) => started.createReadStream());
  const lines = Buffer.concat(await download.toArray())
    .toString('utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('Closed,They asked to be left out.,,Jonas Weil,');
});

test('contacts run by name, or by who spoke last', async ({ page }) => {
  await signIn(page, nora);
  await page.goto('/contacts');
  await page.getByRole('link', { name: 'Who spoke last' }).click();
  await expect(page).toHaveURL(/order=recent/);
  await expect(page.getByRole('link', { name: 'Who spoke last' })).toHaveAttribute('aria-current', 'true');
});

test('an organization is found from its people and by keys, says what stands for all of them, and gets another name in place', async ({
  page,
}) => {
  await signIn(page, nora);
  await page.goto('/contacts');
  await page.getByRole('link', { name: 'Librería Galerna' }).first().click();
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('Librería Galerna');
  const standing = page.getByRole('region', { name: 'Where it stands' });
  await expect(standing).toContainText('You can’t write to anybody at Librería Galerna now.');
  await expect(standing).toContainText('Lucía Ferrer said no for everybody there');
  await expect(page.getByRole('list', { name: 'People there' }).getByRole('listitem')).toHaveCount(2);
  await page.getByText('Change the name').click();
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('northlight');
  await page.getByRole('button', { name: 'Keep the name' }).click();
  await expect(page.getByText('There is another organization of that name.')).toBeVisible();
  await expect(title).toHaveText('Librería Galerna');
  await name.fill('Galerna');
  await page.getByRole('button', { name: 'Keep the name' }).click();
  await expect(title).toHaveText('Galerna');
  await page.getByRole('link', { name: 'Add somebody there' }).click();
  await expect(page.getByRole('textbox', { name: /^Organization/ })).toHaveValue('Galerna');
  await page.goto('/today');
  await expect(async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await expect(page).toHaveURL(/\/organizations$/, { timeout: 1000 });
  }).toPass();
  const rows = page.getByRole('list', { name: 'Organizations' }).getByRole('listitem');
  await expect(rows.filter({ hasText: 'Galerna' })).toContainText('No for everybody');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('galer');
  await page
    .getByRole('group', { name: 'Organizations' })
    .getByRole('option', { name: /^Galerna/ })
    .click();
  await expect(title).toHaveText('Galerna');
});

test('the row in focus answers to keys of its own before the page does', async ({ page }) => {
  await signIn(page, nora);
  await page.goto('/today?tab=your_turn');
  const first = page.locator('[data-row]').first();
  const href = await first.getAttribute('href');
  const contact = href?.split('/').at(-1) ?? '';
  const focusFirst = () =>
    expect(async () => {
      await page.keyboard.press('k');
      await expect(first).toBeFocused({ timeout: 500 });
    }).toPass();
  await focusFirst();
  await page.keyboard.press('l');
  await page.waitForURL(`**/log?contact=${contact}`);
  await page.goto('/today?tab=your_turn');
  await focusFirst();
  await page.keyboard.press('e');
  await expect(page.getByRole('button', { name: 'Mark it done' })).toBeFocused();
  await page.goto('/today?tab=your_turn');
  await focusFirst();
  await page.keyboard.press('o');
  await page.waitForURL(`**/contacts/${contact}`);
});

test('the week in numbers leads to what it counts, and first steps tick themselves', async ({ page }) => {
  await signIn(page, nora);
  await page.goto('/today');
  const week = page.getByRole('region', { name: 'The last seven days' });
  await expect(week.getByRole('link').first()).toHaveText('0 messages after a no');
  const steps = page.getByRole('list', { name: 'First steps' });
  await expect(steps.getByRole('listitem').filter({ hasText: 'Meet a refusal' })).not.toContainText('Done.');
  await week.getByRole('link', { name: /opt-out/ }).click();
  await expect(page.getByText('They asked to be left out.')).toBeVisible();
});

test('keys are called as this keyboard calls them', async ({ page, browser, baseURL }) => {
  await signIn(page, nora);
  await page.goto('/contacts/new');
  const key = page.getByRole('button', { name: 'Keep this person' }).locator('.key');
  await expect(key).toContainText('Ctrl', { useInnerText: true });
  const mac = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    storageState: await page.context().storageState(),
    userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15',
  });
  const there = await mac.newPage();
  await there.goto('/contacts/new');
  await expect(there.getByRole('button', { name: 'Keep this person' }).locator('.key')).toHaveText('⌘↵', {
    useInnerText: true,
  });
  await mac.close();
});

test.describe('on 360 px', () => {
  test.use({ viewport: { width: 360, height: 720 } });

  test('the rest is in a sheet that closes where one arrives', async ({ page }) => {
    await signIn(page, nora);
    await page.goto('/gate-log?kind=policy');
    await expect(page.getByRole('link', { name: 'Policy', exact: true })).toBeInViewport({ ratio: 1 });
    const sheet = page.getByRole('navigation', { name: 'Also here' });
    await expect(sheet).toBeHidden();
    await page.getByRole('button', { name: 'More' }).click();
    await sheet.getByRole('link', { name: 'About' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Earshot is free software.');
    await expect(sheet).toBeHidden();
    await expect(page.locator('.key').first()).toBeHidden();
  });
});
