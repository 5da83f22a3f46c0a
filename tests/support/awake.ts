import type { Page } from '@playwright/test';

/** Waits until keys are answered: a page that has just come is seen before it listens. */
export async function awake(page: Page): Promise<void> {
  await page.locator('html[data-listens]').waitFor({ state: 'attached' });
}
