import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { asApplication, everyPath } from './every-path';
import { expect, test } from './journey';
import { setUp } from './signing-in';

interface Look {
  readonly theme: 'light' | 'dark';
  readonly width: number;
}

const looks = (['light', 'dark'] as const).flatMap((theme) =>
  ([1280, 360] as const).map((width): Look => ({ theme, width })),
);

/** Every theme, language and width; in npm test at least in pairs, in npm run e2e:all each with each. */
function looksIn(language: string): Look[] {
  if (process.env['EARSHOT_LOOKS'] === 'all') return looks;
  return looks.filter(
    ({ theme, width }) => (theme === 'light') === ((language === 'en') === (width === 1280)),
  );
}

/** Opens every page in this language and looks at it for barriers, and for what is wider than the window. */
export function lookAtEveryPage(language: 'en' | 'es'): void {
  const wanted = looksIn(language);
  const said = wanted.map(({ theme, width }) => `${theme} at ${width} px`).join(', ');

  test(`no page has a barrier or overflows in ${language}, ${said}`, async ({
    page,
    installation,
    expectComplaint,
  }) => {
    test.setTimeout(480_000);
    // The look itself would run a script in the frame of a mail, where none runs.
    expectComplaint(/Blocked script execution in '[^']*\/as-it-came'/);
    await setUp(page, installation);
    await page.getByRole('button', { name: 'Look around with sample people' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/answered/);
    await asApplication(installation, `update users set language = '${language}'`);
    const found: string[] = [];
    for (const path of await everyPath(installation)) {
      const answer = await page.goto(path);
      if (answer?.status() !== 200) found.push(`${path}: ${answer?.status()}`);
      if ((await page.locator('html').getAttribute('lang')) !== language)
        found.push(`${path}: not in ${language}`);
      for (const look of wanted) found.push(...(await lookAt(page, path, look)));
    }
    expect(found).toEqual([]);
  });
}

async function lookAt(page: Page, path: string, { theme, width }: Look): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: 800 });
  // Colours that are on their way from one theme to the other are nobody's.
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  // What was found is put together here, not on a page opened for it each time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return [
    ...(over > 0 ? [`${over} px too wide`] : []),
    ...violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target).join(', ')}`),
  ].map((one) => `${path} ${theme} ${width} px: ${one}`);
}
