import type { Page } from '@playwright/test';
import { expect } from './journey';

/** What the page is called. */
export const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** Keeps somebody new, and stands where one logs what they said. */
export async function addWhileLogging(page: Page, name: string, organization: string, address: string) {
  await page.goto('/log');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('textbox', { name: /^Organization/ }).fill(organization);
  await page.getByRole('textbox', { name: /^Address/ }).fill(address);
  await page.getByRole('button', { name: 'Add and go on' }).click();
  await expect(title(page)).toHaveText(`Log something with ${name}`);
}

/** Logs one message, and looks at its contact. */
export async function log(page: Page, by: string, words: string) {
  await page.getByRole('radio', { name: by, exact: true }).check();
  await page.getByLabel('What was said').fill(words);
  await page.getByRole('button', { name: 'Log it' }).click();
  if (by === 'We') return page.waitForURL('**/contacts/**');
  // What they said is listened to at once; here its contact is looked at first.
  await page.waitForURL('**/listen/**');
  await title(page).getByRole('link').click();
  await page.waitForURL('**/contacts/**');
}

/** Of the contact in view. */
export const idOf = (page: Page) => new URL(page.url()).pathname.split('/')[2] ?? '';
