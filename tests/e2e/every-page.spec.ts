import { AxeBuilder } from '@axe-core/playwright';
import { asApplication, everyPath } from '@/tests/support/every-path';
import { expect, test } from '@/tests/support/journey';
import { setUp } from '@/tests/support/signing-in';

/** Every theme, language and width; in npm test at least in pairs, in npm run e2e:all each with each. */
const looks = (['light', 'dark'] as const).flatMap((theme) =>
  (['en', 'es'] as const).flatMap((language) =>
    ([1280, 360] as const).map((width) => ({ theme, language, width })),
  ),
);
const inPairs = looks.filter(
  ({ theme, language, width }) => (theme === 'light') === ((language === 'en') === (width === 1280)),
);

test.describe.configure({ mode: 'serial' });

test('an owner with the sample people', async ({ page, installation }) => {
  await setUp(page, installation);
  await page.getByRole('button', { name: 'Look around with sample people' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/answered/);
  await page.context().storageState({ path: 'test-results/every-page.json' });
});

for (const { theme, language, width } of process.env['EARSHOT_LOOKS'] === 'all' ? looks : inPairs) {
  test(`no page has a barrier or overflows in ${theme}, ${language}, ${width} px`, async ({
    browser,
    baseURL,
    installation,
  }) => {
    test.setTimeout(240_000);
    await asApplication(installation, `update users set language = '${language}'`);
    const context = await browser.newContext({
      ...(baseURL ? { baseURL } : {}),
      storageState: 'test-results/every-page.json',
      colorScheme: theme,
      viewport: { width, height: 800 },
      locale: language,
    });
    const page = await context.newPage();
    const found: string[] = [];
    for (const path of await everyPath(installation)) {
      const answer = await page.goto(path);
      if (answer?.status() !== 200) found.push(`${path}: ${answer?.status()}`);
      if ((await page.locator('html').getAttribute('lang')) !== language)
        found.push(`${path}: not in ${language}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) found.push(`${path}: ${over} px too wide`);
      // No page has frames of others: what was found is put together here, not on a page opened for it each time.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      found.push(
        ...violations.map(
          ({ id, nodes }) => `${path}: ${id} at ${nodes.map(({ target }) => target).join(', ')}`,
        ),
      );
    }
    await context.close();
    expect(found).toEqual([]);
  });
}
