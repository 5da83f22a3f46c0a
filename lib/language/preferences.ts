import { cookies, headers } from 'next/headers';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { log } from '@/lib/log/log';
import { signedIn, type SignedIn } from '@/lib/session/session';
import { languages, pickLanguage, type Language } from './language';

/** What a person set about the look of Earshot. `system` follows the device. */
export const preferencesSchema = z.strictObject({
  language: z.enum(languages),
  theme: z.enum(['light', 'dark', 'system']),
  keys: z.enum(['on', 'off']),
});

export type Preferences = z.infer<typeof preferencesSchema>;

const aYear = 365 * 24 * 60 * 60;

/**
 * The preferences of this request: what the account of whoever is signed in says, then the cookies of this
 * browser; the language falls back to Accept-Language.
 */
export async function currentPreferences(): Promise<Preferences> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const account = await signedIn().catch(nobody);
  const { theme, keys } = preferencesSchema.shape;
  return {
    language: pickLanguage(account?.language ?? jar.get('language')?.value, head.get('accept-language')),
    theme: theme.catch('system').parse(account?.theme ?? jar.get('theme')?.value),
    keys: account ? (account.shortcuts ? 'on' : 'off') : keys.catch('on').parse(jar.get('keys')?.value),
  };
}

// A page that says the database is gone must still know how it looks.
function nobody(error: unknown): SignedIn | null {
  log.warn('preferences_not_read', { name: error instanceof Error ? error.name : typeof error });
  return null;
}

/** Just the language of this request. */
export async function currentLanguage(): Promise<Language> {
  return (await currentPreferences()).language;
}

type Some = { [Name in keyof Preferences]?: Preferences[Name] | undefined };

/** Keeps preferences in this browser for a year, and with the account of whoever is signed in; only in an action or a route. */
export async function rememberPreferences({ language, theme, keys }: Some): Promise<void> {
  const jar = await cookies();
  for (const [name, value] of Object.entries({ language, theme, keys })) {
    if (value) jar.set(name, value, { path: '/', maxAge: aYear, sameSite: 'lax', httpOnly: true });
  }
  const account = await signedIn();
  if (!account) return;
  const said = {
    ...(language ? { language } : {}),
    ...(theme ? { theme } : {}),
    ...(keys ? { shortcuts: keys === 'on' } : {}),
  };
  await db().user.update({ where: { id: account.id }, data: said, select: { id: true } });
}
