import type { Role } from '@/generated/prisma/client';
import { expect, test } from '@/tests/support/journey';
import { addToTeam, setUp, signIn, type Somebody } from '@/tests/support/signing-in';
import { openPages, paramsOfPage } from '@/tests/support/doors/pages';
import { pagesOnDisk } from '@/tests/support/doors/on-disk';

const roles = ['reader', 'member', 'owner'] as const satisfies readonly Role[];
const password = 'we listen before we send';
const somebody = (role: Role): Somebody => ({
  name: `A ${role}`,
  email: `${role}@atelier.example`,
  password,
});

// 'app/(desk)/contacts/[id]/page.tsx' is opened as '/contacts/<some id>'.
function addressOf(file: string): string {
  const params = paramsOfPage(file);
  const path = file
    .replace(/^app|\/page\.tsx$/g, '')
    .replace(/\/\([^)]*\)/g, '')
    .replace(/\[(\w+)\]/g, (_, name: string) => params[name] ?? name);
  return path || '/';
}

const pages = pagesOnDisk().map((file) => ({
  file,
  address: addressOf(file),
  open: openPages.includes(file),
}));

test.describe.configure({ mode: 'serial' });

test('every page sends nobody to sign in, but the doors themselves', async ({
  page,
  installation,
  request,
}) => {
  await setUp(page, installation, somebody('owner'));
  for (const { file, address, open } of pages) {
    const answer = await request.get(address, { maxRedirects: 0 });
    if (open) expect(answer.status(), file).toBeLessThan(400);
    else expect(answer.headers()['location'] ?? (await answer.text()), file).toContain('/sign-in');
    if (!open) expect(await answer.text(), `${file} shows who works here`).not.toContain('A owner');
  }
});

for (const role of roles) {
  test(`every page answers a ${role}`, async ({ page, installation, expectComplaint }) => {
    expectComplaint(/404/);
    if (role !== 'owner') await addToTeam(installation, somebody(role), role);
    await signIn(page, somebody(role));
    for (const { file, address } of pages) {
      const answer = await page.request.get(address);
      // What the invented ids stand for does not exist.
      const expected = file.includes('[') ? [200, 404] : [200];
      expect(expected, `${file} answered ${answer.status()}`).toContain(answer.status());
    }
  });
}

test('a page that is not theirs to use says what is safe, and who may', async ({ page }) => {
  const title = page.getByRole('heading', { level: 1 });
  await signIn(page, somebody('reader'));
  for (const address of ['/log', '/acts', '/import', '/contacts/new', '/settings/templates']) {
    await page.goto(address);
    await expect(title).toHaveText('Your account reads here. It does not write.');
    await expect(page.getByText('Looking here changed nothing and sent nothing.')).toContainText('A owner');
  }
  // Whoever it is about need not be there: who asks comes first.
  await page.goto(addressOf('app/settings/team/[id]/page.tsx'));
  await expect(title).toHaveText('Only an owner can use this page.');
  await expect(page.getByText('A owner can do this, or make you an owner too.')).toBeVisible();
});
