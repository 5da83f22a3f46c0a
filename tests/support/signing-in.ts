import type { Page } from '@playwright/test';
import { connect } from '@/bin/boot/connection.js';
import type { Role } from '@/generated/prisma/client';
import { hashPassword } from '@/lib/auth/password';
import type { Installation } from './installation';

/** Somebody as they sign in. */
export interface Somebody {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const nora: Somebody = {
  name: 'Nora Weiß',
  email: 'nora@atelier.example',
  password: 'we listen before we send',
};

/** Opens the one-time link and makes the first owner; leaves the page signed in, on Today. */
export async function setUp(page: Page, installation: Installation, owner: Somebody = nora): Promise<void> {
  await page.goto(await installation.setupLink());
  await page.getByLabel('Your name').fill(owner.name);
  await page.getByLabel('E-mail address').fill(owner.email);
  await page.getByLabel('Password').fill(owner.password);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.waitForURL('**/today');
}

/** Adds somebody to the team without the ceremony of an invitation. */
export async function addToTeam(installation: Installation, somebody: Somebody, role: Role): Promise<void> {
  const client = await connect(installation.database.app);
  try {
    await client.query(
      `insert into users (id, name, email, password_hash, role, time_zone)
       values (gen_random_uuid(), $1, $2, $3, $4::role, 'Europe/Madrid')`,
      [somebody.name, somebody.email, await hashPassword(somebody.password), role],
    );
  } finally {
    await client.end();
  }
}

/** Signs in through the page, and waits until Today is there. */
export async function signIn(page: Page, { email, password }: Somebody): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/today');
}

/** Signs out through the page. */
export async function signOut(page: Page): Promise<void> {
  await page.goto('/settings/profile');
  await page.locator('.rail-me summary').click();
  await page.locator('.rail-me').getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
}
