import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '@/tests/support/journey';
import { addToTeam, nora, signIn, signOut, type Somebody } from '@/tests/support/signing-in';

const marta: Somebody = {
  name: 'Marta Oliveira',
  email: 'marta@atelier.example',
  password: 'una frase corta y buena',
};
const tom: Somebody = {
  name: 'Tom Adeyinka',
  email: 'tom@atelier.example',
  password: 'a train at half past',
};

async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function noBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual(
    [],
  );
}

test.describe.configure({ mode: 'serial' });

test('before anybody owns it, signing in says where the link is', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nobody has set this Earshot up yet.');
  await noBarriers(page);
});

test('the one-time link says what is missing, makes the owner, and is closed afterwards', async ({
  page,
  installation,
}) => {
  await page.goto('/setup?key=somebody-guesses-a-key');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link opens nothing.');
  const link = await installation.setupLink();
  await page.goto(link);
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Madrid');
  await page.getByLabel('Your name').fill(nora.name);
  await page.getByLabel('E-mail address').fill('nora');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText('Too short: at least 12 characters.')).toBeVisible();
  await expect(page.getByText('That does not look like an e-mail address.')).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toBeFocused();
  await expect(page.getByLabel('Your name')).toHaveValue(nora.name);
  await expect(page.getByLabel('Password')).toHaveValue('');
  await noBarriers(page);
  await page.getByLabel('E-mail address').fill(nora.email);
  await page.getByLabel('Password').fill(nora.password);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.waitForURL('**/today');
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This Earshot is already set up.');
});

test('signing in leads back to the page that was asked for', async ({ page }) => {
  await page.goto('/settings/profile');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsettings%2Fprofile$/);
  await fillSignIn(page, nora.email, 'not my password');
  await expect(page.getByRole('alert').filter({ hasText: 'do not belong together' })).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue(nora.email);
  await noBarriers(page);
  await fillSignIn(page, nora.email.toUpperCase(), nora.password);
  await page.waitForURL('**/settings/profile');
  await noBarriers(page);
  await signOut(page);
  await page.goto('/settings/team');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('an invitation survives a scanner, and works once, in Spanish and without a script', async ({
  page,
  browser,
  request,
}) => {
  await signIn(page, nora);
  await page.goto('/settings/team');
  await noBarriers(page);
  await page.getByLabel('For whom').fill('Marta');
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = await page.getByLabel('Link').inputValue();
  await expect(page.getByRole('list', { name: 'Invitations that wait' })).toContainText('Marta');
  for (const method of ['GET', 'HEAD', 'GET'])
    expect((await request.fetch(link, { method })).status()).toBe(200);
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'es-ES' });
  const hers = await plain.newPage();
  await hers.goto(link);
  await expect(hers.getByRole('heading', { level: 1 })).toHaveText('Unirte al equipo');
  await hers.getByLabel('Tu nombre').fill(marta.name);
  await hers.getByLabel('Correo electrónico').fill(nora.email);
  await hers.getByLabel('Contraseña').fill(marta.password);
  await hers.getByRole('button', { name: 'Unirme' }).click();
  await expect(hers.getByText('Alguien del equipo ya entra con ese correo.')).toBeVisible();
  await hers.getByLabel('Correo electrónico').fill(marta.email);
  await hers.getByLabel('Contraseña').fill(marta.password);
  await hers.getByLabel('Zona horaria').selectOption('Europe/Lisbon');
  await hers.getByRole('button', { name: 'Unirme' }).click();
  await hers.waitForURL('**/today');
  await hers.goto('/settings/team');
  await expect(hers.getByRole('heading', { level: 1 })).toHaveText('Aquí trabajáis 2 personas.');
  await expect(hers.getByRole('button', { name: 'Crear un enlace' })).toHaveCount(0);
  await hers.goto(link);
  await expect(hers.getByRole('heading', { level: 1 })).toHaveText('Esta invitación ya no sirve.');
  await plain.close();
});

test('the language and the look of the account win over those of the browser', async ({ page, browser }) => {
  await signIn(page, nora);
  await page.goto('/settings/profile');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('es');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Guardado.')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Oscuro' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const elsewhere = await browser.newContext({ locale: 'en-GB' });
  const other = await elsewhere.newPage();
  await signIn(other, nora);
  await expect(other.locator('html')).toHaveAttribute('lang', 'es');
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await elsewhere.close();
  await page.goto('/settings/profile');
  await page.getByRole('combobox', { name: 'Idioma' }).selectOption('en');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
});

test('one sees where one is signed in, and ends another session by name, by a new password or with all', async ({
  page,
  browser,
}) => {
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await signIn(page, nora);
  await page.goto('/settings/profile');
  await page.getByRole('button', { name: 'End all but this one' }).click();
  const sessions = page.getByRole('list', { name: 'Where you are signed in' });
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await expect(sessions).toContainText('Here, where you read this.');
  await signIn(other, nora);
  await page.reload();
  await sessions.getByRole('button', { name: /^End the session in/ }).click();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await other.goto('/settings/team');
  await expect(other.getByText('This browser was signed out')).toBeVisible();
  await signIn(other, nora);
  const changed = { ...nora, password: 'we wait until they answer' };
  await page.getByLabel('Current password').fill('wrong');
  await page.getByLabel('New password').fill(changed.password);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('That is not your current password.')).toBeVisible();
  await page.getByLabel('Current password').fill(nora.password);
  await page.getByLabel('New password').fill(changed.password);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('Your password is changed.')).toBeVisible();
  await other.goto('/settings/profile');
  await expect(other).toHaveURL(/\/sign-in/);
  await signIn(other, changed);
  await other.goto('/settings/profile');
  await other.getByRole('button', { name: 'Sign out everywhere' }).click();
  await other.waitForURL('**/sign-in');
  await page.goto('/settings/profile');
  await expect(page).toHaveURL(/\/sign-in/);
  await elsewhere.close();
});

test('an owner lets somebody back in, changes what they may do, and closes their account', async ({
  page,
  browser,
  installation,
}) => {
  await addToTeam(installation, tom, 'owner');
  await signIn(page, tom);
  const hers = await (await browser.newContext()).newPage();
  await signIn(hers, marta);
  await page.goto('/settings/team');
  await page.getByRole('link', { name: marta.name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(marta.name);
  await noBarriers(page);
  await page.getByRole('radio', { name: /Reader/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Marta Oliveira is Reader from now on.')).toBeVisible();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = await page.getByLabel('Link').inputValue();
  await hers.goto(link);
  await hers.getByLabel('Contraseña nueva').fill('otra frase corta y buena');
  await hers.getByRole('button', { name: 'Guardar la contraseña' }).click();
  await hers.waitForURL('**/today');
  await hers.goto(link);
  await expect(hers.getByRole('heading', { level: 1 })).toHaveText('Este enlace ya no sirve.');
  await page.getByText('Close this account').click();
  await page.getByRole('button', { name: 'Close the account' }).click();
  await expect(page.getByText('Choose who looks after their contacts.')).toBeVisible();
  await page.getByLabel(/Who looks after/).selectOption({ label: nora.name });
  await page.getByRole('button', { name: 'Close the account' }).click();
  await page.waitForURL('**/settings/team');
  await expect(page.getByRole('list', { name: 'Left' })).toContainText(marta.name);
  await hers.goto('/settings/profile');
  await expect(hers).toHaveURL(/\/sign-in/);
  await hers.context().close();
});

test('an invitation that was taken back opens nothing', async ({ page, request }) => {
  await signIn(page, tom);
  await page.goto('/settings/team');
  await page.getByLabel('For whom').fill('Eva');
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = await page.getByLabel('Link').inputValue();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByRole('list', { name: 'Invitations that wait' })).toHaveCount(0);
  expect(await (await request.get(link)).text()).toContain('This invitation does not work any more.');
});

test('nothing that was written on the way is in the log', async ({ installation }) => {
  const { readFile } = await import('node:fs/promises');
  const log = await readFile(installation.logFile, 'utf8');
  for (const secret of [nora.email, marta.email, nora.password, marta.password, 'key='])
    expect(log.includes(secret), 'the log tells something it should not').toBe(false);
});
