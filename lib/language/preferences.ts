import { cookies, headers } from 'next/headers';
import { z } from 'zod';
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
 * The preferences of this request, from its cookies; the language falls back to Accept-Language.
 * Signing in copies a user's saved ones into the cookies with `rememberPreferences`.
 */
export async function currentPreferences(): Promise<Preferences> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const { theme, keys } = preferencesSchema.shape;
  return {
    language: pickLanguage(jar.get('language')?.value, head.get('accept-language')),
    theme: theme.catch('system').parse(jar.get('theme')?.value),
    keys: keys.catch('on').parse(jar.get('keys')?.value),
  };
}

/** Just the language of this request. */
export async function currentLanguage(): Promise<Language> {
  return (await currentPreferences()).language;
}

/** Keeps the given preferences for a year; only in a server action or a route handler. */
export async function rememberPreferences(preferences: {
  [Name in keyof Preferences]?: Preferences[Name] | undefined;
}) {
  const jar = await cookies();
  for (const [name, value] of Object.entries(preferences)) {
    if (value) jar.set(name, value, { path: '/', maxAge: aYear, sameSite: 'lax', httpOnly: true });
  }
}
