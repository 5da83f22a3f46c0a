import type { Page, Request } from '@playwright/test';

/** Whether a request asks for an act of the server. */
export const isAction = (request: Request) =>
  request.method() === 'POST' && 'next-action' in request.headers();

/** Holds requests of a kind back until they are released; `held` settles when the first of them waits. */
export async function holdBack(page: Page, which: (request: Request) => boolean) {
  let release = () => {};
  let isHeld = () => {};
  const open = new Promise<void>((done) => (release = done));
  const held = new Promise<void>((done) => (isHeld = done));
  await page.route('**/*', async (route) => {
    if (which(route.request())) {
      isHeld();
      await open;
    }
    await route.fallback();
  });
  return { held, release: () => release() };
}
