import type { Page } from '@playwright/test';
import { awake } from '@/tests/support/awake';
import { expect, test } from '@/tests/support/journey';
import { nora, setUp, signIn } from '@/tests/support/signing-in';

test.describe.configure({ mode: 'serial' });

const exchange = (page: Page) => page.getByRole('list', { name: 'What was said' });
const standing = (page: Page) => page.getByRole('region', { name: 'Where it stands' });

/** Puts a text into the field that has the focus, as a copy from elsewhere arrives. */
async function paste(page: Page, text: string) {
  const field = page.locator(':focus');
  await field.fill(text);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+x');
  await page.keyboard.press('Control+v');
}

const chat = `12/03/2026, 18:04 - Nora: Hola, Ana: ¿tendrías media hora?
12/03/2026, 18:05 - Nora: Para aprender de ti
13/03/2026, 09:10 - Ana Beltrán: ¿Para qué sería?
13/03/2026, 09:30 - Luis: perdón, era para otro chat
13/03/2026, 11:00 - Nora: Para que me cuentes cómo escucháis.`;

test('an exchange is pasted, corrected and logged without the mouse', async ({ page, installation }) => {
  await setUp(page, installation);
  await awake(page);
  await page.keyboard.press('l');
  await expect(page.getByLabel('Paste what was said')).toBeFocused();
  await paste(page, chat);
  await expect(exchange(page).getByRole('listitem')).toHaveCount(4);
  await expect(page.getByText('Read as a chat.')).toBeVisible();

  // Nobody here bears the name: she is added, and what was pasted stays.
  const whom = page.getByRole('region', { name: 'With whom was it?' });
  const name = whom.getByLabel('Name', { exact: true });
  await expect(name).toHaveValue('Ana Beltrán');
  await name.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('With whom was it? Ana Beltrán')).toBeVisible();
  await expect(exchange(page).getByRole('listitem')).toHaveCount(4);

  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Whose words are these?')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Turn 3: Whose words?' })).toBeFocused();
  await page.keyboard.press('x');
  await expect(exchange(page).getByRole('listitem')).toHaveCount(3);
  await expect(page.getByText('Left out: 1')).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('button', { name: 'Turn 1: We' })).toBeFocused();
  await page.keyboard.press('s');
  await expect(exchange(page).getByRole('listitem')).toHaveCount(4);
  await page.getByRole('button', { name: 'Turn 2: We' }).focus();
  await page.keyboard.press('m');
  await expect(exchange(page).getByRole('listitem')).toHaveCount(3);
  await page.keyboard.press('Control+Enter');

  await page.waitForURL('**/listen/*');
  await expect(page.getByRole('status').filter({ hasText: '3 turns logged.' })).toBeAttached();
  await expect(page.getByRole('blockquote')).toHaveText('¿Para qué sería?');
});

test('the same exchange pasted again is here already, and only what is new is logged', async ({ page }) => {
  await signIn(page, nora);
  await page.goto('/log');
  await page.getByLabel('Paste what was said').focus();
  await paste(page, `${chat.replace(/.*Luis.*\n/, '')}\n14/03/2026, 10:00 - Nora: ¿Has podido verlo?`);
  await expect(page.getByText('With whom was it? Ana Beltrán')).toBeVisible();
  await expect(exchange(page).getByText('Already here')).toHaveCount(3);
  await page.keyboard.press('Control+Enter');
  await page.waitForURL('**/contacts/**');
  await expect(page.getByRole('status').filter({ hasText: 'Logged.' })).toBeVisible();
  await expect(standing(page)).toBeVisible();
});

test('one message pasted with a contact stays one message', async ({ page }) => {
  await signIn(page, nora);
  await page.goto('/log?q=beltran');
  await page.getByRole('link', { name: 'Ana Beltrán' }).click();
  await page.waitForURL('**/log?contact=*');
  await page.getByLabel('What was said').focus();
  await paste(page, 'Not now, thank you.\n\nAna');
  await expect(page.getByLabel('What was said')).toHaveValue('Not now, thank you.\n\nAna');
  await expect(page.getByRole('button', { name: 'Log it', exact: true })).toBeVisible();
  await expect(exchange(page)).toHaveCount(0);
});
