'use server';

import { rememberPreferences, preferencesSchema } from './preferences';

/**
 * Keeps whichever preferences the form names. Open to everybody, signed in or not: it changes nothing but
 * the caller's own cookies and account. Next compares Origin with Host for every action, so no other site can call it.
 */
export async function savePreferences(form: FormData): Promise<void> {
  const named = Object.fromEntries([...form].filter(([name]) => name in preferencesSchema.shape));
  const parsed = preferencesSchema.partial().safeParse(named);
  if (parsed.success) await rememberPreferences(parsed.data);
}
